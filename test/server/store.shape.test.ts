import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { restore } from "../../server/store/backup.ts";
import { folderTarget } from "../../server/store/backupTarget.ts";
import { lowdbStore } from "../../server/store/lowdb.ts";
import { postgresStore } from "../../server/store/postgres.ts";
import type { Shape } from "../../server/store/shape.ts";
import type { Row, Store } from "../../server/store/store.ts";
import { startPostgres, type Postgres } from "../setup/postgres.ts";
import { faultyDisk } from "./disk.faults.ts";

let postgres: Postgres, folder = "";
beforeAll(async () => { postgres = await startPostgres(); }, 60_000);
afterAll(() => postgres?.stop());
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), "dealwright-")); });

/** Yesterday a person was one name and fax numbers were rows of their own; today a name is two and nobody has a fax. Keys are made from what the data are now. */
const keyed = (row: Row): Row => ({ ...row, keys: { last: String(row.data.last ?? row.data.name).toLowerCase() }, text: Object.values(row.data).join(" ").toLowerCase() });
const yesterday: Shape = { migrations: [], print: "a", keyed };
const today: Shape = {
  migrations: [
    row => row.type !== "person" ? row : { ...row, data: { first: String(row.data.name).split(" ")[0], last: String(row.data.name).split(" ")[1] } },
    row => row.type === "fax" ? null : row,
  ], print: "b", keyed,
};
const people = Array.from({ length: 700 }, (_, i) => keyed({ type: "person", id: `p${String(i).padStart(3, "0")}`, version: 3, data: { name: `Ada${i} Lace${i}` }, keys: {}, text: "" }));
const fill = async (store: Store) => {
  await store.commit(people.map(now => ({ type: now.type, id: now.id, was: null, now })));
  await store.commit([{ type: "fax", id: "f", was: null, now: { type: "fax", id: "f", version: 1, data: { name: "+49 30 1" }, keys: {}, text: "" } }]);
};
const all = async (store: Store) => (await store.find(["person", "fax"], { take: 1000 })).rows;
const isOld = async (store: Store) => expect((await all(store)).filter(row => row.type === "person")).toEqual(people);
async function isNew(store: Store) {
  expect(await all(store)).toEqual(people.map((row, i) => ({ ...row, data: { first: `Ada${i}`, last: `Lace${i}` }, keys: { last: `lace${i}` }, text: `ada${i} lace${i}` })));
  expect((await store.find("person", { where: { last: "lace7" } })).rows.map(row => row.id)).toEqual(["p007"]);
  expect((await store.find("person", { text: "ada699" })).total).toBe(1);
}

interface Place { open(shape: Shape): Promise<Store>; older: RegExp }
const places: [string, () => Promise<Place>][] = [
  ["a folder", async () => ({ open: shape => lowdbStore(join(folder, "data"), { shape }), older: /^The store in .* was written by a newer version of this program \(format 3; this one reads up to 1\)\. Nothing was changed\.$/ })],
  ["PostgreSQL", async () => { const url = await postgres.database(); return { open: shape => postgresStore(url, { shape, backups: join(folder, "data", "backups") }), older: /^The database was written by a newer version of this program \(format 3; this one reads up to 1\)\. Nothing was changed\.$/ }; }],
];
describe.each(places)("rows of an older shape in %s", (_name, place) => {
  it("are made anew once, after a backup of what they were, and an older program then keeps its hands off", async () => {
    const { open, older } = await place();
    const old = await open(yesterday); await fill(old); await isOld(old); await old.close();
    const now = await open(today); await isNew(now); await now.close();
    const again = await open({ ...today, migrations: [() => { throw new Error("a second time"); }, today.migrations[1]!] }); await isNew(again); await again.close();
    await expect(open(yesterday)).rejects.toThrow(older);
    const still = await open(today); await isNew(still); await still.close();

    const [backup, ...more] = await readdir(join(folder, "data", "backups"));
    expect([backup, more]).toEqual([expect.stringMatching(/^format-1-\d+T\d+Z\.backup$/), []]);
    const path = join(folder, "data", "backups", backup!);
    expect(await restore(path, await folderTarget(join(folder, "was"), yesterday), yesterday)).toMatchObject({ format: 1 });
    const was = await lowdbStore(join(folder, "was"), { shape: yesterday }); await isOld(was); await was.close();
    await restore(path, await folderTarget(join(folder, "is"), today), today);
    const is = await lowdbStore(join(folder, "is"), { shape: today }); await isNew(is); await is.close();
  });
  it("get new keys without a backup where only the declarations have changed", async () => {
    const { open } = await place(), old = await open({ migrations: [], print: "0", keyed: row => row });
    await old.commit([{ type: "person", id: "p", was: null, now: { type: "person", id: "p", version: 1, data: { name: "Ada Lace" }, keys: {}, text: "" } }]);
    await old.close();
    const now = await open(yesterday);
    expect((await now.find("person", { where: { last: "ada lace" } })).rows).toMatchObject([{ id: "p", version: 1 }]);
    await now.close();
    expect(await readdir(join(folder, "data", "backups")).catch(() => [])).toEqual([]);
  });
  it("stay as they were when it fails in the middle, and when they cannot be backed up", async () => {
    const { open } = await place(), old = await open(yesterday), backups = join(folder, "data", "backups"); await fill(old); await old.close();
    await mkdir(join(folder, "data"), { recursive: true });
    await writeFile(backups, "in the way");
    await expect(open(today)).rejects.toThrow(/^The store must be brought to a new format, but the backup before that could not be written to .*backups \(E\w+\)\. Nothing was changed\.$/);
    await rm(backups);
    let left = 600;
    await expect(open({ ...today, migrations: [row => { if (!left--) throw new Error("power"); return today.migrations[0]!(row); }, today.migrations[1]!] })).rejects.toThrow("power");
    const back = await open(yesterday); await isOld(back); await back.close();
    const now = await open(today); await isNew(now); await now.close();
  });
});

it("a folder that is killed or whose disk fails at any act of being made anew is whole the next time", async () => {
  const data = join(folder, "old"), old = await lowdbStore(data, { shape: yesterday, compactAt: 30_000 }); await fill(old); await old.close();
  let done = false, tried = 0;
  for (let nth = 1; !done; nth++, tried++) {
    const copy = join(folder, `copy${nth}`);
    await cp(data, copy, { recursive: true });
    const disk = faultyDisk(count => count >= nth ? "EIO" : undefined);
    await lowdbStore(copy, { shape: today, disk }).then(async store => { done = disk.count() < nth; await store.close(); }, () => {});
    const next = await lowdbStore(copy, { shape: today }); await isNew(next); await next.close();
  }
  expect(tried).toBeGreaterThan(8);
});

it("a PostgreSQL that is killed while rows are made anew has them as they were, and the next start makes them", async () => {
  const url = await postgres.database(), old = await postgresStore(url, { shape: yesterday }); await fill(old); await old.close();
  let left = 600, killed: Promise<void> | undefined;
  const slow = { ...today, migrations: [(row: Row) => { if (!left--) killed = postgres.kill(); return today.migrations[0]!(row); }, today.migrations[1]!] };
  await expect(postgresStore(url, { shape: slow })).rejects.toThrow();
  await killed; await postgres.start();
  const back = await postgresStore(url, { shape: yesterday }); await isOld(back); await back.close();
  const now = await postgresStore(url, { shape: today }); await isNew(now); await now.close();
});

it("the product's own shape is written into the folder, so that a changed declaration is noticed", async () => {
  const { shape } = await import("../../server/shape.ts"), store = await lowdbStore(folder, { shape });
  await store.close();
  expect((await readFile(join(folder, "journal-000001"), "utf8"))).toContain(`"format":${shape.migrations.length + 1},"print":"${shape.print}"`);
});
