import { prose, ref, text } from "../field.ts";
import { record } from "../record.ts";

/** Where somebody sells. */
export const territory = record("territory", {
  label: ["Territory", "Territories"],
  dynamics: "territory",
  fields: {
    name: text("Name", { required: true, max: 200, dynamics: "name", find: true }),
    manager: ref("Manager", "user", { dynamics: "managerid" }),
    description: prose("Description", { dynamics: "description" }),
  },
  title: "name",
  list: ["manager"],
  form: [["General", ["name", "manager", "description"]]],
  statuses: { active: { label: "Active" } },
  shared: true,
  buttons: {},
  verbs: {},
});
