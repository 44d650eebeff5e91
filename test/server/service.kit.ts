import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { connect, type Api } from "../../addin/api.ts";
import { admission } from "../../server/admission.ts";
import { settle } from "../../server/settle.ts";
import { createApp } from "../../server/app.ts";
import type { Identity } from "../../server/identity/caller.ts";
import { openIdentity } from "../../server/identity/identity.ts";
import { memoryStore } from "../../server/store/lowdb.ts";
import { Problem } from "../../model/problem.ts";
import type { Caller } from "../../model/may.ts";
import type { Store } from "../../server/store/store.ts";

export interface Service { base: string; store: Store; lines: Record<string, unknown>[]; as(user: string): Api; send(path: string, init?: RequestInit, user?: string): Promise<Response>; close(): Promise<void> }

/** Anybody one likes, by name: `Demo ann`. */
const standIn = (people: readonly Caller[]): Identity => ({
  ready: async () => {},
  async identify(request) { const found = people.find(({ id }) => request.headers.authorization === `Demo ${id}`); if (!found) throw new Problem("unauthorised"); return { ...found }; },
});

/** The real service on loopback with the demo's people; without a store of its own it keeps its records in memory. */
export async function openService({ store, now = () => new Date(), dist = "dist", rate = 1e6, people, largestFile }: { people?: readonly Caller[]; store?: Store; now?: () => Date; dist?: string; rate?: number; largestFile?: number } = {}): Promise<Service> {
  const kept = store ?? await memoryStore(), lines: Record<string, unknown>[] = [];
  if (!store) await settle(kept, now().toISOString());
  const identity = people ? standIn(people) : openIdentity({ log: line => lines.push(line), admit: admission(kept) });
  const app = createApp({ store: kept, identity, now, log: line => lines.push(line), dist, rate, largestFile });
  const server = await new Promise<Server>(resolve => { const made = app.listen(0, "127.0.0.1", () => resolve(made)); });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    base, store: kept, lines,
    as: user => connect(base, async () => `Demo ${user}`),
    send: (path, init = {}, user = "rep") => fetch(base + path, { ...init, headers: { authorization: `Demo ${user}`, ...init.body ? { "content-type": "application/json" } : {}, ...init.headers } }),
    close: async () => { server.closeAllConnections(); await new Promise(done => server.close(done)); await kept.close(); },
  };
}
