import { shape, type Fields } from "../../model/field.ts";
import { fieldProblems, problem, type FieldProblem } from "../../model/problem.ts";
import type { AnyRecord } from "../../model/record.ts";

/** Without what is empty: no text, nothing chosen, blanks alone. */
export const filled = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null && !(typeof value === "string" && !value.trim())));

/** Everything that is wrong with values for these fields, before the service is asked; computed fields are not the rep's business. */
export function wrongIn(fields: Fields, values: Record<string, unknown>, anyOf: AnyRecord["anyOf"] = []): FieldProblem[] {
  const given = filled(Object.fromEntries(Object.keys(fields).map(name => [name, values[name]])));
  const { success, error } = shape(fields).safeParse(given);
  const wrong = success ? [] : fieldProblems(error.issues, given);
  for (const group of anyOf) if (!group.some(name => given[name] !== undefined)) wrong.push(problem(group[0] as string, "one-of-needed", { fields: group }));
  return wrong;
}

/** What a form changed: `null` where a value was taken away. */
export function changesBetween(before: Record<string, unknown>, after: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  const a = filled(before), b = filled(after);
  return Object.fromEntries(names.filter(name => JSON.stringify(a[name]) !== JSON.stringify(b[name])).map(name => [name, b[name] ?? null]));
}
