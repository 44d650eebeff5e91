import { Low } from "lowdb";
import { JSONFile } from "lowdb/node";
import { join } from "node:path";
import type { Disk } from "../../server/store/disk.ts";
import { lowdbStore } from "../../server/store/lowdb.ts";
import { Stale, type Row, type Write } from "../../server/store/store.ts";
import type { Operation } from "./checker.ts";

/** What a history is made on: ours, or plain lowdb for comparison. */
export interface Storage { commit(write: Write): Promise<void>; get(id: string): Promise<Row | undefined>; all(): Promise<Row[]>; close(): Promise<void> }

/** lowdb as it comes, used as its manual says: change the data, write the file. */
export async function plainStorage(folder: string): Promise<Storage> {
  const db = new Low<{ rows: Row[] }>(new JSONFile(join(folder, "db.json")), { rows: [] });
  await db.read();
  const at = (id: string) => db.data.rows.findIndex(row => row.id === id);
  return {
    async commit({ id, was, now }) {
      const place = at(id), there = db.data.rows[place];
      if ((there?.version ?? null) !== was) throw new Stale();
      if (!now) db.data.rows.splice(place, 1); else if (there) db.data.rows[place] = now; else db.data.rows.push(now);
      await db.write();
    },
    async get(id) { return db.data.rows[at(id)]; },
    async all() { return db.data.rows; },
    async close() {},
  };
}

export async function journalStorage(folder: string, disk?: Disk): Promise<Storage> {
  const store = await lowdbStore(folder, { compactAt: 60_000, ...(disk && { disk }) });
  return { commit: write => store.commit([write]), get: id => store.get("thing", id), all: async () => (await store.find("thing", { take: 1e9 })).rows, close: () => store.close() };
}

/** Heard as soon as an operation begins (`info`) and again when it was answered, under the same number. */
export type Tell = (number: number, operation: Operation) => void;

/**
 * Eight writers who bear, read, change and remove things, until `goOn` is false.
 * An error other than Stale counts as refused too: a store that answers an error promises that nothing was saved.
 */
export async function work(storage: Storage, seed: string, tell: Tell, goOn: () => boolean): Promise<void> {
  let random = [...seed].reduce((sum, c) => Math.imul(sum, 31) + c.charCodeAt(0) >>> 0, 7), names = 0, told = 0;
  const below = (n: number) => { random = Math.imul(random, 1664525) + 1013904223 >>> 0; return Math.floor(random / 2 ** 32 * n); };
  const now = () => performance.timeOrigin + performance.now();
  async function write(key: string, was: number | null, remove: boolean) {
    const number = told++, version = remove ? 0 : (was ?? 0) + 1, value = { by: seed, n: number, words: "x".repeat(below(300)) };
    const operation: Operation = { op: "write", key, version, was, value, begun: now(), ended: 0, result: "info" };
    tell(number, operation);
    const result = await storage.commit({ type: "thing", id: key, was, now: remove ? null : { type: "thing", id: key, version, data: value, keys: { n: number }, text: value.words } }).then(() => "ok" as const, () => "fail" as const);
    tell(number, { ...operation, result, ended: now() });
  }
  await Promise.all(Array.from({ length: 8 }, async () => {
    while (goOn()) {
      const key = `${seed}-${below(3) && names ? below(names) : names++}`, begun = now(), row = await storage.get(key);
      if (row) {
        tell(told++, { op: "read", key, version: row.version, value: row.data, begun, ended: now(), result: "ok" });
        await write(key, row.version, !below(12));
      } else if (key === `${seed}-${names - 1}`) await write(key, null, false);
      await new Promise(setImmediate);
    }
  }));
}
