import { decimal, over, type Decimal } from "./decimal.ts";

/** How many of each currency one unit of the company's own buys today, by the currency's id. */
export type Rates = ReadonlyMap<string, number>;
export const ratesOf = (currencies: readonly { id: string; rate?: number }[]): Rates => new Map(currencies.flatMap(({ id, rate }) => rate ? [[id, rate]] : []));

/** What an amount of a record is worth in the company's own currency, so that it may be added to others: by the rate that the record kept when it was saved; by today's where it was stored before rates were kept; one for one where it names no currency. */
export function worth(amount: unknown, record: object, rates: Rates): Decimal {
  const { currency, exchangeRate } = record as { currency?: string; exchangeRate?: unknown };
  if (typeof amount !== "number") return decimal(0);
  const rate = typeof exchangeRate === "number" && exchangeRate > 0 ? exchangeRate : rates.get(String(currency)) ?? 1;
  return rate === 1 ? decimal(amount) : over(decimal(amount), decimal(rate), 2);
}
