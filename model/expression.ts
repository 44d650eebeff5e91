import * as z from "zod/mini";
import { addDays, addWorkingDays, dayOf } from "./day.ts";
import { decimal, minus, numberOf, over, plus, round, times, type Decimal } from "./decimal.ts";
import type { Field } from "./field.ts";
import type { Role } from "./may.ts";

export type Plain = Record<string, unknown>;
/** All that a rule, a dialog or an automation may know of the world. */
export interface Facts {
  now: string;
  /** create, update, or the verb that is heard. */
  on: string;
  record: Plain;
  /** The record before the change; nothing when it is new. */
  was?: Plain;
  user?: string;
  /** The record itself, as `type/id`. */
  self?: string;
  role?: Role;
  /** What a dialog or a verb was answered, and what was worked out of it. */
  vars?: Plain;
  /** Records that fields refer to, by the field's name: `account.name`. */
  near?: Record<string, Plain | undefined>;
}

/** A value, or how it is come by. Lists of expressions are worked out from left to right; what is empty counts as nothing. */
export type Expression =
  | string | number | boolean | null | string[]
  | { field: string } | { was: string } | { var: string } | { me: true } | { self: true }
  /** Today, or so many days from it; `moment` gives the instant instead of the day. */
  | { now: { days?: number; workingDays?: number; hours?: number; moment?: true } }
  | { plus: Expression[] } | { minus: Expression[] } | { times: Expression[] } | { per: Expression[] }
  | { join: Expression[]; with?: string } | { first: Expression[] }
  | { days: number; after: Expression };

const name = z.string().check(z.minLength(1), z.maxLength(80));
const self: z.ZodMiniType<Expression> = z.lazy(() => expression);
const several = z.array(self).check(z.minLength(1), z.maxLength(50));
const count = z.int().check(z.gte(-10_000), z.lte(10_000));
export const expression: z.ZodMiniType<Expression> = z.union([
  z.string().check(z.maxLength(10_000)), z.number(), z.boolean(), z.null(), z.array(z.string().check(z.maxLength(200))).check(z.maxLength(100)),
  z.strictObject({ field: name }), z.strictObject({ was: name }), z.strictObject({ var: name }), z.strictObject({ me: z.literal(true) }), z.strictObject({ self: z.literal(true) }),
  z.strictObject({ now: z.strictObject({ days: z.optional(count), workingDays: z.optional(count), hours: z.optional(count), moment: z.optional(z.literal(true)) }) }),
  z.strictObject({ plus: several }), z.strictObject({ minus: several }), z.strictObject({ times: several }), z.strictObject({ per: several }),
  z.strictObject({ join: several, with: z.optional(z.string().check(z.maxLength(20))) }), z.strictObject({ first: several }),
  z.strictObject({ days: count, after: self }),
]) as z.ZodMiniType<Expression>;

export const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === "" || (Array.isArray(value) && !value.length);

/** The field of a record, or of one that it refers to. */
export function fieldOf({ record, near }: Facts, path: string): unknown {
  const dot = path.indexOf(".");
  return dot < 0 ? record[path] : near?.[path.slice(0, dot)]?.[path.slice(dot + 1)];
}

/** The value of an expression; `undefined` is no value. */
export function valueOf(of: Expression, facts: Facts): unknown {
  if (of === null || typeof of !== "object" || Array.isArray(of)) return of ?? undefined;
  if ("field" in of) return fieldOf(facts, of.field);
  if ("was" in of) return facts.was?.[of.was];
  if ("var" in of) return facts.vars?.[of.var];
  if ("me" in of) return facts.user;
  if ("self" in of) return facts.self;
  if ("now" in of) return momentOf(of.now, facts.now);
  if ("days" in of) { const day = valueOf(of.after, facts); return typeof day === "string" && day ? addDays(day, of.days) : undefined; }
  if ("join" in of) return of.join.map(one => valueOf(one, facts)).filter(one => !isEmpty(one)).join(of.with ?? "") || undefined;
  if ("first" in of) return of.first.map(one => valueOf(one, facts)).find(one => !isEmpty(one));
  const [how, parts] = Object.entries(of)[0] as [keyof typeof sums, Expression[]];
  const figures = parts.map(one => figureOf(valueOf(one, facts))), known = how === "plus" ? figures.filter(one => one !== undefined) : figures;
  if (!known.length || !allThere(known) || (how === "per" && known.slice(1).some(one => one.digits === 0n))) return undefined;
  return numberOf(known.reduce((sum, one) => sums[how](sum, one)));
}

const sums = { plus, minus, times, per: (a: Decimal, b: Decimal) => over(a, b, 10) };
const allThere = <T>(some: (T | undefined)[]): some is T[] => !some.includes(undefined);
const figureOf = (of: unknown): Decimal | undefined => (typeof of === "number" && Number.isFinite(of)) || (typeof of === "string" && /^-?\d{1,15}(\.\d{1,10})?$/.test(of)) ? decimal(of) : undefined;

function momentOf({ days, workingDays, hours = 0, moment }: { days?: number; workingDays?: number; hours?: number; moment?: true }, now: string): string {
  if (moment) return new Date(Date.parse(now) + ((days ?? 0) * 24 + hours) * 3_600_000).toISOString();
  return workingDays === undefined ? addDays(now, days ?? 0) : addWorkingDays(addDays(now, days ?? 0), workingDays);
}

/** A value as a field wants it: figures to its digits, a moment as the day where a day is meant. */
export function fitting(value: unknown, field: Pick<Field, "kind" | "decimals"> | undefined): unknown {
  if (typeof value === "number" && field?.decimals !== undefined) return numberOf(round(decimal(value), field.decimals));
  if (typeof value === "string" && field?.kind === "refs") return [value];
  return typeof value === "string" && field?.kind === "date" ? dayOf(value) : value;
}

/** A message in both languages; English stands in where the other is missing. */
export interface Say { en: string; "zh-CN"?: string }
export const say: z.ZodMiniType<Say> = z.strictObject({ en: z.string().check(z.minLength(1), z.maxLength(2000)), "zh-CN": z.optional(z.string().check(z.minLength(1), z.maxLength(2000))) }) as never;
export const said = (of: Say, chinese: boolean): string => (chinese ? of["zh-CN"] : undefined) ?? of.en;
