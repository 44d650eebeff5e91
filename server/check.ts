import { shape, type Field } from "../model/field.ts";
import { notThere } from "../model/named.ts";
import { Problem, fieldProblems, problem, type FieldProblem } from "../model/problem.ts";
import { pathOf, refsOf, splitPath, type AnyRecord } from "../model/record.ts";
import { recordType } from "../model/records.ts";
import { linked } from "./row.ts";

/** Who composed a change: the caller, whom all locks bind; the service, which may set computed fields; or a verb, which may also touch what the caller may not. */
export type From = "caller" | "service" | "verb";

/** Whether there is such a record for whoever composed the change. */
export type There = (type: string, id: string) => Promise<boolean>;

/** What the company's rules make of a record as it would be after what the caller gave: values to put, and what stands in the way. */
export type Judge = (after: Record<string, unknown>, given: Record<string, unknown>) => { values: Record<string, unknown>; problems: FieldProblem[] };

/** The record after a change of its fields, checked whole: every wrong field is named at once. */
export async function sound(type: AnyRecord, before: Record<string, unknown>, given: object, from: From, there: There, judge?: Judge) {
  const { owner = before.owner, ...values } = given as Record<string, unknown>;
  const fields = type.fields as Record<string, Field>, wrong: FieldProblem[] = [];
  if (from === "caller") for (const name of Object.keys(values)) if (fields[name]?.computed) wrong.push(problem(name, "computed"));
  const own = Object.fromEntries(Object.keys(fields).filter(name => before[name] !== undefined).map(name => [name, before[name]]));
  const stamps = Object.fromEntries(Object.entries(before).filter(([name]) => !(name in fields)));
  const ruled = judge?.({ ...stamps, ...nothingLess({ ...own, ...values }) }, from === "caller" ? values : {});
  const merged = nothingLess({ ...own, ...values, ...ruled?.values });
  const { success, data, error } = shape(fields).safeParse(merged);
  if (!success) wrong.push(...fieldProblems(error.issues, merged));
  for (const group of type.anyOf ?? []) if (!group.some((name: string) => merged[name] !== undefined)) wrong.push(problem(group[0]!, "one-of-needed", { fields: group }));
  if (success) wrong.push(...type.proves?.(data, recordType) ?? [], ...await missing(type, data as Record<string, unknown>, before, there));
  wrong.push(...ruled?.problems.filter(one => !wrong.some(other => other.field === one.field)) ?? []);
  if (owner !== undefined && owner !== before.owner && !await there("user", String(owner))) wrong.push(problem("owner", "no-such-record"));
  if (wrong.length) throw new Problem("invalid", { fields: wrong });
  const changed = Object.fromEntries(Object.entries(fields).filter(([name]) => name in values || name in (ruled?.values ?? {})));
  await refsExist(changed, data as Record<string, unknown>, there, before);
  return { ...stamps, ...data as object, ...(owner === undefined ? {} : { owner }) } as Record<string, unknown>;
}

/** What a way newly names that is not there. */
async function missing(type: AnyRecord, values: Record<string, unknown>, before: Record<string, unknown>, there: There): Promise<FieldProblem[]> {
  const had = new Set(type.names?.(before).map(({ what, name }) => `${what} ${name}`)), found: FieldProblem[] = [];
  for (const one of type.names?.(values) ?? []) if (!had.has(`${one.what} ${one.name}`) && !await there(one.what, one.name)) found.push(notThere(one));
  return found;
}

/** Every record that is newly referred to, in lines too, exists or is made in the same commit. */
export async function refsExist(fields: Record<string, Field>, values: Record<string, unknown>, there: There, before: Record<string, unknown> = {}): Promise<void> {
  const asked: { at: string; there: Promise<boolean> }[] = [], known = new Map<string, Promise<boolean>>();
  const isThere = (type: string, id: string) => { const path = pathOf(type, id); if (!known.has(path)) known.set(path, there(type, id)); return known.get(path)!; };
  for (const [path, { to = [] }] of refsOf({ fields } as AnyRecord)) {
    const [name, cell] = path.split(".") as [string, string?], was = new Set(linked(before, path));
    for (const [n, value] of [values[name] ?? []].flat().entries())
      for (const said of linked({ [name]: value }, path)) if (!was.has(said)) asked.push({ at: cell ? `${name}.${n}.${cell}` : name, there: isThere(...to.length > 1 ? splitPath(said) : [to[0]!, said] as const) });
  }
  const answers = await Promise.all(asked.map(one => one.there)), wrong = asked.filter((_, n) => !answers[n]).map(({ at }) => problem(at, "no-such-record"));
  if (wrong.length) throw new Problem("invalid", { fields: wrong });
}

/** What a verb asked, as its fields want it. */
export function check(fields: Record<string, Field>, values: object): Record<string, unknown> {
  const { success, data, error } = shape(fields).safeParse(values);
  if (success) return data as Record<string, unknown>;
  throw new Problem("invalid", { fields: fieldProblems(error.issues, values) });
}

/** `null` and empty text mean nothing. */
export const nothingLess = (values: object): Record<string, unknown> => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined && !(typeof value === "string" && !value.trim())));
