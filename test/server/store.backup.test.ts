import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { shape } from "../../server/shape.ts";
import { backUp, folderSource, postgresSource, restore, verify } from "../../server/store/backup.ts";
import { folderTarget, postgresTarget } from "../../server/store/backupTarget.ts";
import { folderFiles } from "../../server/store/filesFolder.ts";
import { postgresFiles } from "../../server/store/filesPostgres.ts";
import { lowdbStore } from "../../server/store/lowdb.ts";
import { postgresStore } from "../../server/store/postgres.ts";
import type { Row, Store } from "../../server/store/store.ts";
import { startPostgres, type Postgres } from "../setup/postgres.ts";

let postgres: Postgres;
beforeAll(async () => { postgres = await startPostgres(); }, 60_000);
afterAll(() => postgres?.stop());

const row = (id: string, n: number, version = 1): Row => ({ type: "lead", id, version, data: { n, name: "王芳\0\ud800" }, keys: { n, tags: [id, "x"] }, text: `王芳 ${id}` });
const all = async (store: Store) => (await store.find("lead", { take: 1e6 })).rows;
const content = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(700_000, "words\n")]);
async function* stream() { yield content; }

it("goes from a folder that is being written to a database and back, and is equal to a state in between", async () => {
  const folder = await mkdtemp(join(tmpdir(), "dealwright-")), data = join(folder, "data");
  const store = await lowdbStore(data, { compactAt: 20_000 }), files = await folderFiles(join(data, "files"));
  const { hash } = await files.put(stream(), "application/pdf");
  let n = 0, go = true;
  const write = async () => { const id = String(n++); await store.commit([{ type: "lead", id, was: null, now: row(id, 0) }]); if (n % 3 === 0) await store.commit([{ type: "lead", id, was: 1, now: row(id, 1, 2) }]); if (n % 7 === 0) await store.commit([{ type: "lead", id, was: n % 3 ? 1 : 2, now: null }]); };
  while (n < 300) await write();
  const before = await all(store);
  const writing = (async () => { while (go) await write(); })();
  try { for (let i = 0; i < 4; i++) await backUp(folderSource(data, files), join(folder, `b${i}`), "2026-11-24T00:00:00Z"); } finally { go = false; }
  await writing;
  const after = await all(store);
  await store.close();

  const database = await postgresStore(await postgres.database());
  const { rows, files: count } = await restore(join(folder, "b3"), await postgresTarget(database.pool));
  const restored = await all(database);
  expect([rows > restored.length, count]).toEqual([true, 1]);
  expect(restored).toEqual(expect.arrayContaining(before));
  /** The newest may have been caught between its birth and its change. */
  const newest = Math.max(...restored.map(r => Number(r.id)));
  expect(after).toEqual(expect.arrayContaining(restored.filter(r => Number(r.id) !== newest)));
  await expect(postgresTarget(database.pool)).rejects.toThrow("The database is not empty");

  await backUp(postgresSource(database.pool, postgresFiles(database.pool)), join(folder, "second"), "2026-11-24T00:00:00Z");
  await restore(join(folder, "second"), await folderTarget(join(folder, "again")));
  const again = await lowdbStore(join(folder, "again"));
  expect(await all(again)).toEqual(restored);
  const parts: Buffer[] = [];
  for await (const part of (await (await folderFiles(join(folder, "again", "files"))).read(hash))!) parts.push(part as Buffer);
  expect(Buffer.concat(parts).equals(content)).toBe(true);
  await expect(folderTarget(join(folder, "again"))).rejects.toThrow("is not empty");
  await again.close(); await database.close();
}, 60_000);

it("is refused when a single byte of it is wrong or missing, and nothing is restored", async () => {
  const folder = await mkdtemp(join(tmpdir(), "dealwright-")), store = await lowdbStore(join(folder, "data"));
  for (const id of ["a", "b", "c"]) await store.commit([{ type: "lead", id, was: null, now: row(id, 1) }]);
  const path = join(folder, "backup");
  await backUp(folderSource(join(folder, "data"), await folderFiles(join(folder, "files"))), path, "2026-11-24T00:00:00Z");
  await store.close();
  expect(await verify(path)).toEqual({ rows: 3, files: 0, format: 1 });
  const whole = await readFile(path);
  for (let at = 0; at < whole.length; at++) {
    const bad = Buffer.from(whole); bad[at]! ^= 1 << at % 8;
    await writeFile(path, at % 2 ? bad : whole.subarray(0, at));
    await expect(verify(path)).rejects.toThrow(/is damaged or incomplete|newer version/);
  }
  await expect(restore(path, await folderTarget(join(folder, "new")))).rejects.toThrow("nothing was restored");
  expect((await readdir(folder)).sort()).toEqual(["backup", "data", "files"]);
}, 60_000);

it("is one command each way, from a folder in use to a database, and says in one sentence what it will not do", async () => {
  const folder = await mkdtemp(join(tmpdir(), "dealwright-")), DATA = join(folder, "data"), file = join(folder, "backup"), DATABASE_URL = await postgres.database();
  const command = (env: Record<string, string>, ...words: string[]) => promisify(execFile)(process.execPath, ["--import", "tsx", "server/backup.ts", ...words], { cwd: join(import.meta.dirname, "../.."), env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env } }).then(({ stdout }) => [0, stdout.trim()], (error: { code: number; stderr: string }) => [error.code, error.stderr.trim()]);
  const store = await lowdbStore(DATA, { shape });
  await store.commit(["a", "b"].map(id => ({ type: "lead", id, was: null, now: row(id, 1) })));
  expect(await command({ DATA }, "--to", file)).toEqual([0, `Backed up to ${file}, 2 entries and 0 files.`]);
  expect(await command({}, "--verify", file)).toEqual([0, `Sound: ${file}, 2 entries and 0 files.`]);
  expect(await command({ DATABASE_URL, DATA: join(folder, "other") }, "--from", file)).toEqual([0, `Restored from ${file}, 2 entries and 0 files.`]);
  const database = await postgresStore(DATABASE_URL, { shape });
  expect((await database.find("lead")).rows.map(({ id, data }) => [id, data.n])).toEqual([["a", 1], ["b", 1]]);
  await database.close(); await store.close();
  expect(await Promise.all([command({ DATABASE_URL }, "--from", file), command({ DATA }, "--from", file), command({ DATA: join(folder, "new") }, "--from", join(folder, "none")), command({ DATA })])).toEqual([
    [1, "The database is not empty: a backup is only restored into an empty one. Nothing was changed."],
    [1, `The folder ${DATA} is not empty: a backup is only restored into an empty one. Nothing was changed.`],
    [1, `The backup ${join(folder, "none")} cannot be read (ENOENT).`],
    [1, "Say one of --to FILE, --from FILE, --verify FILE."],
  ]);
  expect((await readdir(folder)).sort()).toEqual(["backup", "data"]);
}, 60_000);
