import { keyOf } from "../page.ts";
import type { Hint } from "./signals.ts";

/** The days that a text asks to act by, as ISO dates; `today` is the ISO date from which "by Friday" counts. */
export function dueDatesIn(text: string, today: string): Hint[] {
  const found: Hint[] = [];
  for (const [pattern, day] of rules) for (const match of text.slice(0, 100_000).matchAll(pattern)) {
    const value = day(match, today);
    if (value && !found.some(hint => match.index < hint.to && hint.from < match.index + match[0].length)) found.push({ value, from: match.index, to: match.index + match[0].length });
  }
  return found.sort((a, b) => a.from - b.from);
}

const weekdays: Record<string, number> = { sun: 0, mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, 日: 0, 天: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, son: 0, die: 2, mit: 3, don: 4, fre: 5, sam: 6 };
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

type Rule = [RegExp, (match: RegExpMatchArray, today: string) => string | undefined];
const rules: Rule[] = [
  [/(?:by|before|until|due|no later than)\s(?:on\s|end of\s)?(?:(next)\s)?(mon|tues?|wednes|thurs?|fri|satur|sun)day\b/giu, ([, next, day], today) => weekday(today, weekdays[day!.slice(0, 3).toLowerCase()]!, next ? 1 : undefined)],
  [/bis\s(?:spätestens\s)?(?:zum\s)?(?:(nächsten)\s)?(mon|diens|mitt|donners|frei|sams|sonn)(?:tag|woch)/giu, ([, next, day], today) => weekday(today, weekdays[day!.slice(0, 3).toLowerCase()]!, next ? 1 : undefined)],
  [/(下|本|这|這)?个?(?:周|星期|礼拜|週)([一二三四五六日天])(?:下班|中午|上午)?(?:之?前|以前|内)/gu, ([, which, day], today) => weekday(today, weekdays[day!]!, which === "下" ? 1 : which ? 0 : undefined)],
  [/\b(?:by|before|until|no later than)\s(tomorrow)\b|(明天)(?:之?前|以前)/giu, (_, today) => plus(today, 1)],
  [/\b(?:by|before|until|due|no later than)\s(?:the\s)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s(\d{1,2})(?:st|nd|rd|th)?\b/giu, ([, month, day], today) => coming(today, months.indexOf(month!.toLowerCase()) + 1, Number(day))],
  [/(?<!\d)(\d{1,2})\s?月\s?(\d{1,2})\s?[日号](?:之?前|以前)/gu, ([, month, day], today) => coming(today, Number(month), Number(day))],
  [/\bbis\s(?:zum\s)?(\d{1,2})\.(\d{1,2})\.(?!\d)/giu, ([, day, month], today) => coming(today, Number(month), Number(day))],
  [/\b(?:by|before|until|due|bis)\s(\d{4}-\d{2}-\d{2})\b/giu, ([, date]) => date],
  [/\b(?:by|before|until|due|no later than)\s(?:the\s)?(\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b/giu, ([, day, month], today) => coming(today, months.indexOf(month!.toLowerCase()) + 1, Number(day))],
  [/\b(?:by|before|until)\s(?:the\s)?end of (?:the|this) (week|month)\b|\b(?:by\s)?(EOW|EOM)\b|\bbis (?:zum )?(Wochenende|Monatsende)\b|(本周内|周末前)|(月底前|本月内)/giu, (match, today) => /week|eow|woche|周/i.test(match[0]) ? weekday(today, 5, 0) : monthEnd(today)],
  [/\b(?:avant|d'ici|pour|entro|antes del?|para el|até|voor|uiterlijk)\s(?:le\s|la\s|il\s)?(lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|miércoles|jueves|viernes|lunedì|martedì|mercoledì|giovedì|venerdì|segunda|terça|quarta|quinta|sexta|maandag|dinsdag|woensdag|donderdag|vrijdag)/giu, ([, day], today) => weekday(today, Math.floor(romance.indexOf(keyOf(day!)) % 5) + 1)],
  [/(?:(今週|来週)の?)?([月火水木金])曜日?までに?/gu, ([, which, day], today) => weekday(today, "日月火水木金土".indexOf(day!), which === "来週" ? 1 : which ? 0 : undefined)],
  [/([월화수목금])요일까지/gu, ([, day], today) => weekday(today, "일월화수목금토".indexOf(day!))],
  [/(?<!\d)(\d{1,2})\s?月\s?(\d{1,2})\s?日までに?|(?<!\d)(\d{1,2})월\s?(\d{1,2})일까지/gu, ([, month, day, other, on], today) => coming(today, Number(month ?? other), Number(day ?? on))],
];

const romance = "lundi mardi mercredi jeudi vendredi lunes martes miercoles jueves viernes lunedi martedi mercoledi giovedi venerdi segunda terca quarta quinta sexta maandag dinsdag woensdag donderdag vrijdag".split(" ");
const monthEnd = (today: string): string => plus(`${plus(`${today.slice(0, 8)}28`, 4).slice(0, 8)}01`, -1);

const plus = (date: string, days: number): string => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
const dayOf = (date: string): number => new Date(Date.parse(date)).getUTCDay();

/** The next such weekday; with `week`, the one of this (0) or next (1) week, weeks beginning on Monday. */
function weekday(today: string, wanted: number, week?: number): string {
  if (week === undefined) return plus(today, (wanted - dayOf(today) + 7) % 7);
  return plus(today, (wanted + 6) % 7 - (dayOf(today) + 6) % 7 + 7 * week);
}

function coming(today: string, month: number, day: number): string | undefined {
  const year = Number(today.slice(0, 4));
  const at = (y: number) => `${y}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  if (month < 1 || month > 12 || day < 1 || day > 31 || Number.isNaN(Date.parse(at(year))) || new Date(at(year)).getUTCDate() !== day) return undefined;
  return at(year) < today ? at(year + 1) : at(year);
}
