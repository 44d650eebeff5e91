import { proceed, setOff } from "../model/automation.ts";
import { holds } from "../model/condition.ts";
import type { Facts, Plain } from "../model/expression.ts";
import type { Field } from "../model/field.ts";
import { Problem } from "../model/problem.ts";
import { missingIn, placeIn, stagesOf, type Process } from "../model/process.ts";
import { splitPath, titleOf, type RowOf } from "../model/record.ts";
import { recordType } from "../model/records.ts";
import type { automation } from "../model/records/automation.ts";
import { applyRules, problemsOf, type Rule } from "../model/rule.ts";
import { check } from "./check.ts";
import type { Store } from "./store/store.ts";
import type { Who } from "./work.ts";

/** What a way would have made of one past record. */
export interface Would { type: string; id: string; title: string; values?: Plain; problems?: { field: string; message: string }[]; approval?: boolean; actions?: string[] }
export interface DryRun { looked: number; would: Would[] }

/** Tries a rule, an automation or a process on the company's own past records, and changes nothing. */
export async function dryRun(store: Store, who: Who, kind: "rule" | "automation" | "process", given: Plain): Promise<DryRun> {
  if (who.role !== "administrator") throw new Problem("forbidden");
  const values = check(recordType(kind)!.fields, given) as never;
  return kind === "rule" ? ofRule(store, who, values) : kind === "process" ? ofProcess(store, who, values) : ofAutomation(store, who, values);
}

async function ofRule(store: Store, { now, id: user, role }: Who, rule: Rule): Promise<DryRun> {
  const type = recordType(rule.on), { rows } = await store.find(rule.on, { order: "updatedAt", down: true, take: 2000 });
  if (!type) throw new Problem("not-found");
  const would = rows.flatMap(({ id, data }): Would[] => {
    const facts: Facts = { now, user, role, on: rule.at?.[0] ?? "update", record: data, was: data }, verdict = applyRules([{ ...rule, id: "dry" }], facts, type.fields as Record<string, Field>), problems = problemsOf(verdict, facts);
    return problems.length || Object.keys(verdict.values).length || verdict.approvals.length ? [{ type: rule.on, id, title: titleOf(type, data), values: verdict.values, problems: problems.map(({ field, message }) => ({ field, message })), approval: verdict.approvals.length > 0 }] : [];
  });
  return { looked: rows.length, would };
}

async function ofProcess(store: Store, { now }: Who, given: Omit<Process, "id">): Promise<DryRun> {
  const process = { ...given, id: "dry" }, would: Would[] = [];
  let looked = 0;
  for (const on of new Set(process.stages.map(stage => stage.on))) {
    const type = recordType(on), { rows } = type ? await store.find(on, { where: { status: "open" }, take: 2000 }) : { rows: [] };
    looked += rows.length;
    for (const { id, data } of rows) {
      const facts: Facts = { now, on: "update", record: data };
      if (process.when && !holds(process.when, facts)) continue;
      const own = stagesOf(process, on), at = Math.max(placeIn(process, on, data), own.findIndex(stage => stage.stage !== undefined && stage.stage === data.stage), 0), problems = own.slice(0, at + 1).flatMap(stage => missingIn(stage, facts));
      would.push({ type: on, id, title: titleOf(type!, data), values: { processStage: own[at]!.key }, problems: problems.map(({ field, message }) => ({ field, message })) });
    }
  }
  return { looked, would };
}

/** The latest events as if the automation had been there; waits are taken as over. */
async function ofAutomation(store: Store, { now }: Who, { on, trigger, when, steps }: RowOf<typeof automation>): Promise<DryRun> {
  const { rows } = await store.find("event", { order: "at", down: true, take: 5000 }), type = recordType(on)!;
  const would = rows.flatMap(({ data }): Would[] => {
    const { on: path, verb, by, before, after } = data as { on: string; verb: string; by: string; before: Plain | null; after: Plain | null }, [name, id] = splitPath(path);
    if (name !== on || !after || !setOff(trigger, { type: name, verb, before, after })) return [];
    const facts: Facts = { now, on: verb, self: path, user: by, record: { ...after, id }, was: before ?? undefined };
    if (when && !holds(when, facts)) return [];
    const actions: string[] = [];
    for (let at = 0, due: string | undefined = "", clock = now; due !== undefined;) { const next = proceed(steps, at, { ...facts, now: clock }); actions.push(...next.actions.map(one => one.do)); ({ at, due } = next); clock = due ?? clock; }
    return [{ type: on, id, title: titleOf(type, after), actions }];
  });
  return { looked: rows.length, would };
}
