import { create, type Change } from "../model/change.ts";
import { company } from "../model/records/company.ts";
import { usualRules } from "../model/duplicates.ts";
import { duplicateRule } from "../model/records/duplicateRule.ts";
import { automations } from "../model/standard/automations.ts";
import { dialogs } from "../model/standard/dialogs.ts";
import { processes } from "../model/standard/processes.ts";
import { rules } from "../model/standard/rules.ts";
import { scoring } from "../model/standard/scoring.ts";
import { rekey } from "./rekey.ts";
import type { Store } from "./store/store.ts";
import { work, type Who } from "./work.ts";

/** Who acts where no person does: what ships with the product, automations, timers. */
export const house = (now: string): Who => ({ id: "service", name: "Dealwright", email: "", role: "administrator", now });

/** What every company has from the beginning: its settings, and ways that an administrator changes or switches off. */
export const standard: readonly Change[] = [create(company, { name: "Our company" }, "company"), ...usualRules.map(({ id, status: _, ...rule }) => create(duplicateRule, rule, id)), ...rules, ...processes, ...dialogs, ...automations, ...scoring];

/** Begins with these. Where the company has rules of its own for duplicates, records that the store has keyed anew are keyed by those. */
export async function settle(store: Store, now: string): Promise<void> {
  if (!await store.get("company", "company")) await work(store, house(now), standard, { inside: true });
  else if ((await store.find("duplicateRule", { take: 1000 })).rows.some(row => row.version > 1 || !usualRules.some(({ id }) => id === row.id))) await rekey(store);
}
