import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Api } from "../../addin/api.ts";
import type { Mail } from "../../model/mail.ts";
import type { Problem } from "../../model/problem.ts";
import { openService, type Service } from "./service.kit.ts";

let service: Service, rep: Api, rep2: Api, manager: Api;
beforeAll(async () => {
  service = await openService();
  [rep, rep2, manager] = [service.as("rep"), service.as("rep2"), service.as("manager")] as [Api, Api, Api];
  await Promise.all([rep.me(), rep2.me(), manager.me(), service.as("admin").me()]);
});
afterAll(() => service.close());

const mail = (n: number | string, more: Partial<Mail> = {}): Mail => ({
  internetMessageId: `<${n}@halden.example>`, conversationId: `conversation-${n}`, subject: "40 flow meters", from: { name: "Jamie Fenwick", address: "Jamie@halden.example" },
  to: [{ name: "Robin Sommer", address: "robin.sommer@lindenfeld.example" }], cc: [], sentAt: "2026-11-20T09:12:00.000Z", text: "Please quote 40 flow meters.", attachments: [], ...more,
});
/** What the company wants of every lead. */
const sourced = { email: "someone@halden.example", source: "web" } as const;
const problem = async (work: Promise<unknown>): Promise<Problem> => { try { await work; } catch (error) { return error as Problem; } throw new Error("was not refused"); };

describe("an e-mail becomes a lead, and the lead a deal that is won", () => {
  it("tells the whole story", async () => {
    const before = await rep.known(mail("story"));
    expect(before.people.map(person => [person.address, person.is])).toEqual([["Jamie@halden.example", "new"], ["robin.sommer@lindenfeld.example", "colleague"]]);

    const made = await rep.leadFromMail(mail("story"), { topic: "40 flow meters", lastName: "Fenwick", firstName: "Jamie", company: "Halden Water", email: "jamie@halden.example", source: "web" });
    const lead = made.records[0]!;
    expect([lead.type, lead.status, lead.reason, lead.owner, lead.version]).toEqual(["lead", "open", "new", "rep", 1]);

    const seen = await rep2.known(mail("story"));
    expect(seen.people[0]!.matches.map(match => [match.type, match.title])).toEqual([["lead", "Jamie Fenwick"]]);
    expect(seen.logged.map(one => [one.on.id, one.by, one.byName])).toEqual([[lead.id, "rep", "Robin Sommer"]]);

    const qualified = await rep.act("lead", lead, "qualify");
    expect(qualified.records.map(row => row.type).sort()).toEqual(["account", "activity", "contact", "lead", "opportunity"]);
    const deal = qualified.records.find(row => row.type === "opportunity")!, contact = qualified.records.find(row => row.type === "contact")!;
    expect([deal.name, deal.originatingLead, contact.account]).toEqual(["40 flow meters", lead.id, deal.account]);
    expect(qualified.records.find(row => row.type === "lead")).toMatchObject({ status: "qualified", reason: "qualified", opportunity: deal.id });

    const known = await rep.known(mail("later", { conversationId: "conversation-story" }));
    expect(known.people[0]).toMatchObject({ is: "known", account: { title: "Halden Water" }, deals: [{ id: deal.id }] });
    expect(known.suggested[0]).toMatchObject({ why: "conversation" });

    const rival = await rep.create("competitor", { name: "Vantor Flow" });
    const lost = await rep.act("opportunity", deal, "lose", { reason: "outSold", competitor: rival.id, description: "Too dear" });
    expect(lost.records[0]).toMatchObject({ status: "lost", reason: "outSold", lostTo: rival.id, actualValue: 0 });
    const reopened = await rep.act("opportunity", { id: deal.id, version: lost.records[0]!.version }, "reopen");
    expect(reopened.records[0]).toMatchObject({ status: "open", reason: "inProgress" });
    expect(reopened.records[0]).not.toHaveProperty("lostTo");
    const asked = await rep.act("opportunity", { id: deal.id, version: reopened.records[0]!.version }, "win", { actualValue: 51_200.5 });
    expect(asked.records.map(row => [row.type, row.status, row.approvers])).toEqual([["approval", "pending", ["manager"]]]);
    const won = await manager.act("approval", asked.records[0]!, "allow");
    expect(won.records.find(row => row.type === "opportunity")).toMatchObject({ status: "won", actualValue: 51_200.5 });
    const { entries } = await rep.timeline("opportunity", deal.id);
    expect(entries.filter(entry => entry.record.kind === "opportunityClose")).toHaveLength(2);
    expect(entries.filter(entry => entry.what === "change").map(entry => entry.verb)).toEqual(["win", "reopen", "lose", "create"]);
  });

  it("skips the opportunity when asked, and refuses one that nobody would buy", async () => {
    const lead = await rep.create("lead", { ...sourced, topic: "t", lastName: "Skip", company: "Skip Ltd" });
    const refused = await problem(rep.act("lead", lead, "qualify", { account: "skip", contact: "skip" }));
    expect([refused.code, refused.fields[0]!.field]).toEqual(["invalid", "opportunity"]);
    const { records } = await rep.act("lead", lead, "qualify", { opportunity: "skip" });
    expect(records.map(row => row.type).sort()).toEqual(["account", "contact", "lead"]);
  });

  it("links what exists instead of making it again", async () => {
    const account = await rep.create("account", { name: "Old Friend AG" });
    const lead = await rep.create("lead", { ...sourced, topic: "t", lastName: "Linker", company: "Old Friend" });
    const { records } = await rep.act("lead", lead, "qualify", { account: "link", existingAccount: account.id });
    expect(records.find(row => row.type === "opportunity")!.account).toBe(account.id);
    expect(records.some(row => row.type === "account")).toBe(false);
  });

  it("disqualifies with a reason, locks the lead, and takes it back", async () => {
    const lead = await rep.create("lead", { ...sourced, topic: "t", lastName: "Nay" });
    expect((await problem(rep.act("lead", lead, "disqualify"))).fields[0]).toMatchObject({ field: "reason", code: "required" });
    const { records: [closed] } = await rep.act("lead", lead, "disqualify", { reason: "noInterest" });
    expect([closed!.status, closed!.reason]).toEqual(["disqualified", "noInterest"]);
    expect((await problem(rep.update("lead", { id: lead.id, version: 2 }, { topic: "x" }))).code).toBe("wrong-status");
    expect((await problem(rep.act("lead", { id: lead.id, version: 2 }, "qualify"))).code).toBe("wrong-status");
    expect((await rep.act("lead", { id: lead.id, version: 2 }, "reactivate")).records[0]).toMatchObject({ status: "open", reason: "new" });
  });
});

describe("logging a mail", () => {
  it("keeps one mail however often and by whomever it is logged, and says who tied it to what", async () => {
    const [a, b] = await Promise.all(["A", "B"].map(name => rep.create("account", { name: `Log ${name}` })));
    await Promise.all([rep.log(mail("log"), [{ type: "account", id: a!.id }]), rep.log(mail("log"), [{ type: "account", id: a!.id }]), rep2.log(mail("log"), [{ type: "account", id: b!.id }])]);
    const { logged } = await manager.known(mail("log"));
    expect(logged.map(one => [one.on.title, one.by]).sort()).toEqual([["Log A", "rep"], ["Log B", "rep2"]]);
    expect((await rep.list("activity", { messageId: "<log@halden.example>" })).total).toBe(1);
  });
  it("takes one record off again and keeps the others", async () => {
    const [a, b] = await Promise.all(["C", "D"].map(name => rep.create("account", { name: `Log ${name}` })));
    await rep.log(mail("off"), [{ type: "account", id: a!.id }, { type: "account", id: b!.id }]);
    const { activity } = await rep.known(mail("off"));
    await rep.unlog(activity!, { type: "account", id: a!.id });
    expect((await rep.known(mail("off"))).logged.map(one => one.on.title)).toEqual(["Log D"]);
    await rep.unlog(activity!, { type: "account", id: b!.id });
    expect((await rep.known(mail("off"))).activity).toBeUndefined();
  });
});

describe("taking back", () => {
  it("undoes lead and log together, and says when it is too late", async () => {
    const made = await rep.leadFromMail(mail("undo"), { ...sourced, topic: "t", lastName: "Undone" });
    await rep.undo(made.commit);
    expect((await problem(rep.read("lead", made.records[0]!.id))).code).toBe("not-found");
    expect((await rep.known(mail("undo"))).logged).toEqual([]);
    const again = await rep.leadFromMail(mail("undo2"), { ...sourced, topic: "t", lastName: "Touched" });
    await rep2.update("lead", again.records[0]!, { topic: "mine now" }).catch(() => {});
    await manager.update("lead", again.records[0]!, { topic: "mine now" });
    expect((await problem(rep.undo(again.commit))).code).toBe("touched");
    expect((await problem(rep2.undo(again.commit))).code).toBe("not-found");
  });
  it("undoes a qualification whole", async () => {
    const lead = await rep.create("lead", { ...sourced, topic: "t", lastName: "Back", company: "Back Ltd" });
    const done = await rep.act("lead", lead, "qualify");
    await rep.undo(done.commit);
    expect((await rep.read("lead", lead.id))).toMatchObject({ status: "open" });
    for (const row of done.records.slice(1)) expect((await problem(rep.read(row.type as "account", row.id))).code).toBe("not-found");
  });
});

describe("the edge", () => {
  it("names every wrong field at once", async () => {
    const refused = await problem(rep.create("lead", { topic: "", email: "nope", rating: "tepid", status: "qualified", zzz: 1 } as never));
    expect([refused.status, refused.code]).toEqual([422, "invalid"]);
    expect(refused.fields.map(one => [one.field, one.code]).sort()).toEqual([["email", "wrong-format"], ["lastName", "required"], ["rating", "not-a-choice"], ["source", "required"], ["status", "unknown"], ["topic", "required"], ["zzz", "unknown"]]);
  });
  it("refuses a stale change and shows what is there", async () => {
    const lead = await rep.create("lead", { ...sourced, topic: "one", lastName: "Stale" });
    await rep.update("lead", lead, { topic: "two" });
    const refused = await problem(rep.update("lead", lead, { topic: "three" }));
    expect([refused.status, refused.current]).toMatchObject([412, { topic: "two", version: 2 }]);
    expect((await service.send(`/api/lead/${lead.id}`, { method: "PATCH", body: "{}" })).status).toBe(428);
  });
  it("does the same intent once, and refuses its key for another", async () => {
    const values = { ...sourced, topic: "once", lastName: "Once" };
    const [a, b] = [await rep.create("lead", values, "key-1"), await rep.create("lead", values, "key-1")];
    expect(b).toEqual(a);
    expect((await problem(rep.create("lead", { ...values, topic: "other" }, "key-1"))).code).toBe("key-reused");
    expect((await rep.list("lead", { lastName: "once" })).total).toBe(1);
    expect((await rep2.create("lead", values, "key-1")).id).not.toBe(a.id);
  });
  it("answers for wrong references, unknown types, verbs and malformed JSON", async () => {
    expect((await problem(rep.create("contact", { lastName: "x", account: "nowhere" }))).fields[0]).toMatchObject({ field: "account", code: "no-such-record" });
    expect((await problem(rep.list("nothing" as never))).code).toBe("not-found");
    expect((await problem(rep.list("constructor" as never))).code).toBe("not-found");
    const lead = await rep.create("lead", { ...sourced, topic: "t", lastName: "Verb" });
    expect((await problem(rep.act("lead", lead, "explode"))).code).toBe("not-found");
    expect((await problem(rep.act("lead", lead, "toString"))).code).toBe("not-found");
    expect((await service.send("/api/lead", { method: "POST", body: "{" })).status).toBe(400);
    expect((await service.send("/api/lead", { method: "POST", body: "[]" })).status).toBe(400);
    expect((await service.send("/api/lead?take=x")).status).toBe(422);
    expect((await service.send("/api/lead?nosuch=1")).status).toBe(422);
  });
  it("lets nobody in without a name, and nobody do what their role forbids", async () => {
    expect((await fetch(`${service.base}/api/lead`)).status).toBe(401);
    expect((await service.send("/api/lead", {}, "stranger")).status).toBe(401);
    const lead = await rep.create("lead", { ...sourced, topic: "t", lastName: "Mine" });
    expect((await problem(rep2.update("lead", lead, { topic: "theirs" }))).code).toBe("forbidden");
    expect((await problem(rep.create("product", { name: "P", number: "1" }))).code).toBe("forbidden");
    expect((await manager.update("lead", lead, { topic: "managed" })).topic).toBe("managed");
  });
  it("removes, but not from under others", async () => {
    const account = await rep.create("account", { name: "Held" }), deal = await rep.create("opportunity", { name: "d", account: account.id });
    expect((await problem(rep.remove("account", account))).code).toBe("in-use");
    await rep.remove("opportunity", deal); await rep.remove("account", account);
    expect((await problem(rep.read("account", account.id))).code).toBe("not-found");
  });
  it("takes along all that was only about a removed record, however much", async () => {
    const account = await rep.create("account", { name: "Busy" }), on = { regarding: [`account/${account.id}`] };
    for (let round = 0; round < 11; round++) await rep.change(Array.from({ length: 95 }, (_, n) => ({ do: "create", type: "activity", id: `busy-${round}-${n}`, values: { kind: "task", subject: "t", ...on } })));
    expect((await rep.list("activity", { regarding: `account/${account.id}` })).total).toBe(1045);
    await rep.remove("account", account);
    expect((await rep.list("activity", { regarding: `account/${account.id}` })).total).toBe(0);
    expect((await problem(rep.read("activity", "busy-10-94"))).code).toBe("not-found");
  });
  it("carries the policy headers on every answer", async () => {
    for (const path of ["/healthz", "/api/lead", "/nowhere", "/api/lead/none"]) {
      const { headers } = await service.send(path);
      expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*frame-ancestors 'self' https:\/\/outlook\.office\.com/);
      expect([headers.get("x-content-type-options"), headers.get("referrer-policy"), headers.get("x-frame-options"), headers.get("x-powered-by")]).toEqual(["nosniff", "no-referrer", null, null]);
      expect(headers.get("strict-transport-security")).toBeNull(); // the demo must not teach the browser that localhost is https
    }
    expect((await service.send("/api/lead")).headers.get("cache-control")).toBe("no-store");
    expect((await service.send("/signin.html")).headers.get("content-security-policy")).toMatch(/frame-ancestors 'none'$/);
  });
  it("writes into the pane's pages how to sign in, the same that it answers to the question", async () => {
    const asked: unknown = await (await service.send("/api/session/config")).json();
    for (const name of ["taskpane", "demo"]) {
      const html = await (await service.send(`/${name}.html`)).text(), [, content] = /<meta name="session" content="([^"]*)">/.exec(html) ?? [];
      expect(JSON.parse(content!.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&"))).toEqual(asked);
      expect(html).not.toMatch(/__[A-Z_]+__/);
    }
  });
  it("logs how requests end and nothing of what was in them", async () => {
    await rep.create("lead", { topic: "canary-topic", lastName: "canary-name", email: "canary@canary.example", source: "web" });
    await service.send("/api/search?text=canary-search");
    expect(service.lines.length).toBeGreaterThan(10);
    expect(JSON.stringify(service.lines)).not.toMatch(/canary/);
  });
});

describe("finding", () => {
  it("shows duplicates across leads, contacts and accounts before anything is saved", async () => {
    const account = await rep.create("account", { name: "Dupe Works", email: "info@dupe.example" });
    const contact = await rep.create("contact", { firstName: "Dee", lastName: "Upe", email: "dee@dupe.example", account: account.id });
    const { duplicates } = await rep.duplicates("lead", { firstName: "Dee", lastName: "Upe", email: "DEE@dupe.example", company: "dupe works" });
    expect(duplicates.map(one => [one.record.id, one.why])).toEqual([[contact.id, "email"], [account.id, "company"]]);
  });
  it("lists by field, status, owner and range, sorted and in pages", async () => {
    for (const [n, day] of ["2026-12-01", "2026-12-09", "2026-12-20"].entries()) await rep2.create("opportunity", { name: `Paged ${n}`, contact: (await rep2.create("contact", { lastName: `P${n}` })).id, closeDate: day });
    const { records } = await rep.list("opportunity", { owner: "rep2", status: "open", closeDate: "2026-12-05..2026-12-31", order: "closeDate", down: "true" });
    expect(records.map(row => row.name)).toEqual(["Paged 2", "Paged 1"]);
    expect((await rep2.list("opportunity", { owner: "me", take: 1 })).total).toBe(3);
  });
  it("searches everything in Latin and Chinese", async () => {
    await rep.create("account", { name: "汉风汽车制造有限公司" });
    expect((await rep.search("汉风")).hits[0]).toMatchObject({ type: "account", title: "汉风汽车制造有限公司" });
    await rep.create("contact", { firstName: "Zoë", lastName: "Brontë" });
    expect((await rep.search("bronte zoe")).hits[0]).toMatchObject({ title: "Zoë Brontë" });
  });
});
