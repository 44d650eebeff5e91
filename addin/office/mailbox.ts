import type { Attachment, Envelope, Person } from "../../model/mail.ts";

/** What the pane was opened on. */
export type Surface = "read" | "compose" | "meeting" | "meeting-compose" | "none" | "unsupported";

/** The item that Outlook shows, as far as it tells without being asked twice. */
export interface Item {
  /** Names this very item for as long as the pane lives: the stale-item guard compares it. Differs whenever the item differs. */
  key: string;
  surface: Surface;
  /** Present on a message being read or a meeting being looked at. */
  mail?: Envelope;
}

/** A line under the message's subject, in Outlook itself. */
export interface Notice { key: string; text: string; tone: "info" | "error" | "progress" }

/** The colours of Outlook, as far as it tells them. */
export interface Look { dark: boolean; accent?: string }

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
  onLook(hear: (look: Look) => void): () => void;
  /** The body as text, and as HTML where Outlook gives it. Untrusted, maybe partial. */
  body(item: Item): Promise<{ text: string; html?: string }>;
  attachment(item: Item, of: Attachment): Promise<Uint8Array>;
  /** Marks the message in the message list as logged, with what the client allows: category, custom property, notification. Resolves to what could not be done, in words for a log; the service stays the truth. */
  mark(item: Item, as: { logged: boolean; words: string }): Promise<string[]>;
  /** Opens a reply, or a new message, for the rep to finish. */
  reply(item: Item, draft: { html: string }): Promise<void>;
  write(draft: { to: string[]; subject: string; html: string }): Promise<void>;
  /** Opens a web page outside of the pane. */
  browse(address: string): void;
}
