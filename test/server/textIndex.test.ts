import { expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Kept } from "../../server/store/kept.ts";
import { TextIndex } from "../../server/store/textIndex.ts";

const part = fc.constantFrom("a", "b", "ab", "ba", "ä", "王", "明远", "\u{1f600}", ".", "@", "a.b");
const text = fc.array(fc.oneof(part, fc.constant(" ")), { maxLength: 8 }).map(parts => parts.join(""));
const words = fc.uniqueArray(fc.array(part, { minLength: 1, maxLength: 4 }).map(parts => parts.join("")), { minLength: 1, maxLength: 3 });
const change = fc.record({ id: fc.integer({ min: 0, max: 30 }).map(String), text: fc.option(text, { freq: 6 }), owner: fc.constantFrom("ann", "ben", "王"), time: fc.constantFrom(0, 0, 0, Infinity) });
const row = (id: string, text: string, owner = "ann"): Kept => ({ type: "t", id, version: 1, keys: { owner, readers: [owner, "any"].slice(0, text.length % 3) }, text, data: "" });

it("finds exactly the rows that hold all of the words and may be seen, whatever was indexed, changed or dropped", () => {
  fc.assert(fc.property(fc.array(change, { maxLength: 120 }), fc.array(words, { maxLength: 5 }), (changes, searches) => {
    const index = new TextIndex(), model = new Map<string, Kept>();
    for (const { id, text, owner, time } of changes) {
      if (text === null) { index.drop(id); model.delete(id); }
      else { const now = row(id, text, owner); index.put(now); model.set(id, now); }
      if (time) index.catchUp(time);
    }
    for (const search of searches) {
      const found = index.matching(search), expected = [...model.values()].filter(({ text }) => search.every(word => text.includes(word)));
      expect(Array.from(found, number => index.row(number).id).sort()).toEqual(expected.map(({ id }) => id).sort());
      const visible = expected.filter(({ keys }) => keys.owner === "ann" && ((keys.readers as string[]).includes("any") || !(keys.readers as string[]).length)), ids = visible.map(({ id }) => id).sort();
      const seen = index.passing(found, { owner: "ann" }, [{ readers: ["any", "eve"] }, { readers: null }]), among = index.among(seen);
      expect(Array.from(index.passing(undefined, { owner: { from: "b", to: "c" } }), number => index.row(number).id).sort()).toEqual([...model.values()].filter(({ keys }) => keys.owner === "ben").map(({ id }) => id).sort());
      expect([Array.from(seen, number => index.row(number).id).sort(), [...model.values()].filter(among).map(({ id }) => id).sort()]).toEqual([ids, ids]);
    }
  }), { numRuns: 300 });
});

it("gives all numbers anew when most are of texts that have changed, and still finds", () => {
  const index = new TextIndex();
  for (let n = 0; n < 30_000; n++) { index.put(row(String(n % 100), `word${n}`)); if (n % 1000 === 0) index.catchUp(Infinity); }
  index.catchUp(Infinity);
  expect(["word29950", "word29800", "word", "29999"].map(word => index.matching([word]).length)).toEqual([1, 0, 100, 1]);
  expect(index.row(index.matching(["29999"])[0]!).id).toBe("99");
  expect(Math.max(...index.matching(["word"]))).toBeLessThan(15_000);
});
