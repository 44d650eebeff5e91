import { type Desk, put, valueOf } from "./desk.ts";
import { keyOf, keysOf, type Line, part } from "./page.ts";
import { placeOf } from "./place.ts";
import type { ReadableMail } from "./reading.ts";
import { cellsOf } from "./signature.ts";
import { domainOf } from "./sites.ts";
import { companyWords, legalForms } from "./words/companies.ts";
import { countries, topDomains } from "./words/places.ts";

/** The cells of a signature line that may speak of a place, without their labels. */
export function placeCells(line: Line): Line[] {
  return cellsOf(line).map(cell => {
    const label = /^(?:公司地址|联系地址|办公地址|地址|住所|所在地|주소|address|add|adresse|anschrift|dirección|indirizzo|endereço|adres|адрес|📍)[\s:.]{0,3}|^\p{Lu}[\p{L} ]{2,24}:\s(?=\d)/iu.exec(cell.text);
    const trimmed = label ? part(cell, label[0].length, cell.text.length) : cell;
    return part(trimmed, 0, trimmed.text.replace(/[,;]{1,2}$/, "").length);
  }).filter(cell => cell.text && !/@|https?:|www\./.test(cell.text) && !/^(?:tel|phone|fax|mobile?|cell|icq#?|skype|msn|aim|qq|wechat|line|pgp|[tmf])[.:\s]/i.test(cell.text) && !isDigits(cell.text));
}

const isDigits = (text: string): boolean => /^[+(]?\d[\d\s().\-/]{7,}$/.test(text);

/** Address, city, postal code and country out of the cells of a signature. */
export function readPlace(desk: Desk, cells: Line[], region: string): void {
  const { page, reading } = desk;
  const known = new Set([reading.jobTitle, reading.company].flatMap(read => read ? [read.value] : []));
  const theirs = cells.filter(cell => !known.has(valueOf(page, cell)) || /\d/.test(cell.text));
  const place = placeOf(theirs, region);
  if (!place) {
    readZipAlone(desk, cells);
    for (const cell of cells) {
      const tail = /,\s(\p{Lu}[\p{L} .-]{2,30})$/u.exec(cell.text);
      if (tail && reading.company && tail[1] !== reading.company.value && cell.text.startsWith(reading.company.value) && !keysOf(tail[1]!).some(key => legalForms.has(key) || companyWords.has(key))) put(desk, "city", tail[1]!, cell.to - tail[1]!.length, cell.to, 0.4);
    }
    return;
  }
  if (place.street) put(desk, "address", place.text, place.from, place.to, 0.8);
  if (place.city) put(desk, "city", page.text.slice(place.city.from, place.city.to), place.city.from, place.city.to, 0.8);
  if (place.postalCode) put(desk, "postalCode", page.plain.slice(place.postalCode.from, place.postalCode.to), place.postalCode.from, place.postalCode.to, 0.85);
  if (place.country) put(desk, "country", place.country.code, place.country.from, place.country.to, 0.85);
  if (reading.postalCode === undefined) readZipAlone(desk, cells);
}

/** A postal code under its own label. */
function readZipAlone(desk: Desk, cells: Line[]): void {
  for (const cell of cells) {
    const zip = /(?:邮编|郵遞區號|邮政编码)\W{0,3}(\d{5,6})/.exec(cell.text);
    if (zip) put(desk, "postalCode", zip[1]!, cell.from + cell.text.indexOf(zip[1]!), cell.from + cell.text.indexOf(zip[1]!) + zip[1]!.length, 0.8);
  }
}

/** Countries whose numbering a sender may use, the likeliest first. */
export function regionsOf(mail: ReadableMail, lines: Line[]): string[] {
  const regions: string[] = [];
  for (const line of lines.slice(-14)) for (const piece of line.text.slice(0, 200).split(/[,|]/)) { const code = countries.get(keyOf(piece).trim()); if (code && piece.trim().length > 3) regions.push(code); }
  const top = domainOf(mail.from.address).split(".").pop() ?? "";
  if (topDomains.has(top)) regions.push(top === "uk" ? "GB" : top.toUpperCase());
  regions.push(...scriptsOf(lines, mail.defaultRegion));
  if (mail.defaultRegion) regions.push(mail.defaultRegion);
  if (!regions.length) regions.push("US");
  return [...new Set(regions)];
}

/** Where a letter in such signs is most likely written; a home region of the same signs comes first. */
function scriptsOf(lines: Line[], home = ""): string[] {
  const text = lines.slice(-30).map(line => line.text.slice(0, 80)).join("").slice(0, 1200);
  const told = /[ぁ-ヿ]{3}/u.test(text) ? ["JP"] : /\p{Script=Hangul}{3}/u.test(text) ? ["KR"] : /\p{Script=Han}{2}[^]{0,200}\p{Script=Han}{2}/u.test(text) ? /[們這個電話貴樣與為請發產報價單]/.test(text) ? ["TW", "HK", "CN"] : ["CN", "TW"] : /\p{Script=Cyrillic}{4}/u.test(text) ? ["RU", "KZ", "BY", "UA"] : [];
  return told.includes(home) ? [home, ...told] : told;
}
