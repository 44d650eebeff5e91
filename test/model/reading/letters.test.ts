import { describe, expect, test } from "@jest/globals";
import { readMail } from "../../../model/reading/read.ts";
import { lettersOf, type Letter } from "./letters.ts";

/** Of each batch, the least that must be right: each was written before anybody saw what is made of it. */
const batches: [name: string, least: { field: number; reply: number; kind: number }][] = [
  ["first", { field: 0.97, reply: 0.97, kind: 0.97 }], ["second", { field: 0.97, reply: 0.97, kind: 0.97 }], ["third", { field: 0.95, reply: 0.97, kind: 0.97 }], ["fourth", { field: 0.97, reply: 0.97, kind: 0.97 }], ["fifth", { field: 0.97, reply: 0.97, kind: 0.97 }],
];
const core = ["first", "last", "company", "title", "phones", "site"] as const;

/** Letters, digits and nothing else, as one compares names; of a site only its host. */
const plain = (value: string) => value.normalize("NFKC").toLowerCase().replace(/^https?:\/\/|www\./g, "").replace(/[^\p{L}\p{N},+]+/gu, "");

function readingOf({ mail }: Letter): Record<string, string> {
  const { firstName, lastName, company, jobTitle, website, city, postalCode, topic, email, phones } = readMail(mail);
  const said = { first: firstName, last: lastName, company, title: jobTitle, site: website, city, zip: postalCode, topic, email };
  return { ...Object.fromEntries(Object.entries(said).map(([key, read]) => [key, plain(read?.value ?? "")])), phones: phones.map(({ value }) => value).sort().join() };
}

describe.each(batches)("of the %s batch of invented letters", (name, least) => {
  const letters = lettersOf(name), read = letters.map(readingOf);
  test("there are enough to mean something", () => expect(letters.length).toBeGreaterThan(30));
  test.each(core)("nearly every %s is read, and none where there is none", field => {
    let right = 0, wrong = 0, missed = 0;
    for (const [index, { want }] of letters.entries()) {
      const wanted = field === "phones" ? (want.phones ?? "").split(",").sort().join() : plain(want[field] ?? ""), found = read[index]![field] ?? "";
      if (wanted && found === wanted) right++; else { if (found && !(field === "company" && !wanted)) wrong++; if (wanted) missed++; } // a company guessed where none is said is neither right nor wrong
    }
    expect(2 * right / (2 * right + wrong + missed)).toBeGreaterThanOrEqual(least.field);
  });
  test("cities, codes, topics and addresses are read where they are asked for", () => {
    const asked = letters.flatMap(({ want }, index) => ["city", "zip", "topic", "email"].filter(field => want[field]).map(field => read[index]![field] === plain(want[field]!)));
    expect(asked.filter(Boolean).length / asked.length).toBeGreaterThanOrEqual(least.field);
  });
  test("what was said last stands alone", () => {
    const told = letters.filter(({ reply, kind }) => reply !== undefined && !["newsletter", "bounce", "notification", "autoreply"].includes(kind));
    const exact = told.filter(letter => readMail(letter.mail).reply?.value.replace(/\s+/g, " ") === letter.reply!.replace(/\s+/g, " "));
    expect(exact.length / told.length).toBeGreaterThanOrEqual(least.reply);
  });
  test("the kind of message is known, and machines are nobody", () => {
    expect(letters.filter(letter => readMail(letter.mail).kind === letter.kind).length / letters.length).toBeGreaterThanOrEqual(least.kind);
    for (const [index, { kind }] of letters.entries()) if (["newsletter", "bounce", "notification"].includes(kind)) expect({ ...read[index], topic: "", email: "" }).toEqual({ first: "", last: "", company: "", title: "", site: "", city: "", zip: "", topic: "", email: "", phones: "" });
  });
});
