import type { AnyRecord, AnyRow, Asker, Read } from "./record.ts";

type Load = (what: Read) => Promise<AnyRow[]>;

/** Loads neighbours, and asks again what those have made known, until nothing more is wanted. */
export async function gathered(wants: (read: Record<string, AnyRow[]>) => Record<string, Read>, load: Load): Promise<Record<string, AnyRow[]>> {
  const read: Record<string, AnyRow[]> = {};
  for (;;) {
    const wanted = Object.entries(wants(read)).filter(([name]) => !Object.hasOwn(read, name));
    if (!wanted.length) return read;
    for (const [name, rows] of await Promise.all(wanted.map(async ([name, what]) => [name, await load(what)] as const))) read[name] = rows;
  }
}

/** What a record type computes from these values: `load` reads the neighbours from the store or, in the pane, from the service. */
export async function derived(type: AnyRecord, values: object, by: Asker, load: Load): Promise<object> {
  const made = type.derive?.(values, await gathered(read => type.needs?.(values, read) ?? {}, load), by) ?? {};
  return "exchangeRate" in type.fields ? { ...made, exchangeRate: await rateOf({ ...values, ...made } as { currency?: string }, load) } : made;
}

/** The rate of a record's currency on the day that it is saved; none where its amounts are in the company's own. */
async function rateOf({ currency }: { currency?: string }, load: Load): Promise<number | undefined> {
  return currency === undefined ? undefined : (await load({ ref: "currency", id: currency }))[0]?.rate as number | undefined;
}
