import { choice, flag, number, phone, prose, ref, text } from "../field.ts";
import { record } from "../record.ts";
import { address, emails, firmographic, permissions } from "./shared.ts";

/** A company that buys, or may. */
export const account = record("account", {
  label: ["Account", "Accounts"],
  dynamics: "account",
  fields: {
    name: text("Account name", { required: true, max: 160, dynamics: "name", find: true }),
    number: text("Account number", { max: 20, dynamics: "accountnumber" }),
    parent: ref("Parent account", "account", { dynamics: "parentaccountid" }),
    primaryContact: ref("Primary contact", "contact", { dynamics: "primarycontactid" }),
    relationship: choice("Relationship", {
      competitor: ["Competitor", 1], consultant: ["Consultant", 2], customer: ["Customer", 3], investor: ["Investor", 4], partner: ["Partner", 5], influencer: ["Influencer", 6],
      press: ["Press", 7], prospect: ["Prospect", 8], reseller: ["Reseller", 9], supplier: ["Supplier", 10], vendor: ["Vendor", 11], other: ["Other", 12],
    }, { dynamics: "customertypecode" }),
    category: choice("Category", { preferred: ["Preferred customer", 1], standard: ["Standard", 2] }, { dynamics: "accountcategorycode" }),
    ...emails,
    phone: phone("Phone", { dynamics: "telephone1" }),
    phone2: phone("Other phone", { dynamics: "telephone2" }),
    phone3: phone("Phone 3", { dynamics: "telephone3" }),
    ...firmographic,
    employees: number("Employees", { min: 0, dynamics: "numberofemployees" }),
    sic: text("SIC code", { max: 20, dynamics: "sic" }),
    ownership: choice("Ownership", { public: ["Public", 1], private: ["Private", 2], subsidiary: ["Subsidiary", 3], other: ["Other", 4] }, { dynamics: "ownershipcode" }),
    ticker: text("Ticker symbol", { max: 10, dynamics: "tickersymbol" }),
    creditOnHold: flag("Credit on hold", { dynamics: "creditonhold" }),
    paymentTerms: choice("Payment terms", { net30: ["Net 30", 1], discount10: ["2% 10, net 30", 2], net45: ["Net 45", 3], net60: ["Net 60", 4] }, { dynamics: "paymenttermscode" }),
    originatingLead: ref("Originating lead", "lead", { dynamics: "originatingleadid" }),
    ...address,
    ...permissions,
    description: prose("Description", { dynamics: "description" }),
  },
  title: "name",
  list: ["city", "phone", "relationship"],
  form: [
    ["General", ["name", "relationship", "industry", "website", "phone", "email"]],
    ["Address", ["street", "street2", "postalCode", "city", "state", "country"]],
    ["Company", ["parent", "primaryContact", "employees", "revenue", "ownership", "category"]],
    ["More numbers and addresses", ["phone2", "phone3", "fax", "email2", "email3", "number"]],
    ["Terms", ["paymentTerms", "creditOnHold", "ticker", "sic", "originatingLead"]],
    ["Permissions", ["doNotEmail", "doNotBulkEmail", "doNotPhone", "doNotFax", "doNotPost", "preferredChannel"]],
    ["Notes", ["description"]],
  ],
  statuses: { active: { label: "Active", code: 0, reasons: { active: ["Active", 1] } }, inactive: { label: "Inactive", code: 1, reasons: { inactive: ["Inactive", 2] } } },
  editableIn: ["active"],
  buttons: { deactivate: "Deactivate", activate: "Activate" },
  verbs: {
    deactivate: { from: ["active"], to: "inactive" },
    activate: { from: ["inactive"], to: "active" },
  },
});
