import { compare, decimal, minus, numberOf, plus, round, times } from "./decimal.ts";
import { Problem, problem } from "./problem.ts";
import { lineAmounts, priceOf, totals, volumeDiscount, type DiscountTier, type PriceListItem, type ProductFigures, type Step } from "./pricing.ts";
import { harmless, type PricingProblem } from "./pricingProblem.ts";
import type { AnyRow, Asker, Read } from "./record.ts";

/** A line as it stands in the record. */
export interface Line {
  position?: number; product?: string; writeIn?: string; name?: string; unit?: string; quantity: number; price?: number; overridden?: boolean; volumeDiscount?: number; discount?: number; taxRate?: number; typedTax?: number;
  tax?: number; base?: number; extended?: number; problem?: string; kind?: string; bundle?: number; [more: string]: unknown;
}
interface Paper { currency?: string; priceList?: string; lines?: Line[]; discountPercent?: number; discount?: number; freight?: number; pricesLocked?: boolean }
type Around = Record<string, AnyRow[]>;

/** The neighbours that prices come from: the price list and what it says of these products, their bundles and discounts. */
export function pricingNeeds({ currency, priceList, lines = [] }: Paper, read: Around): Record<string, Read> {
  if (!lines.length && !priceList) return {};
  const parts = (read.products ?? []).flatMap(product => (product.items as { product: string }[] | undefined ?? []).map(item => item.product));
  const ids = [...new Set(lines.flatMap(line => line.product ?? []))], discounts = [...new Set((read.items ?? []).flatMap(item => item.discountList as string | undefined ?? []))];
  return {
    currency: { ref: "currency", id: currency ?? read.priceList?.[0]?.currency as string | undefined }, priceList: { ref: "priceList", id: priceList },
    ...ids.length && { products: { type: "product", where: { id: ids } } },
    ...ids.length && priceList && { items: { type: "priceListItem", where: { priceList: priceList.toLowerCase(), product: ids.map(id => id.toLowerCase()) } } },
    ...parts.length && { parts: { type: "product", where: { id: parts } } },
    ...discounts.length && { discounts: { type: "discountList", where: { id: discounts } } },
    ...!currency && read.priceList?.[0] && { listCurrency: { ref: "currency", id: read.priceList[0].currency as string } },
  };
}

/** Lines with their prices, and what they add up to; every line that cannot be priced says why. `agreed` keeps the prices that the lines have. */
export function priced(paper: Paper, read: Around, by: Pick<Asker, "now">, agreed = paper.pricesLocked ?? false) {
  const list = read.priceList?.[0];
  if (list && paper.currency && list.currency !== paper.currency) throw new Problem("invalid", { fields: [problem("priceList", "other-currency")] });
  const currency = read.listCurrency?.[0] ?? read.currency?.[0], scale = (currency?.precision as number | undefined) ?? 2;
  if (!paper.lines?.length) return { ...list && { currency: list.currency }, ...nothing, lines: undefined };
  const lines = unbundled(numbered(paper.lines), read).map(line => line.kind === "required" ? free(line, scale) : pricedLine(line, paper, read, by.now.slice(0, 10), scale, agreed));
  const sum = totals(lines.map(line => ({ ...line, price: line.price ?? 0 })), paper, scale), off = lines.reduce((all, line) => plus(all, plus(decimal(line.discount ?? 0), times(decimal(line.volumeDiscount ?? 0), decimal(line.quantity)))), decimal(0));
  const large = [sum.total, ...lines.map(line => line.extended!)].some(amount => Math.abs(amount) > 1e11);
  return {
    ...list && { currency: list.currency as string }, lines, linesTotal: sum.lines, lineDiscounts: numberOf(round(off, scale)), discountTotal: sum.discount, lessFreight: sum.lessFreight, tax: sum.tax, total: sum.total,
    pricingProblem: large ? "outOfRange" : lines.some(line => !harmless(line.problem)) ? "lineProblem" : undefined,
  };
}
const nothing = { linesTotal: undefined, lineDiscounts: undefined, discountTotal: undefined, lessFreight: undefined, tax: undefined, total: undefined, pricingProblem: undefined };

/** Each line keeps its number; those without one follow. */
function numbered(lines: readonly Line[]): Line[] {
  const taken = new Set<number>();
  let next = Math.max(0, ...lines.map(line => line.position ?? 0));
  return lines.map(line => { const position = line.position && !taken.has(line.position) ? line.position : ++next; taken.add(position); return { ...line, position }; });
}

/** Bundles bring the items that they must have, which cost nothing of their own. */
function unbundled(lines: Line[], { products = [], parts = [] }: Around): Line[] {
  let next = Math.max(0, ...lines.map(line => line.position!));
  const own = lines.filter(line => line.kind !== "required");
  return own.flatMap(line => {
    const product = products.find(one => one.id === line.product);
    if (product?.structure !== "bundle") return [{ ...line, kind: line.kind === "bundle" ? "product" : line.kind }];
    const items = (product.items as { product: string; unit?: string; quantity: number; required?: boolean }[] | undefined ?? []).filter(item => item.required);
    return [{ ...line, kind: "bundle" }, ...items.map((item): Line => {
      const was = lines.find(one => one.kind === "required" && one.bundle === line.position && one.product === item.product);
      return { ...was, position: was?.position ?? ++next, product: item.product, name: parts.find(one => one.id === item.product)?.name as string | undefined ?? was?.name, ...item.unit && { unit: item.unit }, quantity: numberOf(round(times(decimal(item.quantity), decimal(line.quantity)), 5)), kind: "required", bundle: line.position };
    })];
  });
}
const free = (line: Line, scale: number): Line => ({ ...line, price: 0, ...lineAmounts({ quantity: line.quantity, price: 0 }, scale), volumeDiscount: undefined, problem: undefined });

function pricedLine(line: Line, paper: Paper, read: Around, day: string, scale: number, agreed: boolean): Line {
  const product = read.products?.find(one => one.id === line.product), name = line.writeIn ?? product?.name as string | undefined ?? line.name;
  const found = agreed && line.price !== undefined ? { price: line.price, volumeDiscount: line.volumeDiscount, problem: line.problem } : offered(line, paper, read, day, scale);
  const amounts = lineAmounts({ quantity: line.quantity, price: found.price ?? 0, volumeDiscount: found.volumeDiscount, discount: line.discount, taxRate: line.taxRate, tax: line.typedTax }, scale);
  return { ...line, name, ...!line.unit && product?.unit ? { unit: product.unit as string } : {}, price: found.price, volumeDiscount: found.volumeDiscount || undefined, problem: found.problem, ...amounts };
}

interface Offer { price?: number; volumeDiscount?: number; problem?: PricingProblem }

/** The price of one unit today, or why there is none. */
export function offered(line: Line, paper: Paper, { products = [], priceList: [list] = [] as AnyRow[], items = [], discounts = [] }: Around, day: string, scale = 2, steps: Step[] = []): Offer {
  const product = products.find(one => one.id === line.product);
  if (line.writeIn || line.overridden) return line.price === undefined ? { problem: "noUnitPrice" } : { price: line.price };
  if (!line.product || !product) return { problem: "noProduct" };
  if (product.status !== "active" || product.structure === "family" || !holds(day, product.validFrom, product.validTo)) return { problem: "productNotSold" };
  if (!paper.priceList || !list) return { problem: "noPriceList" };
  if (list.status !== "active" || !holds(day, list.from, list.until)) return { problem: "priceListInactive" };
  const unit = line.unit ?? product.unit, item = items.find(one => one.product === product.id && one.unit === unit) ?? items.find(one => one.product === product.id && one.unit === undefined);
  if (!item) return { problem: "notInPriceList" };
  if (line.quantity < 0 || !sold(line.quantity, item.selling as string | undefined, product.decimals as number | undefined)) return { problem: "wrongQuantity" };
  const price = priceOf(item as unknown as PriceListItem, product as ProductFigures, scale, steps);
  if (price === undefined) return { problem: missing(item as unknown as PriceListItem) };
  const discount = discounts.find(one => one.id === item.discountList);
  if (!discount) return { price };
  if (discount.status !== "active" || discount.currency && discount.currency !== list.currency) return { price, problem: "discountListInactive" };
  const off = volumeDiscount((discount.tiers as DiscountTier[] | undefined) ?? [], line.quantity, price, scale);
  if (compare(decimal(off), decimal(price)) > 0) return { price, problem: "wrongDiscount" };
  return { price, ...off && { volumeDiscount: off } };
}

const holds = (day: string, from: unknown, until: unknown): boolean => !(typeof from === "string" && day < from) && !(typeof until === "string" && day > until);
function sold(quantity: number, selling: string | undefined, decimals: number | undefined): boolean {
  const { scale } = decimal(quantity);
  return scale === 0 || selling !== "whole" && (decimals === undefined || scale <= decimals);
}
function missing({ method, amount, percentage }: PriceListItem): PricingProblem {
  if (method === "amount") return amount === undefined ? "noAmount" : "wrongAmount";
  if (percentage === undefined) return "noPercentage";
  if (method.startsWith("margin") && percentage >= 100) return "wrongPercentage";
  return method === "percentOfList" ? "noListPrice" : method.endsWith("Current") ? "noCurrentCost" : "noStandardCost";
}

/** The sum of a paper as somebody would check it by hand: of each line where its price comes from, then the foot. Its last steps give what is stored. */
export function explained(paper: Paper, read: Around, by: Pick<Asker, "now">, agreed = false): { lines: { position: number; name?: string; problem?: string; steps: Step[] }[]; steps: Step[] } {
  const currency = read.listCurrency?.[0] ?? read.currency?.[0], scale = (currency?.precision as number | undefined) ?? 2;
  const lines = (paper.lines ?? []).map(line => {
    const steps: Step[] = [], found = line.kind === "required" || agreed ? {} : offered(line, paper, read, by.now.slice(0, 10), scale, steps);
    const price = line.price ?? 0, off = line.volumeDiscount ?? 0;
    if (found.price === undefined || compare(decimal(found.price), decimal(price))) steps.splice(0, steps.length, { what: "agreed", sum: line.kind === "required" ? "0" : String(price), result: String(price) });
    if (off) steps.push({ what: "volumeDiscount", sum: `${String(price)} − ${String(off)}`, result: String(numberOf(minus(decimal(price), decimal(off)))) });
    lineAmounts({ quantity: line.quantity, price, volumeDiscount: off, discount: line.discount, taxRate: line.taxRate, tax: line.typedTax }, scale, steps);
    return { position: line.position ?? 0, ...line.name && { name: line.name }, ...line.problem && { problem: line.problem }, steps };
  });
  const steps: Step[] = [];
  totals((paper.lines ?? []).map(line => ({ ...line, price: line.price ?? 0, tax: line.typedTax })), paper, scale, steps);
  return { lines, steps };
}
