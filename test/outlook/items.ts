import { cursor, emptyPaper, type Paper } from "../../addin/office/paper.ts";

/** A person on a message, as Outlook has them. */
export interface Party { name: string; address: string }
export interface Enclosure { id: string; name: string; contentType: string; size: number; inline: boolean; base64: string }
/** A line under the subject, put there by the add-in. */
export interface Notice { key: string; kind: "informationalMessage" | "progressIndicator" | "errorMessage" | "insightMessage"; text: string }

/** One message of the simulated mailbox, whole: both front doors (Microsoft's protocol and the demo's) read and write this. */
export interface Message {
  id: string;
  internetMessageId: string;
  conversationId: string;
  itemClass: string;
  subject: string;
  from: Party;
  to: Party[];
  cc: Party[];
  sentAt: Date;
  html: string;
  attachments: Enclosure[];
  unread: boolean;
  categories: string[];
  notices: Notice[];
  /** The add-in's own words on the message: JSON values by name. */
  properties: Record<string, unknown>;
  headers: Record<string, string>;
  /** An invitation, or an appointment in the calendar. */
  meeting?: { start: Date; end: Date; location: string };
}

/** The colours that a mailbox's owner gave to names; an add-in without ReadWriteMailbox can wear them but not add to them. */
export const masterCategories: { name: string; color: string; css: string }[] = [
  { name: "Dealwright", color: "Preset7", css: "#2b6cb8" },
  { name: "Quote due", color: "Preset1", css: "#b4590b" },
  { name: "Service", color: "Preset4", css: "#2f7d32" },
];

/** A message or a meeting of one's own that is being written. */
export interface Draft extends Paper {
  is: "draft";
  id: string; conversationId: string;
  /** What it answers or passes on. */
  of?: Message;
  /** When it was last changed. */
  at: Date;
  notices: Notice[]; categories: string[]; properties: Record<string, unknown>; headers: Record<string, string>;
}
export type Item = Message | Draft;
export const isDraft = (item: Item | undefined): item is Draft => item !== undefined && "is" in item;
export const folders = ["inbox", "drafts", "sent", "calendar"] as const;
export type Folder = (typeof folders)[number];
/** What has changed: which item is shown, something on an item, which windows are open, the folder, or a draft's people, files, times or text. */
export type Change = "selection" | "several" | "message" | "windows" | "folder" | "people" | "files" | "times" | "text" | "told";

/** The state of Outlook: its folders, what is selected, which windows are open. Everything that changes is told. */
export class Desk {
  selected: Message | undefined;
  /** More than one message, selected at once; then no single one is. */
  several: Message[] = [];
  folder: Folder = "inbox";
  sent: Message[] = [];
  drafts: Draft[] = [];
  calendar: Item[] = [];
  /** Drafts with a window of their own, and the one in front of the reading pane, if any. */
  windows: Draft[] = [];
  front: Draft | undefined;
  browsed: string[] = [];
  /** The add-in's settings in this mailbox, as Microsoft's library keeps them: each a text in JSON. */
  roaming: Record<string, string> = {};
  private readonly hearers = new Set<(what: Change, item?: Item) => void>();
  private count = 0;

  constructor(readonly messages: Message[], readonly me: Party = { name: "Robin Sommer", address: "robin.sommer@lindenfeld.example" }, readonly signature = "") {}

  onChange(hear: (what: Change, item?: Item) => void): void { this.hearers.add(hear); }
  changed(what: Change, item?: Item): void { this.hearers.forEach(hear => hear(what, item)); }

  /** What the list shows, newest first. */
  get listed(): Item[] { return this.folder === "inbox" ? this.messages : this.folder === "sent" ? this.sent : this.folder === "drafts" ? this.drafts.filter(one => one.saved && !one.meeting) : this.calendar; }
  openFolder(folder: Folder): void {
    this.folder = folder;
    this.changed("folder");
    this.select(folder === "inbox" ? this.messages[0] : undefined);
  }
  select(item: Item | undefined): void {
    if (isDraft(item)) return this.bring(item);
    if (this.front) this.bring(undefined);
    const were = this.several;
    this.several = [];
    if (were.length) this.changed("several");
    if (item === this.selected) return;
    this.selected = item;
    if (item) item.unread = false;
    this.changed("selection");
  }
  /** Adds a message to those that are selected, or takes it away. */
  also(message: Message): void {
    const now = this.several.length ? this.several : this.selected ? [this.selected] : [], next = now.includes(message) ? now.filter(one => one !== message) : [...now, message];
    if (next.length < 2) return this.select(next[0]);
    this.select(undefined);
    this.several = next;
    this.changed("several");
  }
  notify(item: Item, notice: Notice): void {
    item.notices = [...item.notices.filter(one => one.key !== notice.key), notice];
    this.changed("message", item);
  }
  hush(item: Item, key: string): void {
    item.notices = item.notices.filter(one => one.key !== key);
    this.changed("message", item);
  }
  categorise(item: Item, names: string[], wears: boolean): void {
    const rest = item.categories.filter(name => !names.includes(name));
    item.categories = wears ? [...rest, ...names] : rest;
    this.changed("message", item);
  }

  /** Opens a window on a new draft; `of` with a kind answers or passes on a message. */
  write(given: Partial<Draft>): Draft {
    const { of, kind = "new" } = given, n = ++this.count;
    const quoted = of ? `<hr><p><b>${escaped(of.from.name || of.from.address)}</b>, ${of.sentAt.toLocaleString("en")}</p><blockquote>${of.html}</blockquote>` : "";
    const draft: Draft = {
      ...emptyPaper({ from: this.me }), is: "draft", id: `AAMkADraft${n}`, conversationId: of && kind !== "forward" ? of.conversationId : `AAQkADraft${n}`, at: new Date(), notices: [], categories: [], properties: {}, headers: {},
      subject: of ? `${kind === "forward" ? "Fw" : "Re"}: ${of.subject.replace(/^(?:re|fwd?|fw): ?/i, "")}` : "",
      ...of && kind === "forward" && { files: of.attachments.map(({ id, name, size, contentType, inline, base64 }) => ({ id, name, size, contentType, inline, base64 })) },
      ...given, html: `${given.html ?? ""}${given.meeting ? "" : this.signature}${quoted}`,
    };
    this.drafts.push(draft);
    if (draft.meeting) this.calendar.push(draft);
    this.open(draft);
    return draft;
  }
  answer(message: Message, kind: "reply" | "replyAll" | "forward", html = ""): Draft {
    const others = [message.from, ...kind === "replyAll" ? message.to : []].filter(({ address }) => address.toLowerCase() !== this.me.address.toLowerCase());
    return this.write({ of: message, kind: kind === "forward" ? "forward" : "reply", html, to: kind === "forward" ? [] : others.length ? others : message.to, cc: kind === "replyAll" ? message.cc : [] });
  }
  open(draft: Draft): void {
    if (!this.windows.includes(draft)) this.windows = [...this.windows, draft];
    this.bring(draft);
  }
  bring(draft: Draft | undefined): void {
    if (draft && !this.windows.includes(draft)) return this.open(draft);
    this.front = draft;
    this.changed("windows", draft);
  }
  /** Shuts a window; an unsaved draft is gone with it, unless it is to be kept. */
  shut(draft: Draft, keep: boolean): void {
    draft.saved ||= keep;
    if (!keep) { this.drafts = this.drafts.filter(one => one !== draft); this.calendar = this.calendar.filter(one => one !== draft || draft.saved); }
    this.windows = this.windows.filter(one => one !== draft);
    this.front = this.front === draft ? undefined : this.front;
    this.changed("windows", draft);
  }
  /** Away it goes: exactly what stood in the draft lies in Sent Items, or in the calendar. */
  send(draft: Draft): Message {
    const { from, to, cc, subject, html, files, conversationId, categories, headers, meeting } = draft, n = ++this.count;
    const message: Message = {
      id: `AAMkASent${n}`, internetMessageId: `<sent-${n}.${Date.now()}@mail.${from.address.split("@")[1]}>`, conversationId, itemClass: meeting ? "IPM.Appointment" : "IPM.Note", subject, from, to, cc,
      sentAt: new Date(), html: html.replace(cursor, ""), attachments: files.map(file => ({ ...file })), unread: false, categories, notices: [], properties: { ...draft.properties }, headers,
      ...meeting && { meeting: { start: new Date(meeting.start), end: new Date(meeting.end), location: meeting.location } },
    };
    message.headers = { ...headers, "Message-ID": message.internetMessageId };
    draft.saved = false;
    this.sent.unshift(message);
    if (meeting) { this.calendar = this.calendar.map(one => one === draft ? message : one); }
    this.shut(draft, false);
    return message;
  }
}
const escaped = (text: string) => text.replace(/[&<>"]/g, letter => `&#${letter.charCodeAt(0)};`);

/** A body as Outlook gives it when text is asked for. */
export function textOf(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  body.querySelectorAll("br").forEach(line => line.replaceWith("\n"));
  body.querySelectorAll("p, table").forEach(block => block.append("\n\n"));
  body.querySelectorAll("div, tr, li, blockquote").forEach(block => block.append("\n"));
  body.querySelectorAll("td, th").forEach(cell => cell.append("\t"));
  return (body.textContent ?? "").replace(/\n{3,}/g, "\n\n").trim();
}
