import { isMobile } from "./contacts.ts";
import { type Desk, put, senderWords, valueOf, words } from "./desk.ts";
import { type Form, hasLead } from "./form.ts";
import { trimBlank } from "./own.ts";
import { keyOf, type Line } from "./page.ts";
import { isRole, splitName } from "./person.ts";
import { cityOf, placeOf } from "./place.ts";
import type { LeadField } from "./reading.ts";
import { cellsOf } from "./signature.ts";
import { domainOf, isFree, mailsOf, sitesOf } from "./sites.ts";
import { regionsOf } from "./where.ts";
import { honorifics } from "./words/names.ts";
import { countries } from "./words/places.ts";
import { jobOf } from "./work.ts";

/** The lead that a web form, a fair or a platform passes on. */
export function readWebform(desk: Desk, form: Form, lines: Line[]): void {
  const { page, mail, reading } = desk;
  const take = (field: LeadField, line: Line | undefined, value?: string, confidence = 0.95) => { if (line) put(desk, field, value ?? valueOf(page, line), line.from, line.to, confidence); };
  if (!hasLead(form)) return readPlatform(desk, lines);
  const mailLine = form.get("email"), email = mailLine && mailsOf(mailLine)[0];
  const domain = email ? domainOf(email.address) : "";
  const regions = regionsOf({ ...mail, from: { name: "", address: email?.address ?? "" } }, form.has("country") ? [form.get("country")!] : []);
  if (form.has("firstName") || form.has("lastName") && form.has("name")) { take("firstName", form.get("firstName")); take("lastName", form.get("lastName")); }
  else { take("lastName", form.get("lastName")); }
  const nameLine = form.get("name") ?? (form.has("firstName") ? form.has("lastName") ? undefined : form.get("firstName") : form.get("lastName"));
  if (nameLine && (!reading.firstName || nameLine === form.get("firstName"))) {
    const name = splitName(nameLine.text, email?.address ?? "", regions[0]!);
    if (name) { delete reading.lastName; if (name.first) take("firstName", nameLine, name.first); if (name.last) take("lastName", nameLine, name.last); }
  }
  take("company", form.get("company"));
  if (!honorifics.has(keyOf(form.get("jobTitle")?.text ?? "").replace(/\./g, ""))) take("jobTitle", form.get("jobTitle"));
  if (email) put(desk, "email", email.address, email.from, email.to, 0.95);
  for (const field of ["phone", "mobile"] as const) {
    const line = form.get(field);
    const value = line && desk.numbers && (desk.numbers.phonesOf(line, regions, false)[0]?.value ?? desk.numbers.e164(line.text, regions));
    if (line && value && !reading.phones.some(phone => phone.value === value)) reading.phones.push({ value, words: words(page, line.from, line.to), confidence: 0.95, ...isMobile({ label: field, value }) && { mobile: true } });
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
  const pair = both && /^(?:[A-Z]{1,2}-)?(\d[\d -]{2,7}[A-Z]{0,2})\s(.+)$/.exec(both.text);
  if (pair) { put(desk, "postalCode", pair[1]!.trim(), both.from, both.to, 0.9); put(desk, "city", pair[2]!.trim(), both.from, both.to, 0.9); }
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
  const sender = mail.from.name.replace(/\s\(?(?:via|durch|通过|from)\s.{0,80}$/iu, ""), who = splitName(sender, "", mail.defaultRegion ?? "US");
  if (who && !isRole(sender, "")) {
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
  for (const phone of desk.numbers?.phonesOf(said, [mail.defaultRegion ?? "US"], true) ?? []) reading.phones.push({ value: phone.value, words: words(page, phone.from, phone.to), confidence: 0.7 });
}

const longest = (lines: Line[]): Line | undefined => trimBlank(lines).slice(0, 60).filter(line => !/unsubscribe|receiving|has shared|sent you|©/i.test(line.text)).reduce<Line | undefined>((best, line) => !best || line.text.length > best.text.length ? line : best, undefined);
