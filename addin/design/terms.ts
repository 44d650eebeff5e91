import { useMemo } from "react";
import { said, type Say } from "../../model/expression.ts";
import { useLanguage } from "../language.ts";
import { terms as en, type Term } from "./terms.en.ts";
import { terms as zhCN } from "./terms.zh-CN.ts";

/** How things are called in the reader's language: parts of a way, declared words, messages. */
export interface Speech { term(key: string): string; say(word: string, exception?: `${string}.${string}`): string; said(of: Say): string }

/** How a designer calls something; what has no word of its own is called by its key. */
export const useTerms = (): (key: string) => string => useSpeech().term;
export function useSpeech(): Speech {
  const { chinese, say } = useLanguage();
  return useMemo(() => { const all: Record<string, string> = chinese ? zhCN : en; return { term: key => all[key] ?? key, say, said: of => said(of, chinese) }; }, [chinese, say]);
}
/** The word of a choice, where it means something else than the part of that name. */
export const choiceTerm = (key: string): Term | string => ({ is: "equals", moment: "dateTime" } as Record<string, Term>)[key] ?? key;
