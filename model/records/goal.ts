import { decimal, numberOf, over, round, plus, times, type Decimal } from "../decimal.ts";
import { choice, date, flag, moment, money, number, prose, ref, text } from "../field.ts";
import { problem } from "../problem.ts";
import { ratesOf, worth } from "../worth.ts";
import { record, type AnyRow, type Read } from "../record.ts";

const periods = {
  quarter1: ["Quarter 1", 1], quarter2: ["Quarter 2", 2], quarter3: ["Quarter 3", 3], quarter4: ["Quarter 4", 4], january: ["January", 101], february: ["February", 102], march: ["March", 103], april: ["April", 104], may: ["May", 105], june: ["June", 106],
  july: ["July", 107], august: ["August", 108], september: ["September", 109], october: ["October", 110], november: ["November", 111], december: ["December", 112], semester1: ["Semester 1", 201], semester2: ["Semester 2", 202], annual: ["Annual", 301],
  p1: ["P1", 401], p2: ["P2", 402], p3: ["P3", 403], p4: ["P4", 404], p5: ["P5", 405], p6: ["P6", 406], p7: ["P7", 407], p8: ["P8", 408], p9: ["P9", 409], p10: ["P10", 410], p11: ["P11", 411], p12: ["P12", 412], p13: ["P13", 413],
} as const;

/** What shall be reached by when, and how far it is. */
export const goal = record("goal", {
  label: ["Goal", "Goals"],
  dynamics: "goal",
  fields: {
    title: text("Title", { required: true, max: 100, dynamics: "title", find: true }),
    metric: ref("Goal metric", "metric", { required: true, gone: "refuse", dynamics: "metricid" }),
    goalOwner: ref("Goal owner", ["user", "team"], { required: true, gone: "refuse", dynamics: "goalownerid" }),
    parent: ref("Parent goal", "goal", { dynamics: "parentgoalid" }),
    onlyChildren: flag("Roll up only from child goals", { dynamics: "rolluponlyfromchildgoals" }),
    ownersOnly: flag("Count only the goal owner's records", { dynamics: "consideronlygoalownersrecords" }),
    isFiscal: flag("Fiscal period", { dynamics: "isfiscalperiodgoal" }),
    fiscalPeriod: choice("Period", periods, { dynamics: "fiscalperiod" }),
    fiscalYear: number("Fiscal year", { min: 1970, max: 2200, dynamics: "fiscalyear" }),
    from: date("From day", { required: true, dynamics: "goalstartdate" }),
    to: date("To day", { required: true, dynamics: "goalenddate" }),
    currency: ref("Currency", "currency", { gone: "refuse", dynamics: "transactioncurrencyid" }),
    target: money("Target", { required: true, min: 0, dynamics: "targetmoney" }),
    stretch: money("Stretch target", { min: 0, dynamics: "stretchtargetmoney" }),
    actual: money("Actual", { computed: true, dynamics: "actualmoney" }),
    inProgress: money("In progress", { computed: true, dynamics: "inprogressmoney" }),
    percent: number("Percentage achieved", { decimals: 2, computed: true, dynamics: "percentage" }),
    targetToday: money("Target as of today", { computed: true, dynamics: "computedtargetasoftodaymoney" }),
    percentToday: number("Target as of today in percent", { decimals: 2, computed: true, dynamics: "computedtargetasoftodaypercentageachieved" }),
    rolledUp: moment("Last rolled up", { computed: true, dynamics: "lastrolledupdate" }),
    description: prose("Description"),
  },
  proves: ({ from, to }) => from > to ? [problem("to", "too-small", { min: from })] : [],
  title: "title",
  list: ["goalOwner", "target", "percent"],
  form: [
    ["General", ["title", "metric", "goalOwner", "target", "stretch", "currency"]],
    ["Period", ["from", "to", "isFiscal", "fiscalPeriod", "fiscalYear"]],
    ["Roll-up", ["parent", "onlyChildren", "ownersOnly", "description"]],
    ["Progress", ["actual", "inProgress", "percent", "targetToday", "percentToday", "rolledUp"]],
  ],
  statuses: { active: { label: "Active", code: 0, reasons: { open: ["Open", 0] } }, inactive: { label: "Inactive", code: 1, reasons: { closed: ["Closed", 1], discarded: ["Discarded", 2] } } },
  editableIn: ["active"],
  buttons: { rollUp: "Recalculate", close: "Close goal", discard: "Discard", reopen: "Reopen" },
  verbs: {
    rollUp: { from: ["active"], reads: (row, _given, read) => countedBy(row as never, read), then: (row, _given, by, read) => [{ do: "update", type: "goal", id: row.id, values: progress(row as never, read, by.now) }] },
    close: { from: ["active"], to: "inactive", reason: "closed" },
    discard: { from: ["active"], to: "inactive", reason: "discarded" },
    reopen: { from: ["inactive"], to: "active" },
  },
});

type Around = Record<string, AnyRow[]>;
/** For each way of counting: the type, the day that decides, what is added (else each is one), the statuses that count, and those that may come to. */
const counting: Record<string, { type: string; day: string; open?: string; of?: string; done: string[]; coming: string[]; openOf?: string }> = {
  wonRevenue: { type: "opportunity", day: "actualCloseDate", open: "closeDate", of: "actualValue", openOf: "estimatedValue", done: ["won"], coming: ["open"] },
  wonDeals: { type: "opportunity", day: "actualCloseDate", open: "closeDate", done: ["won"], coming: ["open"] },
  orderedRevenue: { type: "order", day: "createdAt", of: "total", done: ["submitted", "fulfilled", "invoiced"], coming: ["active"] },
  paidRevenue: { type: "invoice", day: "paidOn", open: "due", of: "paid", openOf: "total", done: ["paid"], coming: ["active"] },
  qualifiedLeads: { type: "lead", day: "updatedAt", done: ["qualified"], coming: ["open"] },
  completedActivities: { type: "activity", day: "happened", open: "due", done: ["completed"], coming: ["open", "scheduled"] },
};

function countedBy(goal: AnyRow, { metric, members, children }: Around): Record<string, Read> {
  const [kind, id] = ((goal.goalOwner as string | undefined) ?? "user/").split("/") as [string, string];
  const first: Record<string, Read> = { currencies: { type: "currency", where: {} }, metric: { ref: "metric", id: goal.metric }, children: { type: "goal", where: { parent: goal.id.toLowerCase() } }, ...kind === "team" && { members: { type: "user", where: { team: id.toLowerCase() } } } };
  const what = counting[metric?.[0]?.counts as string];
  if (!what || goal.onlyChildren || !children || kind === "team" && !members) return first;
  const owners = kind === "team" ? members!.map(member => member.id.toLowerCase()) : [id.toLowerCase()];
  const mine = goal.ownersOnly === false ? {} : { owner: owners };
  return { ...first, done: { type: what.type, where: { ...mine, status: what.done, [what.day]: within(what.day, goal) } }, coming: { type: what.type, where: { ...mine, status: what.coming, [what.open ?? what.day]: within(what.open ?? what.day, goal) } } };
}
const within = (field: string, { from, to }: AnyRow) => ["createdAt", "updatedAt", "happened"].includes(field) ? { from, to: `${to}T23:59:59.999Z` } : { from, to };

/** Actual and in progress are sums in the goal's currency; the target as of today grows with the days of the period. */
function progress(goal: AnyRow, { metric, done = [], coming = [], children = [], currencies = [] }: Around, now: string) {
  const rates = ratesOf(currencies as never), own = decimal(rates.get(String(goal.currency)) ?? 1);
  const what = counting[metric?.[0]?.counts as string] ?? { of: undefined, openOf: undefined };
  const sum = (rows: AnyRow[], of: string | undefined) => of ? round(times(rows.reduce((all, row) => plus(all, worth(row[of], row, rates)), decimal(0)), own), 2) : decimal(rows.length);
  const [actual, open] = goal.onlyChildren ? [sum(children, "actual"), sum(children, "inProgress")] : [sum(done, what.of), sum(coming, what.openOf ?? what.of)];
  const days = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1, day = now.slice(0, 10);
  const gone = Math.max(0, Math.min(days(goal.from, day), days(goal.from, goal.to))), share = over(decimal(gone), decimal(Math.max(1, days(goal.from, goal.to))), 10), target = decimal(goal.target as number);
  const percent = (part: Decimal, whole: Decimal) => whole.digits === 0n ? 0 : numberOf(over(times(part, decimal(100)), whole, 2));
  return { actual: numberOf(actual), inProgress: numberOf(open), percent: percent(actual, target), targetToday: numberOf(round(times(target, share), 2)), percentToday: numberOf(round(times(share, decimal(100)), 2)), rolledUp: now };
}
