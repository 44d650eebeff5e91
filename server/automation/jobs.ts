import { createHash } from "node:crypto";
import { setOff, type Did, type Step, type Trigger, type Why } from "../../model/automation.ts";
import type { Condition } from "../../model/condition.ts";
import { said, type Plain } from "../../model/expression.ts";
import type { Process } from "../../model/process.ts";
import { splitPath } from "../../model/record.ts";
import type { Company } from "../company.ts";
import type { Write } from "../store/store.ts";

/** One automation on its way through its steps for one event. It keeps the steps that it began with, whatever becomes of the automation. */
export interface Job {
  automation: string; name: string; path: string; when?: Condition; steps: Step[]; at: number; due: string; tries: number;
  verb: string; by: string; before: Plain | null; after: Plain | null;
  /** Which automations on which records led here: none is set off twice in one chain. */
  chain: string[];
}
interface Event { id: string; on: string; at: string; by: string; verb: string; before: Plain | null; after: Plain | null }

/** The work that the automations find in these events: kept in the same commit, so that none is lost and none is done twice. */
export function jobsOf(company: Company, events: readonly Event[], chain: readonly string[] = []): Write[] {
  const chinese = company.one("company", "company")?.language === "zh-CN";
  const automations: Setting[] = [...company.all("automation").filter(one => one.status === "active"), ...company.all("process").flatMap(one => tasksOf(one as Process, chinese))];
  return events.flatMap(event => automations.flatMap(({ id, name, on, trigger, when, steps }) =>
    pathsSetOff(trigger, on, event).map(path => {
      const link = `${id} ${path}`, job: Job = { automation: id, name, path, when, steps, at: 0, due: event.at, tries: 0, verb: event.verb, by: event.by, before: event.before, after: path === event.on ? event.after : null, chain: [...chain, link] };
      if (chain.includes(link) || chain.length >= 20) return runRow(job, event.at, "stopped", [], { is: "loop" });
      return jobRow(digest(event.id, id, path), job, null);
    })));
}

interface Setting { id: string; name: string; on: string; trigger: Trigger; when?: Condition; steps: Step[] }
/** The tasks that a record brings upon its owner by coming into a stage, as an automation of the process. */
const tasksOf = ({ id, name, stages }: Process, chinese: boolean): Setting[] => stages.flatMap(({ key, on, steps }) => {
  const tasks = steps.flatMap(step => "task" in step && step.due !== undefined ? [step as typeof step & { due: number }] : []);
  return tasks.length ? [{ id, name, on, trigger: { on: "stage" as const, to: [key] }, when: { all: [{ field: "process", is: "is" as const, than: id }, { field: "processStage", is: "is" as const, than: key }] },
    steps: tasks.map(({ task, label, due, required }): Step => ({ do: "create", type: "activity", values: { kind: "task", subject: said(label, chinese), regarding: { self: true }, due: { now: { workingDays: due } }, step: task, ...required && { priority: "high" }, owner: { field: "owner" } } })) }] : [];
});

/** The records for which the event sets the automation off: its own, or those that a mail was logged on. */
function pathsSetOff(trigger: Parameters<typeof setOff>[0], on: string, { on: path, verb, before, after }: Event): string[] {
  const [type] = splitPath(path);
  if (trigger.on !== "mail") return type === on && setOff(trigger, { type, verb, before, after }) ? [path] : [];
  if (type !== "activity" || !after || verb === "undo" || after.kind !== "email" || (trigger.direction && after.direction !== trigger.direction)) return [];
  const was = (before?.regarding ?? []) as string[];
  return ((after.regarding ?? []) as string[]).filter(one => splitPath(one)[0] === on && !was.includes(one));
}

export const digest = (...of: string[]): string => createHash("sha256").update(of.join("\n")).digest("hex").slice(0, 40);
/** `was`: the version that is there; the job is taken by changing or removing it. */
export const jobRow = (id: string, job: Job, was: number | null): Write =>
  ({ type: "job", id, was, now: { type: "job", id, version: (was ?? 0) + 1, data: { ...job }, keys: { due: job.due, on: job.path.toLowerCase(), automation: job.automation.toLowerCase() }, text: "" } });

export type Outcome = "done" | "waiting" | "skipped" | "failed" | "stopped";
/** What an automation has done on a record, for people to read. */
export function runRow({ automation, name, path, due }: Job, at: string, outcome: Outcome, did: readonly Did[], why?: Why): Write {
  const id = crypto.randomUUID();
  return { type: "run", id, was: null, now: { type: "run", id, version: 1, data: { id, automation, name, on: path, at, outcome, did, ...why && { why }, ...outcome === "waiting" && { due } }, keys: { on: path.toLowerCase(), at, automation: automation.toLowerCase() }, text: "" } };
}
