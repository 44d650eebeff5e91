import { create, update, type Change } from "../change.ts";
import { choice, flag, number, phone, prose, ref, refs, text } from "../field.ts";
import { Problem, problem } from "../problem.ts";
import { record, type AnyRow } from "../record.ts";
import { account } from "./account.ts";
import { contact } from "./contact.ts";
import { opportunity } from "./opportunity.ts";
import { progress } from "./process.ts";
import { nameOf } from "./person.ts";
import { address, emails, firmographic, permissions, personNames, qualification, ratings, sources } from "./shared.ts";

const thisOrThat = { create: "Create new", link: "Use existing", skip: "Do without" } as const;

/** Someone who may want to buy. Qualifying a lead is how an account, a contact and an opportunity begin. */
export const lead = record("lead", {
  label: ["Lead", "Leads"],
  dynamics: "lead",
  fields: {
    topic: text("Topic", { required: true, max: 300, dynamics: "subject" }),
    ...personNames,
    company: text("Company", { max: 100, dynamics: "companyname", find: true }),
    ...emails,
    phone: phone("Business phone", { dynamics: "telephone1" }),
    mobile: phone("Mobile", { dynamics: "mobilephone" }),
    phone2: phone("Home phone", { dynamics: "telephone2" }),
    phone3: phone("Other phone", { dynamics: "telephone3" }),
    pager: phone("Pager", { dynamics: "pager" }),
    ...firmographic,
    employees: number("Employees", { min: 0, dynamics: "numberofemployees" }),
    sic: text("SIC code", { max: 20, dynamics: "sic" }),
    source: choice("Lead source", sources, { dynamics: "leadsourcecode" }),
    rating: choice("Rating", ratings, { dynamics: "leadqualitycode" }),
    ...qualification,
    estimatedValue: qualificationValue(),
    initialContact: choice("Initial communication", { contacted: ["Contacted", 0], notContacted: ["Not contacted", 1] }, { dynamics: "initialcommunication" }),
    fits: flag("Fits our offer", { dynamics: "evaluatefit" }),
    interestConfirmed: flag("Interest confirmed", { dynamics: "confirminterest" }),
    ...address,
    ...permissions,
    description: prose("Description", { dynamics: "description" }),
    competitors: refs("Competitors", "competitor"),
    account: ref("Account", "account", { dynamics: "parentaccountid" }),
    contact: ref("Contact", "contact", { dynamics: "parentcontactid" }),
    ...progress,
    opportunity: ref("Opportunity", "opportunity", { dynamics: "qualifyingopportunityid", computed: true }),
  },
  title: row => nameOf(row) || row.topic,
  list: ["topic", "company", "rating"],
  form: [
    ["Who", ["firstName", "lastName", "jobTitle", "company", "email", "phone"]],
    ["What", ["topic", "source", "rating", "description"]],
    ["More numbers and addresses", ["mobile", "phone2", "phone3", "email2", "email3", "website"]],
    ["Qualification", ["estimatedValue", "closeDate", "budget", "budgetStatus", "need", "timeframe"]],
    ["How they buy", ["purchaseProcess", "decisionMaker", "initialContact", "fits", "interestConfirmed", "qualificationComments"]],
    ["Address", ["street", "street2", "postalCode", "city", "state", "country"]],
    ["Company", ["industry", "revenue", "employees", "sic", "account", "contact"]],
    ["Permissions", ["doNotEmail", "doNotBulkEmail", "doNotPhone", "doNotFax", "doNotPost", "preferredChannel"]],
    ["Other", ["salutation", "middleName", "fax", "pager", "street3", "competitors"]],
  ],
  statuses: {
    open: { label: "Open", code: 0, reasons: { new: ["New", 1], contacted: ["Contacted", 2] } },
    qualified: { label: "Qualified", code: 1, reasons: { qualified: ["Qualified", 3] } },
    disqualified: { label: "Disqualified", code: 2, reasons: { lost: ["Lost", 4], cannotContact: ["Cannot contact", 5], noInterest: ["No longer interested", 6], canceled: ["Canceled", 7] } },
  },
  editableIn: ["open"],
  buttons: { qualify: "Qualify", disqualify: "Disqualify", reactivate: "Reactivate", contacted: "Mark as contacted" },
  verbs: {
    qualify: {
      from: ["open"], to: "qualified",
      asks: {
        account: choice("Account", thisOrThat), existingAccount: ref("Existing account", "account"),
        contact: choice("Contact", thisOrThat), existingContact: ref("Existing contact", "contact"),
        opportunity: choice("Opportunity", { create: "Create new", skip: "Do without" }),
      },
      reads: lead => ({
        activities: { type: "activity", where: { regarding: `lead/${lead.id}` } },
        notes: { type: "note", where: { regarding: `lead/${lead.id}` } },
      }),
      then: (lead, given, _by, { activities = [], notes = [] }) => qualified(lead as never, given, [...activities.map(row => ["activity", row] as const), ...notes.map(row => ["note", row] as const)]),
    },
    disqualify: {
      from: ["open"], to: "disqualified",
      asks: { reason: choice("Reason", { lost: "Lost", cannotContact: "Cannot contact", noInterest: "No longer interested", canceled: "Canceled" }, { required: true }) },
      reason: given => given.reason,
    },
    reactivate: { from: ["qualified", "disqualified"], to: "open", reason: "new" },
    contacted: { from: ["open"], reason: "contacted", when: lead => lead.reason === "new" },
  },
});

interface Choices { account?: string; existingAccount?: string; contact?: string; existingContact?: string; opportunity?: string }

/** The records that qualifying makes; an opportunity needs somebody to sell to. */
function qualified(lead: AnyRow, given: Choices, history: (readonly [type: string, row: AnyRow])[]): Change[] {
  const changes: Change[] = [];
  const wanted = { account: given.account ?? (lead.company ? "create" : "skip"), contact: given.contact ?? "create", opportunity: given.opportunity ?? "create" };
  for (const name of ["account", "contact"] as const)
    if (wanted[name] === "link" && !given[name === "account" ? "existingAccount" : "existingContact"])
      throw new Problem("invalid", { fields: [problem(name === "account" ? "existingAccount" : "existingContact", "required")] });

  let accountId = wanted.account === "link" ? given.existingAccount : undefined;
  if (wanted.account === "create") {
    const made = create(account, pick(lead, accountFields, { name: (lead.company as string | undefined) ?? nameOf(lead as never), relationship: "prospect", originatingLead: lead.id, owner: lead.owner }));
    changes.push(made); accountId = made.id;
  }
  let contactId = wanted.contact === "link" ? given.existingContact : undefined;
  if (wanted.contact === "create") {
    const made = create(contact, pick(lead, contactFields, { account: accountId, originatingLead: lead.id, owner: lead.owner }));
    changes.push(made); contactId = made.id;
  }
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

const accountFields = ["email", "phone", "website", "fax", "industry", "revenue", "employees", "sic", ...Object.keys(address)];
const contactFields = [...Object.keys(personNames), ...Object.keys(emails), "phone", "mobile", "phone2", "fax", ...Object.keys(address), ...Object.keys(permissions), "description"];
const dealFields = [...Object.keys(qualification), "rating", "estimatedValue", "description", "competitors"];
const pick = (row: AnyRow, names: readonly string[], more: object) => ({ ...Object.fromEntries(names.filter(name => row[name] !== undefined).map(name => [name, row[name]])), ...more }) as never;

function qualificationValue() { return opportunity.fields.estimatedValue; }
