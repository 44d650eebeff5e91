import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Api } from "../../addin/api.ts";
import type { Problem } from "../../model/problem.ts";
import { tick } from "../../server/clockwork.ts";
import { memoryStore } from "../../server/store/lowdb.ts";
import { settle } from "../../server/settle.ts";
import type { Imported } from "../../server/transfer.ts";
import { openService, type Service } from "./service.kit.ts";

let one: Service, two: Service, rep: Api, rep2: Api, manager: Api, admin: Api;
/** Two instances of the service on one store: what one decides holds for the other. */
beforeAll(async () => {
  const store = await memoryStore();
  await settle(store, new Date().toISOString());
  [one, two] = [await openService({ store }), await openService({ store })];
  [rep, rep2, manager, admin] = ["rep", "rep2", "manager", "admin"].map(user => one.as(user)) as [Api, Api, Api, Api];
  for (const api of [rep, rep2, manager, admin]) await api.me();
});
afterAll(async () => { await two.close(); await one.close(); });
const problem = async (work: Promise<unknown>): Promise<Problem> => { try { await work; } catch (error) { return error as Problem; } throw new Error("was not refused"); };
const aDeal = async (name: string) => rep.create("opportunity", { name, contact: (await rep.create("contact", { lastName: name })).id, estimatedValue: 5000 });
const askToWin = async (name: string) => { const deal = await aDeal(name); return { deal, asked: (await rep.act("opportunity", deal, "win", { actualValue: 4800 })).records[0]! }; };

describe("an approval", () => {
  it("is asked instead of winning, shows what it waits for, and wins with the asker's own answers once it is given", async () => {
    const { deal, asked } = await askToWin("Straight");
    expect(asked).toMatchObject({ type: "approval", status: "pending", on: `opportunity/${deal.id}`, verb: "win", answers: { actualValue: 4800 }, asker: "rep", approvers: ["manager"], why: "A manager approves before an opportunity is won" });
    expect(await rep.read("opportunity", deal.id)).toMatchObject({ status: "open", version: 1 });
    expect((await problem(rep.act("opportunity", deal, "win"))).code).toBe("awaits-approval");
    const done = await manager.act("approval", asked, "allow", { word: "Well done" });
    expect(done.records.map(row => [row.type, row.status])).toEqual(expect.arrayContaining([["approval", "approved"], ["opportunity", "won"]]));
    expect(done.records.find(row => row.type === "opportunity")).toMatchObject({ actualValue: 4800 });
    expect(done.records.find(row => row.type === "approval")!.history).toMatchObject([{ what: "asked", by: "rep" }, { what: "approved", by: "manager", word: "Well done" }]);
  });
  it("is not needed by whoever may give it", async () => {
    const deal = await aDeal("Direct");
    expect((await manager.act("opportunity", deal, "win")).records[0]).toMatchObject({ status: "won" });
  });
  it("leaves the deal open when it is refused, with the word that says why, and can be asked anew", async () => {
    const { deal, asked } = await askToWin("Refused");
    expect((await problem(manager.act("approval", asked, "refuse"))).fields[0]).toMatchObject({ field: "word", code: "required" });
    await manager.act("approval", asked, "refuse", { word: "Where is the order?" });
    expect(await rep.read("opportunity", deal.id)).toMatchObject({ status: "open" });
    expect((await problem(manager.act("approval", { id: asked.id, version: 2 }, "allow"))).code).toBe("wrong-status");
    expect((await rep.act("opportunity", deal, "win")).records[0]).toMatchObject({ type: "approval", status: "pending" });
  });
  it("happens once, also when it is given on two instances at the same time", async () => {
    const { deal, asked } = await askToWin("Twice");
    const given = await Promise.allSettled([manager.act("approval", asked, "allow"), two.as("manager").act("approval", asked, "allow"), two.as("manager").act("approval", asked, "refuse", { word: "no" })]);
    expect(given.filter(one => one.status === "fulfilled")).toHaveLength(1);
    const { records } = await rep.list("activity", { regarding: `opportunity/${deal.id}`, kind: "opportunityClose" });
    expect(records).toHaveLength((await rep.read("opportunity", deal.id)).status === "won" ? 1 : 0);
  });
  it("is not given for what the approver has not seen", async () => {
    const { deal, asked } = await askToWin("Stale");
    const raised = await rep.update("opportunity", deal, { estimatedValue: 9 });
    const refused = await problem(manager.act("approval", asked, "allow"));
    expect([refused.code, refused.current]).toMatchObject(["stale", { estimatedValue: 9 }]);
    expect(await rep.read("opportunity", deal.id)).toMatchObject({ status: "open" });
    await manager.act("approval", asked, "allow", { seen: raised.version });
    expect(await rep.read("opportunity", deal.id)).toMatchObject({ status: "won" });
  });
  it("is taken back by its asker alone, and handed on by its approver, but never to the asker", async () => {
    const { asked } = await askToWin("Handed on");
    expect((await problem(manager.act("approval", asked, "withdraw"))).code).toBe("forbidden");
    expect((await problem(manager.act("approval", asked, "delegate", { to: "rep" }))).fields[0]).toMatchObject({ code: "own-approval" });
    const { records: [handed] } = await manager.act("approval", asked, "delegate", { to: "rep2", word: "I am on a train" });
    expect(handed).toMatchObject({ status: "pending", approvers: ["rep2"] });
    expect((await problem(manager.act("approval", handed!, "allow"))).code).toBe("forbidden");
    expect((await rep2.act("approval", handed!, "allow")).records.find(row => row.type === "opportunity")).toMatchObject({ status: "won" });
    const { asked: mine } = await askToWin("Taken back");
    expect((await rep.act("approval", mine, "withdraw")).records[0]).toMatchObject({ status: "withdrawn" });
  });
  it("is asked from the amount that the rule says, by what is told at the end too, and of whom it says", async () => {
    const usual = await admin.read("rule", "rule-win-approved"), large = { do: "approve", who: { user: "rep2" }, say: { en: "Large" } };
    await admin.act("rule", usual, "deactivate");
    const rule = await admin.create("rule", { name: "Large deals", on: "opportunity", at: ["win"], when: { any: [{ field: "actualValue", is: "atLeast", than: 5001 }, { field: "estimatedValue", is: "atLeast", than: 5001 }] }, then: [large] } as never);
    expect((await rep.act("opportunity", await aDeal("Small"), "win", { actualValue: 5000 })).records[0]).toMatchObject({ status: "won" });
    expect((await rep.act("opportunity", await aDeal("Grown"), "win", { actualValue: 5001 })).records[0]).toMatchObject({ type: "approval", approvers: ["rep2"], why: "Large" });
    const big = await rep.update("opportunity", await aDeal("Big"), { estimatedValue: 90_000 });
    expect((await rep.act("opportunity", big, "win", { actualValue: 1 })).records[0]).toMatchObject({ type: "approval" });
    await admin.remove("rule", rule);
    await admin.act("rule", await admin.read("rule", usual.id), "activate");
  });
  it("goes to the owner's own manager, else to their team's", async () => {
    const [team, other] = [await admin.create("team", { name: "North" }), await admin.create("team", { name: "South" })], robin = await admin.read("user", "rep"), marta = await admin.read("user", "manager");
    await admin.update("user", marta, { team: other.id });
    const led = await admin.update("user", robin, { team: team.id, manager: "rep2" });
    expect((await askToWin("Own manager")).asked).toMatchObject({ approvers: ["rep2"] });
    const alone = await admin.update("user", led, { manager: null });
    expect((await askToWin("No manager in the team")).asked).toMatchObject({ approvers: ["manager"] }); // any will do
    await admin.update("user", alone, { team: null });
    await admin.update("user", await admin.read("user", "manager"), { team: null });
  });
  it("goes to the deputy of who is away, and says so; an asker never stands in for their own approver", async () => {
    const marta = await admin.read("user", "manager");
    const away = await admin.update("user", marta, { awayUntil: "2999-01-01", deputy: "rep2" });
    const { asked } = await askToWin("Away");
    expect(asked).toMatchObject({ approvers: ["rep2"] });
    expect(asked.history).toMatchObject([{ what: "asked" }, { what: "standsIn", by: "manager", to: "rep2" }]);
    const own = await admin.update("user", away, { deputy: "rep" });
    const { asked: kept } = await askToWin("Own deputy");
    expect(kept).toMatchObject({ approvers: ["manager"] });
    await admin.update("user", own, { awayUntil: null, deputy: null });
  });
});

describe("there is no way round an approval", () => {
  it("through changes, updates of the status, made-up or altered approvals, or the approver's button in other hands", async () => {
    const { deal, asked } = await askToWin("Round");
    const other = await aDeal("Round 2");
    expect((await rep.change([{ do: "act", type: "opportunity", id: other.id, verb: "win", answers: {} }])).records.map(row => row.type)).toEqual(["approval"]);
    expect((await problem(rep.update("opportunity", deal, { status: "won" }))).fields[0]).toMatchObject({ field: "status", code: "unknown" });
    expect((await problem(rep.update("approval", asked, { approvers: ["rep"], status: "approved" }))).fields.map(field => field.code)).toEqual(["computed", "unknown"]);
    const { id: _, version: __, status: ___, type: ____, ...copy } = asked as Record<string, unknown>;
    expect((await problem(rep.create("approval", { ...copy, approvers: ["rep"] } as never))).code).toBe("invalid");
    for (const api of [rep, rep2, admin]) expect((await problem(api.act("approval", asked, "allow"))).code).toBe("forbidden");
    expect(await rep.read("opportunity", deal.id)).toMatchObject({ status: "open", version: 1 });
    expect(await rep.read("opportunity", other.id)).toMatchObject({ status: "open", version: 1 });
  });
  it("through an automation, a dialog or an accepted quote: each only asks, in the owner's name", async () => {
    const way = await admin.create("automation", { name: "Sly", on: "opportunity", trigger: { on: "changed", fields: ["rating"] }, steps: [{ do: "act", verb: "win" }] } as never), deal = await aDeal("By automation");
    await rep.update("opportunity", deal, { rating: "hot" });
    await tick({ store: one.store, now: () => new Date(), ways: {} });
    expect((await rep.list("approval", { on: `opportunity/${deal.id}` })).records).toMatchObject([{ status: "pending", asker: "rep", approvers: ["manager"] }]);
    await admin.remove("automation", way);
    const sold = await aDeal("By quote"), quote = await rep.create("quote", { name: "Q", opportunity: sold.id, contact: sold.contact!, lines: [{ writeIn: "Work", quantity: 1, price: 10 }] });
    const [active] = (await rep.act("quote", quote, "activate")).records;
    expect((await rep.act("quote", active!, "win", { closeOpportunity: true })).records.map(row => [row.type, row.status])).toEqual(expect.arrayContaining([["quote", "won"], ["approval", "pending"]]));
    expect(await rep.read("opportunity", sold.id)).toMatchObject({ status: "open" });
  });
  it("through importing: no deal comes in as won by whom it must be approved for, no closed one is changed, nothing that the service works out, no approval of one's own making", async () => {
    const take = async (type: string, rows: [Record<string, unknown>, ...Record<string, unknown>[]], user = "manager") => {
      const cell = (value: unknown) => `"${String(value).replaceAll('"', '""')}"`, names = Object.keys(rows[0]);
      const csv = [names, ...rows.map(row => names.map(name => row[name]))].map(cells => cells.map(cell).join(",")).join("\n");
      return one.send(`/api/import/${type}?dry=false&duplicates=update`, { method: "POST", body: csv, headers: { "content-type": "text/csv" } }, user);
    };
    const told = async (answer: Promise<Response>) => ((await (await answer).json()) as Imported).rows.map(row => [row.does, row.fields?.map(field => field.field)]);
    const { deal, asked } = await askToWin("By table"), contact = (await rep.read("opportunity", deal.id)).contact;
    const { records: won } = await manager.act("approval", (await askToWin("Closed")).asked, "allow"), closed = won.find(row => row.type === "opportunity")!;
    expect(await told(take("opportunity", [{ name: "Won elsewhere", contact, status: "won" }, { name: "Open elsewhere", contact, status: "" }], "admin"))).toEqual([["refuse", ["status"]], ["create", undefined]]);
    expect(await told(take("opportunity", [{ name: "Won by who may", contact, status: "won" }]))).toEqual([["create", undefined]]);
    expect(await told(take("opportunity", [{ id: closed.id, name: "Changed" }]))).toEqual([["refuse", []]]);
    expect((await rep.read("opportunity", closed.id)).name).toBe("Closed");
    expect(await told(take("opportunity", [{ id: deal.id, name: "Renamed", actualValue: 1, status: "won" }]))).toEqual([["update", undefined]]);
    const after = await rep.read("opportunity", deal.id);
    expect([after.name, after.status, after.actualValue]).toEqual(["Renamed", "open", deal.actualValue]);
    const forged = { title: "x", on: `opportunity/${deal.id}`, verb: "win", answers: "{}", asOf: 2, asker: "rep", approvers: "manager" };
    for (const user of ["manager", "admin"]) expect((await take("approval", [forged], user)).status).toBe(403);
    expect((await take("approval", [{ id: asked.id, approvers: "admin" }], "admin")).status).toBe(403);
  });
  it("through taking back: the asker cannot undo an approval into another one", async () => {
    const deal = await aDeal("Undone"), { commit, records: [asked] } = await rep.act("opportunity", deal, "win");
    await manager.act("approval", asked!, "refuse", { word: "no" });
    expect((await problem(rep.undo(commit))).code).toBe("touched");
    expect(await rep.read("opportunity", deal.id)).toMatchObject({ status: "open" });
  });
});
