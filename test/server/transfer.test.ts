import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { createHash } from "node:crypto";
import { records } from "../../model/records.ts";
import { cellOf, cellsOf, columnsOf, madeByService } from "../../model/table.ts";
import { seed } from "../../server/demo/seed.ts";
import { settle } from "../../server/settle.ts";
import { memoryStore } from "../../server/store/lowdb.ts";
import type { Store } from "../../server/store/store.ts";
import { cellsOfWorkbook, workbookOf } from "../../server/spreadsheet.ts";
import type { Imported } from "../../server/transfer.ts";
import { dataOf, dice, types } from "./samples.kit.ts";
import { openService, type Service } from "./service.kit.ts";

let service: Service, store: Store;
const open: Service[] = [];
beforeAll(async () => {
  store = await memoryStore();
  service = await openService({ store });
  await settle(store, new Date().toISOString());
  await Promise.all(["rep", "rep2", "manager", "admin"].map(user => service.as(user).me()));
});
afterAll(async () => { for (const one of [service, ...open]) await one.close(); });

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
    const asked = jest.spyOn(store, "find"), got = jest.spyOn(store, "get");
    await service.as("admin").undo(told.commit!);
    expect(asked.mock.calls.length + got.mock.calls.length).toBeLessThan(300); // not a question or more for each row, which takes a database minutes
    asked.mockRestore();
    got.mockRestore();
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

const workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
describe("a table whose rows belong together", () => {
  it("takes rows that refer to later rows, and leaves out those that refer to one which is refused", async () => {
    const told = await take("account", "accountid,name,parentaccountid,emailaddress1\ndaughter,Daughter,mother,\nmother,Mother,,\norphan,Orphan,bad,\nbad,Bad,,no address\n", "dry=false");
    expect(told.rows.map(row => [row.does, row.fields?.map(({ field, code }) => `${field} ${code}`)])).toEqual([["create", undefined], ["create", undefined], ["refuse", ["parent no-such-record"]], ["refuse", ["email wrong-format"]]]);
    expect(await service.as("admin").read("account", "daughter")).toMatchObject({ parent: "mother" });
  });
  it("leaves out what refers to a row that does not come under its id: refused while it was read, a double, or there already under another", async () => {
    await service.as("admin").create("account", { name: "Anchor Chandlery", website: "https://anchor.example", email: "there@anchor.example" });
    const csv = "accountid,name,parentaccountid,emailaddress1,numberofemployees\nunread,Unread Ltd,,,many\nfirst,Doublet Rowing,,row@doublet.example,\nsecond,Doublet Rowing,,row@doublet.example,\nalike,Anchor Chandlery,,there@anchor.example,\n"
      + "of-unread,Under Unread,unread,,\nof-first,Under First,first,,\nof-second,Under Second,second,,\nof-alike,Under Alike,alike,,\nbelow,Below Of Alike,of-alike,,\n";
    for (const policy of ["skip", "update"]) {
      const told = await take("account", csv, `duplicates=${policy}&dry=true`);
      expect([policy, ...told.rows.map(row => row.does)]).toEqual([policy, "refuse", "create", "skip", policy, "refuse", "create", "refuse", "refuse", "refuse"]);
    }
    const told = await take("account", csv, "dry=false"), parents = (await store.find("account", { take: 1e6 })).rows.flatMap(row => row.data.parent as string ?? []);
    expect(told.rows.slice(4).map(row => row.fields?.map(({ field, code }) => `${field} ${code}`)[0])).toEqual(["parent no-such-record", undefined, "parent no-such-record", "parent no-such-record", "parent no-such-record"]);
    expect((await Promise.all(parents.map(id => store.get("account", id)))).filter(row => !row)).toEqual([]);
    expect(parents).toContain("first");
  });
  it("makes two records of two rows that bear the same id", async () => {
    const told = await take("account", "accountid,name\nsame-id,Ebb Marine\nsame-id,Flow Marine\n", "dry=false");
    expect((await Promise.all(told.rows.map(({ id }) => service.as("admin").read("account", id!)))).map(({ name }) => name)).toEqual(["Ebb Marine", "Flow Marine"]);
  });
  it("takes what stands in it twice once, unless doubles are wanted", async () => {
    const csv = "lastname,emailaddress1\nTwice,twice@bulk.example\nTwice,TWICE@bulk.example\n";
    expect((await take("contact", csv)).rows.map(({ does, like }) => [does, like])).toEqual([["create", undefined], ["skip", 2]]);
    expect((await take("contact", csv, "duplicates=create")).rows.map(({ does }) => does)).toEqual(["create", "create"]);
  });
  it("tells how far it is, line by line, and at the end what came of it", async () => {
    const csv = `lastname\n${Array.from({ length: 120 }, (_, n) => `N${n}`).join("\n")}\n`;
    const lines = (await (await service.send("/api/import/contact", { method: "POST", body: csv, headers: { "content-type": "text/csv", accept: "application/x-ndjson" } }, "admin")).text()).trim().split("\n").map(line => JSON.parse(line) as any);
    expect(lines.slice(0, -1)).toEqual([{ done: 50, of: 120 }, { done: 100, of: 120 }, { done: 120, of: 120 }]);
    expect(lines.at(-1).result.rows).toHaveLength(120);
    const refused = await service.send("/api/import/contact", { method: "POST", body: "lastname\nx", headers: { "content-type": "text/csv", accept: "application/x-ndjson" } }, "rep");
    expect(JSON.parse(await refused.text())).toMatchObject({ problem: { code: "forbidden" } });
  });
  it("ends its lines with the problem where something fails on our side, and writes down what", async () => {
    const get = store.get, lines = service.lines.length;
    store.get = async (type, id) => { if (id === "fails-here") throw new TypeError("no such disk"); return get.call(store, type, id); };
    const answer = await service.send("/api/import/contact", { method: "POST", body: "contactid,lastname\nfails-here,x\n", headers: { "content-type": "text/csv", accept: "application/x-ndjson" } }, "admin").then(answer => answer.text()).finally(() => { store.get = get; });
    expect(JSON.parse(answer)).toMatchObject({ problem: { code: "unexpected" } });
    expect(service.lines.slice(lines).filter(({ level }) => level === "error").map(({ error }) => String(error).split("\n")[0])).toEqual([expect.stringContaining("TypeError: no such disk")]);
  });
  it("may be a workbook, with days and figures as Excel keeps them; what is none is refused", async () => {
    const { default: write } = await import("write-excel-file/node");
    const bytes = await write([["Topic", "lastname", "emailaddress1", "leadsourcecode", "estimatedclosedate", "estimatedValue"].map(value => ({ value })), [{ value: "Pumps" }, { value: "Excel" }, { value: "excel@quay.example" }, { value: 8, type: Number }, { value: new Date(Date.UTC(2026, 11, 24)), type: Date, format: "dd.mm.yyyy" }, { value: 1234.5, type: Number }]]).toBuffer();
    const told = await (await service.send("/api/import/lead?dry=false", { method: "POST", body: new Uint8Array(bytes), headers: { "content-type": workbook } }, "admin")).json() as Imported;
    expect(told.columns.map(({ header, field, sample }) => [header, field, sample]).slice(3)).toEqual([["leadsourcecode", "source", "8"], ["estimatedclosedate", "closeDate", "2026-12-24"], ["estimatedValue", "estimatedValue", "1234.5"]]);
    expect(await service.as("admin").read("lead", told.rows[0]!.id!)).toMatchObject({ topic: "Pumps", source: "web", closeDate: "2026-12-24", estimatedValue: 1234.5 });
    for (const body of [new Uint8Array([1, 2, 3]), new TextEncoder().encode("PK not a zip")]) for (const [user, status] of [["admin", 400], ["rep", 403]] as const) expect((await service.send("/api/import/lead", { method: "POST", body, headers: { "content-type": workbook } }, user)).status).toBe(status); // nobody reads it for who may not
  });
});

describe("how a record stands", () => {
  it("is taken from its status reason alone, and refused where reason and status do not belong together", async () => {
    const told = await take("lead", "subject,lastname,emailaddress1,leadsourcecode,statecode,statuscode\nA,Alder,alder@wood.example,8,,5\nB,Birch,birch@wood.example,8,0,3\nC,Cedar,cedar@wood.example,8,0,2\n", "dry=false&duplicates=create");
    expect(told.rows.map(({ does, fields }) => [does, fields?.map(({ field, code, params }) => [field, code, params])])).toEqual([["create", undefined], ["refuse", [["reason", "not-a-choice", { choices: ["new", "contacted"] }]]], ["create", undefined]]);
    expect((await service.as("admin").list("lead", { text: "wood.example", order: "title" })).records.map(({ lastName, status, reason }) => [lastName, status, reason])).toEqual([["Alder", "disqualified", "cannotContact"], ["Cedar", "open", "contacted"]]);
  });
  it("has the number that Dynamics gives it for that kind of activity and that status", async () => {
    const told = await take("activity", "subject,kind,statecode,statuscode\nPine call,phoneCall,1,2\nPine fax,fax,1,2\nPine task,task,0,2\nPine letter,letter,1,4\nPine visit,appointment,3,5\n", "dry=false&duplicates=create");
    expect(told.rows.map(({ does, fields }) => [does, fields])).toEqual(Array(5).fill(["create", undefined]));
    const rows = (await service.as("admin").list("activity", { text: "pine", order: "title" })).records;
    expect(rows.map(({ subject, status, reason }) => [subject, status, reason])).toEqual([["Pine call", "completed", "made"], ["Pine fax", "completed", "completed"], ["Pine letter", "completed", "sent"], ["Pine task", "open", "notStarted"], ["Pine visit", "scheduled", "busy"]]);
    const [head, ...table] = cellsOf(await (await service.send("/api/export/activity?text=pine", {}, "admin")).text()), cell = (name: string) => head!.indexOf(name);
    expect(table.map(cells => [cells[cell("subject")], cells[cell("statecode")], cells[cell("statuscode")]]).sort()).toEqual([["Pine call", "1", "2"], ["Pine fax", "1", "2"], ["Pine letter", "1", "4"], ["Pine task", "0", "2"], ["Pine visit", "3", "5"]]);
  });
});

describe("when a record was made", () => {
  const bring = async (body: string, query = "?dry=false&duplicates=create") => (await (await service.send(`/api/import/account${query}`, { method: "POST", body, headers: { "content-type": "text/csv" } }, "admin")).json()) as Imported;
  const madeOf = async (name: string) => (await service.as("admin").list("account", { name })).records[0]?.createdAt;
  it("comes along with an import, under Dynamics' names for it, and may be listed and counted by", async () => {
    const told = await bring("name,createdon\nOld Mill,2011-03-04T05:06:07Z\nOlder Mill,2009-12-31\n");
    expect(told.rows.map(({ does }) => does)).toEqual(["create", "create"]);
    await bring("name,overriddencreatedon\nOldest Mill,2004-02-29 10:00\n");
    expect(await Promise.all(["Old Mill", "Older Mill", "Oldest Mill"].map(madeOf))).toEqual(["2011-03-04T05:06:07.000Z", "2009-12-31T00:00:00.000Z", "2004-02-29T10:00:00.000Z"]);
    expect((await service.as("admin").list("account", { createdAt: "2009-01-01..2011-12-31", order: "createdAt" })).records.map(({ name }) => name)).toEqual(["Older Mill", "Old Mill"]);
  });
  it("is refused where it is no time or has not come yet, and stays as it is in a record that is there", async () => {
    const told = await bring("name,createdon\nMill of Mist,soon\nMill to come,2999-01-01\n");
    expect(told.rows.map(({ does, fields }) => [does, fields?.map(({ field, code }) => `${field} ${code}`)])).toEqual([["refuse", ["createdAt wrong-format"]], ["refuse", ["createdAt too-big"]]]);
    const kept = await service.as("admin").create("account", { name: "Kept Mill" });
    await bring(`accountid,name,createdon\n${kept.id},Kept Mill,2001-01-01\n`, "?dry=false&duplicates=update");
    expect(await madeOf("Kept Mill")).toBe(kept.createdAt);
  });
  it("is said by nobody but an import", async () => {
    const admin = service.as("admin"), since = "2001-01-01T00:00:00.000Z", kept = await admin.create("account", { name: "New Mill" });
    for (const asked of [admin.create("account", { name: "x", createdAt: since } as never), admin.update("account", kept, { createdAt: since }), admin.change([{ do: "create", type: "account", id: "sly", values: { name: "x" }, since }])]) await expect(asked).rejects.toMatchObject({ code: "invalid" });
    expect(await madeOf("New Mill")).toBe(kept.createdAt);
  });
});

describe("exporting", () => {
  it("brings a whole company back with every cell that somebody wrote, type by type, as CSV and as a workbook", async () => {
    const company = await memoryStore();
    await seed(company, new Date().toISOString());
    await company.commit((await company.find("rule", { take: 100 })).rows.map(row => ({ type: "rule", id: row.id, was: row.version, now: null }))); // a won deal is not brought in past those who approve
    const whole = await openService({ store: company }), compared: string[] = [];
    open.push(whole);
    for (const type of types.filter(type => !madeByService(type) && !["user", "company"].includes(type.name)))
      for (const [as, sent] of [["csv", "text/csv"], ["xlsx", workbook]] as const) {
        const { rows } = await company.find(type.name, { take: 1e5 });
        if (!rows.length) continue;
        const out = async () => new Uint8Array(await (await whole.send(`/api/export/${type.name}?as=${as}`, {}, "admin")).arrayBuffer()), table = async () => cellsOf(await (await whole.send(`/api/export/${type.name}`, {}, "admin")).text());
        const bytes = await out(), before = await table();
        await company.commit(rows.map(row => ({ type: type.name, id: row.id, was: row.version, now: null })));
        const told = await (await whole.send(`/api/import/${type.name}?dry=false&duplicates=create`, { method: "POST", body: bytes, headers: { "content-type": sent } }, "admin")).json() as Imported;
        expect([type.name, as, told.rows?.filter(row => row.does !== "create").slice(0, 3) ?? told]).toEqual([type.name, as, []]);
        const after = new Map((await table()).map(cells => [cells[0], cells])), given = columnsOf(type).map(({ field }) => !field?.computed); // the rest is worked out anew
        expect(before.flatMap(cells => cells.filter((cell, n) => given[n] && cell && after.get(cells[0])?.[n] !== cell))).toEqual([]);
        expect(after.size).toBe(before.length);
        compared.push(type.name);
      }
    expect(new Set(compared).size).toBeGreaterThan(10);
  });
  it("carries the cells of every type through a workbook as they are", async () => {
    const roll = dice(7);
    for (const type of types) {
      const columns = columnsOf(type), rows = Array.from({ length: 5 }, (_, n) => dataOf(type, `id-${n}`, roll)), cells = [columns.map(({ header }) => header), ...rows.map(row => columns.map(column => cellOf(type, column, row[column.name])))];
      expect((await cellsOfWorkbook(Buffer.from(await workbookOf(cells, "Sheet")))).map(row => columns.map((_, n) => row[n] ?? ""))).toEqual(cells);
    }
  });
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
  it("hands out what holds the words that are searched for", async () => {
    await service.as("admin").create("contact", { lastName: "Zephyrine", email: "z@calm.example" });
    const table = cellsOf(await (await service.send("/api/export/contact?text=%20ZEPHyrine&email=z@calm.example", {}, "admin")).text());
    expect(table.slice(1).map(cells => cells[table[0]!.indexOf("lastname")])).toEqual(["Zephyrine"]);
  });
  it("gives a rep only their own", async () => {
    await service.as("rep2").create("contact", { lastName: "Theirs" });
    await service.as("rep").create("contact", { lastName: "Mine" });
    const csv = await (await service.send("/api/export/contact", {}, "rep")).text();
    expect([csv.includes("Mine"), csv.includes("Theirs")]).toEqual([true, false]);
  });
});
