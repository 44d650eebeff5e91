import { hasLead, readForm, type Form } from "./form.ts";
import { personOf, type Headers } from "./history.ts";
import { kindOf } from "./kind.ts";
import { textOfHtml } from "./markup.ts";
import { ownLines, trimBlank } from "./own.ts";
import { keyOf, keysOf, layOut, part, wordsOf, type Line, type Page } from "./page.ts";
import { agrees, isRole, nameOfLogin, splitName, type Name } from "./person.ts";
import { e164, phonesOf } from "./phones.ts";
import { cityOf, placeOf } from "./place.ts";
import type { LeadField, MailKind, ReadableMail, Reading, Words } from "./reading.ts";
import { cellsOf, isClosing, partSignature } from "./signature.ts";
import { domainOf, hostOf, isFree, mailsOf, registered, sitesOf } from "./sites.ts";
import { topicOf } from "./topic.ts";
import { freeBrands } from "./words/companies.ts";
import { honorifics } from "./words/names.ts";
import { countries, topDomains } from "./words/places.ts";
import { companyScore, isDepartment, jobOf, titleScore } from "./work.ts";

/** Reads a lead out of a message, each value with the words that it was read from. Nothing is run, fetched or kept. */
export function readMail(mail: ReadableMail): Reading {
  const bounded = { ...mail, subject: mail.subject.slice(0, 2000), from: { name: mail.from.name.slice(0, 300), address: mail.from.address.slice(0, 320) } };
  const text = mail.text.trim() ? mail.text : mail.html ? textOfHtml(mail.html) : "";
  const page = layOut(text);
  const desk: Desk = { page, reading: { kind: "direct", phones: [], text, steps: 0 }, mail: bounded, sender: "sender" };
  readLines(desk, 0, 0);
  desk.reading.steps = page.steps;
  return desk.reading;
}

interface Desk { page: Page; reading: Reading; mail: ReadableMail; sender: Words["source"]; senderAt?: { from: number; to: number } }

const personal: LeadField[] = ["firstName", "lastName", "company", "jobTitle", "website", "address", "city", "postalCode", "country", "reply"];

function readLines(desk: Desk, start: number, depth: number): void {
  const { page, mail, reading } = desk;
  const own = ownLines(page.lines, start);
  page.steps += own.lines.reduce((sum, line) => sum + line.text.length, 0);
  const topic = topicOf(mail.subject);
  const headers = own.boundary?.headers;
  if (depth < 5 && (depth === 0 || isOurs(mail) || !own.lines.some(line => line.text)) && headers?.from && isForward(own.lines, own.boundary!.forward, topic.prefixes[0], mail)) {
    followForward(desk, headers, depth);
    reading.kind = "forward";
    return;
  }
  const region = regionsOf(mail, own.lines)[0] ?? "US";
  const role = isRole(mail.from.name, mail.from.address);
  const header = role ? undefined : splitName(mail.from.name, mail.from.address, region);
  const form = readForm(own.lines);
  const kind = kindOf({ mail, topic, own: own.lines, below: own.smallPrint, form, personal: header !== undefined && believable(header, mail.from.address) || signsAs(own.lines, mail, region), history: own.boundary !== undefined });
  reading.kind = kind;
  if (topic.text && !reading.topic) reading.topic = { value: topic.text, words: { source: "subject", from: topic.from, to: topic.to }, confidence: 0.95 };
  if (kind === "notification" && mail.from.address && !/no-?reply/i.test(mail.from.address)) reading.email = { value: mail.from.address.toLowerCase(), words: senderWords(desk, "address"), confidence: 0.3 };
  if (kind === "bounce" || kind === "newsletter" || kind === "notification") { for (const field of personal) delete reading[field]; reading.phones = []; return; }
  if (kind === "webform") return readWebform(desk, form, own.lines);
  readLetter(desk, own.lines, own.smallPrint, header, kind, region);
}

const isOurs = ({ from, receivedFor }: ReadableMail): boolean => receivedFor !== undefined && from.address !== "" && !isFree(domainOf(from.address)) && (from.address.toLowerCase() === receivedFor.address.toLowerCase() || domainOf(from.address) === domainOf(receivedFor.address) && !/no-?reply|web|form/i.test(from.address));

/** Whether whoever signs is whose address it is, whatever the display name says. */
function signsAs(own: Line[], mail: ReadableMail, region: string): boolean {
  const login = keyOf(mail.from.address.split("@")[0] ?? "");
  const { signature } = partSignature(own, undefined, region);
  return signature.slice(0, 4).some(line => { const keys = keysOf(line.text); return keys.length > 1 && keys.length < 5 && keys.some(key => key.length > 2 && login.includes(key)) && splitName(line.text.replace(/[,.!]$/, ""), mail.from.address, region)?.last !== undefined; });
}

/** A display name of a machine under somebody's login is no person. */
const believable = (name: Name, address: string): boolean => !/crawler|robot|\bbot\b|daemon|monitor|scheduler/i.test(`${name.first} ${name.last} ${address}`);

function isForward(own: Line[], marked: boolean, prefix: string | undefined, mail: ReadableMail): boolean {
  if (prefix === "reply") return false;
  return marked || prefix === "forward" || !own.some(line => line.text) && (prefix === undefined && !mail.subject || prefix === "forward");
}

function followForward(desk: Desk, headers: Headers, depth: number): void {
  const { page, mail, reading } = desk;
  const { name, address, fromAt, toAt } = headers.from!;
  const subject = headers.subject ? page.text.slice(headers.subject.from, headers.subject.to) : mail.subject;
  const topic = topicOf(subject);
  if (topic.text) reading.topic = headers.subject
    ? { value: topic.text, words: words(page, headers.subject.from + topic.from, headers.subject.from + topic.to), confidence: 0.9 }
    : { value: topic.text, words: { source: "subject", from: topic.from, to: topic.to }, confidence: 0.7 };
  const written = personOf(page.text.slice(fromAt, toAt));
  desk.mail = { ...mail, from: { name: written.name || name, address: written.address || address }, subject };
  desk.sender = "text";
  desk.senderAt = { from: fromAt, to: toAt };
  readLines(desk, headers.next, depth + 1);
}

function readLetter(desk: Desk, lines: Line[], smallPrint: Line[], header: Name | undefined, kind: MailKind, region: string): void {
  const { page, mail, reading } = desk;
  const signed = partSignature(lines, header, region);
  if (kind !== "autoreply" && signed.reply.length) put(desk, "reply", replyText(page, signed.reply), signed.reply[0]!.from, signed.reply.at(-1)!.to, signed.signature.length ? 0.9 : 0.7);
  if (mail.from.address) reading.email = { value: mail.from.address.toLowerCase(), words: senderWords(desk, "address"), confidence: 0.95 };
  const domain = domainOf(mail.from.address), domainKnown = domain && !isFree(domain) ? domain : "";
  const signature = unboxed(signed.signature);
  readWho(desk, signature, signed.reply, header, region);
  readWork(desk, signature, smallPrint, domainKnown, header);
  const cells = signature.flatMap(line => /[|•·]/.test(line.text) || line.indent >= 0 ? placeCells(line) : [line]);
  readPlace(desk, cells, region);
  readPhones(desk, signature, signed.reply, kind);
  readSites(desk, signature, signed.reply, domainKnown);
}

const unboxed = (lines: Line[]): Line[] => lines.map(line => /^[|+│]/.test(line.text) ? part(line, 1, line.text.length - (/[|+│]$/.test(line.text) ? 1 : 0)) : line).filter(line => line.text);

function readWho(desk: Desk, signature: Line[], reply: Line[], header: Name | undefined, region: string): void {
  const { mail, reading } = desk;
  const theirs = mail.receivedFor ? keysOf(mail.receivedFor.name).join("") : "";
  let best: { name: Name; line: Line; score: number } | undefined;
  let seen = 0;
  for (const line of signature) {
    for (const [index, cell] of cellsOf(line).entries()) {
      const bare = nameCell(cell);
      if (!bare || keysOf(bare.text).join("") === theirs) continue;
      const name = splitName(bare.text.replace(/[,.!]$/, ""), mail.from.address, region);
      if (!name || titleScore(bare.text) > 0.5 && !(header && agrees(name, header)) || companyScore(bare.text, domainOf(mail.from.address)) > 0.55 && !(header && agrees(name, header)) || isRole(bare.text, "")) continue;
      const login = keyOf(mail.from.address.split("@")[0] ?? "");
      const same = header ? agrees(name, header) : [name.first, name.last].some(half => half && half.length > 2 && login.includes(keyOf(half)));
      const whole = name.first !== undefined && name.last !== undefined;
      const score = (same ? 1 : 0) + (whole ? 0.5 : 0) - 0.12 * seen - 0.1 * index;
      const admitted = same || whole && !header && seen < 3 || whole && header && !header.last && seen < 2 || /[\p{Script=Han}]/u.test(bare.text) && whole && seen < 2 && (!header || !/[\p{Script=Han}]/u.test(mail.from.name));
      if (admitted && (!best || score > best.score)) best = { name, line: bare, score };
    }
    seen++;
  }
  const intro = !header && !best ? introduced(reply, mail.from.address, region) : undefined;
  const signed = best?.name ?? intro?.name;
  const login = header?.last && header.first ? undefined : nameOfLogin(mail.from.address);
  const first = signed?.first ?? header?.first ?? (header && login && agrees(header, login) ? login.first : undefined);
  const last = signed?.last ?? header?.last ?? (header && !signed?.last && login && agrees(header, login) && keyOf(header.first ?? "") !== keyOf(login.last ?? "") ? login.last : undefined);
  const swapped = header && header.first && !header.last && keyOf(header.first) === keyOf(last ?? "");
  const from = (inSigned: boolean): [Words, number] => inSigned && (best || intro) ? [words(desk.page, (best ?? intro)!.line.from, (best ?? intro)!.line.to), best && best.score >= 1 ? 0.95 : 0.75] : [senderWords(desk, "sender"), 0.85];
  if (first && !(swapped && !signed?.first)) { const [at, confidence] = from(signed?.first !== undefined); reading.firstName = { value: first, words: at, confidence }; }
  if (last) { const [at, confidence] = from(signed?.last !== undefined); reading.lastName = { value: last, words: at, confidence }; }
}

const nameCell = (cell: Line): Line | undefined => {
  if (isClosing(cell.text)) {
    const tail = /^(?:gru(?:ß|ss)|lg|vg|cheers|best|thanks|regards|saludos|cordialement|your pal,?|ciao|love|thx)[\s,]{1,3}(\p{Lu}[\p{L}.' -]{1,40})/iu.exec(cell.text);
    return tail && /^\p{Lu}/u.test(tail[1]!) && !/^(?:regards|wishes)/i.test(tail[1]!) ? part(cell, cell.text.lastIndexOf(tail[1]!), cell.text.length) : undefined;
  }
  const cut = /^(?:i\.\s?[av]\.|ppa\.?)\s/i.exec(cell.text)?.[0].length ?? 0;
  const han = /^([\p{Script=Han}]{2,4})\s+[\p{Script=Han}]{2,}/u.exec(cell.text);
  if (han && splitName(han[1]!, "", "CN") && titleScore(cell.text.slice(han[1]!.length).trim()) > 0.5) return part(cell, 0, han[1]!.length);
  const comma = cell.text.indexOf(",");
  return comma > 0 && titleScore(cell.text.slice(comma + 1).trim()) > 0.4 ? part(cell, cut, comma) : part(cell, cut, cell.text.length);
};

function introduced(reply: Line[], address: string, region: string): { name: Name; line: Line } | undefined {
  for (const line of reply.slice(0, 6)) {
    const said = /(?:my name is|i am|i'm|this is|mein name ist|ich bin|ich heiße|je m'appelle|je suis|me llamo|mi nombre es|soy|mi chiamo|sono|meu nome é|mijn naam is|nazywam się|меня зовут)\s(\p{Lu}[\p{L}'-]{1,20}(?:\s\p{Lu}[\p{L}'-]{1,20}){1,2})/iu.exec(line.text.slice(0, 300)) ?? /(?:我是|我叫|本人)(?:[\p{Script=Han}]{2,20}的)?([\p{Script=Han}]{2,4}?)(?=[，,。.！! ]|$)/u.exec(line.text.slice(0, 120));
    if (!said || !/^[\p{Lu}\p{Script=Han}]/u.test(said[1]!)) continue;
    const name = splitName(said[1]!, address, region);
    const at = line.text.indexOf(said[1]!);
    if (name) return { name, line: part(line, at, at + said[1]!.length) };
  }
  return undefined;
}

function readWork(desk: Desk, signature: Line[], smallPrint: Line[], domain: string, header: Name | undefined): void {
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
      if (job.company && score >= 0.4 && !(isDepartment(job.company.text) && job.companyScore < 0.7) && (!company || score > company.score + 0.25 || /[\p{Script=Han}]/u.test(job.company.text) && !/[\p{Script=Han}]/u.test(company.line.text) && score > 0.6)) company = { line: job.company, score };
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

function placeCells(line: Line): Line[] {
  return cellsOf(line).map(cell => {
    const label = /^(?:公司地址|联系地址|办公地址|地址|住所|所在地|주소|address|add|adresse|anschrift|dirección|indirizzo|endereço|adres|адрес|📍)[\s:.]{0,3}/iu.exec(cell.text);
    const trimmed = label ? part(cell, label[0].length, cell.text.length) : cell;
    return part(trimmed, 0, trimmed.text.replace(/[,;]{1,2}$/, "").length);
  }).filter(cell => cell.text && !/@|https?:|www\./.test(cell.text) && !/^(?:tel|phone|fax|mobile?|cell|[tmf])[.:\s]/i.test(cell.text) && !isDigits(cell.text));
}
const isDigits = (text: string): boolean => /^[+(]?\d[\d\s().\-/]{7,}$/.test(text);

function readPlace(desk: Desk, cells: Line[], region: string): void {
  const { page, reading } = desk;
  const known = new Set([reading.jobTitle, reading.company].flatMap(read => read ? [read.value] : []));
  const theirs = cells.filter(cell => !known.has(valueOf(page, cell)) || /\d/.test(cell.text));
  const place = placeOf(theirs, region);
  if (!place) {
    for (const cell of cells) {
      const tail = /,\s(\p{Lu}[\p{L} .-]{2,30})$/u.exec(cell.text);
      if (tail && reading.company && tail[1] !== reading.company.value && cell.text.startsWith(reading.company.value)) put(desk, "city", tail[1]!, cell.to - tail[1]!.length, cell.to, 0.4);
    }
    return;
  }
  if (place.street) put(desk, "address", place.text, place.from, place.to, 0.8);
  if (place.city) put(desk, "city", page.text.slice(place.city.from, place.city.to), place.city.from, place.city.to, 0.8);
  if (place.postalCode) put(desk, "postalCode", page.plain.slice(place.postalCode.from, place.postalCode.to), place.postalCode.from, place.postalCode.to, 0.85);
  if (place.country) put(desk, "country", place.country.code, place.country.from, place.country.to, 0.85);
  else if (reading.postalCode === undefined) for (const cell of cells) { const zip = /邮编\W{0,3}(\d{6})/.exec(cell.text); if (zip) put(desk, "postalCode", zip[1]!, cell.from, cell.to, 0.8); }
}

function regionsOf(mail: ReadableMail, lines: Line[]): string[] {
  const regions: string[] = [];
  for (const line of lines.slice(-14)) for (const piece of line.text.slice(0, 200).split(/[,|]/)) { const code = countries.get(keyOf(piece).trim()); if (code && piece.trim().length > 3) regions.push(code); }
  const top = domainOf(mail.from.address).split(".").pop() ?? "";
  if (topDomains.has(top)) regions.push(top === "uk" ? "GB" : top.toUpperCase());
  if (mail.defaultRegion) regions.push(mail.defaultRegion);
  if (!regions.length) regions.push("US");
  return [...new Set(regions)];
}

function readPhones(desk: Desk, signature: Line[], reply: Line[], kind: MailKind): void {
  const { reading, mail, page } = desk;
  const regions = regionsOf(mail, [...reply, ...signature]);
  const seen = new Set<string>();
  const take = (lines: Line[], quiet: boolean) => {
    for (const line of lines) for (const phone of phonesOf(line, regions, quiet)) {
      if (phone.label === "fax" || seen.has(phone.value) || quiet && phone.foreign) continue;
      seen.add(phone.value);
      reading.phones.push({ value: phone.value, words: words(page, phone.from, phone.to), confidence: phone.label ? 0.95 : 0.75 });
    }
  };
  take(signature, false);
  if (kind !== "autoreply") take([...reply.slice(0, 150), ...(reply.length > 150 ? reply.slice(-40) : [])], true);
}

function readSites(desk: Desk, signature: Line[], reply: Line[], domain: string): void {
  let best: { from: number; to: number; url: string; score: number } | undefined;
  const mine = registered(domain);
  const weigh = (lines: Line[], signed: boolean) => {
    for (const line of lines) for (const site of sitesOf(line)) {
      const own = mine !== "" && registered(site.host) === mine;
      if (!signed && !(own && /^[^/]{1,80}$/.test(hostOf(site.url)) && !/\/./.test(site.url.replace(/^https?:\/\//, "")))) continue;
      if (site.bare && signed && !own && !site.labelled && cellsOf(line).every(cell => cell.text !== site.url)) continue;
      if (desk.reading.company?.value === site.url && site.bare) continue;
      if (/~/.test(site.url)) continue;
      const score = (own ? 1 : 0) + (signed ? 0.5 : 0) + (site.labelled ? 0.4 : 0) + (site.bare ? 0 : 0.2);
      if (!best || score > best.score) best = { from: site.from, to: site.to, url: site.url, score };
    }
  };
  weigh(signature, true);
  weigh(reply.slice(0, 150), false);
  if (best) put(desk, "website", best.url, best.from, best.to, best.score > 1 ? 0.95 : 0.7);
}

function readWebform(desk: Desk, form: Form, lines: Line[]): void {
  const { page, mail, reading } = desk;
  const take = (field: LeadField, line: Line | undefined, value?: string, confidence = 0.95) => { if (line) put(desk, field, value ?? valueOf(page, line), line.from, line.to, confidence); };
  if (!hasLead(form)) return readPlatform(desk, lines);
  const mailLine = form.get("email"), email = mailLine && mailsOf(mailLine)[0];
  const domain = email ? domainOf(email.address) : "";
  const regions = regionsOf({ ...mail, from: { name: "", address: email?.address ?? "" } }, form.has("country") ? [form.get("country")!] : []);
  if (form.has("firstName") || form.has("lastName") && form.has("name")) { take("firstName", form.get("firstName")); take("lastName", form.get("lastName")); }
  else { take("lastName", form.get("lastName")); }
  const nameLine = form.get("name") ?? (form.has("firstName") ? undefined : form.get("lastName"));
  if (nameLine && !reading.firstName) {
    const name = splitName(nameLine.text, email?.address ?? "", regions[0]!);
    if (name) { delete reading.lastName; if (name.first) take("firstName", nameLine, name.first); if (name.last) take("lastName", nameLine, name.last); }
  }
  take("company", form.get("company"));
  if (!honorifics.has(keyOf(form.get("jobTitle")?.text ?? "").replace(/\./g, ""))) take("jobTitle", form.get("jobTitle"));
  if (email) put(desk, "email", email.address, email.from, email.to, 0.95);
  for (const field of ["phone", "mobile"] as const) {
    const line = form.get(field);
    const value = line && (phonesOf(line, regions, false)[0]?.value ?? e164(line.text, regions));
    if (line && value && !reading.phones.some(phone => phone.value === value)) reading.phones.push({ value, words: words(page, line.from, line.to), confidence: 0.95 });
  }
  const site = form.get("website") && sitesOf(form.get("website")!)[0];
  if (site && !isFree(site.host)) put(desk, "website", site.url, site.from, site.to, 0.95);
  readFormPlace(desk, form, regions[0]!);
  const message = form.get("message");
  if (message) put(desk, "reply", page.text.slice(message.from, message.to).trim(), message.from, message.to, 0.95);
  else if (domain) put(desk, "reply", longest(lines)?.text ?? "", longest(lines)?.from ?? 0, longest(lines)?.to ?? 0, 0.4);
}

function readFormPlace(desk: Desk, form: Form, region: string): void {
  const { page } = desk;
  const street = form.get("street"), zip = form.get("postalCode"), city = form.get("city") ?? form.get("cityCountry"), both = form.get("zipCity"), full = form.get("address");
  const pair = both && /^(?:[A-Z]{1,2}-)?(\d[\d -]{2,7}[A-Z]{0,2})\s+(.{2,60})$/.exec(both.text);
  if (pair) { put(desk, "postalCode", pair[1]!.trim(), both.from, both.to, 0.9); put(desk, "city", pair[2]!, both.from, both.to, 0.9); }
  if (zip) put(desk, "postalCode", zip.text, zip.from, zip.to, 0.95);
  if (city) { const name = cityOf(city.text); if (name) put(desk, "city", name, city.from, city.to, 0.9); }
  const country = form.get("country") ?? form.get("cityCountry");
  const code = country && (countries.get(keyOf(country.text)) ?? countries.get(keyOf(country.text.split(/[,/(]/).at(-1)!.trim())) ?? (/^[A-Z]{2}$/.test(country.text) ? country.text : undefined));
  if (country && code) put(desk, "country", code, country.from, country.to, 0.95);
  if (street) put(desk, "address", [street, both ?? zip, both ? undefined : city].filter(line => line !== undefined).map(line => valueOf(page, line)).join(", "), street.from, street.to, 0.9);
  if (full) {
    put(desk, "address", valueOf(page, full), full.from, full.to, 0.9);
    const place = placeOf([full], region);
    if (place?.city && !desk.reading.city) put(desk, "city", place.city.text, place.city.from, place.city.to, 0.7);
    if (place?.postalCode && !desk.reading.postalCode) put(desk, "postalCode", place.postalCode.text, place.postalCode.from, place.postalCode.to, 0.8);
  }
}

/** "Somebody via a platform": the person is in the sender's name or at the top, the message is the longest line. */
function readPlatform(desk: Desk, lines: Line[]): void {
  const { page, mail, reading } = desk;
  const who = splitName(mail.from.name.replace(/\s(?:via|durch|通过|from)\s.{0,80}$/iu, ""), "", mail.defaultRegion ?? "US");
  if (who && !isRole(mail.from.name.replace(/\s(?:via|durch|通过|from)\s.{0,80}$/iu, ""), "")) {
    if (who.first) reading.firstName = { value: who.first, words: senderWords(desk, "sender"), confidence: 0.85 };
    if (who.last) reading.lastName = { value: who.last, words: senderWords(desk, "sender"), confidence: 0.85 };
  }
  const said = longest(lines);
  for (const line of lines.slice(0, 6)) {
    if (line === said) break;
    const email = mailsOf(line)[0];
    if (email && !reading.email) put(desk, "email", email.address, email.from, email.to, 0.9);
    const job = line.text.length < 90 && !/[.!?]$/.test(line.text) ? jobOf(line, "") : undefined;
    if (job?.title && !reading.jobTitle) put(desk, "jobTitle", valueOf(page, job.title), job.title.from, job.title.to, 0.8);
    if (job?.company && !reading.company && job.companyScore > 0.4) put(desk, "company", valueOf(page, job.company), job.company.from, job.company.to, 0.75);
    for (const cell of cellsOf(line)) { const place = placeOf([cell], "US"); if (place?.city && !reading.city) put(desk, "city", place.city.text, place.city.from, place.city.to, 0.6); }
  }
  if (!said) return;
  put(desk, "reply", page.text.slice(said.from, said.to), said.from, said.to, 0.7);
  for (const phone of phonesOf(said, [mail.defaultRegion ?? "US"], true)) reading.phones.push({ value: phone.value, words: words(page, phone.from, phone.to), confidence: 0.7 });
}

const longest = (lines: Line[]): Line | undefined => trimBlank(lines).slice(0, 60).filter(line => !/unsubscribe|receiving|has shared|sent you|©/i.test(line.text)).reduce<Line | undefined>((best, line) => !best || line.text.length > best.text.length ? line : best, undefined);

const replyText = (page: Page, lines: Line[]): string => lines.map(line => wordsOf(page, line)).join("\n").trim();
const valueOf = (page: Page, line: { from: number; to: number }): string => wordsOf(page, line).replace(/\s+/g, " ").trim();
const words = (page: Page, from: number, to: number): Words => ({ source: "text", from: page.origin(from), to: page.origin(to) });
const senderWords = (desk: Desk, source: "sender" | "address"): Words => desk.sender === "text" && desk.senderAt ? words(desk.page, desk.senderAt.from, desk.senderAt.to) : { source, from: 0, to: source === "sender" ? desk.mail.from.name.length : desk.mail.from.address.length };

function put(desk: Desk, field: LeadField, value: string, from: number, to: number, confidence: number): void {
  if (value.trim()) desk.reading[field] = { value: value.trim(), words: words(desk.page, from, to), confidence };
}
