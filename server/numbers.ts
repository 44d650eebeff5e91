import type { AnyRecord } from "../model/record.ts";
import type { Draft } from "./history.ts";
import type { Store } from "./store/store.ts";

/** The next number of a record type. Its counter is one more draft of the same commit, so that a number is given if and only if its record is kept; undo takes the counter back too, which succeeds only while no later number was given. */
export async function nextNumber({ name, numbered }: AnyRecord, drafts: Map<string, Draft>, store: Store): Promise<string> {
  const path = `counter/${name}`, held = drafts.get(path), before = held ? held.before : await store.get("counter", name);
  const last = Number((held?.now ?? before)?.data.last ?? 0) + 1, version = (before?.version ?? 0) + 1;
  drafts.set(path, { was: before?.version ?? null, before, now: { type: "counter", id: name, version, data: { id: name, last }, keys: {}, text: "" }, verb: "number" });
  return `${numbered!.prefix}${String(last).padStart(5, "0")}`;
}

/** Whoever needs a number of this store waits here until those before have committed: within one instance nobody races for the counter. Returns how to leave. */
export async function lineUp(store: Store): Promise<() => void> {
  const ahead = lines.get(store);
  let leave = () => {};
  lines.set(store, new Promise(resolve => { leave = resolve; }));
  await ahead;
  return leave;
}
const lines = new WeakMap<Store, Promise<void>>();

/** Another instance was faster: a moment that grows, and differs between instances. */
export const aMoment = (tries: number) => new Promise(resolve => setTimeout(resolve, Math.random() * 4 * tries));
