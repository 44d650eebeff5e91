import { create } from "../change.ts";
import { choice, date, email, flag, moment, money, number, prose, ref, refs, text } from "../field.ts";
import { priced, pricingNeeds } from "../priced.ts";
import { record, type AnyRow } from "../record.ts";
import { closing } from "./closing.ts";
import { order } from "./order.ts";
import { quote } from "./quote.ts";
import { progress } from "./process.ts";
import { salesLines, sums } from "./salesPaper.ts";
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
    /** The estimate is the total of the lines. */
    fromLines: flag("Revenue from the products", { dynamics: "isrevenuesystemcalculated" }),
    probability: number("Probability", { min: 0, max: 100, dynamics: "closeprobability" }),
    rating: choice("Rating", ratings, { dynamics: "opportunityratingcode" }),
    stage: choice("Sales stage", { qualify: ["Qualify", 0], develop: ["Develop", 1], propose: ["Propose", 2], close: ["Close", 3] }, { dynamics: "salesstage" }),
    ...qualification,
    competitors: refs("Competitors", "competitor"),
    currentSituation: prose("Current situation", { dynamics: "currentsituation" }),
    customerNeed: prose("Customer need", { dynamics: "customerneed" }),
    painPoints: prose("Pain points", { dynamics: "customerpainpoints" }),
    proposedSolution: prose("Proposed solution", { dynamics: "proposedsolution" }),
    quoteComments: prose("Quote comments", { dynamics: "quotecomments" }),
    description: prose("Description", { dynamics: "description" }),
    email: email("E-mail", { dynamics: "emailaddress" }),
    phase: text("Pipeline phase", { max: 200, dynamics: "stepname" }),
    timeline: choice("Timeline", { immediate: ["Immediate", 0], thisQuarter: ["This quarter", 1], nextQuarter: ["Next quarter", 2], thisYear: ["This year", 3], unknown: ["Not known", 4] }, { dynamics: "timeline" }),
    initialContact: choice("Initial communication", { contacted: ["Contacted", 0], notContacted: ["Not contacted", 1] }, { dynamics: "initialcommunication" }),
    fits: flag("Fits our offer", { dynamics: "evaluatefit" }),
    interestConfirmed: flag("Interest confirmed", { dynamics: "confirminterest" }),
    followUpProspect: date("Follow up with the prospect", { dynamics: "schedulefollowup_prospect" }),
    followUpQualify: date("Follow up to qualify", { dynamics: "schedulefollowup_qualify" }),
    proposalMeeting: moment("Proposal meeting", { dynamics: "scheduleproposalmeeting" }),
    finalDecision: date("Final decision", { dynamics: "finaldecisiondate" }),
    contactsIdentified: flag("Stakeholders identified", { dynamics: "identifycustomercontacts" }),
    competitorsIdentified: flag("Competitors identified", { dynamics: "identifycompetitors" }),
    teamIdentified: flag("Sales team identified", { dynamics: "identifypursuitteam" }),
    pursuitDecided: flag("Go or no-go decided", { dynamics: "pursuitdecision" }),
    proposalDeveloped: flag("Proposal developed", { dynamics: "developproposal" }),
    reviewCompleted: flag("Internal review completed", { dynamics: "completeinternalreview" }),
    proposalPresented: flag("Proposal presented", { dynamics: "presentproposal" }),
    feedbackCaptured: flag("Feedback captured", { dynamics: "captureproposalfeedback" }),
    feedbackResolved: flag("Feedback resolved", { dynamics: "resolvefeedback" }),
    finalProposalReady: flag("Final proposal ready", { dynamics: "completefinalproposal" }),
    finalProposalPresented: flag("Final proposal presented", { dynamics: "presentfinalproposal" }),
    thanksSent: flag("Thank-you note sent", { dynamics: "sendthankyounote" }),
    debriefFiled: flag("Debrief filed", { dynamics: "filedebrief" }),
    ...sums,
    lines: salesLines,
    campaign: ref("Campaign", "campaign", { dynamics: "campaignid" }),
    originatingLead: ref("Originating lead", "lead", { dynamics: "originatingleadid" }),
    presentedOn: date("Presented on", { computed: true }),
    ...progress,
    actualValue: money("Actual revenue", { dynamics: "actualvalue", computed: true }),
    actualCloseDate: date("Actual close", { dynamics: "actualclosedate", computed: true }),
    lostTo: ref("Lost to", "competitor", { computed: true }),
  },
  title: "name",
  list: ["account", "estimatedValue", "closeDate"],
  form: [
    ["General", ["name", "account", "contact", "estimatedValue", "closeDate", "probability"]],
    ["Products", ["currency", "priceList", "lines", "fromLines", "discountPercent", "discount"]],
    ["Money", ["freight", "linesTotal", "lessFreight", "tax", "total", "pricingProblem"]],
    ["Progress", ["stage", "rating", "timeframe", "need", "budget", "budgetStatus"]],
    ["Competition and purchase", ["competitors", "purchaseProcess", "decisionMaker", "qualificationComments", "originatingLead"]],
    ["Story", ["currentSituation", "customerNeed", "painPoints", "proposedSolution", "description"]],
    ["Pursuit", ["contactsIdentified", "competitorsIdentified", "teamIdentified", "pursuitDecided", "fits", "interestConfirmed"]],
    ["Proposal", ["proposalDeveloped", "reviewCompleted", "proposalPresented", "feedbackCaptured", "feedbackResolved", "proposalMeeting"]],
    ["Closing", ["finalProposalReady", "finalProposalPresented", "finalDecision", "thanksSent", "debriefFiled", "quoteComments"]],
    ["Other", ["timeline", "initialContact", "phase", "campaign", "email"]],
    ["Follow-up", ["followUpProspect", "followUpQualify"]],
    ["Outcome", ["actualValue", "actualCloseDate", "lostTo"]],
  ],
  statuses: {
    open: { label: "Open", code: 0, reasons: { inProgress: ["In progress", 1], onHold: ["On hold", 2] } },
    won: { label: "Won", code: 1, reasons: { won: ["Won", 3] } },
    lost: { label: "Lost", code: 2, reasons: { canceled: ["Canceled", 4], outSold: ["Out-sold", 5] } },
  },
  editableIn: ["open"],
  anyOf: [["account", "contact"]],
  needs: pricingNeeds,
  derive: (values, read, by) => { const sum = priced(values, read, by); return { ...sum, ...values.fromLines && { estimatedValue: sum.total ?? 0 } }; },
  buttons: { win: "Close as won", lose: "Close as lost", reopen: "Reopen", quote: "Create quote", order: "Create order", hold: "Put on hold", resume: "Resume", present: "Present the proposal" },
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
    quote: { from: ["open"], then: deal => [create(quote, quoteFrom(deal as never) as never)] },
    order: { from: ["open"], when: deal => !!deal.lines?.length, then: deal => [create(order, fromDeal(deal as never))] },
    hold: { from: ["open"], reason: "onHold", when: deal => deal.reason !== "onHold" },
    resume: { from: ["open"], reason: "inProgress", when: deal => deal.reason === "onHold" },
    present: { from: ["open"], when: deal => deal.stage === "propose" && !deal.presentedOn, sets: (_deal, _given, by) => ({ presentedOn: by.now.slice(0, 10) }) },
  },
});

const closed = (deal: { id: string; name: string }, outcome: string, given: { closeDate?: string; description?: string; competitor?: string }, now: string, revenue?: number) =>
  closing([`opportunity/${deal.id}`], { kind: "opportunityClose", subject: deal.name, outcome, revenue, competitor: given.competitor, description: given.description, on: given.closeDate ?? now.slice(0, 10) });

/** What a quote takes over from the deal. */
export const quoteFrom = (deal: AnyRow): object => ({ ...fromDeal(deal) as object, process: deal.process });
/** What a quote or an order takes over from the deal. */
function fromDeal(deal: AnyRow) {
  const { name, account, contact, priceList, currency, discountPercent, discount, freight, competitors, owner, lines, id } = deal;
  return { name, account, contact, priceList, currency, discountPercent, discount, freight, competitors, owner, lines, opportunity: id } as never;
}
