import { isRule } from "./history.ts";
import { trimBlank } from "./own.ts";
import { isHan, keyOf, keysOf, part, work, type Line } from "./page.ts";
import { agrees, splitName, type Name } from "./person.ts";
import { mailsOf, sitesOf } from "./sites.ts";
import { closings, closingTails } from "./words/closings.ts";
import { departmentWords, titleWords } from "./words/titles.ts";
import { companyScore, isDepartment, titleScore } from "./work.ts";

export interface Signed { reply: Line[]; signature: Line[] }

/** Parts what was said from who signs: by a closing, a dashed line, or a name followed by contact lines. */
export function partSignature(lines: Line[], header: Name | undefined, region: string): Signed {
  const all = trimBlank(lines);
  const least = Math.max(0, all.length - 60);
  const split = (at: number): Signed => ({ reply: withoutInitial(trimBlank(all.slice(0, at)), header), signature: trimBlank(all.slice(at)) });
  for (let i = least; i < all.length; i++) {
    const text = all[i]!.text;
    const closing = isClosing(text);
    const rule = i > 0 && (text === "--" || isRule(text) && text.length > 2);
    if (!closing && !rule) continue;
    const rest = all.slice(i + 1).filter(line => line.text);
    if (rest.length > 24 || closing && rest.slice(0, rest.length > 3 ? -1 : undefined).filter(line => isProse(line.text)).length > (rest.length > 6 ? 1 : 0)) continue;
    if (rule && (!rest.length || rest.some(line => isProse(line.text)) && !(text === "--" && rest.length < 9 && !isProse(rest[0]!.text) && rest.some(contact)) || !signs(rest, header, region))) continue;
    if (closing && i === 0 && all.length > 1 && !rest.length) continue;
    if (closing && i === 0 && !isName(rest[0]?.text ?? "", header, region)) continue;
    return withNameAbove(split(i), all, i, header, region);
  }
  const named = nameFromBelow(all, least, header, region);
  if (named > 0) return split(blockAbove(all, named, header, region));
  for (let i = least; i < all.length; i++) {
    if (i === 0 || !all[i]!.text || all[i - 1]!.text) continue;
    const rest = all.slice(i).filter(line => line.text);
    if (rest.length <= 12 && !rest.some(line => isProse(line.text)) && rest.some(line => contact(line)) && rest.every(line => line.text.length < 90)) return split(i);
    if (rest.length <= 3 && /^(?:the|your|ihr|votre|su)\s.{2,40}\s?(?:team|crew)\W?$/i.test(rest[0]!.text)) return split(i);
  }
  return { reply: all, signature: [] };
}

/** Without a last line that is only the writer's initial: "D", "Dx", "M." */
function withoutInitial(reply: Line[], header: Name | undefined): Line[] {
  const letter = /^(\p{L})(?:x{1,3}|\.)?$/u.exec(reply.at(-1)?.text ?? "")?.[1];
  return letter && reply.length > 1 && [header?.first, header?.last].some(half => half && keyOf(half).startsWith(keyOf(letter))) ? trimBlank(reply.slice(0, -1)) : reply;
}

/** The line of the name that signs without regards, looked for from below: the writer's own, or else one with contact lines under it. */
function nameFromBelow(all: Line[], least: number, header: Name | undefined, region: string): number {
  let stranger = -1;
  for (let i = all.length - 1; i > 0 && i >= least; i--) {
    const text = all[i]!.text;
    if (!text) continue;
    if (isProse(text)) break;
    const cells = cellsOf(all[i]!), own = cells.slice(0, 3).some(cell => isName(cell.text.replace(/^[-/~]\s?/, ""), header, region) && header !== undefined && agrees(splitName(cell.text.replace(/[,.!]$/, "").replace(/^[-/~]\s?/, ""), "", region) ?? {}, header));
    const inside = cells.length > 1 && cells.length < 6 && cells.some(contact) && isHan(text) && isName(cells[0]!.text, header, region) || cells.length > 1 && cells.length < 6 && companyScore(cells[0]!.text, "") > 0.4 && cells.slice(1, 3).some(cell => isName(cell.text, header, region));
    if (!own && !inside && !isName(cells[0]?.text ?? "", header, region)) continue;
    const below = all.slice(i + 1).some(line => line.text);
    if (!(below || inside ? signs(all.slice(i).filter(line => line.text), header, region) : own || matches(text, header, region))) continue;
    if (own) return i;
    if (stranger < 0) stranger = i;
  }
  return stranger;
}

/** Where the paragraph that holds a signing name begins: names, titles and a letterhead may stand above it. */
function blockAbove(all: Line[], at: number, header: Name | undefined, region: string): number {
  let first = at;
  for (let i = at - 1; i > 0 && i > at - 4; i--) {
    const { text } = all[i]!;
    if (!text || isProse(text) || /[?!:,，。？！]$/.test(text)) break;
    const cells = cellsOf(all[i]!);
    if (isName(text, header, region) || isDepartment(text) || cells.some(cell => titleScore(cell.text) > 0.5 || companyScore(cell.text, "") > 0.4) || text.length < 50 && (!all[i - 1]!.text || isProse(all[i - 1]!.text)) && (/^[^\p{Ll}]{4,}$/u.test(text) || /[\p{Script=Han}]/u.test(text) && text.length < 16)) first = i;
    else break;
  }
  return first;
}

/** Whether a line closes a letter. */
export function isClosing(text: string): boolean {
  if (!text || text.length > 70) return false;
  const key = keyOf(text).replace(/[\s,.!~:;，。！、،؛)\u{1f000}-\u{1ffff}☀-➿-]{1,12}$/u, "").replace(/^[\s-]{1,4}/, "");
  if (/(?:よろしく|宜しく)お願い(?:いた|致)?します$|お願い申し上げます$/.test(key) && key.length < 30) return true;
  if (untilThen.test(key)) return true;
  const halves = key.length < 50 ? key.split(/ (?:e|and|und|et|y|en|i|og|och|ja|&) |, | - /) : [];
  if (halves.length === 2 && halves.every(half => half.length > 2 && (closingsByFirst.get(half.charAt(0))?.includes(half) || untilThen.test(half)))) return true;
  const alike = closingsByFirst.get(key.charAt(0));
  if (!alike) return false;
  if (alike.includes(key)) return true;
  if (isHan(text) && key.length < 14 && key.includes(" ") && isClosing(key.replace(/\s/g, ""))) return true;
  if (isHan(text) || /[ぁ-ヿ가-힣]/.test(text)) return key.length < 14 && alike.some(closing => closing.length > 1 && key.startsWith(closing) && key.length - closing.length <= 4) || /^(?:此致|顺祝|顺颂|順頌|順祝|祝您|祝好|敬祝)/.test(key) && key.length < 14;
  const words = key.split(/[\s,]+/);
  return words.length <= 7 && alike.some(closing => closing.length > 2 && key.startsWith(closing) && /[\s,.!]/.test(key.charAt(closing.length)) && tailIsShort(text.trim().slice(closing.length), closing));
}

/** "À mardi", "See you Tuesday", "Bis morgen": the next meeting as a farewell, in lookup form, of at most 70 characters. */
const untilThen = /^(?:a|bis|hasta(?: el)?|ate|see you(?: on| next)?|until|till|tot|talk to you|speak(?: on)?|all'?a|vi ses pa?|do|do zobaczenia w|до)\s(?:(?:next|nachsten|prochain|la|kommenden)\s)?(?:\p{L}{2,10}day|then|tomorrow|soon|later|next week|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|morgen|bald|dann|spater|nachste woche|lundi|mardi|mercredi|jeudi|vendredi|demain|bientot|tout a l'heure|plus tard|lunes|martes|miercoles|jueves|viernes|manana|pronto|luego|logo|amanha|breve|segunda|terca|quarta|quinta|sexta|maandag|dinsdag|woensdag|donderdag|vrijdag|straks|dan|snel|prossima|jutra|завтра|встречи)$/u;
const closingsByFirst = new Map<string, string[]>();
for (const closing of closings) closingsByFirst.set(closing.charAt(0), [...closingsByFirst.get(closing.charAt(0)) ?? [], closing]);

const tailIsShort = (tail: string, closing: string): boolean => {
  const words = tail.split(/[\s,.!]+/).filter(Boolean);
  if (/^(?:thanks|thank you|merci|danke|vielen dank|gracias|muchas gracias|grazie|obrigad|bedankt|many thanks|best of|tack|tak)/.test(closing)) return words.length <= 2 && words.every(word => /^\p{Lu}/u.test(word) || words.length === 1 && word.length > 2 && /^thanks$/.test(closing) && !/^(?:for|but|and|that)$/i.test(word) || /^(?:again|so|much|very|and|regards)$/i.test(word)) && !/[.]$/.test(tail);
  if (words.length === 1 && /^(?:cheers|best|regards|love|ta|lg|vg|mvg|groetjes|ciao)$/.test(closing)) return !/[.?!]$/.test(tail);
  return words.length <= 4 && words.every(word => closingTails.has(keyOf(word)) || /^\p{Lu}/u.test(word));
};

/** The cells of a signature line: what bars, bullets, tabs and wide gaps keep apart. Many ask, so a line is cut once. */
export function cellsOf(line: Line): Line[] {
  let cells = cut.get(line);
  if (!cells) cut.set(line, cells = cellsIn(line));
  return cells;
}
const cut = new WeakMap<Line, Line[]>();

function cellsIn(line: Line): Line[] {
  const cells: Line[] = [];
  work.steps += line.text.length;
  const bracket = /^([^()]{3,40}?)\s?\(([^()]{3,60})\)$/.exec(line.text);
  if (bracket && titleScore(bracket[2]!) > 0.5 && titleScore(bracket[1]!) < 0.5) return [part(line, 0, bracket[1]!.length), part(line, line.text.length - 1 - bracket[2]!.length, line.text.length - 1)];
  const dashed = /^-\s(.{2,60})\s-$/.exec(line.text);
  if (dashed) return [part(line, 2, line.text.length - 2)];
  let from = 0;
  for (const gap of gapsOf(line.text)) {
    if (/[·•]/.test(gap.text) && !/\s/.test(gap.text) && isHan(line.text)) continue;
    if (/^\s[-~]\s$/.test(gap.text) && onlyTitleWords(line.text.slice(gap.to)) && titleScore(line.text.slice(from, gap.from)) > 0.5) continue;
    const cell = part(line, from, gap.from);
    if (cell.text) cells.push(...wordsApart(cell));
    from = gap.to;
  }
  const cell = part(line, from, line.text.length);
  if (cell.text && /[\p{L}\p{N}]/u.test(cell.text)) cells.push(...wordsApart(cell));
  return cells;
}

const gaps = [
  /\s?[|｜•·∙●■◆]{1,3}\s?|\s\*\s|\t+| {2,}/g,
  /\s\/\s(?=\D)|\s[-~]\s(?=\p{L})/gu,
  /\s[-~]\s(?=[+(]?\d[\d\s().-]{6})/g,
  /\s(?=(?:[tmpfew]|tel|cell|mob|fax|phone|email|e-mail)[.:]\s?[+(\d])/gi,
];
const beforeNumber = /\p{Script=Han}\s(?=[+(]?\d[\d\s().-]{6})/gu;

/** Where the cells of a line end, in order; of gaps that overlap the first stands. */
function gapsOf(text: string): { from: number; to: number; text: string }[] {
  if (!/[\s|｜•·∙●■◆]/.test(text)) return [];
  const found = gaps.flatMap(pattern => [...text.matchAll(pattern)].map(match => ({ from: match.index, to: match.index + match[0].length, text: match[0] })));
  for (const match of text.matchAll(beforeNumber)) found.push({ from: match.index + match[0].length - 1, to: match.index + match[0].length, text: " " });
  let end = 0;
  return found.sort((a, b) => a.from - b.from || b.to - a.to).filter(gap => gap.from >= end && (end = gap.to) > 0);
}

const eastern = /[\p{Script=Han}\p{Script=Hangul}ぁ-ヿ]/u;
/** A Chinese, Japanese or Korean cell where spaces part company, department, title and name; the two halves of a name and words in Latin letters stay together. */
function wordsApart(cell: Line): Line[] {
  if (cell.text.length > 60 || !cell.text.includes(" ") || !eastern.test(cell.text) || /\d{3}|\d-\d|[路号號区區楼。，、,]|\d[층동호]/.test(cell.text)) return [cell];
  const words = [...cell.text.matchAll(/\S+/g)].map(match => part(cell, match.index, match.index + match[0].length));
  const says = words.map(({ text }) => titleScore(text) > 0.5 || isDepartment(text) || companyScore(text, "") > 0.4);
  const apart: Line[] = [];
  for (const [index, word] of words.entries()) {
    const last = apart.at(-1), alike = last && (eastern.test(last.text) ? eastern.test(word.text) && !says[index] && !says[index - 1] && word.text.length < 5 && last.text.length < 5 || /^(?:株式会社|有限会社|合同会社|주식회사)$/.test(last.text) || /^(?:株式会社|有限会社|合同会社|주식회사)$/.test(word.text) : !eastern.test(word.text));
    if (last && alike) apart[apart.length - 1] = part(cell, last.from - cell.from, word.to - cell.from); else apart.push(word);
  }
  return words.some((_, index) => says[index]) ? apart : [cell];
}

const onlyTitleWords = (text: string): boolean => { const words = keysOf(text.slice(0, 60).split(/[|•,]/)[0]!.replace(/\b(?:R&D|F&E|M&A|P&L)\b/i, "research")); return words.length > 0 && words.length < 4 && words.every(word => titleWords.has(word) || departmentWords.has(word)); };

/** A sentence rather than a line of a signature. */
export const isProse = (text: string): boolean => {
  if (text.length > 140) return true;
  if (/公司|集团|co\.,? ?ltd|株式会社/i.test(text) && !/[。？?！!]$/.test(text) && !/\p{Script=Han}[,，]\p{Script=Han}/u.test(text)) return false;
  if (isHan(text) || /[ぁ-ヿ]/.test(text)) return /[。？?！!]$/.test(text) && text.length > 9 || text.length > 16 && /[，。、,]/.test(text) && !/[路号號區区楼]|教授|:/.test(text) || text.length > 12 && /[？?吗呢]/.test(text);
  const words = text.split(/\s+/).length, digits = text.match(/\d/g)?.length ?? 0;
  if (digits > 6 && 2 * digits > (text.match(/\p{L}/gu)?.length ?? 0) || /\s-\s[^-]{2,60}\s-\s/.test(text) && !/[.?!]$/.test(text)) return false;
  if (words < 9 && /\d/.test(text) && text.includes(",") && !/[?!]$/.test(text)) return false;
  return words > 5 && /[.?!]$/.test(text) && !/(?:ltd|inc|co|corp|s\.a|kg|e\.|v|şti|san|tic)\.$|[\s.]\p{L}\.$/iu.test(text) || words > 7 && /^\p{Ll}/u.test(text) || words > 12 && !/[|•·]/.test(text);
};

const contact = (line: Line): boolean => mailsOf(line).length > 0 || sitesOf(line).length > 0 || /\d[\d\s().\-/]{6,}\d/.test(line.text.slice(0, 300));
const matches = (text: string, header: Name | undefined, region: string): boolean => {
  const name = splitName(text.replace(/[,.!]$/, ""), "", region);
  return name !== undefined && (header !== undefined && agrees(name, header) || name.first !== undefined && name.last !== undefined);
};

function isName(text: string, header: Name | undefined, region: string): boolean {
  if (!text || text.length > 60 || isClosing(text) || isDepartment(text) || titleScore(text) > 0.5 && !(header && keysOf(text).some(key => [header.first, header.last].some(half => half && keyOf(half) === key))) || companyScore(text, "") > 0.5) return false;
  const name = splitName(text.replace(/[,.!]$/, ""), "", region);
  if (!name) return false;
  if (header && agrees(name, header)) return true;
  return name.first !== undefined && name.last !== undefined && (isHan(text) || text.split(/\s+/).length > 1 && /^\p{Lu}/u.test(text) || /[가-힣א-ي]/.test(text));
}

function signs(lines: Line[], header: Name | undefined, region: string): boolean {
  let evidence = 0;
  for (const line of lines.slice(0, 14)) {
    if (contact(line)) evidence += 1;
    for (const cell of cellsOf(line)) {
      if (titleScore(cell.text) > 0.5) evidence += 1;
      if (companyScore(cell.text, "") > 0.5) evidence += 1;
      if (isName(cell.text, header, region)) evidence += header && matches(cell.text, header, region) ? 1 : 0.5;
    }
  }
  return evidence >= 1;
}

function withNameAbove(signed: Signed, all: Line[], at: number, header: Name | undefined, region: string): Signed {
  if (!isRule(all[at]!.text) && all[at]!.text !== "--") return signed;
  let k = at - 1;
  while (k > 0 && !all[k]!.text) k--;
  for (let step = 0; step < 3 && k > 0; step++, k--) {
    if (isClosing(all[k]!.text)) return { reply: trimBlank(all.slice(0, k)), signature: trimBlank(all.slice(k)) };
    if (/^[-/~]\s?\p{Lu}[\p{L} .]{0,24}$/u.test(all[k]!.text)) return { reply: trimBlank(all.slice(0, k)), signature: trimBlank(all.slice(k)) };
    if (!isName(all[k]!.text, header, region) && !/^\p{L}\.$/u.test(all[k]!.text)) break;
  }
  return signed;
}
