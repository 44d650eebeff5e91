import { dueDatesIn } from "./dueDate.ts";
import { acceptancesIn, amountsIn, namesIn, orderLinesIn, refusalsIn, type Known } from "./signals.ts";

/** The names that a message may speak of. */
export interface Catalogue { competitors: Known[]; products: (Known & { number: string })[] }
interface Said { /** Offsets into the text that was read. */ from: number; to: number }
/** One thing that a message says and a rep may act on, with its words. */
export type Signal = Said & (
  | { says: "competitor"; id: string; name: string } | { says: "product"; id: string; name: string }
  | { says: "due"; date: string } | { says: "amount"; amount: number; currency: string } | { says: "refusal" }
  | { says: "acceptance"; /** Its number, where the mail names it. */ quote?: string } | { says: "order"; lines: { code: string; quantity: number; /** Nothing where the catalogue knows no such code. */ product?: string; name?: string; from: number; to: number }[] });

/** What the latest reply says; `today` is the ISO date from which "by Friday" counts: that of the message. */
export function signalsOf(text: string, today: string, { competitors, products }: Catalogue): Signal[] {
  const byCode = new Map(products.map(product => [codeOf(product.number), product]));
  const productNames = products.flatMap(({ id, name, number }) => [{ id, name }, { id, name: number }]).filter(({ name }) => name.length > 2);
  const titleOf = (list: Known[], id: string) => list.find(one => one.id === id)?.name ?? id;
  const lines = orderLinesIn(text).map(({ value, from, to }) => { const product = byCode.get(codeOf(value.code)) ?? startsWith(byCode, value.code); return { ...value, from, to, product: product?.id, name: product?.name }; });
  const amounts = amountsIn(text).filter(({ from, to }) => !lines.some(line => text.slice(Math.min(line.to, from), Math.max(line.from, to)).split("\n").length < 2) && !perPiece.test(text.slice(to, to + 16))).sort((a, b) => Number(b.value.amount) - Number(a.value.amount));
  const found: Signal[] = [
    ...refusalsIn(text).slice(0, 1).map(({ from, to }): Signal => ({ says: "refusal", from, to })),
    ...acceptancesIn(text).map(({ value, from, to }): Signal => ({ says: "acceptance", quote: value || undefined, from, to })),
    ...once(namesIn(text, competitors)).map(({ value, from, to }): Signal => ({ says: "competitor", id: value, name: titleOf(competitors, value), from, to })),
    ...lines.length ? [{ says: "order" as const, lines, from: lines[0]!.from, to: lines.at(-1)!.to }] : [],
    ...once(namesIn(text, productNames)).filter(({ value }) => !lines.some(line => line.product === value)).slice(0, 5).map(({ value, from, to }): Signal => ({ says: "product", id: value, name: titleOf(products, value), from, to })),
    ...dueDatesIn(text, today).slice(0, 3).map(({ value, from, to }): Signal => ({ says: "due", date: value, from, to })),
    ...amounts.slice(0, 1).map(({ value, from, to }): Signal => ({ says: "amount", amount: Number(value.amount), currency: value.currency, from, to })),
  ];
  return found;
}

/** Behind the price of one piece. */
const perPiece = /^\s?(?:each|apiece|per\b|a piece|pro\b|je\b|par\b|por\b|\/\s?\p{L}|每|一[台个件套只]|ea\b|\p{Script=Han}{0,2}单价)/iu;

const codeOf = (code: string) => code.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
/** A code that begins exactly one product's number, as people write LR-220 for LR-220-15. */
function startsWith(byCode: Map<string, Catalogue["products"][number]>, code: string) {
  const key = codeOf(code), alike = key.length > 3 ? [...byCode].filter(([number]) => number.startsWith(key)) : [];
  return alike.length === 1 ? alike[0]![1] : undefined;
}
const once = <T extends { value: string }>(hints: T[]): T[] => hints.filter(({ value }, index) => hints.findIndex(hint => hint.value === value) === index);
