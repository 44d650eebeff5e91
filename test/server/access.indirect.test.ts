import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Caller } from "../../model/may.ts";
import type { Mail } from "../../model/mail.ts";
import { rowOf } from "../../server/row.ts";
import { memoryStore } from "../../server/store/lowdb.ts";
import type { Store } from "../../server/store/store.ts";
import { dataOf, dice, types } from "./samples.kit.ts";
import { openService, type Service } from "./service.kit.ts";

const person = (id: string, role: Caller["role"]): Caller => ({ id, name: id, email: `${id}@house.example`, role });
const people = [person("ann", "rep"), person("ben", "rep"), person("ada", "administrator")];
const secret = "Zebrawood";
let service: Service, store: Store;
const ids: Record<string, string> = {}, statuses: Record<string, number> = {};

/** Reps see their own. Ben has a company, a person, a deal, a lead, a mail and a note that Ann may not even know of. */
beforeAll(async () => {
  store = await memoryStore();
  for (const { id, name, email, role } of people) await put("user", id, { name, email, role });
  await put("dialog", "first-call", { status: "active" });
  await put("company", "company", { name: "House", grants: [{ role: "rep", act: "read", reach: "own" }] });
  service = await openService({ store, people });
  const ben = service.as("ben");
  ids.account = (await ben.create("account", { name: `${secret} Ltd`, email: "info@zebra.example" })).id;
  ids.contact = (await ben.create("contact", { lastName: secret, email: "z@zebra.example", account: ids.account })).id;
  ids.opportunity = (await ben.create("opportunity", { name: `${secret} deal`, account: ids.account })).id;
  ids.lead = (await ben.create("lead", { topic: secret, lastName: secret, email: "l@zebra.example", source: "web" })).id;
  ids.competitor = (await ben.create("competitor", { name: "Rival" })).id;
  ids.quote = (await ben.create("quote", { name: `${secret} quote`, account: ids.account, opportunity: ids.opportunity, lines: [{ writeIn: secret, quantity: 1, price: 5 }] })).id;
  ids.lost = (await ben.create("opportunity", { name: `${secret} lost`, account: ids.account, competitors: [ids.competitor] })).id;
  await ben.act("opportunity", await ben.read("opportunity", ids.lost), "lose", { reason: "outSold", competitor: ids.competitor, description: secret });
  await ben.prefer({ pin: `account/${ids.account}` });
  ids.note = (await ben.create("note", { text: `${secret} note`, regarding: [`account/${ids.account}`] })).id;
  ids.activity = (await ben.log(mail("<z@zebra.example>"), [{ type: "account", id: ids.account }])).records.find(row => row.type === "activity")!.id;
});
afterAll(() => service.close());

const mail = (internetMessageId: string): Mail => ({ internetMessageId, conversationId: "zebra", subject: secret, from: { name: "Z", address: "z@zebra.example" }, to: [{ name: "Ann", address: "ann@house.example" }], cc: [], sentAt: "2026-11-20T09:12:00.000Z", text: secret, attachments: [] });
async function put(name: string, id: string, data: object): Promise<void> { const type = types.find(one => one.name === name)!; await store.commit([{ type: name, id, was: null, now: rowOf(type, { ...dataOf(type, id, dice(1)), ...data }, 1) }]); }
const ask = async (path: string, body?: object, method = "POST", version?: number) => { const got = await service.send(path, body || method !== "POST" ? { method, ...body && { body: JSON.stringify(body) }, headers: version ? { "if-match": `"${version}"` } : {} } : {}, "ann"); return { status: got.status, text: (await got.text()) }; };
/** What comes back for Ben's record and for one that never was, its id aside. */
const alike = async (make: (id: string) => Promise<{ status: number; text: string }>, id: string) => { const [theirs, nowhere] = [await make(id), await make("never-was")]; expect({ ...theirs, text: theirs.text.replaceAll(id, "never-was") }).toEqual(nowhere); expect(theirs.text).not.toContain(secret); return theirs.status; };

describe("a record that one may not see, reached sideways", () => {
  it("cannot be referred to: the answer is that of a record that never was", async () => {
    for (const [type, values] of Object.entries({ contact: { lastName: "x", account: "?" }, opportunity: { name: "x", account: "?" }, account: { name: "x", parent: "?" }, note: { text: "x", regarding: ["account/?"] }, activity: { kind: "task", subject: "x", regarding: ["account/?"] } }))
      expect(await alike(id => ask(`/api/${type}`, JSON.parse(JSON.stringify(values).replaceAll("?", id)) as object), ids.account!)).toBe(422);
    expect(await alike(id => ask("/api/changes", { changes: [{ do: "create", type: "contact", id: "fresh-1", values: { lastName: "x", account: id } }] }), ids.account!)).toBe(422);
  });
  it("cannot be named in what a verb asks, nor merged with, nor qualified into", async () => {
    const mine = await service.as("ann").create("lead", { topic: "t", lastName: "Mine", email: "m@mine.example", source: "web" });
    expect(await alike(id => ask(`/api/lead/${mine.id}/qualify`, { account: "link", existingAccount: id }), ids.account!)).toBe(422);
    expect(await alike(id => ask(`/api/lead/${mine.id}/mergeInto`, { into: id }), ids.lead!)).toBe(422);
    expect(await alike(id => ask(`/api/lead/${id}/mergeInto`, { into: mine.id }), ids.lead!)).toBe(404);
  });
  it("is not found by words, filters, titles, sums, duplicates or its address, and is not counted", async () => {
    expect(JSON.parse((await ask(`/api/search?text=${secret}`)).text)).toEqual({ hits: [], total: 0 });
    for (const path of [`account?text=${secret}`, "account?mail=info@zebra.example", `contact?account=${ids.account}`, `note?regarding=account/${ids.account}`, `activity?regarding=account/${ids.account}`, "lead?owner=ben"])
      expect([path, JSON.parse((await ask(`/api/${path}`)).text)]).toEqual([path, { records: [], total: 0 }]);
    expect(JSON.parse((await ask(`/api/titles?of=account/${ids.account},contact/${ids.contact}`)).text)).toEqual({ titles: {} });
    expect(JSON.parse((await ask("/api/sums/opportunity?by=status")).text)).toEqual({ groups: [] });
    for (const [type, values] of [["lead", { lastName: secret, company: `${secret} Ltd`, email: "z@zebra.example" }], ["account", { name: `${secret} Ltd` }]] as const) expect(JSON.parse((await ask(`/api/duplicates/${type}`, values)).text)).toEqual({ duplicates: [] });
  });
  it("is not told of by the mail that is tied to it, not even to whoever has the same mail", async () => {
    const { status, text } = await ask("/api/mail/known", mail("<z@zebra.example>"));
    const { people: [sender], logged, suggested } = JSON.parse(text) as { people: { is: string; matches: unknown[]; deals: unknown[] }[]; logged: unknown[]; suggested: unknown[] };
    expect([status, sender!.matches, sender!.deals, logged, suggested, sender!.is]).toEqual([200, [], [], [], [], "new"]);
    for (const id of Object.values(ids)) expect(text).not.toContain(id);
    expect(await alike(id => ask("/api/mail/log", { mail: mail("<other@zebra.example>"), on: [{ type: "account", id }] }), ids.account!)).toBe(404);
    expect(await alike(id => ask("/api/mail/unlog", { activity: id, on: { type: "account", id: ids.account! } }), ids.activity!)).toBe(404);
  });
  it("does not come out with what is exported, nor through its files or its timeline", async () => {
    const own = await service.as("ann").create("account", { name: "Open" });
    const csv = await ask("/api/export/account", undefined, "GET");
    expect([csv.status, csv.text.includes(own.id), csv.text.includes(secret)]).toEqual([200, true, false]);
    expect(await alike(id => ask(`/api/files/${"a".repeat(64)}?on=note/${id}`), ids.note!)).toBe(404);
    expect(await alike(id => ask(`/api/account/${id}/timeline`), ids.account!)).toBe(404);
  });
  it("is seen once it is shared, with what is beside it, and no longer when that ends", async () => {
    const ben = service.as("ben"), ann = service.as("ann"), row = await ben.read("account", ids.account!);
    const shared = (await ben.act("account", row, "share", { with: "user/ann" })).records[0]!;
    expect((await ann.read("account", ids.account!)).name).toBe(`${secret} Ltd`);
    expect((await ann.read("note", ids.note!)).text).toContain(secret);
    expect((await ann.timeline("account", ids.account!)).entries.map(entry => entry.what).sort()).toEqual(expect.arrayContaining(["activity", "change", "note"]));
    expect((await ask(`/api/account/${ids.account}`, { city: "x" }, "PATCH", shared.version)).status).toBe(403);
    await ben.act("account", shared, "unshare", { with: "user/ann" });
    expect((await ask(`/api/account/${ids.account}`)).status).toBe(404);
    expect((await ask(`/api/note/${ids.note}`)).status).toBe(404);
  });
  it.each<[string, keyof typeof ids, (id: string) => Promise<{ status: number; text: string }>]>([
    ["printed", "quote", id => ask(`/api/quote/${id}/pdf`)], ["explained", "quote", id => ask(`/api/quote/${id}/explain`)], ["compared", "quote", id => ask(`/api/quote/${id}/compare/${id}`)], ["revised", "quote", id => ask(`/api/quote/${id}/revise`, {})],
    ["scored", "lead", id => ask(`/api/lead/${id}/score`)], ["looked after", "opportunity", id => ask(`/api/opportunity/${id}/health`)], ["followed through the automations", "lead", id => ask(`/api/lead/${id}/automations`)],
    ["briefed on", "opportunity", id => ask(`/api/briefing?on=opportunity/${id}`)], ["what literature is offered for", "opportunity", id => ask(`/api/library?on=opportunity/${id}`)],
    ["handed out as a person", "contact", id => ask(`/api/person/contact/${id}`)], ["erased as a person", "contact", id => ask(`/api/person/contact/${id}/erase`, {})],
    ["talked about in a dialog", "lead", id => ask("/api/dialogs/start", { dialog: "first-call", on: `lead/${id}` })], ["rehearsed on", "lead", id => ask("/api/rehearsal", { values: {}, on: `lead/${id}`, given: [] })],
    ["guarded by", "opportunity", id => ask("/api/guard", { from: { name: "Ann", address: "ann@house.example" }, people: [{ name: "Z", address: "z@zebra.example" }], files: [], on: [{ type: "opportunity", id }] })],
    ["a meeting's subject", "account", id => ask("/api/meeting/log", { meeting: { id: "m1", subject: "Visit", organizer: { name: "Ann", address: "ann@house.example" }, required: [], optional: [], start: "2026-11-25T09:00:00.000Z", end: "2026-11-25T10:00:00.000Z" }, on: [{ type: "account", id }] })],
    ["asked for by its version", "lead", id => ask(`/api/lead/${id}`, { topic: "x" }, "PATCH", 1)], ["removed with others", "note", id => ask("/api/changes", { changes: [{ do: "remove", type: "note", id }] })],
  ])("is not %s: the answer is that of a record that never was", async (what, of, make) => { statuses[what] = await alike(make, ids[of]!); });
  it("is said not to be there by each of them, but where the role alone forbids it or nothing has to be there", () => {
    expect(Object.fromEntries(Object.entries(statuses).filter(([, status]) => status !== 404))).toEqual({ "what literature is offered for": 200, "guarded by": 200, "erased as a person": 403, "rehearsed on": 403, "a meeting's subject": 422 });
    expect(Object.keys(statuses).length).toBeGreaterThan(15);
  });
  it("is in no figure of a competitor, in nobody else's shelf, and among no literature's uses", async () => {
    const { text } = await ask(`/api/competitor/${ids.competitor}/scorecard`);
    expect(JSON.parse(text)).toMatchObject({ won: { count: 0 }, lost: { count: 0 }, toThem: { count: 0 }, open: { count: 0 }, deals: [] });
    expect(JSON.parse((await service.send(`/api/competitor/${ids.competitor}/scorecard`, {}, "ben").then(got => got.text()))).toThem.count).toBe(1);
    for (const path of ["shelf", "uses/literature", "ways", "sums/opportunity?by=lostTo&of=estimatedValue", "opportunity?competitors=" + ids.competitor, "activity?kind=opportunityClose", `account?owner=ben&order=title`, `export/opportunity`]) { const { text } = await ask(`/api/${path}`, undefined, "GET"); expect([path, text.includes(secret), Object.values(ids).filter(id => id !== ids.competitor && text.includes(id))]).toEqual([path, false, []]); }
  });
  it("keeps its name when it stands in the way of a removal", async () => {
    const own = await service.as("ann").create("account", { name: "Shared ground" });
    await service.as("ada").act("account", own, "share", { with: "user/ben" });
    await service.as("ben").create("opportunity", { name: `${secret} two`, account: own.id });
    const refused = await ask(`/api/account/${own.id}`, undefined, "DELETE", 2);
    expect([refused.status, refused.text.includes(secret)]).toEqual([409, false]);
  });
});
