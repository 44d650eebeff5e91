import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { around, intactPieces, nearTo } from "../../model/near.ts";

const word = fc.stringMatching(/^[a-z]{5,12}$/);
/** A word with one slip in it: a letter too many, too few, another, or two that changed places. */
const slipped = word.chain(right => fc.tuple(fc.constant(right), fc.nat(right.length - 2), fc.constantFrom("drop", "add", "other", "swap"), fc.constantFrom(..."qxz")).map(([, at, how, letter]) =>
  [right, how === "drop" ? right.slice(0, at) + right.slice(at + 1) : how === "add" ? right.slice(0, at) + letter + right.slice(at) : how === "other" ? right.slice(0, at) + letter + right.slice(at + 1) : right.slice(0, at) + right[at + 1]! + right[at]! + right.slice(at + 2)] as const));

describe("a misspelt word", () => {
  it("is found by one of its pieces and recognised, whatever the slip", () => fc.assert(fc.property(slipped, ([right, typed]) => {
    fc.pre(typed.length >= 5);
    expect(intactPieces(typed).some(piece => right.includes(piece))).toBe(true);
    expect(nearTo(typed)(`offer for ${right} ltd`)).toBe(true);
  })));
  it.each([["nortgate", "northgate analytics"], ["northgtae", "northgate analytics"], ["nrothga", "northgate analytics"], ["brokne", "a broken pump"], ["fenwikc", "jamie fenwick"]])("%s means %s", (typed, said) => expect(nearTo(typed)(said)).toBe(true));
  it.each([["northgate", "southport"], ["sensor", "sponsor"], ["pumps", "lamps"]])("%s does not mean %s", (typed, said) => expect(nearTo(typed)(said)).toBe(false));
  it("is not guessed where it is short or Chinese", () => expect([intactPieces("mara"), intactPieces("汉风汽车制造")]).toEqual([[], []]));
  it("is shown with what is around it, in one line", () => expect(around(`First\n${"a ".repeat(60)}membrane cell room ${"b ".repeat(80)}`, ["membrane"])).toMatch(/^…a .*membrane cell room b .*…$/));
});
