import type { Facts, Plain } from "./expression.ts";
import type { Field } from "./field.ts";
import type { Role } from "./may.ts";
import type { FieldProblem } from "./problem.ts";
import { endings, leaving, move, type Process } from "./process.ts";
import type { AnyRecord } from "./record.ts";
import { applyRules, problemsOf, rulesFor, type Rule, type Verdict } from "./rule.ts";

/** The company's rules and processes, as whoever asks has them at hand. */
export interface Ways { rules: readonly (Rule & { status?: string })[]; processes: readonly Process[] }
/** Who asks, and when. */
export interface By { now: string; id: string; role: Role }
/** The rules' verdict, with what the process adds to it. */
export interface Ruling extends Verdict { problems: FieldProblem[] }

/** What the company's rules and its process say of this change by this caller: the form as it is typed, the service as it is saved. `on` is create, update or a verb, `answers` what a verb was told. */
export function ruling({ rules, processes }: Ways, { now, id: user, role }: By, type: AnyRecord, on: string, record: Plain, was: Plain | undefined, given: Plain = {}, answers?: Plain): Ruling {
  const facts: Facts = { now, user, role, on, record, was, vars: answers };
  const verdict = applyRules(rulesFor(rules, type.name, on), facts, type.fields as Record<string, Field>);
  const after = { ...facts, record: { ...record, ...verdict.values } }, runs = "processStage" in type.fields ? processes : [];
  const moved = on === "create" || on === "update" ? move(runs, type.name, after) : { values: {}, problems: endings[type.name]?.includes(on) ? leaving(runs, type.name, after) : [] };
  const steps = Object.fromEntries(Object.entries(moved.values).filter(([name]) => name in type.fields));
  return { ...verdict, values: { ...verdict.values, ...steps }, problems: [...problemsOf(verdict, facts, given), ...moved.problems] };
}
