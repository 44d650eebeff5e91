import * as z from "zod/mini";
import { expression, fieldOf, isEmpty, valueOf, type Expression, type Facts } from "./expression.ts";
import { fold } from "./fold.ts";
import type { Role } from "./may.ts";

export const comparisons = ["is", "isNot", "in", "notIn", "more", "less", "atLeast", "atMost", "contains", "begins", "empty", "filled"] as const;
export type Comparison = (typeof comparisons)[number];
/** Whether something holds. `field` may name a neighbour's field (`account.industry`), `var` an answer or a variable. */
export type Condition =
  | { all: Condition[] } | { any: Condition[] } | { not: Condition }
  | { field: string; is: Comparison; than?: Expression } | { var: string; is: Comparison; than?: Expression }
  | { changed: string[] } | { role: Role[] } | { on: string[] };

const self: z.ZodMiniType<Condition> = z.lazy(() => condition);
const some = z.array(self).check(z.maxLength(50)), names = z.array(z.string().check(z.minLength(1), z.maxLength(80))).check(z.minLength(1), z.maxLength(50));
const compared = { is: z.enum(comparisons), than: z.optional(expression) };
export const condition: z.ZodMiniType<Condition> = z.union([
  z.strictObject({ all: some }), z.strictObject({ any: some }), z.strictObject({ not: self }),
  z.strictObject({ field: z.string().check(z.minLength(1), z.maxLength(80)), ...compared }), z.strictObject({ var: z.string().check(z.minLength(1), z.maxLength(80)), ...compared }),
  z.strictObject({ changed: names }), z.strictObject({ role: z.array(z.enum(["rep", "manager", "administrator", "reader"])) }), z.strictObject({ on: names }),
]) as z.ZodMiniType<Condition>;

/** An empty `all` holds always; an empty `any` never. */
export function holds(of: Condition, facts: Facts): boolean {
  if ("all" in of) return of.all.every(one => holds(one, facts));
  if ("any" in of) return of.any.some(one => holds(one, facts));
  if ("not" in of) return !holds(of.not, facts);
  if ("role" in of) return facts.role !== undefined && of.role.includes(facts.role);
  if ("on" in of) return of.on.includes(facts.on);
  if ("changed" in of) return of.changed.some(field => !same(facts.was?.[field], facts.record[field]));
  return compare("field" in of ? fieldOf(facts, of.field) : facts.vars?.[of.var], of.is, of.than === undefined ? undefined : valueOf(of.than, facts));
}

/** Days, moments and texts are compared as text, a moment with a day by its day; what is empty is neither more nor less than anything. */
export function compare(a: unknown, is: Comparison, b: unknown): boolean {
  switch (is) {
    case "empty": return isEmpty(a);
    case "filled": return !isEmpty(a);
    case "is": return same(a, b);
    case "isNot": return !same(a, b);
    case "in": return Array.isArray(b) && b.some(one => Array.isArray(a) ? a.includes(one) : same(a, one));
    case "notIn": return !compare(a, "in", b);
    case "contains": return !isEmpty(b) && (Array.isArray(a) ? a.includes(b) : typeof a === "string" && fold(a).includes(fold(String(b))));
    case "begins": return !isEmpty(b) && typeof a === "string" && fold(a).startsWith(fold(String(b)));
  }
  const order = orderOf(a, b);
  return order !== undefined && (is === "more" ? order > 0 : is === "less" ? order < 0 : is === "atLeast" ? order >= 0 : order <= 0);
}

function orderOf(a: unknown, b: unknown): number | undefined {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a !== "string" || typeof b !== "string" || !a || !b) return undefined;
  const size = [a, b].some(isDay) ? 10 : undefined, [x, y] = [a.slice(0, size), b.slice(0, size)];
  return x < y ? -1 : x > y ? 1 : 0;
}
const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);

/** A flag that is not set is the same as one that says no. */
export const same = (a: unknown, b: unknown): boolean => (isEmpty(a) || a === false) && (isEmpty(b) || b === false) ? true : typeof a === "object" || typeof b === "object" ? JSON.stringify(a) === JSON.stringify(b) : a === b;

/** The fields of the record itself that a condition looks at. */
export function fieldsIn(of: Condition): string[] {
  if ("all" in of || "any" in of) return ("all" in of ? of.all : of.any).flatMap(fieldsIn);
  if ("not" in of) return fieldsIn(of.not);
  return "field" in of ? [of.field] : "changed" in of ? of.changed : [];
}
