import { prose, text } from "../field.ts";
import { record } from "../record.ts";
import { standing, standingButtons, standingVerbs } from "./shared.ts";

/** Units that convert into each other: piece, box, pallet. */
export const unitGroup = record("unitGroup", {
  label: ["Unit group", "Unit groups"],
  dynamics: "uomschedule",
  fields: {
    name: text("Name", { required: true, max: 200, dynamics: "name", find: true }),
    baseName: text("Base unit name", { max: 100, dynamics: "baseuomname" }),
    description: prose("Description", { dynamics: "description" }),
  },
  title: "name",
  list: ["baseName"],
  form: [["General", ["name", "baseName", "description"]]],
  statuses: standing,
  editableIn: ["active"],
  shared: true,
  buttons: standingButtons,
  verbs: standingVerbs,
});
