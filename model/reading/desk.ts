import { type Line, type Page, wordsOf } from "./page.ts";
import type { Numbers } from "./phones.ts";
import type { LeadField, ReadableMail, Reading, Words } from "./reading.ts";

/** A reading under way: the page, what is read of it so far, and whose mail it is (in a forward the one who wrote first). */
export interface Desk { page: Page; reading: Reading; mail: ReadableMail; numbers?: Numbers; sender: Words["source"]; senderAt?: { from: number; to: number } }

/** Notes a value with the words of the page that it was read from. */
export function put(desk: Desk, field: LeadField, value: string, from: number, to: number, confidence: number): void {
  if (value.trim()) desk.reading[field] = { value: value.trim(), words: words(desk.page, from, to), confidence };
}

/** A span as offsets into what came in. */
export const words = (page: Page, from: number, to: number): Words => ({ source: "text", from: page.origin(from), to: page.origin(to) });
/** Where the sender is named: in the header, or in the text of a forward. */
export const senderWords = (desk: Desk, source: "sender" | "address"): Words => desk.sender === "text" && desk.senderAt ? words(desk.page, desk.senderAt.from, desk.senderAt.to) : { source, from: 0, to: source === "sender" ? desk.mail.from.name.length : desk.mail.from.address.length };
/** A span as one line. */
export const valueOf = (page: Page, line: { from: number; to: number }): string => wordsOf(page, line).replace(/\s+/g, " ").trim();
/** Lines as they were written. */
export const replyText = (page: Page, lines: Line[]): string => lines.map(line => wordsOf(page, line)).join("\n").trim();
