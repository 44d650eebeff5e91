import { act, create, update, type Change } from "../change.ts";
import { choice, date, flag, moment, number, prose, ref, text } from "../field.ts";
import { priced, pricingNeeds } from "../priced.ts";
import { progress } from "./process.ts";
import { harmless } from "../pricingProblem.ts";
import { Problem, problem } from "../problem.ts";
import { record, type AnyRow, type Asker, type Read } from "../record.ts";
import { closing } from "./closing.ts";
import { order } from "./order.ts";
import { handOn, paper, paperGroups, paperLines, wanted } from "./salesPaper.ts";

const lostBecause = choice("Close the opportunity as", { outSold: "Out-sold", canceled: "Canceled" });

/** An offer. A draft may be changed, an active one was sent and stands; a change of mind is a new revision under the same number. */
export const quote = record("quote", {
  label: ["Quote", "Quotes"],
  dynamics: "quote",
  fields: {
    number: text("Quote number", { max: 100, computed: true, find: true, dynamics: "quotenumber" }),
    revision: number("Revision", { min: 0, computed: true, dynamics: "revisionnumber" }),
    ...paper,
    lines: paperLines,
    from: date("Effective from", { dynamics: "effectivefrom" }),
    until: date("Effective to", { dynamics: "effectiveto" }),
    expires: date("Due by", { dynamics: "expireson" }),
    ...wanted,
    campaign: ref("Campaign", "campaign", { dynamics: "campaignid" }),
    ...progress,
    closed: moment("Closed on", { computed: true, dynamics: "closedon" }),
    /** The revision that this one takes the place of. */
    revises: ref("Revision of", "quote", { computed: true }),
  },
  title: row => [row.number, row.name].filter(Boolean).join(" "),
  list: ["account", "total", "expires"],
  form: [
    ["General", ["name", "account", "contact", "opportunity", "currency", "priceList"]],
    ["Products", ["lines"]],
    ["Dates", ["from", "until", "expires", "deliverBy"]],
    ...paperGroups,
    ["Details", ["email", "competitors", "campaign", "description", "number", "revision"]],
  ],
  statuses: {
    draft: { label: "Draft", code: 0, reasons: { inProgress: ["In progress", 1] } },
    active: { label: "Active", code: 1, reasons: { inProgress: ["In progress", 2], open: ["Open", 3] } },
    won: { label: "Won", code: 2, reasons: { won: ["Won", 4] } },
    closed: { label: "Closed", code: 3, reasons: { lost: ["Lost", 5], canceled: ["Canceled", 6], revised: ["Revised", 7] } },
  },
  editableIn: ["draft"],
  anyOf: [["account", "contact"]],
  numbered: { field: "number", prefix: "Q-" },
  needs: pricingNeeds,
  derive: (values, read, by) => ({ ...priced(values, read, by), revision: values.revision ?? 0 }),
  buttons: { activate: "Activate", getProducts: "Get products", sent: "Mark as sent", order: "Create order", win: "Win", revise: "Revise", close: "Close", discard: "Discard" },
  verbs: {
    getProducts: {
      from: ["draft"], when: row => !!row.opportunity, reads: ({ opportunity }) => ({ deal: { ref: "opportunity", id: opportunity } }),
      then: (row, _given, _by, { deal: [deal] = [] as AnyRow[] }) => [update("quote", row.id, { lines: [...row.lines ?? [], ...(deal?.lines as typeof row.lines ?? []).map(line => ({ ...line, position: undefined }))], priceList: row.priceList ?? deal?.priceList, currency: row.currency ?? deal?.currency })],
    },
    activate: { from: ["draft"], to: "active", then: row => ready(row as never) },
    sent: { from: ["active"], reason: "open", when: row => row.reason === "inProgress" },
    win: {
      from: ["active"], to: "won",
      asks: { date: date("Date won"), description: prose("Description"), closeOpportunity: flag("Close the opportunity as won") },
      sets: (_row, _given, by) => ({ closed: by.now }), reads: withDeal,
      then: (row, given, by, read) => [closed(row as never, "won", given, by), ...dealWon(row as never, given, by, read)],
    },
    order: {
      from: ["active"], to: "won",
      asks: { date: date("Date won"), description: prose("Description"), closeOpportunity: flag("Close the opportunity as won"), evidence: ref("E-mail that accepts it", "activity") },
      sets: (_row, _given, by) => ({ closed: by.now }), reads: withDeal,
      then: (row, given, by, read) => [
        create(order, { ...handOn(row), ...row.deliverBy && { deliverBy: row.deliverBy }, lines: (row.lines ?? []).map(line => ({ ...line, copied: true })), quote: row.id, evidence: given.evidence, pricesLocked: true } as never),
        closed(row as never, "won", given, by), ...dealWon(row as never, given, by, read),
      ],
    },
    revise: { from: ["active"], to: "closed", reason: "revised", sets: (_row, _given, by) => ({ closed: by.now }), then: (row, _given, by) => [revision(row as never), closed(row as never, "revised", {}, by)] },
    close: {
      from: ["active"], to: "closed",
      asks: {
        reason: choice("Status reason", { lost: "Lost", canceled: "Canceled", revised: "Revised" }, { required: true }), date: date("Close date"), description: prose("Description"),
        createRevision: flag("Create a revised quote"), closeOpportunity: lostBecause,
      },
      reason: given => given.reason,
      sets: (_row, _given, by) => ({ closed: by.now }), reads: withDeal,
      then: (row, given, by, read) => [...given.createRevision ? [revision(row as never)] : [], closed(row as never, given.reason, given, by), ...given.closeOpportunity ? dealLost(row as never, given, read) : []],
    },
    discard: { from: ["draft"], to: "closed", reason: "canceled", sets: (_row, _given, by) => ({ closed: by.now }) },
  },
});

/** Nothing is sent out that is empty or has no sound price. */
function ready(row: AnyRow): Change[] {
  const lines = (row.lines ?? []) as { problem?: string }[], n = lines.findIndex(line => !harmless(line.problem));
  if (!lines.length) throw new Problem("invalid", { fields: [problem("lines", "no-lines")] });
  if (n >= 0 || !harmless(row.pricingProblem)) throw new Problem("invalid", { fields: [problem(n >= 0 ? `lines.${n}.price` : "lines", "not-priced", { problem: lines[n]?.problem ?? row.pricingProblem })] });
  return [];
}

/** The next draft: the same offer under the same number, to be changed. */
const revision = (row: AnyRow) => create({ name: "quote" } as never, { ...handOn(row), lines: row.lines, number: row.number, revision: (row.revision as number) + 1, revises: row.id, from: row.from, until: row.until, expires: row.expires, deliverBy: row.deliverBy } as never);

const closed = (row: AnyRow, outcome: string, given: { date?: string; description?: string }, by: Asker) => closing([`quote/${row.id}`, ...row.opportunity ? [`opportunity/${row.opportunity}`] : []],
  { kind: "quoteClose", subject: `${row.number} ${row.name}`.slice(0, 400), outcome, on: given.date ?? by.now.slice(0, 10), description: given.description, revenue: outcome === "won" ? row.total : 0, number: row.number, revision: row.revision, owner: row.owner });

function withDeal(row: { opportunity?: string }): Record<string, Read> {
  return row.opportunity ? { deal: { ref: "opportunity", id: row.opportunity }, others: { type: "quote", where: { opportunity: row.opportunity.toLowerCase(), status: ["draft", "active"] } } } : {};
}
type Around = Record<string, AnyRow[]>;
const dealWon = (row: AnyRow, given: { date?: string; closeOpportunity?: boolean; description?: string }, by: Asker, { deal: [deal] = [] as AnyRow[] }: Around): Change[] =>
  given.closeOpportunity && deal?.status === "open" ? [act("opportunity", deal.id, "win", { actualValue: row.total, closeDate: given.date ?? by.now.slice(0, 10), ...given.description && { description: given.description } })] : [];
function dealLost(row: AnyRow, given: { date?: string; description?: string; closeOpportunity?: string; createRevision?: boolean }, { deal: [deal] = [] as AnyRow[], others = [] }: Around): Change[] {
  if (given.createRevision || others.some(one => one.id !== row.id)) throw new Problem("invalid", { fields: [problem("closeOpportunity", "last-quote")] });
  return deal?.status === "open" ? [act("opportunity", deal.id, "lose", { reason: given.closeOpportunity, ...given.date && { closeDate: given.date }, ...given.description && { description: given.description } })] : [];
}
