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
}

/** The colours that a mailbox's owner gave to names; an add-in without ReadWriteMailbox can wear them but not add to them. */
export const masterCategories: { name: string; color: string; css: string }[] = [
  { name: "Dealwright", color: "Preset7", css: "#2b6cb8" },
  { name: "Quote due", color: "Preset1", css: "#b4590b" },
  { name: "Service", color: "Preset4", css: "#2f7d32" },
];

export type Draft = { kind: "reply" | "new"; to: string[]; subject: string; html: string };

/** The state of Outlook: its messages, which is selected, what was opened. Everything that changes is told to `changed`. */
export class Desk {
  selected: Message | undefined;
  drafts: Draft[] = [];
  browsed: string[] = [];
  private readonly hearers = new Set<(what: "selection" | "message" | "draft") => void>();

  constructor(readonly messages: Message[]) {}

  onChange(hear: (what: "selection" | "message" | "draft") => void): void { this.hearers.add(hear); }
  changed(what: "selection" | "message" | "draft"): void { this.hearers.forEach(hear => hear(what)); }

  select(message: Message | undefined): void {
    if (message === this.selected) return;
    this.selected = message;
    if (message) message.unread = false;
    this.changed("selection");
  }
  notify(message: Message, notice: Notice): void {
    message.notices = [...message.notices.filter(one => one.key !== notice.key), notice];
    this.changed("message");
  }
  hush(message: Message, key: string): void {
    message.notices = message.notices.filter(one => one.key !== key);
    this.changed("message");
  }
  categorise(message: Message, names: string[], wears: boolean): void {
    const rest = message.categories.filter(name => !names.includes(name));
    message.categories = wears ? [...rest, ...names] : rest;
    this.changed("message");
  }
  open(draft: Draft): void { this.drafts.push(draft); this.changed("draft"); }
}

/** A body as Outlook gives it when text is asked for. */
export function textOf(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  body.querySelectorAll("br").forEach(line => line.replaceWith("\n"));
  body.querySelectorAll("p, table").forEach(block => block.append("\n\n"));
  body.querySelectorAll("div, tr, li, blockquote").forEach(block => block.append("\n"));
  body.querySelectorAll("td, th").forEach(cell => cell.append("\t"));
  return (body.textContent ?? "").replace(/\n{3,}/g, "\n\n").trim();
}
