import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { recordType } from "../../model/records.ts";
import { keepShelf } from "../../server/documents/shelf.ts";
import { rowOf } from "../../server/row.ts";
import { memoryStore } from "../../server/store/lowdb.ts";
import { dataOf, dice } from "./samples.kit.ts";
import { openService, type Service } from "./service.kit.ts";

let service: Service;
const people = [{ id: "ann", name: "Ann", email: "ann@a.example", role: "rep" as const, team: "east" }, { id: "bob", name: "Bob", email: "bob@a.example", role: "rep" as const, team: "west" }, { id: "max", name: "Max", email: "max@a.example", role: "manager" as const, team: "east" }];
const titles = async (text: string, user = "ann") => (await service.as(user).search(text)).hits.map(({ title }) => title);
beforeAll(async () => {
  const store = await memoryStore(), company = { name: "House", grants: [{ role: "rep", act: "read", reach: "own" }] }; // reps see their own
  await store.commit([{ type: "company", id: "company", was: null, now: rowOf(recordType("company")!, { ...dataOf(recordType("company")!, "company", dice(1)), ...company }, 1) },
    { type: "user", id: "ann", was: null, now: rowOf(recordType("user")!, { ...dataOf(recordType("user")!, "ann", dice(2)), name: "Ann", email: "ann@a.example" }, 1) }]);
  service = await openService({ people, store });
  const shelf = keepShelf(service.store, sentence => { throw new Error(sentence); }), ann = service.as("ann");
  for (const name of ["Northgate Analytics", "Southport Mills", "汉风汽车制造"]) await ann.create("account", { name });
  const { id } = await ann.create("contact", { firstName: "Jamie", lastName: "Fenwick", jobTitle: "Head of Facilities" });
  await ann.create("note", { text: "First line\nPrefers the membrane cell room", regarding: [`contact/${id}`] });
  const file = await (await service.send("/api/files?name=terms.txt", { method: "POST", body: "Wir liefern.\nGarantiezeit of 24 months, 质保期两年", headers: { "content-type": "application/octet-stream" } }, "max")).json() as never;
  const { id: subject } = await service.as("max").create("subject", { title: "Selling" });
  await service.as("max").create("literature", { title: "Terms of service", subject, files: [file] } as never);
  await service.as("bob").create("lead", { topic: "Bob's membranes", lastName: "Secret", email: "s@s.example", source: "web" });
  await shelf.idle();
  shelf.stop();
});
afterAll(() => service.close());

describe("one search over everything", () => {
  it.each([["northgate", "Northgate Analytics"], ["nortgate", "Northgate Analytics"], ["NORTHGTAE", "Northgate Analytics"], ["analitycs", "Northgate Analytics"], ["jamie fenwcik", "Jamie Fenwick"], ["汽车", "汉风汽车制造"]])("finds “%s”", async (text, title) => expect(await titles(text)).toContain(title));
  it("finds what literature says inside its files, and notes, and shows the line", async () => {
    expect((await service.as("ann").search("garantiezeit")).hits).toMatchObject([{ type: "literature", title: "Terms of service", inside: "Garantiezeit of 24 months, 质保期两年" }]);
    expect(await titles("质保期")).toEqual(["Terms of service"]);
    expect((await service.as("ann").search("membrane")).hits[0]).toMatchObject({ type: "note", inside: "Prefers the membrane cell room" });
  });
  it("finds a logged mail by what was written in it, and shows the line, in both scripts", async () => {
    const ann = service.as("ann"), { records } = await ann.list("contact", { lastName: "fenwick" });
    await ann.log({ internetMessageId: "<visit@mail.example>", conversationId: "", from: { name: "Jamie Fenwick", address: "jamie@north.example" }, to: [{ name: "Ann", address: "ann@a.example" }], cc: [], subject: "Visit", sentAt: "2026-11-02T09:00:00Z", text: "Dear Ann,\nthe turbidimeter arrives on Monday, 浊度仪周一到货。\nJamie", attachments: [] }, [{ type: "contact", id: records[0]!.id }]);
    for (const text of ["turbidimeter", "turbidimetre", "浊度仪"]) expect((await ann.search(text)).hits[0]).toMatchObject({ type: "activity", title: "Visit" });
    expect((await ann.search("turbidimeter")).hits[0]).toMatchObject({ inside: "the turbidimeter arrives on Monday, 浊度仪周一到货。" });
  });
  it("shows nobody what they may not see, not even where it is misspelt", async () => {
    for (const text of ["membranes", "membraens"]) expect(await titles(text, "bob")).toContain("Secret");
    for (const text of ["membranes", "membraens", "secret", "sercet"]) expect(await titles(text)).not.toContain("Secret");
  });
  it("puts what is rightly spelt before what is nearly so, and what is pinned before what was opened last", async () => {
    const ann = service.as("ann"), made = [];
    for (const name of ["Alder Pumps", "Birch Pumps", "Cedar Pumps"]) made.push(await ann.create("account", { name }));
    await ann.create("account", { name: "Dumps" });
    await ann.prefer({ saw: `account/${made[1]!.id}` });
    await ann.prefer({ pin: `account/${made[2]!.id}` });
    expect(await titles("pumps")).toEqual(["Cedar Pumps", "Birch Pumps", "Alder Pumps", "Dumps"]);
  });
  it("finds the record that a mail is logged to, however many mails say its name, where only some types are asked for", async () => {
    const ann = service.as("ann");
    await ann.create("account", { name: "Quillfeather" });
    for (let n = 0; n < 65; n++) await ann.create("activity", { kind: "email", subject: `Quillfeather ${n}`, regarding: [] } as never);
    expect((await ann.search("quillfeather")).hits.map(({ type }) => type)).not.toContain("account");
    expect((await ann.search("quillfeather", ["account", "lead"])).hits.map(({ title }) => title)).toEqual(["Quillfeather"]);
    expect((await ann.search("quilfeather", ["account"])).hits.map(({ title }) => title)).toEqual(["Quillfeather"]);
    expect((await ann.call<{ hits: object[] }>("GET", "search?text=quillfeather&types=user,nothing")).hits).toEqual([]);
  });
  it("ties neither a meeting nor a sent mail to a record that the caller may not see", async () => {
    const bobs = await service.as("bob").create("account", { name: "Bob's own" }), on = [{ type: "account", id: bobs.id }], person = (address: string) => ({ name: "", address }), at = "2026-01-12T09:00:00.000Z", refused = { code: "invalid", fields: expect.arrayContaining([expect.objectContaining({ field: "regarding", code: "no-such-record" })]) };
    const meeting = { subject: "Prying", organizer: person("x@x.example"), required: [], optional: [], start: at, end: at, location: "" };
    await expect(service.as("ann").logMeeting(meeting, on)).rejects.toMatchObject(refused);
    await expect(service.as("ann").sent({ draft: "draft-number-1", mail: { from: person("ann@a.example"), to: [person("x@x.example")], cc: [], conversationId: "", subject: "Prying", sentAt: at, text: "", attachments: [] }, on, files: [], how: "sent", warned: false, guard: "off" })).rejects.toMatchObject(refused);
    expect((await service.as("bob").list("activity", { regarding: `account/${bobs.id}` })).total).toBe(0);
  });
});
