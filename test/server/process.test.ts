import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Api } from "../../addin/api.ts";
import type { Problem } from "../../model/problem.ts";
import { openService, type Service } from "./service.kit.ts";

let service: Service, rep: Api, admin: Api;
beforeAll(async () => {
  service = await openService();
  [rep, admin] = [service.as("rep"), service.as("admin")];
  for (const user of ["rep", "manager", "admin"]) await service.as(user).me();
  await admin.create("process", { name: "Careful", order: 1, when: { field: "source", is: "is", than: "partner" }, stages: [
    { key: "hello", on: "lead", label: { en: "Hello" }, steps: [{ field: "timeframe", required: true }] },
    { key: "need", on: "opportunity", stage: "qualify", probability: 15, label: { en: "Need" }, steps: [{ field: "customerNeed", required: true }] },
    { key: "offer", on: "opportunity", stage: "propose", label: { en: "Offer" }, steps: [{ field: "proposedSolution", required: true }] }, { key: "end", on: "opportunity", stage: "close", label: { en: "End" }, steps: [] },
  ] });
});
afterAll(() => service.close());
const problem = async (work: Promise<unknown>): Promise<Problem> => { try { await work; } catch (error) { return error as Problem; } throw new Error("was not refused"); };

describe("a process in the service", () => {
  it("leads from the lead to the deal, and refuses to skip, naming the fields that are missing, whichever way it is tried", async () => {
    const lead = await rep.create("lead", { topic: "t", lastName: "Flow", company: "Flow Ltd", email: "f@x.example", source: "partner" });
    expect(lead).toMatchObject({ processStage: "hello" });
    expect((await problem(rep.act("lead", lead, "qualify"))).fields).toMatchObject([{ field: "timeframe", code: "stage-needs" }]);
    const ready = await rep.update("lead", lead, { timeframe: "immediate" });
    const deal = (await rep.act("lead", ready, "qualify")).records.find(row => row.type === "opportunity")! as never as { id: string; version: number };
    expect(deal).toMatchObject({ process: lead.process, processStage: "need", stage: "qualify", probability: 15 });
    for (const way of [{ processStage: "end" }, { stage: "close" }]) expect((await problem(rep.update("opportunity", deal, way))).fields.map(one => [one.field, one.code])).toEqual([["customerNeed", "stage-needs"], ["proposedSolution", "stage-needs"]]);
    expect((await problem(rep.change([{ do: "update", type: "opportunity", id: deal.id, values: { processStage: "offer" } }]))).status).toBe(422);
    expect((await problem(rep.update("opportunity", deal, { stageSince: "2020-01-01T00:00:00.000Z" }))).fields[0]).toMatchObject({ code: "computed" });
    expect((await problem(service.as("manager").act("opportunity", deal, "win"))).fields.map(one => one.field)).toEqual(["customerNeed", "proposedSolution"]);
    const moved = await rep.update("opportunity", deal, { processStage: "end", customerNeed: "dose", proposedSolution: "FM-320" });
    expect(moved).toMatchObject({ processStage: "end", stage: "close" });
    expect(await rep.update("opportunity", moved, { stage: "qualify" })).toMatchObject({ processStage: "need", stage: "qualify" });
  });
  it("goes on with the quote: its stages follow the deal's process, are needed before it is won, and move on while the customer has it", async () => {
    await admin.create("process", { name: "Offers", order: 0, when: { field: "name", is: "begins", than: "Offer" }, stages: [{ key: "deal", on: "opportunity", label: { en: "Deal" }, steps: [] }, { key: "written", on: "quote", label: { en: "Written" }, steps: [{ task: "checked", label: { en: "Checked" }, required: true }] }, { key: "answered", on: "quote", label: { en: "Answered" }, steps: [] }] });
    const account = await rep.create("account", { name: "Offers" }), quote = await rep.create("quote", { name: "Offer 1", account: account.id, lines: [{ writeIn: "Work", quantity: 1, price: 10 }] });
    expect(quote).toMatchObject({ processStage: "written" });
    const [active] = (await rep.act("quote", quote, "activate")).records;
    for (const verb of ["win", "order"]) expect((await problem(rep.act("quote", active!, verb))).fields).toMatchObject([{ field: "stepsDone", code: "stage-needs" }]);
    expect((await problem(rep.update("quote", active as never, { processStage: "answered" }))).fields).toMatchObject([{ field: "stepsDone", code: "stage-needs" }]);
    const moved = await rep.update("quote", active as never, { stepsDone: ["checked"], processStage: "answered" });
    expect(moved).toMatchObject({ status: "active", processStage: "answered" });
    expect((await rep.act("quote", moved, "win")).records[0]).toMatchObject({ status: "won" });
  });
  it("can be chosen by hand, and leaves the standard one as free as it was", async () => {
    const contact = await rep.create("contact", { lastName: "Hand" }), deal = await rep.create("opportunity", { name: "d", contact: contact.id });
    expect(deal).toMatchObject({ process: "process-lead-to-opportunity", processStage: "qualify", stage: "qualify", probability: 20 });
    expect(await rep.update("opportunity", deal, { stage: "close" })).toMatchObject({ processStage: "close", probability: 80 });
  });
});
