import type { Field } from "../../model/field.ts";
import { pathOf, splitPath, titleOf, type AnyRecord, type AnyRow } from "../../model/record.ts";
import { recordType } from "../../model/records.ts";
import type { Sight } from "../sight.ts";
import { seen } from "../row.ts";
import type { Store } from "../store/store.ts";
import { companyOf } from "../company.ts";
import type { Given } from "./fill.ts";

export type Printed = Given["kind"];

/** All that a sheet needs, read as the caller may read it; the company's own paper in the language that is asked for, or a plain one. */
export async function gather(store: Store, sight: Sight, kind: Printed, record: AnyRow, asked?: string): Promise<Given> {
  const company = await companyOf(store), own = company.one("company", "company"), papers = company.all("paper").filter(({ status, on }) => status === "active" && (!on || on === kind)).sort((a, b) => Number(!a.on) - Number(!b.on));
  const paper: Record<string, any> = papers.find(({ language }) => language === asked) ?? (asked ? undefined : papers[0]) ?? { language: asked ?? "en", seller: own?.name, terms: own?.quoteTerms };
  const type = recordType(kind)!, paths = referredTo(type, record), rows = new Map<string, AnyRow>();
  await Promise.all([...paths, ...record.owner ? [`user/${record.owner}`] : []].map(async path => { const row = await sight.get(...splitPath(path)); if (row) rows.set(path, seen(row) as AnyRow); }));
  const of = (name: string) => rows.get(pathOf(name, String(record[name]))), customer = [record.customer && rows.get(String(record.customer)), of("account"), of("contact")].filter((one): one is AnyRow => !!one);
  const currency = of("currency");
  return {
    kind, record, paper, currency: String(currency?.code ?? record.currency ?? own?.currency ?? ""), customer: addressee(record, customer), logo: await logoOf(store, paper),
    names: Object.fromEntries([...rows].map(([path, row]) => [path, titleOf(recordType(splitPath(path)[0])!, row)])),
    numbers: Object.fromEntries([...rows].filter(([path]) => path.startsWith("product/")).map(([, row]) => [row.id, String(row.number ?? "")])),
  };
}

/** The paths of all records that a record refers to, in its lines too. */
function referredTo(type: AnyRecord, record: AnyRow): string[] {
  const of = (fields: Record<string, Field>, values: Record<string, unknown>): string[] => Object.entries(fields).flatMap(([name, field]) =>
    field.to ? [values[name] ?? []].flat().map(value => field.to!.length > 1 ? String(value) : pathOf(field.to![0]!, String(value)))
    : field.of ? ((values[name] ?? []) as Record<string, unknown>[]).flatMap(line => of(field.of!, line)) : []);
  return [...new Set(of(type.fields as Record<string, Field>, record))];
}

/** Company first, then person, then the address for bills, or the company's own. */
function addressee(record: AnyRow, customers: readonly AnyRow[]): string[] {
  const own = customers.find(one => one.street ?? one.city), part = (name: string) => (record[`billTo${name}`] ?? own?.[name[0]!.toLowerCase() + name.slice(1)]) as string | undefined;
  return [...customers.map(one => one.name as string | undefined ?? [one.firstName, one.lastName].filter(Boolean).join(" ")), part("Street"), part("Street2"), [part("PostalCode"), part("City")].filter(Boolean).join(" "), part("Country")].filter((line): line is string => !!line);
}

/** The first picture among the paper's files, as a data URL; a format that the printer does not set is left out. */
export async function logoOf(store: Store, paper: Record<string, any>): Promise<string | undefined> {
  const file = ((paper.files ?? []) as { hash?: string; type?: string; size?: number }[]).find(({ type }) => type === "image/png" || type === "image/jpeg");
  const content = file?.hash && (file.size ?? 0) < 2_000_000 ? await store.files.read(file.hash) : undefined;
  if (!content) return undefined;
  const parts: Buffer[] = [];
  for await (const part of content) parts.push(Buffer.from(part as Uint8Array));
  return `data:${file!.type};base64,${Buffer.concat(parts).toString("base64")}`;
}
