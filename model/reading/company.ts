import { type Desk, senderWords } from "./desk.ts";
import { keyOf, keysOf, type Line, part } from "./page.ts";
import { isRole } from "./person.ts";
import { nameOfDomain } from "./sites.ts";
import { freeBrands } from "./words/companies.ts";
import { companyScore } from "./work.ts";

type Found = { line: Line; score: number };

/** A company that no signature names: of the small print if it is the sender's, else as the letter introduces itself. */
export function statedCompany(smallPrint: Line[], reply: Line[], domain: string): Found | undefined {
  for (const line of smallPrint.slice(0, 40)) {
    const text = line.text.slice(0, 600);
    for (const match of text.matchAll(legal)) {
      const name = match[1]!.replace(/^(?:En|In|De|By|The|Bei|Von|Chez|Di|Of|If)\s/u, "");
      if (domain && companyScore(name, domain) >= 1) return at(line, text, name, 0.55);
    }
    const han = hanLegal.exec(text);
    if (han) return at(line, text, han[1]!, 0.5);
  }
  for (const line of reply.slice(0, 8)) {
    const text = line.text.slice(0, 240);
    for (const pattern of introductions) {
      const name = pattern.exec(text)?.[1]?.replace(/[\s,.;:]{1,3}$/, "");
      if (name && !freeBrands.has(keyOf(name)) && (companyScore(name, domain) >= 0.3 || keysOf(name).length > 1 && !/^(?:The|A|An)\s\S+$/.test(name))) return at(line, text, name, 0.5);
    }
  }
  return undefined;
}

/** As the sender calls itself: "Acme Support", "Jane Doe | Acme", "Jane Doe (Acme Ltd)". */
export function unstatedCompany({ reading, mail, ...desk }: Desk, domain: string): void {
  const { name, address } = mail.from, said = (value: string, confidence: number) => { reading.company = { value, words: senderWords({ ...desk, reading, mail }, "sender"), confidence }; };
  if (!name) return;
  const beside = /^.{2,60}?(?:\s[-–|/@•]\s|[|｜]|\s?[(（])([^()（）|｜]{2,60})[)）]?$/u.exec(name.slice(0, 130))?.[1]?.trim();
  if (beside && (companyScore(beside, "") >= 0.7 || domain && isDomains(beside, domain))) return said(beside, 0.6);
  const theirs = [reading.firstName, reading.lastName].flatMap(half => half ? keysOf(half.value) : []), own = keysOf(name);
  if (isRole(name, address) && companyScore(name, domain) > 0.7 || reading.firstName && companyScore(name, "") >= 0.4 && own.length > 1 && !own.includes(keyOf(reading.firstName.value)) && own.some(word => !theirs.includes(word))) return said(name, 0.6);
  if (!reading.firstName && !reading.lastName && companyScore(name, domain) > 0.4) said(name, 0.5);
}

const isDomains = (text: string, domain: string): boolean => { const label = nameOfDomain(domain).replace(/-/g, ""), joined = keysOf(text).join(""); return joined.length > 2 && (label.startsWith(joined) || joined.startsWith(label)); };
const at = (line: Line, text: string, name: string, score: number): Found => { const from = text.indexOf(name); return { line: part(line, from, from + name.length), score }; };

const legal = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}&.'-]{0,30}(?:\s(?:\p{Lu}[\p{L}&.'-]{0,30}|&|of|de|und|y|et)){0,5},?\s(?:S\.?L\.?U?\.?|S\.?A\.?|GmbH(?:\s&\sCo\.?\sKG)?|AG|KG|Ltd\.?|Limited|plc|PLC|Inc\.?|LLC|LLP|Corp\.?|Corporation|SARL|SAS|S\.r\.l\.|S\.p\.A\.|B\.V\.|N\.V\.|AB|AS|ApS|Oy|Lda\.?|Ltda\.?))(?!\p{L})/gu;
const hanLegal = /(?:^|[\s,，。：:(（]|属于|来自|归|系|为|由|是|与|及)([\p{Script=Han}()（）]{2,24}?(?:有限公司|股份公司|集团|株式会社))/u;
const name = String.raw`((?:\p{Lu}|\d)[\p{L}\p{N}&.'-]{0,30}(?:\s(?:\p{Lu}[\p{L}\p{N}&.'-]{0,30}|&|and|of|und|de|du|et|y)){0,4})`;
/** How people say for whom they write, of lines of at most 240 characters. */
export const introductions = [
  `(?:[Ii] (?:work|am working) (?:for|at|with)|[Ii] am (?:with|from|at)|I'm (?:with|from|at)|here at|we at|on behalf of|(?:[Mm]y name is|[Tt]his is|[Ii] am|I'm) \\p{Lu}[\\p{L}' -]{1,40},? (?:from|with|at|of)|[Ww]e are) ${name}`,
  `(?:der Firma|die Firma|von der Firma|für die Firma|bei der|von der) ${name}`, `(?:la société|de la société|l'entreprise|chez) ${name}`, `(?:la empresa|de la empresa|trabajo en) ${name}`, `(?:la ditta|dell'azienda|della ditta|per conto di) ${name}`, `(?:da empresa|a empresa) ${name}`,
].map(source => new RegExp(source, "u")).concat(
  /(?:我是|我们是|这里是|我们|代表|来自)([\p{Script=Han}A-Za-z()（）]{2,20}?(?:有限公司|公司|集团|厂|医院|大学|学院|学校|中心|酒店))/u,
  /^(?:[^。、]{0,30}[。、\s]){0,2}((?:株式会社|有限会社|合同会社)[^\s、。の]{1,16}|[^\s、。の]{1,16}(?:株式会社|有限会社|合同会社|製作所|工業|大学))の/u,
  /((?:주식회사|\(주\))\s?[가-힣A-Za-z]{2,16}|[가-힣]{2,12}(?:산업|전자|물산|공업|상사|건설))(?:의|에서|에)\s/u,
);
