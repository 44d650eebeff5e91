import { fold } from "./fold.ts";
import type { RowOf } from "./record.ts";
import type { duplicateRule } from "./records/duplicateRule.ts";

export type DuplicateRule = Pick<RowOf<typeof duplicateRule>, "id" | "name" | "type" | "against" | "criteria" | "ignoreBlank" | "activeOnly" | "caseSensitive" | "status">;
type Criterion = NonNullable<DuplicateRule["criteria"]>[number];

const rule = (id: string, name: string, type: string, against: string, criteria: (string | [field: string, other: string])[], more: Partial<DuplicateRule> = {}): DuplicateRule =>
  ({ id, name, type, against, criteria: criteria.map(one => ({ ...typeof one === "string" ? { field: one } : { field: one[0], other: one[1] }, match: "exact" })), ignoreBlank: true, activeOnly: true, status: "published", ...more });

/** The rules that a company begins with. */
export const usualRules: readonly DuplicateRule[] = [
  rule("account-mail", "Accounts with the same e-mail address", "account", "account", ["mail"]),
  rule("account-name", "Accounts with the same name", "account", "account", ["name"]),
  rule("contact-mail", "Contacts with the same e-mail address", "contact", "contact", ["mail"]),
  rule("lead-mail", "Leads with the same e-mail address", "lead", "lead", ["mail"], { activeOnly: false }),
  rule("lead-contact-mail", "Leads and contacts with the same e-mail address", "lead", "contact", ["mail"], { activeOnly: false }),
  rule("lead-account-mail", "Leads and accounts with the same e-mail address", "lead", "account", ["mail"]),
  rule("contact-account-mail", "Contacts and accounts with the same e-mail address", "contact", "account", ["mail"]),
  rule("lead-account-name", "Leads of a company that is an account", "lead", "account", [["company", "name"]]),
  rule("lead-contact-name", "Leads and contacts with the same name", "lead", "contact", ["firstName", "lastName"], { activeOnly: false }),
  rule("lead-name", "Leads of the same name and company", "lead", "lead", ["firstName", "lastName", "company"], { activeOnly: false }),
  rule("contact-name", "Contacts of the same name at the same account", "contact", "contact", ["firstName", "lastName", "account"]),
];

/** The rules that say something about this type: its own, and those of other types that are compared with it. */
export const rulesFor = (rules: readonly DuplicateRule[], type: string): DuplicateRule[] => rules.filter(one => one.status === "published" && (one.type === type || one.against === type));
/** The type that a record of `type` is compared with under a rule. */
export const otherType = ({ type, against = type }: DuplicateRule, of: string): string => of === type ? against : type;

/** What a record is recognised by under the published rules: two records that share a code may be the same. */
export const matchCodes = (rules: readonly DuplicateRule[], type: string, data: Record<string, unknown>): string[] =>
  [...new Set(rulesFor(rules, type).flatMap(one => codesOf(one, type, data)))];

/** A record's codes under one rule; several, where it has several addresses. */
export function codesOf(one: DuplicateRule, type: string, data: Record<string, unknown>): string[] {
  const values = (one.criteria ?? []).map(criterion => said(criterion, type === one.type ? criterion.field : criterion.other ?? criterion.field, data, one.caseSensitive ?? false));
  if (values.every(some => some.every(value => !value)) || one.ignoreBlank && values.some(some => some.every(value => !value))) return [];
  return values.reduce<string[]>((codes, some) => codes.flatMap(code => (some.length ? some : [""]).map(value => `${code}|${value}`)), [one.id]).map(code => code.slice(0, 400)).slice(0, 20);
}

function said({ match, length }: Criterion, field: string, data: Record<string, unknown>, caseSensitive: boolean): string[] {
  const values = (field === "mail" ? [data.email, data.email2, data.email3] : [data[field]]).map(value => typeof value === "number" ? String(value) : typeof value === "string" ? value.trim() : "").filter(Boolean);
  return [...new Set(values.map(value => caseSensitive ? value : fold(value)).map(value => match === "first" ? [...value].slice(0, length).join("") : match === "last" ? [...value].slice(-length!).join("") : value))];
}
