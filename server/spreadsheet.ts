import { unzipSync } from "fflate";
import { readSheet } from "read-excel-file/node";
import writeXlsxFile from "write-excel-file/node";
import { Problem } from "../model/problem.ts";

export const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Cells as a workbook with one sheet; the headers stay in view. Every cell is text, so that nothing in it is a formula or loses its leading noughts. */
export const workbookOf = async (rows: readonly (readonly string[])[], name: string): Promise<Uint8Array> =>
  await writeXlsxFile(rows.map((row, n) => row.map(value => value === "" ? null : { value, type: String, ...!n && { fontWeight: "bold" as const } })), { sheet: name.slice(0, 31), stickyRowsCount: 1 }).toBuffer();

/** The cells of the first sheet of a workbook; empty rows are left out. A zip may claim to be anything, so what would unpack to too much is not unpacked. */
export async function cellsOfWorkbook(bytes: Buffer): Promise<string[][]> {
  let size = 0;
  try {
    unzipSync(bytes, { filter: ({ originalSize }) => { size += originalSize; return false; } });
    if (size > largest) throw new Problem("too-large");
    return (await readSheet(bytes, { trim: false })).map(row => row.map(written)).filter(row => row.some(cell => cell.trim()));
  } catch (cause) { throw cause instanceof Problem ? cause : new Problem("malformed", { detail: "This is not a workbook that can be read", cause }); }
}
const largest = 200_000_000;

/** A cell as it would stand in a CSV: days without a time, moments in UTC. */
function written(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, "");
  return cell === null || cell === undefined ? "" : typeof cell === "boolean" ? String(Number(cell)) : String(cell as string | number);
}
