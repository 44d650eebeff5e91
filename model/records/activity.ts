import { choice, date, flag, lines, moment, money, number, phone, prose, ref, refs, text, email } from "../field.ts";
import { record } from "../record.ts";
import { files } from "./files.ts";

/** Everything that an activity, a note or a connection may be about. */
export const subjects = ["lead", "contact", "account", "opportunity", "competitor", "quote", "order", "invoice"] as const;

/** What was done with a customer, or shall be: tasks, calls, meetings, mails, letters, and the closing of deals. */
export const activity = record("activity", {
  label: ["Activity", "Activities"],
  dynamics: "activitypointer",
  fields: {
    kind: choice("Kind", {
      task: "Task", phoneCall: "Phone call", email: "E-mail", appointment: "Appointment", letter: "Letter", fax: "Fax",
      opportunityClose: "Opportunity close", quoteClose: "Quote close", orderClose: "Order close",
    }, { required: true, dynamics: "activitytypecode" }),
    subject: text("Subject", { required: true, max: 400, dynamics: "subject" }),
    regarding: refs("Regarding", subjects, { dynamics: "regardingobjectid", gone: "remove" }),
    description: prose("Description", { max: 100_000, dynamics: "description" }),
    due: date("Due date", { dynamics: "scheduledend", find: true }),
    start: moment("Start", { dynamics: "scheduledstart", find: true }),
    end: moment("End"),
    /** When it happened: a mail's sending, a call's end. */
    happened: moment("Happened", { dynamics: "actualend", find: true }),
    minutes: number("Duration in minutes", { min: 0, max: 100_000, dynamics: "actualdurationminutes" }),
    priority: choice("Priority", { low: ["Low", 0], normal: ["Normal", 1], high: ["High", 2] }, { dynamics: "prioritycode" }),
    percent: number("Percent complete", { min: 0, max: 100, dynamics: "percentcomplete" }),
    direction: choice("Direction", { outgoing: ["Outgoing", 1], incoming: ["Incoming", 0] }, { dynamics: "directioncode" }),
    phone: phone("Phone number", { dynamics: "phonenumber" }),
    leftVoicemail: flag("Left voice mail", { dynamics: "leftvoicemail" }),
    location: text("Location", { max: 255, dynamics: "location" }),
    allDay: flag("All day", { dynamics: "isalldayevent" }),
    parties: lines("People", {
      role: choice("Role", { from: "From", to: "To", cc: "Cc", organizer: "Organizer", required: "Required", optional: "Optional" }, { required: true }),
      name: text("Name"), address: email("E-mail"), record: ref("Record", ["lead", "contact", "account", "user"]),
    }),
    messageId: text("Message id", { max: 1000, dynamics: "messageid", find: true }),
    conversationId: text("Conversation id", { max: 1000, find: true }),
    files,
    /** Who tied the mail to which record, and when. */
    logs: lines("Logged", { on: ref("Record", subjects), by: ref("User", "user"), at: moment("Time") }, { computed: true }),
    outcome: text("Outcome", { max: 100 }),
    actualValue: money("Actual revenue"),
    competitor: ref("Competitor", "competitor"),
  },
  title: "subject",
  beside: ["regarding"],
  list: ["kind", "due"],
  form: [
    ["General", ["kind", "subject", "regarding", "due", "priority", "description"]],
    ["When and where", ["start", "end", "minutes", "location", "allDay", "percent"]],
    ["Call", ["phone", "direction", "leftVoicemail"]],
    ["Outcome", ["outcome", "actualValue", "competitor"]],
  ],
  statuses: {
    open: { label: "Open", code: 0, reasons: { open: "Open", notStarted: ["Not started", 2], inProgress: ["In progress", 3], waiting: ["Waiting for someone else", 4], deferred: ["Deferred", 7], tentative: ["Tentative", 2] } },
    completed: { label: "Completed", code: 1, reasons: { completed: ["Completed", 5], made: ["Made", 2], received: ["Received", 4], sent: ["Sent", 3] } },
    canceled: { label: "Canceled", code: 2, reasons: { canceled: ["Canceled", 6] } },
    scheduled: { label: "Scheduled", code: 3, reasons: { busy: ["Busy", 5], outOfOffice: ["Out of office", 6] } },
  },
  editableIn: ["open", "scheduled"],
  born: values => values.kind === "email" ? { status: "completed", reason: values.direction === "outgoing" ? "sent" : "received" }
    : values.kind.endsWith("Close") || values.happened ? { status: "completed", reason: values.kind === "phoneCall" ? "made" : "completed" }
    : values.kind === "appointment" ? { status: "scheduled", reason: "busy" } : { status: "open", reason: values.kind === "task" ? "notStarted" : "open" },
  buttons: { complete: "Complete", cancel: "Cancel", reopen: "Reopen" },
  verbs: {
    complete: {
      from: ["open", "scheduled"], to: "completed",
      asks: { outcome: text("Outcome", { max: 100 }), minutes: number("Duration in minutes", { min: 0, max: 100_000 }) },
      sets: (_row, given, by) => ({ happened: by.now, percent: 100, ...given }),
    },
    cancel: { from: ["open", "scheduled"], to: "canceled" },
    reopen: { from: ["completed", "canceled"], to: "open", when: row => row.kind === "task", sets: () => ({ happened: null, percent: null }) },
  },
});
