import { choice, date, money, number, prose, ref, refs, text } from "../field.ts";
import { create } from "../change.ts";
import { record } from "../record.ts";
import { activity } from "./activity.ts";
import { progress } from "./process.ts";
import { qualification, ratings } from "./shared.ts";

/** A deal that may be won. */
export const opportunity = record("opportunity", {
  label: ["Opportunity", "Opportunities"],
  dynamics: "opportunity",
  fields: {
    name: text("Topic", { required: true, max: 300, dynamics: "name" }),
    account: ref("Account", "account", { dynamics: "parentaccountid", gone: "refuse" }),
    contact: ref("Contact", "contact", { dynamics: "parentcontactid", gone: "refuse" }),
    estimatedValue: money("Estimated revenue", { min: 0, dynamics: "estimatedvalue" }),
    probability: number("Probability", { min: 0, max: 100, dynamics: "closeprobability" }),
    rating: choice("Rating", ratings, { dynamics: "opportunityratingcode" }),
    stage: choice("Sales stage", { qualify: ["Qualify", 0], develop: ["Develop", 1], propose: ["Propose", 2], close: ["Close", 3] }, { dynamics: "salesstage" }),
    ...qualification,
    competitors: refs("Competitors", "competitor"),
    currentSituation: prose("Current situation", { dynamics: "currentsituation" }),
    customerNeed: prose("Customer need", { dynamics: "customerneed" }),
    painPoints: prose("Pain points", { dynamics: "customerpainpoints" }),
    proposedSolution: prose("Proposed solution", { dynamics: "proposedsolution" }),
    description: prose("Description", { dynamics: "description" }),
    originatingLead: ref("Originating lead", "lead", { dynamics: "originatingleadid" }),
    ...progress,
    actualValue: money("Actual revenue", { dynamics: "actualvalue", computed: true }),
    actualCloseDate: date("Actual close", { dynamics: "actualclosedate", computed: true }),
    lostTo: ref("Lost to", "competitor", { computed: true }),
  },
  title: "name",
  list: ["account", "estimatedValue", "closeDate"],
  form: [
    ["General", ["name", "account", "contact", "estimatedValue", "closeDate", "probability"]],
    ["Progress", ["stage", "rating", "timeframe", "need", "budget", "budgetStatus"]],
    ["Competition and purchase", ["competitors", "purchaseProcess", "decisionMaker", "qualificationComments", "originatingLead"]],
    ["Story", ["currentSituation", "customerNeed", "painPoints", "proposedSolution", "description"]],
    ["Outcome", ["actualValue", "actualCloseDate", "lostTo"]],
  ],
  statuses: {
    open: { label: "Open", code: 0, reasons: { inProgress: ["In progress", 1], onHold: ["On hold", 2] } },
    won: { label: "Won", code: 1, reasons: { won: ["Won", 3] } },
    lost: { label: "Lost", code: 2, reasons: { canceled: ["Canceled", 4], outSold: ["Out-sold", 5] } },
  },
  editableIn: ["open"],
  anyOf: [["account", "contact"]],
  buttons: { win: "Close as won", lose: "Close as lost", reopen: "Reopen", hold: "Put on hold", resume: "Resume" },
  verbs: {
    win: {
      from: ["open"], to: "won",
      asks: { actualValue: money("Actual revenue", { min: 0 }), closeDate: date("Close date"), description: prose("Description") },
      sets: (deal, given, by) => ({ actualValue: given.actualValue ?? deal.estimatedValue, actualCloseDate: given.closeDate ?? by.now.slice(0, 10) }),
      then: (deal, given, by) => [closed(deal, "won", given, by.now, given.actualValue ?? deal.estimatedValue)],
    },
    lose: {
      from: ["open"], to: "lost",
      asks: {
        reason: choice("Status reason", { outSold: "Out-sold", canceled: "Canceled" }, { required: true }),
        competitor: ref("Competitor", "competitor"), closeDate: date("Close date"), description: prose("Description"),
      },
      reason: given => given.reason,
      sets: (deal, given, by) => ({ actualValue: 0, actualCloseDate: given.closeDate ?? by.now.slice(0, 10), lostTo: given.competitor ?? null, ...given.competitor && { competitors: [...new Set([...deal.competitors ?? [], given.competitor])] } }),
      then: (deal, given, by) => [closed(deal, given.reason, given, by.now, 0)],
    },
    reopen: {
      from: ["won", "lost"], to: "open",
      sets: () => ({ actualValue: null, actualCloseDate: null, lostTo: null }),
    },
    hold: { from: ["open"], reason: "onHold", when: deal => deal.reason !== "onHold" },
    resume: { from: ["open"], reason: "inProgress", when: deal => deal.reason === "onHold" },
  },
});

/** The close activity: each closing stays in the history, also after the deal was reopened. */
function closed(deal: { id: string; name: string }, outcome: string, given: { closeDate?: string; description?: string; competitor?: string }, now: string, revenue?: number) {
  return create(activity, {
    kind: "opportunityClose", subject: deal.name, regarding: [`opportunity/${deal.id}`], outcome, actualValue: revenue,
    competitor: given.competitor, description: given.description, due: given.closeDate ?? now.slice(0, 10),
  });
}
