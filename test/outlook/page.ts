import { people } from "./cast.ts";
import { demoFrame, DemoDoor } from "./door.ts";
import { h, icon } from "./dom.ts";
import { noFaults, type Faults } from "./faults.ts";
import { OfficeHost } from "./host.ts";
import { Desk } from "./items.ts";
import { drawList } from "./list.ts";
import { readManifest } from "./manifest.ts";
import { sampleMailbox } from "./messages.ts";
import { drawDraft, drawReading } from "./reading.ts";
import { addressWithout, type Choices, drawSettings, readChoices, saveChoices } from "./settings.ts";
import { drawSide } from "./side.ts";
import { words } from "./words.ts";

/** What tests and a curious developer reach through `window.outlook`. */
export interface OutlookPage {
  desk: Desk; faults: Faults; choices: Choices;
  /** Microsoft's protocol, where the page runs with it. */
  office?: OfficeHost;
  select(id: string | undefined): void;
  openPane(): void; closePane(): void;
  paint(theme: "light" | "dark"): void;
}
declare global { interface Window { outlook: OutlookPage } }

const choices = readChoices(location.search, sessionStorage);
const say = words[choices.language];
const me = people.find(one => one.demo === choices.as)!;
const desk = new Desk(sampleMailbox());
const faults = { ...noFaults(), ...choices.faults };
desk.selected = choices.item === "none" ? undefined : desk.messages.find(one => one.id === choices.item || one.subject === choices.item) ?? desk.messages[0];
if (desk.selected) desk.selected.unread = false;
const manifest = await readManifest(choices.language);

const list = h("section", { class: "list", "aria-label": say.list });
const reading = h("div", { class: "reading", role: "region", "aria-label": say.reading, tabindex: 0 });
const pane = drawSide({ say, title: manifest.name, icon: manifest.icon, width: choices.width, onclose: () => closePane(), onwidth: width => { choices.width = width; saveChoices(choices, sessionStorage); } });
const button = h("button", { class: "command addin-button", "aria-pressed": "false", onclick: () => { if (pane.element.hidden) openPane(); else closePane(); } }, picture(), h("span", {}, manifest.button));

const office = choices.door === "office" ? new OfficeHost(desk, {
  language: choices.language, user: { name: me.shown, address: me.address }, addinId: manifest.id, addinName: manifest.name, permission: manifest.permission, house: "lindenfeld.example",
  requirements: { Mailbox: choices.mailbox, DialogApi: "1.2", NestedAppAuth: "1.1" },
}, faults, pane.body) : undefined;
let demo: DemoDoor | undefined;
let opened: { close(): void } | undefined;
if (office) office.onClose = () => { opened = undefined; closePane(); };

function openPane(): void {
  if (opened) return;
  pane.element.hidden = false;
  button.setAttribute("aria-pressed", "true");
  const address = new URL(choices.pane ?? (choices.door === "demo" ? "/demo.html" : manifest.pane ?? "/taskpane.html"), location.href);
  if (office) { const frame = office.open(address.href); opened = { close: () => office.close(frame) }; return; }
  address.searchParams.set("demo", choices.as);
  const frame = h("iframe", { class: "addin pane", title: manifest.name, src: address.href });
  demo = demoFrame(frame, send => new DemoDoor(desk, { me: { name: me.shown, address: me.address }, user: choices.as, language: choices.language, dark: choices.theme === "dark" }, faults, send));
  pane.body.append(frame);
  opened = { close: () => frame.remove() };
}
function closePane(): void {
  const one = opened;
  opened = undefined;
  one?.close();
  pane.element.hidden = true;
  button.setAttribute("aria-pressed", "false");
  if (document.activeElement === document.body) button.focus();
}
function paint(theme: "light" | "dark"): void {
  choices.theme = theme;
  document.documentElement.dataset["theme"] = theme;
  saveChoices(choices, sessionStorage);
  const colours = theme === "dark" ? { bodyBackgroundColor: 0x1f1f1f, bodyForegroundColor: 0xffffff, controlBackgroundColor: 0x292929, controlForegroundColor: 0xffffff } : { bodyBackgroundColor: 0xffffff, bodyForegroundColor: 0x242424, controlBackgroundColor: 0xf5f5f5, controlForegroundColor: 0x242424 };
  office?.paint(colours);
  demo?.paint(theme === "dark");
}
function picture(): Node {
  if (!manifest.icon) return icon("addin");
  const image = h("img", { src: manifest.icon, alt: "", width: 20, height: 20, onerror: () => image.replaceWith(icon("addin")) });
  return image;
}
function draw(): void {
  drawList(list, desk, say, choices.language);
  drawReading(reading, desk, say, choices.language);
}

document.documentElement.lang = choices.language;
const command = (name: "reply" | "replyAll" | "forward" | "archive" | "remove") => h("button", { class: `command ${name}`, "aria-label": say[name], title: say[name], disabled: name === "archive" || name === "remove", onclick: () => { if (desk.selected) desk.open({ kind: "reply", to: [], subject: "", html: "" }); } }, icon(name), h("span", {}, say[name]));
const drafts = h("div", { class: "drafts" });
desk.onChange(what => { if (what === "draft") drawDraft(drafts, desk, say); else draw(); });
document.body.append(
  h("header", { class: "bar" }, h("span", { class: "waffle", "aria-hidden": "true" }), h("h1", {}, "Outlook"), h("span", { class: "note" }, say.simulated), drawSettings(choices, say, { paint, go })),
  h("div", { class: "desk" },
    h("nav", { class: "folders", "aria-label": say.folders }, ...folder("mail", say.inbox, true), ...folder("draft", say.drafts), ...folder("sent", say.sent), ...folder("archive", say.archive)),
    list,
    h("main", { class: "centre", "aria-label": say.mail }, h("div", { class: "ribbon", role: "toolbar", "aria-label": say.ribbon }, command("remove"), command("archive"), command("reply"), command("replyAll"), command("forward"), h("span", { class: "rule" }), button), reading, drafts),
    pane.element));
document.addEventListener("keydown", event => { if (event.key === "Escape" && !(event.target instanceof HTMLSelectElement)) desk.select(undefined); });
list.addEventListener("click", event => { if (!(event.target as Element).closest("[role=option]")) desk.select(undefined); });
draw();
paint(choices.theme);
if (choices.open) openPane();

function folder(shape: "mail" | "draft" | "sent" | "archive", name: string, on = false): Node[] {
  return [h("span", { class: on ? "folder on" : "folder" }, icon(shape), h("span", {}, name), on && h("span", { class: "count" }, String(desk.messages.filter(one => one.unread).length)))];
}
/** A language or another person is another Outlook: the page begins anew. */
function go(): void { saveChoices(choices, sessionStorage); const next = addressWithout(location.href); if (next === location.href) location.reload(); else location.replace(next); }

window.outlook = { desk, faults, choices, office, openPane, closePane, paint, select: id => desk.select(desk.messages.find(one => one.id === id)) };
document.documentElement.dataset["ready"] = "yes";
