import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { e164 } from "../../../model/reading/phones.ts";
import { numberingPlans } from "../../bench/numberingPlans.ts";

test("the numbering plans are those of the library that is installed", () => {
  expect(readFileSync("model/reading/words/numberingPlans.ts", "utf8")).toBe(numberingPlans());
});

test("reads national and international numbers, and keeps an international one of a country without a plan", () => {
  expect(e164("020 7946 0123", ["GB"])).toBe("+442079460123");
  expect(e164("0044 20 7946 0123", ["US"])).toBe("+442079460123");
  expect(e164("+998 71 200 12 34", ["US"])).toBe("+998712001234");
  expect(e164("+44 999", ["US"])).toBeUndefined();
  expect(e164("12345678", ["UZ"])).toBeUndefined();
});
