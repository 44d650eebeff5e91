import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { create } from "../../model/change.ts";
import { sending } from "../../model/records/sending.ts";
import type { Scorecard, Use } from "../../model/scorecard.ts";
import { work } from "../../server/work.ts";
import { withCompany } from "../story/service.ts";
import type { Service } from "./service.kit.ts";

let service: Service;
beforeAll(async () => { ({ service } = await withCompany()); });
afterAll(() => service.close());
const scorecard = (id: string, user = "rep") => service.as(user).call<Scorecard>("GET", `competitor/${id}/scorecard`);
const all = async () => (await service.as("admin").list("opportunity", { take: 200 })).records;

it("counts deals against each competitor as a plain count does, and every number opens its rows", async () => {
  const deals = await all(), { records: rivals } = await service.as("rep").list("competitor", { take: 200 });
  expect(rivals.length).toBeGreaterThan(2);
  for (const { id } of rivals) {
    const card = await scorecard(id), met = deals.filter(deal => deal.competitors?.includes(id));
    const won = met.filter(deal => deal.status === "won").length, lost = met.filter(deal => deal.status === "lost").length;
    expect(card).toMatchObject({ won: { count: won }, lost: { count: lost }, open: { count: met.length - won - lost } });
    expect(card.rate).toBe(won + lost ? Math.round(won / (won + lost) * 100) : undefined);
    for (const status of ["won", "lost", "open"] as const) expect((await service.as("rep").list("opportunity", { competitors: id, status })).total).toBe(card[status].count);
    expect((await service.as("rep").list("opportunity", { competitors: id, status: "lost", lostTo: id })).total).toBe(card.toThem.count);
  }
});

it("counts a deal that is lost to somebody who was not on it yet", async () => {
  const [rival] = (await service.as("rep").list("competitor")).records, before = await scorecard(rival!.id);
  const deal = (await all()).find(one => one.status === "open" && one.owner === "rep" && !one.competitors?.includes(rival!.id))!;
  await service.as("rep").act("opportunity", deal, "lose", { reason: "outSold", competitor: rival!.id });
  const after = await scorecard(rival!.id);
  expect([after.lost.count, after.toThem.count]).toEqual([before.lost.count + 1, before.toThem.count + 1]);
  expect(after.deals.find(one => one.id === deal.id)).toMatchObject({ status: "lost", toThem: true });
});

it("shows no more of the deals than the caller may read", async () => {
  const company = await service.as("admin").read("company", "company");
  const { records: rivals } = await service.as("rep").list("competitor", { take: 200 }), met = (card: Scorecard) => card.won.count + card.lost.count + card.open.count;
  const whole = await Promise.all(rivals.map(({ id }) => scorecard(id, "rep2")));
  const { version } = await service.as("admin").update("company", company, { grants: [{ role: "rep", act: "read", on: "opportunity", reach: "own" }] });
  const own = await Promise.all(rivals.map(({ id }) => scorecard(id, "rep2")));
  for (const [n, { id }] of rivals.entries()) expect(met(own[n]!)).toBe((await service.as("admin").list("opportunity", { competitors: id, owner: "rep2" })).total);
  expect(own.reduce((sum, card) => sum + met(card), 0)).toBeLessThan(whole.reduce((sum, card) => sum + met(card), 0));
  await service.as("admin").update("company", { id: "company", version }, { grants: null });
});

it("tells in which deals literature was sent, and what became of them", async () => {
  const sentOnce = new Set((await service.as("admin").list("sending", { take: 200 })).records.map(({ literature }) => literature));
  const deals = await all(), [one, two] = (await service.as("rep").list("literature", { take: 200 })).records.filter(({ id }) => !sentOnce.has(id));
  const won = deals.filter(deal => deal.status === "won").slice(0, 2), lost = deals.find(deal => deal.status === "lost")!;
  const sent = (literature: string, on: string, n: number) => create(sending, { literature, name: "a.pdf", hash: "0".repeat(64), to: `someone${n}@customer.example`, regarding: [`opportunity/${on}`], at: "2026-11-24T09:00:00.000Z" } as never);
  const admin = (await service.as("admin").users()).records.find(user => user.id === "admin")!;
  await work(service.store, { id: "admin", name: String(admin.name), email: String(admin.email), role: "administrator", now: "2026-11-24T09:00:00.000Z" }, [sent(one!.id, won[0]!.id, 1), sent(one!.id, won[0]!.id, 2), sent(one!.id, won[1]!.id, 3), sent(one!.id, lost.id, 4), sent(two!.id, lost.id, 5)], { inside: true });
  const { uses } = await service.as("rep").call<{ uses: Use[] }>("GET", "uses/literature");
  expect(uses.find(use => use.id === one!.id)).toMatchObject({ won: { count: 2 }, lost: { count: 1 }, open: { count: 0 }, rate: 67 });
  expect(uses.find(use => use.id === two!.id)).toMatchObject({ won: { count: 0 }, lost: { count: 1 }, rate: 0 });
  expect((await service.as("rep").list("opportunity", { id: uses.find(use => use.id === one!.id)!.deals.won.join(",") })).total).toBe(2);
});
