import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { records } from "../../model/records.ts";
import { seed } from "../../server/demo/seed.ts";
import { outgoing, outgoingRow } from "../../server/outbox/outgoing.ts";
import { sweepReceipts } from "../../server/receipts.ts";
import { house } from "../../server/settle.ts";
import { memoryStore } from "../../server/store/lowdb.ts";
import { postgresStore } from "../../server/store/postgres.ts";
import { all, type Store } from "../../server/store/store.ts";
import { work } from "../../server/work.ts";
import { startPostgres, type Postgres } from "../setup/postgres.ts";
import { mountedRoutes } from "./routes.kit.ts";
import { openService, type Service } from "./service.kit.ts";

/** A request, and another one that the same key must not serve for. */
interface Example { path: string; body: object | string; other: object | string; user?: string; type?: string }

const camille = { name: "Camille Gagnon", address: "camille.gagnon@kestrelbaywater.example" }, robin = { name: "Robin Sommer", address: "robin.sommer@lindenfeld.example" };
const mail = (subject: string, of: object = {}) => ({ internetMessageId: `<${subject}@x.example>`, conversationId: subject, from: camille, to: [robin], cc: [], subject, sentAt: "2026-01-12T09:00:00.000Z", text: "As promised.", attachments: [], ...of });
const meeting = (subject: string) => ({ subject, organizer: camille, required: [robin], optional: [], start: "2026-01-12T09:00:00.000Z", end: "2026-01-12T10:00:00.000Z" });
const lead = (lastName: string) => ({ topic: "Pumps", lastName, company: `${lastName} Ltd`, email: `${lastName.toLowerCase()}@once.example`, source: "web" }) as const;
const account = { type: "account", id: "account-kestrel" }, contact = "contact-kestrel-camille";

/** Each POST that keeps something: what it takes is made first. */
const keeps: Record<string, (service: Service) => Promise<Example> | Example> = {
  "/api/{type}": () => ({ path: "lead", body: lead("Once"), other: lead("Other") }),
  "/api/{type}/{id}/{verb}": async service => { const { id } = await service.as("rep").create("lead", lead("Verb")); return { path: `lead/${id}/disqualify`, body: { reason: "lost" }, other: { reason: "noInterest" } }; },
  "/api/changes": () => { const note = (id: string, text: string) => ({ changes: [{ do: "create", type: "note", id, values: { text, regarding: ["account/account-kestrel"] } }] }); return { path: "changes", body: note("note-once", "one"), other: note("note-other", "other") }; },
  "/api/undo/{commit}": async service => { const { commit } = await service.as("rep").create("lead", lead("Undo")); return { path: `undo/${commit}`, body: {}, other: { different: true } }; },
  "/api/person/{type}/{id}/erase": async service => { const { id } = await service.as("rep").create("contact", { lastName: "Erased", email: "erased.once@x.example" }); return { path: `person/contact/${id}/erase`, body: {}, other: { different: true }, user: "admin" }; },
  "/api/dialogs/start": async service => { const { id } = await service.as("rep").create("lead", lead("Dialog")); return { path: "dialogs/start", body: { dialog: "dialog-first-call", on: `lead/${id}` }, other: { dialog: "dialog-first-call" } }; },
  "/api/dialogs/{id}/answer": async service => ({ path: `dialogs/${await review(service)}/answer`, body: { n: 0, values: { outcome: "won", why: "Price", frank: "canary-once" } }, other: { n: 0, values: { outcome: "won", why: "Service" } } }),
  "/api/dialogs/{id}/back": async service => {
    const id = (await begun(service)).id;
    await service.as("rep").call("POST", `dialogs/${id}/answer`, { body: { n: 0, values: { reached: "yes", said: "hm" } } });
    return { path: `dialogs/${id}/back`, body: {}, other: { secrets: { "0.x": 1 } } };
  },
  "/api/dialogs/{id}/comments": async service => ({ path: `dialogs/${(await begun(service)).id}/comments`, body: { text: "Rang twice" }, other: { text: "Rang once" } }),
  "/api/outbox/{id}/retry": async service => {
    await work(service.store, house("2026-01-12T09:00:00.000Z"), [], { also: [outgoing({ kind: "mail", to: ["x@x.example"], subject: "x", text: "x" }, "2026-01-12T09:00:00.000Z", "out-once")] });
    const row = (await service.store.get("outgoing", "out-once"))!;
    await service.store.commit([outgoingRow("out-once", { ...row.data as never as Parameters<typeof outgoingRow>[1], status: "dead" }, row.version)]);
    return { path: "outbox/out-once/retry", body: {}, other: { different: true }, user: "admin" };
  },
  "/api/packs/{key}/install": () => ({ path: "packs/car-parts/install", body: {}, other: { different: true }, user: "admin" }),
  "/api/packs/{key}/remove": () => ({ path: "packs/car-parts/remove", body: {}, other: { different: true }, user: "admin" }),
  "/api/mail/log": () => ({ path: "mail/log", body: { mail: mail("logged once"), on: [account] }, other: { mail: mail("logged otherwise"), on: [account] } }),
  "/api/mail/unlog": async service => {
    const { records: [row] } = await service.as("rep").log(mail("unlogged once") as never, [account]);
    return { path: "mail/unlog", body: { activity: row!.id, on: account }, other: { activity: row!.id, on: { type: "contact", id: contact } } };
  },
  "/api/mail/lead": () => ({ path: "mail/lead", body: { mail: mail("a lead once", { from: { name: "", address: "new@nowhere.example" } }), values: lead("Mail") }, other: { mail: mail("a lead once"), values: lead("Other") } }),
  "/api/mail/sent": () => ({ path: "mail/sent", body: { draft: "draft-once", mail: mail("sent once", { from: robin, to: [camille] }) }, other: { draft: "draft-once", mail: mail("sent otherwise", { from: robin, to: [camille] }) } }),
  "/api/mail/unsent": async service => { await service.as("rep").call("POST", "mail/sent", { body: { draft: "draft-unsent", mail: mail("unsent once", { internetMessageId: "", from: robin, to: [camille] }) } }); return { path: "mail/unsent", body: { draft: "draft-unsent" }, other: { draft: "draft-other" } }; },
  "/api/meeting/log": () => ({ path: "meeting/log", body: { meeting: meeting("met once"), on: [account] }, other: { meeting: meeting("met otherwise"), on: [account] } }),
  "/api/meeting/outcome": () => ({ path: "meeting/outcome", body: { meeting: meeting("held once"), on: account, decided: "All of it", tasks: [{ subject: "Do it" }] }, other: { meeting: meeting("held once"), on: account, decided: "Nothing" } }),
  "/api/preferences": () => ({ path: "preferences", body: { pin: "account/account-kestrel" }, other: { unpin: "account/account-kestrel" } }),
  "/api/library/{id}/link": async service => {
    const bytes = await (await service.send("/api/files?name=terms.txt", { method: "POST", body: "our terms", headers: { "content-type": "application/octet-stream" } }, "manager")).json() as { hash: string; size: number; type: string; name: string };
    const manager = service.as("manager"), { id: subject } = await manager.create("subject", { title: "Selling" }), { id } = await manager.create("literature", { title: "Terms", subject, forCustomers: true, files: [bytes] } as never);
    return { path: `library/${id}/link`, body: { hash: bytes.hash, days: 3 }, other: { hash: bytes.hash, days: 4 } };
  },
  "/api/files": () => ({ path: "files?name=once.txt", body: "one file", other: "another file", type: "application/octet-stream" }),
  "/api/import/{type}": () => ({ path: "import/account?dry=false&duplicates=create", body: "name\nOnce and for all\n", other: "name\nAnother\n", user: "admin", type: "text/csv" }),
};
const begun = async (service: Service) => { const { id } = await service.as("rep").create("lead", lead("Dialog")); return (await service.as("rep").call<{ session: { id: string } }>("POST", "dialogs/start", { body: { dialog: "dialog-first-call", on: `lead/${id}` } })).session; };
const review = async (service: Service) => { const { id } = await service.as("rep").create("opportunity", { name: "One", account: "account-kestrel" }); return (await service.as("rep").call<{ session: { id: string } }>("POST", "dialogs/start", { body: { dialog: "dialog-closing-review", on: `opportunity/${id}` } })).session.id; };

/** The POSTs that only ask, since what they ask with is too long for an address: nothing is kept, so that they may be sent as often as one likes. */
const asks: Record<string, (service: Service) => Promise<Example> | Example> = Object.fromEntries(Object.entries({
  "/api/mail/known": () => ["mail/known", mail("x")], "/api/mail/ticket": () => ["mail/ticket", {}], "/api/meeting/known": () => ["meeting/known", { meeting: meeting("x") }],
  "/api/guard": () => ["guard", { from: robin, people: [camille] }], "/api/guard/missed": () => ["guard/missed", { why: "late" }], "/api/duplicates/{type}": () => ["duplicates/lead", { lastName: "x", email: camille.address }],
  "/api/dry-run": () => ["dry-run", { kind: "rule", values: { name: "x", on: "lead", when: { field: "phone", is: "empty" }, then: [{ do: "require", fields: ["phone"] }] } }, "admin"], "/api/paper/preview": () => ["paper/preview", { name: "Ours", language: "en", seller: "Lindenfeld" }, "admin"],
  "/api/rehearsal": async (service: Service) => {
    const admin = service.as("admin"), { records: [person] } = await admin.list("lead", {}), dialog = await admin.read("dialog", "dialog-first-call") as unknown as Record<string, unknown>;
    return ["rehearsal", { values: Object.fromEntries(Object.keys(records.dialog.fields).flatMap(name => dialog[name] === undefined ? [] : [[name, dialog[name]]])), on: `lead/${person!.id}`, given: [] }, "admin"];
  },
  "/api/dialogs/{id}/stand": async (service: Service) => [`dialogs/${(await begun(service)).id}/stand`, {}],
} as Record<string, (service: Service) => unknown>).map(([route, of]) => [route, async service => { const [path, body, user] = await of(service) as [string, object, string?]; return { path, body, other: body, user }; }]));

const kinds = [...Object.keys(records), "event", "receipt", "outgoing", "preference", "job", "run", "counter", "document"];
const kept = async (store: Store) => (await store.find(kinds, { take: all })).rows.map(({ type, id, version }) => `${type}/${id} ${version}`).sort();
const post = async (service: Service, { path, user = "rep", type }: Example, body: object | string, key: string) => {
  const answer = await service.send(`/api/${path}`, { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body), headers: { "idempotency-key": key, ...type && { "content-type": type } } }, user);
  return [answer.status, await answer.text()] as const;
};

let postgres: Postgres;
beforeAll(async () => { postgres = await startPostgres(); }, 60_000);
afterAll(() => postgres?.stop());

it("knows of every POST that is mounted whether it keeps something", async () => {
  const store = await memoryStore();
  expect(mountedRoutes(store).filter(([, method]) => method === "post").map(([path]) => path).sort()).toEqual([...Object.keys(keeps), ...Object.keys(asks)].sort());
  await store.close();
});

describe.each([["in memory", memoryStore], ["in PostgreSQL", async () => postgresStore(await postgres.database())]] as const)("%s", (_name, open) => {
  let service: Service;
  beforeAll(async () => {
    const store = await open();
    await seed(store, new Date().toISOString());
    service = await openService({ store });
    for (const user of ["rep", "manager", "admin"]) await service.as(user).me();
    await service.as("rep").ticket();
  }, 60_000);
  afterAll(() => service.close());

  it.each(Object.entries(keeps))("POST %s is done once under one key, also when it is sent twice at once; it answers alike, and nothing else under that key", async (route, example) => {
    const given = await example(service), key = `once ${route}`;
    const [first, twin] = await Promise.all([post(service, given, given.body, key), post(service, given, given.body, key)]), then = await kept(service.store);
    expect([first[0], first[0] < 300]).toEqual([first[0], true]);
    expect([twin, await post(service, given, given.body, key)]).toEqual([first, first]);
    expect(await post(service, given, given.other, key)).toEqual([422, expect.stringContaining("key-reused")]);
    expect(await kept(service.store)).toEqual(then);
  });
  it.each(Object.entries(asks))("POST %s only asks", async (route, example) => {
    const given = await example(service), before = await kept(service.store), [status] = await post(service, given, given.body, `ask ${route}`);
    expect([status, status < 300, await kept(service.store)]).toEqual([status, true, before]);
  });
  it("keeps in no receipt the token of a link, nor an answer that is to be kept nowhere, and knows no key after a month", async () => {
    const given = await keeps["/api/library/{id}/link"]!(service), { url } = JSON.parse((await post(service, given, given.body, "a link"))[1]) as { url: string };
    expect((await fetch(`${service.base}/get/${url.split("/get/")[1]!}`)).status).toBe(200);
    const receipts = async () => JSON.stringify((await service.store.find("receipt", { take: all })).rows);
    for (const secret of [url.split("/get/")[1]!, "canary-once"]) expect([secret, (await receipts()).includes(secret)]).toEqual([secret, false]);
    await sweepReceipts(service.store, new Date(Date.now() + 29 * 86_400_000));
    expect(await receipts()).not.toBe("[]");
    await sweepReceipts(service.store, new Date(Date.now() + 31 * 86_400_000));
    expect(await receipts()).toBe("[]");
  });
});
