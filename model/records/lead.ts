import { choice, date, flag, number, phone, prose, ref, refs, text } from "../field.ts";
import { record } from "../record.ts";
import { letGo, offspring, qualified, takenBack } from "./leadOutcome.ts";
import { opportunity } from "./opportunity.ts";
import { progress } from "./process.ts";
import { nameOf } from "./person.ts";
import { address, address2, addressGroups, emails, firmographic, permissions, personNames, qualification, ratings, sources } from "./shared.ts";

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
    campaign: ref("Campaign", "campaign", { dynamics: "campaignid" }),
    currency: ref("Currency", "currency", { gone: "refuse", dynamics: "transactioncurrencyid" }),
    exchangeRate: number("Exchange rate", { computed: true, decimals: 10, dynamics: "exchangerate" }),
    followUpProspect: date("Follow up with the prospect", { dynamics: "schedulefollowup_prospect" }),
    followUpQualify: date("Follow up to qualify", { dynamics: "schedulefollowup_qualify" }),
    /** What an undone qualification left, because somebody had worked with it. */
    kept: refs("Kept records", ["account", "contact", "opportunity"], { computed: true }),
    ...address, ...address2,
    ...permissions,
    description: prose("Description", { dynamics: "description" }),
    competitors: refs("Competitors", "competitor"),
    account: ref("Account", "account", { dynamics: "parentaccountid" }),
    contact: ref("Contact", "contact", { dynamics: "parentcontactid" }),
    ...progress,
    mergedInto: ref("Merged into", "lead", { computed: true, dynamics: "masterid" }),
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
    ["Follow-up", ["followUpProspect", "followUpQualify", "campaign", "currency", "kept"]],
    ...addressGroups,
  ],
  statuses: {
    open: { label: "Open", code: 0, reasons: { new: ["New", 1], contacted: ["Contacted", 2] } },
    qualified: { label: "Qualified", code: 1, reasons: { qualified: ["Qualified", 3] } },
    disqualified: { label: "Disqualified", code: 2, reasons: { lost: ["Lost", 4], cannotContact: ["Cannot contact", 5], noInterest: ["No longer interested", 6], canceled: ["Canceled", 7] } },
  },
  editableIn: ["open"],
  merges: { to: "disqualified", reason: "canceled" },
  buttons: { qualify: "Qualify", disqualify: "Disqualify", reactivate: "Reactivate", unqualify: "Take the qualification back", contacted: "Mark as contacted" },
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
      asks: {
        reason: choice("Reason", { lost: "Lost", cannotContact: "Cannot contact", noInterest: "No longer interested", canceled: "Canceled" }, { required: true }),
        keepContact: flag("Keep as a contact"), keepAccount: flag("Keep the company"), recontact: date("Contact again on"),
      },
      reason: given => given.reason,
      then: (lead, given, by) => letGo(lead as never, given, by),
    },
    unqualify: { from: ["qualified"], to: "open", reason: "new", grave: true, reads: (lead, _given, read) => offspring(lead as never, read), then: (lead, _given, _by, read) => takenBack(lead as never, read) },
    reactivate: { from: ["qualified", "disqualified"], to: "open", reason: "new" },
    contacted: { from: ["open"], reason: "contacted", when: lead => lead.reason === "new" },
  },
});

function qualificationValue() { return opportunity.fields.estimatedValue; }
