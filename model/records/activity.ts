import { choice, date, flag, lines, moment, money, number, phone, prose, ref, refs, text, email } from "../field.ts";
import { update, type Change } from "../change.ts";
import { record, splitPath, type AnyRow, type Read } from "../record.ts";
import { bornAs, doneAs, kinds, reasonCodes } from "./activityKinds.ts";
import { files } from "./files.ts";

/** Everything that an activity, a note or a connection may be about. */
export const subjects = ["lead", "contact", "account", "opportunity", "competitor", "quote", "order", "invoice"] as const;

/** What was done with a customer, or shall be: tasks, calls, meetings, mails, letters, and the closing of deals. */
export const activity = record("activity", {
  label: ["Activity", "Activities"],
  dynamics: "activitypointer",
  fields: {
    kind: choice("Kind", kinds, { required: true, dynamics: "activitytypecode" }),
    subject: text("Subject", { required: true, max: 400, dynamics: "subject" }),
    regarding: refs("Regarding", subjects, { dynamics: "regardingobjectid", gone: "remove" }),
    description: prose("Description", { max: 100_000, dynamics: "description" }),
    due: date("Due date", { dynamics: "scheduledend", find: true }),
    start: moment("Start", { dynamics: "scheduledstart", find: true }),
    end: moment("End"),
    began: moment("Began", { dynamics: "actualstart" }),
    plannedMinutes: number("Planned minutes", { min: 0, max: 100_000, dynamics: "scheduleddurationminutes" }),
    /** When it happened: a mail's sending, a call's end. */
    happened: moment("Happened", { dynamics: "actualend", find: true }),
    minutes: number("Duration in minutes", { min: 0, max: 100_000, dynamics: "actualdurationminutes" }),
    priority: choice("Priority", { low: ["Low", 0], normal: ["Normal", 1], high: ["High", 2] }, { dynamics: "prioritycode" }),
    percent: number("Percent complete", { min: 0, max: 100, dynamics: "percentcomplete" }),
    direction: choice("Direction", { outgoing: ["Outgoing", 1], incoming: ["Incoming", 0] }, { dynamics: "directioncode" }),
    phone: phone("Phone number", { dynamics: "phonenumber" }),
    leftVoicemail: flag("Left voice mail", { dynamics: "leftvoicemail" }),
    category: text("Category", { max: 250, dynamics: "category" }),
    subcategory: text("Subcategory", { max: 250, dynamics: "subcategory" }),
    billed: flag("Billed", { dynamics: "isbilled" }),
    /** The step of the sales process that is done when this task is. */
    step: text("Step of the process", { max: 40, computed: true }),
    byAutomation: flag("Made by an automation", { computed: true, dynamics: "isworkflowcreated" }),
    /** Of a letter: where to. */
    address: text("Address", { max: 200, dynamics: "address" }),
    faxNumber: phone("Fax number", { dynamics: "faxnumber" }),
    pages: number("Pages", { min: 0, dynamics: "numberofpages" }),
    coverPage: text("Cover page", { max: 100, dynamics: "coverpagename" }),
    billingCode: text("Billing code", { max: 50, dynamics: "billingcode" }),
    station: text("Transmitting station", { max: 20, dynamics: "tsid" }),
    inReplyTo: text("In reply to", { max: 1000, dynamics: "inreplyto" }),
    conversationIndex: text("Conversation index", { max: 2048, dynamics: "conversationindex" }),
    trackingToken: text("Tracking token", { max: 50, dynamics: "trackingtoken" }),
    correlation: choice("Found by", { none: ["Nothing", 0], skipped: ["Skipped", 1], header: ["Header", 2], reply: ["Reply", 3], token: ["Tracking token", 4], index: ["Conversation index", 5], matching: ["Matching", 6], custom: ["Otherwise", 7] }, { dynamics: "correlationmethod" }),
    attachmentCount: number("Number of files", { min: 0, dynamics: "attachmentcount" }),
    template: ref("Template", "template", { dynamics: "templateid" }),
    opened: number("Times opened", { min: 0, dynamics: "opencount" }),
    clicked: number("Links clicked", { min: 0, dynamics: "linksclickedcount" }),
    replies: number("Replies", { min: 0, dynamics: "replycount" }),
    globalId: text("Meeting id", { max: 300, dynamics: "globalobjectid", find: true }),
    location: text("Location", { max: 255, dynamics: "location" }),
    allDay: flag("All day", { dynamics: "isalldayevent" }),
    parties: lines("People", {
      role: choice("Role", {
        from: ["From", 1], to: ["To", 2], cc: ["Cc", 3], bcc: ["Bcc", 4], required: ["Required", 5], optional: ["Optional", 6], organizer: ["Organizer", 7], regarding: ["Regarding", 8], owner: ["Owner", 9], resource: ["Resource", 10], customer: ["Customer", 11],
      }, { required: true, dynamics: "participationtypemask" }),
      name: text("Name"), address: email("E-mail", { dynamics: "addressused" }), record: ref("Record", ["lead", "contact", "account", "user"], { dynamics: "partyid" }),
    }),
    messageId: text("Message id", { max: 1000, dynamics: "messageid", find: true }),
    conversationId: text("Conversation id", { max: 1000, find: true }),
    files,
    /** Who tied the mail to which record, and when. */
    logs: lines("Logged", { on: ref("Record", subjects), by: ref("User", "user"), at: moment("Time"), behalf: text("On behalf of", { max: 200 }) }, { computed: true }),
    outcome: text("Outcome", { max: 100 }),
    actualValue: money("Actual revenue", { dynamics: "actualrevenue" }),
    competitor: ref("Competitor", "competitor", { dynamics: "competitorid" }),
    /** Of the quote or order that was closed. */
    paperNumber: text("Number", { max: 100, dynamics: "quotenumber" }),
    revision: number("Revision", { min: 0, dynamics: "revision" }),
  },
  title: "subject",
  beside: ["regarding"],
  list: ["kind", "due"],
  form: [
    ["General", ["kind", "subject", "regarding", "due", "priority", "description"]],
    ["When and where", ["start", "end", "minutes", "location", "allDay", "percent"]],
    ["Call", ["phone", "direction", "leftVoicemail"]],
    ["People", ["parties"]],
    ["Outcome", ["outcome", "actualValue", "competitor", "paperNumber", "revision"]],
    ["Letter and fax", ["address", "faxNumber", "pages", "coverPage", "billingCode", "station"]],
    ["More", ["category", "subcategory", "billed", "plannedMinutes", "began", "template"]],
  ],
  statuses: {
    open: { label: "Open", code: 0, reasons: {
      open: "Open", notStarted: ["Not started", 2], inProgress: ["In progress", 3], waiting: ["Waiting for someone else", 4], deferred: ["Deferred", 7], free: ["Free", 1], tentative: ["Tentative", 2], draft: "Draft", failed: ["Failed", 8],
    } },
    completed: { label: "Completed", code: 1, reasons: { completed: ["Completed", 5], made: ["Made", 2], received: ["Received", 4], sent: ["Sent", 3], pendingSend: ["Waiting to be sent", 6], sending: ["Sending", 7] } },
    canceled: { label: "Canceled", code: 2, reasons: { canceled: ["Canceled", 6] } },
    scheduled: { label: "Scheduled", code: 3, reasons: { busy: ["Busy", 5], outOfOffice: ["Out of office", 6] } },
  },
  reasonCodes: ({ kind }) => reasonCodes[kind as keyof typeof reasonCodes],
  editableIn: ["open", "scheduled"],
  born: bornAs,
  buttons: { complete: "Complete", cancel: "Cancel", reopen: "Reopen", progress: "Set progress", schedule: "Show me as" },
  verbs: {
    complete: {
      from: ["open", "scheduled"], to: "completed",
      asks: { outcome: text("Outcome", { max: 100 }), minutes: number("Duration in minutes", { min: 0, max: 100_000 }) },
      sets: (row, given, by) => ({ happened: by.now, ...row.kind === "task" && { percent: 100 }, ...given }),
      reason: (_given, row) => doneAs(row), reads: whoseStep, then: (row, _given, _by, read) => ticked(row, read, true),
    },
    cancel: { from: ["open", "scheduled"], to: "canceled" },
    reopen: { from: ["completed", "canceled"], to: "open", when: row => !row.kind.endsWith("Close") && row.kind !== "email", sets: () => ({ happened: null, percent: null }), reason: (_given, row) => row.kind === "task" ? "notStarted" : row.kind === "appointment" ? "free" : "open", reads: whoseStep, then: (row, _given, _by, read) => ticked(row, read, false) },
    progress: {
      from: ["open"], when: row => row.kind === "task", asks: { reason: choice("Status reason", { notStarted: "Not started", inProgress: "In progress", waiting: "Waiting for someone else", deferred: "Deferred" }, { required: true }), percent: number("Percent complete", { min: 0, max: 100 }) },
      sets: (row, given) => ({ percent: given.percent ?? row.percent }), reason: given => given.reason,
    },
    schedule: { from: ["open", "scheduled"], to: "scheduled", when: row => row.kind === "appointment", asks: { reason: choice("Status reason", { busy: "Busy", outOfOffice: "Out of office" }, { required: true }) }, reason: given => given.reason },
  },
});

interface Stepped { step?: string; regarding?: string[] }
/** The records that a step of the process belongs to. */
function whoseStep({ step, regarding = [] }: Stepped): Record<string, Read> {
  return step ? Object.fromEntries(regarding.map(path => { const [ref, id] = splitPath(path); return [path, { ref, id }]; })) : {};
}
/** A step is ticked off with its task, and open again with it, as long as the record is. */
function ticked({ step }: Stepped, read: Record<string, AnyRow[]>, on: boolean): Change[] {
  return Object.entries(read).flatMap(([path, [row]]) => {
    const done = (row?.stepsDone ?? []) as string[];
    if (!step || !row?.process || !["open", "draft", "active"].includes(row.status) || done.includes(step) === on) return [];
    return [update(...splitPath(path), { stepsDone: on ? [...done, step] : done.filter(one => one !== step) })];
  });
}
