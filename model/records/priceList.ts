import { choice, date, prose, ref, text } from "../field.ts";
import { record } from "../record.ts";
import { freightTerms, paymentTerms, shippingMethods, standingButtons, standingVerbs } from "./shared.ts";

/** Prices in one currency that hold from one day to another. */
export const priceList = record("priceList", {
  label: ["Price list", "Price lists"],
  dynamics: "pricelevel",
  fields: {
    name: text("Name", { required: true, max: 100, dynamics: "name", find: true }),
    currency: ref("Currency", "currency", { required: true, gone: "refuse", dynamics: "transactioncurrencyid" }),
    from: date("Valid from", { dynamics: "begindate" }),
    until: date("Valid to", { dynamics: "enddate" }),
    freightTerms: choice("Freight terms", freightTerms, { dynamics: "freighttermscode" }),
    paymentTerms: choice("Payment terms", paymentTerms, { dynamics: "paymentmethodcode" }),
    shipping: choice("Shipping method", shippingMethods, { dynamics: "shippingmethodcode" }),
    description: prose("Description", { dynamics: "description" }),
  },
  title: "name",
  list: ["currency", "from", "until"],
  form: [["General", ["name", "currency", "from", "until", "description"]], ["Terms", ["paymentTerms", "freightTerms", "shipping"]]],
  statuses: { active: { label: "Active", code: 0, reasons: { active: ["Active", 100001] } }, inactive: { label: "Inactive", code: 1, reasons: { inactive: ["Inactive", 100002] } } },
  editableIn: ["active"],
  shared: true,
  buttons: standingButtons,
  verbs: standingVerbs,
});
