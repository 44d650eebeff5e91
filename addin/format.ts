import { useMemo } from "react";
import { useLanguage } from "./language.ts";

const dayMs = 86_400_000;
const pad = (n: number) => String(n).padStart(2, "0");
/** The local day of an instant, `2026-11-24`. */
export const dayOf = (at: Date): string => `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
/** A local day as the Date of its midnight. */
export const dateOf = (day: string): Date => new Date(`${day}T00:00`);
export const daysFrom = (today: string, n: number): string => dayOf(new Date(dateOf(today).getTime() + n * dayMs + dayMs / 2));

/** Amounts, days and times as the reader's language writes them, amounts in the company's own currency unless another is named; `now` is given in tests. */
export function formats(tag: string, now: () => Date = () => new Date(), own?: string) {
  const day = (of: Date) => of.toLocaleDateString(tag, { day: "numeric", month: "short", year: of.getFullYear() === now().getFullYear() ? undefined : "numeric" });
  const time = (of: Date) => of.toLocaleTimeString(tag, { timeStyle: "short" });
  const near = new Intl.RelativeTimeFormat(tag, { numeric: "auto" });
  const marks = new Intl.NumberFormat(tag).formatToParts(-12345.6);
  const mark = (type: string, unsaid: string) => marks.find(part => part.type === type)?.value ?? unsaid;
  const digitsOf = (amount: number) => Number.isInteger(amount) ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : { minimumFractionDigits: 2, maximumFractionDigits: 4 };
  const plain = (amount: number) => new Intl.NumberFormat(tag, digitsOf(amount)).format(amount);
  return {
    /** With the sign of its currency (ISO 4217). */
    money: (amount: number, currency: string | undefined = own) => currency === undefined ? plain(amount) : /^[A-Z]{3}$/.test(currency) ? new Intl.NumberFormat(tag, { style: "currency", currency, ...digitsOf(amount) }).format(amount) : `${plain(amount)} ${currency}`,
    /** With its sign and all its digits, where amounts stand in a column. */
    exact: (amount: number, currency: string | undefined = own) => currency !== undefined && /^[A-Z]{3}$/.test(currency) ? new Intl.NumberFormat(tag, { style: "currency", currency }).format(amount) : `${new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(amount)}${currency ? ` ${currency}` : ""}`,
    /** Without a sign, as one types it. */
    amount: (amount: number) => plain(amount),
    number: (of: number) => new Intl.NumberFormat(tag, { maximumFractionDigits: 10 }).format(of),
    /** A day without time zone, or the local day of an instant. */
    day: (when: string) => day(when.length === 10 ? dateOf(when) : new Date(when)),
    time: (at: string) => time(new Date(at)),
    /** The clock alone for today; the day as well for any other. */
    moment: (at: string) => dayOf(new Date(at)) === dayOf(now()) ? time(new Date(at)) : `${day(new Date(at))} ${time(new Date(at))}`,
    /** "tomorrow", "3 days ago", and beyond a week the day itself. */
    near: (date: string) => {
      const days = Math.round((dateOf(date).getTime() - dateOf(dayOf(now())).getTime()) / dayMs);
      return Math.abs(days) < 7 ? near.format(days, "day") : day(dateOf(date));
    },
    isPast: (date: string) => date < dayOf(now()),
    today: () => dayOf(now()),
    /** What was typed as a number: undefined for nothing, the text itself where it is none. */
    read: (typed: string): number | string | undefined => {
      const plain = typed.trim().split(mark("group", ",")).join("").replace(/[\s\u00a0\u202f]/g, "").replace(mark("decimal", "."), ".");
      return plain === "" ? undefined : /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : typed;
    },
  };
}
export type Formats = ReturnType<typeof formats>;

export function useFormats(): Formats {
  const { tag, currency } = useLanguage();
  return useMemo(() => formats(tag, undefined, currency), [tag, currency]);
}
