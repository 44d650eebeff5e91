import { expect, it } from "@jest/globals";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const dist = join(import.meta.dirname, "../../dist/addin"), page = join(dist, "taskpane.html");
const scripts = (html: string) => [...html.matchAll(/<script[^>]{0,200}\ssrc="([^"]{1,200})"/g)].map(([, src]) => src!);

/** What the page asks for by itself: its scripts, and what it fetches ahead. */
const fetched = (html: string) => [...scripts(html), ...[...html.matchAll(/<link rel="preload" as="script" href="([^"]{1,200})"/g)].map(([, href]) => href!)];

// Needs the production build, which the one command for all tests makes first.
it("loads less than 110 kB of compressed JavaScript before the pane can be used", () => {
  expect(existsSync(page)).toBe(true);
  const own = fetched(readFileSync(page, "utf8")).filter(src => !src.startsWith("https:"));
  const sizes = own.map(file => brotliCompressSync(readFileSync(join(dist, file))).length);
  console.log(`First load: ${own.map((file, n) => `${file} ${sizes[n]}`).join(", ")}`);
  expect(own.length).toBeGreaterThan(0);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(110_000);
});

it("keeps exactly one tag of Outlook's library in the production page, and none in the demo's", () => {
  const foreign = (name: string) => scripts(readFileSync(join(dist, name), "utf8")).filter(src => /^https?:/.test(src));
  expect(foreign("taskpane.html")).toEqual(["https://appsforoffice.microsoft.com/lib/1/hosted/office.js"]);
  expect(foreign("demo.html")).toEqual([]);
});

it("gives every inline style and script of the pages the nonce of the answer", () => {
  for (const name of ["taskpane.html", "demo.html"]) {
    const inline = [...readFileSync(join(dist, name), "utf8").matchAll(/<(?:style|script)(?![^>]{0,300}\ssrc=)[^>]{0,300}>/g)].map(([tag]) => tag);
    expect(inline.length).toBe(2);
    for (const tag of inline) expect(tag).toContain('nonce="__CSP_NONCE__"');
  }
});
