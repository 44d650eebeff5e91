import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Api } from "../../addin/api.ts";
import { openService, type Service } from "./service.kit.ts";

let service: Service, other: Service, rep: Api, rep2: Api;
beforeAll(async () => {
  service = await openService();
  other = await openService({ store: service.store });
  [rep, rep2] = [service.as("rep"), service.as("rep2")];
  for (const user of ["rep", "rep2", "manager", "admin"]) await service.as(user).me();
});
afterAll(async () => { await other.close(); await service.close(); });
const call = async (path: string, body: object, user = "rep") => { const answer = await service.send(`/api/dialogs/${path}`, { method: "POST", body: JSON.stringify(body) }, user); return { status: answer.status, ...await answer.json() as any }; };
const aLead = (lastName: string) => rep.create("lead", { topic: "t", lastName, company: `${lastName} Ltd`, email: "d@x.example", source: "web" });
async function play(dialog: string, on: string, ...pages: object[]) {
  let now = await call("start", { dialog, on });
  for (const values of pages) { expect(now.standing.at).toBe("page"); now = await call(`${now.session.id}/answer`, { n: now.standing.n, values, secrets: now.secrets }); }
  return now;
}

describe("journey 4: the first call with a lead", () => {
  it("weighs the answers, branches, and qualifies a good lead when told to", async () => {
    const lead = await aLead("Good");
    const end = await play("dialog-first-call", `lead/${lead.id}`, { reached: "yes", said: "Send a quote" }, { need: "must", budgetStatus: "canBuy", budget: 9000 }, { timeframe: "thisQuarter", decides: "no" }, { qualify: "yes" });
    expect(end).toMatchObject({ standing: { at: "end", outcome: "completed", vars: { score: 70 } }, session: { status: "completed" } });
    expect(await rep.read("lead", lead.id)).toMatchObject({ status: "qualified", need: "must", budget: 9000, qualificationComments: "Send a quote" });
    expect(end.session.summary).toMatchObject([{ say: { en: "Did you reach the prospect?" }, answer: "yes", label: { en: "Yes" }, by: "rep" }, {}, {}, {}, {}, {}, {}, {}]);
  });
  it("disqualifies a hopeless one, and plans a follow-up for what lies between or was not reached", async () => {
    const bad = await aLead("Bad"), mid = await aLead("Middling"), away = await aLead("Away");
    await play("dialog-first-call", `lead/${bad.id}`, { reached: "yes" }, { need: "none", budgetStatus: "none" }, { timeframe: "unknown", decides: "no" });
    await play("dialog-first-call", `lead/${mid.id}`, { reached: "yes" }, { need: "should", budgetStatus: "mayBuy" }, { timeframe: "thisYear", decides: "no", next: "2027-01-15" });
    await play("dialog-first-call", `lead/${away.id}`, { reached: "no" });
    expect(await rep.read("lead", bad.id)).toMatchObject({ status: "disqualified", reason: "noInterest" });
    expect((await rep.list("activity", { regarding: `lead/${mid.id}` })).records).toMatchObject([{ subject: "Follow up: Middling Ltd", due: "2027-01-15" }]);
    expect((await rep.list("activity", { regarding: `lead/${away.id}` })).records).toMatchObject([{ subject: "Call again: Away Ltd" }]);
  });
  it("begins once, however often the same intent is sent", async () => {
    const lead = await aLead("Once"), start = async (on: string) => { const answer = await service.send("/api/dialogs/start", { method: "POST", body: JSON.stringify({ dialog: "dialog-first-call", on }), headers: { "idempotency-key": "call-once" } }); return { status: answer.status, ...await answer.json() as any }; };
    const [one, again] = [await start(`lead/${lead.id}`), await start(`lead/${lead.id}`)];
    expect([again.status, again.session.id, (await start(`lead/${(await aLead("Twice")).id}`)).code]).toEqual([201, one.session.id, "key-reused"]);
  });
  it("goes back, names what is wrong, is left and taken up on another instance, keeps its version, and is nobody else's", async () => {
    const lead = await aLead("Leave"), begun = await play("dialog-first-call", `lead/${lead.id}`, { reached: "yes", said: "hm" });
    const refused = await call(`${begun.session.id}/answer`, { n: 1, values: { need: "maybe" } });
    expect([refused.status, refused.fields.map((one: any) => `${one.field} ${one.code}`)]).toEqual([422, ["need not-a-choice", "budgetStatus required"]]);
    const back = await call(`${begun.session.id}/back`, {});
    expect(back.standing).toMatchObject({ n: 0, page: { key: "reached" } });
    const admin = service.as("admin"), kept = await admin.read("dialog", "dialog-first-call");
    await admin.update("dialog", kept, { steps: [{ stop: "canceled" }] });
    const again = await (await other.send(`/api/dialogs/${begun.session.id}/stand`, { method: "POST", body: "{}" })).json() as any;
    expect(again.standing.page.key).toBe("reached");
    expect((await call(`${begun.session.id}/stand`, {}, "rep2")).status).toBe(404);
    await admin.update("dialog", await admin.read("dialog", "dialog-first-call"), { steps: kept.steps });
    expect((await call(`${begun.session.id}/comments`, { text: "Rang twice" })).session.comments).toBe("Rang twice");
  });
});

it("keeps an answer that is not to be kept out of the database altogether, and still goes on with it", async () => {
  await rep.create("competitor", { name: "Vantor Flow" });
  const deal = await rep.create("opportunity", { name: "Review", contact: (await rep.create("contact", { lastName: "Review" })).id });
  const begun = await call("start", { dialog: "dialog-closing-review", on: `opportunity/${deal.id}` });
  const rival = begun.standing.page.prompts.find((one: any) => one.key === "rival").options[0];
  expect(rival.label.en).toBe("Vantor Flow");
  const end = await call(`${begun.session.id}/answer`, { n: 0, values: { outcome: "lost", rival: rival.value, why: "Price", frank: "canary-unlogged" } });
  expect(end.standing).toMatchObject({ at: "end", outcome: "completed" });
  expect(await rep.read("opportunity", deal.id)).toMatchObject({ status: "lost", lostTo: rival.value });
  for (const type of ["dialogSession", "event", "note", "activity", "opportunity", "job", "run"]) expect(JSON.stringify((await service.store.find(type, { take: 1e6 })).rows)).not.toContain("canary-unlogged");
});

it("asks the questions of fit in the middle of the RFP dialog, and plans the response of a go", async () => {
  const deal = await rep.create("opportunity", { name: "RFP", contact: (await rep.create("contact", { lastName: "Rfp" })).id });
  const end = await play("dialog-rfp-go", `opportunity/${deal.id}`, { due: "2026-12-18T12:00:00.000Z", known: "no" }, { skills: "yes", capacity: "yes" }, { profit: "yes" });
  expect(end.standing).toMatchObject({ at: "end", vars: { score: 70, fit: 50 } });
  expect((await rep.list("activity", { regarding: `opportunity/${deal.id}` })).records).toMatchObject([{ subject: "Write the response", due: "2026-12-16" }]);
});

it("wins through a dialog only with the manager's approval", async () => {
  const deal = await rep.create("opportunity", { name: "Sly", contact: (await rep.create("contact", { lastName: "Sly" })).id });
  await play("dialog-closing-review", `opportunity/${deal.id}`, { outcome: "won", why: "Service" });
  expect((await rep.read("opportunity", deal.id)).status).toBe("open");
  expect((await rep2.list("approval", { on: `opportunity/${deal.id}`, status: "pending" })).total).toBe(1);
});

it("says what was answered, worked out and is known of the record in its questions, its mails and its end, and keeps nothing of what is kept nowhere", async () => {
  const admin = service.as("admin"), lead = await aLead("Placed"), contact = await rep.create("contact", { firstName: "Li", lastName: "Wei" });
  const { id } = await admin.create("dialog", { name: "Placed", on: "lead", inputs: { place: "Hall 4" }, steps: [
    { page: "one", title: { en: "{{lead.company}}" }, prompts: [{ key: "who", kind: "lookup", to: "contact", say: { en: "Who?" } }, { key: "frank", kind: "line", log: false, say: { en: "Frankly?" } }] },
    { page: "two", title: { en: "Two" }, prompts: [{ key: "sure", kind: "line", say: { en: "{{who}} at {{place}}, {{lead.rating | unrated}}: {{frank}}?", "zh-CN": "{{who}}在{{place}}" } }] },
    { act: { do: "mail", to: [{ address: "a@x.example" }], subject: { en: "{{who}} of {{lead.company}}" }, text: { en: "{{sure}}, {{frank | no more}}" } } }, { stop: "completed", say: { en: "Thanks to {{who}}. {{frank | .}}" } },
  ] } as never);
  const one = await call("start", { dialog: id, on: `lead/${lead.id}` }), reply = async () => (await service.send(`/api/dialogs/${one.session.id}/answer`, { method: "POST", body: JSON.stringify({ n: 0, values: { who: contact.id, frank: "canary-placed" }, secrets: {} }), headers: { "idempotency-key": "placed" } })).json() as Promise<any>;
  const two = await reply();
  expect(await reply()).toEqual(two); // also where the first answer was lost
  expect(two.standing).not.toHaveProperty("vars");
  expect(two.standing.page.prompts[0].say).toEqual({ en: "Li Wei at Hall 4, unrated: canary-placed?", "zh-CN": "Li Wei在Hall 4" });
  const end = await call(`${two.session.id}/answer`, { n: 1, values: { sure: "Sure" }, secrets: two.secrets });
  expect([end.standing.say.en, end.session.ending.en, end.session.summary.at(-1).say.en]).toEqual(["Thanks to Li Wei. canary-placed", "Thanks to Li Wei. .", "Li Wei at Hall 4, unrated: ?"]);
  const { rows } = await service.store.find("outgoing", { take: 100 });
  expect(rows.map(row => [row.data.subject, row.data.text])).toContainEqual(["Li Wei of Placed Ltd", "Sure, no more"]);
  for (const type of ["dialogSession", "event", "outgoing", "receipt"]) expect(JSON.stringify((await service.store.find(type, { take: 1e6 })).rows)).not.toContain("canary-placed");
});
