import { useMemo } from "react";
import { useLanguage } from "./language.ts";

const dayMs = 86_400_000;
const pad = (n: number) => String(n).padStart(2, "0");
/** The local day of an instant, `2026-11-24`. */
export const dayOf = (at: Date): string => `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
/** A local day as the Date of its midnight. */
export const dateOf = (day: string): Date => new Date(`${day}T00:00`);
export const daysFrom = (today: string, n: number): string => dayOf(new Date(dateOf(today).getTime() + n * dayMs + dayMs / 2));

/** Amounts, days and times as the reader's language writes them; `now` is given in tests. */
export function formats(tag: string, now: () => Date = () => new Date()) {
  const day = (of: Date) => of.toLocaleDateString(tag, { day: "numeric", month: "short", year: of.getFullYear() === now().getFullYear() ? undefined : "numeric" });
  const time = (of: Date) => of.toLocaleTimeString(tag, { hour: "2-digit", minute: "2-digit" });
  const near = new Intl.RelativeTimeFormat(tag, { numeric: "auto" });
  const marks = new Intl.NumberFormat(tag).formatToParts(-12345.6);
  const mark = (type: string, unsaid: string) => marks.find(part => part.type === type)?.value ?? unsaid;
  return {
    money: (amount: number) => new Intl.NumberFormat(tag, Number.isInteger(amount) ? { maximumFractionDigits: 0 } : { minimumFractionDigits: 2, maximumFractionDigits: 4 }).format(amount),
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
  const { tag } = useLanguage();
  return useMemo(() => formats(tag), [tag]);
}
