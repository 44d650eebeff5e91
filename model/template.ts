import { escapeHtml } from "./html.ts";
import type { Field } from "./field.ts";
import { say, type Labels } from "./label.ts";
import { pathOf, titleOf, type AnyRecord, type AnyRow } from "./record.ts";

/** Where the words of a template stand for a value: `{{contact.firstName, lead.firstName | there}}` takes the first that is there, else the words behind the bar. */
const place = /\{\{([^{}|]{1,200})(?:\|([^{}]{0,200}))?\}\}/g;

/** The records that a template may speak of, the names (`type/id` -> name) of those that they refer to, and what a conversation was answered. */
export interface Told { find: Find; records: Partial<Record<TemplateSource, AnyRow>>; titles?: Record<string, string>; answers?: (name: string, locale: string) => string | undefined }
type Find = (name: string) => AnyRecord | undefined;
export const templateSources = ["contact", "lead", "account", "opportunity", "quote", "order", "invoice", "user", "approval", "activity"] as const;
export type TemplateSource = (typeof templateSources)[number];

export interface Filled {
  text: string;
  /** Names whose value is missing and that have no words instead: the writer should look before sending. */
  missing: string[];
}

/** Puts the values in, written as the reader of the mail would write them. Nothing is ever "undefined": what is missing is left out and named. */
export function fill(template: string, told: Told, { locale, labels = {} }: { locale: string; labels?: Partial<Labels> }): Filled {
  const missing: string[] = [];
  const text = template.replace(place, (_all, names: string, instead: string | undefined) => {
    for (const name of names.split(",")) { const value = told.answers?.(name.trim(), locale) || valueOf(name.trim(), told, locale, labels); if (value) return value; }
    if (instead === undefined) missing.push(names.trim());
    return instead?.trim() ?? "";
  });
  return { text: missing.length ? text.replace(/[ \t]{2,}/g, " ") : text, missing };
}

/** The names in a template that mean no field of ours, for its author to mend. */
export const strangers = (template: string, find: Find): string[] => namesIn(template).filter(name => !fieldOf(name, find));
/** The names of all values that a template wants. */
export const namesIn = (template: string): string[] => [...template.matchAll(place)].flatMap(([, names]) => names!.split(",").map(name => name.trim()));
/** The records that a template may speak of where it is about one of this type: itself, those that it refers to under their own name, and its owner. */
export const sourcesBeside = ({ name, fields }: AnyRecord): TemplateSource[] => templateSources.filter(source => source === name || source === "user" || Object.hasOwn(fields as object, source) && ((fields as Record<string, Field>)[source]!.to ?? []).includes(source));

/** Paragraphs, lists and bold words as HTML that is safe whatever stood in the values. */
export function templateHtml(text: string): string {
  return text.trim().split(/\n[ \t]*\n/).map(block => {
    const lines = block.split("\n").map(line => line.trim());
    if (lines.every(line => line.startsWith("- "))) return `<ul>${lines.map(line => `<li>${inline(line.slice(2))}</li>`).join("")}</ul>`;
    return `<p>${lines.map(inline).join("<br>")}</p>`;
  }).join("");
}
const inline = (line: string) => escapeHtml(line).replace(/\*\*([^*]{1,500})\*\*/g, "<b>$1</b>");

function fieldOf(name: string, find: Find): { source: TemplateSource; key: string; type: AnyRecord; field?: Field } | undefined {
  const [source, key, ...more] = name.split(".") as [TemplateSource, string | undefined];
  const type = (templateSources as readonly string[]).includes(source) ? find(source) : undefined;
  if (!type || !key || more.length) return undefined;
  if (key === "title") return { source, key, type };
  return Object.hasOwn(type.fields, key) ? { source, key, type, field: type.fields[key] as Field } : undefined;
}

function valueOf(name: string, { find, records, titles = {} }: Told, locale: string, labels: Partial<Labels>): string | undefined {
  const found = fieldOf(name, find), row = found && records[found.source];
  if (!found || !row) return undefined;
  if (found.key === "title") return titleOf(found.type, row);
  const value = row[found.key] as unknown, { kind, choices, to } = found.field!;
  if (value === undefined || value === null || value === "") return undefined;
  switch (kind) {
    case "money": return new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 4 }).format(value as number) + (row.currency && titles[`currency/${row.currency as string}`] ? ` ${titles[`currency/${row.currency as string}`]!}` : "");
    case "number": return new Intl.NumberFormat(locale, { maximumFractionDigits: 10 }).format(value as number);
    case "date": return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${value as string}T00:00:00Z`));
    case "moment": return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" }).format(new Date(value as string));
    case "choice": return say(labels, choices![value as string] ?? "", `${found.source}.${value as string}`) || undefined;
    case "ref": return titles[pathIn(to!, value as string)];
    case "refs": return (value as string[]).map(one => titles[pathIn(to!, one)]).filter(Boolean).join(", ") || undefined;
    case "flag": case "lines": return undefined;
    default: return typeof value === "string" ? value : undefined;
  }
}

const pathIn = (to: readonly string[], value: string) => to.length > 1 ? value : pathOf(to[0]!, value);
