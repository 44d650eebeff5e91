import { keyOf } from "../page.ts";

/** A hint in a text, with the words that gave it: offsets into the text that was read. */
export interface Hint<T = string> { value: T; from: number; to: number }
/** A line that somebody seems to order; `code` is as written and may match no product. */
interface OrderLine extends Hint<{ code: string; quantity: number }> {}
/** A name that the catalogue knows: of a competitor or a product. */
export interface Known { id: string; name: string }

/** Which of the known names a text says, as whole words. */
export function namesIn(text: string, known: Known[]): Hint[] {
  const low = text.slice(0, 100_000).toLowerCase();
  return known.flatMap(({ id, name }) => {
    const wanted = name.toLowerCase();
    for (let at = wanted ? low.indexOf(wanted) : -1; at >= 0; at = low.indexOf(wanted, at + 1)) {
      const inside = /[\p{Script=Latin}\p{N}]/u;
      if (!(inside.test(wanted.charAt(0)) && inside.test(low.charAt(at - 1))) && !(inside.test(wanted.at(-1)!) && inside.test(low.charAt(at + wanted.length)))) return [{ value: id, from: at, to: at + wanted.length }];
    }
    return [];
  });
}

/** Words that turn an offer down. */
export function refusalsIn(text: string): Hint[] {
  const key = text.slice(0, 100_000).toLowerCase();
  return refusals.flatMap(phrase => { const at = key.indexOf(phrase); return at < 0 ? [] : [{ value: phrase, from: at, to: at + phrase.length }]; });
}
const refusals = "not interested|no longer interested|not a fit|decided to go with another|went with another|chosen another|going with another|no budget|please remove me|don't contact|do not contact|decided against|won't be proceeding|will not be proceeding|not be moving forward|not moving forward|have to decline|must decline|going in a different direction|another supplier|take me off your list|kein interesse|nicht interessiert|anderweitig entschieden|abgelehnt|pas intéressé|ne donnerons pas suite|no nos interesa|no estamos interesados|non siamo interessati|não temos interesse|不感兴趣|没兴趣|暂不考虑|暂时不需要|决定不采购|选择了其他|选了别家|不考虑|不需要了|已选择其他|没有预算|見送|必要ありません|관심 없|не интересно|не заинтересованы".split("|");

/** What accepts an offer: "we accept quote Q-00017", "同意报价单 Q-00017", a purchase order that names a quote. The value is the quote's number, or nothing where none is named. A question, a refusal or a condition accepts nothing. */
export function acceptancesIn(text: string): Hint[] {
  const read = text.slice(0, 100_000), numbered = [...read.matchAll(acceptances)].flatMap(match => accepts(read, match) ? [{ value: (match[1] ?? match[2])!.toUpperCase(), from: match.index, to: match.index + match[0].length }] : []);
  if (numbered.length) return numbered;
  const plain = [...read.matchAll(unnumbered)].find(match => accepts(read, match));
  return plain ? [{ value: quoteNumber.exec(read)?.[1]!.toUpperCase() ?? "", from: plain.index, to: plain.index + plain[0].length }] : [];
}

function accepts(text: string, { index, 0: said }: RegExpMatchArray & { index: number }): boolean {
  const before = text.slice(Math.max(0, index - 24), index), after = text.slice(index + said.length, index + said.length + 60);
  return !/(?:not|n't|cannot|never|unable to|once we|before we|if we|nicht|kein|不|未|没|如果|若)[\s\p{L}]{0,12}$/iu.test(before) && !/^[^.!\n。！]{0,40}[?？吗]/u.test(after) && !/^[^.!\n。！]{0,12}(?:\bbut\b|\bif\b|provided|however|\baber\b|\bmais\b|\bpero\b|但|不过|前提)/iu.test(after);
}
const acceptances = /\b(?:accept|accepted|accepting|approve|approved|confirm|confirmed|agree to|agreed to|go ahead with|happy with|sign off|akzeptieren|annehmen|bestätigen|beauftragen|acceptons|aceptamos|accettiamo|aceitamos)\s(?:[\p{L}]{1,12}\s){0,3}?(?:quote|quotation|offer|angebot|devis|presupuesto|cotización|preventivo|orçamento)?\s{0,2}(?:no\.?|number|nr\.?|#)?\s{0,2}(Q[A-Z]{0,3}-?\d{3,10})(?!\d)|(?:同意|接受|确认|認可|认可)[^。，,\n]{0,8}?(?:报价单|报价|報價單|報價)?\s{0,2}(Q[A-Z]{0,3}-?\d{3,10})(?!\d)/giu;
const unnumbered = /\b(?:accept|approve|agree to|go ahead with|happy to accept) (?:your|the|this) (?:quote|quotation|offer|proposal)\b|\b(?:our|this mail as our|the attached|formal) purchase order\b|\bpurchase order (?:no\.? |number |# ?)?\d|\b(?:hiermit|wir) bestellen\b|\bnehmen (?:Ihr|das) Angebot\b|\bnous (?:acceptons|confirmons) (?:votre|la) (?:offre|commande)|\baceptamos (?:su|la|el) (?:oferta|presupuesto)|\baccettiamo (?:la vostra|il vostro) (?:offerta|preventivo)|(?:接受|同意)(?:贵司|贵方|你们|您)?的?(?:报价|報價)|正式下单|采购订单(?:如下|见附件|号)|(?:発注|注文)(?:いた)?します/giu;
const quoteNumber = /(?:quote|quotation|offer|angebot|devis|presupuesto|preventivo|报价单|報價單|報價|报价|見積)\s{0,2}(?:no\.?|number|nr\.?|#|：|:)?\s{0,2}(Q[A-Z]{0,3}-?\d{3,10})(?!\d)/iu;

/** Amounts of money; the value is a plain decimal and an ISO 4217 code. */
export function amountsIn(text: string): Hint<{ amount: string; currency: string }>[] {
  return [...text.slice(0, 100_000).matchAll(/(US\$|USD|CAD|AUD|EUR|GBP|CNY|RMB|JPY|CHF|SEK|PLN|[$€£¥￥])\s?(\d[\d.,']{0,15})\s?(k|万|m)?(?![\p{L}\d])|(?<![\d.,])(\d[\d.,']{0,15})\s?(k|万)?\s?(USD|CAD|AUD|EUR|euros?|GBP|CNY|RMB|CHF|dollars|元|円|€|£)/giu)].flatMap(match => {
    const sign = (match[1] ?? match[6])!, digits = (match[2] ?? match[4])!.replace(/[.,']$/, ""), scale = (match[3] ?? match[5] ?? "").toLowerCase();
    const number = numberOf(digits) * (scale === "k" ? 1e3 : scale === "万" ? 1e4 : scale === "m" ? 1e6 : 1);
    return Number.isFinite(number) ? [{ value: { amount: String(number), currency: currencies[keyOf(sign).toUpperCase()] ?? currencies[sign.toUpperCase()] ?? sign.toUpperCase() }, from: match.index, to: match.index + match[0].replace(/[.,']$/, "").length }] : [];
  });
}
const currencies: Record<string, string> = { $: "USD", "US$": "USD", DOLLARS: "USD", "€": "EUR", EURO: "EUR", EUROS: "EUR", "£": "GBP", "¥": "CNY", "￥": "CNY", RMB: "CNY", 元: "CNY", 円: "JPY" };
const numberOf = (digits: string): number => Number(/[.,]\d{1,2}$/.test(digits) ? digits.slice(0, -3).replace(/[.,']/g, "") + digits.slice(-3).replace(/[.,'](?=\d)/g, match => match === "'" ? "" : ".") : digits.replace(/[.,']/g, ""));

/** Lines of an order: "3 x AB-100", "AB-100 × 3", a pasted row of code and quantity. */
export function orderLinesIn(text: string): OrderLine[] {
  const found: OrderLine[] = [];
  let from = 0;
  for (const line of text.slice(0, 100_000).split("\n")) {
    if (line.length < 300) for (const pattern of orders) for (const match of line.matchAll(pattern)) {
      const { code, quantity } = match.groups!;
      if (!/\d/.test(code!) || found.some(order => order.from <= from + match.index && order.to > from + match.index)) continue;
      found.push({ value: { code: code!, quantity: Number(quantity) }, from: from + match.index, to: from + match.index + match[0].length });
    }
    from += line.length + 1;
  }
  return found;
}
const orders = [
  /(?<![\w.])(?<quantity>\d{1,6})\s?(?:x|×|\*|pcs?\.?|pieces?|units?|ea\.?|stück|stk\.?|pièces|piezas|pezzi|个|台|件|套|只|支|片|块|個)(?:\s?(?:of|,|，|de|di|的))?\s{0,3}(?<code>[A-Z][A-Z\d]{0,9}(?:[-/.][A-Z\d]{1,10}){0,4})(?![\w-])/giu,
  /(?<![\w-])(?<code>[A-Z][A-Z\d]{0,9}(?:[-/.][A-Z\d]{1,10}){0,4})\s{0,3}(?:x|×|\*|:|,|，|：)\s{0,3}(?<quantity>\d{1,6})(?:\s?(?:pcs?|pieces|units|stück|个|台|件|套|只))?(?!\w|\.\d)/giu,
  /^\s{0,8}(?<code>[A-Z][A-Z\d]{0,9}(?:[-/.][A-Z\d]{1,10}){1,4})\t[^\t]{0,80}?\t?(?<quantity>\d{1,6})\s{0,8}(?:\t|$)/giu,
];
