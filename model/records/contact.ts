import { choice, date, phone, prose, ref, text } from "../field.ts";
import { record } from "../record.ts";
import { address, emails, permissions, personNames } from "./shared.ts";
import { nameOf } from "./person.ts";

/** Someone we deal with, mostly at an account. */
export const contact = record("contact", {
  label: ["Contact", "Contacts"],
  dynamics: "contact",
  fields: {
    ...personNames,
    department: text("Department", { max: 100, dynamics: "department" }),
    account: ref("Account", "account", { dynamics: "parentcustomerid" }),
    role: choice("Role", { decisionMaker: ["Decision maker", 1], employee: ["Employee", 2], influencer: ["Influencer", 3] }, { dynamics: "accountrolecode" }),
    ...emails,
    phone: phone("Business phone", { dynamics: "telephone1" }),
    mobile: phone("Mobile", { dynamics: "mobilephone" }),
    phone2: phone("Home phone", { dynamics: "telephone2" }),
    fax: phone("Fax", { dynamics: "fax" }),
    manager: text("Manager", { max: 100, dynamics: "managername" }),
    assistant: text("Assistant", { max: 100, dynamics: "assistantname" }),
    birthday: date("Birthday", { dynamics: "birthdate" }),
    originatingLead: ref("Originating lead", "lead", { dynamics: "originatingleadid" }),
    ...address,
    ...permissions,
    description: prose("Description", { dynamics: "description" }),
  },
  title: nameOf,
  list: ["jobTitle", "account"],
  form: [
    ["General", ["firstName", "lastName", "jobTitle", "account", "email", "phone"]],
    ["More numbers and addresses", ["mobile", "phone2", "fax", "email2", "email3"]],
    ["Role", ["department", "role", "manager", "assistant", "salutation", "birthday"]],
    ["Address", ["street", "street2", "postalCode", "city", "state", "country"]],
    ["Permissions", ["doNotEmail", "doNotBulkEmail", "doNotPhone", "doNotFax", "doNotPost", "preferredChannel"]],
    ["Notes", ["description", "originatingLead"]],
  ],
  statuses: { active: { label: "Active", code: 0, reasons: { active: ["Active", 1] } }, inactive: { label: "Inactive", code: 1, reasons: { inactive: ["Inactive", 2] } } },
  editableIn: ["active"],
  buttons: { deactivate: "Deactivate", activate: "Activate" },
  verbs: {
    deactivate: { from: ["active"], to: "inactive" },
    activate: { from: ["inactive"], to: "active" },
  },
});
