import { compare, decimal, minus, numberOf, plus, times } from "../../model/decimal.ts";
import type { Field } from "../../model/field.ts";
import { say } from "../../model/label.ts";
import { zhCN } from "../../model/labels/zh-CN.ts";
import { recordType } from "../../model/records.ts";
import { paperColumns } from "../../model/records/paper.ts";
import type { AnyRow } from "../../model/record.ts";
import { paperWords } from "./words.ts";
import type { Sheet } from "./sheet.ts";

type Column = keyof typeof paperColumns;
type Words = (typeof paperWords)["en"];
/** Everything that one sheet is made of, read before: pure from here on. */
export interface Given {
  kind: "quote" | "order" | "invoice";
  record: AnyRow;
  /** Titles of the records that it refers to, by path. */
  names: Record<string, string>;
  /** A product's own number, by its id. */
  numbers: Record<string, string>;
  /** The customer's name and address. */
  customer: string[];
  paper: Record<string, any>;
  currency: string;
  logo?: string;
}

const usual: Column[] = ["position", "product", "quantity", "unit", "price", "discount", "amount"];

/** A record as its sheet: figures as the language writes them, only columns and sums that say something. */
export function fill({ kind, record, names, numbers, customer, paper, currency, logo }: Given): Sheet {
  const language = paper.language === "zh" ? "zh" : "en", words = paperWords[language], tag = language === "zh" ? "zh-CN" : "en-GB";
  const amount = (of: number) => of.toLocaleString(tag, { minimumFractionDigits: 2, maximumFractionDigits: 4 }), day = (of: unknown) => typeof of === "string" ? new Date(`${of.slice(0, 10)}T12:00:00Z`).toLocaleDateString(tag, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }) : undefined;
  const lines = (record.lines ?? []) as Record<string, any>[], asked = ((paper.columns ?? []) as { column: Column }[]).map(({ column }) => column);
  const columns = (asked.length ? asked : usual).filter(column => column !== "discount" && column !== "unit" || lines.some(line => column === "unit" ? line.unit : offOf(line)));
  const chosen = (name: string): string | undefined => { const label = (recordType(kind)!.fields as Record<string, Field>)[name]?.choices?.[record[name] as string]; return label && say(language === "zh" ? zhCN : {}, label, `${kind}.${record[name]}`); };
  const facts: [string, string | undefined][] = [[words.date, day(record.createdAt)], [words.validFrom, day(record.from)], [words.validTo, day(record.until ?? record.expires)], [words.due, day(record.due)], [words.delivery, day(record.deliverBy)], [words.quote, names[`quote/${record.quote}`]?.split(" ")[0]], [words.order, names[`order/${record.order}`]?.split(" ")[0]], [words.payment, chosen("paymentTerms")], [words.freightTerms, chosen("freightTerms")], [words.shipping, chosen("shipping")], [words.contact, names[`user/${record.owner}`]]];
  return {
    language, size: paper.size === "LETTER" ? "LETTER" : "A4", accent: paper.accent ?? "#0f6cbd", logo, seller: textLines(paper.seller), header: paper.header, footer: paper.footer,
    kind: words.kinds[kind]!, subject: record.name, number: [record.number, record.revision ? words.revision(record.revision as number) : undefined].filter(Boolean).join(" · "),
    mark: paper.hideDrafts ? undefined : words.drafts[record.status],
    facts: facts.filter((one): one is [string, string] => !!one[1]), to: [{ label: words.customer, lines: customer }, ...addressOf(record, "shipTo", words.shipTo)],
    intro: paper.intro, columns: columns.map(column => ({ label: words.columns[column], right: !["product", "unit", "number", "position"].includes(column), wide: column === "product" })),
    lines: lines.map((line, n) => columns.map(column => cell(column, line, n))), noLines: words.noLines, totals: sums(record, lines, words, currency, amount, tag),
    notes: [...record.description ? [{ label: "", text: String(record.description) }] : [], ...paper.terms ? [{ label: words.terms, text: String(paper.terms) }] : []], pages: words.pages,
  };

  function cell(column: Column, line: Record<string, any>, n: number): string {
    const product = line.product as string | undefined;
    switch (column) {
      case "position": return String(n + 1);
      case "product": return [line.writeIn ?? line.name ?? (product && names[`product/${product}`]) ?? "", line.description].filter(Boolean).join("\n");
      case "number": return (product && numbers[product]) ?? "";
      case "quantity": return (line.quantity as number | undefined)?.toLocaleString(tag, { maximumFractionDigits: 5 }) ?? "";
      case "unit": return line.unit ? names[`unit/${line.unit}`] ?? String(line.unit) : "";
      case "price": return line.price === undefined ? "" : amount(line.price);
      case "discount": return offOf(line) ? amount(offOf(line)) : "";
      case "taxRate": return line.taxRate === undefined ? "" : `${(line.taxRate as number).toLocaleString(tag)} %`;
      case "tax": return line.tax === undefined ? "" : amount(line.tax);
      case "amount": return amount(netOf(line));
    }
  }
}

/** What a line takes off in all: per unit by volume, and off the whole line. */
const offOf = ({ price = 0, quantity = 0, base, discount = 0 }: Record<string, any>): number => { const whole = times(decimal(price), decimal(quantity)); return numberOf(plus(decimal(discount), minus(whole, base === undefined ? whole : decimal(base)))); };
/** What a line comes to without its tax, which is added once at the foot. */
const netOf = (line: Record<string, any>): number => line.extended === undefined ? 0 : numberOf(minus(decimal(line.extended), decimal(line.tax ?? 0)));
const textLines = (text: unknown): string[] => typeof text === "string" ? text.split("\n").map(line => line.trim()).filter(Boolean) : [];

function addressOf(record: AnyRow, prefix: string, label: string): Sheet["to"] {
  const said = ["Name", "Street", "Street2", "Street3"].map(part => record[`${prefix}${part}`] as string | undefined), town = [record[`${prefix}PostalCode`], record[`${prefix}City`]].filter(Boolean).join(" ");
  const lines = [...said, town, record[`${prefix}Country`] as string | undefined].filter((line): line is string => !!line);
  return lines.length ? [{ label, lines }] : [];
}

/** The tax of each rate, highest first; all of it in one where a line has its tax without a rate or the parts are not the whole. */
function taxes(lines: readonly Record<string, any>[], whole: number): { rate?: number; sum: number }[] {
  const rates = [...new Set(lines.filter(line => line.tax).map(line => (line.typedTax === undefined ? line.taxRate : undefined) as number | undefined))].sort((a, b) => (b ?? 0) - (a ?? 0));
  const parts = rates.map(rate => ({ rate, sum: lines.filter(line => line.taxRate === rate).map(line => decimal(line.tax as number)).reduce(plus, decimal(0)) }));
  return rates.includes(undefined) || compare(parts.map(({ sum }) => sum).reduce(plus, decimal(0)), decimal(whole)) !== 0 ? [{ sum: whole }] : parts.map(({ rate, sum }) => ({ rate, sum: numberOf(sum) }));
}

/** The foot as the record has it: nothing is added up here again. */
function sums(record: AnyRow, lines: readonly Record<string, any>[], words: Words, currency: string, amount: (of: number) => string, tag: string): Sheet["totals"] {
  const { linesTotal, lessFreight, freight, tax, total, paid } = record as unknown as Record<string, number | undefined>;
  const some = (of: number | undefined): of is number => of !== undefined && compare(decimal(of), decimal(0)) !== 0, off = linesTotal === undefined || lessFreight === undefined ? 0 : numberOf(minus(decimal(linesTotal), decimal(lessFreight)));
  return [
    ...linesTotal === undefined ? [] : [{ label: words.lines, value: amount(linesTotal) }], ...some(off) ? [{ label: words.discount, value: `−${amount(off)}` }] : [], ...some(freight) ? [{ label: words.freight, value: amount(freight) }] : [],
    ...some(tax) ? taxes(lines, tax).map(({ rate, sum }) => ({ label: rate === undefined ? words.tax : words.taxAt(rate.toLocaleString(tag)), value: amount(sum) })) : [], ...total === undefined ? [] : [{ label: words.total(currency), value: amount(total), strong: true }],
    ...some(paid) && total !== undefined ? [{ label: words.paid, value: `−${amount(paid)}` }, { label: words.left(currency), value: amount(numberOf(minus(decimal(total), decimal(paid)))), strong: true }] : [],
  ];
}
