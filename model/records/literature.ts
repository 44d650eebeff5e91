import { choice, date, flag, lines, moment, prose, ref, refs, text } from "../field.ts";
import { record } from "../record.ts";
import { aged } from "../versions.ts";
import { fileFacts, files } from "./files.ts";

/** A document that helps to sell, for customers or for ourselves only. */
export const literature = record("literature", {
  label: ["Sales literature", "Sales literature"],
  dynamics: "salesliterature",
  fields: {
    title: text("Title", { required: true, max: 100, dynamics: "name", find: true }),
    subject: ref("Subject", "subject", { required: true, gone: "refuse", dynamics: "subjectid" }),
    kind: choice("Type", {
      presentation: ["Presentation", 0], productSheet: ["Product sheet", 1], policies: ["Policies and procedures", 2], literature: ["Sales literature", 3], spreadsheets: ["Spreadsheets", 4],
      news: ["News", 5], bulletins: ["Bulletins", 6], priceSheets: ["Price sheets", 7], manuals: ["Manuals", 8], background: ["Company background", 9], marketing: ["Marketing collateral", 100001],
    }, { dynamics: "literaturetypecode" }),
    forCustomers: flag("For customers", { dynamics: "iscustomerviewable" }),
    expires: date("Expires", { dynamics: "expirationdate" }),
    keywords: text("Keywords", { max: 500, dynamics: "keywords" }),
    description: prose("Description", { dynamics: "description" }),
    products: refs("Products", "product"),
    competitors: refs("Competitors", "competitor"),
    files,
    /** What the library offered before, with the hash of what took its place: somebody may have it still. */
    earlier: lines("Earlier versions", { ...fileFacts, until: moment("Offered until"), by: text("Replaced by", { max: 64 }) }, { computed: true }),
  },
  echoes: aged,
  title: "title",
  list: ["kind", "subject", "expires"],
  form: [
    ["General", ["title", "subject", "kind", "forCustomers", "expires", "keywords"]],
    ["About", ["products", "competitors", "files", "description"]],
  ],
  statuses: { active: { label: "Active" } },
  shared: true,
  buttons: {},
  verbs: {},
});
