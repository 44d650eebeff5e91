import { create } from "../change.ts";
import { choice, date, flag, lines, moment, number, prose, ref, text } from "../field.ts";
import { priced, pricingNeeds } from "../priced.ts";
import { Problem, problem } from "../problem.ts";
import { record } from "../record.ts";
import { closing } from "./closing.ts";
import { invoice } from "./invoice.ts";
import { deliveryLines, handOn, paper, paperGroups, wanted } from "./salesPaper.ts";

interface Delivered { position?: number; quantity: number; shipped?: number; canceled?: number }

/** What a customer has ordered, from a quote or without one. */
export const order = record("order", {
  label: ["Order", "Orders"],
  dynamics: "salesorder",
  fields: {
    number: text("Order number", { max: 100, computed: true, find: true, dynamics: "ordernumber" }),
    ...paper,
    lines: deliveryLines,
    quote: ref("Quote", "quote", { dynamics: "quoteid", gone: "refuse" }),
    /** The mail by which the customer accepted. */
    evidence: ref("E-mail that accepts it", "activity"),
    pricesLocked: flag("Prices locked", { dynamics: "ispricelocked" }),
    priority: choice("Priority", { low: ["Low", 0], normal: ["Normal", 1], high: ["High", 2] }, { dynamics: "prioritycode" }),
    ...wanted,
    submitted: date("Submitted on", { dynamics: "submitdate" }),
    submitNote: prose("Submission", { dynamics: "submitstatusdescription" }),
    submitStatus: number("Submission status", { dynamics: "submitstatus" }),
    sentToBackOffice: moment("Last sent to the back office", { dynamics: "lastbackofficesubmit" }),
    fulfilled: date("Fulfilled on", { computed: true, dynamics: "datefulfilled" }),
    campaign: ref("Campaign", "campaign", { dynamics: "campaignid" }),
  },
  title: row => [row.number, row.name].filter(Boolean).join(" "),
  list: ["account", "total", "deliverBy"],
  form: [
    ["General", ["name", "account", "contact", "opportunity", "currency", "priceList"]],
    ["Products", ["lines"]],
    ["Delivery", ["deliverBy", "submitted", "fulfilled", "priority", "pricesLocked", "submitNote"]],
    ...paperGroups,
    ["Details", ["quote", "evidence", "email", "campaign", "description", "pricingProblem"]],
    ["More", ["number", "competitors", "sentToBackOffice", "submitStatus"]],
  ],
  statuses: {
    active: { label: "Active", code: 0, reasons: { new: ["New", 1], pending: ["Pending", 2] } },
    submitted: { label: "Submitted", code: 1, reasons: { inProgress: ["In progress", 3] } },
    canceled: { label: "Canceled", code: 2, reasons: { noMoney: ["No money", 4] } },
    fulfilled: { label: "Fulfilled", code: 3, reasons: { complete: ["Complete", 100001], partial: ["Partial", 100002] } },
    invoiced: { label: "Invoiced", code: 4, reasons: { invoiced: ["Invoiced", 100003] } },
  },
  editableIn: ["active"],
  anyOf: [["account", "contact"]],
  numbered: { field: "number", prefix: "O-" },
  needs: pricingNeeds,
  derive: (values, read, by) => priced(values, read, by),
  buttons: { submit: "Submit", hold: "Mark as pending", fulfil: "Fulfil", invoice: "Create invoice", lock: "Lock prices", unlock: "Use current prices", cancel: "Cancel order" },
  verbs: {
    submit: { from: ["active"], to: "submitted", sets: (row, _given, by) => ({ submitted: row.submitted ?? by.now.slice(0, 10) }) },
    hold: { from: ["active"], reason: "pending", when: row => row.reason === "new" },
    fulfil: {
      from: ["active", "submitted", "fulfilled"], to: "fulfilled", when: row => row.reason !== "complete",
      asks: { date: date("Date fulfilled"), description: prose("Description"), shipped: lines("Shipped now", { position: number("Line", { required: true, min: 1 }), quantity: number("Quantity", { required: true, min: 0, decimals: 5 }) }) },
      sets: (row, given, by) => ({ lines: shipped(row.lines ?? [], given.shipped), fulfilled: given.date ?? by.now.slice(0, 10), pricesLocked: true }),
      reason: (_given, row) => (row.lines ?? []).every(line => (line.shipped ?? 0) >= line.quantity) ? "complete" : "partial",
      then: (row, given, by) => [closed(row as never, "fulfilled", given.date ?? by.now.slice(0, 10), given.description)],
    },
    invoice: {
      from: ["active", "submitted", "fulfilled"], to: "invoiced", asks: { due: date("Due date") }, sets: () => ({ pricesLocked: true }),
      then: (row, given) => [create(invoice, { ...handOn(row), lines: (row.lines ?? []).map(line => ({ ...line, copied: true })), order: row.id, due: given.due, pricesLocked: true } as never)],
    },
    lock: { from: ["active"], when: row => !row.pricesLocked, sets: () => ({ pricesLocked: true }) },
    unlock: { from: ["active"], when: row => !!row.pricesLocked, sets: () => ({ pricesLocked: null }) },
    cancel: {
      from: ["active", "submitted"], to: "canceled", grave: true, asks: { date: date("Date canceled"), description: prose("Description") },
      sets: row => ({ pricesLocked: true, lines: row.lines?.map(line => ({ ...line, canceled: line.quantity - (line.shipped ?? 0), backordered: undefined })) }),
      then: (row, given, by) => [closed(row as never, "canceled", given.date ?? by.now.slice(0, 10), given.description)],
    },
  },
});

const closed = (row: { id: string; number?: string; name: string; total?: number; owner?: string }, outcome: string, on: string, description?: string) =>
  closing([`order/${row.id}`], { kind: "orderClose", subject: `${row.number} ${row.name}`.slice(0, 400), outcome, on, description, revenue: row.total, number: row.number, owner: row.owner });

/** The lines after a delivery: of these quantities, or of all that is still missing. */
function shipped<L extends Delivered>(rows: readonly L[], now: readonly { position: number; quantity: number }[] | undefined): L[] {
  const unknown = now?.findIndex(one => !rows.some(line => line.position === one.position)) ?? -1;
  if (unknown >= 0) throw new Problem("invalid", { fields: [problem(`shipped.${unknown}.position`, "no-such-record")] });
  return rows.map(line => {
    const before = line.shipped ?? 0, more = now ? exact(now.filter(one => one.position === line.position).reduce((sum, one) => sum + one.quantity, 0)) : exact(line.quantity - before), after = exact(before + more);
    if (after > line.quantity) throw new Problem("invalid", { fields: [problem(`shipped.${now?.findIndex(one => one.position === line.position) ?? 0}.quantity`, "more-than-ordered")] });
    return { ...line, shipped: after, backordered: exact(line.quantity - after) || undefined };
  });
}
const exact = (quantity: number) => Number(quantity.toFixed(5));
