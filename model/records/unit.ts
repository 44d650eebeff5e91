import { flag, number, ref, text } from "../field.ts";
import { record } from "../record.ts";

/** What a product is counted in. */
export const unit = record("unit", {
  label: ["Unit", "Units"],
  dynamics: "uom",
  fields: {
    name: text("Name", { required: true, max: 100, dynamics: "name", find: true }),
    group: ref("Unit group", "unitGroup", { required: true, gone: "remove", dynamics: "uomscheduleid" }),
    quantity: number("Quantity", { required: true, min: 0, decimals: 10, dynamics: "quantity" }),
    of: ref("Of unit", "unit", { dynamics: "baseuom", gone: "refuse" }),
    isBase: flag("Base unit", { dynamics: "isschedulebaseuom" }),
  },
  title: "name",
  list: ["group", "quantity"],
  form: [["General", ["name", "group", "quantity", "of", "isBase"]]],
  statuses: { active: { label: "Active" } },
  shared: true,
  buttons: {},
  verbs: {},
});
