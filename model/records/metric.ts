import { choice, flag, prose, text } from "../field.ts";
import { record } from "../record.ts";
import { standing, standingButtons, standingVerbs } from "./shared.ts";

/** What goals count. */
export const metric = record("metric", {
  label: ["Goal metric", "Goal metrics"],
  dynamics: "metric",
  fields: {
    name: text("Name", { required: true, max: 100, dynamics: "name", find: true }),
    /** Which records count towards a goal, and how. */
    counts: choice("What counts", { wonRevenue: "Revenue of won deals", wonDeals: "Won deals", orderedRevenue: "Ordered revenue", paidRevenue: "Paid invoices", qualifiedLeads: "Qualified leads", completedActivities: "Completed activities" }, { required: true }),
    isAmount: flag("Amount, not count", { dynamics: "isamount" }),
    amountType: choice("Amount type", { money: ["Money", 0], decimal: ["Decimal", 1], integer: ["Integer", 2] }, { dynamics: "amountdatatype" }),
    stretchTracked: flag("Track a stretch target", { dynamics: "isstretchtracked" }),
    description: prose("Description", { dynamics: "description" }),
  },
  title: "name",
  list: ["counts"],
  form: [["General", ["name", "counts", "isAmount", "amountType", "stretchTracked", "description"]]],
  statuses: standing,
  editableIn: ["active"],
  shared: true,
  buttons: standingButtons,
  verbs: standingVerbs,
});
