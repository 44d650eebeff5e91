import type { FieldProblem } from "../../model/problem.ts";
import { useLanguage } from "../language.ts";
import { en, type Words } from "./words.en.ts";
import { zhCN } from "./words.zh-CN.ts";

export const useWords = (): Words => useLanguage().chinese ? zhCN : en;

/** One field's problem in the reader's language; a code without a sentence keeps the service's own. */
export const sayField = (words: Words, { code, message, params = {} }: FieldProblem): string =>
  Object.hasOwn(words.wrong, code) && code !== "wrong" ? (words.wrong[code as keyof Words["wrong"]] as (params: object) => string)(params) : message || words.wrong.wrong();
