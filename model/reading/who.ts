import { type Desk, senderWords, words } from "./desk.ts";
import { keyOf, keysOf, type Line, part } from "./page.ts";
import { agrees, isRole, type Name, nameOfLogin, splitName } from "./person.ts";
import type { Words } from "./reading.ts";
import { cellsOf, isClosing } from "./signature.ts";
import { domainOf } from "./sites.ts";
import { companyScore, titleScore } from "./work.ts";

/** First and last name: of the signature where it agrees with the header, else of the header, the login or an introduction. */
export function readWho(desk: Desk, signature: Line[], reply: Line[], header: Name | undefined, region: string): void {
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
      const score = (same ? 1 : 0) + (whole ? 0.5 : 0) - (/^\p{Script=Han}{4}$/u.test(bare.text) ? 0.3 : 0) - 0.12 * seen - 0.1 * index;
      const admitted = same || whole && !header && seen < 3 || whole && header && !header.last && seen < 2 || foreign.test(bare.text) && whole && seen < 2 && (!header || !foreign.test(mail.from.name));
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

/** Scripts in which somebody signs whose header has a Latin name. */
const foreign = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Greek}]/u;

/** The part of a signature cell that may be a name. */
export const nameCell = (cell: Line): Line | undefined => {
  if (isClosing(cell.text)) {
    const tail = /^(?:gru(?:ß|ss)|lg|vg|cheers|best|thanks|regards|saludos|cordialement|your pal,?|ciao|love|thx)[\s,]{1,3}(\p{L}[\p{L}.' -]{1,40})/iu.exec(cell.text);
    return tail && !/^(?:regards|wishes|again|so|a lot|in advance|mate|all|everyone|for|und|et|y|e|en|and)\b/i.test(tail[1]!) ? part(cell, cell.text.lastIndexOf(tail[1]!), cell.text.length) : undefined;
  }
  const cut = /^(?:i\.\s?[av]\.|ppa\.?)\s/i.exec(cell.text)?.[0].length ?? 0;
  const han = /^([\p{Script=Han}]{2,4}|[\p{Script=Hangul}]{2,4})\s+[\p{Script=Han}\p{Script=Hangul}]{2,}/u.exec(cell.text);
  if (han && splitName(han[1]!, "", "CN") && titleScore(cell.text.slice(han[1]!.length).trim()) > 0.5) return part(cell, 0, han[1]!.length);
  const comma = cell.text.indexOf(",");
  return comma > 0 && Math.max(titleScore(cell.text.slice(comma + 1).trim()), titleScore(cell.text.slice(comma + 1).split(",")[0]!.trim())) > 0.4 ? part(cell, cut, comma) : part(cell, cut, cell.text.length);
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
