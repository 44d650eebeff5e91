import type { Likeness } from "../../model/known.ts";
import type { AnyRow } from "../../model/record.ts";
import { qualified } from "../../model/records/leadOutcome.ts";
import type { Api } from "../api.ts";

export type Side = "account" | "contact";
export interface Answers { account?: "create" | "link" | "skip"; existingAccount?: string; contact?: "create" | "link" | "skip"; existingContact?: string; opportunity?: "create" | "skip" }
export type Alike = Record<Side, Likeness[]>;

/** Accounts and contacts that may be the lead's own already. */
export async function alikeOf(api: Api, lead: AnyRow): Promise<Alike> {
  const ask = (type: Side) => api.duplicates(type, madeOf(lead, type)).then(found => found.duplicates.filter(one => one.record.type === type), (): Likeness[] => []);
  const [account, contact] = await Promise.all([ask("account"), ask("contact")]);
  return { account, contact };
}

/** What becomes of one side unless the rep says otherwise: the record that is linked or surely the same, else a new one; no account without a company. */
export const firstChoice = (lead: AnyRow, alike: Alike | undefined, side: Side): string =>
  (lead[side] as string | undefined) ?? alike?.[side].find(one => one.why === "email" || one.why === "company")?.record.id ?? (side === "contact" || lead.company ? "create" : "skip");
/** A choice (`create`, `skip`, or the id of a record) as the verb wants it answered. */
export const answerFor = (side: Side, choice: string | undefined): Answers =>
  choice === "create" || choice === "skip" ? { [side]: choice } : { [side]: "link", [side === "account" ? "existingAccount" : "existingContact"]: choice };

/** What would be made of the lead on one side, as the verb itself makes it. */
function madeOf(lead: AnyRow, side: Side): object {
  const made = qualified(lead, { account: "skip", contact: "skip", opportunity: "skip", [side]: "create" }, []).find(change => change.do === "create" && change.type === side) as { values: Record<string, unknown> };
  const { owner: _, originatingLead: __, ...values } = made.values;
  return values;
}
