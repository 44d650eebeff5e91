import { data, text } from "../field.ts";
import { record } from "../record.ts";
import { limits, weights } from "../score.ts";
import { straysInScoring } from "../strays.ts";

/** What a good lead and a healthy deal are, in the company's own figures: one record, whose id is `scoring`. */
export const scoring = record("scoring", {
  label: ["Score and health", "Score and health"],
  fields: { name: text("Name", { required: true }), weights: data("Weights", weights, { required: true }), limits: data("Limits", limits, { required: true }) },
  proves: straysInScoring,
  title: "name",
  list: [],
  form: [["General", ["name", "weights", "limits"]]],
  statuses: { active: { label: "Active" } },
  shared: true,
  configuration: true,
  buttons: {},
  verbs: {},
});
