import { number, text } from "../field.ts";
import { record } from "../record.ts";
import { standing, standingButtons, standingVerbs } from "./shared.ts";

/** What amounts are in. A record and its price list agree on one. */
export const currency = record("currency", {
  label: ["Currency", "Currencies"],
  dynamics: "transactioncurrency",
  fields: {
    name: text("Name", { required: true, max: 100, dynamics: "currencyname", find: true }),
    /** ISO 4217. */
    code: text("Currency code", { required: true, max: 5, dynamics: "isocurrencycode", find: true }),
    symbol: text("Symbol", { required: true, max: 10, dynamics: "currencysymbol" }),
    /** Digits after the point of an amount: 2, but 0 for yen. */
    precision: number("Decimals", { required: true, min: 0, max: 4, dynamics: "currencyprecision" }),
    /** How many of it one unit of the company's own currency buys. */
    rate: number("Exchange rate", { min: 0, decimals: 10, dynamics: "exchangerate" }),
  },
  title: "code",
  list: ["name", "rate"],
  form: [["General", ["name", "code", "symbol", "precision", "rate"]]],
  statuses: standing,
  editableIn: ["active"],
  shared: true,
  buttons: standingButtons,
  verbs: standingVerbs,
});
