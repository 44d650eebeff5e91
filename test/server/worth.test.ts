import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Api } from "../../addin/api.ts";
import { rowOf } from "../../server/row.ts";
import { recordType } from "../../model/records.ts";
import { openService, type Service } from "./service.kit.ts";

let service: Service, rep: Api, admin: Api, account: string, dollar: string;
beforeAll(async () => {
  service = await openService();
  [rep, admin] = [service.as("rep"), service.as("admin")];
  await Promise.all([rep.me(), admin.me()]);
  await admin.update("company", await admin.read("company", "company"), { currency: "EUR" });
  dollar = (await admin.create("currency", { name: "US dollar", code: "USD", symbol: "$", precision: 2, rate: 1.25 })).id;
  account = (await rep.create("account", { name: "A" })).id;
});
afterAll(() => service.close());
const deal = (name: string, estimatedValue: number, more: object = {}) => rep.create("opportunity", { name, account, estimatedValue, stage: "qualify", ...more } as never);
const sum = async (filter = "") => (await rep.call<{ groups: { sum: number; weighted: number; count: number }[] }>("GET", `sums/opportunity?by=status&of=estimatedValue&weight=probability${filter}`)).groups[0]!;

it("adds amounts of several currencies in the company's own, never as they stand", async () => {
  await deal("euros", 100, { probability: 50 });
  const one = await deal("dollars", 100, { currency: dollar, probability: 10 });
  expect(one).toMatchObject({ exchangeRate: 1.25 });
  expect(await sum()).toMatchObject({ count: 2, sum: 180, weighted: 58 });
  expect((await rep.me()).currency).toBe("EUR");
});
it("keeps the rate of the day on which a record was saved, and takes a new one when it is saved anew", async () => {
  await admin.update("currency", await admin.read("currency", dollar), { rate: 2 });
  expect((await sum()).sum).toBe(180);
  const [row] = (await rep.list("opportunity", { title: "dollars" })).records;
  expect(await rep.update("opportunity", row!, { estimatedValue: 200 })).toMatchObject({ exchangeRate: 2 });
  expect((await sum()).sum).toBe(200);
});
it("goes by today's rate for what was stored before rates were kept", async () => {
  const [row] = (await rep.list("opportunity", { title: "dollars" })).records, kept = (await service.store.get("opportunity", row!.id))!, { exchangeRate: _, ...data } = kept.data;
  await service.store.commit([{ type: "opportunity", id: row!.id, was: kept.version, now: rowOf(recordType("opportunity")!, data, kept.version + 1) }]);
  await admin.update("currency", await admin.read("currency", dollar), { rate: 4 });
  expect((await sum()).sum).toBe(150);
});
it("counts goals and scorecards so, goals in their own currency", async () => {
  const competitor = await admin.create("competitor", { name: "C" }), [row] = (await rep.list("opportunity", { title: "dollars" })).records;
  await rep.update("opportunity", row!, { competitors: [competitor.id], closeDate: "2030-01-01" });
  expect((await rep.call<{ open: { value: number } }>("GET", `competitor/${competitor.id}/scorecard`)).open.value).toBe(50);
  const metric = await admin.create("metric", { name: "Won", counts: "wonRevenue" } as never), goal = await admin.create("goal", { title: "G", metric: metric.id, goalOwner: "user/rep", target: 1000, from: "2020-01-01", to: "2040-12-31", currency: dollar } as never);
  const open = await rep.update("opportunity", (await rep.list("opportunity", { title: "euros" })).records[0]!, { closeDate: "2030-01-01" });
  expect(open.estimatedValue).toBe(100);
  const rolled = (await admin.act("goal", goal, "rollUp")).records.find(one => one.type === "goal")!;
  expect(rolled).toMatchObject({ inProgress: 600 });
});
