import { noPreferences, preferring, type Preferences, type Wish } from "../model/preferences.ts";
import { Problem } from "../model/problem.ts";
import { Stale, type Store } from "./store/store.ts";

/** What one user wants remembered. */
export async function preferencesOf(store: Store, user: string): Promise<Preferences> {
  return preferencesIn((await store.get("preference", user))?.data);
}
const preferencesIn = (data: object | undefined): Preferences => ({ ...noPreferences, ...data });

/** Keeps a wish. It is nobody else's business and no change of any record, so it is written without an event, past work.ts. */
export async function prefer(store: Store, user: string, asked: Wish): Promise<Preferences> {
  for (let tries = 5; ; tries--) {
    const row = await store.get("preference", user), was = preferencesIn(row?.data), now = preferring(was, asked);
    if (now === was) return now;
    const version = (row?.version ?? 0) + 1;
    try { await store.commit([{ type: "preference", id: user, was: row?.version ?? null, now: { type: "preference", id: user, version, data: { ...now }, keys: {}, text: "" } }]); return now; }
    catch (error) { if (!(error instanceof Stale)) throw error; if (tries < 1) throw new Problem("unavailable", { cause: error }); }
  }
}
