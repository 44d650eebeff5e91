import type { FieldProblem } from "../../model/problem.ts";
import type { RecordName } from "../../model/records.ts";
import type { Api } from "../api.ts";

export type Does = "create" | "update" | "skip" | "refuse";
export type Policy = "skip" | "update" | "create";
/** What becomes of one row of a table, as the service says. */
export interface Told { row: number; does: Does; id?: string; like?: number; title?: string; fields?: FieldProblem[]; detail?: string }
export interface Report { rows: Told[]; columns: { header: string; field?: string; sample?: string }[]; commit?: string }
export interface Wanted { policy: Policy; map: Record<string, string | null>; dry: boolean }

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const isWorkbook = (file: File) => file.type === xlsx || /\.xlsx$/i.test(file.name);

/** Rehearses an import, or does it; `hear` is told how many rows have been looked at. */
export const askImport = (api: Api, type: RecordName, file: File, { policy, map, dry }: Wanted, hear: (done: number, of: number) => void): Promise<Report> =>
  api.told<Report>(`import/${type}?${String(new URLSearchParams({ duplicates: policy, dry: String(dry), map: JSON.stringify(map) }))}`, file, isWorkbook(file) ? xlsx : "text/csv", hear);

/** The records of a list as a file. */
export const askExport = (api: Api, type: RecordName, as: "csv" | "xlsx", filter: Record<string, string | undefined>): Promise<Uint8Array> =>
  api.bytes(`export/${type}?${String(new URLSearchParams({ ...Object.fromEntries(Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined)), as }))}`);
export const mimeOf = { csv: "text/csv", xlsx } as const;
