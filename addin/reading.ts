import type { Envelope, Person } from "../model/mail.ts";
import type { Numbers } from "../model/reading/phones.ts";
import { inTurns, turn } from "./idle.ts";

/** What was made of the message for one field: the value, where its words stand in the text or else what was said elsewhere, and how sure it is (0 to 1). A default was not read. */
export interface Found { value: string; from: "text" | "sender" | "subject" | "default"; words?: { from: number; to: number }; said?: string; confidence: number }
/** The fields of a lead that a message may fill; those of `rarely` are asked for only where it did. */
export const leadFields = ["firstName", "lastName", "jobTitle", "company", "email", "phone", "mobile", "website", "street", "postalCode", "city", "country", "topic", "source", "description"] as const;
export const rarely: readonly string[] = ["website", "street", "postalCode", "city", "country"];
export type LeadField = (typeof leadFields)[number];
/** What a message says about one of its people. */
export interface Reading { text: string; fields: Partial<Record<LeadField, Found>> }

/** Reads the message for the person under `address`; only of the writer, or of whom the writer speaks for, does the text tell more than Outlook. Telephone numbers are read only with `numbers`, which may come later. */
export async function readFor(mail: Envelope, body: { text: string; html?: string } | undefined, address: string, me: Person, numbers?: Numbers): Promise<Reading> {
  const header = fromHeader(mail, body?.text ?? "", address);
  if (!body || address !== mail.from.address) return header;
  const { readInSteps } = await import("../model/reading/read.ts");
  await turn(); // code that has just come has had its turn: a letter may be typed before it is put to work
  const { kind, phones, reply, text, ...read } = await inTurns(readInSteps({ from: mail.from, receivedFor: me, subject: mail.subject, text: body.html && quotes.test(body.html) ? "" : body.text, html: body.html, defaultRegion: homeRegion() }, numbers));
  const fields: Reading["fields"] = { ...header.fields };
  const put = (field: LeadField, of: Read | undefined, value = of?.value) => { if (of && value) fields[field] = { ...foundIn(mail, of), value }; };
  if (read.email && read.email.value !== address) { delete fields.firstName; delete fields.lastName; } // somebody else than the sender is meant
  if (read.lastName) { delete fields.firstName; delete fields.lastName; }
  for (const field of ["firstName", "lastName", "jobTitle", "company", "email", "website", "postalCode", "city", "topic"] as const) put(field, read[field]);
  const desk = phones.find(({ mobile }) => !mobile), pocket = phones.find(one => one.mobile) ?? phones.find(one => one !== desk);
  for (const [field, one] of [["phone", desk], ["mobile", pocket]] as const) if (one) put(field, one, writtenNumber(text, one));
  put("street", read.address, read.address && streetOf(read.address.value, [read.city?.value, read.postalCode?.value, read.country && nameOfCountry(read.country.value)]));
  put("country", read.country, read.country && nameOfCountry(read.country.value));
  put("description", reply, reply?.value.slice(0, 2000));
  fields.source = kind === "webform" ? { value: "web", from: "sender", said: `${mail.from.name} ${mail.from.address}`.trim(), confidence: 0.7 } : { value: "other", from: "default", confidence: 0.5 };
  return { text, fields };
}

/** HTML that marks what is quoted, which Outlook's plain text does not. */
const quotes = /<blockquote|divRplyFwdMsg|gmail_quote/i;
/** The country whose numbers need no code here. */
const homeRegion = (): string | undefined => new Intl.Locale(Intl.DateTimeFormat().resolvedOptions().locale).maximize().region;

interface Read { value: string; words: { source: "text" | "sender" | "address" | "subject"; from: number; to: number }; confidence: number }

/** A reading as the pane shows it: words in the text by their place, any others as they stand in the header. */
function foundIn({ from, subject }: Envelope, { value, words: { source, from: start, to }, confidence }: Read): Found {
  if (source === "text") return { value, from: "text", words: { from: start, to }, confidence };
  return source === "subject" ? { value, from: "subject", said: subject, confidence } : { value, from: "sender", said: source === "sender" ? from.name : from.address, confidence };
}

/** The parts of an address that stand in no other field; a Chinese, Japanese or Korean one is written in one. */
function streetOf(address: string, elsewhere: (string | undefined)[]): string {
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(address)) return address;
  return address.split(/,\s?|\s[-·|]\s/).filter(part => !elsewhere.some(other => other && part.includes(other))).join(", ").slice(0, 250);
}
const nameOfCountry = (code: string): string => new Intl.DisplayNames(["en"], { type: "region" }).of(code) ?? code;

/** A number stays grouped as its owner wrote it; one without its country's code gets that in the place of what is dialled within the country. */
function writtenNumber(text: string, { value, words }: Read): string {
  const written = words.source === "text" ? text.slice(words.from, words.to).trim() : "", digits = written.replace(/\D/g, "");
  if (/^\+[\d\s().-]{6,30}$/.test(written) && digits === value.slice(1)) return written;
  const trunk = [0, 1, 2].find(n => value.endsWith(digits.slice(n)) && value.length - digits.length + n <= 4);
  if (!/^[\d\s()./-]{6,30}$/.test(written) || trunk === undefined) return value;
  let left = trunk;
  const national = written.replace(/\d/g, digit => left-- > 0 ? "" : digit).replace(/[()\s./]+/g, " ").replace(/^[ -]+/, "");
  return `${value.slice(0, value.length - digits.length + trunk)} ${national}`;
}

/** What Outlook itself knows before any text is read. */
export function fromHeader(mail: Envelope, text: string, address: string): Reading {
  const { name } = [mail.from, ...mail.to, ...mail.cc].find(person => person.address === address) ?? { name: "" };
  const { first, last } = splitName(name);
  const topic = mail.subject.replace(/^(?:(?:re|fw|fwd|aw|wg|回复|答复|转发)[:：]\s{0,9}){1,9}/iu, "").trim();
  const found: Record<string, Found> = {
    firstName: { value: first, from: "sender", said: name, confidence: 0.6 }, lastName: { value: last, from: "sender", said: name, confidence: 0.6 }, email: { value: address, from: "sender", said: address, confidence: 0.9 },
    topic: { value: topic, from: "subject", said: mail.subject, confidence: 0.9 }, source: { value: "other", from: "default", confidence: 0.5 }, description: { value: text.slice(0, 2000).trim(), from: "text", said: text.trim().slice(0, 120), confidence: 0.6 },
  };
  return { text, fields: Object.fromEntries(Object.entries(found).filter(([, { value }]) => value)) };
}

/** "Fenwick, Jamie" and "Jamie Fenwick" alike; an unspaced Chinese name gives its first sign to the family. */
function splitName(name: string): { first: string; last: string } {
  const clean = name.replace(/["()]/g, "").trim();
  if (/^\p{Script=Han}{2,4}$/u.test(clean)) return { first: [...clean].slice(1).join(""), last: [...clean][0]! };
  const comma = clean.indexOf(",");
  if (comma > 0) return { first: clean.slice(comma + 1).trim(), last: clean.slice(0, comma).trim() };
  const space = clean.lastIndexOf(" ");
  return space < 0 ? { first: "", last: clean } : { first: clean.slice(0, space), last: clean.slice(space + 1) };
}
