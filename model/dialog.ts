import * as z from "zod/mini";
import { expression, isEmpty, say, valueOf, type Expression, type Facts, type Plain, type Say } from "./expression.ts";
import { condition, holds, type Condition } from "./condition.ts";
import { problem, type FieldProblem } from "./problem.ts";

/** The eight ways to answer; a line may be text, a whole number or a decimal. */
export const responses = ["none", "line", "radio", "pick", "lines", "moment", "date", "lookup"] as const;
export interface Option { value: string; label: Say; points?: number }
/** What is asked. An answer with `log: false` is used while the dialog runs and kept nowhere. `query` names a variable that holds what a query found. */
export interface Prompt { key: string; say: Say; tip?: Say; kind: (typeof responses)[number]; as?: "text" | "integer" | "decimal"; options?: Option[]; query?: string; to?: string; required?: boolean; log?: boolean }
/** What a dialog does to records: with the rights of whoever runs it. */
export type Deed = { do: "create"; type: string; values: Record<string, Expression> } | { do: "update"; values: Record<string, Expression> } | { do: "act"; verb: string; answers?: Record<string, Expression> } | { do: "assign"; to: string[] }
  | { do: "mail"; to: ({ owner: true } | { team: true } | { address: Expression })[]; subject: Say; text: Say };
export type DialogStep =
  | { page: string; title: Say; prompts: Prompt[] } | { set: string; to: Expression } | { if: Condition; then: DialogStep[]; else?: DialogStep[] }
  | { query: string; type: string; where: Record<string, Expression>; take?: number } | { child: string; inputs?: Record<string, Expression>; as?: string } | { act: Deed; as?: string } | { stop: "completed" | "canceled"; say?: Say };
export interface Script { id: string; name: string; inputs?: Record<string, string | number | boolean>; variables?: Record<string, Expression>; steps: DialogStep[] }

const key = z.string().check(z.regex(/^[\w-]{1,40}$/)), id = z.string().check(z.regex(/^[\w-]{1,64}$/)), values = z.record(z.string().check(z.maxLength(60)), expression);
const prompt = z.strictObject({
  key, say, tip: z.optional(say), kind: z.enum(responses), as: z.optional(z.enum(["text", "integer", "decimal"])), options: z.optional(z.array(z.strictObject({ value: z.string().check(z.maxLength(100)), label: say, points: z.optional(z.number()) })).check(z.maxLength(100))),
  query: z.optional(key), to: z.optional(key), required: z.optional(z.boolean()), log: z.optional(z.boolean()),
});
const deed = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("create"), type: key, values }), z.strictObject({ do: z.literal("update"), values }), z.strictObject({ do: z.literal("act"), verb: key, answers: z.optional(values) }), z.strictObject({ do: z.literal("assign"), to: z.array(id).check(z.minLength(1), z.maxLength(50)) }),
  z.strictObject({ do: z.literal("mail"), to: z.array(z.union([z.strictObject({ owner: z.literal(true) }), z.strictObject({ team: z.literal(true) }), z.strictObject({ address: expression })])).check(z.minLength(1), z.maxLength(10)), subject: say, text: say }),
]);
const self: z.ZodMiniType<DialogStep[]> = z.lazy(() => dialogSteps);
export const dialogSteps: z.ZodMiniType<DialogStep[]> = z.array(z.union([
  z.strictObject({ page: key, title: say, prompts: z.array(prompt).check(z.maxLength(30)) }), z.strictObject({ set: key, to: expression }), z.strictObject({ if: condition, then: self, else: z.optional(self) }),
  z.strictObject({ query: key, type: key, where: values, take: z.optional(z.int().check(z.gte(1), z.lte(100))) }), z.strictObject({ child: id, inputs: z.optional(values), as: z.optional(key) }),
  z.strictObject({ act: deed, as: z.optional(key) }), z.strictObject({ stop: z.enum(["completed", "canceled"]), say: z.optional(say) }),
])).check(z.maxLength(200)) as never;

/** `chosen`: the words of what was chosen from a query, and `asked`: of questions that values were put into, as they were then. */
export interface Answer { page: string; values: Plain; hidden?: string[]; chosen?: Record<string, Say>; asked?: Record<string, Say>; by: string; at: string }
/** Something that the service has found or done for the dialog, after so many answers. */
export interface Result { after: number; act: boolean; value: unknown }
/** All that is kept of a running dialog: the scripts that it began with, what was answered, what came of it. Where it stands follows from these. */
export interface Session {
  root: string; scripts: Record<string, Script>; inputs: Plain; answers: Answer[]; results: Result[];
  /** Answers that going back has taken away, by the number of their page: offered again where the same page comes again. */
  taken?: Record<number, Answer>;
}
/** Answers that are kept nowhere, by `place.prompt`. */
export type Secrets = Record<string, unknown>;
/** How a dialog speaks: with values put into what it says (the same words where there are none), and with the names of the records that were chosen, by path. */
export interface Speaker { fill(words: Say, vars: Plain): Say; names: Record<string, string> }
/** `kept` are the words as they may be written down: without anything that is kept nowhere; so is `open` of the variables. */
export type Standing =
  | { at: "page"; n: number; page: { key: string; title: Say; prompts: Prompt[] }; kept: Record<string, Say>; given: Plain; back: boolean; vars: Plain }
  | { at: "query"; query: { type: string; where: Plain; take: number } } | { at: "act"; act: Deed; vars: Plain; open: Plain }
  | { at: "end"; outcome: "completed" | "canceled"; say?: Say; kept?: Say; vars: Plain };

/** The variables of one script as it runs, and which of them come from an answer that is kept nowhere. A choice's words stand beside it as `name.label`. */
interface Scope { vars: Plain; hushed: Set<string> }
const openOf = ({ vars, hushed }: Scope): Plain => hushed.size ? Object.fromEntries(Object.entries(vars).filter(([name]) => !hushed.has(name))) : vars;
const mentions = (of: unknown, { hushed }: Scope): boolean => hushed.size > 0 && typeof of === "object" && of !== null && ("var" in of && hushed.has(String(of.var)) || Object.values(of).some(part => mentions(part, { vars: {}, hushed })));
const plainly: Speaker = { fill: words => words, names: {} };

/** Where a dialog stands, by going through it again with what was answered. The same session always stands at the same place. */
export function standing(session: Session, facts: Facts, secrets: Secrets = {}, speaker: Speaker = plainly): Standing {
  let answered = 0, resulted = 0;
  const put = ({ vars, hushed }: Scope, name: string, value: unknown, hush: boolean) => { vars[name] = value; if (hush) hushed.add(name); else hushed.delete(name); };
  const walk = (steps: readonly DialogStep[], scope: Scope, depth: number): Standing | undefined => {
    const { vars } = scope, say = (words: Say) => speaker.fill(words, vars);
    for (const step of steps) {
      const now: Facts = { ...facts, vars };
      if ("set" in step) { put(scope, step.set, valueOf(step.to, now), mentions(step.to, scope)); delete vars[`${step.set}.label`]; }
      else if ("if" in step) { const end = walk(holds(step.if, now) ? step.then : step.else ?? [], scope, depth); if (end) return end; }
      else if ("stop" in step) return { at: "end", outcome: step.stop, ...step.say && { say: say(step.say), kept: speaker.fill(step.say, openOf(scope)) }, vars };
      else if ("page" in step) {
        const n = answered++, given = session.answers[n];
        const prompts = step.prompts.map(one => ({ ...one, say: say(one.say), ...one.tip && { tip: say(one.tip) }, ...one.query ? { options: optionsOf(vars[one.query]) } : one.options && { options: one.options.map(option => ({ ...option, label: say(option.label) })) } }));
        if (!given || given.page !== step.page || given.hidden?.some(hidden => !(`${n}.${hidden}` in secrets))) return { at: "page", n, page: { key: step.page, title: say(step.title), prompts }, kept: keptOf(step.prompts, openOf(scope)), given: given?.values ?? takenAt(session, n, step.page), back: mayGoBack(session, n), vars };
        for (const one of prompts) {
          const value = one.log === false ? secrets[`${n}.${one.key}`] : given.values[one.key], chosen = one.options?.find(option => option.value === value);
          const label = one.kind === "lookup" && !isEmpty(value) ? { en: speaker.names[`${one.to ?? "contact"}/${String(value)}`] ?? "" } : chosen?.label ?? given.chosen?.[one.key];
          for (const [name, of] of [[one.key, value], [`${one.key}.points`, chosen?.points ?? 0], [`${one.key}.label`, label]] as const) put(scope, name, of, one.log === false);
        }
      } else if ("child" in step) {
        const child = session.scripts[step.child];
        if (!child || depth > 20) return { at: "end", outcome: "canceled", say: { en: `There is no dialog “${step.child}”`, "zh-CN": `没有对话“${step.child}”` }, vars };
        const inputs = Object.entries(step.inputs ?? {}), own: Scope = { vars: begun(child, Object.fromEntries(inputs.map(([name, of]) => [name, valueOf(of, now)])), facts), hushed: new Set(inputs.filter(([, of]) => mentions(of, scope)).map(([name]) => name)) };
        for (const [name, of] of Object.entries(child.variables ?? {})) if (mentions(of, own)) own.hushed.add(name);
        const end = walk(child.steps, own, depth + 1);
        if (end && (end.at !== "end" || end.outcome === "canceled")) return end;
        if (step.as) put(scope, step.as, own.vars.result, own.hushed.has("result"));
      } else {
        const result = session.results[resulted++];
        if (!result) return "query" in step ? { at: "query", query: { type: step.type, where: Object.fromEntries(Object.entries(step.where).map(([name, of]) => [name, valueOf(of, now)])), take: step.take ?? 50 } } : { at: "act", act: step.act, vars, open: openOf(scope) };
        if ("query" in step) vars[step.query] = result.value; else if (step.as) vars[step.as] = result.value;
      }
    }
    return undefined;
  };
  const script = session.scripts[session.root]!, vars = begun(script, session.inputs, facts);
  return walk(script.steps, { vars, hushed: new Set() }, 0) ?? { at: "end", outcome: "completed", vars };

  function keptOf(prompts: readonly Prompt[], open: Plain): Record<string, Say> {
    return Object.fromEntries(prompts.flatMap(one => { const words = speaker.fill(one.say, open); return words === one.say ? [] : [[one.key, words]]; }));
  }
}

const begun = (script: Script, inputs: Plain, facts: Facts): Plain => {
  const vars: Plain = { ...script.inputs, ...Object.fromEntries(Object.entries(inputs).filter(([name, value]) => name in (script.inputs ?? {}) && value !== undefined)) };
  for (const [name, of] of Object.entries(script.variables ?? {})) vars[name] = valueOf(of, { ...facts, vars });
  return vars;
};
const optionsOf = (found: unknown): Option[] => Array.isArray(found) ? (found as { id: string; title: string }[]).map(({ id, title }) => ({ value: id, label: { en: title } })) : [];
const takenAt = ({ taken }: Session, n: number, page: string): Plain => taken?.[n]?.page === page ? taken[n].values : {};
/** What was done cannot be taken back by going back. */
const mayGoBack = ({ results }: Session, n: number) => n > 0 && !results.some(result => result.act && result.after >= n);

/** The session with a page answered; answers that came after stay only where this one is what it was. */
export function answer(session: Session, stand: Standing & { at: "page" }, given: Plain, by: { user: string; now: string }): { session: Session; wrong: FieldProblem[]; secrets: Secrets } {
  const { n, page } = stand, wrong = page.prompts.flatMap(one => wrongIn(one, given[one.key])), values: Plain = {}, secrets: Secrets = {}, hidden: string[] = [], chosen: Record<string, Say> = {};
  for (const one of page.prompts) {
    if (one.log === false) { hidden.push(one.key); secrets[`${n}.${one.key}`] = given[one.key] ?? null; }
    else if (!isEmpty(given[one.key])) {
      values[one.key] = given[one.key];
      const found = one.query ? one.options?.find(option => option.value === given[one.key]) : undefined;
      if (found) chosen[one.key] = found.label;
    }
  }
  const was = session.answers[n], same = was?.page === page.key && JSON.stringify(was.values) === JSON.stringify(values);
  const mine: Answer = { page: page.key, values, ...hidden.length && { hidden }, ...Object.keys(chosen).length && { chosen }, ...Object.keys(stand.kept).length && { asked: stand.kept }, by: by.user, at: by.now };
  return { wrong, secrets, session: same ? session : { ...session, answers: [...session.answers.slice(0, n), mine], results: session.results.filter(result => result.after <= n) } };
}
/** The session at the page before this one. */
export const back = (session: Session, n: number): Session => ({
  ...session, answers: session.answers.slice(0, n - 1), results: session.results.filter(result => result.after < n),
  taken: { ...session.taken, ...Object.fromEntries(session.answers.slice(n - 1).map((one, after) => [n - 1 + after, one])) },
});

/** What is wrong with an answer, before it is given and after. */
export function wrongIn({ key, kind, as, options, required }: Prompt, value: unknown): FieldProblem[] {
  if (isEmpty(value)) return required && kind !== "none" ? [problem(key, "required")] : [];
  const text = typeof value === "string";
  const fits = kind === "none" ? false : kind === "line" ? as === "integer" ? Number.isSafeInteger(value) : as === "decimal" ? Number.isFinite(value) : text && value.length <= 400 && !value.includes("\n")
    : kind === "lines" ? text && value.length <= 10_000 : kind === "date" ? text && z.iso.date().safeParse(value).success : kind === "moment" ? text && z.iso.datetime().safeParse(value).success
    : kind === "lookup" ? text && /^[\w-]{1,64}$/.test(value) : text && !!options?.some(option => option.value === value);
  return fits ? [] : [problem(key, kind === "radio" || kind === "pick" ? "not-a-choice" : "wrong-kind", { expected: as === "text" ? "string" : as ? "number" : kind })];
}

/** One question and its answer; `masked` where the answer was not to be kept. */
export interface Told { page: string; say: Say; answer?: unknown; label?: Say; masked?: true; kind: Prompt["kind"]; to?: string; by: string; at: string }
/** What was asked and answered, by whom and when, for the summary. */
export function summaryOf(session: Session): Told[] {
  const pages = pagesOf(session);
  return session.answers.flatMap(({ page, values, hidden = [], chosen = {}, asked = {}, by, at }) => pages.get(page)?.prompts.flatMap(({ key, say, kind, to, options }): Told[] => {
    const about = { page, say: asked[key] ?? say, kind, ...to && { to }, by, at }, label = chosen[key] ?? options?.find(option => option.value === values[key])?.label;
    return hidden.includes(key) ? [{ ...about, masked: true }] : values[key] === undefined ? [] : [{ ...about, answer: values[key], ...label && { label } }];
  }) ?? []);
}
const pagesOf = ({ scripts }: Session) => new Map(Object.values(scripts).flatMap(script => pagesIn(script.steps)).map(page => [page.page, page]));
/** The records that were chosen in answers, as paths: whoever speaks of them needs their names. */
export function chosenIn(session: Session, secrets: Secrets): string[] {
  const pages = pagesOf(session);
  return session.answers.flatMap(({ page, values }, n) => pages.get(page)?.prompts.flatMap(({ key, kind, to = "contact", log }) => { const id = log === false ? secrets[`${n}.${key}`] : values[key]; return kind === "lookup" && typeof id === "string" ? [`${to}/${id}`] : []; }) ?? []);
}
const pagesIn = (steps: readonly DialogStep[]): Extract<DialogStep, { page: string }>[] => steps.flatMap(step => "page" in step ? [step] : "if" in step ? [...pagesIn(step.then), ...pagesIn(step.else ?? [])] : []);
/** The dialogs that a script links to, itself. */
export const childrenIn = (steps: readonly DialogStep[]): string[] => steps.flatMap(step => "child" in step ? [step.child] : "if" in step ? [...childrenIn(step.then), ...childrenIn(step.else ?? [])] : []);
