import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Offer } from "../../model/library.ts";
import { keepShelf } from "../../server/documents/shelf.ts";
import { openService, type Service } from "./service.kit.ts";

let service: Service, shelf: ReturnType<typeof keepShelf>, now = new Date("2026-11-24T10:00:00Z");
const made: Record<string, string> = {};
const post = async (path: string, body: object, user = "manager") => { const answer = await service.send(`/api/${path}`, { method: "POST", body: JSON.stringify(body) }, user); return { status: answer.status, body: await answer.json() as Record<string, any> }; };
const file = async (name: string, text: string, user = "manager") => (await service.send(`/api/files?name=${encodeURIComponent(name)}`, { method: "POST", body: text, headers: { "content-type": "application/octet-stream" } }, user)).json() as Promise<{ hash: string; size: number; type: string; name: string }>;
const pdf = (line: string) => `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n4 0 obj<</Length ${line.length + 40}>>stream\nBT /F1 24 Tf 40 300 Td (${line}) Tj ET\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF`;
const offers = async (query: string, user = "rep") => (await (await service.send(`/api/library?${query}`, {}, user)).json() as { offers: Offer[] }).offers;
const piece = async (title: string, more: object = {}) => (await post("literature", { title, subject: "Sales", forCustomers: true, ...more })).body.id as string;

beforeAll(async () => {
  service = await openService({ now: () => now });
  shelf = keepShelf(service.store, sentence => { throw new Error(sentence); });
  made.ergonova = (await post("competitor", { name: "Ergonova" })).body.id;
  made.account = (await post("account", { name: "Hanfeng" }, "rep")).body.id;
  made.deal = (await post("opportunity", { name: "Brake pads", account: made.account, competitors: [made.ergonova] }, "rep")).body.id;
  made.warranty = await piece("Terms of service", { files: [await file("terms.pdf", pdf("Warranty of 24 months"))] });
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
  it("shows the first page of a file to whoever may read it, and of no other file", async () => {
    const [offer] = await offers("text=warranty"), hash = offer!.files[0]!.hash!;
    const answer = await service.send(`/api/library/${made.warranty}/${hash}/page`);
    expect([answer.status, answer.headers.get("content-type"), Buffer.from(await answer.arrayBuffer()).subarray(1, 4).toString()]).toEqual([200, "image/png", "PNG"]);
    expect((await service.send(`/api/library/${made.against}/${hash}/page`)).status).toBe(404);
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
  it("ends after its day", async () => {
    const { body } = await link(made.warranty!), before = now;
    now = new Date("2026-12-24T23:59:00Z");
    expect((await fetch(body.url as string)).status).toBe(200);
    now = new Date("2026-12-25T00:00:00Z");
    expect((await fetch(body.url as string)).status).toBe(404);
    now = before;
  });
  it("ends when somebody stops it, and when the file is for us only from then on", async () => {
    const first = (await link(made.warranty!)).body.url as string, { rows } = await service.store.find("weblink", { order: "createdAt", down: true, take: 50 });
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
