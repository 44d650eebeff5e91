import type { Person } from "../mail.ts";

/** A message as far as reading needs it; `receivedFor` is our rep, whose own data are never the lead's. */
export interface ReadableMail { from: Person; receivedFor?: Person; subject: string; text: string; html?: string; /** ISO 3166-1 alpha-2, for numbers without a country code. */ defaultRegion?: string }

export type MailKind = "direct" | "reply" | "forward" | "webform" | "newsletter" | "autoreply" | "bounce" | "notification";

/** Where a value was read: offsets into the reading's text, the sender's name or address, or the subject. */
export interface Words { source: "text" | "sender" | "address" | "subject"; from: number; to: number }
export interface Read<T = string> { value: T; words: Words; /** 0 to 1. */ confidence: number }

export type LeadField = "firstName" | "lastName" | "company" | "jobTitle" | "website" | "email" | "address" | "city" | "postalCode" | "country" | "topic" | "reply";

/** What a message says, each value with its words. `steps` counts the characters looked at. */
export type Reading = { [Field in LeadField]?: Read } & { kind: MailKind; phones: (Read & { /** A mobile telephone's, by its label or by its form. */ mobile?: boolean })[]; text: string; steps: number };
