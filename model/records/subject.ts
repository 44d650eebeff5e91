import { prose, ref, text } from "../field.ts";
import { record } from "../record.ts";

/** A branch of the tree that literature and products are sorted into. */
export const subject = record("subject", {
  label: ["Subject", "Subjects"],
  dynamics: "subject",
  fields: {
    title: text("Title", { required: true, max: 500, dynamics: "title", find: true }),
    parent: ref("Parent subject", "subject", { gone: "refuse", dynamics: "parentsubject" }),
    description: prose("Description", { dynamics: "description" }),
  },
  title: "title",
  list: ["parent"],
  form: [["General", ["title", "parent", "description"]]],
  statuses: { active: { label: "Active" } },
  shared: true,
  buttons: {},
  verbs: {},
});
