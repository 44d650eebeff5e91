import { prose, refs, text } from "../field.ts";
import { record } from "../record.ts";
import { subjects } from "./activity.ts";
import { files } from "./files.ts";

/** What somebody wrote down about a record, with files where there are any. */
export const note = record("note", {
  label: ["Note", "Notes"],
  dynamics: "annotation",
  fields: {
    subject: text("Subject", { max: 500, dynamics: "subject" }),
    text: prose("Text", { required: true, max: 100_000, dynamics: "notetext" }),
    regarding: refs("Regarding", subjects, { required: true, gone: "remove", dynamics: "objectid" }),
    files,
  },
  title: row => row.subject ?? row.text?.slice(0, 80),
  list: ["text"],
  form: [["General", ["subject", "text", "regarding", "files"]]],
  beside: ["regarding"],
  statuses: { active: { label: "Active" } },
  buttons: {},
  verbs: {},
});
