import { choice, date, flag, money, number, prose, ref, refs, text } from "../field.ts";
import { plus, decimal, numberOf } from "../decimal.ts";
import { record } from "../record.ts";

/** Something done to be heard of, with what it cost: leads that name it show what it brought. */
export const campaign = record("campaign", {
  label: ["Campaign", "Campaigns"],
  dynamics: "campaign",
  fields: {
    name: text("Name", { required: true, max: 128, dynamics: "name", find: true }),
    code: text("Campaign code", { max: 32, dynamics: "codename", find: true }),
    kind: choice("Campaign type", { advertisement: ["Advertisement", 1], direct: ["Direct marketing", 2], event: ["Event", 3], coBranding: ["Co-branding", 4], other: ["Other", 5] }, { dynamics: "typecode" }),
    template: flag("Template", { dynamics: "istemplate" }),
    proposedStart: date("Proposed start", { dynamics: "proposedstart" }),
    proposedEnd: date("Proposed end", { dynamics: "proposedend" }),
    actualStart: date("Actual start", { dynamics: "actualstart" }),
    actualEnd: date("Actual end", { dynamics: "actualend" }),
    currency: ref("Currency", "currency", { gone: "refuse", dynamics: "transactioncurrencyid" }),
    exchangeRate: number("Exchange rate", { computed: true, decimals: 10, dynamics: "exchangerate" }),
    priceList: ref("Price list", "priceList", { dynamics: "pricelistid" }),
    budget: money("Budget", { min: 0, dynamics: "budgetedcost" }),
    activityCost: money("Cost of its activities", { min: 0, dynamics: "totalcampaignactivityactualcost" }),
    otherCost: money("Other costs", { min: 0, dynamics: "othercost" }),
    cost: money("Total cost", { computed: true, dynamics: "totalactualcost" }),
    expectedRevenue: money("Expected revenue", { min: 0, dynamics: "expectedrevenue" }),
    expectedResponse: number("Expected response in percent", { min: 0, max: 100, dynamics: "expectedresponse" }),
    promotionCode: text("Promotion code", { max: 128, dynamics: "promotioncodename" }),
    message: text("Message", { max: 256, dynamics: "message" }),
    offer: prose("Offer", { dynamics: "objective" }),
    description: prose("Description", { dynamics: "description" }),
    products: refs("Products", "product"),
    literature: refs("Sales literature", "literature"),
  },
  derive: ({ activityCost, otherCost }) => ({ cost: activityCost === undefined && otherCost === undefined ? undefined : numberOf(plus(decimal(activityCost ?? 0), decimal(otherCost ?? 0))) }),
  title: "name",
  list: ["kind", "actualStart", "cost"],
  form: [
    ["General", ["name", "code", "kind", "offer", "description", "template"]],
    ["Schedule", ["proposedStart", "proposedEnd", "actualStart", "actualEnd"]],
    ["Costs and revenue", ["currency", "budget", "activityCost", "otherCost", "cost", "expectedRevenue"]],
    ["What it is about", ["products", "literature", "priceList", "promotionCode", "message", "expectedResponse"]],
  ],
  statuses: {
    active: { label: "Active", code: 0, reasons: { proposed: ["Proposed", 0], ready: ["Ready to launch", 1], launched: ["Launched", 2], completed: ["Completed", 3], canceled: ["Canceled", 4], suspended: ["Suspended", 5] } },
    inactive: { label: "Inactive", code: 1, reasons: { inactive: ["Inactive", 6] } },
  },
  editableIn: ["active"],
  buttons: { prepare: "Ready to launch", launch: "Launch", complete: "Complete", suspend: "Suspend", cancel: "Cancel", deactivate: "Deactivate", activate: "Activate" },
  verbs: {
    prepare: { from: ["active"], reason: "ready", when: row => row.reason === "proposed" },
    launch: { from: ["active"], reason: "launched", when: row => ["proposed", "ready", "suspended"].includes(row.reason ?? ""), sets: (row, _given, by) => ({ actualStart: row.actualStart ?? by.now.slice(0, 10) }) },
    complete: { from: ["active"], reason: "completed", when: row => row.reason === "launched", sets: (row, _given, by) => ({ actualEnd: row.actualEnd ?? by.now.slice(0, 10) }) },
    suspend: { from: ["active"], reason: "suspended", when: row => row.reason === "launched" },
    cancel: { from: ["active"], reason: "canceled", when: row => !["completed", "canceled"].includes(row.reason ?? "") },
    deactivate: { from: ["active"], to: "inactive" },
    activate: { from: ["inactive"], to: "active" },
  },
});
