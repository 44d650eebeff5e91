import type { KnownPerson } from "../../model/known.ts";
import { pathOf, splitPath, titleOf, type AnyRow } from "../../model/record.ts";
import { recordType, type RecordName } from "../../model/records.ts";
import { templateSources, type Told } from "../../model/template.ts";
import type { Api } from "../api.ts";

/** Languages of templates, as values are written in them. */
export const locales: Record<string, string> = { en: "en-GB", zh: "zh-CN", de: "de-DE", fr: "fr-FR", es: "es-ES", ja: "ja-JP" };

/** The records that a template may speak of: the recipient, their company, the deal with the quote that stands, and who writes; with the names of what these refer to. */
export async function tell(api: Api, person: Pick<KnownPerson, "matches"> | undefined, regarding: { type: string; id: string } | undefined): Promise<Told> {
  const records: Told["records"] = {}, titles: Record<string, string> = {};
  const add = async (type: string, id: string | undefined) => { if (id && (templateSources as readonly string[]).includes(type) && !records[type as "lead"]) records[type as "lead"] = await api.read(type as RecordName, id).catch(() => undefined) as AnyRow | undefined; };
  const { id: me } = await api.me();
  await Promise.all([regarding && add(regarding.type, regarding.id), add("user", me), ...(person?.matches ?? []).slice(0, 2).map(({ type, id }) => add(type, id))]);
  const deal = records.opportunity ?? records.quote;
  await Promise.all([
    add("opportunity", records.quote?.opportunity as string | undefined), add("account", (deal?.account ?? records.contact?.account) as string | undefined), add("contact", deal?.contact as string | undefined),
    records.opportunity && !records.quote && api.list("quote", { opportunity: records.opportunity.id, status: "active", order: "updatedAt", down: "true", take: 1 }).then(({ records: [quote] }) => { if (quote) records.quote = quote; }, () => undefined),
  ]);
  const wanted = Object.entries(records).flatMap(([type, row]) => Object.entries(recordType(type)!.fields as Record<string, { kind: string; to?: string[] }>).flatMap(([name, { kind, to }]) =>
    kind === "ref" && row?.[name] ? [to!.length > 1 ? String(row[name]) : pathOf(to![0]!, String(row[name]))] : []));
  await Promise.all([...new Set(wanted)].map(async path => { const [type, id] = splitPath(path); const row = await api.read(type as RecordName, id).catch(() => undefined); if (row) titles[path] = titleOf(recordType(type)!, row as AnyRow); }));
  return { find: recordType, records, titles };
}
