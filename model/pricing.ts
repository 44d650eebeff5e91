import { compare, decimal, minus, numberOf, over, plus, round, show, times, wholeNear, type Decimal } from "./decimal.ts";

/** How a price list makes a price from a product's own figures (Dynamics' six pricing methods). */
export type PricingMethod = "amount" | "percentOfList" | "markupCurrent" | "marginCurrent" | "markupStandard" | "marginStandard";
export interface PriceListItem {
  method: PricingMethod;
  amount?: number; percentage?: number;
  rounding?: "none" | "up" | "down" | "nearest";
  /** Prices end in this amount (…9.99), or are a multiple of it. */
  roundingTo?: "endsIn" | "multipleOf"; roundingAmount?: number;
}
export interface ProductFigures { listPrice?: number; currentCost?: number; standardCost?: number }
/** A tier of a discount list: from `low` to `high` pieces, both included. */
export interface DiscountTier { low: number; high?: number; percentage?: number; amount?: number }

export interface PricedLine {
  quantity: number;
  /** Per unit. */
  price: number;
  volumeDiscount?: number;
  /** Off the whole line. */
  discount?: number;
  /** Per cent; a typed `tax` takes its place. */
  taxRate?: number; tax?: number;
}
export interface Header { discountPercent?: number; discount?: number; freight?: number }
export interface LineAmounts { base: number; tax: number; extended: number }
export interface Totals { lines: number; discount: number; lessFreight: number; tax: number; total: number }

/** One step of a sum, as a person would check it on paper. */
export interface Step { what: StepName; sum: string; result: string }
export type StepName = "listPrice" | "cost" | "method" | "rounding" | "volumeDiscount" | "base" | "lineDiscount" | "lineTax" | "extended" | "agreed" | "lines" | "headerDiscount" | "lessFreight" | "freight" | "tax" | "total";

/** The price of one unit under a price list item, rounded as it says; undefined where the product lacks the figure that the method needs, or a margin of 100 % or more makes no sense. */
export function priceOf(item: PriceListItem, product: ProductFigures, scale = 2, steps: Step[] = []): number | undefined {
  const note = (what: StepName, sum: string, result: Decimal) => { steps.push({ what, sum, result: show(result) }); return result; };
  const p = decimal(item.percentage ?? 0), hundred = decimal(100), figure = figureOf(item.method, product);
  if (item.method === "amount") return item.amount === undefined ? undefined : numberOf(rounded(note("method", show(decimal(item.amount)), decimal(item.amount)), item, scale, steps));
  if (figure === undefined) return undefined;
  const from = note(item.method === "percentOfList" ? "listPrice" : "cost", show(decimal(figure)), decimal(figure));
  if (item.method.startsWith("margin") && compare(p, hundred) >= 0) return undefined;
  const price = item.method === "percentOfList" ? note("method", `${show(from)} × ${show(p)} %`, over(times(from, p), hundred, 10))
    : item.method.startsWith("markup") ? note("method", `${show(from)} × (100 + ${show(p)}) %`, over(times(from, plus(hundred, p)), hundred, 10))
    : note("method", `${show(from)} + ${show(from)} × ${show(p)} / (100 − ${show(p)})`, plus(from, over(times(from, p), minus(hundred, p), 10)));
  return numberOf(rounded(price, item, scale, steps));
}

const figureOf = (method: PricingMethod, product: ProductFigures) => method === "percentOfList" ? product.listPrice : method.endsWith("Current") ? product.currentCost : product.standardCost;

function rounded(price: Decimal, { rounding = "none", roundingTo = "multipleOf", roundingAmount }: PriceListItem, scale: number, steps: Step[]): Decimal {
  if (rounding === "none" || !roundingAmount) return round(price, scale);
  const unit = decimal(roundingAmount);
  const [step, offset] = roundingTo === "multipleOf" ? [unit, decimal(0)] : [endingStep(unit), unit];
  const result = round(plus(times(nearest(over(minus(price, offset), step, 12), rounding), step), offset), scale);
  steps.push({ what: "rounding", sum: `${show(round(price, 10))} ${rounding} ${roundingTo} ${show(unit)}`, result: show(result) });
  return result;
}
/** Prices that end in 0.99 lie 1 apart, in 9.99 lie 10 apart: the next power of ten above the ending. */
function endingStep(ending: Decimal): Decimal {
  let step = decimal(1);
  while (compare(step, ending) <= 0) step = times(step, decimal(10));
  return step;
}
function nearest(ratio: Decimal, rounding: "up" | "down" | "nearest" | "none"): Decimal {
  return rounding === "nearest" ? round(ratio, 0) : wholeNear(ratio, rounding === "up" ? 1 : -1);
}

/** What a discount list takes off each unit of this many; nothing outside of its tiers. */
export function volumeDiscount(tiers: readonly DiscountTier[], quantity: number, price: number, scale = 2): number {
  const tier = tiers.find(({ low, high }) => quantity >= low && (high === undefined || quantity <= high));
  if (!tier) return 0;
  return numberOf(tier.amount !== undefined ? decimal(tier.amount) : round(over(times(decimal(price), decimal(tier.percentage ?? 0)), decimal(100), 10), scale));
}

/** base = (price − volume discount) × quantity; extended = base − discount + tax; each rounded to the currency's smallest unit. */
export function lineAmounts(line: PricedLine, scale = 2, steps: Step[] = []): LineAmounts {
  const price = decimal(line.price), off = decimal(line.volumeDiscount ?? 0), quantity = decimal(line.quantity), discount = decimal(line.discount ?? 0);
  const base = round(times(minus(price, off), quantity), scale), net = minus(base, discount);
  const tax = line.tax !== undefined ? decimal(line.tax) : round(over(times(net, decimal(line.taxRate ?? 0)), decimal(100), scale + 6), scale);
  const extended = plus(net, tax);
  steps.push(
    { what: "base", sum: `(${show(price)} − ${show(off)}) × ${show(quantity)}`, result: show(base) },
    { what: "lineTax", sum: line.tax !== undefined ? show(tax) : `${show(net)} × ${show(decimal(line.taxRate ?? 0))} %`, result: show(tax) },
    { what: "extended", sum: `${show(base)} − ${show(discount)} + ${show(tax)}`, result: show(extended) },
  );
  return { base: numberOf(base), tax: numberOf(tax), extended: numberOf(extended) };
}

/** The foot of a quote, an order or an invoice. Lines are counted without their tax, which is added once, with the freight, at the end. */
export function totals(lines: readonly PricedLine[], { discountPercent = 0, discount = 0, freight = 0 }: Header, scale = 2, steps: Step[] = []): Totals {
  const amounts = lines.map(line => lineAmounts(line, scale));
  const sum = amounts.reduce((all, { extended, tax }) => plus(all, minus(decimal(extended), decimal(tax))), decimal(0));
  const tax = amounts.reduce((all, one) => plus(all, decimal(one.tax)), decimal(0));
  const off = plus(decimal(discount), round(over(times(sum, decimal(discountPercent)), decimal(100), scale + 6), scale));
  const lessFreight = minus(sum, off), total = plus(plus(lessFreight, decimal(freight)), tax);
  steps.push(
    { what: "lines", sum: amounts.map(({ extended, tax }) => show(minus(decimal(extended), decimal(tax)))).join(" + ") || "0", result: show(sum) },
    { what: "headerDiscount", sum: `${show(decimal(discount))} + ${show(sum)} × ${show(decimal(discountPercent))} %`, result: show(off) },
    { what: "lessFreight", sum: `${show(sum)} − ${show(off)}`, result: show(lessFreight) },
    { what: "total", sum: `${show(lessFreight)} + ${show(decimal(freight))} + ${show(tax)}`, result: show(total) },
  );
  return { lines: numberOf(sum), discount: numberOf(off), lessFreight: numberOf(lessFreight), tax: numberOf(tax), total: numberOf(total) };
}
