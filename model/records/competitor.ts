import { link, money, number, prose, text } from "../field.ts";
import { record } from "../record.ts";
import { address } from "./shared.ts";

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
    ...address,
    overview: prose("Overview", { dynamics: "overview" }),
    strengths: prose("Strengths", { dynamics: "strengths" }),
    weaknesses: prose("Weaknesses", { dynamics: "weaknesses" }),
    opportunities: prose("Opportunities", { dynamics: "opportunities" }),
    threats: prose("Threats", { dynamics: "threats" }),
  },
  title: "name",
  list: ["keyProduct", "website"],
  form: [
    ["General", ["name", "keyProduct", "website", "ticker", "reportedRevenue"]],
    ["Analysis", ["overview", "strengths", "weaknesses", "opportunities", "threats"]],
    ["Address", ["street", "street2", "street3", "postalCode", "city", "country"]],
    ["More", ["state", "stockExchange", "reportingQuarter", "reportingYear"]],
  ],
  statuses: { active: { label: "Active" } },
  shared: true,
  buttons: {},
  verbs: {},
});
