import { createHash } from "node:crypto";
import { Problem } from "../model/problem.ts";
import { allFilesOf } from "./row.ts";
import type { Row, Store, Write } from "./store/store.ts";
import type { Done, Once, Who } from "./work.ts";

/** What a commit makes of one record: the version that it found, and the record before and after. */
export interface Draft { was: number | null; before: Row | undefined; now: Row | null; verb: string }

/** Who did what to which record, with what it was before and after: timeline, audit and undo read these. */
export function eventOf(commit: string, n: number, who: Who, path: string, { before, now, verb }: Draft): Write {
  const id = `${commit}-${n}`;
  const data = { id, commit, at: who.now, by: who.id, verb, on: path, version: now?.version ?? (before!.version + 1), before: before?.data ?? null, after: now?.data ?? null };
  return { type: "event", id, was: null, now: { type: "event", id, version: 1, data, keys: { on: path.toLowerCase(), by: who.id.toLowerCase(), at: who.now, commit, about: regardingOf(before, now), file: [...allFilesOf(before?.data), ...allFilesOf(now?.data)] }, text: "" } };
}

const digest = (what: unknown) => createHash("sha256").update(JSON.stringify(what)).digest("hex");
const receiptId = (who: Who, once: Once) => digest([who.id, once.key]);
/** Kept in the same commit as what it is the receipt of. */
export function receiptOf(who: Who, once: Once, done: Done): Write {
  const id = receiptId(who, once);
  return { type: "receipt", id, was: null, now: { type: "receipt", id, version: 1, data: { asked: digest(once.asked), done }, keys: { at: who.now }, text: "" } };
}
/** The answer that the caller's key was given before. */
export async function told(store: Store, who: Who, once: Once): Promise<Done | undefined> {
  const row = await store.get("receipt", receiptId(who, once));
  if (!row) return undefined;
  if (row.data.asked !== digest(once.asked)) throw new Problem("key-reused");
  return row.data.done as Done;
}

/** Records that an activity or a note stood or stands beside, so that each tells what came and went there. */
const regardingOf = (...rows: (Row | null | undefined)[]): string[] => [...new Set(rows.flatMap(row => Array.isArray(row?.data.regarding) ? (row.data.regarding as string[]).map(path => path.toLowerCase()) : []))];
