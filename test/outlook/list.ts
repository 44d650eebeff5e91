import { h, icon } from "./dom.ts";
import { isDraft, masterCategories, textOf, type Desk, type Item } from "./items.ts";
import type { Words } from "./words.ts";

/** The list of a folder: a listbox of one tab stop, moved through with the arrow keys, Home and End. */
export function drawList(into: HTMLElement, desk: Desk, say: Words, language: string): void {
  const had = into.contains(document.activeElement), scrolled = into.querySelector("[role=listbox]")?.scrollTop ?? 0, items = desk.listed;
  const on: Item | undefined = desk.front && items.includes(desk.front) ? desk.front : desk.selected, stop = on && items.includes(on) ? on : items[0];
  const rows = items.map(item => {
    const row = rowOf(item, say, language);
    row.setAttribute("aria-selected", String(item === on || (!isDraft(item) && desk.several.includes(item))));
    row.tabIndex = item === stop ? 0 : -1;
    row.onclick = event => { if ((event.ctrlKey || event.metaKey) && !isDraft(item)) desk.also(item); else desk.select(item); into.querySelector<HTMLElement>("[aria-selected=true]")?.focus(); };
    return row;
  });
  const go = (to: number) => { desk.select(items[Math.min(items.length - 1, Math.max(0, to))]); into.querySelector<HTMLElement>("[aria-selected=true]")?.focus(); };
  const box = h("div", { class: "rows", role: "listbox", "aria-multiselectable": "true", "aria-label": say[desk.folder], onkeydown: (event: KeyboardEvent) => {
    const now = items.findIndex(one => one.id === (document.activeElement as HTMLElement | null)?.dataset["id"]);
    const to = { ArrowDown: now + (desk.selected ? 1 : 0), ArrowUp: now - 1, Home: 0, End: items.length - 1, Enter: now, " ": now }[event.key];
    if (to === undefined || now < 0) return;
    event.preventDefault();
    const extended = items[to];
    if (event.shiftKey && extended && !isDraft(extended)) { desk.also(extended); into.querySelector<HTMLElement>(`[data-id="${CSS.escape(extended.id)}"]`)?.focus(); return; }
    go(to);
  } }, ...grouped(items, rows, say));
  into.replaceChildren(h("div", { class: "list-title" }, h("h2", {}, say[desk.folder]), desk.folder === "inbox" && h("span", { class: "tab" }, say.focused)), items.length ? box : h("p", { class: "none" }, say.empty));
  box.scrollTop = scrolled;
  if (had) (into.querySelector<HTMLElement>("[aria-selected=true]") ?? into.querySelector<HTMLElement>("[role=option]"))?.focus({ preventScroll: true });
}

/** When an item is: a meeting's beginning, a message's sending, a draft's last change. */
const timeOf = (item: Item): Date => item.meeting ? new Date(item.meeting.start) : isDraft(item) ? item.at : item.sentAt;
function grouped(items: Item[], rows: HTMLElement[], say: Words): HTMLElement[] {
  const midnight = new Date().setHours(0, 0, 0, 0), day = 86_400_000;
  const groupOf = (item: Item) => { const days = Math.floor((timeOf(item).getTime() - midnight) / day); return days > 1 ? say.later : days === 1 ? say.tomorrow : days === 0 ? say.today : days === -1 ? say.yesterday : say.earlier; };
  return [...new Set(items.map(groupOf))].map(name => h("div", { role: "group", "aria-label": name }, h("div", { class: "day", "aria-hidden": "true" }, name), ...rows.filter((_, at) => groupOf(items[at]!) === name)));
}

const drawn = new WeakMap<Item, { of: string; row: HTMLElement }>();
/** The row as it was drawn before, unless something that it shows has changed: a click in a long list is to cost no more than in a short one. */
function rowOf(item: Item, say: Words, language: string): HTMLElement {
  const files = isDraft(item) ? item.files : item.attachments, of = [item.id, language, timeOf(item).getTime(), new Date().getDate(), !isDraft(item) && item.unread, item.subject, item.meeting?.location, item.categories.join(), files.filter(one => !one.inline).length, isDraft(item) || item.from.address, item.to.map(one => one.address).join(), item.html].join("\n");
  const was = drawn.get(item);
  if (was?.of === of) return was.row;
  const row = drawRow(item, say, language);
  drawn.set(item, { of, row });
  return row;
}

function drawRow(item: Item, say: Words, language: string): HTMLElement {
  const unread = !isDraft(item) && item.unread, files = isDraft(item) ? item.files : item.attachments, others = isDraft(item) || item.id.startsWith("AAMkASent"), some = others ? item.to : [item.from];
  const who = some.map(one => one.name || one.address).join("; ") || (item.meeting ? say.newMeeting : say.draft);
  return h("div", { role: "option", class: unread ? "row unread" : "row", "data-id": item.id },
    avatar(who),
    h("div", { class: "row-words" },
      h("div", { class: "line" }, h("span", { class: "who", dir: "auto" }, who), files.some(one => !one.inline) && h("span", { class: "clip", role: "img", "aria-label": say.attached }, icon("clip"))),
      h("div", { class: "line" }, h("span", { class: "subject", dir: "auto" }, item.subject || say.noTitle), h("time", { datetime: timeOf(item).toISOString() }, shortTime(timeOf(item), language))),
      h("div", { class: "preview", dir: "auto" }, item.meeting?.location || textOf(item.html).replace(/\s+/g, " ").slice(0, 120)),
      item.categories.length > 0 && drawCategories(item)),
    unread && h("span", { class: "dot", role: "img", "aria-label": say.unread }));
}

/** The coloured names on a message. */
export const drawCategories = ({ categories }: Pick<Item, "categories">): HTMLElement => h("div", { class: "categories" }, ...categories.map(name => {
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
  return at.toLocaleString(language, days <= 0 && days > -1 ? { hour: "2-digit", minute: "2-digit" } : Math.abs(days) < 6 ? { weekday: "short", hour: "2-digit", minute: "2-digit" } : { month: "short", day: "numeric" });
}
