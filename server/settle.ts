import { usualRules } from "../model/duplicates.ts";
import { standard } from "../model/standard/standard.ts";
import { rekey } from "./rekey.ts";
import type { Store } from "./store/store.ts";
import { plantSubjects } from "./subjects.ts";
import { work, type Who } from "./work.ts";

/** Who acts where no person does: what ships with the product, automations, timers. */
export const house = (now: string): Who => ({ id: "service", name: "Dealwright", email: "", role: "administrator", now });

/** Begins with these. Where the company has rules of its own for duplicates, records that the store has keyed anew are keyed by those. What older records brought along is made. */
export async function settle(store: Store, now: string): Promise<void> {
  if (!await store.get("company", "company")) await work(store, house(now), standard, { inside: true });
  else if ((await store.find("duplicateRule", { take: 1000 })).rows.some(row => row.version > 1 || !usualRules.some(({ id }) => id === row.id))) await rekey(store);
  await plantSubjects(store, house(now));
}
