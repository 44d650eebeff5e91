import type { Step, Trigger } from "./automation.ts";
import type { Condition } from "./condition.ts";
import type { Deed, DialogStep, Script } from "./dialog.ts";
import type { Expression, Say } from "./expression.ts";
import type { Field } from "./field.ts";
import { problem, type FieldProblem } from "./problem.ts";
import type { Process } from "./process.ts";
import type { AnyRecord } from "./record.ts";
import type { Effect, Rule } from "./rule.ts";
import { namesIn, sourcesBeside, strangers } from "./template.ts";

type Find = (name: string) => AnyRecord | undefined;
/** What a name was meant to be. */
export type Meant = "field" | "choice" | "button" | "type" | "variable" | "user" | "dialog" | "stage";
/** Takes note of a name that means nothing. */
type Note = (what: Meant, name: string) => void;
/** The record type that a way is about, and what else it may name; without a type its fields are not known. */
interface About { type?: AnyRecord; find: Find; note: Note; variables?: ReadonlySet<string> }

const always = ["id", "owner", "status", "reason", "createdAt", "createdBy", "updatedAt", "updatedBy"];

/** Names in a business rule that mean nothing on its record type; what a button was told is its only variable. */
export const straysInRule = ({ on, at = [], when, then, otherwise = [] }: Rule, find: Find): FieldProblem[] => {
  const variables = new Set(at.flatMap(verb => Object.keys((find(on)?.verbs[verb]?.asks ?? {}) as object)));
  return gather(find, on, about => ({
    at: () => { for (const verb of at) if (!["create", "update"].includes(verb)) button(about(), verb); },
    when: () => ofCondition(when, about()), then: () => ofEffects(then, about()), otherwise: () => ofEffects(otherwise, about()),
  }), variables);
};
export const straysInProcess = ({ stages, when }: Pick<Process, "stages" | "when">, find: Find): FieldProblem[] => gather(find, undefined, about => ({
  when: () => { // of several record types, a name has to mean something on one
    const types = new Set(stages.map(stage => stage.on)), noted = new Map<string, { what: Meant; name: string; n: number }>();
    if (when) for (const on of types) {
      const seen = new Set<string>();
      ofCondition(when, { ...about(), type: find(on), note: (what, name) => { const key = `${what} ${name}`; if (!seen.has(key)) noted.set(key, { what, name, n: (noted.get(key)?.n ?? 0) + 1 }); seen.add(key); } });
    }
    for (const { what, name, n } of noted.values()) if (n === types.size) about().note(what, name);
  },
  stages: () => { for (const { on, stage, steps, gate } of stages) {
    const of = { ...about(), type: find(on) };
    if (!of.type) of.note("type", on); else if (!("processStage" in of.type.fields)) of.note("type", on);
    if (stage !== undefined) literal("stage", stage, of);
    for (const step of steps) if ("field" in step) field(of, step.field);
    if (gate) ofCondition(gate, of);
  } },
}));
export const straysInAutomation = ({ on, trigger, when, steps }: { on: string; trigger: Trigger; when?: Condition; steps: Step[] }, find: Find): FieldProblem[] => gather(find, on, about => ({
  trigger: () => { if (trigger.on === "changed") for (const name of trigger.fields ?? []) field(about(), name); if (trigger.on === "overdue") field(about(), trigger.field); if (trigger.on === "status") for (const name of trigger.to) literal("status", name, about()); },
  when: () => { if (when) ofCondition(when, about()); }, steps: () => ofSteps(steps, about()),
}), new Set());
/** The weights of a lead's score know its mails too. */
export const straysInScoring = ({ weights }: { weights: readonly { when: Condition }[] }, find: Find): FieldProblem[] =>
  gather(find, "lead", about => ({ weights: () => { for (const { when } of weights) ofCondition(when, about()); } }), new Set(["lastMail", "mails"]));
export const straysInDialog = ({ on, inputs = {}, variables = {}, steps }: Pick<Script, "inputs" | "variables" | "steps"> & { on?: string }, find: Find): FieldProblem[] => {
  const known = new Set([...Object.keys(inputs), ...Object.keys(variables), "result", ...variablesIn(steps)]);
  return gather(find, on, about => ({
    variables: () => { for (const of of Object.values(variables)) ofExpression(of, about()); },
    steps: () => ofDialog(steps, about()),
  }), known);
};

/** Each part of the way is gone through; a name is told once a part. */
function gather(find: Find, on: string | undefined, parts: (about: () => About) => Record<string, () => void>, variables?: ReadonlySet<string>): FieldProblem[] {
  const found = new Map<string, FieldProblem>(), type = on === undefined ? undefined : find(on);
  let at = "";
  const about = (): About => ({ type, find, variables, note: (what, name) => { found.set(`${at} ${what} ${name}`, problem(at, "stray", { what, name })); } });
  for (const [part, look] of Object.entries(parts(about))) { at = part; look(); }
  return [...found.values()];
}

function field({ type, find, note }: About, path: string): Field | undefined {
  if (!type) return undefined;
  const [name = "", beyond] = path.split("."), own = (type.fields as Record<string, Field>)[name];
  if (beyond === undefined) { if (!own && !always.includes(name)) note("field", path); return own; }
  const targets = name === "owner" ? ["user"] : own?.to ?? [], there = targets.map(target => find(target)).find(other => other && (beyond in other.fields || always.includes(beyond)));
  if (!there) note("field", path);
  return there && (there.fields as Record<string, Field>)[beyond];
}
function button({ type, note }: About, verb: string): void { if (type && !(verb in type.verbs)) note("button", verb); }
/** A word that is written where one of a few is meant. */
function literal(name: string, value: unknown, about: About): void {
  const { type, note } = about;
  if (!type || typeof value !== "string") return;
  const choices = name === "status" ? Object.keys(type.statuses) : name === "reason" ? Object.values(type.statuses as AnyRecord["statuses"]).flatMap(({ reasons }) => Object.keys(reasons ?? {})) : Object.keys((type.fields as Record<string, Field>)[name]?.choices ?? {});
  if (choices.length && !choices.includes(value)) note("choice", value);
}

function ofCondition(of: Condition, about: About): void {
  if ("all" in of || "any" in of) { for (const one of "all" in of ? of.all : of.any) ofCondition(one, about); }
  else if ("not" in of) ofCondition(of.not, about);
  else if ("changed" in of) for (const name of of.changed) field(about, name);
  else if ("on" in of) { for (const verb of of.on) if (!["create", "update"].includes(verb)) button(about, verb); }
  else if ("field" in of || "var" in of) {
    if ("field" in of) { field(about, of.field); if (["is", "isNot", "in", "notIn"].includes(of.is)) for (const one of [of.than].flat()) literal(of.field, one, about); }
    else variable(about, of.var);
    if (of.than !== undefined) ofExpression(of.than, about);
  }
}
function variable({ variables, note }: About, name: string): void { if (variables && !variables.has(name)) note("variable", name); }

function ofExpression(of: Expression, about: About): void {
  if (of === null || typeof of !== "object" || Array.isArray(of)) return;
  if ("field" in of) field(about, of.field);
  else if ("was" in of) field(about, of.was);
  else if ("var" in of) variable(about, of.var);
  else if ("days" in of) ofExpression(of.after, about);
  else for (const part of Object.values(of) as unknown[]) if (Array.isArray(part)) for (const one of part as Expression[]) ofExpression(one, about);
}

/** What a record is given: its own fields, worked out from the record that the way is about. */
function ofValues(values: Record<string, Expression>, about: About, into: AnyRecord | undefined): void {
  for (const [name, of] of Object.entries(values)) {
    if (into && name !== "owner" && !(name in into.fields)) about.note("field", name);
    literal(name, of, { ...about, type: into });
    ofExpression(of, about);
  }
}

/** Words with places for values: of answers, and of the records that are at hand where they are said. */
function ofWords(words: Say | undefined, { type, find, variables, note }: About): void {
  for (const name of Object.values(words ?? {}).flatMap(namesIn)) {
    if (variables?.has(name)) continue;
    if (!name.includes(".")) note(variables?.size ? "variable" : "field", name);
    else if (strangers(`{{${name}}}`, find).length || type && !(sourcesBeside(type) as string[]).includes(name.split(".")[0]!)) note("field", name);
  }
}

function ofEffects(effects: readonly Effect[], about: About): void {
  for (const effect of effects) switch (effect.do) {
    case "set": case "recommend": field(about, effect.field); literal(effect.field, effect.to, about); ofExpression(effect.to, about); break;
    case "refuse": if (effect.field) field(about, effect.field); break;
    case "approve": break;
    default: for (const name of effect.fields) field(about, name);
  }
}

/** A deed of an automation or a dialog. */
function ofDeed(deed: Deed | Step, about: About): void {
  if (deed.do === "create") { const made = about.find(deed.type); if (!made) about.note("type", deed.type); ofValues(deed.values, about, made); }
  else if (deed.do === "update") ofValues(deed.values, about, about.type);
  else if (deed.do === "act") {
    button(about, deed.verb);
    for (const [name, of] of Object.entries(deed.answers ?? {})) { const asks = about.type?.verbs[deed.verb]?.asks as Record<string, Field> | undefined; if (asks && !(name in asks)) about.note("field", name); ofExpression(of, about); }
  } else if (deed.do === "mail" || deed.do === "notify") {
    for (const to of deed.to) if ("address" in to) ofExpression(to.address, about);
    for (const words of deed.do === "mail" ? [deed.subject, deed.text] : [deed.say]) ofWords(words, about);
  }
}
function ofSteps(steps: readonly Step[], about: About): void {
  for (const step of steps) {
    if (step.do === "if") { ofCondition(step.when, about); ofSteps(step.then, about); ofSteps(step.otherwise ?? [], about); }
    else if (step.do === "wait") { if (step.until !== undefined) ofExpression(step.until, about); }
    else ofDeed(step, about);
  }
}
function ofDialog(steps: readonly DialogStep[], about: About): void {
  for (const step of steps) {
    if ("if" in step) { ofCondition(step.if, about); ofDialog(step.then, about); ofDialog(step.else ?? [], about); }
    else if ("set" in step) ofExpression(step.to, about);
    else if ("act" in step) ofDeed(step.act, about);
    else if ("page" in step) {
      ofWords(step.title, about);
      for (const { say, tip, options = [], to, query } of step.prompts) {
        if (to !== undefined && !about.find(to)) about.note("type", to);
        if (query !== undefined) variable(about, query);
        for (const words of [say, tip, ...options.map(one => one.label)]) ofWords(words, about);
      }
    } else if ("stop" in step) ofWords(step.say, about);
    else if ("child" in step) { for (const of of Object.values(step.inputs ?? {})) ofExpression(of, about); }
    else if ("query" in step) { const found = about.find(step.type); if (!found) about.note("type", step.type); ofValues(step.where, about, found); }
  }
}
/** What a dialog's steps give names to. */
const variablesIn = (steps: readonly DialogStep[]): string[] => steps.flatMap(step =>
  "if" in step ? [...variablesIn(step.then), ...variablesIn(step.else ?? [])] : "page" in step ? step.prompts.flatMap(({ key }) => [key, `${key}.points`])
  : "set" in step ? [step.set] : "query" in step ? [step.query] : ("act" in step || "child" in step) && step.as ? [step.as] : []);
/** The names of all answers, variables and arguments of a dialog that is being written. */
export const namesGiven = ({ inputs, variables, steps }: { readonly [name: string]: unknown }): string[] => {
  try { return [...new Set([...Object.keys(inputs ?? {}), ...Object.keys(variables ?? {}), ...variablesIn((steps ?? []) as DialogStep[])])].filter(name => name && !name.includes(".")); }
  catch { return []; } // a part of it is not finished yet
};
