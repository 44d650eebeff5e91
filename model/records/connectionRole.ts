import { choice, prose, text } from "../field.ts";
import { record } from "../record.ts";
import { standing, standingButtons, standingVerbs } from "./shared.ts";

/** What somebody is to somebody else: decision maker, former employer. */
export const connectionRole = record("connectionRole", {
  label: ["Connection role", "Connection roles"],
  dynamics: "connectionrole",
  fields: {
    name: text("Name", { required: true, max: 100, dynamics: "name", find: true }),
    category: choice("Category", {
      business: ["Business", 1], family: ["Family", 2], social: ["Social", 3], sales: ["Sales", 4], other: ["Other", 5], stakeholder: ["Stakeholder", 1000], salesTeam: ["Sales team", 1001], service: ["Service", 1002],
    }, { dynamics: "category" }),
    description: prose("Description", { max: 1000, dynamics: "description" }),
  },
  title: "name",
  list: ["category"],
  form: [["General", ["name", "category", "description"]]],
  statuses: standing,
  editableIn: ["active"],
  shared: true,
  buttons: standingButtons,
  verbs: standingVerbs,
});
