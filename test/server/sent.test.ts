import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { seed } from "../../server/demo/seed.ts";
import { memoryStore } from "../../server/store/lowdb.ts";
import { openService, type Service } from "./service.kit.ts";

let service: Service, ticket = "", now = new Date(), n = 0;
const robin = { name: "Robin Sommer", address: "robin.sommer@lindenfeld.example" }, camille = { name: "Camille Gagnon", address: "camille.gagnon@kestrelbaywater.example" };
const marta = { name: "Marta Keller", address: "marta.keller@lindenfeld.example" }, stranger = { name: "", address: "who@nowhere-known.example" };
const mailTo = (to: object[], of: object = {}) => ({ from: robin, to, cc: [], conversationId: `c${n}`, subject: `Your price ${n}`, sentAt: now.toISOString(), text: "Dear Camille, as promised.", attachments: [], ...of });
const post = async (path: string, body: object, authorization = `Ticket ${ticket}`) => {
  const answer = await fetch(`${service.base}/api${path}`, { method: "POST", headers: { authorization, "content-type": "application/json" }, body: JSON.stringify(body) });
  return { status: answer.status, body: await answer.json() as any };
};
const draft = () => `draft-number-${n}`;
const activities = async () => (await service.store.find("activity", { where: { title: `your price ${n}` } })).rows;

beforeAll(async () => {
  const store = await memoryStore();
  await seed(store, now.toISOString());
  service = await openService({ store, now: () => now });
  ticket = (await post("/mail/ticket", {}, "Demo rep")).body.ticket;
});
beforeEach(() => { n++; now = new Date(); });
afterAll(() => service.close());

describe("a ticket for what runs while no pane is open", () => {
  it("hands over its holder's mail and asks the guards, and serves for nothing else", async () => {
    expect((await post("/guard", { from: robin, people: [camille] })).status).toBe(200);
    for (const path of ["/mail/known", "/mail/log", "/mail/ticket", "/lead", "/changes"]) expect([path, (await post(path, {})).status]).toEqual([path, 401]);
    expect((await fetch(`${service.base}/api/lead`, { headers: { authorization: `Ticket ${ticket}` } })).status).toBe(401);
  });
  it("is refused when a letter of it is another, or when its time is over", async () => {
    const at = ticket.indexOf(".") - 3, other = ticket.slice(0, at) + (ticket[at] === "A" ? "B" : "A") + ticket.slice(at + 1);
    expect((await post("/guard", { from: robin, people: [] }, `Ticket ${other}`)).status).toBe(401);
    now = new Date(Date.now() + 7 * 86_400_000 + 1000);
    expect((await post("/guard", { from: robin, people: [] })).status).toBe(401);
  });
  it("is refused once its holder has been switched off", async () => {
    const theirs = (await post("/mail/ticket", {}, "Demo rep2")).body.ticket as string, [user, admin] = [await service.as("admin").read("user", "rep2"), service.as("admin")];
    await admin.update("user", user, { disabled: true });
    expect((await post("/guard", { from: robin, people: [] }, `Ticket ${theirs}`)).status).toBe(401);
    await admin.update("user", await admin.read("user", "rep2"), { disabled: false });
  });
});

describe("a mail that goes out", () => {
  it("is one activity on the deal of who gets it, however often it is handed over, with what was attached", async () => {
    const mail = mailTo([camille], { attachments: [{ id: "1", name: "LR-220.pdf", size: 2000, contentType: "application/pdf", inline: false }] });
    const { hash } = await service.store.files.put((async function* () { yield Buffer.from("%PDF-1.4\n%%EOF\n"); })(), "application/pdf", "admin"), admin = service.as("admin");
    await admin.update("literature", await admin.read("literature", "literature-lr220-sheet"), { files: [{ name: "LR-220.pdf", size: 15, hash, type: "application/pdf" }] });
    const answers = await Promise.all([1, 2, 3].map(() => post("/mail/sent", { draft: draft(), mail, files: [{ name: "LR-220.pdf", hash, literature: "literature-lr220-sheet" }] })));
    expect(answers.map(one => [one.status, one.body.logged])).toEqual([[200, true], [200, true], [200, true]]);
    const [one, ...more] = await activities();
    expect(more).toEqual([]);
    expect(one!.data).toMatchObject({ kind: "email", status: "completed", reason: "sent", direction: "outgoing", owner: "rep", files: [{ name: "LR-220.pdf", size: 2000, hash }], logs: [expect.objectContaining({ by: "rep" })] });
    expect((one!.data.regarding as string[])[0]).toMatch(/^(opportunity|contact)\//);
  });
  it("refers to no content that its sender could not read already", async () => {
    const { hash } = await service.store.files.put((async function* () { yield Buffer.from("%PDF-1.4\n% a secret of somebody else\n%%EOF\n"); })(), "application/pdf", "admin");
    await post("/mail/sent", { draft: draft(), mail: mailTo([camille], { attachments: [{ id: "1", name: "x.pdf", size: 9, contentType: "application/pdf", inline: false }] }), files: [{ name: "x.pdf", hash }] });
    expect((await activities())[0]!.data.files).toEqual([{ name: "x.pdf", size: 9 }]);
  });
  it("is logged where the rep said, rather than where it seems to belong", async () => {
    await post("/mail/sent", { draft: draft(), mail: mailTo([camille]), on: [{ type: "account", id: "account-marchfield" }] });
    expect((await activities())[0]!.data.regarding).toEqual(["account/account-marchfield"]);
  });
  it("is not logged in a conversation that the rep has stopped, unless they say where", async () => {
    const mail = mailTo([camille], { conversationId: `stopped ${n}` });
    await service.as("rep").prefer({ stop: `stopped ${n}` });
    expect((await post("/mail/sent", { draft: draft(), mail })).body).toEqual({ logged: false });
    expect((await post("/mail/sent", { draft: draft(), mail, on: [{ type: "account", id: "account-kestrel" }] })).body).toMatchObject({ logged: true });
  });
  it("is nobody's business when it stays in the house, or when nobody on it is known", async () => {
    for (const to of [[marta], [stranger]]) expect((await post("/mail/sent", { draft: draft(), mail: mailTo(to) })).body).toEqual({ logged: false });
    expect(await activities()).toEqual([]);
  });
  it("is not logged where the company never logs who gets it", async () => {
    const admin = service.as("admin");
    await service.store.commit([]);
    await admin.change([{ do: "create", type: "company", id: "company", values: { name: "Lindenfeld", neverLog: [{ from: "@kestrelbaywater.example" }] } }]).catch(async () => admin.update("company", await admin.read("company", "company"), { neverLog: [{ from: "@kestrelbaywater.example" }] }));
    expect((await post("/mail/sent", { draft: draft(), mail: mailTo([camille]) })).body).toEqual({ logged: false });
    await admin.update("company", await admin.read("company", "company"), { neverLog: [] });
  });
  it("is taken back when it did not go out after all", async () => {
    await post("/mail/sent", { draft: draft(), mail: mailTo([camille]), warned: true });
    expect((await activities())[0]!.data.outcome).toBe("Sent after a warning");
    await post("/mail/unsent", { draft: draft() });
    expect(await activities()).toEqual([]);
  });
  it("is the same activity when its sent item is seen and logged, which then knows its message id", async () => {
    await post("/mail/sent", { draft: draft(), mail: mailTo([camille]) });
    const mail = { ...mailTo([camille], { sentAt: new Date(now.getTime() + 20_000).toISOString() }), internetMessageId: `<sent-${n}@lindenfeld.example>` } as never;
    const seen = await service.as("rep").known(mail);
    expect(seen.logged).toHaveLength(1);
    await service.as("rep").log(mail, [{ type: "account", id: "account-kestrel" }]);
    const rows = await activities();
    expect(rows.map(row => row.data.messageId)).toEqual([`<sent-${n}@lindenfeld.example>`]);
    expect((await service.as("rep").known(mail)).logged.map(one => one.on.type)).toContain("account");
  });
  it("is the same activity though its sent item names only twenty of many who got it, and keeps them all", async () => {
    const many = Array.from({ length: 24 }, (_, at) => ({ name: "", address: `colleague${at}@lindenfeld.example` })), mail = mailTo([camille], { cc: many }), sent = { ...mail, cc: many.slice(0, 20), internetMessageId: `<many-${n}@lindenfeld.example>` };
    await post("/mail/sent", { draft: draft(), mail });
    const { on } = (await service.as("rep").known(sent as never)).logged[0]!;
    await service.as("rep").log(sent as never, [{ type: on.type, id: on.id }]);
    const [row, ...more] = await activities();
    expect([more, row!.data.messageId, (row!.data.parties as { role: string }[]).filter(({ role }) => role === "cc").length]).toEqual([[], `<many-${n}@lindenfeld.example>`, 24]);
  });
  it("says so where it was logged before it was sent, until its sent item is logged", async () => {
    await post("/mail/sent", { draft: draft(), mail: mailTo([camille]), how: "draft" }, "Demo rep");
    expect((await activities())[0]!.data.outcome).toBe("Logged before it was sent");
    const { on } = (await service.as("rep").known(mailTo([camille]) as never)).logged[0]!;
    await service.as("rep").log({ ...mailTo([camille], { text: "Dear Camille, as promised, and more." }), internetMessageId: `<later-${n}@lindenfeld.example>` } as never, [on]);
    const [row] = await activities();
    expect(row!.data).toMatchObject({ description: "Dear Camille, as promised, and more.", messageId: `<later-${n}@lindenfeld.example>` });
    expect(row!.data.outcome).toBeUndefined();
  });
  it("leaves a line in the service's log when no guard looked at it, and none of what was in it", async () => {
    await post("/mail/sent", { draft: draft(), mail: mailTo([camille]), guard: "late" });
    const line = service.lines.find(one => one.audit === "a mail went out unguarded");
    expect(line).toMatchObject({ level: "warn", why: "late", by: "rep" });
    expect(JSON.stringify(service.lines)).not.toMatch(/kestrelbaywater|as promised/);
    expect((await fetch(`${service.base}/api/guard/missed`, { method: "POST", headers: { authorization: `Ticket ${ticket}`, "content-type": "application/json" }, body: JSON.stringify({ why: "failed" }) })).status).toBe(204);
    expect(service.lines.filter(one => one.audit === "a mail went out unguarded").map(one => one.why)).toEqual(["late", "failed"]);
  });
});

describe("whom a mail went to blind", () => {
  it("is kept as such, for its sender alone: nobody else reads, finds or is told it, and the ledger does not say by which mail", async () => {
    const { hash } = await service.store.files.put((async function* () { yield Buffer.from("%PDF-1.4\n% blind\n%%EOF\n"); })(), "application/pdf", "admin"), admin = service.as("admin");
    await admin.update("literature", await admin.read("literature", "literature-lr220-sheet"), { files: [{ name: "LR-220.pdf", size: 15, hash, type: "application/pdf" }] });
    const { body: { activity } } = await post("/mail/sent", { draft: draft(), mail: mailTo([camille], { bcc: [stranger], attachments: [{ id: "1", name: "LR-220.pdf", size: 15, contentType: "application/pdf", inline: false }] }), files: [{ name: "LR-220.pdf", hash, literature: "literature-lr220-sheet" }] });
    const roles = async (as: string) => ((await service.as(as).read("activity", activity)).parties as { role: string; address: string }[]).map(one => `${one.role} ${one.address}`);
    expect(await roles("rep")).toEqual([`from ${robin.address}`, `to ${camille.address}`, `bcc ${stranger.address}`]);
    expect(await roles("manager")).toEqual([`from ${robin.address}`, `to ${camille.address}`]);
    const { entries } = await service.as("manager").timeline("activity", activity), { records } = await service.as("manager").list("activity", { take: 200 }), { hits } = await service.as("manager").search(stranger.address);
    expect(JSON.stringify([entries, records, hits])).not.toContain(stranger.address);
    const sent = (await service.store.find("sending", { where: { hash }, take: 10 })).rows.map(({ data }) => [data.to, data.activity]);
    expect(sent.sort()).toEqual([[camille.address, activity], [stranger.address, undefined]]);
    await post("/mail/unsent", { draft: draft() });
    expect((await service.store.find("sending", { where: { hash } })).total).toBe(0);
  });
});

describe("a meeting of one's own that goes out", () => {
  const meetingTo = (to: object[], of: object = {}) => ({ draft: draft(), mail: mailTo(to, { cc: [marta], text: "Agenda" }), meeting: { start: "2026-12-01T09:00:00Z", end: "2026-12-01T10:30:00Z", location: "Dartmouth" }, ...of });
  it("is an appointment with its people, time and place, not an e-mail", async () => {
    await post("/mail/sent", meetingTo([camille]));
    const [one, ...more] = await activities();
    expect(more).toEqual([]);
    expect(one!.data).toMatchObject({ kind: "appointment", status: "scheduled", start: "2026-12-01T09:00:00.000Z", end: "2026-12-01T10:30:00.000Z", location: "Dartmouth", description: "Agenda", owner: "rep" });
    expect((one!.data.parties as { role: string; address: string }[]).map(({ role, address }) => [role, address])).toEqual([["organizer", robin.address], ["required", camille.address], ["optional", marta.address]]);
    expect(one!.data.direction ?? one!.data.happened ?? one!.data.messageId).toBeUndefined();
  });
  it("stays one when it is moved and sent again, and when somebody who is invited logs it, before or after", async () => {
    const { body: { activity } } = await post("/mail/sent", meetingTo([camille]));
    await post("/mail/sent", meetingTo([camille], { meeting: { start: "2026-12-02T09:00:00Z", end: "2026-12-02T10:00:00Z", location: "Teams" } }));
    const invitation = { subject: `Your price ${n}`, organizer: robin, required: [camille], optional: [marta], start: "2026-12-02T09:00:00.000Z", end: "2026-12-02T10:00:00.000Z", location: "Teams" };
    expect((await post("/meeting/log", { meeting: invitation, on: [{ type: "account", id: "account-kestrel" }] }, "Demo manager")).body).toMatchObject({ activity, already: false });
    await post("/mail/sent", meetingTo([camille], { meeting: { start: "2026-12-02T11:00:00Z", end: "2026-12-02T12:00:00Z", location: "Teams" } }));
    const [one, ...more] = await activities();
    expect(more).toEqual([]);
    expect(one!.data).toMatchObject({ start: "2026-12-02T11:00:00.000Z", location: "Teams", regarding: expect.arrayContaining(["account/account-kestrel"]) });
    await post("/mail/unsent", { draft: draft() });
    expect(await activities()).toHaveLength(1);
  });
  it("is taken back when it was asked about and did not go out", async () => {
    await post("/mail/sent", meetingTo([camille], { warned: true }));
    expect(await activities()).toHaveLength(1);
    await post("/mail/unsent", { draft: draft() });
    expect(await activities()).toEqual([]);
  });
});

describe("the guards", () => {
  it("name a piece for ourselves alone that would leave the house, by id, by hash or by name", async () => {
    const { alerts } = (await post("/guard", { from: robin, people: [camille, marta], files: [{ name: "prices.pdf", literature: "literature-pricelist" }] })).body;
    expect(alerts).toEqual([{ code: "internal", file: "prices.pdf", person: "Camille Gagnon" }]);
    expect((await post("/guard", { from: robin, people: [marta], files: [{ name: "prices.pdf", literature: "literature-pricelist" }] })).body).toEqual({ alerts: [] });
  });
  it("name a quote that is a draft or was replaced, told by the pane or by its file's name where it was attached by hand", async () => {
    const admin = service.as("admin"), ask = async (...files: object[]) => (await post("/guard", { from: robin, people: [camille], files })).body.alerts, person = "Camille Gagnon";
    const { records: [account] } = await admin.list("account", {}), first = await admin.create("quote", { name: "Radars", account: account!.id, lines: [{ writeIn: "Radar", quantity: 1, price: 900 }] }), number = first.number!;
    expect(await ask({ name: "offer.pdf", quote: first.id }, { name: `${number}.pdf` }, { name: "Q-99999.pdf" })).toEqual([{ code: "draft-quote", file: "offer.pdf", person }, { code: "draft-quote", file: `${number}.pdf`, person }]);
    await admin.act("quote", first, "activate");
    expect(await ask({ name: `${number}.pdf` })).toEqual([]);
    const { records } = await admin.act("quote", await admin.read("quote", first.id), "revise"), next = records.find(({ id }) => id !== first.id)!;
    expect(await ask({ name: `${number}-1 Radars.pdf` })).toEqual([{ code: "draft-quote", file: `${number}-1 Radars.pdf`, person }]);
    await admin.act("quote", next as never, "activate");
    expect(await ask({ name: `${number} (1).pdf` }, { name: `${number}-1.pdf` })).toEqual([{ code: "old-quote", file: `${number} (1).pdf`, person, revision: 1 }]);
  });
  it("name a contact who is not to be e-mailed, and a stranger on a deal's mail", async () => {
    const admin = service.as("admin"), { records: [contact] } = await admin.list("contact", { email: camille.address });
    await admin.update("contact", contact!, { doNotEmail: true });
    const { records: [deal] } = await admin.list("opportunity", { account: contact!.account as string });
    expect((await post("/guard", { from: robin, people: [camille, stranger], on: [{ type: "opportunity", id: deal!.id }] })).body.alerts).toEqual([
      { code: "do-not-email", person: "Camille Gagnon" }, { code: "unknown-person", person: stranger.address, deal: deal!.name },
    ]);
  });
});
