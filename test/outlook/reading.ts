import { h, icon } from "./dom.ts";
import type { Enclosure, Message, Notice, Party } from "./items.ts";
import { drawBody } from "./letter.ts";
import { avatar, drawCategories } from "./list.ts";
import type { Words } from "./words.ts";

/** The reading pane: one message, how many are selected, or that none is. */
export function drawReading(into: HTMLElement, message: Message | undefined, several: number, say: Words, language: string): void {
  const same = into.dataset["id"] === (message?.id ?? ""), scrolled = same ? into.scrollTop : 0;
  into.dataset["id"] = message?.id ?? "";
  into.replaceChildren(message ? drawMessage(message, say, language) : h("div", { class: "nothing" }, icon("mail"), ...several ? [h("h2", {}, say.severalTitle(several))] : [h("h2", {}, say.noneTitle), h("p", {}, say.noneText)]));
  into.scrollTop = scrolled;
}

function drawMessage(message: Message, say: Words, language: string): HTMLElement {
  const files = message.attachments.filter(one => !one.inline);
  return h("article", {},
    h("div", { class: "subject-line" }, h("h2", { dir: "auto" }, message.subject), drawCategories(message)),
    ...message.notices.map(drawNotice),
    h("div", { class: "card" },
      h("div", { class: "head" }, avatar(message.from.name || message.from.address),
        h("div", { class: "head-words" },
          h("div", { class: "who", dir: "auto" }, message.from.name || message.from.address, message.from.name ? h("span", { class: "address" }, ` <${message.from.address}>`) : undefined),
          recipients(say.to, message.to), message.cc.length ? recipients(say.cc, message.cc) : undefined),
        h("time", { datetime: message.sentAt.toISOString() }, message.sentAt.toLocaleString(language, { weekday: "short", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" }))),
      message.meeting && drawMeeting(message.meeting, say, language),
      files.length ? h("ul", { class: "files", "aria-label": say.attachments }, ...files.map(drawFile)) : undefined,
      h("div", { class: "letter", dir: "auto" }, drawBody(message))));
}

const recipients = (label: string, parties: Party[]) => h("div", { class: "recipients" }, h("span", { class: "label" }, `${label}: `), h("span", { dir: "auto" }, parties.map(one => one.name || one.address).join("; ")));
/** A line that an add-in put above an item. */
export const drawNotice = ({ key, kind, text }: Notice) => h("div", { class: `notice ${kind}`, role: "status", "data-key": key }, icon("addin"), h("span", { dir: "auto" }, text));
const drawMeeting = ({ start, end, location }: NonNullable<Message["meeting"]>, say: Words, language: string) => h("div", { class: "meeting" }, icon("calendar"),
  h("div", { class: "head-words" }, h("div", { class: "who" }, `${start.toLocaleString(language, { weekday: "long", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" })} – ${end.toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" })}`), h("div", { class: "recipients", dir: "auto" }, location)),
  h("button", { class: "plain", type: "button" }, say.accept), h("button", { class: "plain", type: "button" }, say.decline));
export const sizeIn = (size: number) => size < 1024 ? `${size} B` : size < 1024 ** 2 ? `${Math.round(size / 1024)} KB` : `${(size / 1024 ** 2).toFixed(1)} MB`;
const drawFile = ({ name, size, contentType, base64 }: Enclosure) => h("li", {}, h("a", { download: name, href: `data:${contentType};base64,${base64}` }, icon("clip"), h("span", { class: "file-name" }, name), h("span", { class: "size" }, sizeIn(size))));
