import { cursor } from "../../addin/office/paper.ts";
import { people } from "./cast.ts";
import { h, icon } from "./dom.ts";
import type { Desk, Draft, Party } from "./items.ts";
import { drawBody } from "./letter.ts";
import { avatar } from "./list.ts";
import { drawNotice, sizeIn } from "./reading.ts";
import type { Words } from "./words.ts";

/** The form in which a message or a meeting is written; it draws anew what others change, and leaves alone what is being typed. */
export function drawDraft(draft: Draft, desk: Desk, say: Words): { element: HTMLElement; changed(what: string): void; focus(): void } {
  const fields = draft.meeting ? [["to", say.required], ["cc", say.optional]] as const : [["to", say.to], ["cc", say.cc], ["bcc", say.bcc]] as const;
  const rows = fields.map(([name, label]) => peopleRow(draft, name, label, desk, say));
  const subject = h("input", { class: "draft-subject", "aria-label": draft.meeting ? say.title : say.subject, placeholder: draft.meeting ? say.title : say.subject, value: draft.subject, maxlength: 255, dir: "auto", oninput: () => { draft.subject = subject.value; } });
  const notices = h("div", {}), files = h("ul", { class: "files", "aria-label": say.attachments }), when = draft.meeting ? timesRow(draft, desk, say) : undefined;
  const editor = h("div", { class: "letter editor", contenteditable: "true", role: "textbox", "aria-multiline": "true", "aria-label": say.body, tabindex: 0, dir: "auto", oninput: () => keep(), onblur: () => { markCursor(editor); keep(); }, onfocus: () => unmark(editor) });
  const keep = () => { draft.html = editor.innerHTML; draft.at = new Date(); };
  const drawText = () => { if (document.activeElement !== subject) subject.value = draft.subject; if (editor.innerHTML !== draft.html) editor.replaceChildren(drawBody({ html: draft.html, attachments: [] })); };
  const drawFiles = () => { files.hidden = !draft.files.length; files.replaceChildren(...draft.files.map(file => h("li", {}, h("span", { class: "file" }, icon("clip"), h("span", { class: "file-name" }, file.name), h("span", { class: "size" }, sizeIn(file.size)),
    h("button", { class: "quiet small", "aria-label": `${say.removeFile}: ${file.name}`, title: say.removeFile, onclick: () => { draft.files = draft.files.filter(one => one !== file); desk.changed("files", draft); } }, icon("close")))))); };
  const drawNotices = () => notices.replaceChildren(...draft.notices.map(drawNotice));
  drawText(); drawFiles(); drawNotices();
  const element = h("article", { class: "draft-form", ondragover: (event: DragEvent) => event.preventDefault(), ondrop: (event: DragEvent) => { event.preventDefault(); void addFiles(draft, [...event.dataTransfer?.files ?? []], desk); } },
    notices, h("div", { class: "draft-head" }, h("div", { class: "field" }, h("span", { class: "label" }, say.from), h("span", { class: "chip" }, draft.from.name || draft.from.address)), ...rows.map(row => row.element)), subject, when?.element, files, editor);
  return {
    element,
    focus() {
      if (!draft.of || draft.kind === "forward") { element.querySelector<HTMLElement>(".typing")?.focus(); return; }
      editor.focus();
      const first = editor.querySelector("p") ?? editor;
      getSelection()?.collapse(first, 0);
    },
    changed(what) {
      if (what === "people") rows.forEach(row => row.draw());
      if (what === "files") drawFiles();
      if (what === "text") drawText();
      if (what === "times") when?.draw();
      if (what === "message") drawNotices();
    },
  };
}

/** Reads files that somebody chose or dropped. */
export async function addFiles(draft: Draft, chosen: File[], desk: Desk): Promise<void> {
  for (const file of chosen) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    let text = "";
    for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    draft.files = [...draft.files, { id: `AAMkAHand${crypto.randomUUID()}`, name: file.name, size: file.size, contentType: file.type || "application/octet-stream", inline: false, base64: btoa(text) }];
  }
  if (chosen.length) desk.changed("files", draft);
}

/** What somebody typed, as people: several at once, known ones by their address or name. */
const peopleIn = (text: string): Party[] => text.split(/[;,\n]/).map(one => one.trim()).filter(Boolean).map(one => {
  const [, named = "", address = one] = /^([^<>]{0,200})<([^<>\s]{3,200})>$/.exec(one) ?? [];
  const known = people.find(player => player.address.toLowerCase() === address.toLowerCase() || player.shown.toLowerCase() === one.toLowerCase());
  return known ? { name: known.shown, address: known.address } : { name: named.trim(), address };
});

function peopleRow(draft: Draft, name: "to" | "cc" | "bcc", label: string, desk: Desk, say: Words) {
  const chips = h("span", { class: "chips" }), list = `people-${name}-${draft.id}`;
  const input = h("input", { class: "typing", "aria-label": label, list, autocomplete: "off", spellcheck: "false",
    onblur: () => take(), onkeydown: (event: KeyboardEvent) => {
      if (event.key === "Enter" || event.key === ";" || event.key === ",") { event.preventDefault(); take(); }
      if (event.key === "Backspace" && !input.value && draft[name].length) put(draft[name].slice(0, -1));
    }, oninput: () => { if (people.some(one => one.address === input.value)) take(); } });
  const put = (next: Party[]) => { draft[name] = next; desk.changed("people", draft); };
  const take = () => {
    const had = new Set(draft[name].map(one => one.address.toLowerCase())), fresh = peopleIn(input.value).filter(one => !had.has(one.address.toLowerCase()));
    input.value = "";
    if (fresh.length) put([...draft[name], ...fresh]);
  };
  const draw = () => chips.replaceChildren(...draft[name].map(one => h("span", { class: "chip", title: one.address }, avatar(one.name || one.address), h("bdi", {}, one.name || one.address),
    h("button", { class: "quiet small", "aria-label": `${say.removePerson}: ${one.name || one.address}`, onclick: () => put(draft[name].filter(other => other !== one)) }, icon("close")))));
  draw();
  return { draw, element: h("div", { class: "field" }, h("span", { class: "label" }, label), chips, input, h("datalist", { id: list }, ...people.filter(one => !one.demo).map(one => h("option", { value: one.address }, one.shown)))) };
}

function timesRow(draft: Draft, desk: Desk, say: Words) {
  const local = (iso: string) => { const at = new Date(iso); return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16); };
  const time = (name: "start" | "end", label: string) => h("input", { type: "datetime-local", "aria-label": label, value: local(draft.meeting![name]), onchange: ({ target }: Event) => { const { value } = target as HTMLInputElement; if (value) { draft.meeting![name] = new Date(value).toISOString(); desk.changed("times", draft); } } });
  const start = time("start", say.starts), end = time("end", say.ends), place = h("input", { class: "typing", "aria-label": say.location, placeholder: say.location, value: draft.meeting!.location, maxlength: 255, onchange: () => { draft.meeting!.location = place.value; desk.changed("times", draft); } });
  return { draw: () => { start.value = local(draft.meeting!.start); end.value = local(draft.meeting!.end); place.value = draft.meeting!.location; }, element: h("div", { class: "draft-head" }, h("div", { class: "field times" }, start, h("span", {}, "–"), end), h("div", { class: "field" }, place)) };
}

/** Leaves a mark where the cursor was when the editor is left, since that is where an add-in writes. */
function markCursor(editor: HTMLElement): void {
  const range = getSelection()?.rangeCount ? getSelection()!.getRangeAt(0) : undefined;
  if (!range || !editor.contains(range.startContainer)) return;
  unmark(editor);
  range.cloneRange().insertNode(document.createComment(cursor.slice(4, -3)));
}
function unmark(editor: HTMLElement): void {
  const walker = document.createTreeWalker(editor, NodeFilter.SHOW_COMMENT), found: Node[] = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  found.forEach(one => one.parentNode?.removeChild(one));
}
