import { describe, expect, test } from "@jest/globals";
import * as numbers from "../../../model/reading/phones.ts";
import { readMail } from "../../../model/reading/read.ts";
import { samples } from "./mails.ts";

describe("reads a lead as a careful assistant would", () => {
  for (const sample of samples) test(sample.says, () => {
    const reading = readMail(sample.mail, numbers);
    expect({ kind: reading.kind, first: reading.firstName?.value, last: reading.lastName?.value, company: reading.company?.value, title: reading.jobTitle?.value, phones: reading.phones.map(phone => phone.value).filter(phone => !/^\+447700/.test(phone)), site: reading.website?.value, city: reading.city?.value, topic: reading.topic?.value, reply: reading.reply?.value })
      .toEqual({ kind: sample.kind, first: sample.first, last: sample.last, company: sample.company, title: sample.title, phones: sample.phones ?? [], site: sample.site, city: sample.city, topic: sample.topic, reply: sample.reply });
  });
});

test("every value read from the text points at its own words", () => {
  for (const { mail } of samples) {
    const reading = readMail(mail, numbers);
    for (const read of [reading.company, reading.jobTitle, reading.website]) if (read?.words.source === "text") expect(reading.text.slice(read.words.from, read.words.to)).toBe(read.value);
    for (const phone of reading.phones) expect(reading.text.slice(phone.words.from, phone.words.to)).toMatch(/\d/);
  }
});

test("reads HTML without its scripts, styles and comments", () => {
  const reading = readMail({ from: { name: "Ada Quill", address: "ada@quillworks.example" }, subject: "Ink", text: "", html: "<style>p{}</style><script>alert(1)</script><p>Two litres, please.</p><!-- no --><p>Regards,<br>Ada Quill<br>Buyer<br>Quill Works Ltd</p>" }, numbers);
  expect(reading.reply?.value).toBe("Two litres, please.");
  expect(reading.company?.value).toBe("Quill Works Ltd");
  expect(reading.text).not.toMatch(/alert|no -->/);
});

test("a message full of one thing is read without an exception", () => {
  for (const piece of ["> ", "\n", "From: a\n", "Name:\n", "-", "On Mon, Jan 1 2024 foo\n", "+1 617 555 0142, ", "a@", "<", "王", "公司", "\ud800", "\u202eabc", "--\n", "http://a.b/", "Manager "]) {
    const reading = readMail({ from: { name: piece.repeat(50), address: "a@b.example" }, subject: piece.repeat(500), text: piece.repeat(Math.floor(20_000 / piece.length)) }, numbers);
    expect(reading.kind).toBeDefined();
    expect(() => readMail({ from: { name: "", address: "" }, subject: "", text: "", html: `<div>${piece}`.repeat(500) }, numbers)).not.toThrow();
  }
});
