import { describe, expect, test } from "@jest/globals";
import * as numbers from "../../../model/reading/phones.ts";
import { readMail } from "../../../model/reading/read.ts";
import type { Reading } from "../../../model/reading/reading.ts";

const read = (text: string, html?: string): Reading => readMail({ from: { name: "Ada Quill", address: "ada@quillworks.example" }, subject: "Ink", text: html ? "" : text, html, defaultRegion: "US" }, numbers);
const filled = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length));

describe("twice the mail takes at most twice the steps, full of", () => {
  const pieces = ["a ", "a\n", "a\n\n\n", "--\n", "> ", "From: a\n", "From: A <a@b.example>\nSent: Monday\nTo: B\nSubject: S\n\n", "On Mon, Jan 1 2024 foo\n", "Name: x\n", "Name:\n", "Name\tx\n", "+1 617 555 0142, ", "a.b@c-d.example ", "http://a.example/ ", "Manager\n", "Acme Ltd\n", "王", "公司\n", "Best regards,\nAda Quill\n", "We will call you again on Friday, I hope.\n"];
  for (const piece of pieces) test(JSON.stringify(piece), () => {
    for (const length of [8000, 32_000]) {
      const once = read(filled(piece, length)).steps, twice = read(filled(piece, 2 * length)).steps;
      expect(once).toBeGreaterThan(length / 2);
      expect(twice).toBeLessThanOrEqual(2.1 * once + 2000);
    }
  });
  for (const piece of ["<div>", "<br>", "<p>Ink</p>", "&amp;", "<blockquote>", "<a b=\"", "<!--"]) test(`HTML ${JSON.stringify(piece)}`, () => {
    const once = read("", filled(piece, 16_000)).steps, twice = read("", filled(piece, 32_000)).steps;
    expect(twice).toBeLessThanOrEqual(2.1 * once + 2000);
  });
});

test("a mail of megabytes takes no more steps than one of half a megabyte", () => {
  const line = "2024-05-06 09:12:30 pump 4 started, pressure 3.1 bar\n";
  expect(read(filled(line, 4_000_000)).steps).toBeLessThanOrEqual(1.1 * read(filled(line, 500_000)).steps);
});

test("the signature below a very long paste is found, and its words point into what came in", () => {
  const reading = read(`Hello,\n\n${filled("2024-05-06 09:12:30 pump 4 started\n", 600_000)}\nBest regards,\nAda Quill\nBuyer\nQuill Works Ltd\n`);
  expect(reading.company?.value).toBe("Quill Works Ltd");
  expect(reading.text.slice(reading.company!.words.from, reading.company!.words.to)).toBe("Quill Works Ltd");
});
