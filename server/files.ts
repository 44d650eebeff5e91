import { may, type Caller } from "../model/may.ts";
import { Problem, problem } from "../model/problem.ts";
import type { AnyRecord, AnyRow } from "../model/record.ts";
import { recordType, records } from "../model/records.ts";
import { allFilesOf } from "./row.ts";
import { isHash } from "./store/files.ts";
import type { Row, Store } from "./store/store.ts";

const types = (Object.values(records) as unknown as AnyRecord[]).filter(type => "files" in type.fields).map(type => type.name);
/** What a record refers to by hash, an undo may bring back: for so long the trail of changes keeps a file as well. */
const undoable = 30 * 24 * 3600_000;

/** Before records come to refer to files: each is here, is the caller's own or stands on a record that they may read, and will not be swept meanwhile. */
export async function keepFiles(store: Store, who: Caller, drafts: Iterable<{ before: Row | undefined; now: Row | null }>): Promise<void> {
  for (const { before, now } of drafts) {
    const known = new Set(allFilesOf(before?.data));
    for (const hash of allFilesOf(now?.data)) {
      if (known.has(hash) || isHash(hash) && await store.files.keep(hash) && await mayUse(store, who, hash)) continue;
      const places = ["files", "earlier"].map(field => [field, ((now!.data[field] ?? []) as { hash?: string }[]).findIndex(file => file.hash === hash)] as const), [field, at] = places.find(([, at]) => at >= 0)!;
      throw new Problem("invalid", { fields: [problem(`${field}.${at}.hash`, "no-such-file")] });
    }
  }
}

async function mayUse(store: Store, who: Caller, hash: string): Promise<boolean> {
  if (await store.files.isFrom(hash, who.id)) return true;
  const { rows } = await store.find(types, { where: { file: hash }, take: 200 });
  return rows.some(row => may(who, "read", recordType(row.type)!, row.data as AnyRow));
}

/** Removes the files that no record refers to, nor any change of the last month. */
export const sweepFiles = (store: Store, now: Date): Promise<number> => store.files.sweep(async hashes => {
  const [here, lately] = await Promise.all([
    store.find([...types, "document"], { where: { file: hashes }, take: 1e6 }),
    store.find("event", { where: { file: hashes, at: { from: new Date(now.getTime() - undoable).toISOString() } }, take: 1e6 }),
  ]);
  return new Set([...here.rows, ...lately.rows].flatMap(row => row.keys.file ?? []) as string[]);
});
