import { choice, date, flag, lines, moment, money, prose, ref, text } from "../field.ts";
import { compare, decimal, minus, numberOf, plus } from "../decimal.ts";
import { priced, pricingNeeds } from "../priced.ts";
import { Problem, problem } from "../problem.ts";
import { record } from "../record.ts";
import { deliveryLine } from "./salesLine.ts";
import { paper, paperGroups } from "./salesPaper.ts";

/** What a customer owes us, for an order or without one. */
export const invoice = record("invoice", {
  label: ["Invoice", "Invoices"],
  dynamics: "invoice",
  fields: {
    number: text("Invoice number", { max: 100, computed: true, find: true, dynamics: "invoicenumber" }),
    ...paper,
    lines: lines("Products", { ...deliveryLine, tracking: text("Shipment tracking number", { max: 100, dynamics: "shippingtrackingnumber" }), delivered: date("Delivered on", { dynamics: "actualdeliveryon" }) }),
    order: ref("Order", "order", { dynamics: "salesorderid", gone: "refuse" }),
    pricesLocked: flag("Prices locked", { dynamics: "ispricelocked" }),
    priority: choice("Priority", { low: ["Low", 0], normal: ["Normal", 1], high: ["High", 2] }, { dynamics: "prioritycode" }),
    due: date("Due date", { dynamics: "duedate" }),
    delivered: date("Date delivered", { dynamics: "datedelivered" }),
    sentToBackOffice: moment("Last sent to the back office", { dynamics: "lastbackofficesubmit" }),
    paid: money("Paid so far", { computed: true }),
    paidOn: date("Last paid on", { computed: true }),
  },
  title: row => [row.number, row.name].filter(Boolean).join(" "),
  list: ["account", "total", "due"],
  form: [
    ["General", ["name", "account", "contact", "opportunity", "currency", "priceList"]],
    ["Products", ["lines"]],
    ["Payment", ["due", "paid", "paidOn", "delivered", "pricesLocked", "priority"]],
    ...paperGroups,
    ["Details", ["order", "email", "description", "number", "pricingProblem", "sentToBackOffice"]],
    ["More", ["competitors"]],
  ],
  statuses: {
    active: { label: "Active", code: 0, reasons: { new: ["New", 1], partiallyShipped: ["Partially shipped", 2], billed: ["Billed", 4], booked: ["Booked", 5], installed: ["Installed", 6] } },
    paid: { label: "Paid", code: 2, reasons: { complete: ["Complete", 100001], partial: ["Partial", 100002] } },
    canceled: { label: "Canceled", code: 3, reasons: { canceled: ["Canceled", 100003] } },
  },
  editableIn: ["active"],
  anyOf: [["account", "contact"]],
  numbered: { field: "number", prefix: "I-" },
  needs: pricingNeeds,
  derive: (values, read, by) => priced(values, read, by),
  buttons: { mark: "Set reason", pay: "Record payment", lock: "Lock prices", unlock: "Use current prices", cancel: "Cancel invoice", reactivate: "Reactivate" },
  verbs: {
    mark: { from: ["active"], asks: { reason: choice("Status reason", { new: "New", partiallyShipped: "Partially shipped", billed: "Billed", booked: "Booked", installed: "Installed" }, { required: true }) }, reason: given => given.reason },
    pay: {
      from: ["active", "paid"], to: "paid", when: row => row.status === "active" || row.reason === "partial",
      asks: { amount: money("Amount", { min: 0.01 }), date: date("Date paid"), description: prose("Description") },
      sets: (row, given, by) => ({ paid: received(row as never, given.amount), paidOn: given.date ?? by.now.slice(0, 10), pricesLocked: true }),
      reason: (_given, row) => compare(decimal(row.paid ?? 0), decimal(row.total ?? 0)) >= 0 ? "complete" : "partial",
    },
    lock: { from: ["active"], when: row => !row.pricesLocked, sets: () => ({ pricesLocked: true }) },
    unlock: { from: ["active"], when: row => !!row.pricesLocked, sets: () => ({ pricesLocked: null }) },
    cancel: { from: ["active"], to: "canceled", grave: true, asks: { description: prose("Description") }, sets: () => ({ pricesLocked: true }) },
    reactivate: { from: ["paid", "canceled"], to: "active", sets: () => ({ paid: null, paidOn: null }) },
  },
});

/** What has been paid with this payment, or all of it. */
function received({ total = 0, paid = 0 }: { total?: number; paid?: number }, amount: number | undefined): number {
  const left = minus(decimal(total), decimal(paid));
  if (amount !== undefined && compare(decimal(amount), left) > 0) throw new Problem("invalid", { fields: [problem("amount", "too-big", { max: numberOf(left) })] });
  return amount === undefined ? total : numberOf(plus(decimal(paid), decimal(amount)));
}
