import type { Facts } from "../../model/expression.ts";
import type { Field } from "../../model/field.ts";
import { pathOf, splitPath, titleOf, type AnyRow } from "../../model/record.ts";
import { recordType } from "../../model/records.ts";
import { sourcesBeside, type Told } from "../../model/template.ts";
import { seen } from "../row.ts";
import type { Row } from "../store/store.ts";

/** What a template may speak of: the record, those that it refers to, its owner, and the names of all of these. */
export function toldOf(record: Row, { near = {} }: Facts): Told {
  const type = recordType(record.type)!, fields = type.fields as Record<string, Field>, rows: Record<string, AnyRow> = {};
  for (const source of sourcesBeside(type)) { const row = source === record.type ? seen(record) : near[source === "user" ? "owner" : source]; if (row) rows[source] = row as AnyRow; }
  const titles = Object.fromEntries(Object.entries(near).flatMap(([name, row]) => {
    const to = fields[name]?.to, id = record.data[name];
    return row && to && typeof id === "string" ? [[to.length > 1 ? id : pathOf(to[0]!, id), titleOf(recordType(to.length > 1 ? splitPath(id)[0] : to[0]!)!, row)]] : [];
  }));
  return { find: recordType, records: rows, titles };
}
