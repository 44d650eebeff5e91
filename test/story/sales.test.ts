import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { Frame } from "playwright-core";
import type { Service } from "../server/service.kit.ts";
import { withCompany } from "./service.ts";
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
const sound = async () => {
  await (await stage.pane()).evaluate(() => Promise.all(document.getAnimations().map(one => one.finished)));
  const axe = await new AxeBuilder({ page: stage.page }).include("iframe.addin.pane").analyze();
  expect(axe.violations.map(one => [one.id, ...one.nodes.map(node => node.html)])).toEqual([]);
  expect(stage.foreign).toEqual([]);
  expect(stage.errors).toEqual([]);
};
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
    await press("Qualify");
    await pane.getByText(`Account “Havrevik Foods” is used`).waitFor();
    await press("Qualify");
    await press("Open opportunity");
    await heading(String(lead!.topic));
    await pane.getByText("Calls back after four.").first().waitFor();
    const { records: [deal] } = await rep().list("opportunity", { account: account.id });
    expect(deal).toMatchObject({ name: lead!.topic, status: "open" });
    await sound();
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
    await sound();
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
    await sound();
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
    await sound();
  });

  it("show how to win against who else is on them", async () => {
    const { menu, row, pane } = await open({ theme: "dark" });
    await menu("Opportunities");
    await row("Radar roll-out");
    const card = pane.getByRole("region", { name: "Battle card: Vantor Flow" });
    await card.getByText(/Sees through foam/).waitFor();
    await card.getByRole("button", { name: "Vantor Flow" }).click();
    await pane.getByRole("region", { name: "Scorecard" }).getByText(/We win \d+ % of the deals/).waitFor();
    await sound();
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
    await sound();
  });
});
