import { expect } from "@jest/globals";
import type { Frame } from "playwright-core";
import type { Faults } from "../../outlook/faults.ts";
import { button, camille, leapTo, next, paneOpened, type Company, type Journey } from "./kit.ts";
import type { Stage } from "../stage.ts";

/** In every page of the pane: notes each person, deal or act that is drawn under the subject of another message. */
function watchStrangers(): void {
  const seen: string[] = Object.assign(window, { strangers: [] as string[] }).strangers;
  const look = () => {
    const subject = document.querySelector("main .page > h1.unseen")?.textContent ?? "", shown = document.querySelector("main .page")?.textContent ?? "";
    const names = new Set(shown.match(/Nora Quill[a-j]+z|Camille Gagnon/g)), own = /for (.+)$/.exec(subject)?.[1];
    if (own) for (const name of names) if (name !== own) seen.push(`${name} under “${subject}”`);
  };
  document.addEventListener("DOMContentLoaded", () => new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true }));
}
const watched = new WeakSet<Stage>();

/** From an opened mail to a saved lead and to a mail that is logged with its file, and no person of another mail is ever to be seen; last, Outlook's colours change. */
export const reading: Journey<Company> = async ({ stage, service }, faults) => {
  if (!watched.has(stage)) await stage.context.addInitScript(watchStrangers);
  watched.add(stage);
  const n = next(), { stranger, customer, last } = await begin(stage, n, faults);
  const hear = async (pane: Frame) => { expect(await pane.evaluate(() => (window as unknown as { strangers: string[] }).strangers.splice(0))).toEqual([]); };
  const loggedOn = async (key: string) => (await service.as("rep").known({ internetMessageId: `<${key}.${n}@mail.example>`, from: { name: "", address: "" }, to: [], cc: [] })).logged.map(({ on }) => on.type);
  let pane = await paneOpened(stage, faults);
  await button(pane, /^Log to Radar roll-out/).waitFor();
  await hear(pane);
  pane = await goTo(stage, stranger, faults);
  await button(pane, "Create lead").first().click();
  const company = pane.getByLabel("Company");
  if (!await company.inputValue()) await company.fill(`${last} Works`);
  await button(pane, "Save lead").click();
  await pane.locator(".truth", { hasText: "Lead created" }).waitFor();
  const { records } = await service.as("rep").list("lead", { lastName: last.toLowerCase() });
  expect(records.map(({ email }) => email)).toEqual([`nora@${last.toLowerCase()}.example`]);
  await hear(pane);
  pane = await goTo(stage, customer, faults);
  if (faults.silent.includes("getAttachmentContent")) await logWithFile(stage, pane);
  else await button(pane, /^Log to Radar roll-out/).click();
  await pane.getByText(/Logged by you/).waitFor();
  await hear(pane);
  expect([await loggedOn("s"), await loggedOn("c")]).toEqual([["lead"], ["opportunity"]]);
  await followColours(stage, pane, faults);
};

/** Two messages that nobody has seen yet, one of a stranger and one of a customer, lie in the mailbox; the pane opens beside the second. */
async function begin(stage: Stage, n: number, faults: Faults): Promise<{ stranger: string; customer: string; last: string }> {
  const last = `Quill${[...String(n)].map(digit => "abcdefghij"[Number(digit)]).join("")}z`, stranger = `Enquiry for Nora ${last}`, customer = `Levels ${n} for ${camille.name}`;
  await stage.page.evaluate(([wrong, n, name, one, other, camille]) => {
    const { desk, faults } = window.outlook, like = desk.messages.find(message => message.conversationId && message.itemClass === "IPM.Note")!;
    const mail = (key: string, subject: string, from: { name: string; address: string }, html: string) => {
      const internetMessageId = `<${key}.${n}@mail.example>`;
      return { ...like, id: `AAMk${key}${n}`, internetMessageId, conversationId: `AAQk${key}${n}`, subject, from, to: [desk.me], cc: [], attachments: [], unread: true, categories: [], notices: [], properties: {}, headers: { "Message-ID": internetMessageId }, sentAt: new Date(), html };
    };
    const cc = Array.from({ length: 24 }, (_, nth) => ({ name: `Colleague ${nth}`, address: `colleague${nth}@kestrelbaywater.example` }));
    window.outlook.closePane();
    desk.messages.splice(0, desk.messages.findIndex(({ id }) => !/^AAMk[scw]\d/.test(id)), mail("s", one, { name: `Nora ${name}`, address: `nora@${name.toLowerCase()}.example` }, `<p>Dear Robin,</p><p>please quote twelve flow meters.</p><p>Nora ${name}<br>Buyer<br>${name} Works Ltd</p>`),
      { ...mail("c", other, camille, "<p>Robin, the board meets on Monday.</p>"), cc: wrong.recipientsShown < 500 ? cc : [], attachments: [{ id: `file${n}`, name: "Agenda.pdf", contentType: "application/pdf", size: 15, inline: false, base64: btoa("%PDF-1.4\n%%EOF\n") }] });
    Object.assign(faults, wrong);
    desk.openFolder("inbox");
    desk.select(desk.messages[1]);
    window.outlook.openPane();
  }, [faults, n, last, stranger, customer, camille] as const);
  return { stranger, customer, last };
}

/** Goes to a message in Outlook and comes to the pane as a rep does who wants to work there: where Outlook's library has missed it, the pane is opened anew. */
async function goTo(stage: Stage, subject: string, faults: Faults): Promise<Frame> {
  await stage.select(subject);
  const blind = faults.itemChanged === "missing" && "getAllInternetHeaders" in faults.errors && "body.get" in faults.errors; // then nothing tells the pane
  if (faults.frozen || blind) await stage.page.evaluate(() => { window.outlook.closePane(); window.outlook.openPane(); });
  const pane = await stage.pane();
  const about = pane.locator("main h1", { hasText: subject }), behind = pane.locator(".other", { hasText: "Outlook shows another message" });
  await stage.page.mouse.move(5, 5);
  await (await stage.page.$(".workspace:not([hidden]) iframe.addin.pane"))!.hover({ position: { x: 40, y: 300 } });
  await about.or(behind).first().waitFor({ state: "attached" });
  if (await behind.count()) { await behind.getByRole("button", { name: "Show" }).click(); await about.waitFor({ state: "attached" }); }
  return pane;
}

/** Takes the file of the mail along, which Outlook never hands out: that is said in the end, and without the file it goes. */
async function logWithFile(stage: Stage, pane: Frame): Promise<void> {
  await button(pane, "Log to…").click();
  const file = pane.locator("label", { hasText: /^Agenda\.pdf/ });
  await file.click();
  await button(pane, /^Radar roll-out/).first().click();
  await leapTo(stage, pane.getByRole("alert"), 60_000);
  await file.click();
  await button(pane, /^Radar roll-out/).first().click();
}

/** Outlook goes dark and light again; where it tells of the colours before, the rep has a choice of their own. */
async function followColours(stage: Stage, pane: Frame, faults: Faults): Promise<void> {
  const paint = (theme: "light" | "dark") => stage.page.evaluate(wanted => window.outlook.paint(wanted), theme), drawn = (look: string) => pane.locator(`html[data-look=${look}]`).waitFor({ state: "attached" });
  await paint("dark");
  if (!faults.themeBehind) await drawn("dark");
  await paint("light");
  if (faults.themeBehind) {
    await drawn("dark");
    await button(pane, "Menu").click();
    await pane.getByRole("menuitem", { name: "Settings" }).click();
    await pane.getByRole("radio", { name: "Light" }).check();
  }
  await drawn("light");
  await pane.evaluate(() => { localStorage.removeItem("dealwright.look"); });
}
