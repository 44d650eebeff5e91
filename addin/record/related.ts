import type { Field } from "../../model/field.ts";
import { pathOf, type AnyRecord, type AnyRow } from "../../model/record.ts";
import { records, type RecordName } from "../../model/records.ts";

/** A list of the records that refer to this one, and the values that a new one begins with. */
export interface Relation { type: RecordName; field: string; filter: Record<string, string>; values: Record<string, unknown> }

/** The lists that follow from reference fields. What the timeline shows, and people of our own house, are not among them; nor is a type that refers by two fields listed twice. A new record also takes over what both refer to under the same name: the customer, the price list. */
export function relationsOf(type: string, id: string, row?: AnyRow): Relation[] {
  const hidden = ["activity", "note", "user", "team"], own = (records as unknown as Record<string, AnyRecord>)[type]?.fields as Record<string, Field> | undefined;
  return (Object.entries(records) as unknown as [RecordName, AnyRecord][]).filter(([name]) => !hidden.includes(name)).flatMap(([name, other]) => {
    const fields = other.fields as Record<string, Field>, entry = Object.entries(fields).find(([, field]) => field.to?.includes(type) && !field.computed);
    if (!entry) return [];
    const [field, of] = entry, value = of.to!.length > 1 ? pathOf(type, id) : id;
    const shared = Object.entries(fields).filter(([key, { kind, computed, to }]) => key !== field && kind === "ref" && !computed && row?.[key] !== undefined && String(own?.[key]?.to) === String(to));
    return [{ type: name, field, filter: { [taken.has(field) ? `.${field}` : field]: value }, values: { ...Object.fromEntries(shared.map(([key]) => [key, row![key]])), [field]: of.kind === "refs" ? [value] : value } }];
  });
}

/** What a list is asked by besides fields; a field of such a name is told apart by a dot. */
const taken = new Set(["text", "order", "down", "skip", "take"]);
