import * as z from "zod/mini";
import { condition } from "../condition.ts";
import { choice, data, number, prose, text } from "../field.ts";
import { namedIn } from "../named.ts";
import { record } from "../record.ts";
import { effects } from "../rule.ts";
import { straysInRule } from "../strays.ts";

/** A statement that may be switched off without being lost. */
export const switchable = {
  statuses: { active: { label: "Active", code: 0 }, inactive: { label: "Inactive", code: 1 } },
  buttons: { deactivate: "Deactivate", activate: "Activate" },
  verbs: { deactivate: { from: ["active"], to: "inactive" }, activate: { from: ["inactive"], to: "active" } },
} as const;
/** The record types that the company's ways are about. */
export const governed = { lead: "Lead", contact: "Contact", account: "Account", opportunity: "Opportunity", activity: "Activity", quote: "Quote", order: "Order", invoice: "Invoice", approval: "Approval" } as const;
export const asked = z.array(z.string().check(z.minLength(1), z.maxLength(40))).check(z.maxLength(30));

/** What the company wants of its records, in the form and in the service alike. */
export const rule = record("rule", {
  label: ["Business rule", "Business rules"],
  fields: {
    name: text("Name", { required: true, max: 200 }),
    on: choice("Record type", governed, { required: true, find: true }),
    description: prose("Description"),
    order: number("Order", { min: 0, max: 10_000 }),
    /** create, update or verbs. */
    at: data("When it is asked", asked),
    when: data("Condition", condition, { required: true }),
    then: data("Then", effects, { required: true }),
    otherwise: data("Otherwise", effects),
    pack: text("Pack", { max: 64, find: true }),
  },
  proves: straysInRule,
  names: namedIn("then", "otherwise"),
  title: "name",
  list: ["on", "description"],
  form: [["General", ["name", "on", "description", "order", "at", "when"]], ["Effects", ["then", "otherwise"]]],
  ...switchable,
  shared: true,
  configuration: true,
});
