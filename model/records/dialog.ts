import * as z from "zod/mini";
import { dialogSteps } from "../dialog.ts";
import { expression, say } from "../expression.ts";
import { choice, data, flag, prose, ref, text } from "../field.ts";
import { namedIn } from "../named.ts";
import { record } from "../record.ts";
import { straysInDialog } from "../strays.ts";
import { subjects } from "./activity.ts";
import { governed, switchable } from "./rule.ts";

const named = z.record(z.string().check(z.regex(/^[\w-]{1,40}$/)), z.union([z.string(), z.number(), z.boolean()]));

/** A guided conversation: pages of questions that branch, count and act. */
export const dialog = record("dialog", {
  label: ["Dialog", "Dialogs"],
  dynamics: "workflow",
  fields: {
    name: text("Name", { required: true, max: 200 }),
    on: choice("Record type", governed, { find: true }),
    description: prose("Description"),
    /** What it is started with, each with its default. */
    inputs: data("Input arguments", named),
    variables: data("Variables", z.record(z.string().check(z.regex(/^[\w-]{1,40}$/)), expression)),
    steps: data("Steps", dialogSteps, { required: true }),
    /** Not offered by itself: others link to it. */
    child: flag("Only within another dialog"),
    pack: text("Pack", { max: 64, find: true }),
  },
  proves: straysInDialog,
  names: namedIn("steps"),
  title: "name",
  list: ["on", "description"],
  form: [["General", ["name", "on", "description", "child"]], ["Steps", ["inputs", "variables", "steps"]]],
  ...switchable,
  shared: true,
  configuration: true,
});

const kept = { computed: true } as const, anything = z.record(z.string(), z.unknown());
/** A dialog on its way: it keeps the scripts that it began with, so that a change of the dialog does not disturb it. */
export const dialogSession = record("dialogSession", {
  label: ["Dialog session", "Dialog sessions"],
  dynamics: "processsession",
  fields: {
    title: text("Subject", { required: true, max: 400, ...kept }),
    dialog: ref("Dialog", "dialog", kept),
    on: ref("Record", subjects, { gone: "remove", ...kept }),
    session: data("Answers", anything, { required: true, ...kept }),
    summary: data("Summary", z.array(anything), kept),
    outcome: text("Outcome", { max: 100, ...kept }),
    /** What the dialog said at its end. */
    ending: data("Result", say, kept),
    comments: prose("Comments", { max: 10_000, dynamics: "description" }),
  },
  title: "title",
  list: ["dialog", "on"],
  form: [["General", ["title", "dialog", "on", "comments"]]],
  beside: ["on"],
  statuses: { open: { label: "Open" }, completed: { label: "Completed" }, canceled: { label: "Canceled" } },
  editableIn: ["open"],
  buttons: { complete: "Complete", cancel: "Cancel" },
  verbs: {
    complete: { from: ["open"], to: "completed", when: row => row.outcome === "completed" },
    cancel: { from: ["open"], to: "canceled" },
  },
});
