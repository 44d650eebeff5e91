import { addFiles, drawDraft } from "./composing.ts";
import { h, icon } from "./dom.ts";
import type { Faults } from "./faults.ts";
import type { AddinPage, Frames } from "./frames.ts";
import { isDraft, type Desk, type Draft, type Item } from "./items.ts";
import type { Button, Declared, Surface } from "./manifest.ts";
import { drawReading } from "./reading.ts";
import { saveChoices, type Choices } from "./settings.ts";
import { drawSide } from "./side.ts";
import type { Words } from "./words.ts";

export interface Given {
  desk: Desk; say: Words; choices: Choices; frames: Frames; declared: Declared; faults: Faults;
  /** Whether the add-in's pane stays open, by what is shown; Outlook remembers it for each. */
  pins: Record<Surface, boolean>;
  send(draft: Draft): void;
}
/** One place where an item is shown, with its ribbon and the add-in's pane beside it. */
export interface Workspace { element: HTMLElement; draw(what: string): void; follow(): void; openPane(): void; closePane(): void; busy(words: string): void; /** Puts the cursor where one would begin to write. */ focus(): void; remove(): void }

export const surfaceOf = (item: Item | undefined): Surface => isDraft(item) ? item.meeting ? "AppointmentOrganizer" : "MessageCompose" : item?.itemClass === "IPM.Appointment" ? "AppointmentAttendee" : "MessageRead";

/** Shows whatever `item` gives, now and after each change. */
export function openWorkspace(given: Given, item: () => Item | undefined): Workspace {
  const { desk, say, choices, frames, declared, faults, pins } = given;
  const ribbon = h("div", { class: "ribbon", role: "toolbar", "aria-label": say.ribbon }), line = h("p", { class: "busy", role: "status", hidden: true }), body = h("div", { class: "reading", role: "region", "aria-label": say.reading, tabindex: 0 });
  const functions = h("div", { hidden: true });
  const side = drawSide({ say, title: declared.name, icon: declared.buttons.MessageRead[0]?.icon, width: choices.width, onclose: () => closePane(), onwidth: width => { choices.width = width; saveChoices(choices, sessionStorage); } });
  const element = h("div", { class: "workspace" }, h("main", { class: "centre", "aria-label": say.mail }, ribbon, line, body, functions), side.element);
  let page: AddinPage | undefined, form: ReturnType<typeof drawDraft> | undefined, shown: Item | undefined, surface = surfaceOf(item());

  const paneButton = () => declared.buttons[surface].find(one => !one.run);
  function openPane(): void {
    if (page) return;
    const button = paneButton();
    if (!button) return;
    pins[surface] = button.pinned ?? false;
    side.element.hidden = false;
    side.pinnable(button.pinned ?? false);
    page = frames.open(choices.pane ?? (choices.door === "demo" ? "/demo.html" : button.pane ?? "/taskpane.html"), { kind: "pane", title: declared.name, place: side.body, item, onClose: () => { page = undefined; closePane(); } });
    drawRibbon();
  }
  /** As the rep does it, who then does not want it the next time. */
  function closePane(): void { pins[surface] = false; leave(); }
  function leave(): void {
    const had = page;
    page = undefined;
    had?.close();
    side.element.hidden = true;
    drawRibbon();
    if (had && document.activeElement === document.body) ribbon.querySelector<HTMLElement>(".addin-button")?.focus();
  }
  /** A pinned pane goes with the message; from reading to writing it does so only in some Outlooks, in the others one closes and another opens; on meetings it cannot be pinned. */
  function follow(): void {
    const before = surface;
    surface = surfaceOf(item());
    const kept = page && side.pinned() && paneButton()?.pinned && (before === surface || faults.writesInPlace);
    if (kept) page!.tellItem(); else { if (page) leave(); if (pins[surface]) openPane(); }
    draw("item");
  }

  function drawRibbon(): void {
    const now = item();
    ribbon.replaceChildren(...isDraft(now) ? writing(now) : reading(now), h("span", { class: "rule" }), ...declared.buttons[surface].map(addinButton));
  }
  const command = (name: "reply" | "replyAll" | "forward" | "archive" | "remove" | "send" | "attach" | "keep" | "discard", picture: Parameters<typeof icon>[0], run?: () => void) =>
    h("button", { class: `command ${name}`, "aria-label": say[name], title: say[name], disabled: !run, onclick: run }, icon(picture), h("span", {}, say[name]));
  const reading = (now: Item | undefined) => {
    const answer = (kind: "reply" | "replyAll" | "forward") => now && !isDraft(now) ? () => { desk.answer(now, kind); } : undefined;
    return [command("remove", "remove"), command("archive", "archive"), command("reply", "reply", answer("reply")), command("replyAll", "replyAll", answer("replyAll")), command("forward", "forward", answer("forward"))];
  };
  const writing = (draft: Draft) => {
    const chosen = h("input", { type: "file", multiple: true, hidden: true, onchange: () => { void addFiles(draft, [...chosen.files ?? []], desk); } });
    return [h("button", { class: "send", onclick: () => given.send(draft) }, icon("send"), h("span", {}, say.send)), command("attach", "clip", () => chosen.click()), chosen, command("keep", "save", () => desk.shut(draft, true)), command("discard", "remove", () => desk.shut(draft, false))];
  };
  function addinButton(button: Button): HTMLElement {
    const run = () => {
      if (!button.run) { if (page) closePane(); else openPane(); return; }
      const path = choices.functions ?? (choices.door === "demo" && !choices.pane ? "/demo-commands.html" : undefined);
      if (!path) return;
      const place = functions.appendChild(h("div", {})), opened = frames.open(path, { kind: "commands", title: button.label, place, item });
      pressed.disabled = true;
      void opened.run(button.run, { source: { id: button.id } }).finally(() => { opened.close(); place.remove(); pressed.disabled = false; });
    };
    const pressed = h("button", { class: button.run ? "command addin-function" : "command addin-button", title: button.tip, ...!button.run && { "aria-pressed": String(page !== undefined) }, onclick: run }, picture(button.icon), h("span", {}, button.label));
    return pressed;
  }

  function draw(what: string): void {
    const now = item();
    if (now !== shown || what === "item") { shown = now; form = isDraft(now) ? drawDraft(now, desk, say) : undefined; if (form) body.replaceChildren(form.element); drawRibbon(); }
    if (isDraft(now)) form?.changed(what); else drawReading(body, now, desk.several.length, say, choices.language);
  }
  draw("item");
  if (pins[surface]) openPane();
  return { element, draw, follow, openPane, closePane, busy: words => { line.textContent = words; line.hidden = !words; ribbon.inert = body.inert = Boolean(words); }, focus: () => form?.focus(), remove: () => { page?.close(); element.remove(); } };
}

function picture(address: string | undefined): Node {
  if (!address) return icon("addin");
  const image = h("img", { src: address, alt: "", width: 20, height: 20, onerror: () => image.replaceWith(icon("addin")) });
  return image;
}
