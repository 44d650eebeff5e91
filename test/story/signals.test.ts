import { afterAll, afterEach, beforeEach, expect, it } from "@jest/globals";
import type { Service } from "../server/service.kit.ts";
import { withCompany } from "./service.ts";
import { closeBrowser, openStage, type Stage } from "./stage.ts";

const mail = "Level sensors for the Dartmouth reservoirs – price by Friday?", chinese = "回复：反应釜液位计报价";
let service: Service, stage: Stage, addin: NonNullable<Parameters<typeof openStage>[0]>["addin"];
beforeEach(async () => { ({ service, addin } = await withCompany()); });
afterEach(async () => { await stage?.close(); await service.close(); });
afterAll(closeBrowser);

it.each([
  ["en-US", "rep", mail, /by Friday/, "What this mail says", /^Make a task/, /Asks for an answer by/, "Show in the mail", /Task for .* made/, "Undo"],
  ["zh-CN", "rep2", chinese, /12 月 5 日前/, "邮件内容提示", /^创建任务/, /希望在/, "在邮件中显示", /已创建 .* 到期的任务/, "撤销"],
] as const)("shows what a mail says, marks the words, and makes the task only on the click, with the way back (%s)", async (language, as, subject, said, title, make, asks, show, made, undo) => {
  stage = await openStage({ addin, pane: "/taskpane.html", language, as });
  await stage.select(subject);
  const pane = await stage.pane();
  const section = pane.locator("section.section", { has: pane.getByRole("heading", { name: title }) });
  const task = section.getByRole("button", { name: make });
  await task.waitFor();
  const before = (await service.as(as).list("activity", { kind: "task" })).total;
  const signal = section.locator(".signal", { hasText: asks });
  await signal.getByRole("button", { name: show }).click();
  expect(await signal.locator("mark.on").textContent()).toMatch(said);
  expect((await service.as(as).list("activity", { kind: "task" })).total).toBe(before);
  await task.click();
  await section.getByText(made).waitFor();
  expect((await service.as(as).list("activity", { kind: "task" })).total).toBe(before + 1);
  await section.locator(".truth").getByRole("button", { name: undo }).click();
  await section.locator(".truth", { hasText: made }).waitFor({ state: "detached" });
  expect((await service.as(as).list("activity", { kind: "task" })).total).toBe(before);
  expect(stage.errors).toEqual([]);
}, 60_000);

it("links a competitor that the mail names to the deal, takes it back, and adds what the mail orders to the lines", async () => {
  const rep = service.as("rep"), { records } = await rep.list("opportunity", { competitors: "competitor-vantor-flow", status: "open" });
  const { id } = records.find(({ name }) => name.startsWith("Radar roll-out"))!, deal = () => rep.read("opportunity", id), rivals = async () => (await deal()).competitors ?? [];
  await rep.update("opportunity", await deal(), { competitors: null });
  stage = await openStage({ addin, pane: "/taskpane.html" });
  await stage.select(mail);
  const pane = await stage.pane();
  await pane.getByText("Names a competitor: Vantor Flow").waitFor();
  await pane.getByRole("button", { name: /^Link to / }).first().click();
  const truth = pane.locator(".truth", { hasText: "Vantor Flow linked to" });
  await truth.waitFor();
  expect(await rivals()).toEqual(["competitor-vantor-flow"]);
  await truth.getByRole("button", { name: "Undo" }).click();
  await pane.getByText("Taken back").first().waitFor();
  expect(await rivals()).toEqual([]);
  const lines = async () => (await deal()).lines ?? [];
  const before = (await lines()).length;
  await pane.getByRole("button", { name: /^Add lines to / }).first().click();
  await pane.getByRole("spinbutton", { name: /^Quantity of / }).waitFor();
  expect((await lines()).length).toBe(before);
  await pane.getByRole("button", { name: "Add one line" }).click();
  await pane.locator(".truth", { hasText: "One line added" }).waitFor();
  expect((await lines()).length).toBe(before + 1);
  expect((await lines()).at(-1)).toMatchObject({ quantity: 22 });
  expect(stage.errors).toEqual([]);
}, 60_000);

it("makes an order of the quote that a purchase order accepts, with the mail kept on it as evidence", async () => {
  const rep = service.as("rep"), quote = await rep.read("quote", "quote-northforge-po"); // Q-00231, which the mail names
  stage = await openStage({ addin, pane: "/taskpane.html" });
  await stage.select("PO 4500081733 – pressure transmitters");
  const pane = await stage.pane();
  await pane.getByRole("button", { name: /^Make an order of .*Q-00231/ }).click();
  await pane.getByRole("button", { name: "Make the order" }).waitFor();
  expect((await rep.list("order", { quote: quote.id })).total).toBe(0);
  await pane.getByRole("button", { name: "Make the order" }).click();
  await pane.locator(".truth", { hasText: "with this mail as evidence" }).waitFor();
  const { records: [order] } = await rep.list("order", { quote: quote.id });
  expect((await rep.read("activity", order!.evidence!)).subject).toBe("PO 4500081733 – pressure transmitters");
  expect((await rep.read("quote", quote.id)).status).toBe("won");
  expect(stage.errors).toEqual([]);
}, 60_000);

it("proposes to let the lead go who says no, with a reason, and keeps it open until that is saved", async () => {
  const rep = service.as("rep"), made = await rep.create("lead", { topic: "Clamp-on meters", firstName: "Gareth", lastName: "Ffoulkes", email: "gffoulkes@severnlime.example", source: "web" }), status = async () => (await rep.read("lead", made.id)).status;
  stage = await openStage({ addin, pane: "/taskpane.html" });
  await stage.select("Re: Ultrasonic clamp-on meters");
  const pane = await stage.pane();
  await pane.getByText("Seems to say no").waitFor();
  await pane.getByRole("button", { name: "Disqualify Gareth Ffoulkes…" }).click();
  await pane.getByRole("button", { name: "Save with this reason" }).waitFor();
  expect(await status()).toBe("open");
  await pane.getByRole("button", { name: "Save with this reason" }).click();
  await pane.locator(".truth", { hasText: "disqualified" }).waitFor();
  expect(await rep.read("lead", made.id)).toMatchObject({ status: "disqualified", reason: "noInterest" });
  expect(stage.errors).toEqual([]);
}, 60_000);
