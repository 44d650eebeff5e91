import { mkdir, readdir, rename, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Pool } from "pg";
import type { Target } from "./backup.ts";
import { realDisk } from "./disk.ts";
import type { Files } from "./files.ts";
import { usualLimits } from "./files.ts";
import { folderFiles } from "./filesFolder.ts";
import { postgresFiles } from "./filesPostgres.ts";
import { handOut, type Placing } from "./kept.ts";
import { lowdbStore } from "./lowdb.ts";
import { writing } from "./postgres.ts";
import type { Shape } from "./shape.ts";
import type { Write } from "./store.ts";

const limits = { ...usualLimits, size: Infinity, quota: Infinity };

/** A folder that is filled beside its place and takes it when all is there. */
export async function folderTarget(folder: string, shape?: Shape): Promise<Target> {
  const there = await readdir(folder).catch(() => [] as string[]);
  if (there.length) throw new Error(`The folder ${folder} is not empty: a backup is only restored into an empty one. Nothing was changed.`);
  const draft = `${folder}.restoring`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  const store = await lowdbStore(draft, { shape }), files: Files = await folderFiles(join(draft, "files"), limits), next = successor();
  return {
    files,
    place: placings => store.commit(next(placings)),
    async done() {
      await store.close();
      await rmdir(folder).catch(() => {});
      await rename(draft, folder);
      await realDisk.syncFolder(dirname(folder));
    },
    async undo() { await store.close(); await rm(draft, { recursive: true, force: true }); },
  };
}

/** A database that is filled in one transaction. */
export async function postgresTarget(pool: Pool): Promise<Target> {
  const { rows: [there] } = await pool.query<{ any: boolean }>("select exists (select from rows) or exists (select from files) as any");
  if (there!.any) throw new Error("The database is not empty: a backup is only restored into an empty one. Nothing was changed.");
  const client = (await pool.connect()).on("error", () => {}), next = successor();
  await client.query("begin; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0");
  return {
    files: postgresFiles(client as unknown as Pool, limits),
    async place(placings) { const writes = next(placings); if (writes.length) await client.query({ name: "commit", text: "select commit_writes($1, $2)", values: [JSON.stringify(writes.map(writing)), "restore"] }); },
    async done() { await client.query("commit"); client.release(); },
    async undo() { await client.query("rollback").catch(() => {}); client.release(true); },
  };
}

/** A journal says what is; a commit also says what was. */
function successor() {
  const versions = new Map<string, number>();
  return (placings: Placing[]): Write[] => placings.flatMap(({ type, id, now }) => {
    const name = `${type}/${id}`, was = versions.get(name) ?? null;
    if (now) versions.set(name, now.version); else versions.delete(name);
    return was === null && !now ? [] : [{ type, id, was, now: now && handOut(now) }];
  });
}
