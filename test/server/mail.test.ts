import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { keptOut } from "../../model/capture.ts";
import { create } from "../../model/change.ts";
import type { Mail } from "../../model/mail.ts";
import { activity } from "../../model/records/activity.ts";
import { house } from "../../server/settle.ts";
import { work } from "../../server/work.ts";
import { gist } from "../../server/talked.ts";
import { withCompany } from "../story/service.ts";
import type { Service } from "./service.kit.ts";

let service: Service, n = 0;
beforeAll(async () => { ({ service } = await withCompany()); });
afterAll(() => service.close());

const robin = { name: "Robin Sommer", address: "robin.sommer@lindenfeld.example" };
const mail = (address: string, more: Partial<Mail> = {}): Mail => ({ internetMessageId: `<m${++n}@x>`, conversationId: `c${n}`, subject: `Mail ${n}`, from: { name: "", address }, to: [robin], cc: [], sentAt: "2026-11-20T08:00:00.000Z", text: "Hello,\nplease quote.", attachments: [], ...more });
const rep = () => service.as("rep");

describe("who is on a message", () => {
  it("finds a person by any of the three addresses, and lists every candidate with the one that the user chose first", async () => {
    const one = await rep().create("contact", { firstName: "Ann", lastName: "One", email: "ann@first.example", email3: "Shared@pool.example" });
    const two = await rep().create("contact", { firstName: "Bob", lastName: "Two", email2: "shared@POOL.example" });
    const asked = mail("shared@pool.example");
    const titles = async (who: "rep" | "manager") => (await service.as(who).known(asked)).people[0]!.matches.map(match => match.id);
    expect((await titles("rep")).sort()).toEqual([one.id, two.id].sort());
    const first = await rep().create("contact", { firstName: "Cat", lastName: "Three", email: "shared@pool.example" });
    expect((await titles("rep"))[0]).toBe(first.id); // it is her first address
    const other = (await titles("rep"))[1]!;
    await rep().prefer({ choose: `contact/${other}`, for: "shared@pool.example" });
    expect((await titles("rep"))[0]).toBe(other);
    expect((await titles("manager"))[0]).not.toBe(other);
  });
  it("finds the company by its domain, its website and a domain above, and lets the user choose between several", async () => {
    const site = await rep().create("account", { name: "By site", website: "https://www.bysite.example/contact" }), mailed = await rep().create("account", { name: "By mail", email: "info@bysite.example" });
    const { people: [person] } = await rep().known(mail("new@eu.bysite.example"));
    expect(person).toMatchObject({ is: "new" });
    expect(person!.accounts.map(one => one.id).sort()).toEqual([site.id, mailed.id].sort());
    const last = person!.accounts[1]!;
    await rep().prefer({ choose: `account/${last.id}`, for: "@eu.bysite.example" });
    expect((await rep().known(mail("new@eu.bysite.example"))).people[0]!.account!.id).toBe(last.id);
    expect((await rep().known(mail("somebody@gmail.com"))).people[0]!.accounts).toEqual([]);
  });
  it("tells colleagues apart, whether they are users or only have our domain", async () => {
    const { people } = await rep().known(mail("ann@first.example", { cc: [{ name: "", address: "someone.else@sub.lindenfeld.example" }] }));
    expect(people.map(({ as, is }) => [as, is])).toEqual([["from", "known"], ["to", "colleague"], ["cc", "colleague"]]);
  });
  it("knows the last of two hundred people as well as the first", async () => {
    const contact = await rep().create("contact", { lastName: "Last", email: "last@crowd.example" }), crowd = Array.from({ length: 197 }, (_, n) => ({ name: "", address: `p${n}@crowd.example` }));
    const { people } = await rep().known(mail("first@crowd.example", { to: crowd, cc: [{ name: "", address: "last@crowd.example" }, { name: "", address: "jonas.aalto@lindenfeld.example" }] }));
    expect(people.slice(-2).map(({ is, matches }) => [is, matches.map(({ id }) => id)])).toEqual([["known", [contact.id]], ["colleague", []]]);
  });
  it("says when there was contact last, and in their own words what they wrote", async () => {
    const contact = await rep().create("contact", { lastName: "Talker", email: "talker@talk.example" }), on = [{ type: "contact", id: contact.id }];
    await rep().log(mail("talker@talk.example", { text: "Dear Robin,\nThe pump is too loud at night.\n\nOn Monday Robin wrote:\n> How is the pump?" }), on);
    await rep().log(mail(robin.address, { to: [{ name: "", address: "talker@talk.example" }], sentAt: "2026-11-21T08:00:00.000Z" }), on);
    const { people: [person] } = await rep().known(mail("talker@talk.example"));
    expect(person!.said!.text).toBe("The pump is too loud at night.");
    expect(person!.last).toMatchObject({ kind: "email", direction: "outgoing", by: "rep", byName: "Robin Sommer", when: "2026-11-21T08:00:00.000Z" });
  });
  it("says it of somebody with three hundred activities too, of which the newest was changed first", async () => {
    const made = async (name: string, company?: string) => rep().create("contact", { lastName: name, email: `${name.toLowerCase()}@busy.example`, account: company });
    const account = await rep().create("account", { name: "Busy Works" }), [busy, quiet] = [await made("Busy", account.id), await made("Quiet"), await made("Other", account.id)], on = { type: "contact", id: busy.id };
    await rep().log(mail("busy@busy.example", { text: "We would rather have two.", sentAt: "2026-11-21T08:00:00.000Z" }), [on]);
    await rep().log(mail(robin.address, { to: [{ name: "", address: "quiet@busy.example" }], sentAt: "2020-05-05T08:00:00.000Z" }), [{ type: "contact", id: quiet.id }]);
    const late = { status: "completed", reason: "received" }, past = Array.from({ length: 300 }, (_, n) => ({ kind: "email", subject: `Old ${n}`, regarding: [`contact/${busy.id}`], direction: "incoming", description: `Old words ${n}`, happened: new Date(Date.parse("2026-01-01") + n * 3600_000).toISOString(), parties: [{ role: "from", address: n ? "busy@busy.example" : "other@busy.example" }] }));
    await work(service.store, house(new Date().toISOString()), past.map(values => ({ ...create(activity, values as never), as: late })), { inside: true });
    const { people } = await rep().known(mail("busy@busy.example", { cc: ["quiet", "other"].map(name => ({ name: "", address: `${name}@busy.example` })) }));
    const told = (name: string) => people.find(one => one.address.startsWith(name))!;
    expect([told("busy").said!.text, told("busy").last!.when, told("busy").activities.map(({ when }) => when!.slice(0, 10))]).toEqual(["We would rather have two.", "2026-11-21T08:00:00.000Z", ["2026-11-21", "2026-01-13", "2026-01-13", "2026-01-13", "2026-01-13"]]);
    expect([told("quiet").last!.when, told("quiet").said, told("other").last]).toEqual(["2020-05-05T08:00:00.000Z", undefined, undefined]);
  });
  it("cuts what is quoted and the greeting from their words", () => {
    expect(gist("Hi Ana,\r\n\r\nWe take ten.\nThanks\n-----Original Message-----\nFrom: x")).toBe("We take ten. Thanks");
    expect(gist("> only quoted")).toBe("");
    expect(gist("好的，请发合同。\n在 2026年11月 写道：\n> 旧")).toBe("好的，请发合同。");
  });
});

describe("logging a message", () => {
  it("ties it to several records at once, with the files that were taken, byte for byte, and once however often", async () => {
    const a = await rep().create("account", { name: "Files Ltd" }), d = await rep().create("opportunity", { name: "Files deal", account: a.id, stage: "qualify" });
    const bytes = Buffer.from("%PDF-1.4 the quote\n%%EOF"), sent = await fetch(`${service.base}/api/files?name=quote.pdf`, { method: "POST", headers: { authorization: "Demo rep", "content-type": "application/octet-stream" }, body: bytes });
    const file = await sent.json() as { name: string; size: number; hash: string; type: string };
    const part = (name: string, inline = false) => ({ id: name, name, size: 9, contentType: "application/pdf", inline });
    const message = mail("buyer@files.example", { text: "See [cid:logo.png@01] and the quote.", attachments: [part("quote.pdf"), part("terms.pdf"), part("logo.png", true)] });
    const on = [{ type: "account", id: a.id }, { type: "opportunity", id: d.id }];
    const [once, twice] = await Promise.all([rep().log(message, on, undefined, [file]), rep().log(message, on, undefined, [file])]);
    expect(once.known.logged.map(one => one.on.id).sort()).toEqual([a.id, d.id].sort());
    const activity = await rep().read("activity", twice.known.activity!.id);
    expect(activity.description).toBe("See [logo.png] and the quote.");
    expect((activity.files as object[])).toEqual([{ name: "terms.pdf", size: 9 }, file]);
    expect((await rep().list("activity", { regarding: `account/${a.id}` })).total).toBe(1);
    const back = await fetch(`${service.base}/api/files/${file.hash}?on=activity/${activity.id}`, { headers: { authorization: "Demo rep" } });
    expect(Buffer.from(await back.arrayBuffer()).equals(bytes)).toBe(true);
  });
  it("can be taken back by whoever did it and by managers, and both the record and its history tell of it", async () => {
    const a = await rep().create("account", { name: "Undo Ltd" }), on = { type: "account", id: a.id };
    const { known } = await rep().log(mail("x@undo.example", { subject: "The mail" }), [on]);
    await expect(service.as("rep2").unlog(known.activity!, on)).rejects.toMatchObject({ code: "forbidden" });
    await service.as("manager").unlog(known.activity!, on);
    const { entries } = await rep().timeline("account", a.id);
    expect(entries.filter(entry => entry.verb === "unlog")).toMatchObject([{ byName: "Marta Keller", record: { title: "The mail" } }]);
    expect(entries.filter(entry => entry.what === "activity")).toEqual([]);
  });
  it("says for whose mailbox it was logged where that is a shared one, and guesses whose only where one of ours alone got it", async () => {
    const a = await rep().create("account", { name: "Shared Ltd" }), on = [{ type: "account", id: a.id }], sales = { name: "Sales", address: "Sales@lindenfeld.example" }, info = { name: "", address: "info@lindenfeld.example" };
    const behalf = async (more: Partial<Mail>) => (await rep().log(mail("x@shared.example", more), on)).known.logged[0]!.behalf;
    expect(await behalf({})).toBeUndefined();
    expect(await behalf({ behalf: "sales@lindenfeld.example" })).toBe("sales@lindenfeld.example");
    expect(await behalf({ behalf: "", to: [sales], cc: [robin] })).toBe("sales@lindenfeld.example");
    expect(await behalf({ behalf: "", to: [sales, info] })).toBe("?");
    expect(await behalf({ behalf: "" })).toBe("?");
  });
  it("suggests the record of the conversation until the user stops it there", async () => {
    const a = await rep().create("account", { name: "Thread Ltd" });
    await rep().log(mail("t@thread.example", { conversationId: "thread" }), [{ type: "account", id: a.id }]);
    const reply = mail("t@thread.example", { conversationId: "thread" });
    expect((await rep().known(reply)).suggested[0]).toMatchObject({ why: "conversation", record: { id: a.id } });
    await rep().prefer({ stop: "thread" });
    expect(await rep().known(reply)).toMatchObject({ stopped: true, suggested: [] });
    expect((await service.as("manager").known(reply)).suggested).toHaveLength(1);
    await rep().prefer({ resume: "thread" });
    expect((await rep().known(reply)).suggested).toHaveLength(1);
  });
  it("refuses mail among ourselves and whom the company never logs, and says why before anybody tries", async () => {
    const a = await rep().create("account", { name: "Never Ltd" }), on = [{ type: "account", id: a.id }];
    const internal = mail("jonas.aalto@lindenfeld.example");
    expect((await rep().known(internal)).keptOut).toEqual({ why: "internal" });
    await expect(rep().log(internal, on)).rejects.toMatchObject({ code: "kept-out", fields: [{ code: "internal" }] });
    await expect(rep().leadFromMail(internal, { topic: "t", lastName: "l" })).rejects.toMatchObject({ code: "kept-out" });
    const settings = await service.as("admin").read("company", "company");
    await service.as("admin").update("company", settings, { neverLog: [{ from: "@lawyers.example" }, { from: "wife@home.example" }] });
    await expect(rep().log(mail("a@mail.lawyers.example"), on)).rejects.toMatchObject({ code: "kept-out", fields: [{ code: "never-log", message: "lawyers.example" }] });
    expect((await rep().known(mail("x@customer.example", { cc: [{ name: "", address: "Wife@home.example" }] }))).keptOut).toEqual({ why: "never-log", rule: "wife@home.example" });
    expect((await rep().list("activity", { regarding: `account/${a.id}` })).total).toBe(0);
  });
  it("is not kept out by a domain that only ends alike", () => {
    expect(keptOut({ from: { name: "", address: "a@notours.example" }, to: [], cc: [] }, { ours: ["ours.example"], never: ["ours.example"] })).toBeUndefined();
  });
});
