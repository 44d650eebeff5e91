import * as z from "zod/mini";
import { condition } from "../condition.ts";
import { data, moment, number, prose, ref, text } from "../field.ts";
import { stages } from "../process.ts";
import { record } from "../record.ts";
import { straysInProcess } from "../strays.ts";
import { switchable } from "./rule.ts";

/** The company's way from first contact to the end, over several record types. */
export const process = record("process", {
  label: ["Sales process", "Sales processes"],
  fields: {
    name: text("Name", { required: true, max: 200 }),
    description: prose("Description"),
    order: number("Order", { min: 0, max: 10_000 }),
    when: data("Condition", condition),
    stages: data("Stages", stages, { required: true }),
    pack: text("Pack", { max: 64, find: true }),
  },
  proves: straysInProcess,
  title: "name",
  list: ["description"],
  form: [["General", ["name", "description", "order", "when", "stages"]]],
  ...switchable,
  shared: true,
  configuration: true,
});

/** How far a record is: part of every record type that a process runs through. */
export const progress = {
  process: ref("Sales process", "process", { gone: "clear" }),
  processStage: text("Process stage", { max: 40, find: true }),
  stageSince: moment("In this stage since", { computed: true, find: true }),
  stepsDone: data("Steps done", z.array(z.string().check(z.maxLength(40))).check(z.maxLength(200))),
};
