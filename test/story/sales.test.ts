import { readFile } from "node:fs/promises";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { Frame } from "playwright-core";
import { openDocument } from "../../server/documents/open.ts";
import type { Service } from "../server/service.kit.ts";
import { withCompany } from "./service.ts";
import { sound } from "./sound.ts";
import { closeBrowser, openStage, type Stage } from "./stage.ts";

let service: Service, stage: Stage, addin: NonNullable<Parameters<typeof openStage>[0]>["addin"];
beforeEach(async () => { ({ service, addin } = await withCompany()); });
afterEach(async () => { await stage?.close(); await service.close(); });
afterAll(closeBrowser);

/** The pane at 320 px without a message, and the ways through it that a rep takes. */
async function open(more: Parameters<typeof openStage>[0] = {}) {
  stage = await openStage({ addin, pane: "/taskpane.html", width: 320, item: "none", ...more });
  const pane = await stage.pane();
  const chinese = more.language === "zh-CN";
  return {
    pane,
    press: (name: string | RegExp) => pane.getByRole("button", { name }).first().click(),
    menu: async (name: string) => { await pane.getByRole("button", { name: chinese ? "菜单" : "Menu", exact: true }).click(); await pane.getByRole("menuitem", { name, exact: true }).click(); },
    pick: async (box: string | RegExp, option: string | RegExp) => { await pane.getByRole("combobox", { name: box }).first().click(); await pane.getByRole("option", { name: option }).first().click(); },
    /** Opens the first row of a list whose words match. */
    row: (words: string | RegExp) => pane.locator("button.row").filter({ hasText: words }).first().click(),
    heading: (name: string | RegExp) => pane.getByRole("heading", { name, level: 1 }).waitFor(),
  };
}
const focused = (pane: Frame) => pane.evaluate(() => document.activeElement?.textContent ?? "");
const rep = () => service.as("rep");

describe("leads, through the pane", () => {
  it("are qualified onto the account that there is, and their notes are seen on the deal", async () => {
    const account = await rep().create("account", { name: "Havrevik Foods", email: "post@havrevik.example" });
    const { records: [lead] } = await rep().list("lead", { text: "lindahl", status: "open" });
    await rep().create("note", { text: "Calls back after four.", regarding: [`lead/${lead!.id}`] });
    const { press, menu, row, pane, heading } = await open();
    await menu("Leads");
    await row("Sofia Lindahl");
    await press(/^Qualify$/);
    await pane.getByText(`Account “Havrevik Foods” is used`).waitFor();
    await press(/^Qualify$/);
    await press("Open opportunity");
    await heading(String(lead!.topic));
    await pane.getByText("Calls back after four.").first().waitFor();
    const { records: [deal] } = await rep().list("opportunity", { account: account.id });
    expect(deal).toMatchObject({ name: lead!.topic, status: "open" });
    await sound(stage);
  });

  it("are disqualified, are read-only then, and are new again when they are reactivated", async () => {
    const { press, menu, row, pick, pane } = await open({ language: "zh-CN" });
    await menu("潜在顾客");
    await row("Ulrich Pahl");
    await press("取消资格");
    await pick(/原因/, "不再感兴趣");
    await pane.locator("form").getByRole("button", { name: "取消资格" }).click();
    await pane.getByText("已关闭的记录不能编辑。").waitFor();
    expect(await pane.getByRole("button", { name: "编辑" }).count()).toBe(0);
    await press("重新激活");
    await pane.getByRole("button", { name: "编辑" }).waitFor();
    const { records: [lead] } = await rep().list("lead", { text: "pahl" });
    expect(lead).toMatchObject({ status: "open", reason: "new" });
    await sound(stage);
  });
});

describe("deals, through the pane", () => {
  it("keep every closing in their history", async () => {
    const { press, menu, row, pick, pane } = await open();
    await menu("Opportunities");
    await row("Batch dosing");
    for (const round of [1, 2]) {
      await press("Close as lost");
      await pick(/Status reason/, "Out-sold");
      await pane.locator("form").getByRole("textbox", { name: "Description" }).fill(`Round ${round}: too dear`);
      await pane.locator("form").getByRole("button", { name: "Close as lost" }).click();
      await press("Reopen");
      await pane.getByRole("button", { name: "Close as won" }).waitFor();
    }
    await pick("Timeline", "Closings");
    await pane.getByText("Round 2: too dear").waitFor();
    await pane.getByText("Round 1: too dear").waitFor();
    await sound(stage);
  });

  it("move over the board by keyboard alone, and its numbers open their rows", async () => {
    const { menu, pane } = await open();
    await menu("Pipeline");
    const deal = pane.locator("button.row").filter({ hasText: "Batch dosing" });
    await deal.focus();
    await stage.page.keyboard.press("ArrowRight");
    await pane.getByRole("region", { name: "Develop" }).locator("button.row").filter({ hasText: "Batch dosing" }).waitFor();
    const { total } = await rep().list("opportunity", { owner: "me", status: "open", stage: "develop" });
    await pane.getByRole("button", { name: `Develop: show ${total} records` }).click();
    await pane.getByText(`${total} of ${total}`).waitFor();
    expect(await pane.locator("ul.rows > li").count()).toBe(total);
    await sound(stage);
  });

  it("show how to win against who else is on them", async () => {
    const { menu, row, pane } = await open({ theme: "dark" });
    await menu("Opportunities");
    await row("Radar roll-out");
    const card = pane.getByRole("region", { name: "Battle card: Vantor Flow" });
    await card.getByText(/Sees through foam/).waitFor();
    await card.getByRole("button", { name: "Vantor Flow" }).click();
    await pane.getByRole("region", { name: "Scorecard" }).getByText(/We win \d+ % of the deals/).waitFor();
    await sound(stage);
  });
});

describe("several leads at once", () => {
  it("are found, selected and disqualified without a mouse, and taken back", async () => {
    const { menu, pane, pick } = await open();
    await menu("Leads");
    await pane.locator("button.row").first().waitFor();
    await pane.getByRole("searchbox", { name: /Search leads/ }).focus();
    await stage.page.keyboard.press("ArrowDown");
    await stage.page.keyboard.press("End");
    const rows = await pane.locator("button.row").allTextContents();
    expect(await focused(pane)).toBe(rows.at(-1));
    await pane.getByRole("button", { name: "Select", exact: true }).press("Enter");
    const ticks = pane.locator("ul.rows input[type=checkbox]");
    await ticks.nth(0).press("Space");
    await ticks.nth(1).press("Space");
    await pane.getByRole("button", { name: "Disqualify", exact: true }).press("Enter");
    await pick(/Reason/, "Cannot contact");
    await pane.getByRole("button", { name: "Disqualify (2)" }).press("Enter");
    await pane.getByText("Disqualify: 2 records done").first().waitFor();
    expect((await rep().list("lead", { owner: "me", status: "disqualified", reason: "cannotContact" })).total).toBeGreaterThanOrEqual(2);
    await pane.getByRole("button", { name: "Undo" }).press("Enter");
    await pane.getByText("Taken back: 2 records").first().waitFor();
    await sound(stage);
  });
});

describe("the whole chain, through the pane", () => {
  let priceList: string;
  beforeEach(async () => {
    const admin = service.as("admin"), currency = (await admin.list("currency", { code: "EUR" })).records[0] ?? await admin.create("currency", { name: "Euro", code: "EUR", symbol: "€", precision: 2 });
    priceList = (await admin.create("priceList", { name: "Story list", currency: currency.id })).id;
    const { records: products } = await admin.list("product", { number: "FM-320,AB-100", take: 5 });
    for (const product of products) await admin.create("priceListItem", { priceList, product: product.id, method: "amount", amount: product.number === "FM-320" ? 2340 : 448 } as never);
  });
  const words = (text: string) => text.replace(/\s+/g, " ");

  it("goes from a quote over its revision to an order, an invoice and money, with the PDF on the way", async () => {
    const { pane, press, menu, row, heading } = await open({ height: 1000 });
    const reference = async (box: string, typed: string, option: RegExp) => { await pane.getByRole("combobox", { name: box, exact: true }).fill(typed); await pane.getByRole("option", { name: option }).first().click(); };
    await menu("All records");
    await row("Quotes");
    await press("New quote");
    await pane.getByRole("textbox", { name: /^Name/ }).fill("Wilton phase 2");
    await reference("Account", "Northforge", /Northforge Chemicals/);
    await reference("Price list", "Story", /Story list/);
    await press("+ Products");
    await press("Add a row");
    await reference("Product", "FM-320", /FM-320 · .* · 2,340/);
    await pane.getByRole("textbox", { name: /^Quantity/ }).fill("4");
    await pane.getByRole("textbox", { name: /^Tax rate/ }).fill("19");
    await pane.locator("dl.sums").getByText("11,138.40").waitFor();
    await sound(stage);
    await press("Save quote");
    await heading(/^Q-\d+ Wilton phase 2/);
    const { records: [draft] } = await rep().list("quote" as never, { text: "wilton phase 2" }) as unknown as { records: Record<string, any>[] };
    expect(draft).toMatchObject({ status: "draft", revision: 0, total: 11138.4, lines: [{ quantity: 4, price: 2340, base: 9360, tax: 1778.4, extended: 11138.4 }] });

    await press("Activate");
    await press("More");
    await pane.getByRole("menuitem", { name: "Revise" }).click();
    await pane.getByRole("button", { name: /^Quote Q-\d+/ }).click();
    await pane.getByText(/since revision 0/).waitFor();
    await press("Edit");
    await pane.locator("button.lineOpen").first().click();
    await pane.getByRole("textbox", { name: /^Quantity/ }).fill("5");
    await press("Save quote");
    const changed = pane.getByRole("region", { name: "What changed" });
    await changed.getByText("Quantity: 4 → 5").waitFor();
    await changed.getByText(/Total: €11,138.40 → €13,923/).waitFor();
    await sound(stage);

    const [download] = await Promise.all([stage.page.waitForEvent("download"), press("PDF in English")]);
    const { text } = await openDocument(await readFile(await download.path()), "application/pdf");
    for (const said of [draft!.number as string, "Revision 1", "Northforge Chemicals", "Chemical flow meter FM-320", "13,923.00", "DRAFT"]) expect(words(text)).toContain(said);

    await press("Activate");
    await press("Create order");
    await pane.locator("form").getByRole("button", { name: "Create order", exact: true }).click();
    await pane.getByRole("button", { name: /^Order O-\d+/ }).click();
    await press("Fulfil");
    await pane.locator("form").getByRole("button", { name: "Fulfil", exact: true }).click();
    await press("Create invoice");
    await pane.locator("form").getByRole("button", { name: "Create invoice", exact: true }).click();
    await pane.getByRole("button", { name: /^Invoice I-\d+/ }).click();
    await press("Record payment");
    await pane.locator("form").getByRole("button", { name: "Record payment", exact: true }).click();
    await pane.getByText(/Paid · Complete/).waitFor();
    await sound(stage);
    const of = async (type: string) => (await rep().list(type as never, { text: "wilton phase 2" }) as unknown as { records: Record<string, any>[] }).records;
    expect((await of("quote")).map(({ revision, status, reason }) => [revision, status, reason]).sort()).toEqual([[0, "closed", "revised"], [1, "won", "won"]]);
    expect((await of("order"))[0]).toMatchObject({ status: "invoiced", total: 13923 });
    expect((await of("invoice"))[0]).toMatchObject({ status: "paid", reason: "complete", total: 13923 });
  }, 240_000);

  it("also begins with an order without a quote, written in Chinese, in one's own words and price", async () => {
    const { pane, press, menu, row, heading } = await open({ language: "zh-CN", height: 1000 });
    await menu("全部记录类型");
    await row("订单");
    await press("新建订单");
    await pane.getByRole("textbox", { name: /^名称/ }).fill("调试服务");
    await pane.getByRole("combobox", { name: "客户", exact: true }).fill("临海");
    await pane.getByRole("option", { name: /临海制药/ }).first().click();
    await press("+ 产品");
    await press("添加一行");
    await press("填写目录外产品");
    await pane.getByRole("textbox", { name: /^手工填写的产品/ }).fill("现场调试两天");
    await pane.getByRole("textbox", { name: /^单价/ }).fill("3800");
    await pane.locator("dl.sums").getByText("3,800").first().waitFor();
    await press("保存订单");
    await heading(/^O-\d+ 调试服务/);
    const [order] = (await rep().list("order" as never, { text: "调试服务" }) as unknown as { records: Record<string, any>[] }).records;
    expect(order).toMatchObject({ total: 3800, lines: [{ writeIn: "现场调试两天", price: 3800 }] });
    expect(order!.quote).toBeUndefined();
    await sound(stage);
    await press("履行订单");
    await pane.getByLabel(/^现场调试两天/).fill("0.5");
    await press("部分履行");
    await pane.getByText("已发货 0.5 / 1").first().waitFor();
  }, 120_000);

  it("also begins with an invoice without an order, which is paid in two parts", async () => {
    const account = (await rep().list("account", { text: "northforge" })).records[0]!, { pane, press, menu, row, heading } = await open({ height: 1000 });
    await menu("All records");
    await row("Invoices");
    await press("New invoice");
    await pane.getByRole("textbox", { name: /^Name/ }).fill("Spare seals");
    await pane.getByRole("combobox", { name: "Account", exact: true }).fill("Northforge");
    await pane.getByRole("option", { name: /Northforge Chemicals/ }).first().click();
    await press("+ Products");
    await press("Add a row");
    await press(/^Write in/);
    await pane.getByRole("textbox", { name: /^Write-in product/ }).fill("Seals");
    await pane.getByRole("textbox", { name: /^Price per unit/ }).fill("300");
    await pane.locator("dl.sums").getByText("300.00").first().waitFor();
    await press("Save invoice");
    await heading(/^I-\d+ Spare seals/);
    for (const [typed, button, said] of [["120", "Record part payment", /Paid · Partial/], ["180", "Record payment", /Paid · Complete/]] as const) {
      await press("Record payment");
      await pane.getByRole("textbox", { name: /^Amount/ }).fill(typed);
      await pane.locator("form").getByRole("button", { name: button, exact: true }).click();
      await pane.getByText(said).waitFor();
    }
    const [invoice] = (await rep().list("invoice" as never, { account: account.id }) as unknown as { records: Record<string, any>[] }).records;
    expect([invoice!.order, invoice!.total, invoice!.paid]).toEqual([undefined, 300, 300]);
    await sound(stage);
  }, 120_000);

  it("begins with a deal that has a competitor, products with a volume tier, and a decision maker", async () => {
    const admin = service.as("admin");
    const tiers = await admin.create("discountList" as never, { name: "From ten", tiers: [{ low: 10, percentage: 10 }] } as never) as unknown as { id: string };
    const [item] = (await admin.list("priceListItem" as never, { priceList, number: "ab-100" }) as unknown as { records: Record<string, any>[] }).records;
    await admin.update("priceListItem" as never, item as never, { discountList: tiers.id });
    await admin.create("connectionRole" as never, { name: "Decision maker", category: "stakeholder" } as never);
    const { pane, press, menu, row } = await open({ height: 1000 });
    const reference = async (box: string | RegExp, typed: string, option: RegExp) => { await pane.getByRole("combobox", { name: box, exact: true }).fill(typed); await pane.getByRole("option", { name: option }).first().click(); };
    await menu("Opportunities");
    await row("Batch dosing");
    await press("Edit");
    await press("+ Products");
    await reference("Price list", "Story", /Story list/);
    await press("Add a row");
    await reference("Product", "pressure transmitter", /AB-100/);
    await pane.getByRole("textbox", { name: /^Quantity/ }).fill("12");
    await pane.getByText("volume discount 44.80 per unit").waitFor();
    await pane.locator("dl.sums").getByText("4,838.40").first().waitFor();
    if (await pane.getByRole("combobox", { name: "Competitors" }).count() === 0) await press("+ Competition and purchase");
    await reference("Competitors", "Vantor", /Vantor Flow/);
    await press("Save opportunity");
    await pane.getByRole("region", { name: "Battle card: Vantor Flow" }).waitFor();
    await press("New connection");
    await reference(/^Connected to/, "Lacroix", /Lacroix · Contact/);
    await reference("Role of the other end", "Decision", /Decision maker/);
    await press("Save connection");
    await press("Back");
    await pane.getByRole("region", { name: "Connections" }).getByText("Decision maker").waitFor();
    await sound(stage);
  }, 120_000);
});
