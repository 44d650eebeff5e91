import { steps, trigger } from "../automation.ts";
import { condition } from "../condition.ts";
import { choice, data, prose, text } from "../field.ts";
import { namedIn } from "../named.ts";
import { record } from "../record.ts";
import { straysInAutomation } from "../strays.ts";
import { governed, switchable } from "./rule.ts";

/** When this happens, do that: in the service, once for each event. */
export const automation = record("automation", {
  label: ["Automation", "Automations"],
  fields: {
    name: text("Name", { required: true, max: 200 }),
    on: choice("Record type", governed, { required: true, find: true }),
    description: prose("Description"),
    trigger: data("Trigger", trigger, { required: true }),
    when: data("Condition", condition),
    steps: data("Steps", steps, { required: true }),
    pack: text("Pack", { max: 64, find: true }),
  },
  proves: straysInAutomation,
  names: namedIn("trigger", "steps"),
  title: "name",
  list: ["on", "description"],
  form: [["General", ["name", "on", "description", "trigger", "when", "steps"]]],
  ...switchable,
  shared: true,
  configuration: true,
});
