import { decimal, numberOf, plus } from "../../model/decimal.ts";
import type { RecordName } from "../../model/records.ts";
import type { Api } from "../api.ts";
import { dateOf, dayOf, daysFrom } from "../format.ts";
import type { Filter } from "../list/views.ts";

/** One group of a count: `key` is the value under which a list shows its rows. */
export interface Sum { key: string; count: number; sum: number; weighted: number }
/** A figure that can be looked into: what it counts, and the list that shows exactly that. */
export interface Figure extends Sum { label: string; filter: Filter; type?: RecordName }

export const askSums = (api: Api, type: RecordName, by: string, filter: Filter, more: { cuts?: readonly string[]; of?: string; weight?: string } = {}): Promise<Sum[]> =>
  api.call<{ groups: Sum[] }>("GET", `sums/${type}?${String(new URLSearchParams({ by, ...filter, ...more.of && { of: more.of }, ...more.weight && { weight: more.weight }, ...more.cuts && { cuts: more.cuts.join(",") } }))}`).then(({ groups }) => groups);

export const none = (key: string): Sum => ({ key, count: 0, sum: 0, weighted: 0 });
/** The group of a key; one that nobody is in counts nothing. */
export const at = (groups: readonly Sum[], key: string): Sum => groups.find(group => group.key === key) ?? none(key);

/** Several groups as one, exactly. */
export const together = (groups: readonly Sum[], key = ""): Sum => groups.reduce((all, { count, sum, weighted }) => ({ key, count: all.count + count, sum: exact(all.sum, sum), weighted: exact(all.weighted, weighted) }), none(key));
const exact = (a: number, b: number) => numberOf(plus(decimal(a), decimal(b)));

/** The first days of the month of `today` and of the `n` after it. */
export const monthStarts = (today: string, n: number): string[] => Array.from({ length: n + 1 }, (_, k) => { const of = dateOf(today); return dayOf(new Date(of.getFullYear(), of.getMonth() + k, 1)); });
/** Stretches between days, as the service names its groups. */
export const stretches = (cuts: readonly string[]): string[] => [`..${daysFrom(cuts[0]!, -1)}`, ...cuts.map((cut, n) => `${cut}..${n + 1 < cuts.length ? daysFrom(cuts[n + 1]!, -1) : ""}`)];

export type Period = "quarter" | "year" | "twelve";
/** First and last day of a period that holds today. */
export function periodOf(period: Period, today: string): string {
  const of = dateOf(today), year = of.getFullYear(), month = period === "quarter" ? Math.floor(of.getMonth() / 3) * 3 : 0;
  return period === "twelve" ? `${daysFrom(today, -365)}..${today}` : `${dayOf(new Date(year, month, 1))}..${dayOf(new Date(year, month + (period === "quarter" ? 3 : 12), 0))}`;
}
/** The same days as moments, for stamps: from local midnight to the last millisecond. */
export const momentsOf = (range: string): string => { const [from, to] = range.split(".."); return `${dateOf(from!).toISOString()}..${new Date(dateOf(daysFrom(to!, 1)).getTime() - 1).toISOString()}`; };
