import type { KeptOut } from "./capture.ts";
import type { Person } from "./mail.ts";

/** What the pane sends to learn all about a message in one call. */
export interface KnownQuery { internetMessageId?: string; conversationId?: string; from: Person; to: Person[]; cc: Person[]; subject?: string; sentAt?: string }

/** A record in a line: enough to name it, say how it stands, and open it. */
export interface Brief {
  type: string; id: string; version: number;
  title: string;
  /** A second line: the company, the amount, the job. */
  about?: string;
  status: string; reason?: string;
  owner?: string; ownerName?: string;
  /** Only where the record has them. */
  company?: string; jobTitle?: string; phone?: string; email?: string; account?: string;
  value?: number; /** ISO 4217, where it is not the company's own. */ currency?: string; closeDate?: string; stage?: string; probability?: number;
  /** Of a deal: whether something is planned on it; not said where it is not known. */
  nextStep?: boolean;
  /** Of a person: not to be written to. */
  doNotEmail?: boolean;
  /** An activity's day or time, and kind. */
  when?: string; kind?: string;
}

export interface KnownPerson extends Person {
  /** How they came onto the message. */
  as: "from" | "to" | "cc";
  /** Of our own house, met before, or new. */
  is: "colleague" | "known" | "new";
  /** Contacts, leads and accounts under this address, best first: an active contact, an open lead, an account. */
  matches: Brief[];
  /** The company: of the contact, or by the domain of the address; the first of `accounts`. */
  account?: Brief;
  /** Every company that the address may belong to, the one that the rep chose first. */
  accounts: Brief[];
  last?: LastContact;
  said?: Said;
  /** Open opportunities of the person and of their company. */
  deals: Brief[];
  /** The last activities with them, newest first, at most five. */
  activities: Brief[];
}

/** The last contact that there was; `by` is who of us, where it came from us. */
export interface LastContact { id: string; kind: string; when: string; direction?: "incoming" | "outgoing"; by?: string; byName?: string }
/** Their own words in the last mail that was logged, and that mail's activity. */
export interface Said { id: string; when: string; text: string }

/** A message tied to a record: by whom, when. The service's truth. */
export interface Logged { on: Brief; by: string; byName: string; at: string; /** For whose mailbox, where it was not their own; `?` where Outlook did not say whose. */ behalf?: string }

export interface Known {
  people: KnownPerson[];
  logged: Logged[];
  /** The e-mail activity that keeps the message, where it is logged. */
  activity?: { id: string; version: number };
  /** It was handed over as it was sent, and its message id is not known to us yet. */
  handedOver?: boolean;
  /** Records that the message likely belongs to, best first, each with its reason. */
  suggested: { record: Brief; why: "conversation" | "deal" | "person" }[];
  /** Why the message may not be kept; then nothing is offered that would. */
  keptOut?: KeptOut;
  /** The rep wants no suggestions from this conversation any more. */
  stopped?: boolean;
}

/** What a search over everything finds. */
export type Hit = Brief & { /** Where the words stand, of what is told at length. */ inside?: string };

/** A record that may be the same as what is about to be saved, and by what it was recognised. */
export interface Likeness { record: Brief; why: "email" | "name" | "company" | "phone" }

/** What happened on a record, newest first: activities, notes, and every change with who made it. */
export interface TimelineEntry { at: string; what: "activity" | "note" | "change"; by?: string; byName?: string; record: Brief; verb?: string; text?: string; changed?: string[]; /** The declared values that a change touched, as they were and as they became. */ was?: Record<string, unknown>; now?: Record<string, unknown>; outcome?: string }

/** What one should have read before a meeting about a record. */
export interface Briefing {
  record: Brief;
  /** What is planned, the soonest first. */
  tasks: Brief[];
  /** The last mails, newest first, with how they begin. */
  mails: (Brief & { text: string })[];
  notes: { at: string; text: string }[];
  competitors: { id: string; title: string }[];
  /** The active quote, else the last one that is not closed. */
  quote?: { id: string; title: string; number?: string; revision?: number; total?: number; currency?: string; status: string };
  need?: string; situation?: string;
}

/** A meeting as we keep it, if we do. */
export interface KnownMeeting { logged: Logged[]; activity?: { id: string; version: number }; /** Its outcome is written down. */ held?: boolean }
