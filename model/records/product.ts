import { choice, date, link, money, number, prose, text } from "../field.ts";
import { record } from "../record.ts";

/** Something we sell. */
export const product = record("product", {
  label: ["Product", "Products"],
  dynamics: "product",
  fields: {
    name: text("Name", { required: true, max: 100, dynamics: "name", find: true }),
    number: text("Product ID", { required: true, max: 100, dynamics: "productnumber", find: true }),
    kind: choice("Product type", { inventory: ["Sales inventory", 1], charges: ["Miscellaneous charges", 2], services: ["Services", 3], flatFees: ["Flat fees", 4] }, { dynamics: "producttypecode" }),
    listPrice: money("List price", { min: 0, decimals: 4, dynamics: "price" }),
    currentCost: money("Current cost", { min: 0, decimals: 4, dynamics: "currentcost" }),
    standardCost: money("Standard cost", { min: 0, decimals: 4, dynamics: "standardcost" }),
    onHand: number("Quantity on hand", { min: 0, decimals: 5, dynamics: "quantityonhand" }),
    validFrom: date("Valid from", { dynamics: "validfromdate" }),
    validTo: date("Valid to", { dynamics: "validtodate" }),
    website: link("Web page", { dynamics: "producturl" }),
    description: prose("Description", { dynamics: "description" }),
  },
  title: "name",
  list: ["number", "listPrice"],
  form: [
    ["General", ["name", "number", "kind", "listPrice", "description"]],
    ["Stock and cost", ["onHand", "currentCost", "standardCost", "validFrom", "validTo", "website"]],
  ],
  statuses: { active: { label: "Active", code: 0 }, retired: { label: "Retired", code: 1 } },
  editableIn: ["active"],
  shared: true,
  buttons: { retire: "Retire", activate: "Activate" },
  verbs: {
    retire: { from: ["active"], to: "retired" },
    activate: { from: ["retired"], to: "active" },
  },
});
