import { parsePhoneNumberFromString, type CountryCode } from "libphonenumber-js/core";
import { keyOf, work, type Line } from "./page.ts";
import { numberingPlans } from "./words/numberingPlans.ts";

/** What reads telephone numbers: this module, which brings the numbering plans of the world and may be loaded later than the rest. */
export type Numbers = Pick<typeof import("./phones.ts"), "phonesOf" | "e164">;

/** A number on a page: E.164, and what stands before it on its line. */
export interface Phone { value: string; from: number; to: number; label: "fax" | "mobile" | "phone" | "other" | undefined; foreign: boolean }

const run = /[+(]?\(?\+?\d[\d ().\-/\t]{4,32}\d/g;

/** The telephone numbers of a line. Regions are tried in turn for numbers without a country code; `quiet` lines need a label or an unmistakable form. */
export function phonesOf(line: Line, regions: string[], quiet: boolean): Phone[] {
  const found: Phone[] = [];
  if (line.text.length > 2000 || !/\d\D{0,3}\d/.test(line.text)) return found;
  let inherited: Phone["label"];
  let last = 0;
  work.steps += line.text.length;
  for (const match of line.text.matchAll(run)) {
    const at = match.index;
    if (/[\w@#]/.test(line.text.charAt(at - 1)) && !/[a-z]/i.test(line.text.charAt(at - 1)) || /[A-Z]{2}-?$/.test(line.text.slice(Math.max(0, at - 3), at))) continue;
    const before = line.text.slice(Math.max(last, at - 48), at);
    const after = line.text.slice(at + match[0].length, at + match[0].length + 24);
    const label = labelOf(before, after) ?? (/^[\s/,;|&]{0,4}(?:or|oder|ou|o|und|and)?[\s/,;|&]{0,3}$/.test(before) && found.length ? inherited : undefined);
    if (/^[\w@]/.test(after) && !/^x\d|^ext/i.test(after) && !/^[\u3000-\uffff]/.test(after)) continue;
    inherited = label;
    last = at + match[0].length;
    for (const piece of piecesOf(match[0])) {
      const value = e164(piece.text, regions, label !== undefined && label !== "other");
      if (!value || label === "other" && !/^\+/.test(piece.text) || quiet && !label && !clear(piece.text, value, before)) continue;
      if (looksLikeDate(piece.text)) continue;
      found.push({ value, from: line.from + at + piece.at, to: line.from + at + piece.at + piece.text.length, label, foreign: someoneElse(before) });
    }
  }
  return found;
}

/** E.164 of a number as written, or nothing when no region admits it. */
export function e164(raw: string, regions: string[], labelled = true): string | undefined {
  let text = raw.replace(/\(0(\d{0,4})\)/g, (_, rest: string) => /^\s{0,2}[+0]/.test(raw) ? rest : `0${rest}`).replace(/^\s{0,2}\(\s{0,2}\+/, "+").replace(/^\+\s{1,3}/, "+");
  if (/^00[1-9]/.test(text)) text = "+" + text.slice(2);
  for (let attempt = 0; attempt < 2; attempt++) {
    const value = validIn(text, regions, labelled);
    if (value) return value;
    const extension = /[-/ ]{1,3}\(?\d{1,5}\)?$/.exec(text);
    if (!extension || text.replace(/\D/g, "").length < 10) return undefined;
    text = text.slice(0, extension.index);
  }
  return undefined;
}

function validIn(text: string, regions: string[], labelled: boolean): string | undefined {
  const digits = text.replace(/\D/g, "");
  if (digits.length < 7 || digits.length > 15 + (labelled ? 2 : 0)) return undefined;
  if (text.startsWith("+")) return parsed(text);
  if (/^86[-\s]?1?\d/.test(text) && digits.length >= 12) { const value = parsed("+" + text); if (value) return value; }
  for (const region of regions) { const value = parsed(text, region); if (value) return value; }
  return /^(?:1|44|49|33|34|39|31|48|86|81|82|7|90|91|55|52|61|65|852|886|971|966|41|43|32|46|47|45|358)[\s\-(.]/.test(text) && digits.length >= 10 ? parsed("+" + text) : undefined;
}

function parsed(text: string, region?: string): string | undefined {
  const known = region && region in numberingPlans.countries ? region as CountryCode : undefined;
  if (region && !known) return undefined;
  const digits = text.replace(/\D/g, "");
  if (!region && !plannedCode(digits)) return digits.length > 8 && digits.length < 16 && !digits.startsWith("0") ? `+${digits}` : undefined;
  const number = parsePhoneNumberFromString(text.slice(0, 60), { defaultCountry: known, extract: true }, numberingPlans);
  return number?.isValid() && number.nationalNumber.length >= 6 ? number.number : undefined;
}

function piecesOf(text: string): { text: string; at: number }[] {
  const whole = text.replace(/[\s(./-]{1,6}$/, "");
  const slash = /\s?\/\s?(?=[+0(]?\d[\d -]{6})/.exec(whole.slice(7));
  if (!slash) return [{ text: whole, at: 0 }];
  const cut = 7 + slash.index;
  const left = whole.slice(0, cut).trim(), rest = whole.slice(cut + slash[0].length);
  if (rest.replace(/\D/g, "").length < 7 || left.replace(/\D/g, "").length < 7) return [{ text: whole, at: 0 }];
  return [{ text: left, at: 0 }, { text: rest, at: cut + slash[0].length }];
}

const faxes = /(?:^|[^\p{L}])(?:(?:telefax|fax|telecopie|传真|傳真|factax|факс|팩스|فاكس|ファックス|ファクス)[\p{L}]{0,4}|f)[.:\s#)-]{0,6}$/u;
const mobiles = /(?:^|[^\p{L}])(?:mobile|mobil|mob|mobiel|cell|cellphone|handy|natel|gsm|port|portable|movil|cel|celular|cellulare|m|c|手机|手機|移动电话|行动电话|携帯|携帯電話|휴대폰|핸드폰|mobiles|whatsapp|wechat|tel\. kom|kom|komorka|моб|мобильный|сот|جوال|الجوال|موبايل|cep|📱|direct mobile)(?: phone| number| no| nr)?[.:\s#/()+-]{0,6}$/u;
const landlines = /(?:^|[^\p{L}])(?:tel|telephone|telefon|phone|ph|fon|telefono|telefone|tfno|tlf|puh|t|p|o|d|w|h|office|direct|work|home|main|direct line|line|durchwahl|zentrale|festnetz|bureau|fixe|ligne directe|buro|oficina|ufficio|电话|電話|联系电话|座机|总机|固话|直线|热线|전화|대표|직통|телефон|тел|раб|هاتف|تلفون|التلفون|☎|📞|hotline|tel\/fax|phone\/fax|call|call me|reach me|ring|ring me|call me at|call me on|me on|me at|number|number is|line is|unter|erreichbar|my cell is|at|on|dial|call us at|office phone|contact)(?: is| no| nr| number)?[.:\s#/()-]{0,6}$/u;
const others = /(?:^|[^\p{L}])(?:po|p\.o|purchase order|invoice|inv|order|rechnung|rechnungsnummer|rechnungs-nr|kunden-nr|kundennummer|auftrag|bestellung|bestell-nr|nr|no|ref|reference|id|iban|bic|vat|tax|ust-id|ust-idnr|idnr|steuernr|hrb|hra|reg|registration|siret|siren|rcs|tva|cif|nif|rfc|cnpj|cpf|p\.iva|partita iva|c\.f|ein|icq|ticket|case|ip|account|konto|acct|serial|s\/n|sn|part|art|artikel|item|model|订单|订单号|单号|合同|合同号|发票|税号|账号|账户|编号|型号|信用代码|qq|微信|案件番号|注文番号|口座|regon|nip|krs|инн|огрн|кпп|р\/с|счет|заказ|facture|commande|factura|pedido|fattura|ordine|bank|swift|icp|备|备案|reg\. no|postal|zip|版|due|date|isbn|code|tracking|usd|eur|\$|€|£|¥)[.:\s#()-]{0,6}$/u;

function labelOf(before: string, after: string): Phone["label"] {
  const key = keyOf(before.replace(/[|*•·,;]/g, m => m === "," || m === ";" ? " " : " ")).slice(-40);
  if (/(?:tel|telefon|phone|电话|電話)[\s./&+|]{1,4}(?:tele)?(?:fax|传真)[.:\s]{0,4}$/.test(key)) return "phone";
  if (faxes.test(key)) return "fax";
  if (mobiles.test(key)) return "mobile";
  if (others.test(key)) return "other";
  if (landlines.test(key)) return "phone";
  const tail = keyOf(after);
  if (/^[\s(]{0,4}(?:fax|f\)|telefax)/.test(tail)) return "fax";
  if (/^[\s(]{0,4}(?:cell|mobile|mobil|m\)|c\)|handy|cel)/.test(tail)) return "mobile";
  if (/^[\s(]{0,4}(?:work|office|home|direct|phone|voice|tel|w\)|o\)|h\)|ext)/.test(tail)) return "phone";
  return undefined;
}

const looksLikeDate = (text: string): boolean => /^(?:19|20)\d\d[-/.\s]\d{1,2}[-/.\s]\d{1,2}(?:\D|$)|^\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d\d(?:\D|$)|^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}$|^(?:19|20)\d\d[\s-]{1,3}(?:19|20)\d\d$/.test(text);

function clear(text: string, value: string, before: string): boolean {
  if (/^\s{0,2}(?:\+|00[1-9])/.test(text)) return true;
  if (/^\+861\d{10}$/.test(value) && /^1\d{2}[- ]?\d{4}[- ]?\d{4}$/.test(text)) return true;
  if (/[$€£¥%]\s?$/.test(before)) return false;
  const groups = text.match(/\d+/g) ?? [];
  return groups.length >= 3 && /^\(?\d{3}\)?[-. ]\s?\d{3}[-. ]\d{4}$/.test(text) || /^0\d/.test(text) && groups.length >= 2 && groups.join("").length >= 9 || /^\(\d{2,4}\)\s?\d{3,4}[-. ]\d{4}$/.test(text);
}

const someoneElse = (before: string): boolean => /(?:herrn|frau|mr\.?|mrs\.?|ms\.?|colleague|kolleg\p{L}{1,4}|assistant|同事|monsieur|madame|collègue|sr\.|sra\.)\s.{0,40}$/iu.test(before) || /\p{Lu}\p{L}{1,20}\s\p{Lu}\p{L}{1,20}\s(?:at|on|under|unter|via|\()\s{0,2}$/u.test(before);

const plannedCode = (digits: string): boolean => [1, 2, 3].some(length => digits.slice(0, length) in numberingPlans.country_calling_codes);
