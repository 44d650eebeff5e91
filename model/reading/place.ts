import { between, isHan, keyOf, keysOf, part, type Line } from "./page.ts";
import { chineseCities, cities, countries, streetEnds, streetWords, usStates } from "./words/places.ts";

export interface Place { from: number; to: number; text: string; street: boolean; city?: { text: string; from: number; to: number }; postalCode?: { text: string; from: number; to: number }; country?: { code: string; from: number; to: number } }

/** Adds up the cells of a signature that speak of one place. */
export function placeOf(cells: Line[], region: string): Place | undefined {
  const read = cells.map(cell => ({ cell, ...scoreCell(cell, region) }));
  let best: typeof read = [], bestScore = 0;
  for (let i = 0; i < read.length; i++) {
    if (read[i]!.score <= 0) continue;
    const group: typeof read = [];
    let score = 0, gap = 0;
    for (let k = i; k < read.length && k < i + 8; k++) {
      if (group.some(item => item.street) && group.some(item => item.postalCode) && read[k]!.street && read[k]!.postalCode) break;
      if (read[k]!.score > 0) { if (gap === 1 && group.length && lonelyWord(read[k - 1]!.cell.text)) group.push(read[k - 1]!); group.push(read[k]!); score += read[k]!.score; gap = 0; }
      else if (++gap > 1) break;
    }
    if (score > bestScore) { best = group; bestScore = score; }
  }
  if (!best.length || bestScore < 0.5) return undefined;
  const above = read[read.findIndex(item => item === best[0]) - 1];
  if (above && !best.some(item => item.street) && best[0]!.postalCode && isNumbered(above.cell.text)) best = [{ ...above, street: true }, ...best];
  const place: Place = { from: best[0]!.cell.from, to: best.at(-1)!.cell.to, text: best.map(item => item.cell.text).join(", "), street: best.some(item => item.street) };
  place.city = (best.find(({ city }) => city && cities.has(keyOf(city.text))) ?? best.find(({ city }) => city))?.city;
  for (const item of best) {
    place.postalCode ??= item.postalCode;
    place.country ??= item.country;
  }
  if (!place.city && place.country && /^(?:HK|SG|MO|MC)$/.test(place.country.code)) place.city = { text: "", from: place.country.from, to: place.country.to };
  if (!place.city) for (const item of best) if (!item.street && !item.country && !item.postalCode) { place.city = { text: item.cell.text, from: item.cell.from, to: item.cell.to }; break; }
  return place;
}

/** "Am Sägewerk 3", "14 Les Tilleuls": a name with a house number, a street when it stands on a place. */
const isNumbered = (text: string): boolean => /^\p{Lu}[\p{L} .'-]{3,40}\s\d{1,4}\s?[a-zA-Z]?$|^\d{1,4}\s?(?:bis|ter|[a-zA-Z])?,?\s\p{L}[\p{L} .'-]{3,40}$/u.test(text);

const lonelyWord = (text: string): boolean => /^\p{Lu}[\p{L} .'-]{2,30}$/u.test(text);

type Scored = { score: number; street?: boolean; city?: Place["city"]; postalCode?: Place["postalCode"]; country?: Place["country"] };

function scoreCell(cell: Line, region: string): Scored {
  const text = cell.text;
  if (!text || text.length > 140 || text.includes("@")) return { score: 0 };
  const country = countries.get(keyOf(text).replace(/^\W{1,20}|\W{1,20}$/gu, ""));
  if (country) return { score: 0.35, country: { code: country, from: cell.from, to: cell.to } };
  if (isHan(text) || /\p{Script=Hangul}/u.test(text)) return scoreEastern(cell, region);
  const keys = keyOf(text).match(/[\p{L}\p{N}./'-]+/gu) ?? [];
  const numbered = /\d/.test(text);
  const streety = keys.filter(word => streetWords.has(word) || word.length > 5 && streetEnds.some(end => word.endsWith(end)));
  const street = numbered && streety.length > 0 && keys.length < 16;
  const found: Scored = { score: street ? 0.6 : !numbered && streety.length > 0 && keys.length < 5 && /^\p{Lu}/u.test(text) ? 0.3 : 0, street: street || !numbered && streety.length > 0 && keys.length < 5 };
  const pieces = between(cell, /[,|*•·]|-\s|\s-\s/g).filter(piece => piece.text);
  for (const [index, piece] of pieces.entries()) {
    const russian = /^(?:г\.|гор\.|город)\s?(\p{Lu}[\p{L} -]{2,30})$/u.exec(piece.text);
    if (russian) { found.city = part(piece, piece.text.length - russian[1]!.length, piece.text.length); found.score += 0.4; continue; }
    const houseNumber = index > 0 && /^(?:n[.ºo°]{0,2}\s?)?\d{1,4}$/i.test(piece.text) && keysOf(pieces[index - 1]!.text).some(word => streetWords.has(word));
    if (houseNumber) continue;
    const code = zipOf(piece, street);
    const named = countries.get(keyOf(piece.text).replace(/[.]$/, ""));
    const inside = /[\s,]([A-Za-z.]{2,14})$/.exec(piece.text.replace(/\s\d{5}(?:-\d{4})?$/, ""))?.[1];
    if (named && (named !== "US" || piece.text.length > 2 || index > 0)) { found.country = { code: named, from: piece.from, to: piece.to }; found.score += 0.2; continue; }
    if (inside && countries.get(keyOf(inside)) && inside.length > 2) found.country ??= { code: countries.get(keyOf(inside))!, from: piece.from, to: piece.to };
    if (code) {
      found.postalCode ??= code.zip;
      found.score += 0.5;
      if (code.city) found.city ??= code.city;
      else if (index > 0) {
        const previous = pieces[index - 1]!;
        const stated = /^[A-Z]{2}\.?\s/.test(piece.text);
        if (!/\d/.test(previous.text) && (stated || !usStates.has(keyOf(previous.text))) && !/^\p{Lu}{2}$/u.test(previous.text) && previous.text.length < 40) found.city ??= previous;
        else if (suite.test(previous.text)) { const name = suite.exec(previous.text)![1]!; found.city ??= part(previous, previous.text.length - name.length, previous.text.length); }
        else if (index > 1 && (usStates.has(keyOf(previous.text)) || /^\p{Lu}{2}$/u.test(previous.text))) found.city ??= pieces[index - 2];
      } else if (index === 0 && pieces[1] && !/\d/.test(pieces[1].text) && !found.city) found.city = undefined;
      continue;
    }
    if (cities.has(keyOf(piece.text)) || cities.has(keyOf(piece.text.replace(/\s\d{1,2}$/, "")))) { found.city ??= piece; found.score += keys.length < 8 ? 0.5 : 0.2; continue; }
    if (index > 0 && usStates.has(keyOf(piece.text)) && !/\d/.test(pieces[index - 1]!.text)) { found.city ??= pieces[index - 1]; found.score += 0.4; }
  }
  if (found.street && !found.city) { // "Quay Road, Ballina, Co. Mayo": the first name behind the street
    const last = pieces.reduce((at, piece, index) => /\d/.test(piece.text) || keysOf(piece.text).some(word => streetWords.has(word)) ? index : at, -1), town = pieces[last + 1];
    if (last >= 0 && town && /^\p{Lu}\p{L}[\p{L} .'-]{1,28}$/u.test(town.text) && !/^Co\.|county|wing|estate|centre|center$/i.test(town.text) && !usStates.has(keyOf(town.text)) && (street || pieces.length > last + 2)) { found.city = town; if (!street) found.score += 0.25; }
  }
  if (found.country && !found.city && pieces.length > 1 && !street) { const first = pieces[0]!; if (!/\d/.test(first.text) && keysOf(first.text).length < 4) { found.city = first; found.score += 0.3; } }
  return found;
}

/** "Suite 14 Port Ellery": the city behind the last line of a street. */
const suite = /^(?:suite|ste\.?|unit|apt\.?|room|rm\.?|floor|bldg\.?)\s[\w-]{1,6}\s(\p{Lu}[\p{L} .'-]{2,30})$/iu;

function zipOf(piece: Line, street: boolean): { zip: NonNullable<Place["postalCode"]>; city?: Place["city"] } | undefined {
  const text = piece.text;
  const at = (value: string, from: number) => ({ text: value, from: piece.from + from, to: piece.from + from + value.length });
  const cityAt = (value: string | undefined): Place["city"] => { const name = value?.replace(/[\s,.-]{1,4}$/, ""); return name && /\p{L}{2}/u.test(name) ? at(name, text.indexOf(name)) : undefined; };
  const american = /^(.{0,50}?)\s?\b([A-Z]{2})\.?(?:\s[A-Z]{3})?\s{1,3}(\d{5}(?:-\d{4})?)(?:\s|$)/.exec(text);
  if (american && usStates.has(american[2]!.toLowerCase())) return { zip: at(american[3]!, text.lastIndexOf(american[3]!)), city: cityAt(/\d/.test(american[1]!) ? undefined : american[1]) };
  const australian = /^([^\d,]{2,40}?)[\s,]{1,3}(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)\s{1,3}(\d{4})$/i.exec(text);
  if (australian) return { zip: at(australian[2]!, text.length - 4), city: cityAt(australian[1]) };
  const canadian = /\b([A-Z]\d[A-Z] ?\d[A-Z]\d)\b/.exec(text);
  if (canadian) return { zip: at(canadian[1]!, canadian.index), city: cityAt(/^([^\d]{2,40}?)\s[A-Z]{2}\s/.exec(text)?.[1]) };
  const british = /\b([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})\b/.exec(text);
  if (british) { const before = text.slice(0, british.index).trim(); return { zip: at(british[1]!, british.index), city: /\d/.test(before) ? undefined : cityAt(before) }; }
  const european = /^(?:[A-Z]{1,2}[- ])?(\d{4} ?[A-Z]{2}|\d{3} ?\d{2}|\d{2}-\d{3}|\d{4}-\d{3}|\d{4,6})\s{1,3}(\p{Lu}[\p{L}.'/ -]{1,40}(?:\(\p{L}[\p{L} .-]{1,24}\))?)(?:\s\d{1,2})?$/u.exec(text);
  if (european && !keysOf(european[2]!).some((word, index, all) => streetWords.has(word) && (word.length > 2 || index > 0 && index === all.length - 1))) { const city = european[2]!.replace(/\s?\([^)]{2,26}\)$/, "").replace(/\s(?:cedex|[A-Z]{2})$/i, ""); return { zip: at(european[1]!, text.indexOf(european[1]!)), city: cityAt(city) }; }
  const behind = /^(\p{Lu}[\p{L}.' -]{2,40})[\s-]{1,3}(\d{5,6}(?:-\d{3})?|\d{3} \d{2})$/u.exec(text);
  if (behind) return { zip: at(behind[2]!, text.lastIndexOf(behind[2]!)), city: cityAt(behind[1]) };
  const alone = /^(?:cp|c\.p\.|cep|plz|zip|cap)?[\s.:]{0,3}(\d{4,6}(?:-\d{3,4})?|\d{3}-\d{4}|\d{3} \d{2})$/i.exec(text);
  return alone && !(/^(?:19|20)\d\d$/.test(text) && !street) ? { zip: at(alone[1]!, text.lastIndexOf(alone[1]!)) } : undefined;
}

function scoreEastern(cell: Line, region: string): Scored {
  const text = cell.text;
  const labelled = /^(?:公司|联系|办公|详细|工厂|通讯)?(?:地址|住所|ご住所|所在地|주소|Add|Address)\s?[:：]?\s?/i.exec(text);
  const skip = labelled?.[0].length ?? 0;
  const body = text.slice(skip);
  const marks = (body.match(/省|市|区|區|县|縣|镇|乡|路|街|道|号|號|楼|樓|层|室|栋|座|弄|巷|村|园|大厦|广场|都|府|県|丁目|番地|番|ビル|階|시|구|동|로|길|층|호/gu) ?? []).length;
  const found: Scored = { score: 0 };
  const zip = /(?:〒\s?|邮编\s?[::]?\s?|[,，\s(]|^)(\d{3}-\d{4}|\d{6}|\d{5})(?=[\s,)，]|$)/u.exec(body);
  if (zip && (zip[0].startsWith("〒") || marks > 0 || /邮编/.test(zip[0]))) { const from = skip + body.indexOf(zip[1]!, zip.index); found.postalCode = { text: zip[1]!, from: cell.from + from, to: cell.from + from + zip[1]!.length }; found.score += 0.3; }
  const taiwan = /^(\d{3})\s?[\p{Script=Han}]{2,3}[市縣]/u.exec(body);
  if (taiwan && marks > 1) found.postalCode ??= { text: taiwan[1]!, from: cell.from + skip, to: cell.from + skip + 3 };
  const at = (name: string) => { const from = text.indexOf(name); return { text: name, from: cell.from + from, to: cell.from + from + name.length }; };
  if (region === "JP" || /丁目|番地|[都府県]/.test(body) && /[市区町村]/.test(body)) {
    const japanese = /(?:東京都|北海道|(?:京都|大阪)府|[\p{Script=Han}]{2,3}県)?([\p{Script=Han}ぁ-ヿ]{1,6}?[市区町村])/u.exec(body);
    if (japanese && (/\d|丁目/.test(body) || labelled)) { found.city = at(japanese[1]!); found.score += 0.6; found.street = true; return found; }
  }
  const korean = /([가-힣]{2,4}(?:특별시|광역시|시))/.exec(body) ?? /(서울|부산|대구|인천|광주|대전|울산)/.exec(body);
  if (korean && /\d/.test(body) && marks > 1) { found.city = at(korean[1]!); found.score += 0.7; found.street = true; return found; }
  const city = chineseCities.find(name => body.slice(0, 14).includes(name)) ?? /(?:省|自治区|^)([\p{Script=Han}]{2,4}?)[市]/u.exec(body)?.[1];
  const long = marks >= 2 && (/[路街道巷弄号號楼层室栋座园]/.test(body)) && body.length >= 6 && !/公司$|[。！？]/.test(body);
  if (long) { found.score += labelled ? 0.9 : 0.6; found.street = true; }
  else if (labelled && body.length > 4) { found.score += 0.6; found.street = true; }
  if (city && (long || labelled)) found.city = at(city);
  return found;
}

/** The city at the head of a form's "广东广州" or "San Jose, California". */
export function cityOf(value: string): string | undefined {
  if (isHan(value)) return chineseCities.filter(name => value.includes(name)).sort((a, b) => value.lastIndexOf(b) - value.lastIndexOf(a))[0] ?? /^(?:[\p{Script=Han}]{2,3}省)?([\p{Script=Han}]{2,4})市?$/u.exec(value)?.[1];
  return value.split(/[,/]/)[0]?.replace(/^\d{4,6}\s/, "").trim() || undefined;
}
