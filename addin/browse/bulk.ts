import type { Fields } from "../../model/field.ts";
import { may, type Caller } from "../../model/may.ts";
import type { Problem } from "../../model/problem.ts";
import { verbsFor, type AnyRecord, type AnyRow } from "../../model/record.ts";
import { problemOf } from "../use.ts";

/** What every one of these records may hear now, and asks nothing that must be answered for each on its own. */
export function verbsForAll(type: AnyRecord, rows: readonly AnyRow[], me: Caller): string[] {
  if (!rows.length || !rows.every(row => may(me, "write", type, row))) return [];
  const names = rows.map(row => verbsFor(type, row).map(([verb]) => verb));
  return names[0]!.filter(verb => names.every(some => some.includes(verb)) && !needsOwnAnswer(type.verbs[verb]!.asks as Fields | undefined));
}
const needsOwnAnswer = (asks: Fields = {}) => Object.values(asks).some(({ kind, required }) => kind === "lines" || (required && ["money", "ref", "refs"].includes(kind)));

export interface Outcome { commits: string[]; refused: Map<string, Problem> }

/** Does one thing to each record in turn, each in a commit of its own, so that one refusal does not hold up the rest; `heard` tells how far it is and may stop it. */
export async function each(rows: readonly AnyRow[], act: (row: AnyRow) => Promise<{ commit: string }>, heard: (n: number) => boolean): Promise<Outcome> {
  const commits: string[] = [], refused = new Map<string, Problem>();
  for (const [n, row] of rows.entries()) {
    if (!heard(n)) break;
    try { commits.push((await act(row)).commit); } catch (error) { refused.set(row.id, problemOf(error)); }
  }
  return { commits, refused };
}
