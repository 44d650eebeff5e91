import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Api } from "../../addin/api.ts";
import type { Problem } from "../../model/problem.ts";
import { contact } from "../../model/records/contact.ts";
import { companyOf } from "../../server/company.ts";
import { postgresStore } from "../../server/store/postgres.ts";
import { startPostgres } from "../setup/postgres.ts";
import { openService, type Service } from "./service.kit.ts";

let service: Service, rep: Api, manager: Api, admin: Api;
beforeAll(async () => {
  service = await openService();
  [rep, manager, admin] = [service.as("rep"), service.as("manager"), service.as("admin")];
  await Promise.all([rep.me(), manager.me(), admin.me(), service.as("rep2").me()]);
});
afterAll(() => service.close());
const problem = async (work: Promise<unknown>): Promise<Problem> => { try { await work; } catch (error) { return error as Problem; } throw new Error("was not refused"); };
const person = { topic: "t", lastName: "Rule", email: "rule@halden.example", source: "web" } as const;

describe("the company's rules", () => {
  it("let no lead in without e-mail address and source, whichever way it comes", async () => {
    const mail = { internetMessageId: "<r@x.example>", conversationId: "r", subject: "s", from: { name: "R", address: "r@x.example" }, to: [], cc: [], sentAt: "2026-11-20T09:12:00.000Z", text: "", attachments: [] };
    for (const way of [() => rep.create("lead", { topic: "t", lastName: "Rule" }), () => rep.leadFromMail(mail, { topic: "t", lastName: "Rule" }), () => rep.change([{ do: "create", type: "lead", id: "no-way", values: { topic: "t", lastName: "Rule" } }])]) {
      const refused = await problem(way());
      expect([refused.status, refused.fields.map(one => [one.field, one.code, one.message])]).toEqual([422, [["email", "required", "A lead needs an e-mail address"], ["source", "required", "A lead needs its source"]]]);
    }
    const lead = await rep.create("lead", person);
    expect((await problem(rep.update("lead", lead, { source: null }))).fields.map(one => one.field)).toEqual(["source"]);
  });
  it("hold for a field that no form shows, which is named", async () => {
    const shown = new Set<string>(contact.form.flatMap(([, names]) => [...names])), hidden = Object.entries(contact.fields as Record<string, { kind: string; computed?: boolean; find?: boolean }>).find(([name, field]) => !shown.has(name) && field.kind === "text" && !field.computed)![0];
    const made = await admin.create("rule", { name: "Unseen", on: "contact", when: { field: "lastName", is: "is", than: "Unseen" }, then: [{ do: "require", fields: [hidden] }] } as never);
    expect((await problem(rep.create("contact", { lastName: "Unseen" }))).fields.map(one => [one.field, one.code])).toEqual([[hidden, "required"]]);
    expect(await rep.create("contact", { lastName: "Unseen", [hidden]: "x" } as never)).toMatchObject({ [hidden]: "x" });
    await admin.remove("rule", made);
  });
  it("hold at once when an administrator writes them, set and lock in the service, and stop when switched off", async () => {
    expect((await problem(rep.create("rule", { name: "mine", on: "lead", when: { all: [] }, then: [] }))).code).toBe("forbidden");
    const made = await admin.create("rule", { name: "Hot leads", on: "contact", when: { field: "jobTitle", is: "contains", than: "CEO" }, then: [{ do: "set", field: "role", to: "decisionMaker" }, { do: "lock", fields: ["department"] }, { do: "refuse", field: "fax", say: { en: "No fax", "zh-CN": "不用传真" } }], otherwise: [{ do: "clear", fields: ["fax"] }] });
    const contact = await rep.create("contact", { lastName: "Fax", fax: "+49 30 12345", department: "Sales" });
    expect(contact).not.toHaveProperty("fax");
    const refused = await problem(rep.update("contact", contact, { jobTitle: "CEO", department: "Board", fax: "+49 30 12345" }));
    expect(refused.fields.map(one => [one.field, one.code, (one.params?.say as object | undefined)])).toEqual([["department", "locked", undefined], ["fax", "refused", { en: "No fax", "zh-CN": "不用传真" }]]);
    await admin.act("rule", made, "deactivate");
    expect(await rep.update("contact", contact, { jobTitle: "CEO", department: "Board" })).toMatchObject({ department: "Board" });
  });
});

it("goes on without a way that is not written as it should be", async () => {
  const bare = (type: string, more: object) => ({ type, id: "broken", was: null, now: { type, id: "broken", version: 1, data: { id: "broken", name: "x", on: "lead", status: "active", ...more }, keys: {}, text: "" } });
  await service.store.commit([bare("automation", { trigger: "never", steps: [] }), bare("rule", { when: { all: [] } })]);
  expect((await companyOf(service.store)).one("rule", "broken")).toBeUndefined();
  expect(await rep.create("lead", person)).toMatchObject({ status: "open" });
});

it("reaches the other instances on the same database within a second", async () => {
  const postgres = await startPostgres();
  try {
    const url = await postgres.database(), stores = await Promise.all([postgresStore(url), postgresStore(url)]);
    const [one, two] = [await openService({ store: stores[0] }), await openService({ store: stores[1] })];
    await Promise.all(["admin", "rep"].map(user => one.as(user).me()));
    expect((await companyOf(stores[1])).all("rule")).toEqual([]);
    const made = await one.as("admin").create("rule", { name: "No contact without phone", on: "contact", when: { all: [] }, then: [{ do: "require", fields: ["phone"] }] });
    const until = Date.now() + 1000;
    while (!(await companyOf(stores[1])).one("rule", made.id) && Date.now() < until) await new Promise(setImmediate);
    expect((await problem(two.as("rep").create("contact", { lastName: "X" }))).fields.map(field => field.field)).toEqual(["phone"]);
    await one.close(); await two.close();
  } finally { await postgres.stop(); }
});
