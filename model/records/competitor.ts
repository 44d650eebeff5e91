import { lines, link, money, number, prose, ref, text } from "../field.ts";
import { record } from "../record.ts";
import { address, address2, addressGroups } from "./shared.ts";

/** Who else wants the deal. */
export const competitor = record("competitor", {
  label: ["Competitor", "Competitors"],
  dynamics: "competitor",
  fields: {
    name: text("Name", { required: true, max: 100, dynamics: "name", find: true }),
    ticker: text("Ticker symbol", { max: 10, dynamics: "tickersymbol" }),
    stockExchange: text("Stock exchange", { max: 20, dynamics: "stockexchange" }),
    keyProduct: text("Key product", { max: 200, dynamics: "keyproduct" }),
    website: link("Website", { dynamics: "websiteurl" }),
    reportedRevenue: money("Reported revenue", { dynamics: "reportedrevenue" }),
    reportingQuarter: number("Reporting quarter", { min: 1, max: 4, dynamics: "reportingquarter" }),
    reportingYear: number("Reporting year", { min: 1900, max: 2200, dynamics: "reportingyear" }),
    reference: link("Source of information", { dynamics: "referenceinfourl" }),
    winPercent: number("Win percentage, typed", { min: 0, max: 100, decimals: 2, dynamics: "winpercentage" }),
    ...address, ...address2,
    overview: prose("Overview", { dynamics: "overview" }),
    strengths: prose("Strengths", { dynamics: "strengths" }),
    weaknesses: prose("Weaknesses", { dynamics: "weaknesses" }),
    opportunities: prose("Opportunities", { dynamics: "opportunities" }),
    threats: prose("Threats", { dynamics: "threats" }),
    /** Product against product, for the battle card. */
    offers: lines("Their products against ours", { name: text("Their product", { required: true, max: 200 }), against: ref("Our product", "product"), price: money("Their price", { min: 0 }), better: prose("Where we win", { max: 1000 }), worse: prose("Where they win", { max: 1000 }) }),
  },
  title: "name",
  list: ["keyProduct", "website"],
  form: [
    ["General", ["name", "keyProduct", "website", "ticker", "reportedRevenue"]],
    ["Analysis", ["overview", "strengths", "weaknesses", "opportunities", "threats"]],
    ["Battle card", ["offers"]],
    ["Address", ["street", "street2", "street3", "postalCode", "city", "country"]],
    ["More", ["state", "stockExchange", "reportingQuarter", "reportingYear", "reference", "winPercent"]],
    ...addressGroups,
  ],
  statuses: { active: { label: "Active" } },
  shared: true,
  buttons: {},
  verbs: {},
});
