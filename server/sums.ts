import { decimal, numberOf, over, plus, times, type Decimal } from "../model/decimal.ts";
import { recordType } from "../model/records.ts";
import { ratesOf, worth, type Rates } from "../model/worth.ts";
import type { Row, Store, Where } from "./store/store.ts";

/** Which field's values make the groups; with `cuts`, days or moments in order, each group is a stretch between two of them. */
export interface Grouping { by: string; cuts?: readonly string[]; of?: string; weight?: string }
/** `key` is the value under which a list of the same type shows exactly these rows: a value, a range, or nothing where the field is empty. */
export interface Sum { key: string; count: number; sum: number; weighted: number }

/** Records counted and added up in groups, exactly, amounts in the company's own currency; `weight` is a percentage that each amount also counts for. */
export async function sumsOf(find: Store["find"], type: string, where: Where, { by, cuts, of, weight }: Grouping): Promise<Sum[]> {
  const isMoney = of !== undefined && recordType(type)?.fields[of]?.kind === "money", rates = isMoney ? await ratesIn(find) : ratesOf([]);
  const groups = new Map<string, { count: number; sum: Decimal; weighted: Decimal }>();
  for (let skip = 0; ; skip += page) {
    const { rows } = await find(type, { where, skip, take: page });
    for (const row of rows) for (const key of keysOf(row, by, cuts)) add(key, row);
    if (rows.length < page) break;
  }
  return [...groups].map(([key, { count, sum, weighted }]) => ({ key, count, sum: numberOf(sum), weighted: numberOf(weighted) }));

  function add(key: string, { data }: Row): void {
    const was = groups.get(key) ?? { count: 0, sum: zero, weighted: zero };
    const amount = of !== undefined && typeof data[of] === "number" ? isMoney ? worth(data[of], data, rates) : decimal(data[of]) : zero;
    const share = weight !== undefined && typeof data[weight] === "number" ? decimal(data[weight]) : zero;
    groups.set(key, { count: was.count + 1, sum: plus(was.sum, amount), weighted: plus(was.weighted, over(times(amount, share), hundred, 4)) });
  }
}

/** Today's rates of all currencies. */
export const ratesIn = async (find: Store["find"]): Promise<Rates> => ratesOf((await find("currency", { take: 1000 })).rows.map(({ id, data }) => ({ id, rate: data.rate as number | undefined })));

const page = 1000, zero = decimal(0), hundred = decimal(100);

/** One key for each value; a record without any is in the group of none. */
function keysOf({ data }: Row, by: string, cuts: readonly string[] | undefined): string[] {
  const values = [data[by] ?? []].flat().map(String);
  if (!values.length) return [""];
  return cuts ? values.map(value => stretch(value, cuts)) : values;
}

/** `..b`, `a..b` or `a..`, both ends included. */
function stretch(value: string, cuts: readonly string[]): string {
  const n = cuts.findIndex(cut => value < cut), end = n < 0 ? cuts.length : n;
  return `${end ? cuts[end - 1] : ""}..${end < cuts.length ? before(cuts[end]!) : ""}`;
}
/** The last day before a day, or the last millisecond before a moment. */
const before = (cut: string): string => cut.length === 10 ? new Date(Date.parse(cut) - 86_400_000).toISOString().slice(0, 10) : new Date(Date.parse(cut) - 1).toISOString();
