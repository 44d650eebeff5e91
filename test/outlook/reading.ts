import { h, icon } from "./dom.ts";
import type { Desk, Enclosure, Message, Party } from "./items.ts";
import { drawBody } from "./letter.ts";
import { avatar, drawCategories } from "./list.ts";
import type { Words } from "./words.ts";

/** The reading pane: one message, or that there is none. */
export function drawReading(into: HTMLElement, desk: Desk, say: Words, language: string): void {
  const message = desk.selected, same = into.dataset["id"] === (message?.id ?? ""), scrolled = same ? into.scrollTop : 0;
  into.dataset["id"] = message?.id ?? "";
  into.replaceChildren(message ? drawMessage(message, say, language) : h("div", { class: "nothing" }, icon("mail"), h("h2", {}, say.noneTitle), h("p", {}, say.noneText)));
  into.scrollTop = scrolled;
}

function drawMessage(message: Message, say: Words, language: string): HTMLElement {
  const files = message.attachments.filter(one => !one.inline);
  return h("article", {},
    h("div", { class: "subject-line" }, h("h2", { dir: "auto" }, message.subject), drawCategories(message)),
    ...message.notices.map(({ key, kind, text }) => h("div", { class: `notice ${kind}`, role: "status", "data-key": key }, icon("addin"), h("span", { dir: "auto" }, text))),
    h("div", { class: "card" },
      h("div", { class: "head" }, avatar(message.from.name || message.from.address),
        h("div", { class: "head-words" },
          h("div", { class: "who", dir: "auto" }, message.from.name || message.from.address, message.from.name ? h("span", { class: "address" }, ` <${message.from.address}>`) : undefined),
          recipients(say.to, message.to), message.cc.length ? recipients(say.cc, message.cc) : undefined),
        h("time", { datetime: message.sentAt.toISOString() }, message.sentAt.toLocaleString(language, { weekday: "short", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" }))),
      files.length ? h("ul", { class: "files", "aria-label": say.attachments }, ...files.map(drawFile)) : undefined,
      h("div", { class: "letter", dir: "auto" }, drawBody(message))));
}

const recipients = (label: string, parties: Party[]) => h("div", { class: "recipients" }, h("span", { class: "label" }, `${label}: `), h("span", { dir: "auto" }, parties.map(one => one.name || one.address).join("; ")));
const drawFile = ({ name, size, contentType, base64 }: Enclosure) => h("li", {}, h("a", { download: name, href: `data:${contentType};base64,${base64}` }, icon("clip"), h("span", { class: "file-name" }, name), h("span", { class: "size" }, size < 1024 ? `${size} B` : `${Math.round(size / 1024)} KB`)));

/** The latest draft that somebody opened, in its own small window; nothing is ever sent from here. */
export function drawDraft(into: HTMLElement, desk: Desk, say: Words): void {
  const draft = desk.drafts.at(-1);
  if (!draft) return;
  const shut = () => into.replaceChildren();
  const answered = draft.kind === "reply" ? desk.selected : undefined;
  into.replaceChildren(h("section", { class: "draft", "aria-label": draft.kind === "reply" ? say.replyDraft : say.draft },
    h("div", { class: "recipients" }, h("span", { class: "label" }, `${say.to}: `), answered ? answered.from.name || answered.from.address : draft.to.join("; ")),
    h("div", { class: "draft-subject", dir: "auto" }, answered ? `Re: ${answered.subject.replace(/^re: /i, "")}` : draft.subject),
    h("div", { class: "letter", contenteditable: "true", role: "textbox", "aria-multiline": "true", "aria-label": draft.kind === "reply" ? say.replyDraft : say.draft }, drawBody({ html: draft.html, attachments: [] })),
    h("div", { class: "draft-acts" }, h("button", { class: "send", onclick: shut }, say.send), h("button", { class: "quiet", onclick: shut }, say.discard))));
}
