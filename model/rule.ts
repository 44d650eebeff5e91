import * as z from "zod/mini";
import { holds, same, type Condition } from "./condition.ts";
import { expression, fitting, isEmpty, say, valueOf, type Expression, type Facts, type Plain, type Say } from "./expression.ts";
import type { Field } from "./field.ts";
import { problem, type FieldProblem } from "./problem.ts";

/** Whom an approval is asked of: everybody of a role, one user, or the manager of whoever owns the record: their own, else their team's. */
export type Approver = { role: "manager" | "administrator" } | { user: string } | { manager: true };
export type Effect =
  | { do: "set"; field: string; to: Expression } | { do: "clear"; fields: string[] }
  | { do: "require"; fields: string[]; say?: Say } | { do: "show" | "hide" | "lock"; fields: string[] }
  | { do: "refuse"; field?: string; say: Say } | { do: "recommend"; field: string; to: Expression; say?: Say }
  | { do: "approve"; who: Approver; say?: Say };

const field = z.string().check(z.minLength(1), z.maxLength(80)), fields = z.array(field).check(z.minLength(1), z.maxLength(50));
const effect = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("set"), field, to: expression }), z.strictObject({ do: z.literal("clear"), fields }),
  z.strictObject({ do: z.literal("require"), fields, say: z.optional(say) }), z.strictObject({ do: z.enum(["show", "hide", "lock"]), fields }),
  z.strictObject({ do: z.literal("refuse"), field: z.optional(field), say }), z.strictObject({ do: z.literal("recommend"), field, to: expression, say: z.optional(say) }),
  z.strictObject({ do: z.literal("approve"), who: z.union([z.strictObject({ role: z.enum(["manager", "administrator"]) }), z.strictObject({ user: z.string().check(z.regex(/^[\w-]{1,64}$/)) }), z.strictObject({ manager: z.literal(true) })]), say: z.optional(say) }),
]);
export const effects: z.ZodMiniType<Effect[]> = z.array(effect).check(z.maxLength(50)) as never;

/** A rule as it is applied: `at` says when it is asked (create, update, or verbs; create and update unless said). */
export interface Rule { id: string; name: string; on: string; at?: string[]; order?: number; when: Condition; then: Effect[]; otherwise?: Effect[] }
/** What the rules say of a record: all that a form draws and the service obeys. */
export interface Verdict {
  /** Values to put; `null` clears. */
  values: Plain;
  required: Map<string, { rule: string; say?: Say }>;
  hidden: Set<string>;
  locked: Set<string>;
  refused: { rule: string; field?: string; say: Say }[];
  recommended: { rule: string; field: string; value: unknown; say?: Say }[];
  approvals: { id: string; rule: string; who: Approver; say?: Say }[];
}

/** The rules that are asked of this kind of record now, in their order. */
export const rulesFor = <R extends Rule & { status?: string }>(rules: readonly R[], type: string, on: string): R[] =>
  rules.filter(rule => rule.on === type && (rule.status ?? "active") === "active" && (rule.at ?? ["create", "update"]).includes(on)).sort((a, b) => (a.order ?? 100) - (b.order ?? 100) || (a.id < b.id ? -1 : 1));

/** One verdict for form and service: each rule sees what those before it have set. A later rule's show takes back an earlier hide. */
export function applyRules(rules: readonly Rule[], facts: Facts, declared: Record<string, Field> = {}): Verdict {
  const verdict: Verdict = { values: {}, required: new Map(), hidden: new Set(), locked: new Set(), refused: [], recommended: [], approvals: [] };
  const record = { ...facts.record }, now = { ...facts, record };
  const put = (name: string, value: unknown) => { if (same(record[name], value)) return; if (isEmpty(value)) delete record[name]; else record[name] = value; verdict.values[name] = isEmpty(value) ? null : value; };
  for (const { id, name: rule, when, then, otherwise = [] } of rules)
    for (const effect of holds(when, now) ? then : otherwise) switch (effect.do) {
      case "set": put(effect.field, fitting(valueOf(effect.to, now), declared[effect.field])); break;
      case "clear": for (const name of effect.fields) put(name, undefined); break;
      case "require": for (const name of effect.fields) verdict.required.set(name, { rule, say: effect.say }); break;
      case "show": for (const name of effect.fields) verdict.hidden.delete(name); break;
      case "hide": for (const name of effect.fields) verdict.hidden.add(name); break;
      case "lock": for (const name of effect.fields) verdict.locked.add(name); break;
      case "refuse": verdict.refused.push({ rule, field: effect.field, say: effect.say }); break;
      case "recommend": { const value = fitting(valueOf(effect.to, now), declared[effect.field]); if (!isEmpty(value) && !same(record[effect.field], value)) verdict.recommended.push({ rule, field: effect.field, value, say: effect.say }); break; }
      case "approve": verdict.approvals.push({ id, rule, who: effect.who, say: effect.say }); break;
    }
  return verdict;
}

/** What stands in the way, by field; the whole record's problem is field "". `given` is what the caller changed, for locks. */
export function problemsOf(verdict: Verdict, { record, was = {} }: Facts, given: Plain = {}): FieldProblem[] {
  const after = { ...record, ...verdict.values };
  return [
    ...[...verdict.required].filter(([name]) => isEmpty(after[name]) && !verdict.hidden.has(name)).map(([name, { rule, say }]) => worded(problem(name, "required", { rule, say }), say)),
    ...[...verdict.locked].filter(name => name in given && !same(given[name], was[name])).map(name => problem(name, "locked")),
    ...verdict.refused.map(({ rule, field = "", say }) => worded(problem(field, "refused", { rule, say }), say)),
  ];
}
const worded = (of: FieldProblem, say: Say | undefined): FieldProblem => say ? { ...of, message: say.en } : of;
