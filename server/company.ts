import { safeParse } from "zod/mini";
import type { Field } from "../model/field.ts";
import type { AnyRecord, RowOf } from "../model/record.ts";
import { records, recordType, type RecordName } from "../model/records.ts";
import type { Ways } from "../model/ruling.ts";
import { seen } from "./row.ts";
import type { Row, Store } from "./store/store.ts";

/** The company's own ways as they are now: rules, processes, settings and whatever else is declared as configuration. */
export interface Company {
  all<N extends RecordName>(type: N): RowOf<(typeof records)[N]>[];
  one<N extends RecordName>(type: N, id: string): RowOf<(typeof records)[N]> | undefined;
  /** One of these as the store keeps it. */
  row(type: string, id: string): Row | undefined;
}

/** What rules on a change: in the service, and in the pane as it is typed. */
export const waysOf = (company: Company): Ways => ({ rules: company.all("rule"), processes: company.all("process") });

/** Read once for each store, kept, and read anew after somebody changed one of them, also on another instance. */
export function companyOf(store: Store): Promise<Company> {
  let held = holds.get(store);
  if (!held) {
    held = { coming: undefined };
    holds.set(store, held);
    const hold = held, kept = new Set(types());
    store.heard(changed => { if (!changed.length || changed.some(one => kept.has(one.type))) hold.coming = undefined; });
  }
  const mine = held;
  return mine.coming ??= read(store).catch((error: unknown) => { mine.coming = undefined; throw error; });
}

const holds = new WeakMap<Store, { coming: Promise<Company> | undefined }>();
const types = () => (Object.values(records) as unknown as AnyRecord[]).filter(type => type.configuration).map(type => type.name);

/** What is written in a shape of its own and is not as its schema wants it (from another version, say) is left out, for it cannot be followed. */
function isSound({ type, data }: Row): boolean {
  const fields = Object.entries(recordType(type)!.fields as Record<string, Field>).filter(([, field]) => field.kind === "data");
  return fields.every(([name, field]) => safeParse(field.check, data[name]).success);
}

async function read(store: Store): Promise<Company> {
  const wanted = types(), { rows } = wanted.length ? await store.find(wanted, { take: 10_000 }) : { rows: [] };
  const byType = new Map(wanted.map(type => [type, new Map(rows.filter(row => row.type === type && isSound(row)).map(row => [row.id, { row, seen: seen(row) }]))]));
  return { all: type => [...byType.get(type)?.values() ?? []].map(one => one.seen) as never[], one: (type, id) => byType.get(type)?.get(id)?.seen as never, row: (type, id) => byType.get(type)?.get(id)?.row };
}
