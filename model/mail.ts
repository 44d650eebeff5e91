/** A person as a message names them. */
export interface Person { name: string; address: string }

/** A message in our words. Outlook's own shapes stop at addin/office/. */
export interface Mail {
  internetMessageId: string;
  conversationId: string;
  subject: string;
  from: Person;
  to: Person[];
  cc: Person[];
  /** Of a mail that its sender sends: who gets it without the others knowing. */
  bcc?: Person[];
  /** ISO 8601. */
  sentAt: string;
  text: string;
  html?: string;
  attachments: Attachment[];
  /** The address of the mailbox that it lies in, where that is not the reader's own; empty where nobody said whose. */
  behalf?: string;
}
export interface Attachment { id: string; name: string; size: number; contentType: string; inline: boolean }
/** What is known of a message without asking for its body. */
export type Envelope = Omit<Mail, "text" | "html">;
