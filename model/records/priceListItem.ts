import { choice, money, number, ref, text } from "../field.ts";
import { problem } from "../problem.ts";
import { record, type AnyRow } from "../record.ts";

/** What one product costs under one price list. */
export const priceListItem = record("priceListItem", {
  label: ["Price list item", "Price list items"],
  dynamics: "productpricelevel",
  fields: {
    priceList: ref("Price list", "priceList", { required: true, gone: "remove", dynamics: "pricelevelid" }),
    product: ref("Product", "product", { required: true, gone: "remove", dynamics: "productid" }),
    /** Any unit, unless said. */
    unit: ref("Unit", "unit", { gone: "refuse", dynamics: "uomid" }),
    discountList: ref("Discount list", "discountList", { dynamics: "discounttypeid" }),
    selling: choice("Quantity selling", { any: ["No control", 1], whole: ["Whole", 2], fractional: ["Whole and fractional", 3] }, { dynamics: "quantitysellingcode" }),
    method: choice("Pricing method", {
      amount: ["Amount", 1], percentOfList: ["Percent of list price", 2], markupCurrent: ["Markup on current cost", 3], marginCurrent: ["Margin on current cost", 4],
      markupStandard: ["Markup on standard cost", 5], marginStandard: ["Margin on standard cost", 6],
    }, { required: true, dynamics: "pricingmethodcode" }),
    amount: money("Amount", { min: 0, decimals: 4, dynamics: "amount" }),
    percentage: number("Percentage", { min: 0, max: 10_000, decimals: 5, dynamics: "percentage" }),
    rounding: choice("Rounding policy", { none: ["None", 1], up: ["Up", 2], down: ["Down", 3], nearest: ["To nearest", 4] }, { dynamics: "roundingpolicycode" }),
    roundingTo: choice("Rounding option", { endsIn: ["Ends in", 1], multipleOf: ["Multiple of", 2] }, { dynamics: "roundingoptioncode" }),
    roundingAmount: money("Rounding amount", { min: 0, decimals: 4, dynamics: "roundingoptionamount" }),
    name: text("Product name", { computed: true, max: 200 }),
    number: text("Product ID", { computed: true, max: 100, dynamics: "productnumber", find: true }),
  },
  proves: ({ rounding, roundingAmount }) => rounding && rounding !== "none" && !roundingAmount ? [problem("roundingAmount", "required")] : [],
  needs: ({ product }) => ({ product: { ref: "product", id: product } }),
  derive: (_values, { product: [product] = [] as AnyRow[] }) => ({ name: product?.name, number: product?.number }),
  title: row => row.name ?? row.product,
  list: ["number", "method", "amount"],
  form: [
    ["General", ["priceList", "product", "unit", "discountList", "selling", "method"]],
    ["Price", ["amount", "percentage", "rounding", "roundingTo", "roundingAmount"]],
  ],
  statuses: { active: { label: "Active" } },
  shared: true,
  buttons: {},
  verbs: {},
});
