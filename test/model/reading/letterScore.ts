import * as numbers from "../../../model/reading/phones.ts";
import { readMail } from "../../../model/reading/read.ts";
import type { Letter } from "./letters.ts";

export const core = ["first", "last", "company", "title", "phones", "site"] as const;
type Core = (typeof core)[number];

/** Letters, digits and nothing else, as one compares names; of a site only its host. */
const plain = (value: string) => value.normalize("NFKC").toLowerCase().replace(/^https?:\/\/|www\./g, "").replace(/[^\p{L}\p{N},+]+/gu, "");

/** What is read of a letter, in the form that labels are compared in. */
export function readingOf({ mail }: Letter): Record<string, string> {
  const { firstName, lastName, company, jobTitle, website, city, postalCode, topic, email, phones } = readMail(mail, numbers);
  const said = { first: firstName, last: lastName, company, title: jobTitle, site: website, city, zip: postalCode, topic, email };
  return { ...Object.fromEntries(Object.entries(said).map(([key, read]) => [key, plain(read?.value ?? "")])), phones: phones.map(({ value }) => value).sort().join() };
}

/** F1 of each core field and of all, the share of other fields that were asked for and right, of replies that stand alone, of known kinds: 0 to 1. */
export function scoreOf(letters: Letter[]): { fields: Record<Core, number>; core: number; asked: number; reply: number; kind: number } {
  const read = letters.map(readingOf);
  const fields = Object.fromEntries(core.map(field => [field, f1(letters, read, field)])) as Record<Core, number>;
  const asked = letters.flatMap(({ want }, index) => ["city", "zip", "topic", "email"].filter(field => want[field]).map(field => read[index]![field] === plain(want[field]!)));
  const told = letters.filter(({ reply, kind }) => reply !== undefined && !["newsletter", "bounce", "notification", "autoreply"].includes(kind));
  const exact = told.filter(letter => readMail(letter.mail, numbers).reply?.value.replace(/\s+/g, " ") === letter.reply!.replace(/\s+/g, " "));
  return {
    fields, core: core.reduce((sum, field) => sum + fields[field], 0) / core.length, asked: asked.filter(Boolean).length / asked.length, reply: exact.length / told.length,
    kind: letters.filter(letter => readMail(letter.mail, numbers).kind === letter.kind).length / letters.length,
  };
}

function f1(letters: Letter[], read: Record<string, string>[], field: Core): number {
  let right = 0, wrong = 0, missed = 0;
  for (const [index, { want }] of letters.entries()) {
    const wanted = field === "phones" ? (want.phones ?? "").split(",").sort().join() : plain(want[field] ?? ""), found = read[index]![field] ?? "";
    if (wanted && found === wanted) right++; else { if (found && !(field === "company" && !wanted)) wrong++; if (wanted) missed++; } // a company guessed where none is said is neither right nor wrong
  }
  return 2 * right / (2 * right + wrong + missed);
}
