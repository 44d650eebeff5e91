import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createHash } from "node:crypto";
import { records } from "../../model/records.ts";
import { settle } from "../../server/settle.ts";
import { memoryStore } from "../../server/store/lowdb.ts";
import type { Store } from "../../server/store/store.ts";
import type { Imported } from "../../server/transfer.ts";
import { openService, type Service } from "./service.kit.ts";

let service: Service, store: Store;
beforeAll(async () => {
  store = await memoryStore();
  service = await openService({ store });
  await settle(store, new Date().toISOString());
  await Promise.all(["rep", "rep2", "manager", "admin"].map(user => service.as(user).me()));
});
afterAll(() => service.close());

const send = (type: string, csv: string, query = "", user = "admin") => service.send(`/api/import/${type}?${query}`, { method: "POST", body: csv, headers: { "content-type": "text/csv" } }, user);
const take = async (type: string, csv: string, query = "") => await (await send(type, csv, query)).json() as Imported;
const hash = async () => createHash("sha256").update(JSON.stringify((await store.find(Object.keys(records), { take: 1e6 })).rows.map(({ type, id, data }) => [type, id, data]))).digest("hex");

describe("importing", () => {
  it("rehearses first: tells of every row what becomes of it, names the field, and changes nothing", async () => {
    await service.as("rep").create("lead", { topic: "t", lastName: "There", email: "there@quay.example", source: "web" });
    const before = await hash();
    const told = await take("lead", "subject,lastname,emailaddress1,leadsourcecode,colour\nA,New,new@quay.example,1,red\nB,There,there@quay.example,1,\nC,,nobody,99,\n");
    expect(told.rows.map(({ row, does, fields }) => [row, does, fields?.map(one => one.field)])).toEqual([[2, "create", undefined], [3, "skip", undefined], [4, "refuse", ["source"]]]);
    expect((await take("lead", "subject,emailaddress1\nC,nobody\n")).rows[0]!.fields!.map(one => one.field).sort()).toEqual(["email", "lastName", "source"]);
    expect([told.unknown, told.commit, await hash()]).toEqual([["colour"], undefined, before]);
  });
  it("does what it rehearsed in one commit, updates or doubles what is there as asked, and is undone as one: two thousand rows", async () => {
    const before = await hash();
    const csv = `subject,lastname,emailaddress1,companyname,leadsourcecode\n${Array.from({ length: 2000 }, (_, n) => `Topic ${n},Name ${n},n${n}@bulk.example,Bulk ${n % 50},8`).join("\n")}\nChanged,There,there@quay.example,Quay,8\n`;
    const told = await take("lead", csv, "dry=false&duplicates=update");
    expect([told.rows.filter(row => row.does === "create").length, told.rows.filter(row => row.does === "update").length]).toEqual([2000, 1]);
    expect((await service.as("admin").list("lead", { email: "there@quay.example" })).records[0]).toMatchObject({ topic: "Changed", company: "Quay" });
    await service.as("admin").undo(told.commit!);
    const rows = (await store.find("lead", { take: 1e6 })).rows;
    expect([rows.length, rows[0]!.data.topic]).toEqual([1, "t"]);
    expect(before).toHaveLength(64);
  });
  it("brings a table in once under one key, answers alike, and refuses the key for another table or another wish", async () => {
    const again = async (csv: string, query: string) => { const answer = await service.send(`/api/import/account?${query}`, { method: "POST", body: csv, headers: { "content-type": "text/csv", "idempotency-key": "table-1" } }, "admin"); return [answer.status, await answer.json()] as const; };
    const csv = "name\nOnce and for all\n", [first, second] = [await again(csv, "dry=false&duplicates=create"), await again(csv, "dry=false&duplicates=create")];
    expect([first[0], second, (await store.find("account", { text: "once and for all" })).total]).toEqual([200, first, 1]);
    for (const [table, query] of [["name\nAnother\n", "dry=false&duplicates=create"], [csv, "dry=false&duplicates=update"]] as const) expect(await again(table, query)).toMatchObject([422, { code: "key-reused" }]);
  });
  it("takes headers as they are mapped by hand", async () => {
    const told = await take("account", "Firma,Ort,Egal\nGrauwerk,Köln,x\n", `dry=false&map=${encodeURIComponent(JSON.stringify({ Firma: "name", Ort: "city", Egal: null }))}`);
    expect([told.rows[0]!.does, told.unknown]).toEqual(["create", []]);
    expect(await service.as("admin").read("account", told.rows[0]!.id!)).toMatchObject({ name: "Grauwerk", city: "Köln" });
  });
  it("is for those who may, and only for text/csv", async () => {
    expect((await send("lead", "subject\nx", "", "rep")).status).toBe(403);
    expect((await send("nothing", "a\n1")).status).toBe(404);
    expect((await service.send("/api/import/lead", { method: "POST", body: "{}" }, "admin")).status).toBe(400);
    expect((await send("lead", "a\n1", "map=[")).status).toBe(400);
  });
});

describe("exporting", () => {
  it("fills an empty service with the same records, closed ones as closed", async () => {
    const other = await openService(), rep = service.as("rep");
    await other.as("admin").me(); await other.as("rep").me();
    const account = await rep.create("account", { name: "=HYPERLINK(1)", city: "Ærø", employees: 12, phone: "+49 1 234", description: "a\n-b" });
    await rep.act("account", account, "deactivate");
    const csv = await (await service.send("/api/export/account", {}, "admin")).text();
    expect(csv).toContain("'=HYPERLINK(1)");
    const sent = await other.send("/api/import/account?dry=false&duplicates=create", { method: "POST", body: csv, headers: { "content-type": "text/csv" } }, "admin");
    expect(((await sent.json()) as Imported).rows.every(row => row.does === "create")).toBe(true);
    expect(await (await other.send("/api/export/account", {}, "admin")).text()).toBe(csv);
    await other.close();
  });
  it("gives a rep only their own", async () => {
    await service.as("rep2").create("contact", { lastName: "Theirs" });
    await service.as("rep").create("contact", { lastName: "Mine" });
    const csv = await (await service.send("/api/export/contact", {}, "rep")).text();
    expect([csv.includes("Mine"), csv.includes("Theirs")]).toEqual([true, false]);
  });
});
