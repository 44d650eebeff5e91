import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { Grams } from "../../server/store/grams.ts";
import type { Kept } from "../../server/store/kept.ts";

const text = fc.array(fc.constantFrom("a", "b", "ab", "ä", "王", "明远", "\u{1f600}", " "), { maxLength: 8 }).map(parts => parts.join(""));
const words = fc.uniqueArray(text.map(one => one.replaceAll(" ", "")).filter(Boolean), { minLength: 1, maxLength: 3 });
const change = fc.record({ id: fc.integer({ min: 0, max: 30 }).map(String), text: fc.option(text, { freq: 6 }), time: fc.constantFrom(0, 0, 0, Infinity) });

it("finds exactly the rows that hold all of the words, and never estimates fewer, whatever was indexed, changed or dropped", () => {
  fc.assert(fc.property(fc.array(change, { maxLength: 120 }), fc.array(words, { maxLength: 5 }), (changes, searches) => {
    const grams = new Grams(), model = new Map<string, string>();
    for (const { id, text, time } of changes) {
      if (text === null) { grams.drop(id); model.delete(id); }
      else { grams.put({ type: "t", id, version: 1, keys: {}, text, data: "" } satisfies Kept); model.set(id, text); }
      if (time) grams.catchUp(time);
    }
    for (const search of searches) {
      const expected = [...model].filter(([, text]) => search.every(word => text.includes(word))).map(([id]) => id).sort();
      expect(grams.matches(search).map(row => row.id).sort()).toEqual(expected);
      expect(grams.estimate(search)).toBeGreaterThanOrEqual(expected.length);
    }
  }), { numRuns: 300 });
});
