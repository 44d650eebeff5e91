import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { settle } from "../../server/settle.ts";
import { shape } from "../../server/shape.ts";
import { lowdbStore } from "../../server/store/lowdb.ts";
import { postgresStore } from "../../server/store/postgres.ts";
import type { Row, Store } from "../../server/store/store.ts";
import { startPostgres, type Postgres } from "../setup/postgres.ts";

let postgres: Postgres, folder = "";
beforeAll(async () => { postgres = await startPostgres(); folder = await mkdtemp(join(tmpdir(), "dealwright-")); }, 60_000);
afterAll(async () => { await postgres?.stop(); await rm(folder, { recursive: true }); });

const now = "2026-11-24T09:00:00.000Z", stamps = { status: "active", createdAt: now, createdBy: "max", updatedAt: now, updatedBy: "max" };
const before = { ...shape, migrations: [], print: "before", keyed: (row: Row) => row };
const row = (type: string, id: string, data: object, keys: Row["keys"] = {}): Row => ({ type, id, version: 1, data: { id, ...data }, keys, text: "" });
const piece = (id: string, subject: string) => row("literature", id, { title: `Piece ${id}`, subject, ...stamps });
const places: [string, () => Promise<(shaped: typeof shape) => Promise<Store>>][] = [
  ["a folder", async () => shaped => lowdbStore(join(folder, "data"), { shape: shaped })],
  ["PostgreSQL", async () => { const url = await postgres.database(); return shaped => postgresStore(url, { shape: shaped, backups: join(folder, "backups") }); }],
];

describe.each(places)("literature whose subject was words, in %s", (name, place) => {
  it("refers to a branch of the tree afterwards: one for all that said the same, or the one that was there", async () => {
    const open = await place(), old = await open(before), tree = row("subject", "flow-branch", { title: "Flow", ...stamps }, { title: "flow" });
    const event = row("event", "e1", { commit: "c1", at: now, by: "max", verb: "update", on: "literature/b", version: 1, before: piece("b", "Prices of 2025").data, after: piece("b", "Level").data }, { on: "literature/b", by: "max", at: now, commit: "c1" });
    await old.commit([tree, piece("a", "Level"), piece("b", "Level"), piece("c", " level"), piece("d", "Flow"), event].map(now => ({ type: now.type, id: now.id, was: null, now })));
    await old.close();

    const store = await open(shape);
    await settle(store, now);
    await settle(store, now);
    const subjects = (await store.find("subject", { take: 50 })).rows.map(({ id, data }) => [id, data.title]), level = subjects.find(([, title]) => title === "Level")![0];
    expect(subjects).toHaveLength(2);
    const pieces = (await store.find("literature", { take: 50 })).rows;
    expect(pieces.map(({ id, data }) => [id, data.subject])).toEqual([["a", level], ["b", level], ["c", level], ["d", "flow-branch"]]);
    expect(pieces.filter(({ data }) => "subjectSaid" in data)).toEqual([]);
    expect((await store.find("literature", { where: { subject: String(level) } })).total).toBe(3);
    expect((await store.get("event", "e1"))!.data).toMatchObject({ before: { subject: expect.stringMatching(/^subject-[0-9a-f]{20}$/) }, after: { subject: level } });
    await store.close();

    const again = await open(shape);
    expect((await again.find("literature", { where: { subject: String(level) } })).total).toBe(3);
    await again.close();
    expect((await readdir(join(folder, name === "a folder" ? "data/backups" : "backups"))).length).toBe(1);
  });
});
