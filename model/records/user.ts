import { choice, date, email, flag, phone, ref, text } from "../field.ts";
import { record } from "../record.ts";

/** Someone of our own house who works here. Found by what the identity door says, never by e-mail. */
export const user = record("user", {
  label: ["User", "Users"],
  dynamics: "systemuser",
  fields: {
    name: text("Name", { required: true, max: 200, dynamics: "fullname" }),
    email: email("E-mail", { required: true, dynamics: "internalemailaddress", find: true }),
    role: choice("Role", { rep: "Sales rep", manager: "Sales manager", administrator: "Administrator", reader: "Reader" }, { required: true }),
    team: ref("Team", "team"),
    title: text("Job title", { max: 100, dynamics: "title" }),
    /** Who stands in for approvals while this user is away. */
    deputy: ref("Deputy", "user"),
    awayUntil: date("Away until"),
    businessUnit: ref("Business unit", "businessUnit", { dynamics: "businessunitid" }),
    territory: ref("Territory", "territory", { dynamics: "territoryid" }),
    manager: ref("Manager", "user", { dynamics: "parentsystemuserid" }),
    phone: phone("Phone", { dynamics: "address1_telephone1" }),
    mobile: phone("Mobile", { dynamics: "mobilephone" }),
    disabled: flag("Disabled", { dynamics: "isdisabled" }),
  },
  title: "name",
  list: ["role", "email"],
  form: [["General", ["name", "email", "role", "team", "title", "disabled"]], ["More", ["businessUnit", "territory", "manager", "phone", "mobile"]], ["Absence", ["awayUntil", "deputy"]]],
  statuses: { active: { label: "Active" } },
  shared: true,
  configuration: true,
  buttons: {},
  verbs: {},
});
