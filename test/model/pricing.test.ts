import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { decimal, minus, numberOf, over, plus, round, show, times, wholeOver } from "../../model/decimal.ts";
import { lineAmounts, priceOf, totals, volumeDiscount, type PricedLine, type Step } from "../../model/pricing.ts";

/** An oracle that shares nothing with the code: fractions of integers. */
type Fraction = [n: bigint, d: bigint];
const fraction = (of: number): Fraction => { const [whole, part = ""] = of.toFixed(10).split("."); return [BigInt(whole + part), 10n ** BigInt(part.length)]; };
const cents = ([n, d]: Fraction): bigint => { const s = n < 0n ? -1n : 1n, twice = s * n * 200n + d; return s * (twice / (2n * d)); };
const amount = fc.integer({ min: 0, max: 10_000_000 }).map(n => n / 100), rate = fc.integer({ min: 0, max: 3000 }).map(n => n / 100), quantity = fc.integer({ min: 1, max: 100_000 }).map(n => n / 10);

describe("exact decimals", () => {
  it("add, subtract and multiply without the errors of doubles", () => {
    expect(numberOf(plus(decimal(0.1), decimal(0.2)))).toBe(0.3);
    expect(numberOf(times(decimal(1.005), decimal(1000)))).toBe(1005);
    expect(show(minus(decimal("1e-7"), decimal(2)))).toBe("-1.9999999");
    expect(decimal(1e21)).toEqual({ digits: 10n ** 21n, scale: 0 });
  });
  it("round halves away from zero, and whole numbers down and up", () => {
    expect([2.345, -2.345, 2.344, 1.005].map(n => numberOf(round(decimal(n), 2)))).toEqual([2.35, -2.35, 2.34, 1.01]);
    expect([-1.5, 1.5, 2].map(n => [numberOf(wholeOver(decimal(n), decimal(1), -1)), numberOf(wholeOver(decimal(n), decimal(1), 1))])).toEqual([[-2, -1], [1, 2], [2, 2]]);
    expect(show(over(decimal(-2), decimal(3), 4))).toBe("-0.6667");
  });
  it("refuse what is no number", () => expect(() => decimal(NaN)).toThrow("Not a decimal"));
});

describe("a price under a price list", () => {
  const product = { listPrice: 199.9, currentCost: 80, standardCost: 75 };
  it("follows each of the six methods", () => {
    expect(priceOf({ method: "amount", amount: 150 }, product)).toBe(150);
    expect(priceOf({ method: "percentOfList", percentage: 90 }, product)).toBe(179.91);
    expect(priceOf({ method: "markupCurrent", percentage: 25 }, product)).toBe(100);
    expect(priceOf({ method: "marginCurrent", percentage: 20 }, product)).toBe(100);
    expect(priceOf({ method: "markupStandard", percentage: 10 }, product)).toBe(82.5);
    expect(priceOf({ method: "marginStandard", percentage: 40 }, product)).toBe(125);
  });
  it("rounds up, down and to the nearest, to multiples and to endings", () => {
    const at = (rounding: "up" | "down" | "nearest", roundingTo: "endsIn" | "multipleOf", roundingAmount: number, amount = 123.41) => priceOf({ method: "amount", amount, rounding, roundingTo, roundingAmount }, product);
    expect([at("up", "multipleOf", 5), at("down", "multipleOf", 5), at("nearest", "multipleOf", 0.25)]).toEqual([125, 120, 123.5]);
    expect([at("up", "endsIn", 0.99), at("down", "endsIn", 0.99), at("nearest", "endsIn", 9.99)]).toEqual([123.99, 122.99, 119.99]);
  });
  it("is none where the product lacks the figure or the margin is everything", () => {
    expect([priceOf({ method: "percentOfList", percentage: 90 }, {}), priceOf({ method: "marginCurrent", percentage: 100 }, product), priceOf({ method: "amount" }, product)]).toEqual([undefined, undefined, undefined]);
  });
  it("takes a volume discount only within its tiers", () => {
    const tiers = [{ low: 10, high: 49, percentage: 5 }, { low: 50, amount: 12.5 }];
    expect([9, 10, 49, 49.5, 50, 1000].map(n => volumeDiscount(tiers, n, 99.99))).toEqual([0, 5, 5, 0, 12.5, 12.5]);
  });
});

describe("the sums of a quote", () => {
  const line = fc.record({ quantity, price: amount, volumeDiscount: fc.integer({ min: 0, max: 500 }).map(n => n / 100), discount: amount, taxRate: rate });
  it("agree with fractions of integers to the last cent", () => {
    fc.assert(fc.property(line, one => {
      const q = fraction(one.quantity), p = fraction(one.price), v = fraction(one.volumeDiscount);
      const base = cents([(p[0] * v[1] - v[0] * p[1]) * q[0], p[1] * v[1] * q[1]]), net = base - cents(fraction(one.discount)), t = fraction(one.taxRate);
      const tax = cents([net * t[0], 100n * 100n * t[1]]), got = lineAmounts(one as PricedLine);
      expect([got.base, got.tax, got.extended].map(n => cents(fraction(n)))).toEqual([base, tax, net + tax]);
    }));
  });
  it("add up: the total is the lines less the discount, with freight and tax", () => {
    fc.assert(fc.property(fc.array(line, { maxLength: 8 }), rate, amount, amount, (lines, discountPercent, discount, freight) => {
      const got = totals(lines as PricedLine[], { discountPercent, discount, freight }), c = (n: number) => cents(fraction(n));
      expect(c(got.lines)).toBe(lines.map(one => lineAmounts(one as PricedLine)).reduce((sum, one) => sum + c(one.extended) - c(one.tax), 0n));
      expect(c(got.total)).toBe(c(got.lines) - c(got.discount) + c(freight) + c(got.tax));
    }));
  });
  it("are rounded once: what lies just below half a cent is less than half a cent", () => {
    expect(totals([{ quantity: 1, price: 0.01 }], { discountPercent: 49.99999 }).discount).toBe(0);
    expect(priceOf({ method: "markupCurrent", percentage: 4899.99996 }, { currentCost: 0.0001 })).toBe(0);
    expect(lineAmounts({ quantity: 1, price: 10, discount: 0.5, taxRate: 9 }, 0)).toEqual({ base: 10, tax: 1, extended: 10 });
  });
  it("can be followed step by step to the stored cent", () => {
    const steps: Step[] = [], lines = [{ quantity: 3, price: 19.99, volumeDiscount: 1, taxRate: 19 }, { quantity: 1, price: 100, discount: 10, tax: 7 }];
    expect(totals(lines, { discountPercent: 10, freight: 12 }, 2, steps)).toEqual({ lines: 146.97, discount: 14.7, lessFreight: 132.27, tax: 17.82, total: 162.09 });
    expect(steps.map(step => [step.what, step.sum, step.result])).toEqual([["lines", "56.97 + 90", "146.97"], ["headerDiscount", "0 + 146.97 × 10 %", "14.7"], ["lessFreight", "146.97 − 14.7", "132.27"], ["total", "132.27 + 12 + 17.82", "162.09"]]);
  });
});
