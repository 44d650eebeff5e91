import { codesOf, otherType, rulesFor, usualRules, type DuplicateRule } from "../model/duplicates.ts";
import type { Likeness } from "../model/known.ts";
import { initialStatus } from "../model/record.ts";
import { recordType } from "../model/records.ts";
import { briefs } from "./brief.ts";
import { companyOf } from "./company.ts";
import type { Sight } from "./sight.ts";
import type { Row, Store } from "./store/store.ts";

/** The company's rules; those that ship with the product until it has its own. */
export async function duplicateRules(store: Store): Promise<readonly DuplicateRule[]> {
  const own = (await companyOf(store)).all("duplicateRule");
  return own.length ? own : usualRules;
}

/** Records that may be the same as what is about to be saved, and by what. */
export async function duplicatesOf(sight: Sight, rules: readonly DuplicateRule[], type: string, values: Record<string, unknown>, not?: string): Promise<Likeness[]> {
  const found = await alike(sight, rules, type, values, not), shown = await briefs(sight, found.map(one => one.row));
  return found.map(({ why }, n) => ({ record: shown[n]!, why }));
}

/** The rows of them, at most ten, the surest first: each with the rule that says so. */
export async function alike(sight: Pick<Sight, "find">, rules: readonly DuplicateRule[], type: string, values: Record<string, unknown>, not?: string): Promise<{ row: Row; why: Likeness["why"] }[]> {
  const found = await Promise.all(rulesFor(rules, type).map(async one => {
    const codes = codesOf(one, type, values), other = otherType(one, type);
    const { rows } = codes.length ? await sight.find(other, { where: { match: codes, ...one.activeOnly && { status: initialStatus(recordType(other)!) } }, take: 20 }) : { rows: [] };
    return rows.filter(row => row.id !== not && !row.data.mergedInto).map(row => ({ row, why: whyOf(one, other) }));
  }));
  const sure = found.flat().sort((a, b) => reasons.indexOf(a.why) - reasons.indexOf(b.why));
  return [...new Map(sure.reverse().map(one => [`${one.row.type}/${one.row.id}`, one])).values()].reverse().slice(0, 10);
}

const reasons: readonly Likeness["why"][] = ["email", "phone", "name", "company"];
function whyOf(one: DuplicateRule, other: string): Likeness["why"] {
  const [first] = one.criteria ?? [], field = (other === one.type ? first?.field : first?.other ?? first?.field) ?? "";
  const kind = field === "mail" ? "email" : recordType(other)?.fields[field]?.kind as string;
  return kind === "email" || kind === "phone" ? kind : field === "company" || field === "name" && other === "account" ? "company" : "name";
}
