import { describe, expect, it } from "@jest/globals";
import { fitnessOf, recommend, type Piece } from "../../model/recommend.ts";

const today = "2026-11-24";
const piece = (id: string, more: Partial<Piece> = {}): Piece => ({ id, title: id, forCustomers: true, ...more });
const ids = (found: { id: string }[]) => found.map(({ id }) => id);

describe("literature for a deal", () => {
  const pieces = [piece("about us"), piece("vortex sheet", { products: ["vortex"] }), piece("against Ergonova", { competitors: ["ergonova"], products: ["vortex"] }), piece("autumn fair", { campaigns: ["fair"] })];

  it("puts first what speaks of the deal's products and competitors, and says which", () => {
    const found = recommend(pieces, { today, products: ["vortex"], competitors: ["ergonova"] });
    expect(ids(found)).toEqual(["against Ergonova", "vortex sheet", "about us", "autumn fair"]);
    expect(found[0]!.reasons).toEqual([{ why: "product", of: ["vortex"] }, { why: "competitor", of: ["ergonova"] }]);
    expect(found[2]!.reasons).toEqual([]);
  });
  it("counts every product that is shared", () => {
    const two = [piece("one", { products: ["a"] }), piece("two", { products: ["a", "b"] })];
    expect(ids(recommend(two, { today, products: ["a", "b"] }))).toEqual(["two", "one"]);
  });
  it("gives only what holds all the words asked for, in any case and width", () => {
    const some = [piece("Price list 2027", { keywords: "ＦＭ-200 保修" }), piece("Manual FM-200")];
    expect(ids(recommend(some, { today, words: "fm-200 price" }))).toEqual(["Price list 2027"]);
    expect(ids(recommend(some, { today, words: "保修" }))).toEqual(["Price list 2027"]);
  });
  it("finds words inside the files, below a title that says them", () => {
    const found = recommend([piece("Manual"), piece("Warranty terms")], { today, words: "warranty", found: new Set(["Manual"]) });
    expect(found.map(({ id, reasons }) => [id, reasons[0]!.why])).toEqual([["Warranty terms", "title"], ["Manual", "inside"]]);
  });
  it("knows what helps at a stage", () => {
    const found = recommend([piece("sheet", { kind: "productSheet" }), piece("prices", { kind: "priceSheets" })], { today, stage: "qualify" });
    expect(found.every(({ reasons }) => reasons.length === 0)).toBe(true);
    expect(ids(recommend([piece("company", { kind: "manuals" }), piece("prices", { kind: "priceSheets" })], { today, stage: "propose" }))[0]).toBe("prices");
  });
  it("puts what has expired last, however well it fits", () => {
    expect(ids(recommend([piece("old", { products: ["a"], expires: "2026-11-23" }), piece("any")], { today, products: ["a"] }))).toEqual(["any", "old"]);
  });
});

describe("whether a piece may leave the house", () => {
  it.each([
    ["has no end", {}, "fine"], ["expired yesterday", { expires: "2026-11-23" }, "expired"], ["may be sent today for the last time", { expires: today }, "expiring"],
    ["ends in 13 days", { expires: "2026-12-07" }, "expiring"], ["ends in 14 days", { expires: "2026-12-08" }, "fine"], ["is for ourselves", { forCustomers: false }, "internal"], ["does not say", { forCustomers: undefined }, "internal"],
    ["is for ourselves and expired", { forCustomers: false, expires: "2026-01-01" }, "expired"],
  ] as const)("one that %s", (_what, given, fitness) => expect(fitnessOf({ forCustomers: true, ...given }, today)).toBe(fitness));
});
