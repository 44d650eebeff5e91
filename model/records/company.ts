import { choice, lines, prose, text } from "../field.ts";
import { record } from "../record.ts";

/** The company's own settings: one record, whose id is `company`. */
export const company = record("company", {
  label: ["Company settings", "Company settings"],
  dynamics: "organization",
  fields: {
    name: text("Company name", { required: true, max: 160, dynamics: "name" }),
    /** ISO 4217. */
    currency: text("Base currency", { max: 3 }),
    /** As in the tz database, `Europe/Berlin`. */
    timeZone: text("Time zone", { max: 60 }),
    /** What the service itself writes in. */
    language: choice("Language of e-mails", { en: "English", "zh-CN": "Chinese" }),
    ourDomains: lines("Our domains", { domain: text("Domain", { required: true, max: 200 }) }),
    neverLog: lines("Never log", { from: text("Address or domain", { required: true, max: 200 }) }),
    quoteTerms: prose("Terms on quotes"),
    grants: lines("Who may do what", {
      role: choice("Role", { rep: "Sales rep", manager: "Sales manager", administrator: "Administrator", reader: "Reader" }, { required: true }),
      /** One of the acts of may.ts, or a verb. */
      act: text("Act", { required: true, max: 40 }),
      /** A record type; all that have owners, unless said. */
      on: text("Record type", { max: 40 }),
      reach: choice("Whose", { none: "Nobody's", own: "One's own", team: "The team's", all: "Everybody's" }, { required: true }),
    }),
  },
  title: "name",
  list: ["currency", "timeZone"],
  form: [["General", ["name", "currency", "timeZone", "language", "ourDomains", "neverLog"]], ["Quotes", ["quoteTerms"]], ["Permissions", ["grants"]]],
  statuses: { active: { label: "Active" } },
  shared: true,
  configuration: true,
  buttons: {},
  verbs: {},
});
