import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createHash } from "node:crypto";
import type { Api } from "../../addin/api.ts";
import type { Problem } from "../../model/problem.ts";
import { records, type RecordName } from "../../model/records.ts";
import { settle } from "../../server/settle.ts";
import { memoryStore } from "../../server/store/lowdb.ts";
import type { Store } from "../../server/store/store.ts";
import { openService, type Service } from "./service.kit.ts";

let service: Service, store: Store, rep: Api, rep2: Api, admin: Api;
beforeAll(async () => {
  store = await memoryStore();
  service = await openService({ store });
  await settle(store, new Date().toISOString());
  [rep, rep2, admin] = ["rep", "rep2", "admin"].map(user => service.as(user)) as [Api, Api, Api];
  await Promise.all([rep.me(), rep2.me(), admin.me()]);
});
afterAll(() => service.close());

const like = async (type: RecordName, values: object, who = rep) => (await who.duplicates(type, values)).duplicates.map(one => [one.record.id, one.why]);
const problem = async (asked: Promise<unknown>): Promise<Problem> => { try { await asked; } catch (error) { return error as Problem; } throw new Error("was not refused"); };

describe("rules for duplicates", () => {
  it("are records that ship with the product, and find a lead among contacts, leads and accounts", async () => {
    expect((await admin.list("duplicateRule")).total).toBe(11);
    const account = await rep.create("account", { name: "Sable & Finch", email3: "post@sable.example" });
    const contact = await rep.create("contact", { firstName: "Ivo", lastName: "Sable", email2: "Ivo@sable.example", account: account.id });
    expect(await like("lead", { lastName: "S", email: "ivo@SABLE.example" })).toEqual([[contact.id, "email"]]);
    expect(await like("lead", { lastName: "S", company: "sable & finch" })).toEqual([[account.id, "company"]]);
    expect(await like("lead", { firstName: "ivo", lastName: "sáble" })).toEqual([[contact.id, "name"]]);
    expect(await like("contact", { firstName: "Ivo", lastName: "Sable" })).toEqual([]); // another account, or none: another Ivo
    expect(await like("contact", { firstName: "Ivo", lastName: "Sable", account: account.id })).toEqual([[contact.id, "name"]]);
    expect(await like("account", { name: "x", email: "post@sable.example" })).toEqual([[account.id, "email"]]);
  });
  it("leave out the record itself, the inactive where a rule says so, and what the caller may not see", async () => {
    const account = await rep.create("account", { name: "Only Once AG" });
    expect(await (await service.send(`/api/duplicates/account?not=${account.id}`, { method: "POST", body: JSON.stringify({ name: "Only Once AG" }) })).json()).toEqual({ duplicates: [] });
    const settings = await admin.read("company", "company");
    await admin.update("company", settings, { grants: [{ role: "rep", act: "read", reach: "own" }] });
    expect(await like("account", { name: "Only Once AG" }, rep2)).toEqual([]);
    expect(await like("account", { name: "Only Once AG" })).toEqual([[account.id, "company"]]);
    await admin.update("company", await admin.read("company", "company"), { grants: null });
    await rep.act("account", account, "deactivate");
    expect(await like("account", { name: "Only Once AG" })).toEqual([]);
  });
});

describe("a rule of one's own", () => {
  it("holds for what is there already, by first and last characters, ignores blanks, and stops when it is withdrawn", async () => {
    const lead = await rep.create("lead", { topic: "t", lastName: "Edge", email: "edge@sable.example", source: "web", sic: "ABCD-1234", pager: "555 000" });
    const rule = await admin.create("duplicateRule", { name: "SIC", type: "lead", criteria: [{ field: "sic", match: "first", length: 4 }, { field: "pager", match: "last", length: 3 }], ignoreBlank: true, caseSensitive: true });
    expect(await like("lead", { sic: "ABCD-9", pager: "1 000" })).toEqual([[lead.id, "name"]]);
    expect(await like("lead", { sic: "abcd-9", pager: "1 000" })).toEqual([]);
    expect(await like("lead", { sic: "ABCD-9" })).toEqual([]);
    const withdrawn = await admin.act("duplicateRule", rule, "unpublish");
    expect(await like("lead", { sic: "ABCD-9", pager: "1 000" })).toEqual([]);
    expect((await rep.read("lead", lead.id)).version).toBe(1); // keys are made anew without touching what people see
    await admin.remove("duplicateRule", withdrawn.records[0]!);
  });
  it("is refused with every wrong part named", async () => {
    const refused = await problem(admin.create("duplicateRule", { name: "x", type: "ghost", against: "leads", criteria: [{ field: "sic", match: "first" }] }));
    expect(refused.fields.map(one => [one.field, one.code])).toEqual([["type", "no-such-type"], ["against", "no-such-type"], ["criteria.0.length", "required"]]);
    expect((await problem(admin.create("duplicateRule", { name: "x", type: "lead", against: "account", criteria: [{ field: "nothing", match: "exact" }] }))).fields.map(one => one.field)).toEqual(["criteria.0.field", "criteria.0.other"]);
    expect((await problem(rep.create("duplicateRule", { name: "x", type: "lead", criteria: [{ field: "sic", match: "exact" }] }))).code).toBe("forbidden");
  });
});

describe("making two records one", () => {
  const hash = async () => createHash("sha256").update(JSON.stringify((await store.find(Object.keys(records), { take: 1e6 })).rows.map(({ version: _, data, keys, ...row }) => [row, { ...keys, updatedAt: 0 }, { ...data, updatedAt: 0, updatedBy: 0 }]))).digest("hex");

  it("moves every child, takes over what is asked, leaves a pointer, and is taken back as one", async () => {
    const [keep, lose] = await Promise.all(["Keep Ltd", "Lose Ltd"].map((name, n) => rep.create("account", { name, city: n ? "Lyon" : undefined, phone: n ? "+33 1 111" : "+49 30 222", employees: n ? 40 : undefined })));
    const contact = await rep.create("contact", { lastName: "Child", account: lose!.id });
    const deal = await rep.create("opportunity", { name: "Deal", account: lose!.id });
    const won = await rep.create("opportunity", { name: "Won", account: lose!.id }); await rep.act("opportunity", won, "win");
    const daughter = await rep.create("account", { name: "Daughter", parent: lose!.id });
    const note = await rep.create("note", { text: "n", regarding: [`account/${lose!.id}`, `account/${keep!.id}`] });
    const task = await rep2.create("activity", { kind: "task", subject: "s", regarding: [`account/${lose!.id}`], parties: [{ role: "to", record: `account/${lose!.id}` }] });
    const before = await hash();

    const { commit, records: done } = await rep.act("account", lose!, "mergeInto", { into: keep!.id, take: ["phone", "city"] });
    expect(done[0]).toMatchObject({ id: lose!.id, status: "inactive", mergedInto: keep!.id });
    expect(await rep.read("account", keep!.id)).toMatchObject({ name: "Keep Ltd", phone: "+33 1 111", city: "Lyon" });
    expect(await rep.read("account", keep!.id)).not.toHaveProperty("employees");
    for (const [type, row] of [["contact", contact], ["opportunity", deal], ["opportunity", won]] as const) expect(await rep.read(type, row.id)).toMatchObject({ account: keep!.id });
    expect(await rep.read("account", daughter.id)).toMatchObject({ parent: keep!.id });
    expect((await rep.read("note", note.id)).regarding).toEqual([`account/${keep!.id}`]);
    expect(await rep.read("activity", task.id)).toMatchObject({ regarding: [`account/${keep!.id}`], parties: [{ record: `account/${keep!.id}` }] });
    expect(await like("account", { name: "Lose Ltd" })).toEqual([]);

    await rep.undo(commit);
    expect(await hash()).toBe(before);
  });
  it("fills what the other one lacks unless told which fields, and keeps it from being its own parent", async () => {
    const keep = await rep.create("account", { name: "Whole" }), lose = await rep.create("account", { name: "Part", website: "part.example", parent: keep.id });
    await rep.update("account", keep, { parent: lose.id });
    await rep.act("account", lose, "mergeInto", { into: keep.id });
    const whole = await rep.read("account", keep.id);
    expect([whole.name, whole.website, whole.parent]).toEqual(["Whole", "part.example", undefined]);
  });
  it("makes one of contacts and of leads as well", async () => {
    const [a, b] = await Promise.all(["A", "B"].map(lastName => rep.create("contact", { lastName })));
    const [c, d] = await Promise.all(["C", "D"].map(lastName => rep.create("lead", { topic: "t", lastName, email: `${lastName}@merge.example`, source: "web" })));
    expect((await rep.act("contact", b!, "mergeInto", { into: a!.id })).records[0]).toMatchObject({ status: "inactive", mergedInto: a!.id });
    expect((await rep.act("lead", d!, "mergeInto", { into: c!.id })).records[0]).toMatchObject({ status: "disqualified", reason: "canceled", mergedInto: c!.id });
  });
  it("refuses itself, what is merged already, and a record that the caller may not change", async () => {
    const [a, b] = await Promise.all(["A1", "B1"].map(name => rep.create("account", { name }))), theirs = await rep2.create("account", { name: "Theirs" });
    expect((await problem(rep.act("account", a!, "mergeInto", { into: a!.id }))).fields[0]).toMatchObject({ field: "into", code: "not-to-merge-with" });
    expect((await problem(rep.act("account", a!, "mergeInto", { into: theirs.id }))).code).toBe("forbidden");
    expect((await problem(rep.act("account", theirs, "mergeInto", { into: a!.id }))).code).toBe("forbidden");
    const { records: [gone] } = await rep.act("account", b!, "mergeInto", { into: a!.id });
    expect((await problem(rep.act("account", { id: b!.id, version: gone!.version }, "mergeInto", { into: a!.id }))).code).toBe("wrong-status");
    expect((await problem(rep.act("opportunity", { id: "x", version: 1 }, "mergeInto", { into: "y" }))).code).toBe("not-found");
  });
});
