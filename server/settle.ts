import { create } from "../model/change.ts";
import { company } from "../model/records/company.ts";
import type { Store } from "./store/store.ts";
import { work } from "./work.ts";

/** What every company has from the beginning: its settings. */
export async function settle(store: Store, now: string): Promise<void> {
  if (await store.get("company", "company")) return;
  await work(store, { id: "service", name: "Dealwright", email: "", role: "administrator", now }, [create(company, { name: "Our company" }, "company")]);
}
