import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { plus, decimal, numberOf } from "../../model/decimal.ts";
import type { Sum } from "../../server/sums.ts";
import { withCompany } from "../story/service.ts";
import type { Service } from "./service.kit.ts";

let service: Service;
beforeAll(async () => { ({ service } = await withCompany()); });
afterAll(() => service.close());
const sums = async (asked: string, user = "rep") => (await service.as(user).call<{ groups: Sum[] }>("GET", `sums/${asked}`)).groups;
const rowsOf = (filter: Record<string, string>) => service.as("rep").list("opportunity", { ...filter, take: 200 });

it.each([
  ["stage", { status: "open" }, ""],
  ["status", {}, ""],
  ["competitors", { status: "open,won,lost" }, ""],
  ["closeDate", { status: "open" }, "&cuts=2026-01-01,2026-12-01,2027-01-01,2027-02-01"],
  ["createdAt", { status: "open" }, `&cuts=${[90, 60, 30, 7].map(days => new Date(Date.now() - days * 864e5).toISOString()).join(",")}`],
])("makes of each group of %s a number that a list of its rows shows again", async (by, filter, cuts) => {
  const groups = await sums(`opportunity?${new URLSearchParams({ by, of: "estimatedValue", ...filter })}${cuts}`);
  expect(groups.length).toBeGreaterThan(1);
  for (const { key, count, sum } of groups) {
    const { records, total } = await rowsOf({ ...filter, [by]: key });
    expect([key, total]).toEqual([key, count]);
    expect(numberOf(records.reduce((all, row) => plus(all, decimal(row.estimatedValue ?? 0)), decimal(0)))).toBe(sum);
  }
  if (by !== "competitors") expect(groups.reduce((all, { count }) => all + count, 0)).toBe((await rowsOf(filter)).total);
});

it("weighs each amount by its percentage", async () => {
  const [open] = await sums("opportunity?by=status&of=estimatedValue&weight=probability&status=open");
  const { records } = await rowsOf({ status: "open" });
  expect(open!.weighted).toBeCloseTo(records.reduce((all, row) => all + (row.estimatedValue ?? 0) * (row.probability ?? 0) / 100, 0), 6);
});

it("refuses a field that the type does not have, and a type that there is not", async () => {
  await expect(sums("opportunity?by=colour")).rejects.toMatchObject({ code: "invalid", fields: [{ field: "by" }] });
  await expect(sums("receipt?by=at")).rejects.toMatchObject({ code: "not-found" });
});

it("tells the titles of many records at once, and nothing of what is not there", async () => {
  const { records } = await service.as("rep").list("account", { take: 3 });
  const { titles } = await service.as("rep").call<{ titles: Record<string, string> }>("GET", `titles?of=${[...records.map(({ id }) => `account/${id}`), "account/nobody", "receipt/x", "lead"].join(",")}`);
  expect(titles).toEqual(Object.fromEntries(records.map(({ id, name }) => [`account/${id}`, name])));
});
