import { people } from "./cast.ts";
import { signatureOf } from "./letters.ts";
import { h, icon } from "./dom.ts";
import { LaunchEvents } from "./events.ts";
import { noFaults, type Faults } from "./faults.ts";
import { demoFrames, officeFrames } from "./frames.ts";
import { OfficeHost } from "./host.ts";
import { Desk, folders, isDraft, type Draft, type Folder, type Item } from "./items.ts";
import { drawList } from "./list.ts";
import { readManifest } from "./manifest.ts";
import { sampleCalendar, sampleMailbox } from "./messages.ts";
import { addressWithout, type Choices, drawSettings, readChoices, saveChoices } from "./settings.ts";
import { words } from "./words.ts";
import { openWorkspace, type Workspace } from "./workspace.ts";

/** What tests and a curious developer reach through `window.outlook`. */
export interface OutlookPage {
  desk: Desk; faults: Faults; choices: Choices; events: LaunchEvents;
  /** Microsoft's protocol, where the page runs with it. */
  office?: OfficeHost;
  select(id: string | undefined): void;
  openPane(): void; closePane(): void;
  paint(theme: "light" | "dark"): void;
}
declare global { interface Window { outlook: OutlookPage } }

const choices = readChoices(location.search, sessionStorage);
const say = words[choices.language];
const player = people.find(one => one.demo === choices.as)!, me = { name: player.shown, address: player.address };
const desk = new Desk(sampleMailbox(), me, signatureOf(player));
desk.calendar = sampleCalendar(desk);
const faults = { ...noFaults(), ...choices.faults };
desk.selected = choices.item === "none" ? undefined : [...desk.messages, ...desk.calendar].find((one): one is Exclude<Item, Draft> => !isDraft(one) && (one.id === choices.item || one.subject === choices.item)) ?? desk.messages[0];
if (desk.selected) desk.selected.unread = false;
if (desk.selected?.itemClass === "IPM.Appointment") desk.folder = "calendar";
const declared = await readManifest(choices.language);
declared.functions = choices.functions ?? (choices.door === "demo" && !choices.pane ? declared.functions && "/demo-commands.html" : undefined);

const office = choices.door === "office" ? new OfficeHost(desk, {
  language: choices.language, user: me, addinId: declared.id, addinName: declared.name, permission: declared.permission, house: "lindenfeld.example",
  requirements: { Mailbox: choices.mailbox, DialogApi: "1.2", NestedAppAuth: "1.1" },
}, faults) : undefined;
const frames = office ? officeFrames(office) : demoFrames(desk, { me, user: choices.as, language: choices.language, dark: choices.theme === "dark" }, faults);
const given = { desk, say, choices, frames, declared, faults, send: (draft: Draft) => void send(draft), pins: { MessageRead: choices.open, MessageCompose: choices.open, AppointmentOrganizer: false, AppointmentAttendee: false } };
const hidden = h("div", { class: "launch", hidden: true }), list = h("section", { class: "list", "aria-label": say.list }), bar = h("nav", { class: "folders", "aria-label": say.folders }), tabs = h("nav", { class: "tabs", "aria-label": say.windows }), stack = h("div", { class: "stack" });
const events = new LaunchEvents({ desk, frames, declared, faults, place: hidden });

/** The reading pane's place, and one for each window. */
const inPlace = () => faults.writesInPlace ? desk.front : undefined;
const main = openWorkspace(given, () => inPlace() ?? desk.selected), windows = new Map<Draft, Workspace>();
const placeOf = (item: Item | undefined): Workspace => isDraft(item) ? windows.get(item) ?? main : main;
stack.append(main.element);

desk.onChange((what, item) => {
  if (what === "selection") main.follow();
  if (what === "windows") arrange();
  if (what === "selection" || what === "several" || what === "windows" || what === "folder" || what === "message") { drawList(list, desk, say, choices.language); drawFolders(); }
  if (what === "several") main.draw(what);
  if (what !== "selection" && what !== "several" && what !== "windows" && what !== "folder") placeOf(item).draw(what);
});

/** Opens and shuts windows as the desk has them, and shows the one in front. */
function arrange(): void {
  for (const [draft, place] of windows) if (!desk.windows.includes(draft)) { place.remove(); windows.delete(draft); }
  if (faults.writesInPlace) main.follow();
  else for (const draft of desk.windows) if (!windows.has(draft)) { const place = openWorkspace(given, () => draft); windows.set(draft, place); stack.append(place.element); place.focus(); }
  const front = placeOf(desk.front);
  for (const place of [main, ...windows.values()]) place.element.hidden = place !== front;
  tabs.hidden = !desk.windows.length;
  const tab = (draft: Draft | undefined, title: string) => h("button", { class: "tab-window", "aria-pressed": String(desk.front === draft), onclick: () => desk.bring(draft) }, icon(draft ? draft.meeting ? "calendar" : "draft" : desk.folder === "calendar" ? "calendar" : "mail"), h("bdi", {}, title));
  tabs.replaceChildren(tab(undefined, say[desk.folder]), ...desk.windows.map(draft => tab(draft, draft.subject || (draft.meeting ? say.newMeeting : say.draft))));
}

/** Asks the add-in, lets the rep decide where it has something to say, and sends. */
async function send(draft: Draft): Promise<void> {
  const place = placeOf(draft);
  (document.activeElement as HTMLElement | null)?.blur();
  place.busy(say.checking(declared.name));
  const verdict = await events.ask(draft, () => place.busy(say.working(declared.name)));
  place.busy("");
  if (verdict.may) { desk.send(draft); return; }
  const dialog = h("dialog", { class: "alert", "aria-labelledby": "alert-title" }, h("h2", { id: "alert-title" }, declared.name), h("p", { dir: "auto" }, verdict.late ? say.late(declared.name) : verdict.message),
    h("form", { method: "dialog" }, h("button", { class: "send", value: "stay", autofocus: true }, say.dontSend), h("button", { class: "plain", value: "send" }, say.sendAnyway)));
  dialog.addEventListener("close", () => { const { returnValue } = dialog; dialog.remove(); if (returnValue === "send") desk.send(draft); });
  document.body.append(dialog);
  dialog.showModal();
}

function paint(theme: "light" | "dark"): void {
  choices.theme = theme;
  document.documentElement.dataset["theme"] = theme;
  saveChoices(choices, sessionStorage);
  frames.paint(theme);
}
function drawFolders(): void {
  const shapes = { inbox: "mail", drafts: "draft", sent: "sent", calendar: "calendar" } as const;
  const count = (name: Folder) => name === "inbox" ? desk.messages.filter(one => one.unread).length : name === "drafts" ? desk.drafts.filter(one => one.saved && !one.meeting).length : 0;
  const inCalendar = desk.folder === "calendar";
  bar.replaceChildren(h("button", { class: "send new", onclick: () => { if (inCalendar) newMeeting(); else desk.write({}); } }, icon("add"), h("span", {}, inCalendar ? say.newMeeting : say.newMail)),
    ...folders.map(name => h("button", { class: desk.folder === name ? "folder on" : "folder", "aria-current": desk.folder === name ? "page" : undefined, onclick: () => desk.openFolder(name) }, icon(shapes[name]), h("span", {}, say[name]), count(name) > 0 && h("span", { class: "count" }, String(count(name))))));
}
function newMeeting(): void {
  const start = new Date(Math.ceil(Date.now() / 1_800_000) * 1_800_000);
  desk.write({ meeting: { start: start.toISOString(), end: new Date(start.getTime() + 1_800_000).toISOString(), location: "" } });
}

document.documentElement.lang = choices.language;
document.body.append(
  h("header", { class: "bar" }, h("span", { class: "waffle", "aria-hidden": "true" }), h("h1", {}, "Outlook"), h("span", { class: "note" }, say.simulated), drawSettings(choices, say, { paint, go })),
  h("div", { class: "desk" }, bar, list, h("div", { class: "field-of-work" }, stack, tabs)), hidden);
document.addEventListener("keydown", event => { if (event.key === "Escape" && !desk.front && !(event.target instanceof HTMLSelectElement)) desk.select(undefined); });
list.addEventListener("click", event => { if (!(event.target as Element).closest("[role=option]")) desk.select(undefined); });
drawFolders();
drawList(list, desk, say, choices.language);
arrange();
paint(choices.theme);

/** A language or another person is another Outlook: the page begins anew. */
function go(): void { saveChoices(choices, sessionStorage); const next = addressWithout(location.href); if (next === location.href) location.reload(); else location.replace(next); }

window.outlook = { desk, faults, choices, events, office, openPane: () => placeOf(desk.front).openPane(), closePane: () => placeOf(desk.front).closePane(), paint, select: id => desk.select(desk.messages.find(one => one.id === id)) };
document.documentElement.dataset["ready"] = "yes";
