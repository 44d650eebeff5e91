import { choice, prose, text } from "../field.ts";
import { problem } from "../problem.ts";
import { record } from "../record.ts";
import { strangers } from "../template.ts";

/** Words that are written again and again, with places for values. */
export const template = record("template", {
  label: ["Template", "Templates"],
  dynamics: "template",
  fields: {
    name: text("Name", { required: true, max: 200, dynamics: "title", find: true }),
    language: choice("Language", { en: "English", zh: "Chinese", de: "German", fr: "French", es: "Spanish", ja: "Japanese" }, { required: true, find: true }),
    about: choice("About", { anyone: "Anyone", lead: "Lead", contact: "Contact", opportunity: "Opportunity", quote: "Quote", order: "Order", invoice: "Invoice" }, { required: true, dynamics: "templatetypecode" }),
    purpose: choice("Purpose", { mail: "E-mail", refusal: "Answer to a refusal", agenda: "Agenda", announcement: "Announcement" }),
    subject: text("Subject", { max: 255, dynamics: "subject" }),
    body: prose("Text", { required: true, max: 20_000, dynamics: "body" }),
    keywords: text("Keywords", { max: 500 }),
  },
  proves: (values, find) => ["subject", "body"].flatMap(field => strangers((values[field] as string | undefined) ?? "", find).map(name => problem(field, "no-such-place", { name }))),
  title: "name",
  list: ["language", "about", "purpose"],
  form: [["General", ["name", "language", "about", "purpose", "subject", "keywords"]], ["Text", ["body"]]],
  statuses: { active: { label: "Active" } },
  shared: true,
  configuration: true,
  buttons: {},
  verbs: {},
});
