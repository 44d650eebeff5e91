import { createContext, useContext } from "react";
import type { Labels } from "../model/label.ts";
import { useLanguage } from "./language.ts";
import { en, type Words } from "./words.en.ts";

export type Language = "en" | "zh-CN";
/** How the pane speaks: its own words, the words that records declare, and the formats of the place. */
export interface Speech { language: Language; locale: string; words: Words; labels: Partial<Labels> }

export const english: Speech = { language: "en", locale: "en", words: en, labels: {} };
export const SpeechContext = createContext<Speech>(english);

export const useWords = (): Words => useContext(SpeechContext).words;
/** Says a declared word in the rep's language. */
export const useSay = () => useLanguage().say;

/** Days, times and amounts as the rep's place writes them. `today` and clock times are local. */
export const useFormats = () => formats(useContext(SpeechContext).locale);

export function formats(locale: string, now: () => Date = () => new Date()) {
  const day = (of: Date) => new Intl.DateTimeFormat(locale, of.getFullYear() === now().getFullYear() ? { day: "numeric", month: "short" } : { day: "numeric", month: "short", year: "numeric" }).format(of);
  const time = (of: Date) => new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" }).format(of);
  return {
    amount: (value: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: Number.isInteger(value) ? 0 : 2 }).format(value),
    /** A day without time zone, or an instant shown by its local day. */
    day: (when: string) => day(when.length === 10 ? new Date(`${when}T00:00`) : new Date(when)),
    /** The clock for today, the day for all else. */
    when: (when: string) => { const of = new Date(when); return of.toDateString() === now().toDateString() ? time(of) : `${day(of)}, ${time(of)}`; },
    isPast: (date: string) => new Date(`${date}T23:59:59`) < now(),
  };
}

/** The language to speak: what the rep chose, else Outlook's, else English. */
export const languageFor = (outlook: string, chosen?: string): Language => (chosen ?? outlook).toLowerCase().startsWith("zh") ? "zh-CN" : "en";
