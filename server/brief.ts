import type { Brief } from "../model/known.ts";
import { pathOf, titleOf } from "../model/record.ts";
import { recordType } from "../model/records.ts";
import { seen } from "./row.ts";
import type { Sight } from "./sight.ts";
import type { Row } from "./store/store.ts";

/** Records in a line each, with the names of their owners and companies looked up together. */
export async function briefs(sight: Sight, rows: readonly Row[]): Promise<Brief[]> {
  const [people, companies, currencies] = await Promise.all([
    named(sight, "user", rows.map(row => row.data.owner)), named(sight, "account", rows.map(row => row.data.account)), named(sight, "currency", rows.map(row => row.data.currency), "code"),
  ]);
  return rows.map(row => {
    const data = seen(row) as Record<string, any>, company = data.company ?? companies.get(data.account);
    return compact({
      type: row.type, id: row.id, version: row.version, title: titleOf(recordType(row.type)!, data), status: data.status, reason: data.reason,
      owner: data.owner, ownerName: people.get(data.owner), company, account: row.type === "account" ? row.id : data.account,
      about: row.type === "lead" ? data.topic : row.type === "account" ? data.city : company,
      jobTitle: row.type === "user" ? undefined : data.jobTitle, phone: data.phone ?? data.mobile, email: data.email,
      value: data.actualValue ?? data.estimatedValue, currency: currencies.get(data.currency), closeDate: data.closeDate, doNotEmail: data.doNotEmail || undefined, stage: data.stage, probability: data.probability,
      when: row.type === "activity" ? data.happened ?? data.start ?? data.due ?? data.createdAt : row.type === "note" ? data.createdAt : undefined, kind: data.kind,
    });
  });
}

/** id -> name, or another text, of the records of one type. */
export async function named(sight: Sight, type: string, ids: readonly unknown[], field = "name"): Promise<Map<unknown, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => typeof id === "string"))];
  if (!wanted.length) return new Map();
  return new Map([...(await sight.at(wanted.map(id => pathOf(type, id)))).values()].map(row => [row.id, row.data[field] as string]));
}

const compact = <T extends object>(of: T): T => Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as T;
