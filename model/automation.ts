import * as z from "zod/mini";
import { condition, holds, type Condition } from "./condition.ts";
import { addDays, addWorkingDays } from "./day.ts";
import type { FieldProblem, ProblemCode } from "./problem.ts";
import { expression, say, valueOf, type Expression, type Facts, type Plain, type Say } from "./expression.ts";

/** What sets an automation off. `overdue`: a day field lies `days` days back while the record is open; `mail`: a message was logged on it. */
export type Trigger =
  | { on: "created" } | { on: "changed"; fields?: string[] } | { on: "status"; to: string[] } | { on: "stage"; to: string[] }
  | { on: "overdue"; field: string; days?: number } | { on: "mail"; direction?: "incoming" | "outgoing" };
/** Whom a mail goes to. */
export type Recipient = { owner: true } | { team: true } | { user: string } | { role: "rep" | "manager" | "administrator" } | { address: Expression };
export type Step =
  | { do: "create"; type: string; values: Record<string, Expression> } | { do: "update"; values: Record<string, Expression> } | { do: "act"; verb: string; answers?: Record<string, Expression> }
  | { do: "assign"; to: string[] } | { do: "mail"; to: Recipient[]; subject: Say; text: Say } | { do: "notify"; to: Recipient[]; say: Say } | { do: "dialog"; dialog: string } | { do: "webhook"; url: string }
  | { do: "wait"; days?: number; workingDays?: number; hours?: number; until?: Expression } | { do: "if"; when: Condition; then: Step[]; otherwise?: Step[] } | { do: "stop" };

const name = z.string().check(z.minLength(1), z.maxLength(80)), id = z.string().check(z.regex(/^[\w-]{1,64}$/)), count = z.int().check(z.gte(0), z.lte(1000)), values = z.record(name, expression);
export const trigger: z.ZodMiniType<Trigger> = z.discriminatedUnion("on", [
  z.strictObject({ on: z.literal("created") }), z.strictObject({ on: z.literal("changed"), fields: z.optional(z.array(name).check(z.maxLength(50))) }),
  z.strictObject({ on: z.enum(["status", "stage"]), to: z.array(name).check(z.minLength(1), z.maxLength(30)) }), z.strictObject({ on: z.literal("overdue"), field: name, days: z.optional(count) }),
  z.strictObject({ on: z.literal("mail"), direction: z.optional(z.enum(["incoming", "outgoing"])) }),
]) as never;
const recipients = z.array(z.union([z.strictObject({ owner: z.literal(true) }), z.strictObject({ team: z.literal(true) }), z.strictObject({ user: id }), z.strictObject({ role: z.enum(["rep", "manager", "administrator"]) }), z.strictObject({ address: expression })])).check(z.minLength(1), z.maxLength(20));
const self: z.ZodMiniType<Step[]> = z.lazy(() => steps);
export const steps: z.ZodMiniType<Step[]> = z.array(z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("create"), type: name, values }), z.strictObject({ do: z.literal("update"), values }), z.strictObject({ do: z.literal("act"), verb: name, answers: z.optional(values) }),
  z.strictObject({ do: z.literal("assign"), to: z.array(id).check(z.minLength(1), z.maxLength(200)) }), z.strictObject({ do: z.literal("mail"), to: recipients, subject: say, text: say }), z.strictObject({ do: z.literal("notify"), to: recipients, say }),
  z.strictObject({ do: z.literal("dialog"), dialog: id }), z.strictObject({ do: z.literal("webhook"), url: z.url().check(z.maxLength(500)) }),
  z.strictObject({ do: z.literal("wait"), days: z.optional(count), workingDays: z.optional(count), hours: z.optional(count), until: z.optional(expression) }),
  z.strictObject({ do: z.literal("if"), when: condition, then: self, otherwise: z.optional(self) }), z.strictObject({ do: z.literal("stop") }),
])).check(z.maxLength(60)) as never;

/** What was done, for the log: said to people in their own language. */
export type Did = { do: "create"; type: string } | { do: "update"; fields: string[] } | { do: "act"; verb: string } | { do: "assign"; to: string } | { do: "mail"; people: number } | { do: "webhook"; host: string } | { do: "dialog"; dialog: string };
/** Why something was not done: it would have gone round, the record has gone, or what the service had against it. */
export type Why = { is: "loop" | "gone" } | { is: "refused"; code: ProblemCode; detail?: string; fields?: FieldProblem[] };

/** An event, as the trigger sees it: what a record was and is. */
export interface Happening { type: string; verb: string; before: Plain | null; after: Plain | null }

/** Whether an event on a record of the automation's own type sets it off; conditions are asked when it runs. */
export function setOff(trigger: Trigger, { verb, before, after }: Happening): boolean {
  if (!after || verb === "undo") return false;
  switch (trigger.on) {
    case "created": return !before;
    case "changed": return !!before && (trigger.fields ?? Object.keys(after).filter(key => !["updatedAt", "updatedBy", "seenBy"].includes(key))).some(key => differs(before[key], after[key]));
    case "status": return before?.status !== after.status && trigger.to.includes(String(after.status));
    case "stage": return ["stage", "processStage"].some(key => before?.[key] !== after[key] && trigger.to.includes(String(after[key])));
    default: return false;
  }
}
const differs = (a: unknown, b: unknown) => JSON.stringify(a ?? null) !== JSON.stringify(b ?? null);

type Op = Exclude<Step, { do: "if" }> | { do: "unless"; when: Condition; go: number } | { do: "go"; go: number };
/** Steps as one list in which branches are jumps, so that a place in them is a number. */
export function flatten(of: readonly Step[], from = 0): Op[] {
  const ops: Op[] = [];
  for (const step of of) {
    if (step.do !== "if") { ops.push(step); continue; }
    const at = from + ops.length, then = flatten(step.then, at + 1), afterThen = at + 1 + then.length + 1, otherwise = flatten(step.otherwise ?? [], afterThen);
    ops.push({ do: "unless", when: step.when, go: afterThen }, ...then, { do: "go", go: afterThen + otherwise.length }, ...otherwise);
  }
  return ops;
}

export type Action = Exclude<Step, { do: "if" | "wait" | "stop" }>;
/** What is to be done from this place on, until the end or a wait: then where it goes on, and when. */
export function proceed(of: readonly Step[], from: number, facts: Facts): { actions: Action[]; at: number; due?: string } {
  const ops = flatten(of), actions: Action[] = [];
  let at = from;
  while (at < ops.length) {
    const op = ops[at++]!;
    if (op.do === "stop") return { actions, at: ops.length };
    if (op.do === "unless") { if (!holds(op.when, facts)) at = op.go; }
    else if (op.do === "go") at = op.go;
    else if (op.do === "wait") { const due = waitUntil(op, facts); if (due > facts.now) return { actions, at, due }; }
    else actions.push(op);
  }
  return { actions, at };
}

function waitUntil({ days = 0, workingDays, hours = 0, until }: { days?: number; workingDays?: number; hours?: number; until?: Expression }, facts: Facts): string {
  const said = until === undefined ? undefined : valueOf(until, facts);
  if (typeof said === "string" && Number.isFinite(Date.parse(said))) return new Date(Date.parse(said)).toISOString();
  const day = addDays(facts.now, days), at = workingDays === undefined ? day : addWorkingDays(day, workingDays);
  return new Date(Date.parse(at + facts.now.slice(10)) + hours * 3_600_000).toISOString();
}
