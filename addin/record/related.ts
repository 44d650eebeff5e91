import type { Field } from "../../model/field.ts";
import { pathOf } from "../../model/record.ts";
import { records, type RecordName } from "../../model/records.ts";

/** A list of the records that refer to this one, and the values that a new one begins with. */
export interface Relation { type: RecordName; field: string; filter: Record<string, string>; values: Record<string, unknown> }

/** The lists that follow from reference fields. What the timeline shows, and people of our own house, are not among them; nor is a type that refers by two fields listed twice. */
export function relationsOf(type: string, id: string): Relation[] {
  const hidden = ["activity", "note", "user", "team"];
  return (Object.entries(records) as [RecordName, { fields: Record<string, Field> }][]).filter(([name]) => !hidden.includes(name)).flatMap(([name, other]) => {
    const entry = Object.entries(other.fields).find(([, field]) => field.to?.includes(type) && !field.computed);
    if (!entry) return [];
    const [field, of] = entry, value = of.to!.length > 1 ? pathOf(type, id) : id;
    return [{ type: name, field, filter: { [field]: value }, values: { [field]: of.kind === "refs" ? [value] : value } }];
  });
}
