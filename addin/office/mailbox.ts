import type { Attachment, Envelope, Mail, Person } from "../../model/mail.ts";

/** What the pane was opened on. */
export type Surface = "read" | "compose" | "meeting" | "meeting-compose" | "none" | "unsupported";

/** The item that Outlook shows, as far as it tells without being asked twice. */
export interface Item {
  /** Names this very item for as long as the pane lives: the stale-item guard compares it. Differs whenever the item differs. */
  key: string;
  surface: Surface;
  /** Present on a message being read or a meeting being looked at. */
  mail?: Envelope;
  /** Of a draft: the conversation that it answers in, where Outlook says. */
  conversationId?: string;
}

/** Everybody on a draft, as far as Outlook has made out who they are. */
export interface Recipients { from: Person; to: Person[]; cc: Person[]; bcc: Person[] }

/** An appointment, one's own or an invitation; times in ISO 8601. */
export interface Meeting { subject: string; organizer: Person; required: Person[]; optional: Person[]; start: string; end: string; location: string }

/** A file to attach. */
export interface NewFile { name: string; base64: string }

/** What the pane and what runs without it (the send event) tell each other about a draft, each a text of its own: the draft's name for the service; the records that it is about; what we attached to it; whether it is to be logged; that events reach us at all; and the pass of whoever writes. */
export type Told = "draft" | "regarding" | "attached" | "log" | "events" | "pass";

/** What is being written: a message, or a meeting of one's own. Limits are checked before Outlook is asked (`too-large`). */
export interface Drafting {
  people(item: Item): Promise<Recipients>;
  /** Adds people; those who are on it stay once. */
  address(item: Item, as: "to" | "cc" | "bcc", people: Person[]): Promise<void>;
  subject(item: Item): Promise<string>;
  setSubject(item: Item, words: string): Promise<void>;
  /** Puts HTML where the cursor is, or on top, which is above the signature and whatever is quoted. */
  insert(item: Item, html: string, where: "cursor" | "top"): Promise<void>;
  /** Puts HTML in the place of all that is written: for a template on an empty draft. */
  replace(item: Item, html: string): Promise<void>;
  attachments(item: Item): Promise<Attachment[]>;
  /** One after the other, and looked for afterwards: what Outlook says is attached and what is can differ. */
  attach(item: Item, file: NewFile): Promise<Attachment>;
  detach(item: Item, id: string): Promise<void>;
  /** How it came to be; undefined where Outlook does not tell. */
  kind(item: Item): Promise<"new" | "reply" | "forward" | undefined>;
  /** Whether it lies among the drafts already, or only in its window. */
  saved(item: Item): Promise<boolean>;
  /** Stays with the draft and goes with it; undefined forgets. */
  tell(item: Item, what: Told, words: string | undefined): Promise<void>;
  told(item: Item, what: Told): Promise<string | undefined>;
}

/** What stays with the mailbox, on every device. A cache: the service is the truth. */
export interface Settings { get(name: string): string | undefined; set(values: Record<string, string | undefined>): Promise<void> }

/** How a message is to be marked; `ifWrong`: only where its mark says otherwise, which costs one question. */
export interface Mark { logged: boolean; words: string; ifWrong?: boolean }

/** A line under the message's subject, in Outlook itself. */
export interface Notice { key: string; text: string; tone: "info" | "error" | "progress" }

/** The colours of Outlook, as far as it tells them. */
export interface Look { dark: boolean; accent?: string }

/** One of several messages that are selected at once. */
export interface Picked { id: string; subject: string }
/** Several selected messages. */
export interface Several {
  /** The same list as long as the selection is the same; empty or of one where nothing or one message is selected. */
  now(): readonly Picked[];
  /** Heard after each change. Returns how to stop hearing. */
  hear(hear: () => void): () => void;
  /** One of them whole; one after the other, however many are asked for. */
  read(one: Picked): Promise<Mail>;
}

/** What became of a form that was to open. */
export type Opened = "opened" | "copied";

/** All that we want from Outlook. A call that concerns an item takes it and rejects with `changed-item` once Outlook shows another one; a call that Outlook never answers rejects with `outlook`. */
export interface Mailbox {
  /** Whose mailbox this is. */
  me: Person;
  /** BCP 47, as Outlook's own interface speaks. */
  language: string;
  look(): Look;
  /** Never rejects: no item is `{ surface: "none" }`. Cheap; asks Outlook nothing that takes time. */
  current(): Item;
  /** Heard after every change of the item, and where Outlook forgets to tell, on focus, on becoming visible and every two seconds; never twice for the same item. Returns how to stop hearing. */
  onItem(hear: (item: Item) => void): () => void;
  /** Heard whenever it was asked whether Outlook shows another message and its library will not notice; then only `renew` helps. There where a library stands between us and Outlook. */
  onLag?(hear: (behind: boolean) => void): () => void;
  /** Opens the pane anew, on what Outlook shows now. */
  renew?(): void;
  /** There where Outlook can, and may, tell of several messages at once. */
  several?: Several;
  onLook(hear: (look: Look) => void): () => void;
  /** The body as text, and as HTML where Outlook gives it. Untrusted, maybe partial. */
  body(item: Item): Promise<{ text: string; html?: string }>;
  attachment(item: Item, of: Attachment): Promise<Uint8Array>;
  /** The address of the mailbox that the item lies in, where that is not one's own; empty where Outlook does not tell whose. */
  behalf?(item: Item): Promise<string | undefined>;
  /** Marks the message in the message list as logged, with what the client allows: category, custom property, notification. Resolves to what could not be done, in words for a log; the service stays the truth. */
  mark(item: Item, as: Mark): Promise<string[]>;
  /** Opens a reply, or a new message, for the rep to finish. Where Outlook fails at it, or takes no text so long, the text is on the clipboard: `copied`. */
  reply(item: Item, draft: { html: string; all?: boolean }): Promise<Opened>;
  write(draft: { to: string[]; bcc?: string[]; subject: string; html: string }): Promise<Opened>;
  draft: Drafting;
  /** Heard when people, files or times of the draft that is shown may have changed; where Outlook has no event for it, every two seconds. Returns how to stop hearing. */
  onDraft(hear: () => void): () => void;
  /** Of a meeting, being written or read. */
  meeting(item: Item): Promise<Meeting>;
  settings: Settings;
  /** Whether this Outlook can tell of sending while no pane is open. Whether it does, the draft itself tells (`events`). */
  launches: boolean;
  /** A line above the item, in Outlook itself; cut where it is too long for Outlook. */
  notify(item: Item, words: string): Promise<void>;
  /** Shows a record (`type/id`) in a window of our own over Outlook; resolves when that is shut. */
  openWindow(path: string): Promise<void>;
  /** Opens a web page outside of the pane. */
  browse(address: string): void;
}
