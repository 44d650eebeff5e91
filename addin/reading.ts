import type { Envelope, Person } from "../model/mail.ts";

/** What was made of the message for one field: the value, where its words stand in the text (where they stand there), how sure it is (0 to 1). */
export interface Found { value: string; words?: { from: number; to: number }; confidence: number }
export const leadFields = ["firstName", "lastName", "jobTitle", "company", "email", "phone", "mobile", "topic", "source", "description"] as const;
export type LeadField = (typeof leadFields)[number];
/** What a message says about one of its people. */
export interface Reading { text: string; fields: Partial<Record<LeadField, Found>> }

/** Reads the message for the person under `address`; only of the writer, or of whom the writer speaks for, does the text tell more than Outlook. */
export async function readFor(mail: Envelope, body: { text: string; html?: string } | undefined, address: string, me: Person): Promise<Reading> {
  const header = fromHeader(mail, body?.text ?? "", address);
  if (!body || address !== mail.from.address) return header;
  const { readMail } = await import("../model/reading/read.ts");
  const { kind, phones, reply, text, ...read } = readMail({ from: mail.from, receivedFor: me, subject: mail.subject, ...body });
  const fields: Reading["fields"] = { ...header.fields };
  const put = (field: LeadField, of: { value: string; words: { source: string; from: number; to: number }; confidence: number } | undefined) => {
    if (of) fields[field] = { value: of.value, confidence: of.confidence, ...of.words.source === "text" && { words: { from: of.words.from, to: of.words.to } } };
  };
  if (read.email && read.email.value !== address) { delete fields.firstName; delete fields.lastName; } // somebody else than the sender is meant
  if (read.lastName) { delete fields.firstName; delete fields.lastName; }
  for (const field of ["firstName", "lastName", "jobTitle", "company", "email", "topic"] as const) put(field, read[field]);
  const asWritten = (of: (typeof phones)[number] | undefined) => of && { ...of, value: writtenNumber(text, of) };
  put("phone", asWritten(phones[0])); put("mobile", asWritten(phones[1]));
  if (reply) { put("description", reply); fields.description!.value = reply.value.slice(0, 2000); }
  fields.source = { value: kind === "webform" ? "web" : "other", confidence: 0.5 };
  return { text, fields };
}

/** A number that its owner wrote with the country's code stays as they wrote it; any other is made international. */
function writtenNumber(text: string, { value, words }: { value: string; words: { source: string; from: number; to: number } }): string {
  const written = words.source === "text" ? text.slice(words.from, words.to).trim() : "";
  return /^\+[\d\s().-]{6,30}$/.test(written) && written.replace(/\D/g, "") === value.replace(/\D/g, "") ? written : value;
}

/** What Outlook itself knows before any text is read. */
export function fromHeader(mail: Envelope, text: string, address: string): Reading {
  const { name } = [mail.from, ...mail.to, ...mail.cc].find(person => person.address === address) ?? { name: "" };
  const { first, last } = splitName(name);
  const topic = mail.subject.replace(/^(?:(?:re|fw|fwd|aw|wg|回复|答复|转发)[:：]\s{0,9}){1,9}/iu, "").trim();
  const values = { firstName: first, lastName: last, email: address, topic, source: "other", description: text.slice(0, 2000).trim() };
  return { text, fields: Object.fromEntries(Object.entries(values).filter(([, value]) => value).map(([field, value]) => [field, { value, confidence: 0.5 }])) };
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
