import { expect } from "@jest/globals";
import type { Frame } from "playwright-core";
import type { Faults } from "../../outlook/faults.ts";
import { until } from "../../server/until.kit.ts";
import type { Stage } from "../stage.ts";
import { button, camille, front, leapTo, next, paneOpened, turns, type Company, type Journey } from "./kit.ts";

const clipboard = turns(), words = "I will not press you", piece = "LR-220 data sheet", file = `${piece}.pdf`;

/** From a customer who says no to an answer with a piece of literature, sent with Outlook's own button: in the end it is on the deal once, with what is truly on it and nothing else. */
export const writing: Journey<Company> = async ({ stage, service }, faults) => {
  const subject = await begin(stage, faults), { page } = stage;
  const kept = async () => (await service.store.find("activity", { where: { title: `re: ${subject}`.toLowerCase() } })).rows;
  const beside = await paneOpened(stage, faults);
  await button(beside, /^Log to Radar roll-out/).waitFor();
  const keepsSettings = !faults.settingsLost && !faults.errors.saveRoamingSettings, told = keepsSettings && !faults.noEvents;
  if (keepsSettings) await page.waitForFunction(() => "dealwright.pass" in window.outlook.desk.roaming);
  await answer(stage, beside, faults);
  const pane = await besideDraft(stage, faults);
  await pane.getByRole("group", { name: /Camille Gagnon/ }).waitFor();
  if (!(await draft(stage)).html.includes(words)) await insert(pane);
  await giveLiterature(stage, pane, faults);
  if (told) await pane.locator("label.switch").waitFor();
  else { await leapTo(stage, button(pane, "Log as it stands now"), 1_000); await button(pane, "Log as it stands now").click(); await pane.getByText("Logged before it is sent").first().waitFor(); }
  expect((await draft(stage)).html).toContain(words);
  const asked = await send(stage, `Re: ${subject}`);
  expect(asked).toMatch(faults.sendForgets && !faults.noEvents ? /did not answer in time/ : faults.sendLimit < 1_000 ? /^$|did not answer in time/ : /^$/);
  if (told && !faults.sendForgets && faults.sendLimit > 1_000) expect(await kept()).toHaveLength(1);
  await seeSent(stage, `Re: ${subject}`, faults);
  const { rows: [one], more } = await until("the mail is on the deal with its id", async () => { const rows = await kept(); return { rows, more: rows.length - 1 }; }, ({ rows }) => Boolean(rows[0]?.data.messageId));
  const sent = await stage.outlook(({ desk }) => ({ html: desk.sent[0]!.html, files: desk.sent[0]!.attachments.map(({ name }) => name), to: [...desk.sent[0]!.to, ...desk.sent[0]!.cc].length }));
  expect([more, one!.data.regarding, one!.data.direction]).toEqual([0, ["opportunity/opportunity-kestrel-rollout"], "outgoing"]);
  expect((one!.data.files as { name: string }[] | undefined ?? []).map(({ name }) => name)).toEqual(sent.files);
  const claimed = (await service.store.find("sending", { where: { activity: one!.id.toLowerCase() } })).rows.map(({ data }) => data.name as string);
  expect(claimed.filter(name => !sent.files.includes(name) && !sent.html.includes(`>${name}</a>`))).toEqual([]);
  if (told && !faults.sendForgets && faults.sendLimit > 1_000) expect([claimed, (one!.data.parties as { role: string }[]).filter(({ role }) => ["to", "cc"].includes(role)).length]).toEqual([Array(sent.to).fill(file), sent.to]);
};

/** A customer's refusal lies in the mailbox of somebody who has never used the pane here, which opens beside it. */
async function begin(stage: Stage, faults: Faults): Promise<string> {
  const n = next(), subject = `Your offer ${n}`;
  await stage.page.evaluate(([wrong, n, subject, from]) => {
    const { desk, faults } = window.outlook, like = desk.messages.find(message => message.conversationId && message.itemClass === "IPM.Note")!, internetMessageId = `<w.${n}@mail.example>`;
    window.outlook.closePane();
    desk.sent = [];
    desk.messages.splice(0, desk.messages.findIndex(({ id }) => !/^AAMk[scw]\d/.test(id)), { ...like, id: `AAMkw${n}`, internetMessageId, conversationId: `AAQkw${n}`, subject, from, to: [desk.me], cc: [], attachments: [], unread: true, categories: [], notices: [], properties: {}, headers: { "Message-ID": internetMessageId }, sentAt: new Date(), html: "<p>Robin, thank you for your offer, but we are not interested.</p>" });
    desk.roaming = {};
    Object.assign(faults, wrong);
    desk.openFolder("inbox");
    window.outlook.openPane();
  }, [faults, n, subject, camille] as const);
  return subject;
}
const draft = (stage: Stage) => stage.outlook(({ desk }) => ({ html: desk.front?.html ?? "", open: desk.front !== undefined }));
const isOpen = (stage: Stage) => stage.page.waitForFunction(() => window.outlook.desk.front !== undefined);

/** By the polite answer that the pane offers, if it could read the mail; else by Outlook's own button. What Outlook does not take over is on the clipboard. */
async function answer(stage: Stage, pane: Frame, faults: Faults): Promise<void> {
  const { page } = stage, byHand = async () => { await page.click(`${front} .command.reply`); await isOpen(stage); };
  const paste = async () => { await page.click(`${front} .editor`); await page.keyboard.press("Control+Home"); await page.keyboard.press("Control+V"); };
  if (faults.errors["body.get"]) await byHand();
  else await clipboard(async () => {
    await button(pane, "Write a polite answer").click();
    if (faults.errors.displayReplyForm) {
      await pane.getByText("The text is on the clipboard.").waitFor();
      await byHand();
      await paste();
    } else await isOpen(stage);
    if (faults.formsWithoutText && !faults.errors.displayReplyForm && !faults.writesInPlace) {
      await page.evaluate(() => window.outlook.desk.bring(undefined));
      await button(pane, "Copy its text").click();
      await pane.getByText("The text is on the clipboard").waitFor();
      await page.evaluate(() => { const { desk } = window.outlook; desk.bring(desk.windows[0]); });
      await paste();
    }
  });
  if (faults.recipientsShown < 500) await page.evaluate(house => { const { desk } = window.outlook; desk.front!.cc = Array.from({ length: 24 }, (_, n) => ({ name: "", address: `colleague${n}@${house}` })); desk.changed("people", desk.front); }, "lindenfeld.example");
}

/** The pane beside the draft, opened anew where it stands beside the message for good. */
async function besideDraft(stage: Stage, faults: Faults): Promise<Frame> {
  if (faults.writesInPlace && (faults.frozen || faults.itemChanged === "missing")) await stage.page.evaluate(() => { window.outlook.closePane(); });
  await stage.page.evaluate(() => { window.outlook.openPane(); });
  return stage.pane();
}
async function insert(pane: Frame): Promise<void> {
  await pane.getByRole("tab", { name: "Templates" }).click();
  await button(pane, "Insert: Thank you all the same").click();
  await pane.locator(".truth", { hasText: "inserted" }).waitFor();
  await pane.getByRole("tab", { name: "Literature" }).click();
}

/** Attached, or, where Outlook only says so, as a link. */
async function giveLiterature(stage: Stage, pane: Frame, faults: Faults): Promise<void> {
  await pane.getByRole("checkbox", { name: `Choose ${piece}` }).check();
  await button(pane, "Attach 1 file").click();
  if (!faults.phantomFiles) return pane.locator(".truth", { hasText: "Attached" }).waitFor();
  await leapTo(stage, pane.getByRole("alert"), 60_000);
  await button(pane, "Insert as link").click();
  await pane.locator(".truth", { hasText: "inserted; it works until" }).waitFor();
}

/** Sends; hands back what Outlook asked before, if it did. */
async function send({ page }: Stage, subject: string): Promise<string> {
  await page.click(`${front} .ribbon .send`);
  const alert = page.locator("dialog.alert p");
  await page.waitForFunction(wanted => document.querySelector("dialog.alert") !== null || window.outlook.desk.sent[0]?.subject === wanted, subject);
  if (!await alert.count()) return "";
  const said = await alert.textContent();
  await page.click("dialog.alert .plain");
  await page.waitForFunction(wanted => window.outlook.desk.sent[0]?.subject === wanted, subject);
  return said ?? "";
}

/** Looks at the mail in Sent Items with the pane beside it, which is opened anew where the library may miss it, and logs it there if it is not yet. */
async function seeSent(stage: Stage, subject: string, { itemChanged, frozen }: Faults): Promise<void> {
  await stage.page.evaluate(anew => { if (anew) window.outlook.closePane(); window.outlook.desk.openFolder("sent"); }, frozen || itemChanged !== "prompt");
  await stage.select(subject);
  await stage.page.evaluate(() => { window.outlook.openPane(); });
  const pane = await stage.pane(), of = pane.locator("main .page", { has: pane.getByRole("heading", { name: subject, exact: true }) }), logged = of.getByText(/Logged by you/), log = of.getByRole("button", { name: /^Log to Radar roll-out/ });
  await logged.or(log).first().waitFor();
  if (!await logged.count()) { await log.click(); await logged.waitFor(); }
}
