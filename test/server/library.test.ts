import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Offer } from "../../model/library.ts";
import type { AnyRecord } from "../../model/record.ts";
import { literature } from "../../model/records/literature.ts";
import { columnsOf } from "../../model/table.ts";
import { keepShelf } from "../../server/documents/shelf.ts";
import { pdfSaying } from "./samples.kit.ts";
import { openService, type Service } from "./service.kit.ts";

let service: Service, shelf: ReturnType<typeof keepShelf>, now = new Date("2026-11-24T10:00:00Z");
const made: Record<string, string> = {};
const post = async (path: string, body: object, user = "manager") => { const answer = await service.send(`/api/${path}`, { method: "POST", body: JSON.stringify(body) }, user); return { status: answer.status, body: await answer.json() as Record<string, any> }; };
const file = async (name: string, text: string, user = "manager") => (await service.send(`/api/files?name=${encodeURIComponent(name)}`, { method: "POST", body: text, headers: { "content-type": "application/octet-stream" } }, user)).json() as Promise<{ hash: string; size: number; type: string; name: string }>;
const offers = async (query: string, user = "rep") => (await (await service.send(`/api/library?${query}`, {}, user)).json() as { offers: Offer[] }).offers;
const piece = async (title: string, more: object = {}) => (await post("literature", { title, subject: made.subject, forCustomers: true, ...more })).body.id as string;

beforeAll(async () => {
  service = await openService({ now: () => now });
  shelf = keepShelf(service.store, sentence => { throw new Error(sentence); });
  made.subject = (await post("subject", { title: "Selling" })).body.id;
  made.ergonova = (await post("competitor", { name: "Ergonova" })).body.id;
  made.account = (await post("account", { name: "Hanfeng" }, "rep")).body.id;
  made.deal = (await post("opportunity", { name: "Brake pads", account: made.account, competitors: [made.ergonova] }, "rep")).body.id;
  made.warranty = await piece("Terms of service", { files: [await file("terms.pdf", pdfSaying("Warranty of 24 months"))] });
  made.against = await piece("Why us", { competitors: [made.ergonova], files: [await file("why.txt", "Ergonova 的交货期为十二周")] });
  made.internal = await piece("Battle plan", { forCustomers: false, files: [await file("plan.txt", "for our eyes")] });
  made.old = await piece("Price list 2025", { expires: "2025-12-31", files: [await file("old.txt", "prices of 2025")] });
  await shelf.idle();
});
afterAll(async () => { shelf.stop(); await service.close(); });

describe("the library for a mail", () => {
  it("puts first what is against the deal's competitor and says so by name", async () => {
    const [first] = await offers(`on=opportunity/${made.deal}`);
    expect(first).toMatchObject({ id: made.against, fitness: "fine", reasons: [{ why: "competitor", of: ["Ergonova"] }], files: [{ name: "why.txt" }] });
  });
  it("finds words inside a PDF and Chinese words inside a text, and shows where they stand", async () => {
    expect(await offers("text=warranty")).toMatchObject([{ id: made.warranty, reasons: [{ why: "inside", of: ["warranty"] }], inside: "Warranty of 24 months" }]);
    expect(await offers(`text=${encodeURIComponent("交货期")}`)).toMatchObject([{ id: made.against, inside: "Ergonova 的交货期为十二周" }]);
    expect(await offers("text=nowhere")).toEqual([]);
  });
  it("says what has expired and what is for us only", async () => {
    const all = await offers("");
    expect(Object.fromEntries(all.map(({ id, fitness }) => [id, fitness]))).toMatchObject({ [made.old!]: "expired", [made.internal!]: "internal", [made.warranty!]: "fine" });
    expect(all.at(-1)!.id).toBe(made.old);
  });
  it("finds a new version's words after the file was replaced, and the old ones no more", async () => {
    const id = await piece("Delivery", { files: [await file("v1.txt", "delivery in nine weeks")] });
    await shelf.idle();
    expect(await offers("text=nine weeks")).toMatchObject([{ id }]);
    await service.as("manager").update("literature", { id, version: 1 }, { files: [await file("v2.txt", "delivery in four weeks")] });
    await shelf.idle();
    expect([await offers("text=nine weeks"), (await offers("text=four weeks"))[0]?.id]).toEqual([[], id]);
  });
  it("finds a piece by the product, the competitor, the campaign and the type that it is about, and says which", async () => {
    const product = (await post("product", { name: "Ceramic caliper", number: "CC-1" })).body.id as string, id = await piece("Leaflet", { kind: "priceSheets", products: [product] });
    const campaign = await post("campaign", { name: "Autumn fair", literature: [id] });
    expect(campaign.status).toBe(201);
    expect(await offers("text=ceramic")).toMatchObject([{ id, reasons: [{ why: "product", of: ["Ceramic caliper"] }] }]);
    expect(await offers("text=ergonova")).toMatchObject([{ id: made.against, reasons: expect.arrayContaining([{ why: "competitor", of: ["Ergonova"] }]) }]);
    expect(await offers("text=fair leaflet")).toMatchObject([{ id, reasons: [{ why: "title", of: ["leaflet"] }, { why: "campaign", of: ["Autumn fair"] }] }]);
    expect((await offers(`text=${encodeURIComponent("价目表 ceramic")}`)).map(one => one.id)).toEqual([id]);
    expect(await offers("text=ceramic nowhere")).toEqual([]);
  });
  it("shows the first page of a file to whoever may read it, and of no other file", async () => {
    const [offer] = await offers("text=warranty"), hash = offer!.files[0]!.hash!;
    const answer = await service.send(`/api/library/${made.warranty}/${hash}/page`);
    expect([answer.status, answer.headers.get("content-type"), Buffer.from(await answer.arrayBuffer()).subarray(1, 4).toString()]).toEqual([200, "image/png", "PNG"]);
    expect((await service.send(`/api/library/${made.against}/${hash}/page`)).status).toBe(404);
  });
});

describe("versions of a piece, and who has which", () => {
  const person = { name: "Jo Meyer", address: "jo@hanfeng.example" }, rep = { name: "Robin", address: "robin.sommer@lindenfeld.example" };
  let id = "", first: Awaited<ReturnType<typeof file>>, second: typeof first, n = 0;
  const send = (files: object[], text = "Please find it attached.") => post("mail/sent", { draft: `draft-of-versions-${++n}`, mail: { conversationId: "c", subject: "Sheet", from: rep, to: [person], cc: [], sentAt: now.toISOString(), text, attachments: [] }, on: [{ type: "opportunity", id: made.deal }], files }, "rep");
  const recipients = async () => (await (await service.send(`/api/library/${id}/recipients`, {}, "rep")).json() as { recipients: object[] }).recipients;
  beforeAll(async () => {
    await post("contact", { lastName: "Meyer", firstName: "Jo", email: person.address }, "rep");
    [first, second] = [await file("sheet.txt", "the first words"), await file("sheet.txt", "the second words")];
    id = await piece("Sheet", { files: [first] });
    await send([{ name: "sheet.txt", literature: id, hash: first.hash }]);
  });

  it("tells by name who was sent it, and that they have what the library holds", async () => {
    expect(await recipients()).toEqual([{ to: person.address, name: "Jo Meyer", person: expect.stringMatching(/^contact\//), at: now.toISOString(), file: "sheet.txt", hash: first.hash, current: true }]);
  });
  it("keeps what was replaced, to be fetched by whoever may read the piece", async () => {
    const row = await service.as("manager").read("literature", id);
    await service.as("manager").update("literature", row, { files: [second] });
    expect((await service.as("rep").read("literature", id)).earlier).toEqual([{ ...first, until: now.toISOString(), by: second.hash }]);
    for (const [one, words] of [[first, "the first words"], [second, "the second words"]] as const) expect(await (await service.send(`/api/files/${one.hash}?on=literature/${id}`)).text()).toBe(words);
  });
  it("tells who has an older one, and what is new", async () => {
    expect(await recipients()).toMatchObject([{ to: person.address, hash: first.hash, current: false, newer: { name: "sheet.txt", hash: second.hash } }]);
    const { uses } = await (await service.send("/api/uses/literature")).json() as { uses: { id: string }[] };
    expect(uses.find(one => one.id === id)).toMatchObject({ people: 1, behind: 1, open: { count: 1 }, deals: { open: [made.deal] } });
  });
  it("warns of an earlier version on a mail to somebody outside, by its content or by its name and size", async () => {
    for (const one of [{ hash: first.hash }, { literature: id, hash: first.hash }]) expect((await post("guard", { from: rep, people: [person], files: [{ name: "sheet.txt", ...one }] }, "rep")).body.alerts).toEqual([{ code: "old-version", file: "sheet.txt", person: person.name, since: "2026-11-24" }]);
    expect((await post("guard", { from: rep, people: [person], files: [{ name: "sheet.txt", hash: second.hash }] }, "rep")).body.alerts).toEqual([]);
  });
  it("leads a link that was given away to the version of today, and counts who got the link as who has it", async () => {
    await post(`library/${id}/link`, { hash: second.hash }, "rep");
    const { url } = (await post(`library/${id}/link`, { hash: second.hash }, "rep")).body as { url: string };
    await send([], `Dear Jo, there is a newer one: ${url}\nRobin`);
    expect(await recipients()).toMatchObject([{ to: person.address, hash: second.hash, current: true }]);
    const third = await file("sheet.txt", "the third words"), row = await service.as("manager").read("literature", id);
    await service.as("manager").update("literature", row, { files: [third] });
    expect(await (await fetch(url)).text()).toBe("the third words");
  });
  it("finds a piece by its subject and by those above, and says the subject by name", async () => {
    const below = (await post("subject", { title: "Zirconia probes", parent: made.subject })).body.id as string, id = await piece("Guide", { subject: below });
    for (const words of ["zirconia", "selling zirconia"]) expect((await offers(`text=${words}`)).map(one => [one.id, one.subject])).toEqual([[id, "Zirconia probes"]]);
    expect((await post("literature", { title: "Lost", subject: "never-was" })).body.fields).toMatchObject([{ field: "subject", code: "no-such-record" }]);
    const subject = await service.as("manager").read("subject", below);
    await expect(service.as("manager").remove("subject", subject)).rejects.toMatchObject({ code: "in-use" });
  });
  it("takes no file in as an earlier version that its bringer could not use as a file", async () => {
    const foreign = await file("hers.txt", "hers alone", "rep2"), columns = new Map(columnsOf(literature as unknown as AnyRecord).map(({ name, header }) => [name, header]));
    const bring = async (hash: string) => (await (await service.send("/api/import/literature?dry=false", { method: "POST", headers: { "content-type": "text/csv" }, body: `${columns.get("title")},${columns.get("subject")},${columns.get("earlier")}\nBrought,${made.subject},"[{""name"":""hers.txt"",""hash"":""${hash}""}]"\n` }, "manager")).json()) as { rows?: { fields?: { field: string; code: string }[] }[]; fields?: { field: string; code: string }[] };
    for (const hash of [foreign.hash, "f".repeat(64)]) expect(JSON.stringify(await bring(hash))).toMatch(/earlier\.0\.hash.*no-such-file|no-such-file.*earlier\.0\.hash/);
    expect((await service.as("manager").list("literature", { title: "Brought" })).total).toBe(0);
  });
  it("counts nobody as having what a stopped link led to", async () => {
    const other = { name: "Ina Lund", address: "ina@hanfeng.example" }, [{ hash }] = (await service.as("manager").read("literature", id)).files as unknown as [{ hash: string }], { body } = await post(`library/${id}/link`, { hash }, "rep");
    const { link, url } = body as { url: string; link: { id: string; version: number } };
    await service.as("rep").act("weblink", link, "stop");
    await post("mail/sent", { draft: "draft-of-a-stopped-link", mail: { conversationId: "c", subject: "Sheet", from: rep, to: [other], cc: [], sentAt: now.toISOString(), text: `See ${url}`, attachments: [] }, on: [{ type: "opportunity", id: made.deal }], files: [] }, "rep");
    expect((await recipients()).map(one => (one as { to: string }).to)).toEqual([person.address]);
  });
  it("offers what went out with three mails as often sent", async () => {
    const why = async () => (await offers("text=sheet")).find(one => one.id === id)!.reasons.map(one => one.why);
    expect(await why()).toEqual(["title"]);
    await send([{ name: "sheet.txt", literature: id, hash: first.hash }]);
    expect(await why()).toEqual(["title", "often"]);
  });
});

describe("a link to a file", () => {
  const link = async (id: string) => { const [{ hash }] = (await service.as("manager").read("literature", id)).files as unknown as [{ hash: string }]; return post(`library/${id}/link`, { hash }, "rep"); };

  it("leads anybody to the file without signing in, as something to keep", async () => {
    const { status, body } = await link(made.warranty!), answer = await fetch(body.url as string);
    expect([status, body.until]).toEqual([201, "2026-12-24"]);
    expect([answer.status, answer.headers.get("content-disposition"), answer.headers.get("content-security-policy")]).toEqual([200, 'attachment; filename=terms.pdf', "default-src 'none'; sandbox"]);
    expect(await answer.text()).toContain("Warranty of 24 months");
  });
  it("ends with the days that were chosen, and with the piece itself where that is sooner", async () => {
    const ask = async (id: string, days: number) => { const [{ hash }] = (await service.as("manager").read("literature", id)).files as unknown as [{ hash: string }]; return post(`library/${id}/link`, { hash, days }, "rep"); };
    expect((await ask(made.warranty!, 7)).body.until).toBe("2026-12-01");
    const soon = await piece("Offer of the month", { expires: "2026-11-30", files: [await file("month.txt", "only now")] });
    expect((await ask(soon, 90)).body.until).toBe("2026-11-30");
    for (const days of [0, 367, 1.5]) expect((await ask(made.warranty!, days)).status).toBe(422);
  });
  it("ends after its day", async () => {
    const { body } = await link(made.warranty!), before = now;
    now = new Date("2026-12-24T23:59:00Z");
    expect((await fetch(body.url as string)).status).toBe(200);
    now = new Date("2026-12-25T00:00:00Z");
    expect((await fetch(body.url as string)).status).toBe(404);
    now = before;
  });
  it("ends when somebody stops it, and when the file is for us only from then on", async () => {
    const first = (await link(made.warranty!)).body.url as string, { rows } = await service.store.find("weblink", { where: { status: "open" }, order: "createdAt", down: true, take: 50 });
    for (const { id, version } of rows) await service.as("rep").act("weblink", { id, version }, "stop");
    expect((await fetch(first)).status).toBe(404);
    const second = (await link(made.warranty!)).body.url as string, row = await service.as("manager").read("literature", made.warranty!);
    await service.as("manager").update("literature", row, { forCustomers: false });
    expect((await fetch(second)).status).toBe(404);
    await service.as("manager").update("literature", await service.as("manager").read("literature", made.warranty!), { forCustomers: true });
  });
  it.each([["expired", "old"], ["for us only", "internal"]])("is not made for what is %s", async (_what, name) => expect((await link(made[name]!)).status).toBe(403));
  it("cannot be guessed, nor made from what the records say", async () => {
    await link(made.warranty!);
    const { rows } = await service.store.find("weblink", { take: 50 });
    for (const guess of [rows[0]!.id, rows[0]!.data.key as string, "x", "../../etc/passwd"]) expect((await fetch(`${service.base}/get/${encodeURIComponent(guess)}`)).status).toBe(404);
  });
});
