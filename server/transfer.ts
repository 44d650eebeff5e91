import type { Change } from "../model/change.ts";
import { matchCodes, type DuplicateRule } from "../model/duplicates.ts";
import type { Field } from "../model/field.ts";
import { say } from "../model/label.ts";
import { zhCN } from "../model/labels/zh-CN.ts";
import { reachOf } from "../model/may.ts";
import { Problem, problem, type FieldProblem } from "../model/problem.ts";
import { pathOf, refsOf, type AnyRecord } from "../model/record.ts";
import { cellOf, columnsOf, madeByService, mapped, valueOf, type Column } from "../model/table.ts";
import { randomUUID } from "node:crypto";
import { alike, duplicateRules } from "./duplicates.ts";
import { doneOnce, type Once } from "./history.ts";
import { linked, seen } from "./row.ts";
import { sight } from "./sight.ts";
import type { Store, Where } from "./store/store.ts";
import { work, type Done, type Who } from "./work.ts";

/** What becomes of a record that is there already. */
export type Policy = "skip" | "update" | "create";
/** What becomes of one row; `like` is the row of the same table that it is a double of. */
export interface Told { row: number; does: "create" | "update" | "skip" | "refuse"; id?: string; like?: number; title?: string; fields?: FieldProblem[]; detail?: string }
/** `columns`: what each header was taken to mean, with the first thing that stands below it. */
export interface Imported { rows: Told[]; columns: { header: string; field?: string; sample?: string }[]; unknown: string[]; commit?: string }
export interface Wish { policy: Policy; map?: Record<string, string | null>; dry: boolean; once?: Once; /** Hears how many rows have been looked at. */ heard?(done: number, of: number): void }

/** The records of a type that the caller may export and that hold the words, as a table whose headers are Dynamics schema names. */
export async function exported(store: Store, who: Who, type: AnyRecord, where: Where, text?: string): Promise<string[][]> {
  if (reachOf(who, "export", type) === "none") throw new Problem("forbidden");
  const columns = columnsOf(type), { rows } = await sight(store, who, "export").find(type.name, { where, text, take: 1e6 });
  return [columns.map(({ header }) => header), ...rows.map(row => { const data = seen(row); return columns.map(column => cellOf(type, column, data[column.name], data)); })];
}

/** Reads a table into records: says of each row what becomes of it, and, unless it is a rehearsal, does so in one commit that is undone as one. `map` gives headers another meaning, or none. Rows may refer to each other in any order. */
export async function imported(store: Store, who: Who, type: AnyRecord, table: string[][], wish: Wish): Promise<Imported> {
  if (!mayBring(who, type)) throw new Problem("forbidden");
  const { commit, note } = await doneOnce(store, wish.dry ? undefined : wish.once, () => brought(store, who, type, table, wish));
  return { ...note as Imported, ...commit && { commit } };
}

async function brought(store: Store, who: Who, type: AnyRecord, [headers = [], ...lines]: string[][], { policy, map = {}, dry, once, heard }: Wish): Promise<Done> {
  if (lines.length > most) throw new Problem("too-large", { detail: `At most ${most} rows at once` });
  const columns = meant(type, headers, map), rules = await duplicateRules(store);
  const asked = lines.map((cells, n) => readRow(type, headers, columns, cells, n + 2)), codes = new Map<string, number>(), mine = sight(store, who);
  const coming = new Set(asked.flatMap(({ id }) => id ? [pathOf(type.name, id)] : [])), plans: Plan[] = [], taken = new Set<string>();
  for (const [n, row] of asked.entries()) {
    if (row.createdAt && row.createdAt > who.now) row.wrong.push(problem("createdAt", "too-big", { max: who.now.slice(0, 10) }));
    plans.push(row.wrong.length ? { told: { row: row.row, does: "refuse", fields: row.wrong } } : await planned(row));
    heard?.(n + 1, asked.length);
  }
  await leaveOutDangling();
  const told = plans.map(({ told }) => told), changes = plans.flatMap(({ change }) => change ?? []);
  const found = { rows: told, columns: headers.map((header, n) => ({ header, field: columns[n]?.name, sample: lines.find(cells => cells[n]?.trim())?.[n]?.slice(0, 80) })), unknown: headers.filter((header, n) => !columns[n] && map[header] !== null) };
  return dry ? { commit: "", rows: [], note: found } : work(store, who, changes, { brought: true, coming, once, note: found });

  async function planned({ row, id, status, reason, createdAt, values }: Asked): Promise<Plan> {
    const there = id ? await mine.get(type.name, id) : undefined;
    const same = there ?? (await alike(mine, rules, type.name, values)).find(({ row }) => row.type === type.name)?.row;
    if (same && policy === "skip") return { told: { row, does: "skip", id: same.id } };
    const own = codesHere(rules, type.name, values), double = own.map(code => codes.get(code)).find(seen => seen !== undefined);
    for (const code of own) if (!codes.has(code)) codes.set(code, row);
    if (!there && double !== undefined && policy !== "create") return { told: { row, does: "skip", like: double } };
    const fresh = id && !there && !taken.has(id) && !await store.get(type.name, id) ? id : randomUUID();
    taken.add(fresh);
    return tried(row, same && policy === "update" ? { do: "update", type: type.name, id: same.id, values: written(type, values) } : { do: "create", type: type.name, id: fresh, values, ...status && { as: { status, reason } }, ...createdAt && { since: createdAt } });
  }

  async function tried(row: number, change: Change): Promise<Plan> {
    try {
      const { rows: [made] } = await work(store, who, [change], { brought: true, dry: true, coming });
      return { told: { row, does: change.do as "create" | "update", id: change.id, title: made && String(made.keys.title) }, change };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { told: { row, does: "refuse", id: change.id, fields: error.fields, detail: error.detail ?? error.title } };
    }
  }

  /** What does not come under the id of its row is not there for the rows that refer to it, unless it was there before. */
  async function leaveOutDangling(): Promise<void> {
    const referring = new Map<string, number[]>();
    for (const [n, { change }] of plans.entries()) for (const path of change ? namedBy(type, change) : []) {
      const known = referring.get(path);
      if (known) known.push(n); else referring.set(path, [n]);
    }
    const made = new Set(plans.flatMap(({ change }) => change?.do === "create" ? pathOf(type.name, change.id) : []));
    for (let gone = [...coming].filter(path => !made.has(path)); gone.length;) {
      for (const path of gone) coming.delete(path);
      const again = [...new Set(gone.flatMap(path => referring.get(path) ?? []))].filter(n => plans[n]!.change);
      gone = [];
      for (const n of again) {
        const { told: { row }, change } = plans[n]!;
        plans[n] = await tried(row, change!);
        if (!plans[n].change && change!.do === "create") gone.push(pathOf(type.name, change!.id));
      }
    }
  }
}

interface Plan { told: Told; change?: Change }
interface Asked { row: number; id?: string; status?: string; reason?: string; createdAt?: string; values: Record<string, unknown>; wrong: FieldProblem[] }

/** The column that each header means, as it is mapped by hand or by its name. */
const meant = (type: AnyRecord, headers: string[], map: Record<string, string | null>): (Column | undefined)[] => {
  const all = columnsOf(type);
  return mapped(type, headers, [word => say(zhCN, word)]).map((column, n) => { const said = map[headers[n]!]; return said === null ? undefined : said ? all.find(({ name }) => name === said) : column; });
};

function readRow(type: AnyRecord, headers: string[], columns: (Column | undefined)[], cells: string[], row: number): Asked {
  const read = columns.flatMap((column, n) => column && column.name !== "reason" ? [[column.name, valueOf(type, column, cells[n] ?? "")] as const] : []);
  const wrong = read.flatMap(([, { wrong }]) => wrong ?? []), { id, status: said, createdAt, ...values } = Object.fromEntries(read.filter(([, { value }]) => value !== undefined).map(([name, { value }]) => [name, value])) as Record<string, string>;
  if (cells.length > headers.length && cells.slice(headers.length).some(cell => cell.trim())) wrong.push(problem("", "too-many-cells"));
  const { status, reason } = standing();
  return { row, id: id && /^[\w-]{1,64}$/.test(id) ? id : undefined, status, reason, createdAt, values, wrong };

  /** How the row says that the record stands: by its status, by a reason of it, or by a reason alone. */
  function standing(): { status?: string; reason?: string } {
    const at = columns.findIndex(column => column?.name === "reason"), cell = cells[at]?.trim();
    if (!cell) return { status: said };
    const found = (said ? [said] : Object.keys(type.statuses)).map(status => ({ status, ...valueOf(type, columns[at]!, cell, { ...values, status }) })), one = found.find(({ value }) => value !== undefined);
    if (!one) wrong.push(said ? found[0]!.wrong! : problem("reason", "not-a-choice", { choices: found.flatMap(({ wrong }) => wrong!.params!.choices as string[]) }));
    return one ? { status: one.status, reason: one.value as string } : {};
  }
}

/** What a row is recognised by among the rows of its own table. */
const codesHere = (rules: readonly DuplicateRule[], type: string, values: Record<string, unknown>): string[] => matchCodes(rules.filter(one => one.type === type && (one.against ?? type) === type), type, values);

const most = 20_000;
const fieldsOf = (type: AnyRecord) => type.fields as Record<string, Field>;
/** Whether the caller may bring in records of a type from a table. */
export const mayBring = (who: Who, type: AnyRecord): boolean => reachOf(who, "import", type) !== "none" && !madeByService(type);
/** The records that a change refers to, as paths. */
const namedBy = (type: AnyRecord, change: Change): string[] => "values" in change ? refsOf(type).flatMap(([path, { to = [] }]) => linked(change.values as Record<string, unknown>, path).map(said => to.length > 1 ? said : pathOf(to[0]!, said))) : [];
/** What people write: what the service works out stays as it is in a record that is there. */
const written = (type: AnyRecord, values: object) => Object.fromEntries(Object.entries(values).filter(([name]) => !fieldsOf(type)[name]?.computed));
