import * as z from "zod/mini";
import { condition, holds, type Condition } from "./condition.ts";
import { isEmpty, say, type Facts, type Plain, type Say } from "./expression.ts";
import { problem, type FieldProblem } from "./problem.ts";
import type { AnyRecord } from "./record.ts";

/** A step is a field to fill in, or something to tick off; with `due`, a task for it is made when the stage is entered, due in so many working days. */
export type ProcessStep = { field: string; required?: boolean } | { task: string; label: Say; required?: boolean; due?: number };
/** A stage belongs to one record type of the process; `stage` is the opportunity's sales stage in Dynamics. */
export interface Stage { key: string; label: Say; on: string; stage?: string; probability?: number; steps: ProcessStep[]; gate?: Condition; say?: Say }
export interface Process { id: string; name: string; stages: Stage[]; when?: Condition; order?: number; status?: string }

const key = z.string().check(z.regex(/^[\w-]{1,40}$/)), required = z.optional(z.boolean());
export const stages: z.ZodMiniType<Stage[]> = z.array(z.strictObject({
  key, label: say, on: key, stage: z.optional(key), probability: z.optional(z.int().check(z.gte(0), z.lte(100))),
  steps: z.array(z.union([z.strictObject({ field: key, required }), z.strictObject({ task: key, label: say, required, due: z.optional(z.int().check(z.gte(0), z.lte(365))) })])).check(z.maxLength(30)), gate: z.optional(condition), say: z.optional(say),
})).check(z.minLength(1), z.maxLength(30)) as never;

export const stagesOf = (process: Process, type: string): Stage[] => process.stages.filter(stage => stage.on === type);
/** The process of a record: its own, or the first whose condition holds. */
export function processFor(processes: readonly Process[], type: string, facts: Facts): Process | undefined {
  const own = processes.find(one => one.id === facts.record.process);
  if (own) return stagesOf(own, type).length ? own : undefined;
  return [...processes].filter(one => (one.status ?? "active") === "active" && stagesOf(one, type).length && (!one.when || holds(one.when, facts))).sort((a, b) => (a.order ?? 100) - (b.order ?? 100) || (a.id < b.id ? -1 : 1))[0];
}

export const isDone = (step: ProcessStep, record: Plain): boolean => "field" in step ? !isEmpty(record[step.field]) && record[step.field] !== false : ((record.stepsDone ?? []) as string[]).includes(step.task);
/** What still stands between a record and the end of a stage. */
export function missingIn(stage: Stage, facts: Facts): FieldProblem[] {
  const missing = stage.steps.filter(step => step.required && !isDone(step, facts.record)).map(step => problem("field" in step ? step.field : "stepsDone", "stage-needs", { stage: stage.label, ..."task" in step && { step: step.label } }));
  return stage.gate && !holds(stage.gate, facts) ? [...missing, problem("", "refused", { say: stage.say ?? stage.label })] : missing;
}

/** Where a record stands in its process; the first stage of its type where it does not say. */
export const placeIn = (process: Process, type: string, record: Plain): number => Math.max(0, stagesOf(process, type).findIndex(stage => stage.key === record.processStage));

/** What a change of stage means: back is free, forward passes every stage between and needs what they require. A change of the sales stage, or of the process, is such a change too. */
export function move(processes: readonly Process[], type: string, facts: Facts): { values: Plain; problems: FieldProblem[] } {
  const { record, was } = facts, process = processFor(processes, type, facts);
  if (!process) return { values: {}, problems: [] };
  const own = stagesOf(process, type), moved = was === undefined || was.process !== process.id, from = moved ? 0 : placeIn(process, type, was);
  const asked = record.processStage !== was?.processStage && !isEmpty(record.processStage) ? own.findIndex(stage => stage.key === record.processStage)
    : record.stage !== was?.stage && !isEmpty(record.stage) && own[from]?.stage !== record.stage ? own.findIndex(stage => stage.stage === record.stage) : from;
  const named = record.processStage !== was?.processStage && !isEmpty(record.processStage), wanted = asked < 0 && moved && !named ? 0 : asked; // a sales stage that this process does not have is no place to begin at
  if (wanted < 0) return record.processStage === was?.processStage ? { values: {}, problems: [] } : { values: {}, problems: [problem("processStage", "not-a-choice", { choices: own.map(stage => stage.key) })] };
  const problems = own.slice(from, wanted).flatMap(stage => missingIn(stage, facts)), to = own[wanted]!;
  if (!moved && wanted === from && record.processStage === to.key) return { values: {}, problems };
  const kept = was !== undefined && moved && isEmpty(was.process) && isEmpty(was.processStage) && wanted === from; // a record from before there were processes takes its place in silence
  return { problems, values: { process: process.id, processStage: to.key, stageSince: facts.now, ...to.stage !== undefined && !kept && { stage: to.stage }, ...to.probability !== undefined && !kept && (isEmpty(record.probability) || record.probability === was?.probability) && { probability: to.probability } } };
}

/** What still stands in the way of the end: qualifying a lead ends its stages, winning a deal all of them. */
export function leaving(processes: readonly Process[], type: string, facts: Facts): FieldProblem[] {
  const process = processes.find(one => one.id === facts.record.process);
  return process ? stagesOf(process, type).slice(placeIn(process, type, facts.record)).flatMap(stage => missingIn(stage, facts)) : [];
}
/** The verbs that end a record's part of a process. */
export const endings: Record<string, readonly string[]> = { lead: ["qualify"], opportunity: ["win"], quote: ["win", "order"] };
/** How far a record is may be said until its end, also where its other fields are locked: a quote moves on while the customer has it. */
export const advances = (type: AnyRecord, status: string, given: Plain): boolean =>
  Object.keys(given).length > 0 && Object.keys(given).every(name => ["process", "processStage", "stepsDone"].includes(name)) && (endings[type.name] ?? []).some(verb => type.verbs[verb]!.from.includes(status));
