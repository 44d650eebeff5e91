import { noPreferences, preferring, type Preferences, type Wish } from "../model/preferences.ts";
import { Problem } from "../model/problem.ts";
import { doneOnce, receiptOf, type Once } from "./history.ts";
import { Stale, type Store, type Write } from "./store/store.ts";
import type { Who } from "./work.ts";

/** What one user wants remembered. */
export async function preferencesOf(store: Store, user: string): Promise<Preferences> {
  return preferencesIn((await store.get("preference", user))?.data);
}
const preferencesIn = (data: object | undefined): Preferences => ({ ...noPreferences, ...data });

/** Keeps a wish. It is nobody else's business and no change of any record, so it is written without an event, past work.ts. */
export async function prefer(store: Store, { id: user, now: at }: Who, asked: Wish, once?: Once): Promise<Preferences> {
  for (let tries = 5; ; tries--) {
    try {
      const { note } = await doneOnce(store, once, async () => {
        const row = await store.get("preference", user), was = preferencesIn(row?.data), now = preferring(was, asked), version = (row?.version ?? 0) + 1, done = { commit: "", rows: [], note: now };
        const writes: Write[] = [...now === was ? [] : [{ type: "preference", id: user, was: row?.version ?? null, now: { type: "preference", id: user, version, data: { ...now }, keys: {}, text: "" } }], ...once ? [receiptOf(once, at, done)] : []];
        if (writes.length) await store.commit(writes);
        return done;
      });
      return note as Preferences;
    } catch (error) { if (!(error instanceof Stale)) throw error; if (tries < 1) throw new Problem("unavailable", { cause: error }); }
  }
}
