import { randomBytes } from "node:crypto";
import { Stale, type Store } from "./store/store.ts";

/** A key by its name, one for all instances of the service: made when it is first wanted, kept beside the records and never handed out. */
export async function secretOf(store: Store, name: string): Promise<string> {
  const row = await store.get("secret", name);
  if (row) return row.data.key as string;
  const key = randomBytes(32).toString("base64url");
  try { await store.commit([{ type: "secret", id: name, was: null, now: { type: "secret", id: name, version: 1, data: { key }, keys: {}, text: "" } }]); return key; }
  catch (error) { if (error instanceof Stale) return secretOf(store, name); throw error; }
}
