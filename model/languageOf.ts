import { domainOf } from "./fold.ts";

/** The languages that templates are written in, by the countries and domains whose people read them. */
const spoken: Record<string, RegExp> = {
  zh: /^(china|中国|中國|prc|cn|taiwan|台湾|台灣|hong kong|香港|singapore|新加坡)$/iu, de: /^(germany|deutschland|austria|österreich|switzerland|schweiz|de|at)$/iu,
  fr: /^(france|belgium|belgique|fr)$/iu, es: /^(spain|españa|mexico|méxico|argentina|chile|colombia|peru|perú|es|mx)$/iu, ja: /^(japan|日本|jp)$/iu,
};
const byDomain: Record<string, string> = { cn: "zh", tw: "zh", hk: "zh", de: "de", at: "de", fr: "fr", es: "es", mx: "es", ar: "es", cl: "es", jp: "ja" };

/** The language to write in: by the script of the name, then the country on record, then the end of the address; else English. */
export function languageOf(person: { name?: string; address?: string; country?: string } | undefined): string {
  if (!person) return "en";
  const { name = "", address = "", country = "" } = person;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)) return "ja";
  if (/\p{Script=Han}/u.test(name)) return domainOf(address).endsWith(".jp") || spoken.ja!.test(country) ? "ja" : "zh";
  const found = Object.entries(spoken).find(([, said]) => said.test(country.trim()));
  return found?.[0] ?? byDomain[domainOf(address).split(".").at(-1) ?? ""] ?? "en";
}
