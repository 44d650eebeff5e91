import type { Field, Fields } from "./field.ts";
import { fold } from "./fold.ts";
import { problem, type FieldProblem } from "./problem.ts";
import type { AnyRecord } from "./record.ts";

/** A column of a table of records: `header` is its Dynamics schema name where it has one. */
export interface Column { header: string; name: string; field?: Field }

/** The columns of a record type: its id, its fields, how it stands, when it was made and whose it is. */
export function columnsOf(type: AnyRecord): Column[] {
  const fields = Object.entries(type.fields as Fields), counts = new Map<string, number>();
  for (const [, { dynamics }] of fields) if (dynamics) counts.set(dynamics, (counts.get(dynamics) ?? 0) + 1);
  return [
    { header: `${type.dynamics ?? type.name}id`, name: "id" },
    ...fields.map(([name, field]) => ({ header: field.dynamics && counts.get(field.dynamics) === 1 ? field.dynamics : name, name, field })),
    { header: "statecode", name: "status" }, { header: "statuscode", name: "reason" }, { header: "createdon", name: "createdAt" },
    ...type.shared ? [] : [{ header: "ownerid", name: "owner" }],
  ];
}

/** Approvals and the like: what cannot be without what the service works out is made by the service alone, and comes from no table. */
export const madeByService = (type: AnyRecord): boolean => Object.values(type.fields as Fields).some(field => field.computed && field.required);

/** The column that each header means: by its schema name, its own name, or its label in any of the languages given. */
export function mapped(type: AnyRecord, headers: readonly string[], says: readonly ((word: string) => string)[] = []): (Column | undefined)[] {
  const columns = columnsOf(type), names = new Map<string, Column>();
  for (const column of [...columns].reverse()) for (const word of [...column.field ? [column.field.label, ...says.map(say => say(column.field!.label))] : [], column.name, column.header]) names.set(fold(word), column);
  names.set("overriddencreatedon", columns.find(({ name }) => name === "createdAt")!); // as Dynamics wants it where records come from elsewhere
  return headers.map(header => names.get(fold(header).trim()));
}

/** A value as a cell: choices by their Dynamics value, a status reason by that which it has in the status of its record, references by id, lines as JSON. */
export function cellOf(type: AnyRecord, { name, field }: Column, value: unknown, row: Values = {}): string {
  if (value === undefined || value === null) return "";
  if (name === "status") return String(type.statuses[String(value)]?.code ?? value);
  if (name === "reason") return String(reasonsOf(type, row).find(([key]) => key === value)?.[1] ?? value);
  if (field?.kind === "choice") return String(field.codes?.[String(value)] ?? value);
  if (field?.kind === "flag") return value ? "1" : "0";
  if (field?.kind === "refs") return (value as string[]).join(";");
  if (field?.kind === "lines") return JSON.stringify((value as Record<string, unknown>[]).map(line => Object.fromEntries(Object.keys(field.of!).filter(cell => line[cell] !== undefined).map(cell => [cell, line[cell]]))));
  if (field?.kind === "data") return JSON.stringify(value);
  return typeof value === "number" ? String(value) : neutral(String(value));
}

/** The value of a cell, or what is wrong with it; nothing where the cell is empty. A status reason is one of the status that `row` has, where it has one. */
export function valueOf(type: AnyRecord, { name, field }: Column, cell: string, row: Values = {}): { value?: unknown; wrong?: FieldProblem } {
  const said = cell.trim();
  if (!said) return {};
  const chosen = (of: [key: string, code: number | undefined, label: string][]) => { const one = of.find(([key, code, label]) => said === key || said === String(code) || fold(said) === fold(label)); return one ? { value: one[0] } : { wrong: problem(name, "not-a-choice", { choices: of.map(([key]) => key) }) }; };
  if (name === "status") return chosen(Object.entries(type.statuses).map(([key, status]) => [key, status.code, status.label]));
  if (name === "reason") return chosen(reasonsOf(type, row));
  if (name === "createdAt") return /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/.test(said) && Number.isFinite(momentOf(said)) ? { value: new Date(momentOf(said)).toISOString() } : { wrong: problem(name, "wrong-format") };
  if (field?.kind === "choice") return chosen(Object.entries(field.choices!).map(([key, label]) => [key, field.codes?.[key], label]));
  if (field?.kind === "flag") return /^(1|true|yes|是)$/i.test(said) ? { value: true } : /^(0|false|no|否)$/i.test(said) ? { value: false } : { wrong: problem(name, "wrong-kind") };
  if (field?.kind === "number" || field?.kind === "money") return /^[+-]?\d{1,15}(\.\d{1,10})?$/.test(said) ? { value: Number(said) } : { wrong: problem(name, "wrong-kind") };
  if (field?.kind === "refs") return { value: said.split(";").map(one => one.trim()).filter(Boolean) };
  if (field?.kind === "lines" || field?.kind === "data") try { return { value: JSON.parse(said) as unknown }; } catch { return { wrong: problem(name, "wrong-format") }; }
  return { value: plain(cell) };
}

/** A day is its midnight, a time without a zone one in UTC. */
const momentOf = (said: string): number => Date.parse(said.length === 10 ? said : said.replace(" ", "T").replace(/(T[\d:.]+)$/, "$1Z"));

type Values = Readonly<Record<string, unknown>>;
/** The reasons of a record's status, of every status where it has none yet. */
function reasonsOf(type: AnyRecord, row: Values): [key: string, code: number | undefined, label: string][] {
  const own = type.reasonCodes?.(row);
  return Object.entries(type.statuses as AnyRecord["statuses"]).filter(([status]) => row.status === undefined || row.status === status).flatMap(([status, { reasons = {} }]) => Object.entries(reasons).map(([key, one]): [string, number | undefined, string] => {
    const [label, code] = typeof one === "string" ? [one] : one;
    return [key, own ? own[status]?.[key] : code, label];
  }));
}

/** Text that no spreadsheet takes for a formula: each line that would begin one, or that begins with an apostrophe, gets an apostrophe before it. */
const neutral = (text: string): string => text.split("\n").map(line => /^[\s\u00a0]*['=+\-@\uff1d\uff0b\uff0d\uff20]/.test(line) || /^[\t\r]/.test(line) ? `'${line}` : line).join("\n");
const plain = (cell: string): string => cell.split("\n").map(line => line.startsWith("'") && neutral(line.slice(1)) === line ? line.slice(1) : line).join("\n");

/** Rows of cells as CSV (RFC 4180) that Excel opens as UTF-8. */
export const csvOf = (rows: readonly (readonly string[])[]): string => `\ufeff${rows.map(row => row.map(cell => /[",;\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell).join(",")).join("\r\n")}\r\n`;

/** The cells of a CSV, separated by commas, semicolons or tabs, as the first line shows; an unclosed quote ends with the text. */
export function cellsOf(csv: string): string[][] {
  const text = csv.replace(/^\ufeff/, ""), first = text.slice(0, text.search(/[\r\n]|$/));
  const between = [",", ";", "\t"].sort((a, b) => first.split(b).length - first.split(a).length)[0]!;
  const rows: string[][] = [];
  let row: string[] = [], cell = "", quoted = false;
  const end = () => { row.push(cell); cell = ""; };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (quoted) { if (sign !== '"') cell += sign; else if (text[at + 1] === '"') { cell += '"'; at++; } else quoted = false; }
    else if (sign === '"' && !cell) quoted = true;
    else if (sign === between) end();
    else if (sign === "\n" || sign === "\r") { if (sign === "\r" && text[at + 1] === "\n") at++; end(); rows.push(row); row = []; }
    else cell += sign;
  }
  if (cell || row.length) { end(); rows.push(row); }
  return rows.filter(cells => cells.some(one => one.trim()));
}
