import type { Recipient } from "../../model/automation.ts";
import { valueOf, type Facts } from "../../model/expression.ts";
import { addressPattern } from "../../model/field.ts";
import { all, type Row, type Store } from "../store/store.ts";

/** The addresses behind the recipients, each once; who is disabled gets nothing. */
export async function addressesOf(store: Store, to: readonly Recipient[], facts: Facts): Promise<string[]> {
  const people = async (where: Record<string, string>) => (await store.find("user", { where, take: all })).rows;
  const owner = typeof facts.record.owner === "string" ? await store.get("user", facts.record.owner) : undefined;
  const found: (Row | undefined)[] = [], said: unknown[] = [];
  for (const one of to) {
    if ("owner" in one) found.push(owner);
    else if ("team" in one) found.push(...owner?.data.team ? await people({ team: String(owner.data.team).toLowerCase() }) : [owner]);
    else if ("user" in one) found.push(await store.get("user", one.user));
    else if ("role" in one) found.push(...await people({ role: one.role }));
    else said.push(valueOf(one.address, facts));
  }
  const addresses = [...found.filter(row => row && !row.data.disabled).map(row => row!.data.email), ...said].filter((one): one is string => typeof one === "string" && one.length <= 100 && addressPattern.test(one));
  return [...new Map(addresses.map(one => [one.toLowerCase(), one])).values()];
}
