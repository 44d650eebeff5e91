import { type Desk, put, senderWords, valueOf } from "./desk.ts";
import { keyOf, keysOf, type Line, part } from "./page.ts";
import { agrees, isRole, type Name, splitName } from "./person.ts";
import { placeOf } from "./place.ts";
import { cellsOf, isClosing } from "./signature.ts";
import { nameCell } from "./who.ts";
import { freeBrands } from "./words/companies.ts";
import { countries } from "./words/places.ts";
import { companyScore, isDepartment, jobOf, titleScore } from "./work.ts";

/** Title and company out of the signature, then the small print, then the sender. */
export function readWork(desk: Desk, signature: Line[], smallPrint: Line[], domain: string, header: Name | undefined): void {
  const { mail, reading } = desk;
  const person = { first: reading.firstName?.value, last: reading.lastName?.value };
  let title: { line: Line; score: number } | undefined, company: { line: Line; score: number } | undefined;
  let afterName = 9;
  for (const line of signature) {
    for (const raw of cellsOf(line)) {
      if (/\S@\S|https?:|www\.|^\W{0,3}\+?\d[\d\s().-]{6,}|^[^\p{Lu}]{0,3}[\p{Ll}\d-]{2,40}(?:\.\p{Ll}{2,12}){1,3}$/u.test(raw.text) || /^(?:tel|phone|fax|mobile?|cell|e-?mail|web|internet|电话|手机|邮箱|邮编|传真|电邮|телефон)\s?[:.]/i.test(raw.text)) { if (!/[,，]/.test(raw.text)) continue; }
      const labelled = /^(?:公司|单位|company|firma|会社名|职务|职位|title|position|회사|部门)\s?[:：]\s?/i.exec(raw.text);
      let cell = labelled ? part(raw, labelled[0].length, raw.text.length) : raw;
      const own = nameCell(cell);
      const name = own ? splitName(own.text.replace(/[,.!]$/, ""), mail.from.address, "") : undefined;
      const isOwn = name !== undefined && (agrees(name, person) || header !== undefined && agrees(name, header)) && titleScore(own!.text) < 0.5 && companyScore(own!.text, "") < 0.5;
      if (isOwn) {
        afterName = 0;
        const rest = part(cell, own!.to - cell.from, cell.text.length);
        cell = part(rest, /^[\s,]{0,3}/.exec(rest.text)![0].length, rest.text.length);
        if (!cell.text || /^[A-Za-z .'-]+$/.test(cell.text) && !titleScore(cell.text)) continue;
      }
      if (isClosing(cell.text) || cell.text.length < 2) continue;
      const team = /^the\s(.{2,40})\steam$/i.exec(cell.text);
      if (team) { const at = part(cell, 4, 4 + team[1]!.length); if (!company) company = { line: at, score: 0.6 }; continue; }
      cell = part(cell, 0, cell.text.replace(/[,;，]{1,2}$/, "").length);
      const job = jobOf(cell, domain);
      const near = afterName <= 2 ? 0.1 : 0;
      if (job.title && job.titleScore + near > 0.5 && (!title || job.titleScore > title.score + 0.35)) title = { line: job.title, score: job.titleScore };
      const score = job.companyScore + near + (labelled ? 0.4 : 0);
      if (job.company && score >= 0.4 && !(isDepartment(job.company.text) && job.companyScore < 0.7) && (!company || score > company.score + 0.25 && !(/[\p{Script=Han}]/u.test(company.line.text) && !/[\p{Script=Han}]/u.test(job.company.text)) || /[\p{Script=Han}]/u.test(job.company.text) && !/[\p{Script=Han}]/u.test(company.line.text) && score > 0.6)) company = { line: job.company, score };
    }
    afterName++;
  }
  if (!company) company = plainCompany(signature, title?.line, person, header, mail.from.address);
  if (!company && domain) for (const line of smallPrint.slice(0, 40)) {
    const named = /(?:^|\s|[^\p{L}])(?!(?:En|In|De|By|The|Bei|Von|Chez)\s)(\p{Lu}[\p{L}&.'-]{1,30}(?:\s\p{Lu}[\p{L}&.'-]{1,30}){0,4},?\s(?:S\.L\.U?\.?|S\.A\.?|GmbH(?: & Co\. KG)?|AG|Ltd\.?|Limited|Inc\.?|LLC|SARL|SAS|S\.r\.l\.|S\.p\.A\.|B\.V\.))(?![\p{L}])/u.exec(line.text.slice(0, 500));
    if (named && companyScore(named[1]!, domain) > 0.9) { const at = line.text.indexOf(named[1]!); company = { line: part(line, at, at + named[1]!.length), score: 0.5 }; break; }
  }
  if (title) put(desk, "jobTitle", valueOf(desk.page, title.line), title.line.from, title.line.to, Math.min(0.95, title.score));
  if (company && !freeBrands.has(keyOf(company.line.text).replace(/[^\p{L}\p{N}]/gu, ""))) put(desk, "company", valueOf(desk.page, company.line), company.line.from, company.line.to, Math.min(0.95, company.score));
  else if (!reading.company && !reading.firstName && !reading.lastName && mail.from.name && companyScore(mail.from.name, domain) > 0.4) reading.company = { value: mail.from.name, words: senderWords(desk, "sender"), confidence: 0.5 };
  if (!reading.company && mail.from.name && companyScore(mail.from.name, domain) > 0.7 && isRole(mail.from.name, mail.from.address)) reading.company = { value: mail.from.name, words: senderWords(desk, "sender"), confidence: 0.6 };
}

/** The line under name or title that is nothing else: a company by its place alone. */
function plainCompany(signature: Line[], title: Line | undefined, person: Name, header: Name | undefined, address: string): { line: Line; score: number } | undefined {
  const index = signature.findIndex(line => title ? title.from >= line.from && title.to <= line.to : (() => { const own = splitName(line.text, address, ""); return own !== undefined && (agrees(own, person) || header !== undefined && agrees(own, header)); })());
  const next = index >= 0 ? signature.slice(index + 1).find(line => line.text) : undefined;
  if (!next || signature.indexOf(next) - index > 2) return undefined;
  const cell = cellsOf(next)[0];
  if (!cell || cell.text.length > 60 || /[@\d:+]|https?/.test(cell.text) || !/^[\p{Lu}\p{Script=Han}]/u.test(cell.text) || titleScore(cell.text) > 0 || isDepartment(cell.text) || isClosing(cell.text) || placeOf([cell], "") || countries.has(keyOf(cell.text))) return undefined;
  const own = splitName(cell.text, address, "");
  if (own && (agrees(own, person) || header && agrees(own, header)) || keysOf(cell.text).length > 5 || !title && keysOf(cell.text).length > 4 || /[.!?]$/.test(cell.text)) return undefined;
  return { line: cell, score: title ? 0.5 : 0.4 };
}
