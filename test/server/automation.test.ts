import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Api } from "../../addin/api.ts";
import { run } from "../../server/automation/run.ts";
import { addWorkingDays } from "../../model/day.ts";
import { tick, type Works } from "../../server/clockwork.ts";
import { deliver, Permanent } from "../../server/outbox/deliver.ts";
import { outgoing } from "../../server/outbox/outgoing.ts";
import { smtp } from "../../server/outbox/smtp.ts";
import { isPublic, webhook } from "../../server/outbox/webhook.ts";
import { passFor } from "../../server/reminders.ts";
import { house, settle } from "../../server/settle.ts";
import { postgresStore } from "../../server/store/postgres.ts";
import { work } from "../../server/work.ts";
import { startPostgres } from "../setup/postgres.ts";
import { openService, type Service } from "./service.kit.ts";
import { startPost, type Post } from "./smtp.kit.ts";

let service: Service, post: Post, works: Works, clock = new Date("2026-11-24T09:00:00.000Z"), rep: Api, manager: Api, admin: Api;
const later = (minutes: number) => { clock = new Date(clock.getTime() + minutes * 60_000); };
beforeAll(async () => {
  post = await startPost();
  service = await openService({ now: () => clock });
  const linkFor = async (pass: { approval: string; user: string }) => `${service.base}/decide/${await passFor(service.store, pass, clock)}`;
  works = { store: service.store, now: () => clock, ways: { mail: smtp(post.url, { from: "crm@lindenfeld.example", linkFor }) } };
  [rep, manager, admin] = ["rep", "manager", "admin"].map(user => service.as(user)) as [Api, Api, Api];
  for (const user of ["rep", "rep2", "manager", "admin"]) await service.as(user).me();
  await admin.create("team", { name: "Sales" }).then(async team => { for (const id of ["rep", "manager"]) await admin.update("user", await admin.read("user", id), { team: team.id }); });
});
beforeEach(async () => { await tick(works); post.mails.length = 0; });
afterAll(async () => { await service.close(); await post.close(); });
const person = { topic: "Flow meters", lastName: "Auto", company: "Halden Water", email: "auto@halden.example", source: "web" } as const;
const runs = async (path: string) => (await service.store.find("run", { where: { on: path.toLowerCase() }, order: "at" })).rows.map(row => row.data);

describe("journey 1: an unknown sender's lead gets its first task", () => {
  it("makes the task for the owner, due on the next working day, once, also when two instances run the job", async () => {
    const lead = await rep.create("lead", person), { rows: jobs } = await service.store.find("job");
    expect(jobs.map(job => job.data.name)).toEqual(["First contact with a new lead"]);
    await Promise.all([run(service.store, jobs[0]!.id, clock.toISOString()), run(service.store, jobs[0]!.id, clock.toISOString()), tick(works)]);
    await tick(works);
    const { records } = await rep.list("activity", { regarding: `lead/${lead.id}` });
    expect(records).toMatchObject([{ kind: "task", subject: "Contact the prospect: Halden Water", due: "2026-11-25", owner: "rep", status: "open" }]);
    expect(await runs(`lead/${lead.id}`)).toMatchObject([{ name: "First contact with a new lead", outcome: "done", did: [{ do: "create", type: "activity" }] }]);
  });
  it("survives a stop between the lead and its task: the work is kept with the lead", async () => {
    const lead = await rep.create("lead", { ...person, lastName: "Crash" });
    expect((await rep.list("activity", { regarding: `lead/${lead.id}` })).total).toBe(0); // the process ends here
    await tick({ ...works });
    expect((await rep.list("activity", { regarding: `lead/${lead.id}` })).total).toBe(1);
  });
});

describe("journey 7: a deal is won with the manager's word, and the team hears of it once", () => {
  it("asks by mail, is decided by the link in it, and announces customer and value to the whole team in one mail", async () => {
    const account = await rep.create("account", { name: "Halden Water" }), deal = await rep.create("opportunity", { name: "40 flow meters", account: account.id, estimatedValue: 50_000 });
    await rep.act("opportunity", deal, "win", { actualValue: 48_500 });
    await tick(works);
    expect(post.mails.map(mail => [mail.subject, mail.to?.map(to => to.address)])).toEqual([["Your approval is needed: 40 flow meters", ["marta.keller@lindenfeld.example"]]]);
    const link = /http:\S+\/decide\/\S+/.exec(post.mails[0]!.text!)![0], looked = await fetch(link), html = await looked.text();
    expect([looked.status, html.includes("40 flow meters"), html.includes("<b>48,500</b>"), looked.headers.get("content-security-policy")]).toEqual([200, true, true, expect.stringContaining("form-action 'self'")]);
    expect((await rep.read("opportunity", deal.id)).status).toBe("open"); // looking decides nothing
    expect(JSON.stringify((await service.store.find("outgoing", { take: 100 })).rows)).not.toContain("/decide/"); // nor is the link kept
    const decide = (body: string, at = link) => fetch(at, { method: "POST", body, headers: { "content-type": "application/x-www-form-urlencoded" } });
    expect((await decide("do=refuse&word=")).status).toBe(422);
    expect((await decide("do=allow&seen=1", `${link.slice(0, -3)}abc`)).status).toBe(404);
    expect(await (await decide(`do=allow&seen=${deal.version}&word=Bravo`)).text()).toContain("This is approved");
    expect(await rep.read("opportunity", deal.id)).toMatchObject({ status: "won", actualValue: 48_500 });
    expect(await (await decide("do=refuse&word=no")).text()).not.toContain("This is refused");
    expect((await rep.read("opportunity", deal.id)).status).toBe("won");
    post.mails.length = 0;
    await tick(works); await tick({ ...works });
    const won = post.mails.filter(mail => mail.subject?.startsWith("Won"));
    expect(won.map(mail => [mail.subject, mail.to!.map(to => to.address).sort()])).toEqual([["Won: 40 flow meters", ["marta.keller@lindenfeld.example", "robin.sommer@lindenfeld.example"]]]);
    expect(won[0]!.text).toMatch(/Customer: Halden Water\nValue: 48,500\.00/);
    expect(post.mails.filter(mail => mail.subject?.startsWith("Approved")).map(mail => mail.to![0]!.address)).toEqual(["robin.sommer@lindenfeld.example"]);
  });
  it("reminds on the next working day, and the link ends after seven days", async () => {
    const deal = await rep.create("opportunity", { name: "Slow", contact: (await rep.create("contact", { lastName: "Slow" })).id });
    await rep.act("opportunity", deal, "win");
    await tick(works);
    const link = /http:\S+\/decide\/\S+/.exec(post.mails[0]!.text!)![0];
    await tick(works);
    expect(post.mails).toHaveLength(1);
    later(24 * 60);
    await tick(works);
    expect(post.mails.map(mail => mail.subject)).toEqual(["Your approval is needed: Slow", "Your approval is needed: Slow"]);
    later(7 * 24 * 60);
    expect((await fetch(link)).status).toBe(404);
    const [asked] = (await manager.list("approval", { status: "pending", on: `opportunity/${deal.id}` })).records;
    expect(asked!.history!.map(line => line.what)).toEqual(["asked", "mailed", "mailed"]);
    await rep.act("approval", asked!, "withdraw");
  });
});

describe("an approval that waits", () => {
  const deal = async (name: string) => { const made = await rep.create("opportunity", { name, contact: (await rep.create("contact", { lastName: name })).id, estimatedValue: 1234.5 }); await rep.act("opportunity", made, "win"); await tick(works); return made; };
  const asked = async (id: string) => (await admin.list("approval", { on: `opportunity/${id}` })).records[0]!, linkIn = (text?: string) => /http:\S+\/decide\/\S+/.exec(text!)![0];
  it("asks whom it is handed on to at once, tells what was said before, and is refused from the mail with a word; the former link is no longer good", async () => {
    const euro = await admin.create("currency", { name: "Euro", code: "EUR", symbol: "€", precision: 2 }), open = await deal("Handed"), first = linkIn(post.mails[0]!.text);
    expect(post.mails[0]!.to![0]!.address).toBe("marta.keller@lindenfeld.example");
    expect(await (await fetch(first)).text()).toMatch(/<b>1,234\.5<\/b>/); // neither the deal nor the company has a currency here
    await rep.update("opportunity", open, { currency: euro.id });
    expect(await (await fetch(first)).text()).toContain("<b>€1,234.50</b>");
    post.mails.length = 0;
    await manager.act("approval", await asked(open.id), "delegate", { to: "rep2", word: "I am on a <train>" });
    await tick(works);
    expect(post.mails).toHaveLength(1);
    const link = linkIn(post.mails[0]!.text), page = await (await fetch(link)).text();
    expect([page.includes("I am on a &#60;train&#62;"), (await fetch(first)).status]).toEqual([true, 404]);
    const decide = (body: string) => fetch(link, { method: "POST", body, headers: { "content-type": "application/x-www-form-urlencoded" } });
    expect(await (await decide("do=refuse&word=Too+cheap")).text()).toContain("This is refused");
    expect((await rep.read("opportunity", open.id)).status).toBe("open");
    expect(await asked(open.id)).toMatchObject({ status: "refused", history: [{ what: "asked" }, { what: "mailed" }, { what: "delegated", by: "manager", to: "rep2", word: "I am on a <train>" }, { what: "mailed" }, { what: "refused", by: "rep2", word: "Too cheap" }] });
    await tick(works);
    expect(post.mails.filter(mail => mail.subject === "Refused: Handed").map(mail => mail.to![0]!.address)).toEqual(["robin.sommer@lindenfeld.example"]);
  });
  it("is put to a deputy at the next reminder, and to whoever would be asked today when the approver has left", async () => {
    const open = await deal("Left alone"), away = await admin.update("user", await admin.read("user", "manager"), { awayUntil: addWorkingDays(clock.toISOString(), 3), deputy: "rep2" });
    later(4 * 24 * 60); await tick(works);
    await admin.update("user", away, { awayUntil: "2999-01-01" });
    later(4 * 24 * 60); post.mails.length = 0; await tick(works);
    expect((await asked(open.id)).approvers).toEqual(["manager", "rep2"]);
    expect(post.mails.map(mail => mail.subject)).toEqual(["Your approval is needed: Left alone"]);
    for (const id of ["manager", "rep2"]) await admin.update("user", await admin.read("user", id), { disabled: true, ...id === "manager" && { awayUntil: null, deputy: null } });
    later(4 * 24 * 60); post.mails.length = 0; await tick(works);
    const left = await asked(open.id);
    expect(left.approvers).toEqual(["manager", "rep2", "admin"]);
    expect(left.history!.at(-1)).toMatchObject({ what: "standsIn", by: "manager", to: "admin" });
    for (const id of ["manager", "rep2"]) await admin.update("user", await admin.read("user", id), { disabled: null });
    expect((await admin.act("approval", left, "allow")).records.find(row => row.type === "opportunity")).toMatchObject({ status: "won" });
  });
});

describe("an automation", () => {
  it("waits, survives a restart meanwhile, branches, updates and acts", async () => {
    const { id } = await admin.create("automation", { name: "Follow up", on: "contact", trigger: { on: "changed", fields: ["jobTitle"] }, when: { field: "jobTitle", is: "filled" }, steps: [
      { do: "wait", days: 2 }, { do: "if", when: { field: "department", is: "is", than: "Sales" }, then: [{ do: "update", values: { role: "decisionMaker" } }], otherwise: [{ do: "update", values: { role: "influencer" } }, { do: "stop" }] }, { do: "act", verb: "deactivate" },
    ] });
    const contact = await rep.create("contact", { lastName: "Wait" });
    const changed = await rep.update("contact", contact, { jobTitle: "Buyer" });
    await tick(works);
    expect((await runs(`contact/${contact.id}`)).map(one => one.outcome)).toEqual(["waiting"]);
    await rep.update("contact", changed, { department: "Sales" });
    await admin.act("automation", await admin.read("automation", id), "deactivate"); // a running one keeps the steps that it began with
    later(2 * 24 * 60);
    await tick({ ...works });
    expect(await rep.read("contact", contact.id)).toMatchObject({ role: "decisionMaker", status: "inactive" });
    expect((await runs(`contact/${contact.id}`)).map(one => [one.outcome, one.did])).toEqual([["waiting", []], ["done", [{ do: "update", fields: ["role"] }, { do: "act", verb: "deactivate" }]]]);
  });
  it("assigns in turns", async () => {
    const made = await admin.create("automation", { name: "Turns", on: "account", trigger: { on: "created" }, steps: [{ do: "assign", to: ["rep", "rep2"] }] }), ids: string[] = [];
    for (const name of ["A", "B", "C", "D"]) ids.push((await manager.create("account", { name })).id);
    await tick(works);
    const owners = await Promise.all(ids.map(async id => (await manager.read("account", id)).owner));
    expect([...owners].sort()).toEqual(["rep", "rep", "rep2", "rep2"]);
    await admin.act("automation", made, "deactivate");
  });
  it("is stopped and reported when it would set itself off", async () => {
    const made = await admin.create("automation", { name: "Loop", on: "contact", trigger: { on: "changed" }, steps: [{ do: "update", values: { description: { join: [{ field: "description" }, "x"] } } }] });
    const contact = await rep.create("contact", { lastName: "Loop" });
    await rep.update("contact", contact, { description: "y" });
    await tick(works);
    expect((await rep.read("contact", contact.id)).description).toBe("yx");
    expect((await runs(`contact/${contact.id}`)).map(one => [one.outcome, one.why]).sort()).toEqual([["done", undefined], ["stopped", { is: "loop" }]]);
    await admin.act("automation", made, "deactivate");
  });
  it("is stopped too where several would set each other off", async () => {
    const two = await Promise.all([["jobTitle", "department"], ["department", "jobTitle"]].map(([from, to]) => admin.create("automation", { name: `From ${from!}`, on: "contact", trigger: { on: "changed", fields: [from!] }, steps: [{ do: "update", values: { [to!]: { join: [{ field: from! }, "x"] } } }] } as never)));
    const contact = await rep.create("contact", { lastName: "Ping" });
    await rep.update("contact", contact, { jobTitle: "a" });
    await tick(works);
    expect(await rep.read("contact", contact.id)).toMatchObject({ jobTitle: "axx", department: "ax" });
    expect((await runs(`contact/${contact.id}`)).map(one => [one.name, one.outcome]).sort()).toEqual([["From department", "done"], ["From jobTitle", "done"], ["From jobTitle", "stopped"]]);
    for (const one of two) await admin.act("automation", one, "deactivate");
  });
  it("that fails says why, and changes nothing", async () => {
    const made = await admin.create("automation", { name: "Wrong", on: "contact", trigger: { on: "created" }, steps: [{ do: "update", values: { department: "x" } }, { do: "update", values: { email: "nowhere" } }] });
    const contact = await rep.create("contact", { lastName: "Wrong" });
    await tick(works);
    expect(await rep.read("contact", contact.id)).not.toHaveProperty("department");
    expect(await runs(`contact/${contact.id}`)).toMatchObject([{ outcome: "failed", why: { is: "refused", code: "invalid", fields: [{ field: "email", code: "wrong-format" }] } }]);
    await admin.act("automation", made, "deactivate");
  });
  it("acts once on a day that has passed, and on a mail that is logged", async () => {
    const over = await admin.create("automation", { name: "Late", on: "activity", trigger: { on: "overdue", field: "due", days: 1 }, steps: [{ do: "update", values: { priority: "high" } }] });
    const mailed = await admin.create("automation", { name: "Mail", on: "contact", trigger: { on: "mail", direction: "incoming" }, steps: [{ do: "update", values: { department: "Mailed" } }] });
    const task = await rep.create("activity", { kind: "task", subject: "late", due: clock.toISOString().slice(0, 10) }), contact = await rep.create("contact", { lastName: "Mail" });
    await rep.log({ internetMessageId: "<m@x.example>", conversationId: "m", subject: "s", from: { name: "R", address: "r@x.example" }, to: [], cc: [], sentAt: clock.toISOString(), text: "", attachments: [] }, [{ type: "contact", id: contact.id }]);
    later(3 * 24 * 60);
    await tick(works); await tick(works);
    expect([(await rep.read("activity", task.id)).priority, (await rep.read("contact", contact.id)).department]).toEqual(["high", "Mailed"]);
    expect(await runs(`activity/${task.id}`)).toHaveLength(1);
    for (const one of [over, mailed]) await admin.act("automation", one, "deactivate");
  });
});

describe("a stage's tasks", () => {
  it("tick their step off when they are done, and open it again with them, in one commit with both", async () => {
    const way = await admin.create("process", { name: "Ticks", order: 5, when: { field: "name", is: "begins", than: "Ticks" }, stages: [{ key: "show", label: { en: "Show" }, on: "opportunity", steps: [{ task: "demo", label: { en: "Show it" }, required: true, due: 2 }] }, { key: "on", label: { en: "On" }, on: "opportunity", steps: [] }] });
    const deal = await rep.create("opportunity", { name: "Ticks here", contact: (await rep.create("contact", { lastName: "Ticks" })).id });
    await tick(works);
    const { records: [task] } = await rep.list("activity", { regarding: `opportunity/${deal.id}`, kind: "task" }), steps = async () => (await rep.read("opportunity", deal.id)).stepsDone ?? [];
    await expect(rep.update("opportunity", deal, { processStage: "on" })).rejects.toMatchObject({ code: "invalid" });
    const { commit, records: done } = await manager.act("activity", task!, "complete");
    expect([done.map(row => row.type).sort(), await steps()]).toEqual([["activity", "opportunity"], ["demo"]]);
    await manager.undo(commit);
    expect(await steps()).toEqual([]);
    await manager.act("activity", await rep.read("activity", task!.id), "complete");
    const { records: [open] } = await rep.act("activity", await rep.read("activity", task!.id), "reopen");
    expect(await steps()).toEqual([]);
    await rep.act("activity", open!, "cancel"); // given up is not done
    expect(await steps()).toEqual([]);
    await rep.act("activity", await rep.read("activity", task!.id), "reopen");
    await rep.act("activity", await rep.read("activity", task!.id), "complete");
    expect(await rep.update("opportunity", await rep.read("opportunity", deal.id), { processStage: "on" })).toMatchObject({ processStage: "on", stepsDone: ["demo"] });
    await expect(rep.create("activity", { kind: "task", subject: "sly", step: "demo" } as never)).rejects.toMatchObject({ fields: [{ field: "step", code: "computed" }] });
    await admin.remove("process", await admin.read("process", way.id));
  });
  it("are made for the owner when the stage is entered, once, and not again by another change", async () => {
    const way = await admin.create("process", { name: "Tasks", order: 5, when: { field: "name", is: "begins", than: "Tasks" }, stages: [
      { key: "talk", label: { en: "Talk" }, on: "opportunity", steps: [] }, { key: "show", label: { en: "Show" }, on: "opportunity", steps: [{ task: "demo", label: { en: "Show it to them" }, required: true, due: 2 }, { task: "idea", label: { en: "Think" } }] },
    ] });
    const contact = await rep.create("contact", { lastName: "Tasks" }), deal = await rep.create("opportunity", { name: "Tasks here", contact: contact.id });
    const tasks = async () => (await rep.list("activity", { regarding: `opportunity/${deal.id}`, kind: "task" })).records.map(({ subject, due, priority, owner }) => [subject, due, priority, owner]);
    await tick(works);
    expect(await tasks()).toEqual([]);
    const moved = await rep.update("opportunity", deal, { processStage: "show" }), due = addWorkingDays(clock.toISOString(), 2);
    await Promise.all([tick(works), tick({ ...works })]);
    await rep.update("opportunity", await rep.read("opportunity", moved.id), { stepsDone: ["demo"] });
    await tick(works);
    expect(await tasks()).toEqual([["Show it to them", due, "high", "rep"]]);
    await admin.remove("process", await admin.read("process", way.id));
  });
});

describe("the outbox", () => {
  const put = (n: number, to = `p${n}@x.example`) => work(service.store, house(clock.toISOString()), [], { also: [outgoing({ kind: "mail", to: [to], subject: `Mail ${n}`, text: "王芳 您好" }, new Date(clock.getTime() + n).toISOString(), `out-${n}`)] });
  const state = async (n: number) => (await service.store.get("outgoing", `out-${n}`))!.data;
  it("tries again after a passing refusal, keeps the order for one recipient, and gives up on a lasting one", async () => {
    for (const n of [1, 2]) await put(n, "same@x.example");
    await put(3);
    clock = new Date(clock.getTime() + 10);
    post.moods.push("later", "never");
    await deliver(service.store, works.ways, () => clock, () => 0.5);
    expect([await state(1), await state(2), await state(3)]).toMatchObject([{ status: "waiting", error: expect.stringContaining("451") }, { status: "waiting", tries: 0 }, { status: "dead", error: expect.stringContaining("550") }]);
    later(1);
    await tick(works);
    expect(post.mails.map(mail => [mail.subject, mail.messageId])).toEqual([["Mail 1", "<out-1@lindenfeld.example>"], ["Mail 2", "<out-2@lindenfeld.example>"]]);
    expect([(await state(1)).status, (await state(1)).text]).toEqual(["sent", ""]);
  });
  it("sends again under the same id where the answer was lost, and never twice where it was not", async () => {
    await put(4);
    clock = new Date(clock.getTime() + 10);
    post.moods.push("drop");
    await Promise.all([tick(works), tick({ ...works })]);
    later(2);
    await Promise.all([tick(works), tick({ ...works })]);
    expect(post.mails.map(mail => mail.messageId)).toEqual(["<out-4@lindenfeld.example>", "<out-4@lindenfeld.example>"]);
    expect((await state(4)).status).toBe("sent");
    await tick(works);
    expect(post.mails).toHaveLength(2);
  });
  it("waits no longer than it must for a server that falls silent, and sends again under the same id", async () => {
    await put(7);
    clock = new Date(clock.getTime() + 10);
    post.moods.push("silent");
    await deliver(service.store, { mail: smtp(post.url, { from: "crm@lindenfeld.example", patience: 150 }) }, () => clock);
    expect(await state(7)).toMatchObject({ status: "waiting", error: expect.stringContaining("could not be reached") });
    later(2);
    await tick(works);
    expect(post.mails.map(mail => mail.messageId)).toEqual(["<out-7@lindenfeld.example>", "<out-7@lindenfeld.example>"]);
    expect((await state(7)).status).toBe("sent");
  });
  it("keeps mails where no mail server is set, and sends them once there is one", async () => {
    await put(5);
    clock = new Date(clock.getTime() + 10);
    await deliver(service.store, {}, () => clock);
    expect(await state(5)).toMatchObject({ status: "waiting", tries: 0 });
    await tick(works);
    expect(post.mails).toHaveLength(1);
  });
});

describe("two instances on one database", () => {
  it("make each task once, give to each in turn, send each mail once, and keep a wait while none of them runs", async () => {
    const postgres = await startPostgres();
    try {
      const url = await postgres.database(), open = async () => { const store = await postgresStore(url); return { store, service: await openService({ store, now: () => clock }) }; };
      let [one, two] = await Promise.all([open(), open()]);
      await settle(one.store, clock.toISOString());
      for (const user of ["rep", "rep2", "admin"]) await one.service.as(user).me();
      const boss = one.service.as("admin"), sent: string[] = [], mail = { send: async (id: string) => { sent.push(id); await new Promise(setImmediate); } };
      const both = () => Promise.all([one, two].map(({ store }) => tick({ store, now: () => clock, ways: { mail } })));
      await boss.create("automation", { name: "All", on: "account", trigger: { on: "created" }, steps: [{ do: "assign", to: ["rep", "rep2"] }, { do: "mail", to: [{ address: "a@x.example" }], subject: { en: "{{account.name}}" }, text: { en: "x" } }, { do: "wait", days: 1 }, { do: "create", type: "activity", values: { kind: "task", subject: "Later", regarding: { self: true } } }] } as never);
      await Promise.all(Array.from({ length: 8 }, (_, n) => (n % 2 ? one : two).service.as("admin").create("account", { name: `A${n}` })));
      await both(); await both();
      const { records } = await boss.list("account", { take: 20 });
      expect(records.map(row => row.owner).sort()).toEqual([...Array<string>(4).fill("rep"), ...Array<string>(4).fill("rep2")]);
      expect([sent.length, new Set(sent).size]).toEqual([8, 8]);
      await Promise.all([one, two].map(({ service }) => service.close()));
      later(25 * 60);
      [one, two] = await Promise.all([open(), open()]);
      await both(); await both();
      expect((await one.service.as("admin").list("activity", { kind: "task", take: 50 })).records.map(row => row.subject)).toEqual(Array<string>(8).fill("Later"));
      await Promise.all([one, two].map(({ service }) => service.close()));
    } finally { await postgres.stop(); }
  });
});

describe("a webhook", () => {
  it("follows no redirect, and is sent where it may reach", async () => {
    const reached: string[] = [], server = createServer((request, response) => { reached.push(`${request.method!} ${request.url!}`); response.writeHead(request.url === "/moved" ? 307 : 204, { location: "/secret" }).end(); });
    await new Promise<void>(done => server.listen(0, "127.0.0.1", done));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`, way = webhook({ mayReach: () => true, schemes: ["http:"] });
    await way.send("id", { to: [`${base}/fine`], text: "{}" } as never);
    await expect(way.send("id", { to: [`${base}/moved`], text: "{}" } as never)).rejects.toBeInstanceOf(Permanent);
    expect(reached).toEqual(["POST /fine", "POST /moved"]);
    await new Promise(done => server.close(done));
  });
  it("reaches nothing that is not on the public internet, however it is written", async () => {
    const hosts = ["127.1", "0177.0.0.1", "0x7f.1", "2130706433", "0x7f000001", "017700000001", "127.0.0.1.", "[::1]", "[::]", "0.0.0.0", "0", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "169.254.169.254", "[fd00:ec2::254]", "[fe80::1]", "10.0.0.1", "10.1", "172.16.5.4", "192.168.1.1", "192.168.257", "100.64.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "192.0.2.1", "198.51.100.7", "203.0.113.9", "240.0.0.1", "１２７.0.0.1", "127。0。0。1", "ⓛocalhost", "localhost", "localhost."];
    for (const host of hosts) await expect(webhook({ look: ((_name: string, _options: object, call: (error: null, found: object[]) => void) => call(null, [{ address: "127.0.0.1", family: 4 }])) as never }).send("id", { to: [`https://${host}/x`], text: "{}" } as never).then(() => "sent", error => (error as Error).constructor)).resolves.toBe(Permanent);
    for (const url of ["http://public.example/", "file:///etc/passwd", "gopher://x.example/", "https://a@public.example/", "https://a:b@public.example/", "javascript:1", ""]) await expect(webhook().send("id", { to: [url], text: "{}" } as never)).rejects.toBeInstanceOf(Permanent);
    expect(["8.8.8.8", "2606:4700::1111"].map(isPublic)).toEqual([true, true]);
  });
  it("checks the very address that it connects to, also where a name changes its mind or has several", async () => {
    for (const answers of [[[{ address: "8.8.8.8", family: 4 }, { address: "10.0.0.1", family: 4 }]], [[{ address: "::ffff:10.0.0.1", family: 6 }]]]) {
      let asked = 0;
      const look = ((_name: string, _options: object, call: (error: null, found: object[]) => void) => { call(null, answers[Math.min(asked++, answers.length - 1)]!); }) as never;
      await expect(webhook({ look }).send("id", { to: ["https://rebound.example/"], text: "{}" } as never)).rejects.toBeInstanceOf(Permanent);
      expect(asked).toBe(1);
    }
  });
});
