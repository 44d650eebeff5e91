import { createHash } from "node:crypto";
import { Problem } from "../model/problem.ts";
import { allFilesOf } from "./row.ts";
import type { Row, Store, Write } from "./store/store.ts";
import type { Done, Who } from "./work.ts";

/** How a request is made safe to repeat: the caller and their key, and what was asked under it. */
export interface Once { by: string; key: string; asked: unknown }

/** What a commit makes of one record: the version that it found, and the record before and after. */
export interface Draft { was: number | null; before: Row | undefined; now: Row | null; verb: string }

/** Who did what to which record, with what it was before and after: timeline, audit and undo read these. */
export function eventOf(commit: string, n: number, who: Who, path: string, { before, now, verb }: Draft): Write {
  const id = `${commit}-${n}`;
  const data = { id, commit, at: who.now, by: who.id, verb, on: path, version: now?.version ?? (before!.version + 1), before: before?.data ?? null, after: now?.data ?? null };
  return { type: "event", id, was: null, now: { type: "event", id, version: 1, data, keys: { on: path.toLowerCase(), by: who.id.toLowerCase(), at: who.now, commit, about: regardingOf(before, now), file: [...allFilesOf(before?.data), ...allFilesOf(now?.data)] }, text: "" } };
}

const digest = (what: unknown) => createHash("sha256").update(JSON.stringify(what)).digest("hex");
const receiptId = ({ by, key }: Once) => digest([by, key]);
/** Kept in the same commit as what it is the receipt of. */
export function receiptOf(once: Once, at: string, done: Done): Write {
  const id = receiptId(once);
  return { type: "receipt", id, was: null, now: { type: "receipt", id, version: 1, data: { asked: digest(once.asked), done }, keys: { at }, text: "" } };
}
/** Does what keeps a receipt, unless that was done under the same key before or by a twin meanwhile: then the answer is what was done then. */
export async function doneOnce(store: Store, once: Once | undefined, run: () => Promise<Done>): Promise<Done> {
  const before = once && await told(store, once);
  if (before) return before;
  try { return await run(); }
  catch (error) {
    const meanwhile = once && await told(store, once);
    if (meanwhile) return meanwhile;
    throw error;
  }
}
async function told(store: Store, once: Once): Promise<Done | undefined> {
  const row = await store.get("receipt", receiptId(once));
  if (!row) return undefined;
  if (row.data.asked !== digest(once.asked)) throw new Problem("key-reused");
  return row.data.done as Done;
}

/** Records that an activity or a note stood or stands beside, so that each tells what came and went there. */
const regardingOf = (...rows: (Row | null | undefined)[]): string[] => [...new Set(rows.flatMap(row => Array.isArray(row?.data.regarding) ? (row.data.regarding as string[]).map(path => path.toLowerCase()) : []))];
