import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Api } from "../../addin/api.ts";
import { Problem } from "../../model/problem.ts";
import { rollUp } from "../../server/goals.ts";
import { openService, type Service } from "./service.kit.ts";

let service: Service, rep: Api, manager: Api, admin: Api;
const now = new Date("2026-11-24T09:00:00Z");
beforeAll(async () => {
  service = await openService({ now: () => now });
  [rep, manager, admin] = ["rep", "manager", "admin"].map(who => service.as(who)) as [Api, Api, Api];
  await Promise.all([rep.me(), manager.me(), admin.me()]);
});
afterAll(() => service.close());
const refused = async (work: Promise<unknown>): Promise<Problem> => { try { await work; } catch (error) { return error as Problem; } throw new Error("was not refused"); };
const get = async (path: string) => await (await service.send(path)).json() as any;

/** A currency, a price list with volume tiers, two products and a bundle. */
async function catalogue() {
  const eur = await admin.create("currency", { name: "Euro", code: "EUR", symbol: "€", precision: 2 });
  const list = await manager.create("priceList", { name: "Europe", currency: eur.id, from: "2026-01-01", until: "2026-12-31" });
  const tiers = await manager.create("discountList", { name: "From ten", tiers: [{ low: 10, high: 49, percentage: 5 }, { low: 50, percentage: 10 }] });
  const [meter, kit] = [await manager.create("product", { name: "Flow meter", number: "FM-1", listPrice: 199.9, currentCost: 80 }), await manager.create("product", { name: "Kit", number: "MK-1", listPrice: 39 })];
  const set = await manager.create("product", { name: "Set", number: "SET-1", structure: "bundle", listPrice: 220, items: [{ product: meter.id, quantity: 1, required: true }, { product: kit.id, quantity: 2, required: true }] });
  await manager.create("priceListItem", { priceList: list.id, product: meter.id, method: "percentOfList", percentage: 90, discountList: tiers.id });
  await manager.create("priceListItem", { priceList: list.id, product: kit.id, method: "amount", amount: 35 });
  await manager.create("priceListItem", { priceList: list.id, product: set.id, method: "amount", amount: 250 });
  const account = await rep.create("account", { name: "Halden Water" });
  return { eur, list, tiers, meter, kit, set, account };
}
let shop: Awaited<ReturnType<typeof catalogue>>;
beforeAll(async () => { shop = await catalogue(); });
const quoteOf = (more: object = {}) => rep.create("quote", { name: "Meters", account: shop.account.id, priceList: shop.list.id, lines: [{ product: shop.meter.id, quantity: 12, taxRate: 19 }, { writeIn: "Travel", quantity: 1, price: 80, discount: 5 }], discountPercent: 2, freight: 15, ...more } as never);
const found = (done: { records: any[] }, type: string) => done.records.find(row => row.type === type);

describe("from quote to paid invoice", () => {
  it("prices lines by the list, explains every step to the stored cent, revises, and turns into order and invoice", async () => {
    const draft = await quoteOf();
    expect(draft).toMatchObject({ number: expect.stringMatching(/^Q-\d{5}$/), revision: 0, status: "draft", currency: shop.eur.id });
    // 199.90 × 90 % = 179.91, less 5 % = 9.00; (179.91 − 9.00) × 12 = 2050.92, tax 389.67; 80 − 5 = 75; 2125.92 − 2 % (42.52) + 15 + 389.67
    expect(draft.lines).toMatchObject([{ position: 1, name: "Flow meter", price: 179.91, volumeDiscount: 9, base: 2050.92, tax: 389.67, extended: 2440.59 }, { position: 2, name: "Travel", price: 80, base: 80, tax: 0, extended: 75 }]);
    expect(draft).toMatchObject({ linesTotal: 2125.92, discountTotal: 42.52, lessFreight: 2083.4, tax: 389.67, total: 2488.07 });

    const told = await get(`/api/quote/${draft.id}/explain`);
    expect(told.lines[0].steps.map((step: { what: string; result: string }) => [step.what, step.result])).toEqual([["listPrice", "199.9"], ["method", "179.91"], ["volumeDiscount", "170.91"], ["base", "2050.92"], ["lineTax", "389.67"], ["extended", "2440.59"]]);
    expect(Number(told.steps.at(-1).result)).toBe(draft.total);

    expect((await refused(rep.act("quote", draft, "order"))).code).toBe("wrong-status");
    const sent = found(await rep.act("quote", draft, "activate"), "quote");
    expect((await refused(rep.update("quote", sent, { freight: 0 }))).code).toBe("wrong-status");
    const revised = await rep.act("quote", sent, "revise"), [old, next] = [revised.records.find(row => row.id === draft.id)!, revised.records.find(row => row.type === "quote" && row.id !== draft.id)!];
    expect([old.status, old.reason, next.status, next.number, next.revision, next.revises]).toEqual(["closed", "revised", "draft", draft.number, 1, draft.id]);
    const better = await rep.update("quote", next, { lines: (next.lines as object[]).map((line, n) => n ? line : { ...line, quantity: 50 }) });
    const difference = await get(`/api/quote/${draft.id}/compare/${next.id}`);
    expect(difference).toMatchObject({ from: 0, to: 1, by: "rep", terms: [] });
    expect(difference.lines).toEqual([{ position: 1, title: "Flow meter", what: "changed", fields: [{ name: "quantity", was: 12, now: 50 }, { name: "volumeDiscount", was: 9, now: 17.99 }, { name: "tax", was: 389.67, now: 1538.24 }, { name: "extended", was: 2440.59, now: 9634.24 }] }]);

    const active = found(await rep.act("quote", better, "activate"), "quote"), ordered = await rep.act("quote", active, "order");
    const order = found(ordered, "order");
    expect(found(ordered, "quote")).toMatchObject({ status: "won" });
    expect(order).toMatchObject({ quote: next.id, pricesLocked: true, total: better.total, number: expect.stringMatching(/^O-\d{5}$/) });
    expect(ordered.records.filter(row => row.kind === "quoteClose")).toMatchObject([{ outcome: "won", actualValue: better.total, revision: 1 }]);
    expect((await refused(rep.act("quote", { id: next.id, version: found(ordered, "quote").version }, "revise"))).code).toBe("wrong-status");

    const part = found(await rep.act("order", order, "fulfil", { shipped: [{ position: 1, quantity: 20 }] }), "order");
    expect([part.status, part.reason, part.lines[0].shipped, part.lines[0].backordered]).toEqual(["fulfilled", "partial", 20, 30]);
    expect((await refused(rep.act("order", part, "fulfil", { shipped: [{ position: 1, quantity: 31 }] }))).fields[0]).toMatchObject({ field: "shipped.0.quantity", code: "more-than-ordered" });
    const whole = found(await rep.act("order", part, "fulfil"), "order");
    expect([whole.reason, whole.lines.map((line: { shipped: number }) => line.shipped)]).toEqual(["complete", [50, 1]]);
    const billed = await rep.act("order", whole, "invoice", { due: "2026-12-24" }), invoice = found(billed, "invoice");
    expect(found(billed, "order").status).toBe("invoiced");
    expect(invoice).toMatchObject({ order: order.id, due: "2026-12-24", total: order.total, status: "active", reason: "new" });
    const half = found(await rep.act("invoice", invoice, "pay", { amount: 1000 }), "invoice");
    expect([half.status, half.reason, half.paid]).toEqual(["paid", "partial", 1000]);
    expect((await refused(rep.act("invoice", half, "pay", { amount: 1e6 }))).fields[0]!.code).toBe("too-big");
    expect(found(await rep.act("invoice", half, "pay"), "invoice")).toMatchObject({ reason: "complete", paid: order.total });
  });

  it("takes an order without a quote, and an invoice without an order, and cancels them", async () => {
    const order = await rep.create("order", { name: "By phone", account: shop.account.id, priceList: shop.list.id, lines: [{ product: shop.kit.id, quantity: 3 }] } as never);
    expect(order).toMatchObject({ total: 105, status: "active", reason: "new" });
    const gone = await rep.act("order", order, "cancel", { description: "No money" });
    expect([found(gone, "order").status, found(gone, "order").lines[0].canceled, found(gone, "activity").outcome]).toEqual(["canceled", 3, "canceled"]);
    const invoice = await rep.create("invoice", { name: "Repair", account: shop.account.id, lines: [{ writeIn: "Repair", quantity: 1, price: 99.5, taxRate: 19 }] } as never);
    expect(invoice.total).toBe(118.41);
    const canceled = found(await rep.act("invoice", invoice, "cancel"), "invoice");
    expect(canceled.status).toBe("canceled");
    expect(found(await rep.act("invoice", canceled, "reactivate"), "invoice").status).toBe("active");
  });

  it("wins the deal with the order, and asks before it closes a deal that has other quotes", async () => {
    const deal = await rep.create("opportunity", { name: "Plant", account: shop.account.id, priceList: shop.list.id, fromLines: true, lines: [{ product: shop.kit.id, quantity: 2 }] } as never);
    expect([deal.total, deal.estimatedValue]).toEqual([70, 70]);
    const first = found(await rep.act("opportunity", deal, "quote"), "quote"), second = found(await rep.act("opportunity", { id: deal.id, version: deal.version + 1 }, "quote"), "quote");
    const one = found(await rep.act("quote", first, "activate"), "quote"), two = found(await rep.act("quote", second, "activate"), "quote");
    expect((await refused(rep.act("quote", one, "close", { reason: "lost", closeOpportunity: "outSold" }))).fields[0]).toMatchObject({ field: "closeOpportunity", code: "last-quote" });
    expect(found(await rep.act("quote", one, "close", { reason: "lost", description: "Too dear" }), "quote")).toMatchObject({ status: "closed", reason: "lost" });
    const mail = await rep.create("activity", { kind: "email", subject: "We accept", regarding: [`quote/${two.id}`], direction: "incoming", messageId: "<yes@halden.example>" });
    const done = await manager.act("quote", two, "order", { closeOpportunity: true, evidence: mail.id });
    expect(found(done, "order")).toMatchObject({ evidence: mail.id, opportunity: deal.id });
    expect(found(done, "opportunity")).toMatchObject({ status: "won", actualValue: 70, actualCloseDate: "2026-11-24" });
  });

  it("activates nothing without a sound price, and says why", async () => {
    const retired = await manager.create("product", { name: "Old", number: "OLD", listPrice: 1 });
    await manager.act("product", retired, "retire");
    const draft = await quoteOf({ lines: [{ product: retired.id, quantity: 1 }, { product: shop.kit.id, quantity: 1 }] });
    expect([draft.pricingProblem, (draft.lines as { problem?: string }[]).map(line => line.problem)]).toEqual(["lineProblem", ["productNotSold", undefined]]);
    expect((await refused(rep.act("quote", draft, "activate"))).fields[0]).toMatchObject({ field: "lines.0.price", code: "not-priced" });
    const old = await manager.create("priceList", { name: "Last year", currency: shop.eur.id, until: "2025-12-31" });
    expect(((await quoteOf({ priceList: old.id })).lines as { problem?: string }[])[0]!.problem).toBe("priceListInactive");
    const usd = await admin.create("currency", { name: "US dollar", code: "USD", symbol: "$", precision: 2 });
    expect((await refused(quoteOf({ currency: usd.id }))).fields[0]).toMatchObject({ field: "priceList", code: "other-currency" });
    expect(found(await rep.act("quote", draft, "discard"), "quote")).toMatchObject({ status: "closed", reason: "canceled" });
  });

  it("takes no volume discount from a list that is not in use", async () => {
    const off = await manager.create("discountList", { name: "Off", tiers: [{ low: 1, percentage: 50 }] }), product = await manager.create("product", { name: "Probe", number: "P-1", listPrice: 10 });
    await manager.create("priceListItem", { priceList: shop.list.id, product: product.id, method: "amount", amount: 10, discountList: off.id });
    await manager.act("discountList", off, "deactivate");
    expect((await quoteOf({ lines: [{ product: product.id, quantity: 5 }] })).lines).toMatchObject([{ price: 10, base: 50, problem: "discountListInactive" }]);
  });

  it("brings the items that a bundle must have, and follows its quantity", async () => {
    const draft = await quoteOf({ lines: [{ product: shop.set.id, quantity: 2 }], freight: undefined, discountPercent: undefined });
    expect((draft.lines as Record<string, unknown>[]).map(line => [line.kind, line.name, line.quantity, line.extended, line.bundle])).toEqual([["bundle", "Set", 2, 500, undefined], ["required", "Flow meter", 2, 0, 1], ["required", "Kit", 4, 0, 1]]);
    const more = await rep.update("quote", draft, { lines: (draft.lines as object[]).map((line, n) => n ? line : { ...line, quantity: 3 }) });
    expect((more.lines as { position: number; quantity: number }[]).map(line => [line.position, line.quantity])).toEqual([[1, 3], [2, 3], [3, 6]]);
  });
});

describe("numbers", () => {
  it("makes one order of fifty that are asked for at once, and leaves no number out", async () => {
    const draft = await quoteOf(), active = found(await rep.act("quote", draft, "activate"), "quote");
    const answers = await Promise.allSettled(Array.from({ length: 50 }, () => rep.act("quote", { id: active.id, version: active.version }, "order")));
    expect(answers.filter(one => one.status === "fulfilled")).toHaveLength(1);
    expect((await rep.list("order", { quote: active.id })).total).toBe(1);
    const made = await Promise.all(Array.from({ length: 50 }, (_, n) => rep.create("order", { name: `Order ${n}`, account: shop.account.id } as never)));
    const numbers = (await rep.list("order", { take: "200" })).records.map(row => Number(String(row.number).slice(2))).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, n) => n + 1));
    expect(new Set(made.map(row => row.number)).size).toBe(50);
  });
  it("gives a number back only while it is the last, and removes nothing that has one", async () => {
    const send = async (path: string, init: RequestInit) => (await service.send(path, { ...init, body: JSON.stringify({ name: "x", account: shop.account.id }) })).json() as any;
    const last = await send("/api/invoice", { method: "POST" });
    await rep.undo(last.commit);
    const again = await send("/api/invoice", { method: "POST" });
    expect(again.number).toBe(last.number);
    await send("/api/invoice", { method: "POST" });
    expect((await refused(rep.undo(again.commit))).code).toBe("touched");
    expect((await service.send(`/api/invoice/${again.id}`, { method: "DELETE", headers: { "if-match": '"1"' } })).status).toBe(409);
  });
});

describe("a lead that does not become a deal", () => {
  it("keeps the person and the company and asks again another day", async () => {
    const lead = await rep.create("lead", { topic: "Ten meters", lastName: "Keeper", company: "Keeper Ltd", email: "k@keeper.example", source: "web" });
    const done = await rep.act("lead", lead, "disqualify", { reason: "noInterest", keepContact: true, keepAccount: true, recontact: "2027-03-01" });
    expect(found(done, "lead")).toMatchObject({ status: "disqualified", reason: "noInterest", contact: found(done, "contact").id, account: found(done, "account").id });
    expect(found(done, "activity")).toMatchObject({ kind: "task", due: "2027-03-01", status: "open" });
    expect(found(done, "contact")).toMatchObject({ account: found(done, "account").id, originatingLead: lead.id });
  });
  it("takes a qualification back: the deal goes, the contact that was changed stays and is named", async () => {
    const lead = await rep.create("lead", { topic: "Back again", lastName: "Return", company: "Return Ltd", email: "r@return.example", source: "web" });
    const note = await rep.create("note", { text: "Called", regarding: [`lead/${lead.id}`] });
    const done = await rep.act("lead", lead, "qualify"), contact = found(done, "contact"), deal = found(done, "opportunity"), account = found(done, "account");
    await rep.update("contact", contact, { jobTitle: "Buyer" });
    const back = await rep.act("lead", found(done, "lead"), "unqualify");
    expect(found(back, "lead")).toMatchObject({ status: "open", reason: "new", kept: expect.arrayContaining([`contact/${contact.id}`]) });
    expect((await refused(rep.read("opportunity", deal.id))).code).toBe("not-found");
    expect(await rep.read("contact", contact.id)).toMatchObject({ jobTitle: "Buyer", account: account.id });
    expect((await rep.read("note", note.id)).regarding).toEqual([`lead/${lead.id}`]);
  });
});

describe("connections and goals", () => {
  it("keeps a connection as a pair that changes and goes together", async () => {
    const [a, b] = [await rep.create("contact", { lastName: "One" }), await rep.create("contact", { lastName: "Two" })], role = await manager.create("connectionRole", { name: "Decision maker", category: "stakeholder" });
    const made = await rep.create("connection", { from: `contact/${a.id}`, to: `contact/${b.id}`, toRole: role.id } as never);
    const mirror = await rep.read("connection", (await rep.read("connection", made.id)).mirror as string);
    expect(mirror).toMatchObject({ from: `contact/${b.id}`, to: `contact/${a.id}`, fromRole: role.id, mirror: made.id });
    await rep.update("connection", await rep.read("connection", made.id), { description: "At the fair" });
    expect((await rep.read("connection", mirror.id)).description).toBe("At the fair");
    await rep.act("connection", await rep.read("connection", made.id), "deactivate");
    expect((await rep.read("connection", mirror.id)).status).toBe("inactive");
    await service.send(`/api/connection/${made.id}`, { method: "DELETE", headers: { "if-match": `"${(await rep.read("connection", made.id)).version}"` } });
    expect((await refused(rep.read("connection", mirror.id))).code).toBe("not-found");
  });
  it("rolls a goal up to the plain sum of what was won in its time", async () => {
    const metric = await manager.create("metric", { name: "Revenue", counts: "wonRevenue", isAmount: true });
    const goal = await rep.create("goal", { title: "November", metric: metric.id, goalOwner: "user/rep", from: "2026-11-01", to: "2026-11-30", target: 1000 } as never);
    for (const actualValue of [100.1, 200.2]) { const deal = await rep.create("opportunity", { name: "Won", account: shop.account.id }); await manager.act("opportunity", deal, "win", { actualValue }); }
    const rolled = found(await rep.act("goal", goal, "rollUp"), "goal");
    const won = (await rep.list("opportunity", { status: "won", owner: "rep", actualCloseDate: "2026-11-01..2026-11-30", take: "200" })).records;
    expect(rolled.actual).toBe(Number(won.reduce((sum, deal) => sum + (deal.actualValue as number) * 100, 0).toFixed(0)) / 100);
    expect(rolled.actual).toBeGreaterThanOrEqual(300.3);
    expect(rolled).toMatchObject({ targetToday: 800, percentToday: 80 });
  });
  it("counts goals by itself once a day, parents after their children, without a line in their timelines", async () => {
    const metric = await manager.create("metric", { name: "Deals", counts: "wonDeals" }), of = { metric: metric.id, goalOwner: "user/rep", from: "2026-11-01", to: "2026-11-30", target: 10 };
    const top = await rep.create("goal", { ...of, title: "All", onlyChildren: true } as never), part = await rep.create("goal", { ...of, title: "Part", parent: top.id } as never);
    const counted = async (at: string) => { await rollUp(service.store, at); return Promise.all([top, part].map(async ({ id }) => { const { actual, rolledUp, version } = await rep.read("goal", id); return { actual, rolledUp, version }; })); };
    const won = (await rep.list("opportunity", { status: "won", owner: "rep", actualCloseDate: "2026-11-01..2026-11-30" })).total, first = await counted("2026-11-25T03:00:00.000Z");
    expect(first.map(({ actual, rolledUp }) => [actual, rolledUp])).toEqual([[won, "2026-11-25T03:00:00.000Z"], [won, "2026-11-25T03:00:00.000Z"]]);
    expect(won).toBeGreaterThan(1);
    expect(await counted("2026-11-25T22:00:00.000Z")).toEqual(first);
    expect((await counted("2026-11-26T00:00:10.000Z")).map(({ rolledUp }) => rolledUp)).toEqual(["2026-11-26T00:00:10.000Z", "2026-11-26T00:00:10.000Z"]);
    const lines: Record<string, unknown>[] = [], full = { ...service.store, commit: async () => { throw new Problem("unavailable"); } };
    await rollUp(full as never, "2026-11-27T00:00:10.000Z", line => lines.push(line));
    expect(lines).toEqual(expect.arrayContaining([top, part].map(({ id }) => ({ level: "warn", error: "unavailable", goal: id }))));
    expect((await rep.timeline("goal", part.id)).entries.map(({ verb }) => verb)).toEqual(["create"]);
  });
});
