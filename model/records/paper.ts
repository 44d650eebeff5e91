import { choice, flag, lines, prose, text } from "../field.ts";
import { problem } from "../problem.ts";
import { record } from "../record.ts";
import { files } from "./files.ts";

/** What a line on paper may say, in the order of the columns that are chosen. */
export const paperColumns = { position: "Position", product: "Product", number: "Product number", quantity: "Quantity", unit: "Unit", price: "Price per unit", discount: "Discount", taxRate: "Tax rate", tax: "Tax", amount: "Amount" } as const;

/** How quotes, orders and invoices look on paper: whose name is on them, which columns they have, what stands above and below. */
export const paper = record("paper", {
  label: ["Paper", "Papers"],
  fields: {
    name: text("Name", { required: true, max: 100, find: true }),
    language: choice("Language", { en: "English", zh: "Chinese" }, { required: true, find: true }),
    on: choice("Used for", { quote: "Quotes", order: "Orders", invoice: "Invoices" }),
    size: choice("Paper size", { A4: "A4", LETTER: "US letter" }),
    accent: text("Colour", { max: 7 }),
    seller: prose("Our name and address", { required: true, max: 1000 }),
    files,
    header: text("Line at the top of each page", { max: 200 }),
    intro: prose("Text above the lines", { max: 2000 }),
    columns: lines("Columns", { column: choice("Column", paperColumns, { required: true }) }, { max: 10 }),
    terms: prose("Terms and conditions", { max: 10_000 }),
    footer: text("Line at the foot of each page", { max: 300 }),
    hideDrafts: flag("No mark on drafts"),
  },
  proves: values => values.accent !== undefined && !/^#[0-9a-f]{6}$/i.test(String(values.accent)) ? [problem("accent", "wrong-format")] : [],
  title: "name",
  list: ["language", "on"],
  form: [
    ["General", ["name", "language", "on", "size", "accent", "hideDrafts"]],
    ["Words", ["seller", "header", "intro", "terms", "footer"]],
    ["Columns", ["columns"]],
    ["Logo", ["files"]],
  ],
  statuses: { active: { label: "Active" }, inactive: { label: "Inactive" } },
  shared: true,
  configuration: true,
  buttons: { deactivate: "Deactivate", activate: "Activate" },
  verbs: { deactivate: { from: ["active"], to: "inactive" }, activate: { from: ["inactive"], to: "active" } },
});
