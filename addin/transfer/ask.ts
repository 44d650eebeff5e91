import type { FieldProblem } from "../../model/problem.ts";
import type { RecordName } from "../../model/records.ts";
import { query, type Api } from "../api.ts";

export type Does = "create" | "update" | "skip" | "refuse";
export type Policy = "skip" | "update" | "create";
/** What becomes of one row of a table, as the service says. */
export interface Told { row: number; does: Does; id?: string; like?: number; title?: string; fields?: FieldProblem[]; detail?: string }
export interface Report { rows: Told[]; columns: { header: string; field?: string; sample?: string }[]; commit?: string }
export interface Wanted { policy: Policy; map: Record<string, string | null>; dry: boolean; /** Makes it safe to ask again for what is to be saved. */ key?: string }

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const isWorkbook = (file: File) => file.type === xlsx || /\.xlsx$/i.test(file.name);

/** Rehearses an import, or does it; `hear` is told how many rows have been looked at. */
export const askImport = (api: Api, type: RecordName, file: File, { policy, map, dry, key }: Wanted, hear: (done: number, of: number) => void): Promise<Report> =>
  api.told<Report>(`import/${type}?${query({ duplicates: policy, dry: String(dry), map: JSON.stringify(map) })}`, file, isWorkbook(file) ? xlsx : "text/csv", hear, dry ? undefined : key);

/** The records of a list as a file. */
export const askExport = (api: Api, type: RecordName, as: "csv" | "xlsx", filter: Record<string, string | undefined>): Promise<Uint8Array> =>
  api.bytes(`export/${type}?${query({ ...filter, as })}`);
export const mimeOf = { csv: "text/csv", xlsx } as const;
