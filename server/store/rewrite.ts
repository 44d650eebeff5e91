import { Stale, type Row, type Store } from "./store.ts";

/** Goes through all rows of these types and writes anew those that `anew` makes otherwise, under the version that they have. Whoever changes one meanwhile wins. */
export async function rewrite(store: Store, types: readonly string[], anew: (row: Row) => Promise<Row>): Promise<number> {
  let written = 0;
  for (const type of types)
    for (let from = ""; ;) {
      const { rows } = await store.find(type, { where: { id: { from } }, order: "id", take: page + 1 });
      const writes = (await Promise.all(rows.slice(0, page).map(async row => [row, await anew(row)] as const))).filter(([row, now]) => JSON.stringify([row.keys, row.data, row.text]) !== JSON.stringify([now.keys, now.data, now.text]))
        .map(([row, now]) => ({ type, id: row.id, was: row.version, now }));
      if (writes.length) await store.commit(writes).then(() => { written += writes.length; }, one);
      if (rows.length <= page) break;
      from = rows[page]!.id;

      async function one(error: unknown): Promise<void> {
        if (!(error instanceof Stale)) throw error;
        for (const write of writes) await store.commit([write]).then(() => { written++; }, (why: unknown) => { if (!(why instanceof Stale)) throw why; });
      }
    }
  return written;
}

/** Has the embedded store write a snapshot of how things are now, so that nothing older is left in its folder; a database sees to that itself. */
export const forgetPast = (store: Store): Promise<void> => store.commit([]);

const page = 500;
