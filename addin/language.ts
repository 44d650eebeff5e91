import { createContext, useContext, useMemo } from "react";
import { say, type Labels } from "../model/label.ts";

/** What the reader reads: a BCP 47 tag, and the declared words in that language (none of them for English). */
export interface Language { tag: string; labels: Partial<Labels>; /** The company's own currency (ISO 4217), once it is known. */ currency?: string }

/** Given once by whoever draws the panes; English without. */
export const LanguageContext = createContext<Language>({ tag: "en", labels: {} });

/** The reader's language, and how declared words are said in it. */
export function useLanguage() {
  const { tag, labels, currency } = useContext(LanguageContext);
  return useMemo(() => ({ tag, currency, chinese: /^zh\b/i.test(tag), say: (word: string, exception?: `${string}.${string}`) => say(labels, word, exception) }), [tag, labels, currency]);
}
