import { beforeEach, describe, expect, it } from "@jest/globals";
import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { realDisk } from "../../server/store/disk.ts";
import { lineOf } from "../../server/store/line.ts";
import { lowdbStore, memoryStore } from "../../server/store/lowdb.ts";
import type { Row, Store } from "../../server/store/store.ts";
import { sweepDisk } from "./sweep.kit.ts";

let folder = "";
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), "dealwright-")); });

const row = (id: string, n = 1, version = 1): Row => ({ type: "lead", id, version, data: { n, words: "some words of it" }, keys: { n }, text: "some words of it" });
const add = (store: Store, id: string) => store.commit([{ type: "lead", id, was: null, now: row(id) }]);
const ids = async (store: Store) => (await store.find("lead", { take: 1000 })).rows.map(r => r.id);
const filled = async (...names: string[]) => { const store = await lowdbStore(folder); for (const id of names) await add(store, id); await store.close(); };
const journal = () => join(folder, "journal-000001");
const files = async () => Promise.all((await readdir(folder)).filter(name => name !== "files").sort().map(async name => [name, (await readFile(join(folder, name))).toString("hex")]));

describe("a folder that a crash has left", () => {
  it("loses a line that was cut anywhere, says so, and goes on", async () => {
    await filled("a", "b");
    const whole = await readFile(journal()), last = lineOf('{"type":"lead","id":"c"}\t');
    for (let size = 1; size < last.length; size += 3) {
      await writeFile(journal(), Buffer.concat([whole, last.subarray(0, size)]));
      const said: string[] = [], store = await lowdbStore(folder, { say: s => said.push(s) });
      expect([await ids(store), said.length]).toEqual([["a", "b"], 1]);
      await store.close();
      expect((await readFile(journal())).equals(whole)).toBe(true);
    }
  });
  it("loses a line whose blocks never reached the disk", async () => {
    await filled("a");
    const whole = await readFile(journal());
    await writeFile(journal(), Buffer.concat([whole, Buffer.alloc(700)]));
    const store = await lowdbStore(folder);
    expect(await ids(store)).toEqual(["a"]);
    await store.close();
  });
  it("loses, of commits that went to the disk together, all or none, in whatever order their blocks came there", async () => {
    await filled("a");
    const whole = await readFile(journal()), store = await lowdbStore(folder);
    await Promise.all(Array.from({ length: 12 }, (_, i) => add(store, `b${i}`)));
    await store.close();
    const after = await readFile(journal());
    for (let at = Math.ceil(whole.length / 512) * 512; at + 512 < after.length; at += 512) {
      const torn = Buffer.from(after).fill(0, at, at + 512), said: string[] = [];
      await writeFile(journal(), torn);
      const again = await lowdbStore(folder, { say: s => said.push(s) });
      expect([await ids(again), said.length]).toEqual([["a"], 1]);
      await again.close();
    }
    expect(after.length).toBeGreaterThan(whole.length + 1100);
  });
  it("refuses every single damaged byte, or is not harmed by it, and changes nothing", async () => {
    await filled("a", "b", "c");
    const whole = await readFile(journal());
    for (let at = 0; at < whole.length; at++) {
      const bad = Buffer.from(whole);
      bad[at]! ^= 1 << at % 8;
      await writeFile(journal(), bad);
      const before = await files();
      const opened = await lowdbStore(folder).then(async store => { const found = await ids(store); await store.close(); return found; }, error => (error as Error).message);
      if (typeof opened === "string") { expect(opened).toMatch(/^The store in .* is damaged: journal-000001 cannot be read from byte \d+ on\. Nothing was changed/); expect(await files()).toEqual(before); }
      else expect(opened).toEqual(["a", "b", "c"]);
    }
  });
  it("refuses a damaged snapshot and a missing journal", async () => {
    const store = await lowdbStore(folder, { compactAt: 500 });
    for (let i = 0; i < 20; i++) await add(store, `r${i}`);
    await store.close();
    const snapshot = (await readdir(folder)).find(name => name.startsWith("snapshot"))!;
    expect(snapshot).toBeDefined();
    const bytes = await readFile(join(folder, snapshot));
    for (const at of [5, bytes.length >> 1, bytes.length - 3]) {
      const bad = Buffer.from(bytes); bad[at]! ^= 4;
      await writeFile(join(folder, snapshot), bad);
      await expect(lowdbStore(folder)).rejects.toThrow("is damaged");
    }
    await writeFile(join(folder, snapshot), bytes.subarray(0, bytes.length - 30));
    await expect(lowdbStore(folder)).rejects.toThrow("is damaged");
  });
  it("is not opened by an older program", async () => {
    await writeFile(journal(), lineOf(JSON.stringify({ journal: 1, format: 2 })));
    await expect(lowdbStore(folder)).rejects.toThrow("was written by a newer version of this program (format 2; this one reads up to 1). Nothing was changed.");
  });
});

describe("a folder", () => {
  it("belongs to one at a time", async () => {
    const store = await lowdbStore(folder);
    await expect(lowdbStore(folder)).rejects.toThrow(/^The folder .* is in use by another process/);
    await store.close();
    await (await lowdbStore(folder)).close();
  });
  it("is taken over from a process that has died, even where its number is used again", async () => {
    const { hostname } = await import("node:os");
    for (const pid of [process.pid, 2 ** 22 + 1]) {
      await writeFile(join(folder, "lock"), JSON.stringify({ pid, started: "another time", host: hostname(), token: "x" }));
      await (await lowdbStore(folder)).close();
    }
  });
  it("that cannot be used is named in a sentence", async () => {
    await writeFile(join(folder, "file"), "");
    await expect(lowdbStore(join(folder, "file"))).rejects.toThrow(/^The folder .*file cannot be used \(E\w+\)\.$/);
  });
});

describe("a folder that is to forget", () => {
  const secret = async (store: Store) => { await store.commit([{ type: "lead", id: "a", was: null, now: { ...row("a"), data: { words: "a secret" } } }]); await store.commit([{ type: "lead", id: "a", was: 1, now: row("a", 1, 2) }]); };
  const holds = async () => (await Promise.all((await readdir(folder)).filter(name => name !== "files").map(name => readFile(join(folder, name), "utf8")))).join().includes("a secret");

  it("has nothing left of what was, also where others commit in the same moment", async () => {
    const store = await lowdbStore(folder);
    await secret(store);
    const before = await holds();
    await Promise.all([add(store, "b"), store.forget(), add(store, "c")]);
    expect([before, await holds(), await ids(store)]).toEqual([true, false, ["a", "b", "c"]]);
    await store.close();
    const again = await lowdbStore(folder);
    expect(await ids(again)).toEqual(["a", "b", "c"]);
    await again.close();
  });
  it("says so while it cannot, goes on, and has nothing left once it can, however often it could not", async () => {
    let fails = true;
    const store = await lowdbStore(folder, { disk: { ...realDisk, rename: async (from, to) => { if (fails) throw Object.assign(new Error("no"), { code: "EIO" }); await realDisk.rename(from, to); } } });
    await secret(store);
    for (let i = 0; i < 10; i++) { await expect(store.forget()).rejects.toMatchObject({ code: "unavailable" }); await add(store, `b${i}`); }
    expect(await holds()).toBe(true);
    fails = false;
    await store.forget();
    expect([await holds(), (await ids(store)).length]).toEqual([false, 11]);
    await store.close();
  });
});

describe("a disk that fails", () => {
  /** At every third act; `npm run test:faults` at each. */
  for (const code of ["EIO", "ENOSPC"] as const) it.each([["once", 1], ["for a while", 6]] as const)(`refuses what it could not save and keeps the rest: ${code}, at any act, %s`, async (_how, span) => {
    const { places, refused, faults } = await sweepDisk(code, span, 3);
    expect([faults, places > 20, refused > 5]).toEqual([[], true, true]);
  }, 60_000);
});

it("answers rightly while an index is being built and rows are born, changed and removed", async () => {
  const store = await memoryStore(), model = new Map<string, Row>();
  const born = (i: number) => row(String(i).padStart(5, "0"), i * 7919 % 5003);
  const put = async (...rows: Row[]) => { await store.commit(rows.map(now => ({ type: "lead", id: now.id, was: model.get(now.id)?.version ?? null, now }))); for (const now of rows) model.set(now.id, now); };
  await put(...Array.from({ length: 6000 }, (_, i) => born(i)));
  let built = false, changes = 0;
  const first = store.find("lead", { where: { n: { from: 100, to: 4000 } }, order: "n", take: 1e5 }).finally(() => { built = true; });
  for (; !built; changes++) {
    const id = String(changes * 37 % 6000).padStart(5, "0"), there = model.get(id);
    if (there) await put({ ...row(id, changes % 5003, there.version + 1) });
    const [gone] = [...model.keys()].slice(changes * 11 % 500);
    await store.commit([{ type: "lead", id: gone!, was: model.get(gone!)!.version, now: null }]); model.delete(gone!);
    await put(born(7000 + changes));
  }
  expect([(await first).total > 3000, changes > 1]).toEqual([true, true]);
  const { rows } = await store.find("lead", { where: { n: { from: 100, to: 4000 } }, order: "n", take: 1e5 });
  const expected = [...model.values()].filter(r => (r.keys.n as number) >= 100 && (r.keys.n as number) <= 4000).sort((a, b) => (a.keys.n as number) - (b.keys.n as number) || (a.id < b.id ? -1 : 1));
  expect(rows.map(r => r.id)).toEqual(expected.map(r => r.id));
});
