import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Agent } from "node:http";
import { startPostgres, type Postgres } from "../setup/postgres.ts";
import { eachOnce, kinds, noneLeftOut, noneLost } from "./instances.kit.ts";
import { send } from "./once.kit.ts";
import { killAll } from "./process.kit.ts";

/** `npm run test:faults` makes 10,000 intents; SEED replays. */
const seed = Number(process.env.SEED ?? Date.now() % 1e6);
let postgres: Postgres;
beforeAll(async () => { postgres = await startPostgres({ fsync: "on" }); }, 60_000);
afterAll(() => postgres?.stop());

describe.each(kinds)("%s", (_name, open) => {
  let ports: string[];
  beforeAll(async () => { ports = await open(postgres); });
  afterAll(killAll);

  it(`makes each of 150 intents true once, whatever is sent again, twice at once or cut off (seed ${seed})`, async () => {
    expect((await eachOnce(ports, 150, seed)).faults).toEqual([]);
  });
  it(`loses no update of 32 editors on 50 records (seed ${seed})`, async () => {
    expect((await noneLost(ports, 3, seed)).faults).toEqual([]);
  });
  it("gives quotes, orders and invoices that are asked for at once, refused, sent twice and taken back, a number each, and leaves none out", async () => {
    expect((await noneLeftOut(ports, 24)).faults).toEqual([]);
  });
  it("obeys, wherever it is asked, what an administrator has changed", async () => {
    const agent = new Agent(), administrator = { authorization: "Demo admin" }, values = { grants: [{ role: "rep", act: "write", on: "lead", reach: "none" }] };
    const [one, other] = [ports[0]!, ports.at(-1)!];
    const may = async () => (await send(agent, other, "POST", "/api/lead", { body: { topic: "May I", lastName: "Rep", email: "may@x.example", source: "web" } }))!.status;
    expect(await may()).toBe(201);
    const there = await send(agent, one, "GET", "/api/company/company", { headers: administrator });
    const change = there!.status === 200 ? { do: "update", type: "company", id: "company", values } : { do: "create", type: "company", id: "company", values: { name: "Lindenfeld", ...values } };
    expect((await send(agent, one, "POST", "/api/changes", { body: { changes: [change] }, headers: administrator }))!.status).toBe(200);
    const end = Date.now() + 15_000;
    while (await may() !== 403) expect(Date.now()).toBeLessThan(end);
  });
});
