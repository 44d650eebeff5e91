import { afterEach, describe, expect, it } from "@jest/globals";
import { cleanup, render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import Signals from "../../addin/signals/Signals.tsx";
import type { KnownPerson } from "../../model/known.ts";
import { zhCN } from "../../model/labels/zh-CN.ts";
import { fakeApi, fakeDoors } from "./fake.tsx";
import { sample } from "./sample.ts";

afterEach(cleanup);

const deal = { type: "opportunity", id: "brakes", version: 1, title: "Brake pads 2027", status: "open", value: 480000 };
const lead = { type: "lead", id: "jamie", version: 1, title: "Jamie Fenwick", status: "open" };
const buyer = { type: "contact", id: "liwei", version: 1, title: "Li Wei", status: "active" };
const quote = { id: "q17", name: "Brake pads", number: "Q-00017", status: "active", account: "hanfeng", lines: [] };

/** The section beside a mail that says this, of somebody whom we know so. */
function beside(text: string, of: Partial<KnownPerson> = { deals: [deal], matches: [buyer] }, language?: any, given: Record<string, object[]> = {}) {
  const { api, rows, asked } = fakeApi({ ...sample(), quote: [quote], order: [], ...given }), logged: any[] = [];
  const fake = Object.assign(api, {
    call: async (_method: string, path: string) => path.startsWith("titles") ? { titles: path.includes("ergonova") ? { "competitor/ergonova": "Ergonova" } : {} } : ({ competitors: [{ id: "ergonova", name: "Ergonova" }], products: [{ id: "p1", name: "Brake pad set", number: "BP-2200" }] }),
    log: async (mail: { text: string }, on: object[]) => { logged.push([mail.text, on]); return { known: { activity: { id: "mail1", version: 1 } } }; },
  });
  const mail = { from: { name: "Li Wei", address: "li.wei@hanfeng.example" }, subject: "Brake pads", sentAt: "2026-11-23T08:00:00Z", to: [], cc: [] };
  const { Within, went } = fakeDoors(fake, { item: { key: "m", surface: "read", mail } as never, mailbox: { body: async () => ({ text }) } as never });
  const reading = { text, fields: { description: { value: text, from: "text" as const, words: { from: 0, to: text.length }, confidence: 0.9 } } };
  const person = { name: "Li Wei", address: "li.wei@hanfeng.example", as: "from", is: "known", matches: [], accounts: [], deals: [], activities: [], ...of } as KnownPerson;
  render(<Within language={language}><Signals reading={reading} person={person} again={() => undefined} /></Within>);
  const writes = () => asked.filter(([call]) => ["create", "update", "act", "remove"].includes(call));
  return { rows, writes, logged, went, press: async (name: string | RegExp) => userEvent.click(await screen.findByRole("button", { name }, { timeout: 30_000 })) };
}

describe("what a mail says, each with one click", () => {
  it("links a competitor to the deal, with the way back", async () => {
    const { rows, writes, press } = beside("Ergonova offered us less.");
    expect(await screen.findByText("Names a competitor: Ergonova")).toBeTruthy();
    expect(writes()).toEqual([]);
    await press("Link to Brake pads 2027");
    expect(await screen.findByText("Ergonova linked to Brake pads 2027")).toBeTruthy();
    expect(rows.get("opportunity/brakes")!.competitors).toEqual(["ergonova"]);
    await press("Undo");
    expect(await screen.findByText("Taken back")).toBeTruthy();
    expect(rows.get("opportunity/brakes")!.competitors).toBeUndefined();
  }, 60_000);

  it("says of a competitor who is on the deal that they are, and offers neither link nor a second battle card", async () => {
    beside("Ergonova offered us less.", undefined, undefined, { opportunity: [{ id: "brakes", name: "Brake pads 2027", competitors: ["ergonova"] }] });
    await screen.findByText("On Brake pads 2027 already");
    expect(screen.queryAllByRole("button").map(one => one.textContent)).toEqual(["Show in the mail"]);
  });

  it("makes a task with its day, on the deal that the mail is about", async () => {
    const { rows, press } = beside("Please answer by Friday.");
    await press(/^Make a task/);
    await screen.findByText(/^Task for .* made$/);
    expect([...rows.values()].find(({ subject }) => subject === "Answer: Brake pads")).toMatchObject({ kind: "task", due: "2026-11-27", regarding: ["opportunity/brakes"] });
  });

  it("proposes the lines of a pasted table, which the rep looks over: one with another quantity, one left out, one that nobody knows", async () => {
    const { rows, writes, press } = beside("Please quote:\n\nBP-2200\tPads, ceramic\t40\nZZ-900\tSomething\t7\n");
    await press(/^Add lines to Brake pads 2027/);
    const form = within(await screen.findByRole("region", { name: /^Add lines/ }, { timeout: 30_000 }));
    expect(form.getByText("ZZ-900 is not in the catalogue")).toBeTruthy();
    const quantity = form.getByRole("spinbutton", { name: "Quantity of Brake pad set" }) as HTMLInputElement;
    expect(quantity.value).toBe("40");
    await userEvent.clear(quantity);
    await userEvent.type(quantity, "36");
    expect(writes()).toEqual([]);
    await press("Add one line");
    await screen.findByText("One line added to Brake pads 2027");
    expect(rows.get("opportunity/brakes")!.lines).toEqual([{ product: "p1", quantity: 36 }]);
  });

  it("proposes a draft quote of the deal, and leaves nothing behind where the rep thinks better of it", async () => {
    const { rows, writes, went, press } = beside("We need 3 x BP-2200.");
    rows.set("opportunity/brakes", { ...rows.get("opportunity/brakes")!, owner: "ben", freight: 90, discountPercent: 5, competitors: ["ergonova"], process: "long" });
    await press("New quote with these lines…");
    await press("Cancel");
    expect(writes()).toEqual([]);
    await press("New quote with these lines…");
    await userEvent.click(await screen.findByRole("checkbox", { name: "Brake pad set" }));
    expect(screen.getByRole<HTMLButtonElement>("button", { name: /^Save a quote/ }).disabled).toBe(true);
    await userEvent.click(screen.getByRole("checkbox", { name: "Brake pad set" }));
    await press("Save a quote of one line");
    await screen.findByText("Draft quote of one line made");
    const made = [...rows.values()].find(({ id, lines }) => id !== "q17" && id !== "brakes" && Array.isArray(lines))!;
    expect(made).toMatchObject({ opportunity: "brakes", account: "hanfeng", owner: "ben", freight: 90, discountPercent: 5, competitors: ["ergonova"], process: "long", lines: [{ product: "p1", quantity: 3 }] });
    await press("Open Brake pads 2027");
    expect(went).toEqual([{ at: "record", type: "quote", id: made.id }]);
  });

  it("proposes to let a lead go, with the reason that the mail gives, and keeps nothing before it is saved", async () => {
    const { rows, writes, press } = beside("Thanks, but we are not interested.", { matches: [lead] });
    await press("Disqualify Jamie Fenwick…");
    await press("Save with this reason");
    await screen.findByText("Jamie Fenwick disqualified");
    expect(writes()).toEqual([["act", "lead", "jamie", "disqualify", expect.objectContaining({ reason: "noInterest" })]]);
    expect(rows.get("lead/jamie")).toMatchObject({ status: "disqualified", reason: "noInterest" });
  });

  it("proposes to lose a deal to the competitor that the mail names", async () => {
    const { writes, press } = beside("We have decided to go with another supplier, Ergonova.");
    await press("Close Brake pads 2027 as lost…");
    expect(writes()).toEqual([]);
    await press("Save with this reason");
    await screen.findByText("Brake pads 2027 closed as lost");
    expect(writes()).toEqual([["act", "opportunity", "brakes", "lose", expect.objectContaining({ reason: "outSold", competitor: "ergonova" })]]);
  });

  it("proposes an amount as the deal's estimate", async () => {
    const { rows, writes, press } = beside("Our budget is USD 52,000.");
    expect(await screen.findByText("Names an amount: $52,000")).toBeTruthy();
    await press(/^Estimate Brake pads 2027 at \$52,000/);
    expect((await screen.findByLabelText<HTMLInputElement>(/Estimated revenue/)).value).toMatch(/52,000/);
    expect(writes()).toEqual([]);
    await press("Save the estimate");
    await screen.findByText("Estimate of Brake pads 2027 saved");
    expect(rows.get("opportunity/brakes")!.estimatedValue).toBe(52000);
  });

  it("draws an amount with the sign of its own currency, and offers it as an estimate only to a deal in that currency", async () => {
    const own = { tag: "en", labels: {}, currency: "EUR" }, offers = () => screen.queryAllByRole("button", { name: /^Estimate/ }).map(({ textContent }) => textContent);
    beside("Our budget is USD 52,000.", undefined, own);
    await screen.findByText("Names an amount: $52,000");
    expect(offers()).toEqual([]);
    cleanup();
    beside("Our budget is USD 52,000.", { deals: [{ ...deal, currency: "USD" }] }, own);
    await screen.findByText("Names an amount: $52,000");
    expect(offers()).toEqual(["Estimate Brake pads 2027 at $52,000…"]);
    cleanup();
    beside("Our budget is EUR 52,000.", undefined, own);
    await screen.findByText("Names an amount: €52,000");
    expect(offers()).toEqual(["Estimate Brake pads 2027 at €52,000…"]);
  });

  it("makes an order of the quote that the mail accepts, with the mail kept on it as evidence", async () => {
    const text = "We accept quote Q-00017.", { rows, writes, logged, press } = beside(text);
    await press("Make an order of Q-00017 Brake pads…");
    expect([writes(), logged]).toEqual([[], []]);
    await press("Make the order");
    await screen.findByText("Order made of Q-00017 Brake pads, with this mail as evidence");
    expect(logged).toEqual([[text, [{ type: "quote", id: "q17" }]]]);
    expect(rows.get("quote/q17")).toMatchObject({ status: "won" });
    expect([...rows.values()].find(({ quote }) => quote === "q17")).toMatchObject({ evidence: "mail1" });
  });

  it("offers nothing that it cannot do: no deal, no lines; and says so in Chinese, too", async () => {
    beside("请在下周三前报价：BP-2200 × 5。我们也在看 Ergonova。", { deals: [], matches: [] }, { tag: "zh-CN", labels: zhCN });
    expect(await screen.findByText("提到竞争对手：Ergonova")).toBeTruthy();
    expect(screen.getByText("询购 1 项产品")).toBeTruthy();
    expect(screen.getAllByRole("button").map(({ textContent }) => textContent).filter(said => said !== "在邮件中显示")).toEqual(["竞争卡", expect.stringMatching(/^创建任务，.*到期$/)]);
  });
});
