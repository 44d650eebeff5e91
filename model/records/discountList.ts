import { flag, lines, money, number, prose, ref, text } from "../field.ts";
import { problem } from "../problem.ts";
import { record } from "../record.ts";
import { standingButtons, standingVerbs } from "./shared.ts";

/** What is taken off each unit when many are bought. */
export const discountList = record("discountList", {
  label: ["Discount list", "Discount lists"],
  dynamics: "discounttype",
  fields: {
    name: text("Name", { required: true, max: 100, dynamics: "name", find: true }),
    byAmount: flag("Discount as an amount", { dynamics: "isamounttype" }),
    currency: ref("Currency", "currency", { dynamics: "transactioncurrencyid" }),
    tiers: lines("Tiers", {
      low: number("From quantity", { required: true, min: 0.00001, decimals: 5, dynamics: "lowquantity" }),
      high: number("To quantity", { min: 0.00001, decimals: 5, dynamics: "highquantity" }),
      percentage: number("Percentage", { min: 0, max: 100, decimals: 5, dynamics: "percentage" }),
      amount: money("Amount", { min: 0, decimals: 4, dynamics: "amount" }),
    }),
    description: prose("Description", { dynamics: "description" }),
  },
  proves: ({ tiers = [], byAmount }) => (tiers as { low: number; high?: number; percentage?: number; amount?: number }[]).flatMap((tier, n) => [
    ...tier.high !== undefined && tier.high < tier.low ? [problem(`tiers.${n}.high`, "too-small", { min: tier.low })] : [],
    ...tier[byAmount ? "amount" : "percentage"] === undefined ? [problem(`tiers.${n}.${byAmount ? "amount" : "percentage"}`, "required")] : [],
    ...tiers.some((other: typeof tier, m: number) => m < n && other.low <= (tier.high ?? Infinity) && tier.low <= (other.high ?? Infinity)) ? [problem(`tiers.${n}.low`, "overlaps")] : [],
  ]),
  title: "name",
  list: ["byAmount"],
  form: [["General", ["name", "byAmount", "currency", "tiers", "description"]]],
  statuses: { active: { label: "Active", code: 0, reasons: { active: ["Active", 100001] } }, inactive: { label: "Inactive", code: 1, reasons: { inactive: ["Inactive", 100002] } } },
  editableIn: ["active"],
  shared: true,
  buttons: standingButtons,
  verbs: standingVerbs,
});
