import type { Field } from "../model/field.ts";
import type { AnyRecord } from "../model/record.ts";
import type { FieldProblem } from "../model/problem.ts";
import { applyRules, problemsOf, rulesFor, type Verdict } from "../model/rule.ts";
import type { Company } from "./company.ts";
import type { Who } from "./work.ts";

type Values = Record<string, unknown>;
export interface Ruling extends Pick<Verdict, "values" | "approvals"> { problems: FieldProblem[] }

/** What the company's rules say of this change by this caller; `on` is create, update or a verb, `answers` what a verb was told. */
export function ruling(company: Company, who: Who, type: AnyRecord, on: string, record: Values, was: Values | undefined, given: Values = {}, answers?: Values): Ruling {
  const rules = rulesFor(company.all("rule"), type.name, on);
  if (!rules.length) return { values: {}, problems: [], approvals: [] };
  const facts = { now: who.now, user: who.id, role: who.role, on, record, was, vars: answers };
  const verdict = applyRules(rules, facts, type.fields as Record<string, Field>);
  return { values: verdict.values, problems: problemsOf(verdict, facts, given), approvals: verdict.approvals };
}
