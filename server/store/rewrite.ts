import { Problem } from "../../model/problem.ts";
import { keep } from "./kept.ts";
import { Stale, type Row, type Store } from "./store.ts";

type Anew = (row: Row) => Promise<Row>;

/** Goes through all rows of these types and writes anew those that `anew` makes otherwise, under the version that they have. Whoever changes one meanwhile wins. */
export const rewrite = async (store: Store, types: readonly string[], anew: Anew): Promise<number> => (await pass(store, types, anew)).written;

/** The same as a change: under a next version, so that nobody who read a row before writes it back, and again until nothing is left that `anew` makes otherwise. */
export async function rewriteForGood(store: Store, types: readonly string[], anew: Anew): Promise<number> {
  let all = 0;
  for (let tries = 0; tries < passes; tries++) {
    const { written, missed } = await pass(store, types, async row => ({ ...await anew(row), version: row.version + 1 }));
    all += written;
    if (!written && !missed) return all;
  }
  throw new Problem("unavailable", { detail: "Too much is being changed meanwhile, so that some of it may be left: please ask again", seconds: 30 });
}

/** One way through the rows: how many were written, and how many somebody else had changed meanwhile. */
async function pass(store: Store, types: readonly string[], anew: Anew): Promise<{ written: number; missed: number }> {
  let written = 0, missed = 0;
  for (const type of types)
    for (let from = ""; ;) {
      const { rows } = await store.find(type, { where: { id: { from } }, order: "id", take: page + 1 });
      const writes = (await Promise.all(rows.slice(0, page).map(async row => [row, await anew(row)] as const))).filter(([row, now]) => same(row) !== same(now)).map(([row, now]) => ({ type, id: row.id, was: row.version, now }));
      if (writes.length) await store.commit(writes).then(() => { written += writes.length; }, one);
      if (rows.length <= page) break;
      from = rows[page]!.id;

      async function one(error: unknown): Promise<void> {
        if (!(error instanceof Stale)) throw error;
        for (const write of writes) await store.commit([write]).then(() => { written++; }, (why: unknown) => { if (!(why instanceof Stale)) throw why; missed++; });
      }
    }
  return { written, missed };
}

/** Rows with the same of this are kept alike. */
const same = (row: Row): string => { const { keys, data, text } = keep(row); return JSON.stringify([keys, data, text]); };
const page = 500, passes = 5;
