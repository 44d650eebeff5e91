import { h, icon } from "./dom.ts";
import { masterCategories, textOf, type Desk, type Message } from "./items.ts";
import type { Words } from "./words.ts";

/** The message list: a listbox of one tab stop, moved through with the arrow keys, Home and End. */
export function drawList(into: HTMLElement, desk: Desk, say: Words, language: string): void {
  const had = into.contains(document.activeElement), scrolled = into.querySelector("[role=listbox]")?.scrollTop ?? 0;
  const stop = desk.selected ?? desk.messages[0];
  const rows = desk.messages.map(message => drawRow(message, message === desk.selected, message === stop, say, language));
  const go = (to: number) => { const message = desk.messages[Math.min(desk.messages.length - 1, Math.max(0, to))]; desk.select(message); into.querySelector<HTMLElement>("[aria-selected=true]")?.focus(); };
  const box = h("div", { class: "rows", role: "listbox", "aria-label": say.inbox, onkeydown: (event: KeyboardEvent) => {
    const now = desk.messages.findIndex(one => one.id === (document.activeElement as HTMLElement | null)?.dataset["id"]);
    const to = { ArrowDown: now + (desk.selected ? 1 : 0), ArrowUp: now - 1, Home: 0, End: desk.messages.length - 1, Enter: now, " ": now }[event.key];
    if (to === undefined || now < 0) return;
    event.preventDefault();
    go(to);
  } }, ...grouped(desk.messages, rows, say));
  rows.forEach((row, at) => row.addEventListener("click", () => { desk.select(desk.messages[at]); into.querySelector<HTMLElement>("[aria-selected=true]")?.focus(); }));
  into.replaceChildren(h("div", { class: "list-title" }, h("h2", {}, say.inbox), h("span", { class: "tab" }, say.focused)), box);
  box.scrollTop = scrolled;
  if (had) (into.querySelector<HTMLElement>("[aria-selected=true]") ?? into.querySelector<HTMLElement>("[role=option]"))?.focus({ preventScroll: true });
}

function grouped(messages: Message[], rows: HTMLElement[], say: Words): HTMLElement[] {
  const midnight = new Date().setHours(0, 0, 0, 0);
  const groupOf = ({ sentAt }: Message) => sentAt.getTime() >= midnight ? say.today : sentAt.getTime() >= midnight - 86_400_000 ? say.yesterday : say.earlier;
  return [say.today, say.yesterday, say.earlier].flatMap(name => {
    const inside = rows.filter((_, at) => groupOf(messages[at]!) === name);
    return inside.length ? [h("div", { role: "group", "aria-label": name }, h("div", { class: "day", "aria-hidden": "true" }, name), ...inside)] : [];
  });
}

function drawRow(message: Message, selected: boolean, stop: boolean, say: Words, language: string): HTMLElement {
  return h("div", { role: "option", class: message.unread ? "row unread" : "row", "aria-selected": String(selected), tabindex: stop ? 0 : -1, "data-id": message.id },
    avatar(message.from.name || message.from.address),
    h("div", { class: "row-words" },
      h("div", { class: "line" }, h("span", { class: "who", dir: "auto" }, message.from.name || message.from.address), message.attachments.some(one => !one.inline) && h("span", { class: "clip", role: "img", "aria-label": say.attached }, icon("clip"))),
      h("div", { class: "line" }, h("span", { class: "subject", dir: "auto" }, message.subject), h("time", { datetime: message.sentAt.toISOString() }, shortTime(message.sentAt, language))),
      h("div", { class: "preview", dir: "auto" }, textOf(message.html).replace(/\s+/g, " ").slice(0, 120)),
      message.categories.length > 0 && drawCategories(message)),
    message.unread && h("span", { class: "dot", role: "img", "aria-label": say.unread }));
}

/** The coloured names on a message. */
export const drawCategories = ({ categories }: Message): HTMLElement => h("div", { class: "categories" }, ...categories.map(name => {
  const chip = h("span", { class: "category" }, name);
  chip.style.setProperty("--colour", masterCategories.find(one => one.name === name)?.css ?? "#666");
  return chip;
}));

/** Somebody's initials on a colour of their own. */
export function avatar(name: string): HTMLElement {
  const parts = name.replace(/@.*/, "").split(/[\s.\-_]+/).filter(Boolean);
  const initials = /^[\u3400-\u9fff]/.test(name) ? name.slice(-2) : `${parts[0]?.[0] ?? ""}${parts.length > 1 ? parts.at(-1)![0] : ""}`.toUpperCase();
  const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
  const disc = h("span", { class: "avatar", "aria-hidden": "true" }, initials);
  disc.style.setProperty("--hue", String(hue));
  return disc;
}

function shortTime(at: Date, language: string): string {
  const days = (new Date().setHours(0, 0, 0, 0) - at.getTime()) / 86_400_000;
  return at.toLocaleString(language, days <= 0 ? { hour: "2-digit", minute: "2-digit" } : days < 6 ? { weekday: "short", hour: "2-digit", minute: "2-digit" } : { month: "short", day: "numeric" });
}
