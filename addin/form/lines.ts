import type { FieldProblem } from "../../model/problem.ts";

export type Line = Record<string, unknown>;
export const titleless = (line: Line): boolean => !Object.values(line).some(value => value !== undefined);
/** The lines that something is wrong with, by the paths of what is wrong: `lines.2.quantity`. */
export const wrongLines = (wrong: readonly FieldProblem[]): number[] => [...new Set(wrong.flatMap(({ field }) => { const n = Number(field.split(".")[1]); return Number.isInteger(n) ? [n] : []; }))];
/** What is wrong with one cell. */
export const faultOf = (wrong: readonly FieldProblem[], n: number, cell: string): FieldProblem | undefined => wrong.find(({ field }) => field.endsWith(`.${n}.${cell}`));
/** The lines after one cell of one line was changed; nothing where none is left. */
export const withCell = (lines: readonly Line[], n: number, cell: string, value: unknown): Line[] => lines.map((line, i) => i === n ? { ...line, [cell]: value } : line);
