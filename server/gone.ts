import type { Field } from "../model/field.ts";
import { pathOf, refsOf, type AnyRecord } from "../model/record.ts";
import { records } from "../model/records.ts";
import { all, type Row, type Store } from "./store/store.ts";

/** A record that refers to one which goes: by which field, and what of that field's values is left without it. */
interface Referring { other: AnyRecord; row: Row; name: string; field: Field; left(data: Record<string, unknown>): unknown[] }

/** All that refer to a record, once for each field by which they do. */
export async function* referring(store: Store, type: AnyRecord, id: string): AsyncGenerator<Referring> {
  for (const other of Object.values(records) as unknown as AnyRecord[]) for (const [path, field] of refsOf(other)) {
    if (!field.to!.includes(type.name)) continue;
    const value = field.to!.length > 1 ? pathOf(type.name, id) : id, [name, cell] = path.split(".") as [string, string?];
    const left = (data: Record<string, unknown>) => cell ? (data[name] as Record<string, unknown>[]).map(line => line[cell] === value ? without(line, cell) : line) : Array.isArray(data[name]) ? (data[name] as unknown[]).filter(one => one !== value) : [];
    for (const row of (await store.find(other.name, { where: { [path]: value.toLowerCase() }, take: all })).rows) yield { other, row, name, field, left };
  }
}

const without = (line: Record<string, unknown>, cell: string) => Object.fromEntries(Object.entries(line).filter(([name]) => name !== cell));
