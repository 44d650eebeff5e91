import { isRule } from "./history.ts";
import { keyOf, part, type Line } from "./page.ts";
import { isProse } from "./signature.ts";
import { companyScore } from "./work.ts";
import { formField, formHints, type FormField } from "./words/forms.ts";

/** The labelled values of a web form, shop or fair notice. */
export type Form = Map<FormField, Line>;

/** Reads "label: value" lines, table rows, labels above their values and one-line notices. */
export function readForm(lines: Line[]): Form {
  const form: Form = new Map();
  const cells = lines.slice(0, 400).flatMap(line => line.text.length < 4000 && /[|]/.test(line.text) && line.text.split("|").filter(cell => /[::]/.test(cell)).length > 1 ? [...line.text.matchAll(/[^|]+/g)].map(match => part(line, match.index, match.index + match[0].length)) : [line]);
  for (let i = 0; i < cells.length; i++) {
    const pair = pairAt(cells, i);
    if (!pair) continue;
    let value = pair.value;
    if (pair.field === "message") {
      let last = pair.next;
      const inline = value.text !== "" && form.size > 2;
      for (let k = pair.next; k < cells.length && k < pair.next + 80; k++) {
        const text = cells[k]!.text;
        if (isRule(text) || pairOf(cells[k]!) || inline && /^[\p{Lu}\p{Lo}][^::]{1,40}[::]\s?\S/u.test(text) && text.split(" ").length < 10 || /^(?:log ?in |sign in |open (?:the|your)|请登录|请在平台|登录|submitted|sent from|reply to th|(?:this|the) (?:enquiry|inquiry|lead|request|question) (?:was|has|came)|cette demande a|ce message a|diese anfrage w|esta solicitud|este mensaje (?:fue|ha)|questa richiesta|esta mensagem|deze aanvraag|此线索|该询盘|this (?:e-?mail|message) was|提交时间|IP|本邮件|diese (?:e-?mail|nachricht) wurde|gesendet am|送信日時|このメールは|view |reply |does this |report )/i.test(text) || isHeading(cells, k) || pairAt(cells, k) && !text.includes(" ")) break;
        if (text && !/^[-_=*]{2,}$/.test(text)) last = k + 1;
      }
      if (last > pair.next) value = spanOf(value.text ? value : cells.slice(pair.next, last).find(line => line.text)!, cells[last - 1]!);
    }
    const field = pair.field === "name" && companyScore(value.text, "") > 0.6 ? "company" : pair.field; // "Buyer:" may be either
    if (value.text && !/^(?:n\/?a|none|null|undefined|-{1,3}|\/|无|空|未填写|なし|keine?|k\.\s?a\.)$/i.test(value.text) && !form.has(field)) form.set(field, value);
    if (pair.next > i + 1) i = pair.next - 1;
  }
  return form;
}

/** Whether a form names somebody that can be reached. */
export const hasLead = (form: Form): boolean => {
  const has = (...fields: FormField[]) => fields.some(field => form.has(field));
  return has("email", "phone", "mobile") && has("name", "firstName", "lastName", "company", "message") || has("name", "firstName", "lastName") && has("company", "message", "jobTitle");
};

/** A short line over further labels. */
const isHeading = (cells: Line[], k: number): boolean => { const text = cells[k]!.text; const next = cells.slice(k + 1, k + 3).find(line => line.text); return text.length > 0 && text.length < 24 && !/[.!?。！？]$/.test(text) && next !== undefined && pairOf(next)?.value.text !== undefined; };
const spanOf = (first: Line, last: Line): Line => ({ ...first, to: last.to, text: first.text + (first === last ? "" : "\n") });

interface Labelled { field: FormField; value: Line }
interface Pair extends Labelled { next: number }
function fieldOf(label: string): FormField | undefined {
  const key = keyOf(label).replace(/\(.{0,40}?\)|（.{0,40}?）/g, " ").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  if (!key || key.length > 60) return undefined;
  return knownAs(key) ?? (key.length > 5 ? formHints.find(([hint]) => key.includes(hint))?.[1] : undefined);
}

/** The field of a label in lookup form, also where the form speaks to its reader: "your name", "您的电话". */
const knownAs = (key: string): FormField | undefined => formField.get(key) ?? formField.get(key.replace(/^(?:your|ihre?|votre|su|il tuo|la tua|seu|sua|uw|您的|贵|ご|お|lead|contact|customer|buyer|visitor|买家|客户|联系人)\s?/, ""));

function pairOf(line: Line): Labelled | undefined {
  const text = line.text;
  if (!text || text.length > 6000) return undefined;
  const boxed = text.startsWith("|") && text.indexOf("|", 1) < text.length - 1;
  const colon = boxed ? text.indexOf("|", 1) : text.search(/[:\t]|\s{3,}|】|\s?\.{3,}|\s?…/);
  if (colon < 1 || colon > 60) return undefined;
  const label = text.slice(boxed ? 1 : 0, colon).replace(/^[*•■●◆【\-\s]{1,4}|[*\s]{1,4}$/g, "");
  if (/^https?$/.test(label)) return undefined;
  const field = fieldOf(label);
  if (!field) return undefined;
  const skip = /^[\s:*】|.…]{1,40}/.exec(text.slice(colon))?.[0].length ?? 1;
  return { field, value: part(line, colon + skip, boxed && text.endsWith("|") ? text.length - 1 : text.length) };
}

function pairAt(lines: Line[], i: number): Pair | undefined {
  const own = pairOf(lines[i]!);
  if (own?.value.text || own?.field === "message") return { ...own, next: i + 1 };
  const label = lines[i]!.text;
  if (!label || label.length > 40) return undefined;
  const exact = own?.field ?? knownAs(keyOf(label).replace(/[^\p{L}\p{N}]+/gu, " ").trim());
  if (!exact || isProse(label)) return undefined;
  let next = i + 1;
  while (next < lines.length && next < i + 3 && !lines[next]!.text) next++;
  const value = lines[next];
  if (!value?.text || pairOf(value) || !own && formField.has(keyOf(value.text))) return undefined;
  return { field: exact, value, next: exact === "message" ? next : next + 1 };
}
