import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createHash } from "node:crypto";
import { may, type Caller, type Owned } from "../../model/may.ts";
import type { AnyRecord } from "../../model/record.ts";
import { commonVerbs } from "../../model/common.ts";
import { rowOf } from "../../server/row.ts";
import { memoryStore } from "../../server/store/lowdb.ts";
import type { Store } from "../../server/store/store.ts";
import { dataOf, dice, types, valuesOf } from "./samples.kit.ts";
import { openService, type Service } from "./service.kit.ts";

const seed = Number(process.env.SEED ?? Date.now() % 1e9), roll = dice(seed);
const person = (id: string, role: Caller["role"], team: string): Caller => ({ id, name: id, email: `${id}@house.example`, role, team });
const people = [person("ann", "rep", "ours"), person("ben", "rep", "theirs"), person("rae", "reader", "ours"), person("max", "manager", "theirs"), person("ada", "administrator", "theirs")];
const mate = person("mia", "rep", "ours");
/** Reps see their own, readers their team's: the narrowest that a company is likely to choose. */
const grants = [{ role: "rep", act: "read", reach: "own" }, { role: "reader", act: "read", reach: "team" }] as const;
const standing = (who: Caller): Caller => ({ ...who, grants, mates: [...people, mate].filter(one => one.team === who.team).map(one => one.id) });
const whose: Record<string, Owned> = { "Ann's": { owner: "ann" }, "her mate's": { owner: "mia" }, "Ben's": { owner: "ben" }, "Ben's, shown to Ann": { owner: "ben", sharedWith: [{ with: "user/ann" }] }, "Ben's, lent to her team": { owner: "ben", sharedWith: [{ with: "team/ours", write: true }] } };

let service: Service, store: Store, commits = 0, n = 0, asked = 0;
beforeAll(async () => {
  store = await memoryStore();
  store.heard(() => { commits++; });
  await put("team", "ours", { name: "Ours" }); await put("team", "theirs", { name: "Theirs" });
  for (const { id, name, email, role, team } of [...people, mate]) await put("user", id, { name, email, role, team });
  await put("company", "company", { name: "House", grants });
  service = await openService({ store, people: [...people, mate] });
});
afterAll(() => service.close());
afterAll(() => { process.stdout.write(`${asked} requests of the permission matrix, SEED=${seed}\n`); });

describe("permission, for every type, verb, role and owner", () => {
  it.each(types.map(type => [type.name, type] as const))("holds for %s", async (_name, type) => {
    const missing = new Map<string, string>();
    for (const who of people) {
      const caller = standing(who);
      for (const [verb, ask] of requests(type)) {
        const nowhere = await answer(who, ask("never-was", '"1"'));
        for (const [of, owned] of Object.entries(type.shared ? { "the company's": {} } : whose)) {
          const id = await born(type, owned), before = commits, hash = verb === "PATCH" && (of === "Ben's" || type.shared) ? await hashOf(type) : "";
          const got = await answer(who, ask(id, '"1"')), told = `${who.id} asks ${verb} of ${of} ${type.name}`;
          if (!may(caller, "read", type, owned)) expect([told, got]).toEqual([told, nowhere]);
          else if (!may(caller, actOf(verb), type, owned)) expect([told, got.status]).toEqual([told, 403]);
          else if ([401, 403, 404, 405, 500].includes(got.status)) missing.set(told, `${got.status} ${got.body}`);
          if (got.status >= 400) { expect([told, commits]).toEqual([told, before]); if (hash) expect([told, await hashOf(type)]).toEqual([told, hash]); }
        }
      }
      const listed = await answer(who, [`/api/${type.name}?take=200`]), { records, total } = JSON.parse(listed.body) as { records: { id: string }[]; total: number };
      const all = (await store.find(type.name, { take: 1e6 })).rows.filter(row => may(caller, "read", type, row.data as Owned));
      expect([who.id, total]).toEqual([who.id, all.length]);
      expect(records.every(record => all.some(row => row.id === record.id))).toBe(true);
    }
    expect([...missing]).toEqual([]);
  });
  it("lets nobody in who is not known", async () => { expect((await fetch(`${service.base}/api/lead/x`, { headers: { authorization: "Demo eve" } })).status).toBe(401); });
});

type Ask = (id: string, version: string) => [path: string, init?: RequestInit];
/** Every way to one record of a type, from its declaration. */
function requests(type: AnyRecord): [string, Ask][] {
  const at = (id: string) => `/api/${type.name}/${id}`, body = (of: object) => JSON.stringify(of), change = (of: object) => body({ changes: [of] });
  const first = Object.keys(type.fields)[0]!, values = { [first]: dataOf(type, "x", roll)[first] };
  return [
    ["GET", id => [at(id)]],
    ["GET timeline", id => [`${at(id)}/timeline`]],
    ["PATCH", (id, version) => [at(id), { method: "PATCH", headers: { "if-match": version }, body: body(values) }]],
    ["PATCH in changes", id => ["/api/changes", { method: "POST", body: change({ do: "update", type: type.name, id, values }) }]],
    ["DELETE", (id, version) => [at(id), { method: "DELETE", headers: { "if-match": version } }]],
    ["DELETE in changes", id => ["/api/changes", { method: "POST", body: change({ do: "remove", type: type.name, id }) }]],
    ...Object.entries(type.verbs).map(([verb, { asks = {} }]: [string, any]): [string, Ask] => [verb, id => [`${at(id)}/${verb}`, { method: "POST", body: body(valuesOf(asks, roll)) }]]),
    ...Object.keys(commonVerbs(type)).map((verb): [string, Ask] => [verb, id => [`${at(id)}/${verb}`, { method: "POST", body: body(verb === "assign" ? { owner: "mia" } : verb === "mergeInto" ? { into: id } : { with: "user/mia" }) }]]),
  ];
}
const actOf = (verb: string) => verb.startsWith("GET") ? "read" : verb.startsWith("PATCH") ? "write" : verb.startsWith("DELETE") ? "remove" : verb === "unshare" ? "share" : verb;

/** What comes back, in all that may tell one thing from another. */
async function answer(who: Caller, [path, init]: [string, RequestInit?]) {
  asked++;
  const got = await service.send(path, init, who.id), headers = Object.fromEntries([...got.headers].filter(([name]) => !["date", "content-security-policy", "ratelimit", "ratelimit-policy"].includes(name)));
  return { status: got.status, body: await got.text(), headers };
}

async function born(type: AnyRecord, owned: Owned): Promise<string> { const id = `${type.name}-${n++}`; await put(type.name, id, dataOf(type, id, roll, { ...owned })); return id; }
async function put(name: string, id: string, data: object): Promise<void> {
  const type = types.find(one => one.name === name)!;
  await store.commit([{ type: name, id, was: null, now: rowOf(type, { ...dataOf(type, id, roll), ...data }, 1) }]);
}
async function hashOf(type: AnyRecord): Promise<string> { return createHash("sha256").update(JSON.stringify((await store.find([type.name, "receipt"], { take: 1e6 })).rows)).digest("hex"); }
