import { beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { create } from "../../model/change.ts";
import { account } from "../../model/records/account.ts";
import { currency } from "../../model/records/currency.ts";
import { discountList } from "../../model/records/discountList.ts";
import { priceList } from "../../model/records/priceList.ts";
import { priceListItem } from "../../model/records/priceListItem.ts";
import { product } from "../../model/records/product.ts";
import { quote } from "../../model/records/quote.ts";
import { unit } from "../../model/records/unit.ts";
import { unitGroup } from "../../model/records/unitGroup.ts";
import { settle } from "../../server/settle.ts";
import { memoryStore } from "../../server/store/lowdb.ts";
import type { Store } from "../../server/store/store.ts";
import { work, type Who } from "../../server/work.ts";
import { dice } from "./samples.kit.ts";

/** Fractions of integers: they share nothing with the code that they judge. */
type Fraction = readonly [n: bigint, d: bigint];
const f = (of: number | undefined): Fraction => { const [whole, part = ""] = (of ?? 0).toFixed(12).split("."); return [BigInt(whole + part), 10n ** BigInt(part.length)]; };
const add = (a: Fraction, b: Fraction): Fraction => [a[0] * b[1] + b[0] * a[1], a[1] * b[1]], less = (a: Fraction, b: Fraction) => add(a, [-b[0], b[1]]), by = (a: Fraction, b: Fraction): Fraction => [a[0] * b[0], a[1] * b[1]], per = (a: Fraction, b: Fraction): Fraction => b[0] < 0n ? [-a[0] * b[1], a[1] * -b[0]] : [a[0] * b[1], a[1] * b[0]];
const floor = ([n, d]: Fraction) => n >= 0n || n % d === 0n ? n / d : n / d - 1n;
/** Halves away from zero. */
const cut = (a: Fraction, digits: number): Fraction => { const unit = 10n ** BigInt(digits), [n, d] = [a[0] * unit, a[1]]; return [n < 0n ? -floor([-2n * n + d, 2n * d]) : floor([2n * n + d, 2n * d]), unit]; };
const value = ([n, d]: Fraction): number => Number(`${n * 10_000n / d}e-4`), hundred: Fraction = [100n, 1n];

interface Item { method: string; amount?: number; percentage: number; rounding: string; roundingTo: string; roundingAmount: number; tiers: { low: number; high?: number; percentage: number }[]; listPrice: number; currentCost: number; standardCost: number }
function unitPrice(item: Item, scale: number): Fraction {
  const p = f(item.percentage), figure = f(item.method === "percentOfList" ? item.listPrice : item.method.endsWith("Current") ? item.currentCost : item.standardCost);
  const exact = item.method === "amount" ? f(item.amount) : item.method === "percentOfList" ? per(by(figure, p), hundred) : item.method.startsWith("markup") ? add(figure, per(by(figure, p), hundred)) : add(figure, per(by(figure, p), less(hundred, p)));
  if (item.rounding === "none") return cut(exact, scale);
  const amount = f(item.roundingAmount), step: Fraction = item.roundingTo === "multipleOf" ? amount : [10n ** BigInt(Math.max(0, String(Math.trunc(item.roundingAmount)).length - (item.roundingAmount < 1 ? 1 : 0))), 1n], start: Fraction = item.roundingTo === "multipleOf" ? [0n, 1n] : amount;
  const ratio = per(less(exact, start), step), n: bigint = item.rounding === "down" ? floor(ratio) : item.rounding === "up" ? -floor([-ratio[0], ratio[1]]) : cut(ratio, 0)[0];
  return cut(add(by([n, 1n], step), start), scale);
}
interface Given { item: number; quantity: number; discount: number; taxRate: number }
function judged(items: readonly Item[], lines: readonly Given[], head: { discountPercent: number; discount: number; freight: number }, scale: number) {
  const priced = lines.map(line => {
    const item = items[line.item]!, price = unitPrice(item, scale), tier = item.tiers.find(one => line.quantity >= one.low && line.quantity <= (one.high ?? Infinity));
    const off: Fraction = tier ? cut(per(by(price, f(tier.percentage)), hundred), scale) : [0n, 1n], base = cut(by(less(price, off), f(line.quantity)), scale), net = less(base, cut(f(line.discount), scale)), tax = cut(per(by(net, f(line.taxRate)), hundred), scale);
    return { price, base, net, tax };
  });
  const sum = (of: "net" | "tax") => priced.reduce<Fraction>((all, one) => add(all, one[of]), [0n, 1n]), linesTotal = sum("net"), tax = sum("tax");
  const discountTotal = add(cut(f(head.discount), scale), cut(per(by(linesTotal, f(head.discountPercent)), hundred), scale)), lessFreight = less(linesTotal, discountTotal);
  return { prices: priced.map(one => value(one.price)), bases: priced.map(one => value(one.base)), extended: priced.map(one => value(add(one.net, one.tax))), linesTotal: value(linesTotal), tax: value(tax), discountTotal: value(discountTotal), total: value(add(add(lessFreight, cut(f(head.freight), scale)), tax)) };
}

const who: Who = { id: "adm", name: "A", email: "a@x.example", role: "administrator", now: "2026-11-20T10:00:00.000Z" }, many = 40;
describe.each([[0], [2], [3]])("prices and sums of saved quotes in a currency of %i decimals", scale => {
  let store: Store;
  const items: Item[] = [], roll = dice(scale + 7), pick = <T,>(of: readonly T[]) => of[roll(of.length)]!;
  beforeAll(async () => {
    store = await memoryStore();
    await settle(store, who.now);
    for (let n = 0; n < many; n++) items.push({ method: pick(["amount", "percentOfList", "markupCurrent", "marginCurrent", "markupStandard", "marginStandard"]), amount: roll(9_999_999) / 10_000, percentage: roll(9_999_999) / 100_000, rounding: pick(["none", "none", "up", "down", "nearest"]), roundingTo: pick(["multipleOf", "endsIn"]), roundingAmount: pick([0.05, 0.3, 0.99, 5, 9.99, 7]), tiers: [{ low: 10, high: 49, percentage: roll(999_999) / 100_000 }, { low: 50, percentage: roll(1_999_999) / 100_000 }], listPrice: roll(99_999_999) / 10_000, currentCost: roll(9_999_999) / 10_000, standardCost: roll(9_999_999) / 10_000 });
    await work(store, who, [
      create(currency, { name: "C", code: "CCC", symbol: "C", precision: scale, rate: 1 }, "c"), create(account, { name: "A" }, "a"), create(unitGroup, { name: "G", baseName: "piece" }, "g"), create(unit, { name: "piece", group: "g", quantity: 1 }, "u"), create(priceList, { name: "L", currency: "c" }, "l"),
      ...items.flatMap((item, n) => [
        create(product, { name: `P${n}`, number: `P${n}`, unitGroup: "g", unit: "u", decimals: 5, listPrice: item.listPrice, currentCost: item.currentCost, standardCost: item.standardCost } as never, `p${n}`),
        create(discountList, { name: `D${n}`, tiers: item.tiers }, `d${n}`),
        create(priceListItem, { priceList: "l", product: `p${n}`, discountList: `d${n}`, method: item.method as "amount", amount: item.amount, percentage: item.percentage, rounding: item.rounding as "up", roundingTo: item.roundingTo as "endsIn", roundingAmount: item.rounding === "none" ? undefined : item.roundingAmount }, `i${n}`),
      ]),
    ]);
  });
  it("agree with fractions of integers to the last unit", async () => {
    const cents = (most: number) => fc.integer({ min: 0, max: most }).map(n => n / 100);
    const line = fc.record({ item: fc.nat(many - 1), quantity: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 9_999_999 }).map(n => n / 100_000)), discount: cents(9999), taxRate: fc.integer({ min: 0, max: 300_000 }).map(n => n / 10_000) });
    await fc.assert(fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), fc.integer({ min: 0, max: 1_999_999 }).map(n => n / 100_000), cents(9999), cents(9999), async (lines, discountPercent, discount, freight) => {
      const { rows: [made] } = await work(store, who, [create(quote, { name: "Q", priceList: "l", account: "a", discountPercent, discount, freight, lines: lines.map(({ item, ...more }) => ({ product: `p${item}`, unit: "u", ...more })) } as never)]);
      const { data } = (await store.get("quote", made!.id))!, stored = data.lines as { price: number; base: number; extended: number }[];
      const want = judged(items, lines, { discountPercent, discount, freight }, scale);
      expect({ prices: stored.map(one => one.price), bases: stored.map(one => one.base), extended: stored.map(one => one.extended), linesTotal: data.linesTotal, tax: data.tax, discountTotal: data.discountTotal, total: data.total }).toEqual(want);
    }), { numRuns: 100 });
  });
});
