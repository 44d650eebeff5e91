import type { Field } from "../model/field.ts";
import type { AnyRecord } from "../model/record.ts";
import type { FieldProblem } from "../model/problem.ts";
import { endings, leaving, move } from "../model/process.ts";
import { applyRules, problemsOf, rulesFor, type Verdict } from "../model/rule.ts";
import type { Company } from "./company.ts";
import type { Who } from "./work.ts";

type Values = Record<string, unknown>;
export interface Ruling extends Pick<Verdict, "values" | "approvals"> { problems: FieldProblem[] }

/** What the company's rules and its process say of this change by this caller; `on` is create, update or a verb, `answers` what a verb was told. */
export function ruling(company: Company, who: Who, type: AnyRecord, on: string, record: Values, was: Values | undefined, given: Values = {}, answers?: Values): Ruling {
  const rules = rulesFor(company.all("rule"), type.name, on);
  const runs = "processStage" in type.fields;
  if (!rules.length && !runs) return { values: {}, problems: [], approvals: [] };
  const facts = { now: who.now, user: who.id, role: who.role, on, record, was, vars: answers };
  const verdict = applyRules(rules, facts, type.fields as Record<string, Field>);
  const after = { ...facts, record: { ...record, ...verdict.values } }, processes = runs ? company.all("process") : [];
  const moved = on === "create" || on === "update" ? move(processes, type.name, after) : { values: {}, problems: endings[type.name] === on ? leaving(processes, type.name, after) : [] };
  return { values: { ...verdict.values, ...moved.values }, problems: [...problemsOf(verdict, facts, given), ...moved.problems], approvals: verdict.approvals };
}
