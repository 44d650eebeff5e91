import { keysOf, may, reachOf, readersOf, type Owned } from "../model/may.ts";
import { pathOf, splitPath, type AnyRecord } from "../model/record.ts";
import { recordType } from "../model/records.ts";
import { blinded, blindedIn } from "./blind.ts";
import { companyOf } from "./company.ts";
import type { Page, Query, Row, Store, Where } from "./store/store.ts";
import type { Who } from "./work.ts";

/** The store as one caller may read it. What is not theirs is not there: it is not found, not counted, and has no name. */
export interface Sight {
  who: Who;
  get(type: string, id: string): Promise<Row | undefined>;
  find(type: string | readonly string[], query?: Query): Promise<Page>;
  /** Those of the records at these paths that may be read, as this sight has read them before; what it has not is asked for together. */
  at(paths: readonly string[]): Promise<Map<string, Row>>;
  /** The events of a record that the caller may read; `beside`: of what stood beside it. */
  history(path: string, query?: Query & { beside?: boolean }): Promise<Page>;
}

/** `act` narrows further than reading: to what the caller may export, say. The narrowing is part of the store's query, so that totals are right. */
export function sight(store: Store, who: Who, act = "read"): Sight {
  const acts = act === "read" ? ["read"] : ["read", act];
  const read = new Map<string, Row>(), remember = (row: Row) => { const mine = blinded(who, row); if (read.size < most) read.set(pathOf(row.type, row.id), mine); return mine; };
  const shown = (type: AnyRecord | undefined, row: Row | undefined) => row && acts.every(one => may(who, one, type!, row.data as Owned)) ? remember(row) : undefined;
  const get = async (name: string, id: string) => { const type = recordType(name); return shown(type, type && await store.get(name, id)); };
  return {
    who, get,
    async at(paths) {
      const company = await companyOf(store), asked = [...new Set(paths)];
      const had = new Map(asked.map(path => { const [name, id] = splitPath(path); return [path, read.get(path) ?? shown(recordType(name), company.row(name, id))] as const; }));
      const rows = await Promise.all(asked.map(async path => had.get(path) ?? await get(...splitPath(path))));
      return new Map(asked.flatMap((path, n) => { const row = rows[n]; return row ? [[path, row] as const] : []; }));
    },
    async find(name, query = {}) {
      const types = [name].flat().flatMap(one => recordType(one) ?? []).filter(type => acts.every(one => reachOf(who, one, type) !== "none"));
      const { rows, total } = types.length ? await store.find(types.map(type => type.name), narrowed(query, branchesOf(who, acts, types))) : { rows: [], total: 0 };
      return { rows: rows.map(remember), total };
    },
    async history(path, { beside, ...query } = {}) {
      if (!await get(...splitPath(path))) return { rows: [], total: 0 };
      const { rows, total } = await store.find("event", { ...query, where: { ...query.where, [beside ? "about" : "on"]: path.toLowerCase() } });
      return { rows: rows.map(event => String(event.data.on).startsWith("activity/") ? { ...event, data: { ...event.data, before: blindedIn(who, event.data.before), after: blindedIn(who, event.data.after) } } : event), total };
    },
  };
}

/** What rows of these types must be to be seen, one branch for each reach; none where all of them are. */
function branchesOf(who: Who, acts: readonly string[], types: readonly AnyRecord[]): Where[] {
  const reaches = new Map<string, string[]>();
  for (const type of types) {
    const reach = acts.map(act => type.shared ? "all" : reachOf(who, act, type)).sort((a, b) => widths.indexOf(a) - widths.indexOf(b))[0]!;
    reaches.set(reach, [...reaches.get(reach) ?? [], type.name]);
  }
  const branches = [...reaches].map(([reach, is]) => ({ ...reaches.size > 1 && { is }, ...reach !== "all" && { readers: keysOf(who, reach as "own" | "team") } }));
  return branches.length === 1 && !Object.keys(branches[0]!).length ? [] : branches;
}
/** So many rows are remembered, of however many that are read. */
const most = 2_000;
const widths = ["own", "team", "all"];

function narrowed(query: Query, branches: Where[]): Query {
  if (!branches.length) return query;
  return { ...query, or: query.or ? query.or.flatMap(one => branches.map(branch => ({ ...one, ...branch }))) : branches };
}

/** What a row is narrowed by; `any` where everybody may read what it is beside. */
export const sightKeys = (type: AnyRecord, data: Record<string, unknown>) => ({ is: type.name, ...!type.shared && { readers: readersOf(data as Owned) } });

/** Who may see the records that this one is beside; `any` where one of them is the company's. */
export async function inheritedBy(type: AnyRecord, data: Record<string, unknown>, at: (path: string) => Promise<Row | null | undefined>): Promise<string[] | undefined> {
  if (!type.beside) return undefined;
  const rows = await Promise.all([...new Set(type.beside.flatMap(name => (data[name] ?? []) as string | string[]))].map(at));
  return [...new Set(rows.flatMap(row => row ? recordType(row.type)!.shared ? ["any"] : readersOf(row.data as Owned) : []))].sort();
}
