import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { mkdtempSync } from "node:fs";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres, type Postgres } from "../setup/postgres.ts";
import { addUp, makeOnce, send } from "./once.kit.ts";
import { killAll, start } from "./process.kit.ts";

/** `npm run test:faults` makes 10,000 intents; SEED replays. */
const intents = Number(process.env.POSTS ?? 250), seed = Number(process.env.SEED ?? Date.now() % 1e6), each = Number(process.env.EDITS ?? 4);
let postgres: Postgres;
beforeAll(async () => { postgres = await startPostgres({ fsync: "on" }); }, 60_000);
afterAll(() => postgres?.stop());
afterEach(killAll);

const folder = () => mkdtempSync(join(tmpdir(), "dealwright-")), agent = new Agent();
const env = { RATE_PER_MINUTE: "10000000" };
const kinds: [string, () => Promise<string[]>][] = [
  ["one process on a folder", async () => [(await start({ ...env, DATA: folder() })).port]],
  ["two processes on one database, started at once", async () => { const DATABASE_URL = await postgres.database(); return (await Promise.all([1, 2].map(() => start({ ...env, DATA: folder(), DATABASE_URL })))).map(one => one.port); }],
];
const get = async (port: string, path: string) => JSON.parse((await send(agent, port, "GET", path))!.body) as { total: number; records: { id: string; topic: string; budget?: number }[]; budget?: number };

describe.each(kinds)("%s", (_name, open) => {
  it(`makes each of ${intents} intents true once, whatever is sent again, twice at once or cut off (seed ${seed})`, async () => {
    const ports = await open(), before = (await get(ports[0]!, "/api/lead?take=1")).total;
    const told = await makeOnce(ports, intents, seed);
    expect([told.refused, told.differing, told.keys.size, told.sent > intents * 1.3, told.cuts > intents / 10]).toEqual([[], [], intents, true, true]);
    expect(new Set([...told.keys.values()].map(body => (JSON.parse(body) as { id: string }).id)).size).toBe(intents);
    for (const port of ports) expect((await get(port, "/api/lead?take=1")).total).toBe(before + intents);
  });
  it(`loses no update of 32 editors on 50 records (seed ${seed})`, async () => {
    const ports = await open(), ids: string[] = [];
    for (let i = 0; i < 50; i++) ids.push((JSON.parse((await send(agent, ports[0]!, "POST", "/api/lead", { body: { topic: `Edited ${i}`, lastName: "Many" } }))!.body) as { id: string }).id);
    const { added, late, wrong } = await addUp(ports, ids, 32, each, seed);
    expect([wrong, added]).toEqual([[], 32 * each]);
    expect(late).toBeGreaterThan(0);
    const sums = await Promise.all(ports.map(async port => (await Promise.all(ids.map(id => get(port, `/api/lead/${id}`)))).reduce((sum, row) => sum + (row.budget ?? 0), 0)));
    expect(sums).toEqual(ports.map(() => 32 * each));
  });
});

it("an instance obeys what an administrator has changed through another", async () => {
  const [, open] = kinds[1]!, [one, other] = await open() as [string, string];
  const administrator = { authorization: "Demo admin" }, values = { grants: [{ role: "rep", act: "write", on: "lead", reach: "none" }] };
  const may = async () => (await send(agent, other, "POST", "/api/lead", { body: { topic: "May I", lastName: "Rep" } }))!.status;
  expect(await may()).toBe(201);
  const there = await send(agent, one, "GET", "/api/company/company", { headers: administrator });
  const change = there!.status === 200 ? { do: "update", type: "company", id: "company", values } : { do: "create", type: "company", id: "company", values: { name: "Lindenfeld", ...values } };
  expect((await send(agent, one, "POST", "/api/changes", { body: { changes: [change] }, headers: administrator }))!.status).toBe(200);
  const end = Date.now() + 15_000;
  while (await may() !== 403) expect(Date.now()).toBeLessThan(end);
});
