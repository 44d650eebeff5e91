import { expect, it } from "@jest/globals";
import { readingSize } from "../bench/readingSize.ts";

it("adds less than 60 kB of compressed JavaScript for reading the first mail, and brings the numbering plans later", async () => {
  const { first, background } = await readingSize();
  expect(first).toBeGreaterThan(20_000);
  expect(first).toBeLessThan(60_000);
  expect(background).toBeGreaterThan(5_000);
});
