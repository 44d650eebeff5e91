import { randomUUID } from "node:crypto";
import type { Change } from "../model/change.ts";
import type { Field } from "../model/field.ts";
import { Problem, problem, type FieldProblem } from "../model/problem.ts";
import type { AnyRecord } from "../model/record.ts";
import { csvOf, cellOf, cellsOf, columnsOf, mapped, valueOf, type Column } from "../model/table.ts";
import { say } from "../model/label.ts";
import { zhCN } from "../model/labels/zh-CN.ts";
import { reachOf } from "../model/may.ts";
import { alike, duplicateRules } from "./duplicates.ts";
import { told } from "./history.ts";
import { seen } from "./row.ts";
import { sight } from "./sight.ts";
import type { Store, Where } from "./store/store.ts";
import { work, type Once, type Who } from "./work.ts";

/** What becomes of a record that is there already. */
export type Policy = "skip" | "update" | "create";
export interface Told { row: number; does: "create" | "update" | "skip" | "refuse"; id?: string; fields?: FieldProblem[]; detail?: string }
export interface Imported { rows: Told[]; unknown: string[]; commit?: string }

/** The records of a type that the caller may export, as a table whose headers are Dynamics schema names. */
export async function exported(store: Store, who: Who, type: AnyRecord, where: Where): Promise<string> {
  if (reachOf(who, "export", type) === "none") throw new Problem("forbidden");
  const columns = columnsOf(type), { rows } = await sight(store, who, "export").find(type.name, { where, take: 1e6 });
  return csvOf([columns.map(({ header }) => header), ...rows.map(row => { const data = seen(row); return columns.map(column => cellOf(type, column, data[column.name])); })]);
}

/** Reads a table into records: says of each row what becomes of it, and, unless it is a rehearsal, does so in one commit that is undone as one. `map` gives headers another meaning, or none. */
export async function imported(store: Store, who: Who, type: AnyRecord, csv: string, { policy, map = {}, dry, once }: { policy: Policy; map?: Record<string, string | null>; dry: boolean; once?: Once }): Promise<Imported> {
  if (reachOf(who, "import", type) === "none" || madeByService(type)) throw new Problem("forbidden");
  const before = once && await told(store, who, once);
  if (before) return { ...before.note as Imported, commit: before.commit };
  const [headers = [], ...lines] = cellsOf(csv), all = columnsOf(type);
  if (lines.length > most) throw new Problem("too-large", { detail: `At most ${most} rows at once` });
  const columns = mapped(type, headers, [word => say(zhCN, word)]).map((column, n) => { const said = map[headers[n]!]; return said === null ? undefined : said ? all.find(({ name }) => name === said) : column; });
  const rules = await duplicateRules(store), rows: Told[] = [], changes: Change[] = [];
  for (const [n, cells] of lines.entries()) {
    const { told, change } = await readRow(cells, columns);
    rows.push({ row: n + 2, ...told });
    if (change) changes.push(change);
  }
  const unknown = headers.filter((header, n) => !columns[n] && map[header] !== null);
  if (dry || !changes.length) return { rows, unknown };
  const { commit, note } = await work(store, who, changes, { brought: true, once, note: { rows, unknown } });
  return { ...note as Imported ?? { rows, unknown }, commit };

  async function readRow(cells: string[], columns: (Column | undefined)[]): Promise<{ told: Omit<Told, "row">; change?: Change }> {
    const read = columns.flatMap((column, n) => column ? [[column.name, valueOf(type, column, cells[n] ?? "")] as const] : []);
    const wrong = read.flatMap(([, { wrong }]) => wrong ?? []), given = Object.fromEntries(read.filter(([, { value }]) => value !== undefined).map(([name, { value }]) => [name, value]));
    if (cells.length > headers.length) wrong.push(problem("", "too-many-cells"));
    if (wrong.length) return { told: { does: "refuse", fields: wrong } };
    const { id, status, reason, ...values } = given as { id?: string; status?: string; reason?: string } & Record<string, unknown>;
    const there = id && /^[\w-]{1,64}$/.test(id) ? await sight(store, who).get(type.name, id) : undefined;
    const same = there ?? (await alike(sight(store, who), rules, type.name, values)).find(({ row }) => row.type === type.name)?.row;
    if (same && policy === "skip") return { told: { does: "skip", id: same.id } };
    const fresh = id && /^[\w-]{1,64}$/.test(id) && !there && !await store.get(type.name, id) ? id : randomUUID();
    const change: Change = same && policy === "update" ? { do: "update", type: type.name, id: same.id, values: written(type, values) } : { do: "create", type: type.name, id: fresh, values, ...status && { as: { status, reason } } };
    try { await work(store, who, [change], { brought: true, dry: true }); }
    catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { told: { does: "refuse", fields: error.fields, detail: error.detail ?? error.title } };
    }
    return { told: { does: change.do as "create" | "update", id: change.id }, change };
  }
}

const most = 20_000;
const fieldsOf = (type: AnyRecord) => type.fields as Record<string, Field>;
/** Approvals and the like: what cannot be without what the service works out is made by the service alone. */
const madeByService = (type: AnyRecord) => Object.values(fieldsOf(type)).some(field => field.computed && field.required);
/** What people write: what the service works out stays as it is in a record that is there. */
const written = (type: AnyRecord, values: object) => Object.fromEntries(Object.entries(values).filter(([name]) => !fieldsOf(type)[name]?.computed));
