import { isHan, keyOf, keysOf } from "./page.ts";
import { domainOf, nameOfDomain } from "./sites.ts";
import { companyWords, cjkCompanyEnds, legalForms } from "./words/companies.ts";
import { chineseSurnames, cjkHonorifics, cjkRoleParts, compoundSurnames, givenNames, honorifics, japaneseSurnames, koreanCompound, nameSuffixes, particles, pinyinGiven, pinyinSurnames, roleWords } from "./words/names.ts";
import { titleHeads } from "./words/titles.ts";

/** A person's name, split; either half may be unknown. */
export interface Name { first?: string; last?: string }

/** Splits a name as it stands in a header or a signature; nothing when it is a role, a company or a sentence. */
export function splitName(raw: string, address: string, region: string): Name | undefined {
  const text = raw.normalize("NFC").slice(0, 200).replace(/[\u200b-\u200f\u202a-\u202e]/g, "").replace(/["“”']{1,3}(?=\s|$)|(?<=^|\s)["“”']{1,3}/g, "")
    .replace(/\s(?:via|durch|通过|from)\s.{0,100}$/iu, "").replace(/[(（[【][^)）\]】]{0,60}[)）\]】]/g, " ").replace(/\s[-–|/@•]\s.{0,120}$/u, "").replace(/[|｜].{0,120}$/u, "").trim();
  if (!text || text.includes("@") || /\d{2}|[<>=_:#&+]/.test(text)) return undefined;
  if (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return splitEastern(text, region);
  return splitWestern(text, raw, address, region);
}

/** What a login says of its owner: jane.doe@ -> Jane Doe. */
export function nameOfLogin(address: string): Name | undefined {
  const login = address.split("@")[0] ?? "";
  const match = /^(\p{L}{2,20})[._](\p{L}{2,24})\d{0,4}$/u.exec(login);
  if (!match || roleWords.has(keyOf(match[1]!)) || roleWords.has(keyOf(match[2]!)) || titleHeads.has(keyOf(match[2]!))) return undefined;
  return { first: capital(match[1]!), last: capital(match[2]!) };
}

/** Whether a display name is a company's or a team's rather than a person's. */
export function isRole(name: string, address: string): boolean {
  const keys = keysOf(name);
  if (!keys.length) return true;
  if (isHan(name) || /\p{Script=Hangul}|[ぁ-ヿ]/u.test(name)) return cjkRoleParts.some(part => name.includes(part)) || cjkCompanyEnds.some(end => name.endsWith(end));
  const label = nameOfDomain(domainOf(address)), login = keyOf(address.split("@")[0] ?? "");
  if (keys.some((key, index) => roleWords.has(key) && !(index < keys.length && givenNames.has(key)) || index > 0 && legalForms.has(key) && keys.length > 1 && key.length > 2)) return true;
  if (keys.length > 1 && companyWords.has(keys.at(-1)!) && !givenNames.has(keys[0]!) && !login.includes(keys[0]!)) return true;
  const trades = keys.length === 1 || label.startsWith(keys.join("")) || keys.slice(1).some(key => companyWords.has(key) || roleWords.has(key) || /^(?:assistant|bot|team|concierge|notes)$/.test(key));
  if (trades && keys[0]!.length > 3 && label.startsWith(keys[0]!) && (roleWords.has(login) || /^(?:assistant|bot|notes|hello|team|concierge)$/.test(login))) return true;
  return trades && keys[0]!.length > 3 && label.startsWith(keys[0]!) && !login.includes(keys[0]!) && !givenNames.has(keys[0]!) && !(keys[1] && login.includes(keys[1]));
}

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function splitEastern(raw: string, region: string): Name | undefined {
  let text = raw.replace(/[,，。.!！;；:：]{1,4}$/u, "").trim();
  if (cjkRoleParts.some(part => text.includes(part)) || /[，。！？、：；,!?]/u.test(text) || text.length > 20) return undefined;
  const mixed = /^([\p{Script=Han}]{2,4})\s{0,3}[A-Za-z .'-]{2,40}$/u.exec(text) ?? /^[A-Za-z .'-]{2,40}?\s{0,3}([\p{Script=Han}]{2,4})$/u.exec(text);
  if (mixed) text = mixed[1]!;
  const honorific = cjkHonorifics.find(word => text.length > word.length && text.endsWith(word) && (text.length - word.length <= 4) && !(text.length === 3 && word.length === 1 && !"总様氏殿씨님".includes(word)) && !(word.length === 1 && text.length > 2 && !"様氏殿씨님总".includes(word)));
  if (honorific) text = text.slice(0, -honorific.length).trim();
  const dots = text.split(/[·・•]/);
  if (dots.length > 1 && dots[0] && dots.at(-1)) return { first: dots[0], last: dots.at(-1) };
  const parts = text.split(/\s+/);
  if (parts.length === 2 && parts[0]!.length <= 4 && parts[1]!.length <= 5) {
    if (/^[ァ-ヿー]+$/.test(text.replace(/\s/g, ""))) return { last: parts[0], first: parts[1] };
    return { last: parts[0], first: parts[1] };
  }
  const solid = parts.join("");
  if (parts.length > 2 && !parts.every(part => part.length === 1)) return undefined;
  if (/^\p{Script=Hangul}+$/u.test(solid)) {
    if (solid.length < 2 || solid.length > 4) return honorific && solid.length === 1 ? { last: solid } : undefined;
    const cut = koreanCompound.has(solid.slice(0, 2)) && solid.length > 2 ? 2 : 1;
    return { last: solid.slice(0, cut), first: solid.slice(cut) };
  }
  if (!/^[\p{Script=Han}々〇ぁ-ヿー]+$/u.test(solid)) return undefined;
  if (region === "JP" || /[ぁ-ヿ々]/.test(solid)) {
    for (const length of [3, 2, 1]) if (solid.length > length && japaneseSurnames.has(solid.slice(0, length))) return { last: solid.slice(0, length), first: solid.slice(length) };
    if (japaneseSurnames.has(solid)) return { last: solid };
    if (region === "JP") return solid.length >= 3 && solid.length <= 6 ? { last: solid.slice(0, 2), first: solid.slice(2) } : solid.length === 2 && honorific ? { last: solid } : undefined;
    return undefined;
  }
  if (compoundSurnames.has(solid.slice(0, 2)) && solid.length > 2 && solid.length <= 4) return { last: solid.slice(0, 2), first: solid.slice(2) };
  if (compoundSurnames.has(solid)) return { last: solid };
  if (!chineseSurnames.has(solid.charAt(0)) || solid.length > 4) return undefined;
  if (solid.length === 1) return { last: solid };
  if (honorific && solid.length > 3) return undefined;
  return { last: solid.charAt(0), first: solid.slice(1) };
}

const bare = (word: string): string => keyOf(word).replace(/[.,]/g, "");

function splitWestern(text: string, raw: string, address: string, region: string): Name | undefined {
  if (/[!?;*$%^~{}]/.test(text)) return undefined;
  let order: "given first" | "family first" = "given first";
  let words: string[];
  const comma = text.split(",").map(half => half.trim());
  const head = comma[0]!, rest = comma.slice(1).filter(half => half && !half.split(/\s+/).every(word => nameSuffixes.has(bare(word)) || nameSuffixes.has(keyOf(word)) || honorifics.has(bare(word)) || isPostNominal(word)));
  if (rest.length) {
    const given = strip(rest[0]!.split(/\s+/)), family = strip(head.split(/\s+/));
    if (!given.length || !family.length || given.length > 3 || family.length > 4) return undefined;
    if ([...given, ...family].some(word => !nameWord(word)) || family.length > 1 && family.some(word => companyWords.has(keyOf(word)))) return undefined;
    return { first: tidy(withoutInitials(given)[0]!, true), last: tidy(family.join(" "), true) };
  }
  words = head.split(/\s+/);
  if (/^\p{L}+ {2,}\p{L}+/u.test(raw.trim())) order = "family first";
  words = strip(words);
  if (words.length > 2 && words.some(word => /^\p{Ll}/u.test(word) && !particles.has(keyOf(word)))) return undefined;
  if (!words.length || words.length > 6 || words.some(word => !nameWord(word))) return undefined;
  const initials = words.filter(word => /^\p{Lu}\.?$/u.test(word));
  words = withoutInitials(words);
  if (words.length === 1 && initials.length > 0 && /^\p{Lu}\.?\s/u.test(head)) return { first: initials.join(" "), last: tidy(words[0]!, true) };
  words = words.filter((word, index) => !(words.length > 2 && /(?:вич|вна|ична)$/i.test(word) && index > 0));
  const keys = words.map(keyOf);
  const login = keyOf(address.split("@")[0] ?? "");
  if (words.length === 1) {
    const key = keys[0]!, ends = login.split(/[._-]/);
    if (!/^\p{L}/u.test(key) || /\p{L}{2}[._]\p{L}{2}/u.test(key)) return undefined;
    if (ends.length === 2 && ends[1]!.replace(/\d/g, "") === key && ends[0] !== key && !givenNames.has(key)) return ends[0]!.length > 2 ? { first: capital(ends[0]!), last: tidy(words[0]!, true) } : { last: tidy(words[0]!, true) };
    return { first: tidy(words[0]!, true) };
  }
  const allUpper = words.every(isUpper);
  if (!allUpper && isUpper(words[0]!) && words[0]!.length > 2 && words.length <= 3 && !isUpper(words.at(-1)!)) order = "family first";
  else if (/(?:ов|ова|ев|ева|ин|ина|ский|ская|цкий|цкая|ко|енко|ук|юк)$/.test(keys[0]!) && givenNames.has(keys[1]!) && !givenNames.has(keys[0]!)) order = "family first";
  else if (words.length === 2 && pinyinSurnames.has(keys[0]!) && !givenNames.has(keys[1]!) && !pinyinSurnames.has(keys[1]!) && pinyinGiven.test(keys[1]!) && keys[1]!.length < 10) order = "family first";
  if (vietnamese.has(keys[0]!) && words.length < 5 && !vietnamese.has(keys.at(-1)!)) return { first: tidy(words.slice(words.length > 3 ? -2 : 1).join(" "), true), last: tidy(words[0]!, true) };
  if (order === "family first") return { first: tidy(words[1]!, true), last: tidy(words[0]!, true) };
  let cut = words.length - 1;
  const particle = keys.findIndex((key, index) => index > 0 && index < keys.length - 1 && particles.has(key));
  if (particle > 0) { cut = particle; if (cut >= 3) cut = particle - 1; }
  else if (words.length >= 3 && (spanish(keys) || words.length === 3 && /^(?:ES|MX|AR|CO|CL|PE|UY|EC|VE|BO|PY|CR|PA|GT|DO)$/.test(region))) cut = words.length >= 4 ? words.length - 2 : givenNames.has(keys[1]!) ? 2 : 1;
  const first = particle > 0 || !spanish(keys) || words.length < 4 ? words[0]! : words.slice(0, cut).join(" ");
  return { first: tidy(first, true), last: tidy(words.slice(cut).join(" "), true) };
}

const vietnamese = new Set("nguyen tran pham huynh phan vo dang bui ngo duong dinh truong".split(" "));
const spanish = (keys: string[]): boolean => /(?:ez|ia|do|illo|es|os|as|era|ero|za|ña|na|eda|eno|les|res|do|ado|al|ano|uz|on)$/.test(keys.at(-1)!) && /(?:ez|cia|do|illo|os|as|es|era|ero|za|eda|ano|uz|on|al|ruiz|diaz)$/.test(keys.at(-2)!);

function strip(words: string[]): string[] {
  let from = 0, to = words.length;
  while (from < to && (honorifics.has(bare(words[from]!)) || honorifics.has(keyOf(words[from]!)) || /^dipl|^mag\.|^prof\.|^i\.$|^a\.$|^v\.$/i.test(words[from]!) || /^(?:DI|DDI|MMag|KommR|DKfm|OStR|StD|RA|WP|StB)\.?$/.test(words[from]!) && /\p{Ll}/u.test(words.at(-1)!)) && to - from > 1) from++;
  while (to > from && (nameSuffixes.has(bare(words[to - 1]!)) || honorifics.has(bare(words[to - 1]!)) && words[to - 1]!.length < 4 && to - from > 2) && to - from > 1) to--;
  return words.slice(from, to).map(word => word.replace(/[,.;:]{1,3}$/, end => word.length <= 2 && end === "." ? end : ""));
}
const withoutInitials = (words: string[]): string[] => { const full = words.filter(word => word.replace(/\./g, "").length > 1 || word === "Ó"); return full.length ? full : words; };
/** Letters behind a name: CEng, MIChemE, FRSC. Names with an inner capital (McAdam, DeWitt, O'Neill) are not. */
const isPostNominal = (word: string): boolean => word.length <= 10 && (word.match(/\p{Lu}/gu) ?? []).length > 1 && !/^(?:Mc|Mac|De|Di|Du|Da|La|Le|Van|Fitz|[OD]['’])\p{Lu}\p{Ll}/u.test(word) && !(/^[\p{Lu}'’-]+$/u.test(word) && word.length > 5);
const nameWord = (word: string): boolean => /^[\p{L}\p{M}][\p{L}\p{M}'’.-]{0,30}$/u.test(word) || word === "'t";
const isUpper = (word: string): boolean => { const plain = word.replace(/[\u00df-\u00ff]/g, ""); return plain.length > 1 && plain.toUpperCase() === plain && plain.toLowerCase() !== plain; }; // "ELVESTAéN": what makes capitals may leave accents
const tidy = (text: string, soften: boolean): string => soften && /\p{Lu}{3}/u.test(text.replace(/[\s'-]/g, "")) && mostlyUpper(text) ? text.toLowerCase().replace(/(?<=^|[\s'’-])\p{L}/gu, letter => letter.toUpperCase()) : /^\p{Ll}+$/u.test(text) ? capital(text) : text;
const mostlyUpper = (text: string): boolean => (text.match(/\p{Lu}/gu)?.length ?? 0) > text.length / 2;

/** Whether two names can be one person's: a shared part, or a given name and its short form. */
export function agrees(a: Name, b: Name): boolean {
  const keys = (name: Name) => [name.first, name.last].flatMap(half => half ? keysOf(half) : []);
  const left = keys(a), right = keys(b);
  return left.some(key => right.some(other => key === other || key.length > 2 && other.length > 2 && (key.startsWith(other) || other.startsWith(key)))) || left.length < 4 && left.some(key => key.length === 1 && right.some(other => other.startsWith(key)));
}
