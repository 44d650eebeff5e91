import { prose, ref, text } from "../field.ts";
import { record } from "../record.ts";

/** People who share their records. */
export const team = record("team", {
  label: ["Team", "Teams"],
  dynamics: "team",
  fields: { name: text("Name", { required: true, max: 160, dynamics: "name", find: true }), businessUnit: ref("Business unit", "businessUnit", { dynamics: "businessunitid" }), leader: ref("Administrator", "user", { dynamics: "administratorid" }), description: prose("Description", { dynamics: "description" }) },
  title: "name",
  list: ["description"],
  form: [["General", ["name", "businessUnit", "leader", "description"]]],
  statuses: { active: { label: "Active" } },
  shared: true,
  buttons: {},
  verbs: {},
});
