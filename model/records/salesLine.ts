import { choice, date, flag, money, number, prose, ref, text } from "../field.ts";
import { pricingProblems } from "../pricingProblem.ts";

/** What a line of an opportunity, quote, order or invoice says: a product of the catalogue or one written in, how many, at what price. Computed cells may be sent along; they are made anew. */
export const salesLine = {
  /** Which line it is, as long as it lives: revisions are compared by it. Given to those that have none. */
  position: number("Line", { min: 1, max: 100_000, dynamics: "lineitemnumber" }),
  product: ref("Product", "product", { gone: "refuse", dynamics: "productid" }),
  writeIn: text("Write-in product", { max: 500, dynamics: "productdescription" }),
  /** The product's name as it was when the line was last priced. */
  name: text("Product name", { max: 500, computed: true, dynamics: "productname" }),
  unit: ref("Unit", "unit", { gone: "refuse", dynamics: "uomid" }),
  quantity: number("Quantity", { required: true, min: -1e11, max: 1e11, decimals: 5, dynamics: "quantity" }),
  price: money("Price per unit", { decimals: 4, dynamics: "priceperunit" }),
  /** The price is typed, not the list's. */
  overridden: flag("Price overridden", { dynamics: "ispriceoverridden" }),
  volumeDiscount: money("Volume discount per unit", { min: 0, decimals: 4, computed: true, dynamics: "volumediscountamount" }),
  discount: money("Discount", { min: 0, dynamics: "manualdiscountamount" }),
  taxRate: number("Tax rate in percent", { min: 0, max: 100, decimals: 4 }),
  /** Takes the place of what the rate gives. */
  typedTax: money("Tax, typed"),
  tax: money("Tax", { computed: true, dynamics: "tax" }),
  base: money("Amount", { computed: true, dynamics: "baseamount" }),
  extended: money("Extended amount", { computed: true, dynamics: "extendedamount" }),
  problem: choice("Pricing problem", pricingProblems, { computed: true, dynamics: "pricingerrorcode" }),
  kind: choice("Line type", { product: ["Product", 1], bundle: ["Bundle", 2], required: ["Required item of a bundle", 3], optional: ["Optional item of a bundle", 4], project: ["Project service", 5] }, { dynamics: "producttypecode" }),
  /** The line of the bundle that this one is part of. */
  bundle: number("Part of line", { min: 1, dynamics: "parentbundleid" }),
  description: prose("Description", { dynamics: "description" }),
} as const;

/** What the lines of quotes, orders and invoices say besides. */
export const paperLine = {
  ...salesLine,
  deliverBy: date("Requested delivery", { dynamics: "requestdeliveryby" }),
  salesRep: ref("Sales rep", "user", { dynamics: "salesrepid" }),
} as const;

/** What orders and invoices say besides. */
export const deliveryLine = {
  ...paperLine,
  shipped: number("Quantity shipped", { min: 0, decimals: 5, dynamics: "quantityshipped" }),
  backordered: number("Quantity back-ordered", { min: 0, decimals: 5, dynamics: "quantitybackordered" }),
  canceled: number("Quantity canceled", { min: 0, decimals: 5, dynamics: "quantitycancelled" }),
  copied: flag("Copied", { dynamics: "iscopied" }),
} as const;
