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

/** The language to speak: what the rep chose, else Outlook's, else English. */
export const languageFor = (outlook: string, chosen?: string): Language => (chosen ?? outlook).toLowerCase().startsWith("zh") ? "zh-CN" : "en";

/** Which way the pane is laid out: where Outlook's own language runs from right to left and nothing else is chosen, so does the pane. */
export const directionOf = (locale: string): "ltr" | "rtl" => /^(ar|dv|fa|he|iw|ku|ps|sd|ug|ur|yi)\b/i.test(locale) ? "rtl" : "ltr";
