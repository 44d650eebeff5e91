import express, { type Express } from "express";
import { Low } from "lowdb";
import { JSONFile } from "lowdb/node";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recordType } from "../../model/records.ts";
import { admission } from "../../server/admission.ts";
import { createApp } from "../../server/app.ts";
import { openIdentity } from "../../server/identity/identity.ts";
import { rowOf, sortable } from "../../server/row.ts";
import { lowdbStore } from "../../server/store/lowdb.ts";
import { postgresStore } from "../../server/store/postgres.ts";
import type { Store } from "../../server/store/store.ts";
import { seed } from "../../server/demo/seed.ts";
import { contact, lead, type Values } from "./records.ts";

/** One of those that are compared, as a process of its own: `served.child.ts KIND SIZE [DATABASE]`. Says on which port it listens. */
const [kind, size, url] = [process.argv[2]!, Number(process.argv[3]), process.argv[4]], folder = mkdtempSync(join(process.env.BENCH_FOLDER ?? tmpdir(), "bench-"));
const leads = () => Array.from({ length: size }, (_, n) => lead(n)), contacts = () => Array.from({ length: size / 5 }, (_, n) => contact(n));

async function ours(store: Store) {
  await seed(store, new Date().toISOString());
  const rows = [...leads().map(values => ["lead", values] as const), ...contacts().map(values => ["contact", values] as const)].map(([type, values]) => rowOf(recordType(type)!, stamped(values), 1));
  for (let n = 0; n < rows.length; n += 500) await store.commit(rows.slice(n, n + 500).map(now => ({ type: now.type, id: now.id, was: null, now })));
  const identity = openIdentity({ log: () => {}, admit: admission(store) });
  return createApp({ store, identity, now: () => new Date(), log: () => {}, dist: "dist", rate: 1e9 });
}
const stamped = (values: Values) => ({ ...values, status: "open", reason: "new", owner: "rep", team: "sales-emea", createdAt: "2026-01-01T00:00:00Z", createdBy: "rep", updatedAt: new Date(1.7e12 + Number(values.n) * 7919 % 1e9).toISOString(), updatedBy: "rep", n: undefined });

/** A database that was just filled knows nothing of itself yet; one at work is looked after by itself. */
async function team(url: string) {
  const store = await postgresStore(url, { indexes: sortable() }), app = await ours(store);
  const client = await store.pool.connect();
  await client.query("set statement_timeout = 0");
  await client.query("vacuum analyze rows, cards");
  client.release(true);
  return app;
}

/** lowdb as its manual shows it, behind the same five questions. */
async function plain() {
  const db = new Low<Record<"leads" | "contacts" | "activities", Values[]>>(new JSONFile(join(folder, "db.json")), { leads: leads(), contacts: contacts(), activities: [] }), all = () => [...db.data.leads, ...db.data.contacts];
  await db.write();
  return express().use(express.json())
    .get("/known", (request, response) => { response.json(all().filter(one => one.email === request.query.email)); })
    .get("/search", (request, response) => { const text = String(request.query.text).toLowerCase(); response.json(all().filter(one => Object.values(one).some(value => String(value).toLowerCase().includes(text))).slice(0, 30)); })
    .get("/leads", (request, response) => { response.json(db.data.leads.filter(one => one.rating === request.query.rating).sort((a, b) => Number(b.n) - Number(a.n)).slice(0, 50)); })
    .post("/leads", async (request, response) => { db.data.leads.push(request.body as Values); await db.write(); response.status(201).json(request.body); })
    .post("/activities", async (request, response) => { db.data.activities.push(request.body as Values); await db.write(); response.status(201).json(request.body); });
}

async function jsonServer() {
  const path = join(folder, "db.json");
  writeFileSync(path, JSON.stringify({ leads: leads(), contacts: contacts(), activities: [] }));
  const server = createRequire(import.meta.url)("json-server") as { create(): Express; bodyParser: never; router(path: string): never };
  return server.create().use(server.bodyParser).use(server.router(path));
}

/** What Express itself costs: one route that says the same thing each time, and one that reads what it is sent. */
function bare() {
  const some = { records: leads().slice(0, 10), total: size };
  return express().disable("x-powered-by").get("/bare", (_request, response) => { response.json(some); }).post("/bare", express.json(), (request, response) => { response.json(request.body); });
}

const app = kind === "lowdb" ? await ours(await lowdbStore(folder)) : kind === "postgres" ? await team(url!) : kind === "plain" ? await plain() : kind === "json-server" ? await jsonServer() : bare();
const server = app.listen(0, "127.0.0.1", () => process.send!((server.address() as AddressInfo).port));
process.on("disconnect", () => process.exit(0));
