import { link, prose, ref, text } from "../field.ts";
import { record } from "../record.ts";
import { standing, standingButtons, standingVerbs } from "./shared.ts";

/** A part of our own house. */
export const businessUnit = record("businessUnit", {
  label: ["Business unit", "Business units"],
  dynamics: "businessunit",
  fields: {
    name: text("Name", { required: true, max: 160, dynamics: "name", find: true }),
    parent: ref("Parent unit", "businessUnit", { gone: "refuse", dynamics: "parentbusinessunitid" }),
    website: link("Website", { dynamics: "websiteurl" }),
    description: prose("Description", { dynamics: "description" }),
  },
  title: "name",
  list: ["parent"],
  form: [["General", ["name", "parent", "website", "description"]]],
  statuses: standing,
  editableIn: ["active"],
  shared: true,
  buttons: standingButtons,
  verbs: standingVerbs,
});
