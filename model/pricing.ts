import { compare, decimal, minus, numberOf, over, plus, round, show, times, wholeOver, type Decimal } from "./decimal.ts";

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
  const p = decimal(item.percentage ?? 0), figure = figureOf(item.method, product);
  if (item.method === "amount") return item.amount === undefined ? undefined : made({ of: decimal(item.amount), by: one }, String(item.amount));
  if (figure === undefined || item.method.startsWith("margin") && compare(p, hundred) >= 0) return undefined;
  const from = decimal(figure), said = show(from), percent = show(p);
  steps.push({ what: item.method === "percentOfList" ? "listPrice" : "cost", sum: said, result: said });
  return item.method === "percentOfList" ? made({ of: times(from, p), by: hundred }, `${said} × ${percent} %`)
    : item.method.startsWith("markup") ? made({ of: times(from, plus(hundred, p)), by: hundred }, `${said} × (100 + ${percent}) %`)
    : made({ of: times(from, hundred), by: minus(hundred, p) }, `${said} + ${said} × ${percent} / (100 − ${percent})`);

  function made(price: Ratio, sum: string): number {
    steps.push({ what: "method", sum, result: show(over(price.of, price.by, 10)) });
    return numberOf(rounded(price, item, scale, steps));
  }
}
/** A price before it is rounded, kept as a fraction: rounding twice would not be rounding. */
interface Ratio { of: Decimal; by: Decimal }
const one = decimal(1), hundred = decimal(100);

const figureOf = (method: PricingMethod, product: ProductFigures) => method === "percentOfList" ? product.listPrice : method.endsWith("Current") ? product.currentCost : product.standardCost;

function rounded({ of, by }: Ratio, { rounding = "none", roundingTo = "multipleOf", roundingAmount }: PriceListItem, scale: number, steps: Step[]): Decimal {
  if (rounding === "none" || !roundingAmount) return over(of, by, scale);
  const unit = decimal(roundingAmount);
  const [step, offset] = roundingTo === "multipleOf" ? [unit, decimal(0)] : [endingStep(unit), unit];
  const far = minus(of, times(offset, by)), between = times(by, step);
  const result = round(plus(times(rounding === "nearest" ? over(far, between, 0) : wholeOver(far, between, rounding === "up" ? 1 : -1), step), offset), scale);
  steps.push({ what: "rounding", sum: `${show(over(of, by, 10))} ${rounding} ${roundingTo} ${show(unit)}`, result: show(result) });
  return result;
}
/** Prices that end in 0.99 lie 1 apart, in 9.99 lie 10 apart: the next power of ten above the ending. */
function endingStep(ending: Decimal): Decimal {
  let step = decimal(1);
  while (compare(step, ending) <= 0) step = times(step, decimal(10));
  return step;
}

/** What a discount list takes off each unit of this many; nothing outside of its tiers. */
export function volumeDiscount(tiers: readonly DiscountTier[], quantity: number, price: number, scale = 2): number {
  const tier = tiers.find(({ low, high }) => quantity >= low && (high === undefined || quantity <= high));
  if (!tier) return 0;
  return numberOf(tier.amount !== undefined ? decimal(tier.amount) : over(times(decimal(price), decimal(tier.percentage ?? 0)), hundred, scale));
}

/** base = (price − volume discount) × quantity; extended = base − discount + tax; each rounded once, to the currency's smallest unit, as is what was typed. */
export function lineAmounts(line: PricedLine, scale = 2, steps: Step[] = []): LineAmounts {
  const price = decimal(line.price), off = decimal(line.volumeDiscount ?? 0), quantity = decimal(line.quantity), discount = round(decimal(line.discount ?? 0), scale);
  const base = round(times(minus(price, off), quantity), scale), net = minus(base, discount);
  const tax = line.tax !== undefined ? round(decimal(line.tax), scale) : over(times(net, decimal(line.taxRate ?? 0)), hundred, scale);
  const extended = plus(net, tax);
  steps.push(
    { what: "base", sum: `(${show(price)} − ${show(off)}) × ${show(quantity)}`, result: show(base) },
    { what: "lineTax", sum: line.tax !== undefined ? show(tax) : `${show(net)} × ${show(decimal(line.taxRate ?? 0))} %`, result: show(tax) },
    { what: "extended", sum: `${show(base)} − ${show(discount)} + ${show(tax)}`, result: show(extended) },
  );
  return { base: numberOf(base), tax: numberOf(tax), extended: numberOf(extended) };
}

/** The foot of a quote, an order or an invoice. Lines are counted without their tax, which is added once, with the freight, at the end. */
export function totals(lines: readonly PricedLine[], { discountPercent = 0, ...header }: Header, scale = 2, steps: Step[] = []): Totals {
  const [discount, freight] = [header.discount, header.freight].map(amount => round(decimal(amount ?? 0), scale)) as [Decimal, Decimal];
  const amounts = lines.map(line => lineAmounts(line, scale));
  const sum = amounts.reduce((all, { extended, tax }) => plus(all, minus(decimal(extended), decimal(tax))), decimal(0));
  const tax = amounts.reduce((all, one) => plus(all, decimal(one.tax)), decimal(0));
  const off = plus(discount, over(times(sum, decimal(discountPercent)), hundred, scale));
  const lessFreight = minus(sum, off), total = plus(plus(lessFreight, freight), tax);
  steps.push(
    { what: "lines", sum: amounts.map(({ extended, tax }) => show(minus(decimal(extended), decimal(tax)))).join(" + ") || "0", result: show(sum) },
    { what: "headerDiscount", sum: `${show(discount)} + ${show(sum)} × ${show(decimal(discountPercent))} %`, result: show(off) },
    { what: "lessFreight", sum: `${show(sum)} − ${show(off)}`, result: show(lessFreight) },
    { what: "total", sum: `${show(lessFreight)} + ${show(freight)} + ${show(tax)}`, result: show(total) },
  );
  return { lines: numberOf(sum), discount: numberOf(off), lessFreight: numberOf(lessFreight), tax: numberOf(tax), total: numberOf(total) };
}
