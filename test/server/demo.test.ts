import { describe, expect, it } from "@jest/globals";
import { shape, type Field, type Fields } from "../../model/field.ts";
import type { AnyRecord } from "../../model/record.ts";
import { recordType } from "../../model/records.ts";
import { demoCompany, seed } from "../../server/demo/seed.ts";
import { memoryStore } from "../../server/store/lowdb.ts";
import { companies, competitors, people } from "../outlook/cast.ts";

const now = "2026-11-24T08:00:00.000Z", today = now.slice(0, 10);
const samples = demoCompany(now), paths = new Set(samples.map(one => `${one.type}/${one.id}`));
const of = (type: string) => samples.filter(one => one.type === type);
const declared = (name: string) => recordType(name) as AnyRecord;

describe("the sample company", () => {
  it("is of the size that was asked for", () => {
    const counts = Object.fromEntries([...new Set(samples.map(one => one.type))].map(type => [type, of(type).length]));
    for (const [type, least] of Object.entries({ user: 4, team: 2, account: 25, contact: 45, lead: 20, opportunity: 25, activity: 90, note: 20, product: 12, competitor: 3, literature: 12 })) expect([type, counts[type]! >= least, counts[type]]).toEqual([type, true, counts[type]]);
  });
  it("passes the check of every declaration, with known statuses and reasons", () => {
    for (const { type, id, values, status, reason } of samples) {
      const checked = shape(declared(type).fields).safeParse(values);
      expect([id, checked.error?.issues ?? []]).toEqual([id, []]);
      expect(id).toMatch(/^[\w-]{1,64}$/);
      if (status) expect([id, Object.keys(declared(type).statuses)]).toEqual([id, expect.arrayContaining([status])]);
      if (status && reason) expect([id, Object.keys(declared(type).statuses[status]!.reasons ?? {})]).toEqual([id, expect.arrayContaining([reason])]);
      for (const group of declared(type).anyOf ?? []) expect([id, group.some((name: string) => values[name])]).toEqual([id, true]);
    }
    expect(paths.size).toBe(samples.length);
  });
  it("refers only to records that are there, and belongs to people who are there", () => {
    const missing = samples.flatMap(one => [...refsOf(declared(one.type).fields, one.values), ...(one.owner ? [`user/${one.owner}`] : [])].filter(path => !paths.has(path)).map(path => `${one.id} -> ${path}`));
    expect(missing).toEqual([]);
  });
  it("has leads and deals in every state and reason, and open deals in every stage", () => {
    for (const type of ["lead", "opportunity"]) {
      const all = Object.entries(declared(type).statuses as AnyRecord["statuses"]).flatMap(([status, { reasons }]) => Object.keys(reasons ?? {}).map(reason => `${status} ${reason}`));
      expect(new Set(of(type).map(one => `${one.status} ${one.reason}`))).toEqual(new Set(all));
    }
    expect(new Set(of("opportunity").filter(one => one.status === "open").map(one => one.values.stage))).toEqual(new Set(["qualify", "develop", "propose", "close"]));
  });
  it("says of closed deals what they brought and when, and of open ones when they will", () => {
    for (const { id, status, values, createdAt } of of("opportunity")) {
      if (status === "open") { expect([id, values.actualValue, (values.closeDate as string) > today]).toEqual([id, undefined, true]); continue; }
      expect([id, (values.actualCloseDate as string) <= today, (values.actualCloseDate as string) > createdAt.slice(0, 10)]).toEqual([id, true, true]);
      expect([id, (values.actualValue as number) > 0]).toEqual([id, status === "won"]);
    }
  });
  it("has made nothing tomorrow, and keeps a day with work overdue, due today and to come", () => {
    expect(samples.filter(one => one.createdAt > now || (one.values.happened as string | undefined ?? "") > now).map(one => one.id)).toEqual([]);
    const due = of("activity").filter(one => !one.status && one.values.due).map(one => one.values.due as string);
    for (const least of [due.filter(day => day < today), due.filter(day => day === today), due.filter(day => day > today)]) expect(least.length).toBeGreaterThan(4);
  });
  it("moves along with the day", () => {
    const later = demoCompany("2036-03-05T08:00:00.000Z");
    expect(later.map(one => one.id)).toEqual(samples.map(one => one.id));
    expect(later.filter(one => /202\d-\d\d-\d\d/.test(JSON.stringify(one))).map(one => one.id)).toEqual([]);
  });
  it("names no address outside .example", () => {
    const hosts = [...JSON.stringify(samples).matchAll(/(?:@|www\.)([\w.-]+)/g)].map(([, host]) => host!);
    expect(hosts.length).toBeGreaterThan(150);
    expect(hosts.filter(host => !host.split("/")[0]!.endsWith(".example"))).toEqual([]);
  });
});

describe("the sample company and the sample mailbox", () => {
  it("agree on who is known and who is new", () => {
    const known = new Map([...of("contact"), ...of("lead"), ...of("user")].map(one => [one.values.email as string, one] as const));
    for (const player of people) {
      const found = known.get(player.address);
      expect([player.address, found?.type, player.demo && found?.id]).toEqual([player.address, player.demo ? "user" : player.known, player.demo]);
      if (player.known) expect([found!.values.firstName, found!.values.lastName, found!.values.jobTitle, found!.values.phone]).toEqual([player.first, player.last, player.title, player.phone]);
    }
    for (const company of companies) expect([company.name, of("account").some(one => one.values.name === company.name && (one.values.email as string).endsWith(`@${company.domain}`))]).toEqual([company.name, company.known]);
    expect(of("competitor").map(one => one.values.name)).toEqual(competitors);
  });
});

describe("seeding", () => {
  it("writes every record with its creation into the store, and finds people by their address", async () => {
    const store = await memoryStore();
    try {
      expect(await seed(store, now)).toBe(samples.length);
      expect((await store.find("event", { take: 1000 })).rows.filter(row => String(row.data.commit).startsWith("demo-")).length).toBe(samples.length);
      for (const [type, id] of [["rule", "rule-lead-reachable"], ["rule", "rule-win-approved"], ["process", "process-lead-to-opportunity"], ["dialog", "dialog-first-call"], ["automation", "automation-won-announcement"], ["scoring", "scoring"]] as const) expect([id, (await store.get(type, id))?.data.status]).toEqual([id, "active"]);
      const { rows: [helen] } = await store.find("contact", { where: { mail: "helen.prosser@marchfield-dairies.example" } });
      expect(helen!.data).toMatchObject({ id: "contact-helen-prosser", status: "active", owner: "rep", createdBy: "rep" });
      expect((await store.find("event", { where: { on: "contact/contact-helen-prosser" } })).rows[0]!.data).toMatchObject({ verb: "create", version: 1, by: "rep", at: helen!.data.createdAt });
    } finally { await store.close(); }
  });
});

describe("what the sample company has sold", () => {
  it.each([now, "2027-01-03T00:05:00.000Z", "2028-02-29T23:55:00.000Z"])("is offered, ordered, delivered, invoiced and paid by its own acts, each on its day, for what the deals say, whenever it begins (%s)", async now => {
    const store = await memoryStore();
    try {
      await seed(store, now);
      const all = async (type: string) => (await store.find(type, { take: 100 })).rows.map(({ data }) => data), quotes = await all("quote"), orders = await all("order"), invoices = await all("invoice");
      expect(new Set(quotes.map(({ status }) => status))).toEqual(new Set(["draft", "active", "won", "closed"]));
      expect([new Set(orders.map(({ status }) => status)), new Set(invoices.map(({ status }) => status))]).toEqual([new Set(["invoiced", "active"]), new Set(["active", "paid"])]);
      for (const { id, opportunity, total, status, currency, pricingProblem } of quotes) {
        const { data: deal } = (await store.get("opportunity", opportunity as string))!;
        expect([id, currency ? Math.round(total as number / .87) : total, pricingProblem]).toEqual([id, status === "won" ? deal.actualValue : deal.estimatedValue, undefined]);
      }
      expect(quotes.find(({ number }) => number === "Q-00231")).toMatchObject({ id: "quote-northforge-po", status: "active", total: 2793, currency: "currency-gbp" });
      const stamps = [...quotes, ...orders, ...invoices].flatMap(({ createdAt, updatedAt }) => [createdAt as string, updatedAt as string]);
      expect(stamps.filter(one => one >= now)).toEqual([]);
      expect((await store.find("activity", { take: 500 })).rows.filter(({ data }) => data.kind === "quoteClose").map(({ data }) => data.outcome).sort()).toEqual(["lost", "won", "won", "won", "won"]);
    } finally { await store.close(); }
  });
});

function refsOf(fields: Fields, values: Record<string, unknown>): string[] {
  return Object.entries(fields).flatMap(([name, field]: [string, Field]) => {
    const given = values[name];
    if (given === undefined) return [];
    if (field.of) return (given as Record<string, unknown>[]).flatMap(line => refsOf(field.of!, line));
    return field.to ? ([given].flat() as string[]).map(value => field.to!.length > 1 ? value : `${field.to![0]}/${value}`) : [];
  });
}
