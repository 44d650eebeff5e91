import type { Speaker } from "./dialog.ts";
import type { Plain, Say } from "./expression.ts";
import { said } from "./expression.ts";
import { zhCN } from "./labels/zh-CN.ts";
import { fill, namesIn, type Told } from "./template.ts";

/** Says the words of a dialog in both languages, with what was answered, worked out and is known of the record put in. */
export function speakerOf(told: Omit<Told, "answers">, names: Record<string, string> = {}): Speaker {
  return {
    names,
    fill(words, vars) {
      if (!Object.values(words).some(text => namesIn(String(text)).length)) return words;
      const all = { ...told, answers: answersOf(vars) };
      return { en: fill(words.en, all, { locale: "en" }).text, ...words["zh-CN"] !== undefined && { "zh-CN": fill(words["zh-CN"], all, { locale: "zh-CN", labels: zhCN }).text } };
    },
  };
}

/** Answers and variables as their reader would write them; a choice by its words, not by its key. */
export const answersOf = (vars: Plain) => (name: string, locale: string): string | undefined => {
  const value = vars[name], label = vars[`${name}.label`] as Say | undefined;
  if (label) return said(label, locale.startsWith("zh"));
  if (typeof value === "number") return new Intl.NumberFormat(locale, { maximumFractionDigits: 10 }).format(value);
  if (Array.isArray(value)) return (value as { title?: string }[]).map(one => one?.title).filter(Boolean).join(", ");
  if (typeof value !== "string") return undefined;
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${value}T00:00:00Z`));
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? `${new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).format(new Date(value))} UTC` : value;
};
