import { mkdtempSync } from "node:fs";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Postgres } from "../setup/postgres.ts";
import { addUp, makeOnce, send } from "./once.kit.ts";
import { start } from "./process.kit.ts";

const agent = new Agent(), env = { RATE_PER_MINUTE: "10000000" };
const folder = () => mkdtempSync(join(tmpdir(), "dealwright-"));

/** The service as teams of one and of more run it: how each is started, on which ports it then answers. */
export const kinds: [name: string, open: (postgres: Postgres) => Promise<string[]>][] = [
  ["one process on a folder", async () => [(await start({ ...env, DATA: folder() })).port]],
  ["two processes on one database, started at once", async postgres => { const DATABASE_URL = await postgres.database(); return (await Promise.all([1, 2].map(() => start({ ...env, DATA: folder(), DATABASE_URL })))).map(one => one.port); }],
];

export interface Counted { told: string; faults: string[] }
type Got = { total: number; budget?: number };
const get = async (port: string, path: string) => JSON.parse((await send(agent, port, "GET", path))!.body) as Got;

/** Makes so many leads, each intent sent again, twice at once or cut off; what is wrong with what came of it. */
export async function eachOnce(ports: readonly string[], intents: number, seed: number): Promise<Counted> {
  const count = (port: string) => get(port, "/api/lead?take=1").then(page => page.total), before = await count(ports[0]!);
  const { refused, differing, keys, sent, cuts } = await makeOnce(ports, intents, seed), faults = [...refused, ...differing.map(key => `${key} was answered in two ways`)];
  const made = new Set([...keys.values()].map(body => (JSON.parse(body) as { id: string }).id)).size;
  if (keys.size !== intents || made !== intents) faults.push(`${intents} intents made ${made} leads and were answered ${keys.size} times`);
  for (const port of ports) { const there = await count(port) - before; if (there !== intents) faults.push(`${intents} intents, ${there} leads are there`); }
  if (sent < intents * 1.3 || cuts < intents / 10) faults.push(`only ${sent} were sent and ${cuts} cut off: that proves nothing`);
  return { told: `${intents} intents, ${sent} requests, of which ${cuts} were cut off and ${sent - cuts - intents} repeated`, faults };
}

/** 32 editors add to 50 records, so often each; what is wrong with the sum. */
export async function noneLost(ports: readonly string[], each: number, seed: number): Promise<Counted> {
  const born = await Promise.all(Array.from({ length: 50 }, (_, i) => send(agent, ports[0]!, "POST", "/api/lead", { body: { topic: `Edited ${i}`, lastName: "Many", email: `many${i}@x.example`, source: "web" } })));
  const ids = born.map(answer => (JSON.parse(answer!.body) as { id: string }).id), { added, late, wrong } = await addUp(ports, ids, 32, each, seed), faults = [...wrong];
  if (added !== 32 * each) faults.push(`${32 * each} additions, ${added} acknowledged`);
  if (!late) faults.push("nobody came too late: that proves nothing");
  for (const port of ports) {
    const sum = (await Promise.all(ids.map(id => get(port, `/api/lead/${id}`)))).reduce((sum, row) => sum + (row.budget ?? 0), 0);
    if (sum !== added) faults.push(`${added} additions were acknowledged, the sum is ${sum}`);
  }
  return { told: `32 editors, 50 records, ${added} additions acknowledged, ${late} came too late and were made again`, faults };
}

const papers = { quote: "Q", order: "O", invoice: "I" };

/** Quotes, orders and invoices asked for at once and everywhere, so often each: a quarter of them wrong, one sent twice at once under one key, one taken back as soon as it is there; what is wrong with the numbers that are left. */
export async function noneLeftOut(ports: readonly string[], each: number): Promise<Counted> {
  const agent = new Agent({ keepAlive: true, maxSockets: 20 }), faults: string[] = [], told: string[] = [];
  const port = (n: number) => ports[n % ports.length]!, account = (JSON.parse((await send(agent, ports[0]!, "GET", "/api/account?take=1"))!.body) as { records: { id: string }[] }).records[0]!.id;
  await Promise.all(Object.entries(papers).map(async ([type, prefix]) => {
    const numbers = async () => (JSON.parse((await send(agent, ports[0]!, "GET", `/api/${type}?take=200`))!.body) as { records: { number: string }[] }).records.map(row => { if (!row.number.startsWith(`${prefix}-`)) faults.push(`${type} ${row.number}`); return Number(row.number.slice(2)); }).sort((a, b) => a - b);
    const before = await numbers(), count = { made: 0, refused: 0, undone: 0 };
    const ask = (n: number, body: object, headers = {}) => send(agent, port(n), "POST", `/api/${type}`, { body, headers });
    let next = 0;
    const one = async (n: number): Promise<void> => {
      const body = n % 4 === 0 ? { name: `${type} ${n}`, account: "nobody" } : { name: `${type} ${n}`, account }, headers = { "idempotency-key": `${type} ${n}` };
      const answers = await Promise.all(Array.from({ length: n % 4 === 1 ? 2 : 1 }, (_, twin) => ask(n + twin, body, headers)));
      if (answers.some(one => one!.body !== answers[0]!.body)) faults.push(`${type} ${n} was answered in two ways`);
      if (answers[0]!.status !== 201) { count.refused++; if (n % 4) faults.push(answers[0]!.body); return; }
      count.made++;
      if (n % 4 === 2 && (await send(agent, port(n + 1), "POST", `/api/undo/${(JSON.parse(answers[0]!.body) as { commit: string }).commit}`, { body: {} }))!.status === 200) count.undone++;
    };
    await Promise.all(Array.from({ length: 4 }, async () => { while (next < each) await one(next++); }));
    const after = (await numbers()).slice(before.length);
    if (after.length !== count.made - count.undone || after.some((number, n) => number !== (before.at(-1) ?? 0) + n + 1)) faults.push(`${type}: ${count.made} made, ${count.undone} taken back; the numbers are ${after.join(" ")}`);
    told.push(`${type}: ${count.made} made, ${count.refused} refused, ${count.undone} taken back`);
  }));
  agent.destroy();
  return { told: told.join("; "), faults };
}
