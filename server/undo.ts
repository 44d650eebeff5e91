import { randomUUID } from "node:crypto";
import { reachOf } from "../model/may.ts";
import { Problem } from "../model/problem.ts";
import { pathOf, refsOf, splitPath, type AnyRecord } from "../model/record.ts";
import { recordType, records } from "../model/records.ts";
import { duplicateRules } from "./duplicates.ts";
import { doneOnce, eventOf, receiptOf, type Once } from "./history.ts";
import { byType, parts, rowsAt } from "./many.ts";
import { allFilesOf, rowOf } from "./row.ts";
import { all, Stale, type Row, type Store, type Write } from "./store/store.ts";
import type { Done, Who } from "./work.ts";

/** Takes back the commit if it was this caller's and nothing that it touched has changed since; the taking back is a commit of its own. */
export const undo = (store: Store, who: Who, commit: string, once?: Once): Promise<Done> => doneOnce(store, once, () => takeBack(store, who, commit, once));

async function takeBack(store: Store, who: Who, commit: string, once: Once | undefined): Promise<Done> {
  const { rows: events } = await store.find("event", { where: { commit }, take: all });
  if (!events.length || events.some(event => event.data.by !== who.id)) throw new Problem("not-found");
  const id = randomUUID(), rules = await duplicateRules(store), writes: Write[] = [], rows: Row[] = [];
  const paths = events.map(({ data }) => data.on as string), there = await rowsAt(store, paths);
  for (const [n, { data }] of events.entries()) {
    const [typeName, recordId] = splitPath(data.on as string), type = recordType(typeName), now = there.get(data.on as string);
    if (type && reachOf(who, "write", type) === "none") throw new Problem("forbidden");
    if ((now?.version ?? null) !== (data.after ? data.version : null)) throw new Problem("touched");
    const restored = data.before ? again(type, data.before as object, (data.version as number) + 1) : null;
    for (const hash of allFilesOf(restored?.data)) if (!await store.files.keep(hash)) throw new Problem("touched");
    if (type && restored) rows.push(restored);
    writes.push({ type: typeName, id: recordId, was: now?.version ?? null, now: restored });
    writes.push(eventOf(id, n, who, data.on as string, { was: now?.version ?? null, before: now, now: restored, verb: "undo" }));
    if (!now && !restored) writes.splice(-2);
  }
  await nothingRefers(store, events.filter(({ data }) => !data.before).map(({ data }) => data.on as string), new Set(paths));
  if (once) writes.push(receiptOf(once, who.now, { commit: id, rows }));
  try { await store.commit(writes); } catch (error) { throw error instanceof Stale ? new Problem("touched") : error; }
  return { commit: id, rows };

  /** A record as it was; without a declaration it is a counter. */
  function again(type: AnyRecord | undefined, data: object, version: number): Row {
    return type ? rowOf(type, { ...data, updatedAt: who.now, updatedBy: who.id }, version, rules) : { type: "counter", id: (data as { id: string }).id, version, data: data as Row["data"], keys: {}, text: "" };
  }
}

/** Records that others have come to refer to are not taken back from under them. */
async function nothingRefers(store: Store, born: readonly string[], alongside: ReadonlySet<string>): Promise<void> {
  for (const [type, ids] of byType(born))
    for (const other of Object.values(records) as unknown as AnyRecord[]) for (const [name, field] of refsOf(other)) {
      if (!field.to!.includes(type)) continue;
      for (const wanted of parts(ids.map(id => (field.to!.length > 1 ? pathOf(type, id) : id).toLowerCase())))
        if ((await store.find(other.name, { where: { [name]: wanted }, take: all })).rows.some(row => !alongside.has(pathOf(other.name, row.id)))) throw new Problem("touched");
    }
}
