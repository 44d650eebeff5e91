import { isHan, keyOf, keysOf, part, type Line } from "./page.ts";
import { nameOfDomain } from "./sites.ts";
import { cjkCompanyEnds, cjkCompanyStarts, cjkTrades, companyWords, legalForms } from "./words/companies.ts";
import { buildings } from "./words/places.ts";
import { cjkTitles, departmentEnds, departmentWords, titleHeads, titlePhrases, titleWords } from "./words/titles.ts";

const eastern = /[\p{Script=Han}\p{Script=Hangul}ぁ-ヿ]/u;

/** Evidence that a short text is a job title, 0 to about 1. */
export function titleScore(text: string): number {
  if (!text || text.length > 90 || /@|https?:|www\.|\d{4}/.test(text)) return 0;
  const flat = text.replace(/\s+/g, "");
  if (eastern.test(text)) {
    if (/^[^A-Za-z]{2,24}\s[A-Za-z&,/ .-]{2,50}$/.test(text)) return titleScore(text.replace(/\s?[A-Za-z&,/ .-]{2,50}$/, ""));
    if (flat.length > 24 || /[。！？!?]/.test(text)) return 0;
    const ends = cjkTitles.some(title => flat.endsWith(title) || flat.startsWith(title) && /[、/&|]/.test(flat));
    return ends ? 0.9 : 0;
  }
  const keys = keysOf(text);
  if (keys.length > 11 || !keys.length || degree.test(text)) return 0;
  const key = keyOf(text);
  const heads = keys.filter(word => titleHeads.has(word)).length;
  const around = keys.filter(word => titleWords.has(word)).length;
  const phrase = titlePhrases.some(begin => key.startsWith(begin) || key.includes(" " + begin));
  const grown = keys.some(word => word.length > 9 && grownTitle.test(word));
  if (!heads && !phrase && !grown) return 0;
  let score = 0.55 + 0.1 * Math.min(3, around) + (heads > 1 || phrase ? 0.1 : 0) + (grown ? 0.2 : 0) - 0.06 * Math.max(0, keys.length - heads - around - 2);
  if (/^[\p{Ll}]/u.test(text) && keys.length > 3) score -= 0.35;
  if (/[.!?]$/.test(text) && keys.length > 4) score -= 0.3;
  return Math.max(0, Math.min(1, score));
}

/** A degree by itself is no title. */
const degree = /^(?:dipl|mag|m|b|dr|ph)\.?[-\s]?(?:ing|kfm|wirt|inform|phys|chem|psych|sc|a|eng|d|rer|phil|jur|med)\.?(?:\s?\(?(?:fh|tu|th|uni|nat|pol|oec)\.?\)?){0,2}$/i;

/** German grows a title to one word with its field; masculine, feminine and the office itself. */
const grownTitle = /(?:leit(?:er|erin|ung)|(?:leder|sjef|chef|paallikko|johtaja|insinoori|asiantuntija|ingenior|konsulent|ansvarlig|medarbejder|medarbeider|leider|medewerker|adviseur|beheerder|inkoper|verwalter|gartner|zeichner|designer|redakteur|trainer|direktor|sekretar|inspektor|disponent|fachwirt|betreuer|spezialist|fotograf|manager|ingenieur|berater|techniker|meister|assistent|referent|entwickler|fuhrer|planer|vertreter|arbeiter|einkaufer|verkaufer|konstrukteur|monteur|prufer|koordinator|administrator|architekt|chemiker|mechaniker|elektroniker|informatiker|forscher|lehrer|pfleger|wart|warter)(?:in)?|expert(?:e|in)|padagog(?:e|in)|biolog(?:e|in)|therapeut(?:in)?|anwalt|anwaltin|kaufmann|kauffrau|assistenz|beauftragter?)$/;

/** Evidence that a short text names a company, 0 to about 1; `domain` is the sender's own, when it is not free mail. */
export function companyScore(text: string, domain: string): number {
  if (!text || text.length > 110 || /@|https?:/.test(text)) return 0;
  const flat = text.replace(/\s+/g, "");
  const keys = keysOf(text);
  if (!keys.length || keys.length > 14) return 0;
  let score = 0;
  if (eastern.test(text)) {
    if (/[。！？!?]/.test(text) || flat.length > 40) return 0;
    if (cjkCompanyStarts.some(start => flat.startsWith(start))) score += 0.9;
    else if (cjkCompanyEnds.some(end => flat.length > end.length && flat.replace(/[A-Za-z .,&()-]{1,60}$/, "").endsWith(end))) score += 0.7;
    else if (cjkCompanyEnds.some(end => end.length > 1 && flat.slice(1).includes(end))) score += 0.5;
    else if (flat.length >= 4 && flat.length <= 8 && cjkTrades.some(end => flat.length - end.length >= 2 && flat.endsWith(end))) score += 0.6;
  }
  const dotted = keyOf(text).replace(/\./g, "").replace(/\s&\s?co\b/, " co");
  const forms = dotted.match(/[\p{L}\p{N}]+/gu) ?? [];
  const last = forms.slice(-4);
  if (forms.length > 1 && last.some((word, index) => legalForms.has(word) && (word.length > 2 || index >= last.length - 3 && (/[\p{Lu}]/u.test(text.slice(-14)) || text.includes(".")))) || forms.length > 1 && legalForms.has(forms[0]!) && /^(?:oy|ab|ооо|оао|зао|пао|ао|pt|as|ип)$/.test(forms[0]!) || /sp\.\s?z\s?o\.?\s?o|s\.\s?a\.\s?de\s?c\.\s?v|s\.p\.a|s\.r\.l|s\.l\.|\bgmbh\b|e\.\s?[kv]\.$/i.test(text)) score += 0.75;
  if (keys.some(word => companyWords.has(word))) score += 0.45;
  if (!score && keys.some(word => word.length > 7 && /(?:technik|werke|werk|bau|klinik|gruppe|haus|handel|verlag|logistik|systeme|electronics|tech|soft|ware|labs|works|druck|schule|zentrum|praxis)$/.test(word))) score += 0.3;
  const label = nameOfDomain(domain).replace(/-/g, ""), joined = keys.join("");
  if (label.length > 2 && (joined.startsWith(label) || label.length > 5 && joined.includes(label) || label.startsWith(joined) && joined.length > 3 || keys[0]!.length > 3 && label.startsWith(keys[0]!) || keys.length > 1 && keys.map(word => word.charAt(0)).join("") === label)) score += 0.45;
  if (score < 0.75 && isSaying(text, keys)) return 0;
  if (/^[\p{Ll}]/u.test(text) && !(label && joined.startsWith(label))) score -= 0.4;
  if (/\d{3}/.test(text)) score -= 0.3;
  if (/[?!:]$|[.]$/.test(text) && keys.length > 5 && score < 0.75 && !/[\s.]\p{Lu}\.$/u.test(text)) score -= 0.4;
  return Math.max(0, Math.min(1, score));
}

/** A motto, a sentence, a line of code or a building rather than a name. */
export const isSaying = (text: string, keys = keysOf(text)): boolean => /[`${}<>=\\^]/.test(text) || /[.!?]["']?$/.test(text) && !/(?:^|[\s.&,])(?:inc|ltd|co|corp|bros|assoc|intl|mfg|dept|univ|gmbh|kg|e\.?\s?v|\p{L})\.$/iu.test(text)
  || /^\S+\sat\s\S+\.\p{L}{2,}$|^-\p{Ll}|\s(?:and|or|the|of|with|for|to|und|et)$/u.test(text) || keys.some((word, index) => sayings.has(word) || buildings.has(word) || buildings.has(`${word} ${keys[index + 1]}`));
const sayings = new Set("is are was were has have had lost not you your my its that this there i'm we're they been will would can could should does don't isn't ist sind nicht ich kein wird est sont vous pas gegen".split(" "));

/** `whole` is the cell where only its place makes a company of what follows the title: of "Buyer, Frozen" it is the title if the company turns out to be another. */
export interface Job { title?: Line; titleScore: number; company?: Line; companyScore: number; whole?: Line }

/** Splits one cell of a signature into what it says of title and company: "CTO, Halcyon Labs", "Buyer at Acme", "行政经理 某某公司". */
export function jobOf(cell: Line, domain: string): Job {
  const whole: Job = { titleScore: titleScore(cell.text), companyScore: companyScore(cell.text, domain) };
  const at = /\s(?:at|@|bei|bei der|chez|presso)\s/i.exec(cell.text) ?? /\s(?:en|presso|bij|w|na|of|für|for)\s/i.exec(cell.text) ?? /\s@\s?/.exec(cell.text);
  if (at && at.index > 1) {
    const strong = /at|@|bei|chez|presso/i.test(at[0]);
    const left = part(cell, 0, at.index), right = part(cell, at.index + at[0].length, cell.text.length);
    const title = titleScore(left.text), company = Math.max(companyScore(right.text, domain), strong && /^[\p{Lu}\d]/u.test(right.text) && keysOf(right.text).length < 6 ? 0.6 : 0);
    if (title > 0.4 && company >= (strong ? 0.5 : 0.7) && (strong || !right.text.includes(", "))) return { title: left, titleScore: title, company: right, companyScore: company };
  }
  for (const mark of cell.text.matchAll(/,\s|\s-\s|\s\/\s|;\s/g)) {
    const left = part(cell, 0, mark.index), right = part(cell, mark.index + mark[0].length, cell.text.length);
    const title = titleScore(left.text), rest = companyScore(right.text, domain), restTitle = titleScore(right.text);
    if (title > 0.4 && !restTitle && !onlyForms(right.text) && (!legalTail(right.text) || rest >= 0.5) && (rest >= 0.3 || mark[0].startsWith(",") && /^\p{Lu}/u.test(right.text) && keysOf(right.text).length < 5 && !keysOf(right.text).every(word => titleWords.has(word) || departmentWords.has(word)))) return { title: left, titleScore: title, company: right, companyScore: Math.max(rest, 0.45), whole: rest < 0.3 ? cell : undefined };
    if (title > 0.5 && /^(?:vice president|vp|svp|evp|avp|director|head|manager|leiter|senior director|associate director)/i.test(left.text) && keysOf(right.text).length < 5 && keysOf(right.text).filter(word => titleWords.has(word)).length * 2 >= keysOf(right.text).length && rest < 0.7) return { title: cell, titleScore: title, companyScore: 0 };
    if (isDepartment(left.text) && !restTitle && rest >= 0.4) return { titleScore: 0, company: right, companyScore: rest };
    const reverse = companyScore(left.text, domain), reverseTitle = restTitle;
    if (reverse > 0.5 && reverseTitle > 0.5 && !titleScore(left.text)) return { title: right, titleScore: reverseTitle, company: left, companyScore: reverse };
  }
  if (eastern.test(cell.text) && /\s/.test(cell.text)) {
    const words = [...cell.text.matchAll(/\S+/g)].map(match => part(cell, match.index, match.index + match[0].length));
    const last = words.at(-1)!, first = words[0]!;
    const rest = part(cell, last.from - cell.from, cell.text.length), before = part(cell, 0, last.from - cell.from - 1);
    if (titleScore(last.text) > 0.5 && companyScore(before.text, domain) > 0.4) return { title: rest, titleScore: 0.9, company: before, companyScore: companyScore(before.text, domain) };
    if (titleScore(last.text) > 0.5 && departmentEnds.some(end => before.text.endsWith(end))) return { title: rest, titleScore: 0.9, companyScore: 0 };
    if (isHan(first.text) && companyScore(first.text, domain) > 0.4 && departmentEnds.some(end => last.text.endsWith(end)) && !titleScore(cell.text)) return { titleScore: 0, company: first, companyScore: companyScore(first.text, domain) };
    const latin = /^[A-Za-z][A-Za-z .,&()'-]{3,80}\s(?=[\p{Script=Han}])/u.exec(cell.text);
    if (latin) {
      const own = part(cell, latin[0].length, cell.text.length);
      if (titleScore(own.text) > 0.5) return { title: own, titleScore: 0.9, companyScore: 0 };
      if (companyScore(own.text, domain) > 0.4) return { titleScore: 0, company: own, companyScore: companyScore(own.text, domain) };
    }
  }
  if (whole.titleScore > 0 && whole.titleScore >= whole.companyScore - 0.15 && !legalTail(cell.text)) return { title: cell, titleScore: whole.titleScore, companyScore: 0 };
  const comma = /,\s/.exec(cell.text);
  const left = comma && part(cell, 0, comma.index);
  if (left && /\d/.test(cell.text.slice(comma.index)) && legalTail(left.text) && companyScore(left.text, domain) >= 0.5) return { titleScore: 0, company: left, companyScore: companyScore(left.text, domain) };
  const house = /^(.{2,30}?(?:有限公司|公司|集团|集團|医院|醫院|大学|大學|银行|銀行|研究院|研究所|株式会社|厂|廠|法院))\p{Script=Han}{1,10}(?:部|科|处|處|组|組|中心|室|课|課|系|学院|學院|办|車間|车间)$/u.exec(cell.text);
  if (house) return { titleScore: 0, company: part(cell, 0, house[1]!.length), companyScore: companyScore(house[1]!, domain) };
  if (whole.companyScore > 0) {
    const company = left && companyScore(left.text, domain) >= 0.5 && !legalTail(cell.text.slice(comma.index)) ? left : cell;
    return { titleScore: 0, company, companyScore: whole.companyScore };
  }
  return { titleScore: 0, companyScore: 0 };
}

/** Whether a cell names only a department. */
export const isDepartment = (text: string): boolean => keysOf(text).some(word => departmentWords.has(word)) || eastern.test(text) && departmentEnds.some(end => text.endsWith(end) && text.length > end.length && text.length < 12);

/** The words of a text with the dots of "S.A." and "G.m.b.H." left out. */
const formWords = (text: string): string[] => keyOf(text).replace(/\./g, "").match(/[\p{L}\p{N}]+/gu) ?? [];
const onlyForms = (text: string): boolean => formWords(text).every(word => legalForms.has(word));

const legalTail = (text: string): boolean => {
  const words = formWords(text);
  return words.slice(-2).some(word => legalForms.has(word) && word.length > 2) || words.length > 0 && words.every(word => legalForms.has(word)) || /\b(?:ltd|inc|llc|gmbh|ag|co)\b\.?$/i.test(text);
};
