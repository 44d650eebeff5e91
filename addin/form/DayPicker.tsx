import { DatePicker } from "@fluentui/react/lib/DatePicker";
import { useMemo } from "react";
import { dateOf, dayOf, useFormats } from "../format.ts";
import { useLanguage } from "../language.ts";
import { useWords } from "../record/words.ts";
import type { WidgetProps } from "./widget.ts";

/** A day from a calendar, or typed as `2026-11-24` or as the reader's language writes it. */
export function DayPicker({ field, label, value, fault, disabled, change }: WidgetProps) {
  const { tag } = useLanguage(), words = useWords(), formats = useFormats();
  const strings = useMemo(() => {
    const name = (of: Date, how: Intl.DateTimeFormatOptions) => of.toLocaleDateString(tag, how);
    const months = (month: "long" | "short") => Array.from({ length: 12 }, (_, n) => name(new Date(2026, n, 1), { month }));
    const days = (weekday: "long" | "narrow") => Array.from({ length: 7 }, (_, n) => name(new Date(2026, 1, 1 + n), { weekday }));
    return { months: months("long"), shortMonths: months("short"), days: days("long"), shortDays: days("narrow"), goToToday: words.today, prevMonthAriaLabel: words.prevMonth, nextMonthAriaLabel: words.nextMonth, prevYearAriaLabel: words.prevYear, nextYearAriaLabel: words.nextYear, closeButtonAriaLabel: words.close };
  }, [tag, words]);
  return <DatePicker label={label} isRequired={false} allowTextInput disabled={disabled} strings={strings} value={typeof value === "string" ? dateOf(value) : undefined}
    formatDate={day => day ? formats.day(dayOf(day)) : ""} parseDateFromString={typed => readDay(typed, formats.today())}
    textField={{ errorMessage: fault, required: field.required, "aria-required": field.required }} onSelectDate={day => change(day ? dayOf(day) : undefined)} showGoToToday firstDayOfWeek={/^en(-US)?$/i.test(tag) ? 0 : 1} />;
}

/** `2026-11-24`, `24.11.2026`, `24 Nov` (this year), `11月24日`; null for what is no day. */
export function readDay(typed: string, today: string): Date | null {
  const text = typed.trim().slice(0, 40);
  const numbers = text.match(/\d{1,4}/g)?.map(Number) ?? [];
  const thisYear = Number(today.slice(0, 4));
  const made = (year: number, month: number, day: number) => { const of = new Date(year, month - 1, day); return of.getMonth() === month - 1 && of.getDate() === day ? of : null; };
  if (/[年月日]/.test(text)) return numbers.length === 3 ? made(numbers[0]!, numbers[1]!, numbers[2]!) : numbers.length === 2 ? made(thisYear, numbers[0]!, numbers[1]!) : null;
  if (/^\d{4}\D/.test(text) && numbers.length === 3) return made(numbers[0]!, numbers[1]!, numbers[2]!);
  if (/^\d{1,2}\.\d{1,2}\.\d{4}$/.test(text)) return made(numbers[2]!, numbers[1]!, numbers[0]!);
  if (!numbers.some(n => n <= 31)) return null;
  const read = Date.parse(/\d{4}/.test(text) ? text : `${text} ${thisYear}`);
  return Number.isFinite(read) ? new Date(read) : null;
}
