import type { AnyRecord, AnyRow, Asker, Read } from "./record.ts";

/** What a record type computes from these values, and from the neighbours that it needs: `load` reads them from the store, or in the pane from the service, and is asked again for what those have made known. */
export async function derived(type: AnyRecord, values: object, by: Asker, load: (what: Read) => Promise<AnyRow[]>): Promise<object> {
  const read: Record<string, AnyRow[]> = {};
  for (;;) {
    const wanted = Object.entries(type.needs?.(values, read) ?? {}).filter(([name]) => !Object.hasOwn(read, name));
    if (!wanted.length) return type.derive?.(values, read, by) ?? {};
    for (const [name, rows] of await Promise.all(wanted.map(async ([name, what]) => [name, await load(what)] as const))) read[name] = rows;
  }
}
