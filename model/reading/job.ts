import { statedCompany, unstatedCompany } from "./company.ts";
import { type Desk, put, valueOf } from "./desk.ts";
import { keyOf, keysOf, type Line, part } from "./page.ts";
import { agrees, type Name, splitName } from "./person.ts";
import { placeOf } from "./place.ts";
import { cellsOf, isClosing } from "./signature.ts";
import { nameCell } from "./who.ts";
import { freeBrands } from "./words/companies.ts";
import { honorifics, nameSuffixes } from "./words/names.ts";
import { countries } from "./words/places.ts";
import { departmentWords, titleWords } from "./words/titles.ts";
import { companyScore, isDepartment, isSaying, jobOf, titleScore } from "./work.ts";

/** Something that may be a title or a company, and in which line of the signature it stands; the further down, the less it says of the writer. */
interface Candidate { line: Line; row: number; score: number; whole?: Line }

/** Title and company out of the signature, then the small print, the letter and the sender. What speaks for a company adds up: its words, the domain, its place, and that it is said again. */
export function readWork(desk: Desk, signature: Line[], reply: Line[], smallPrint: Line[], domain: string, header: Name | undefined): void {
  const { mail, reading } = desk;
  const person = { first: reading.firstName?.value, last: reading.lastName?.value };
  const titles: Candidate[] = [], companies: Candidate[] = [], plain: Candidate[] = [];
  let row = 0, nameRow = -9, firstContact = 99;
  for (const line of signature) {
    if (!line.text) continue;
    for (const raw of cellsOf(line)) {
      if (isContact(raw.text)) { firstContact = Math.min(firstContact, row); if (!/[,，]/.test(raw.text)) continue; }
      const label = /^(?:公司|单位|company|firma|会社名|职务|职位|title|position|회사|部门)\s?[:：]\s?/i.exec(raw.text);
      let cell = label ? part(raw, label[0].length, raw.text.length) : raw;
      const own = nameCell(cell);
      if (own && isOwn(own.text, person, header, nameRow >= 0, domain, mail.from.address)) {
        if (nameRow < 0) nameRow = row;
        const rest = part(cell, own.to - cell.from, cell.text.length);
        cell = part(rest, /^[\s,]{0,3}/.exec(rest.text)![0].length, rest.text.length);
        if (!cell.text || /^[A-Za-z .'-]+$/.test(cell.text) && !titleScore(cell.text)) continue;
      }
      if (isClosing(cell.text) || cell.text.length < 2) continue;
      const team = /^the\s(.{2,40})\steam$/i.exec(cell.text);
      if (team) { companies.push({ line: part(cell, 4, 4 + team[1]!.length), row, score: 0.6 }); continue; }
      cell = part(cell, 0, cell.text.replace(/\s[:;]-?[)(DP]$|[,;，]{1,2}$/, "").length);
      const job = jobOf(cell, domain);
      if (job.title) titles.push({ line: job.title, row, score: job.titleScore, whole: job.whole });
      if (job.company && !(isDepartment(job.company.text) && job.companyScore < 0.7)) companies.push({ line: registerless(job.company), row, score: job.companyScore + (label ? 0.4 : 0) });
      else if (!job.title && mayBeName(cell, person, header, mail.from.address)) plain.push({ line: cell, row, score: 0.2 });
    }
    row++;
  }
  const title = bestTitle(titles, nameRow);
  const said = keyOf([...smallPrint.slice(0, 12), ...signature].map(line => line.text.slice(0, 300)).join("\n")); // at most 10,000 characters
  const stands = ({ row }: Candidate): number => {
    const under = Math.min(...[nameRow, title?.row ?? -9].map(above => row - above).filter(rows => rows >= 0));
    if (row > firstContact + 1 && under > 2) return 0;
    return under === 1 || under === 0 ? 0.25 : under === 2 ? 0.15 : row === 0 && nameRow > 0 ? 0.2 : 0;
  };
  const weighed = [...companies, ...plain.filter(candidate => candidate.row <= firstContact + 1)].map(candidate => ({ ...candidate, score: candidate.score + stands(candidate) + (said.split(keyOf(candidate.line.text), 3).length > 2 ? 0.15 : 0) }));
  const company = bestCompany(weighed.filter(({ score }) => score >= 0.4)) ?? statedCompany(smallPrint, reply, domain);
  if (title) {
    const { line } = title.whole && company && !(title.whole.from <= company.line.from && company.line.to <= title.whole.to) && company.score > 0.5 ? { line: title.whole } : title;
    put(desk, "jobTitle", valueOf(desk.page, line), line.from, line.to, Math.min(0.95, title.score));
  }
  if (company && !freeBrands.has(keyOf(company.line.text).replace(/[^\p{L}\p{N}]/gu, ""))) put(desk, "company", valueOf(desk.page, company.line), company.line.from, company.line.to, Math.min(0.95, company.score));
  else unstatedCompany(desk, domain);
}

/** A company without the register's number behind it: "Tidewell Ltd (RC 204418)". */
const registerless = (line: Line): Line => { const number = /\s?[(（][^()（）]{0,30}\d{3}[^()（）]{0,30}[)）]$/.exec(line.text.slice(0, 200)); return number && number.index > 2 ? part(line, 0, number.index) : line; };

const isContact = (text: string): boolean => /\S@\S|https?:|www\.|^\W{0,3}\+?\d[\d\s().-]{6}/u.test(text) || /^[^\p{Lu}]{0,3}[\p{Ll}\d-]{2,40}(?:\.\p{Ll}{2,12}){1,3}$/u.test(text) || /^(?:tel|phone|telephone|fax|mobile?|cell|e-?mail|web|internet|url|http|icq|pgp|gpg|skype|twitter|linkedin|电话|手机|邮箱|邮编|传真|电邮|телефон)\s?(?:[:.]|$)/i.test(text);

/** Whether a cell is the writer's own name; after it was said once, only if nothing else is in it: "Petersen" signs, "Tischlerei Petersen" trades. */
function isOwn(text: string, person: Name, header: Name | undefined, again: boolean, domain: string, address: string): boolean {
  const name = splitName(text.replace(/[,.!]$/, ""), address, "");
  if (!name || !agrees(name, person) && !(header && agrees(name, header))) return false;
  const theirs = new Set([person.first, person.last, header?.first, header?.last].flatMap(half => half ? keysOf(half) : []));
  const strange = keysOf(text).filter(key => key.length > 1 && !theirs.has(key) && !honorifics.has(key) && !nameSuffixes.has(key));
  return !strange.length || !again && titleScore(text) < 0.5 && companyScore(text, domain) < 0.25;
}

/** Whether a cell without a telling word may still name a company, if its place says so. */
function mayBeName(cell: Line, person: Name, header: Name | undefined, address: string): boolean {
  const { text } = cell, keys = keysOf(text);
  if (text.length > 60 || keys.length > 6 || !/^[\p{Lu}\p{Lo}\d]/u.test(text) || /[@:+]|\d{3}|https?|[.!?]$/.test(text) || !/\p{L}{2}/u.test(text) || isSaying(text, keys)) return false;
  if (isDepartment(text) || isClosing(text) || titleScore(text) > 0 || countries.has(keyOf(text)) || placeOf([cell], "") || keys.filter(key => titleWords.has(key) || departmentWords.has(key) || nameSuffixes.has(key) || honorifics.has(key)).length > 0.6 * keys.length) return false;
  const name = splitName(text, address, "");
  return !(name && (agrees(name, person) || header && agrees(name, header)));
}

/** The likeliest; of two alike the one nearer to the name. */
function bestTitle(titles: Candidate[], nameRow: number): Candidate | undefined {
  let best: Candidate | undefined;
  for (const title of titles) {
    const near = nameRow >= 0 && Math.abs(title.row - nameRow) <= 2 ? 0.1 : 0;
    if (title.score + near > 0.5 && (!best || title.score > best.score + 0.35)) best = title;
  }
  return best;
}

/** The likeliest; of two alike the first, and of a name in two scripts the Han one. */
function bestCompany(companies: Candidate[]): Candidate | undefined {
  let best: Candidate | undefined;
  const han = ({ line }: Candidate) => /\p{Script=Han}/u.test(line.text);
  for (const company of companies) if (!best || company.score > best.score + 0.2 && !(han(best) && !han(company)) || han(company) && !han(best) && company.score > 0.6) best = company;
  return best;
}
