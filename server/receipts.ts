import { house } from "./settle.ts";
import type { Store } from "./store/store.ts";
import { insisting } from "./insisting.ts";
import { work } from "./work.ts";

/** So long a key is known, in ms: longer than a pane keeps what it could not send. */
const known = 30 * 86_400_000;

/** Removes the receipts that nobody will ask for any more; another instance may do it in the same moment. */
export async function sweepReceipts(store: Store, now: Date): Promise<void> {
  const some = async () => (await store.find("receipt", { where: { at: { to: new Date(now.getTime() - known).toISOString() } }, take: 500 })).rows;
  const remove = async () => { const old = await some(); if (old.length) await work(store, house(now.toISOString()), [], { also: old.map(({ type, id, version }) => ({ type, id, was: version, now: null })) }); return old.length > 0; };
  while (await insisting(remove));
}
