import { create, remove, update, type Change } from "../change.ts";
import { Problem, problem } from "../problem.ts";
import type { AnyRow, Asker, Read } from "../record.ts";
import { account } from "./account.ts";
import { activity } from "./activity.ts";
import { contact } from "./contact.ts";
import { opportunity } from "./opportunity.ts";
import { nameOf } from "./person.ts";
import { address, emails, permissions, personNames, qualification } from "./shared.ts";

interface Choices { account?: string; existingAccount?: string; contact?: string; existingContact?: string; opportunity?: string }

/** The records that qualifying a lead makes; an opportunity needs somebody to sell to. */
export function qualified(lead: AnyRow, given: Choices, history: (readonly [type: string, row: AnyRow])[]): Change[] {
  const changes: Change[] = [];
  const wanted = { account: given.account ?? (lead.company ? "create" : "skip"), contact: given.contact ?? "create", opportunity: given.opportunity ?? "create" };
  for (const name of ["account", "contact"] as const)
    if (wanted[name] === "link" && !given[name === "account" ? "existingAccount" : "existingContact"])
      throw new Problem("invalid", { fields: [problem(name === "account" ? "existingAccount" : "existingContact", "required")] });

  let accountId = wanted.account === "link" ? given.existingAccount : undefined;
  if (wanted.account === "create") { const made = company(lead); changes.push(made); accountId = made.id; }
  let contactId = wanted.contact === "link" ? given.existingContact : undefined;
  if (wanted.contact === "create") { const made = person(lead, accountId); changes.push(made); contactId = made.id; }
  let dealId: string | undefined;
  if (wanted.opportunity === "create") {
    if (!accountId && !contactId) throw new Problem("invalid", { fields: [problem("opportunity", "needs-customer")] });
    const made = create(opportunity, pick(lead, dealFields, { name: lead.topic, account: accountId, contact: contactId, stage: "qualify", process: lead.process, originatingLead: lead.id, owner: lead.owner }));
    changes.push(made); dealId = made.id;
  }
  changes.push(update("lead", lead.id, { account: accountId ?? null, contact: contactId ?? null, opportunity: dealId ?? null }));
  const heir = dealId ? `opportunity/${dealId}` : contactId ? `contact/${contactId}` : accountId && `account/${accountId}`;
  if (heir) for (const [type, row] of history) changes.push(update(type, row.id, { regarding: [...row.regarding, heir] }));
  return changes;
}

const company = (lead: AnyRow) => create(account, pick(lead, accountFields, { name: (lead.company as string | undefined) ?? nameOf(lead as never), relationship: "prospect", originatingLead: lead.id, owner: lead.owner }));
const person = (lead: AnyRow, account: string | undefined) => create(contact, pick(lead, contactFields, { account, originatingLead: lead.id, owner: lead.owner }));

/** A lead that will not buy: the person and the company may stay, and somebody may ask again another day. */
export function letGo(lead: AnyRow, given: { keepContact?: boolean; keepAccount?: boolean; recontact?: string }, by: Asker): Change[] {
  const changes: Change[] = [];
  let accountId = lead.account as string | undefined, contactId = lead.contact as string | undefined;
  if (given.keepAccount && !accountId) { const made = company(lead); changes.push(made); accountId = made.id; }
  if (given.keepContact && !contactId) { const made = person(lead, accountId); changes.push(made); contactId = made.id; }
  if (changes.length) changes.push(update("lead", lead.id, { account: accountId ?? null, contact: contactId ?? null }));
  if (given.recontact) changes.push(create(activity, { kind: "task", subject: lead.topic, due: given.recontact, regarding: [`lead/${lead.id}`, ...contactId ? [`contact/${contactId}`] : []], owner: lead.owner ?? by.user }));
  return changes;
}

/** What came of a lead when it was qualified, and what has come to hang on that. */
export function offspring(lead: AnyRow, { accounts, contacts, deals }: Record<string, AnyRow[]>): Record<string, Read> {
  const made = { originatingLead: lead.id.toLowerCase() }, first: Record<string, Read> = { accounts: { type: "account", where: made }, contacts: { type: "contact", where: made }, deals: { type: "opportunity", where: made } };
  if (!accounts || !contacts || !deals) return first;
  const ids = (rows: AnyRow[]) => rows.map(row => row.id.toLowerCase()), paths = [...accounts.map(row => `account/${row.id}`), ...contacts.map(row => `contact/${row.id}`), ...deals.map(row => `opportunity/${row.id}`)].map(path => path.toLowerCase());
  const of = (type: string, field: string, said: string[]): Record<string, Read> => said.length ? { [`${type}.${field}`]: { type, where: { [field]: said } } } : {};
  return {
    ...first, ...of("activity", "regarding", paths), ...of("note", "regarding", paths), ...of("connection", "from", paths), ...of("contact", "account", ids(accounts)), ...of("opportunity", "account", ids(accounts)), ...of("opportunity", "contact", ids(contacts)),
    ...Object.assign({}, ...["quote", "order", "invoice"].flatMap(type => [of(type, "opportunity", ids(deals)), of(type, "account", ids(accounts)), of(type, "contact", ids(contacts))])) as Record<string, Read>,
  };
}

/** Takes back what nobody has touched; what somebody has worked with since stays, and the lead names it. */
export function takenBack(lead: AnyRow, { accounts = [], contacts = [], deals = [], ...hanging }: Record<string, AnyRow[]>): Change[] {
  const going = new Set<string>(), kept: string[] = [], self = `lead/${lead.id}`;
  for (const [type, rows] of [["opportunity", deals], ["contact", contacts], ["account", accounts]] as const)
    for (const row of rows) {
      const path = `${type}/${row.id}`, refers = Object.entries(hanging).some(([key, ones]) => { const [other, field] = key.split(".") as [string, string]; return ones.some(one => [one[field]].flat().some(value => value === row.id || value === path) && !going.has(`${other}/${one.id}`) && !(one.regarding as string[] | undefined)?.includes(self)); });
      if (row.version > 1 || refers) kept.push(path); else going.add(path);
    }
  const still = (type: string, id: string | undefined) => id !== undefined && !going.has(`${type}/${id}`) ? id : null;
  return [
    update("lead", lead.id, { account: still("account", lead.account), contact: still("contact", lead.contact), opportunity: null, kept: kept.length ? kept : null }),
    ...[...going].map(path => { const [type, id] = path.split("/") as [string, string]; return remove(type, id); }),
  ];
}

const accountFields = ["email", "phone", "website", "fax", "industry", "revenue", "employees", "sic", ...Object.keys(address)];
const contactFields = [...Object.keys(personNames), ...Object.keys(emails), "phone", "mobile", "phone2", "fax", ...Object.keys(address), ...Object.keys(permissions), "description"];
const dealFields = [...Object.keys(qualification), "rating", "estimatedValue", "description", "competitors", "campaign", "currency", "initialContact", "fits", "interestConfirmed"];
const pick = (row: AnyRow, names: readonly string[], more: object) => ({ ...Object.fromEntries(names.filter(name => row[name] !== undefined).map(name => [name, row[name]])), ...more }) as never;
