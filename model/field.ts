import * as z from "zod/mini";

/** Every kind of value. Widgets, cells and sort orders are tables over this union: a new kind does not compile until each has it. */
export type Kind =
  | "text" | "prose" | "email" | "phone" | "link"
  | "number" | "money" | "flag" | "choice" | "date" | "moment"
  | "ref" | "refs" | "lines" | "data";

/** What happens to a record when the one that it refers to is removed: forbid the removal, forget the reference, or go too. */
export type Gone = "refuse" | "clear" | "remove";

/** What a field knows: its name for people, its kind for machines, its check for both. `L` collects every word it shows, so that a missing translation does not compile. */
export interface Field<T = any, L extends string = string> {
  kind: Kind;
  label: L;
  check: z.ZodMiniType<T>;
  required: boolean;
  /** Longest text, in UTF-16 units. */
  max?: number;
  /** Digits after the point of a number or an amount. */
  decimals?: number;
  choices?: Record<string, L>;
  /** The Dynamics option value of each choice. */
  codes?: Record<string, number>;
  /** The record types that a reference may name. */
  to?: readonly string[];
  gone?: Gone;
  of?: Fields;
  /** The Dynamics attribute that this field imports from and exports to. */
  dynamics?: string;
  /** An index: lists are filtered by it without reading all records. */
  find?: boolean;
  /** Made by the service or by derive(); never accepted from outside. */
  computed?: boolean;
}
export type Fields = Record<string, Field>;

interface Options { required?: boolean; dynamics?: string; find?: boolean; computed?: boolean }
type Maybe<T, O> = O extends { required: true } ? T : T | undefined;

/** Checks are made when somebody first checks: the pane declares hundreds of fields and checks few. */
function field<T, O, L extends string>(kind: Kind, label: L, check: () => z.ZodMiniType<T>, options: (O & Options) | undefined, extra: Partial<Field> = {}): Field<Maybe<T, O>, L> {
  const required = options?.required ?? false;
  let made: z.ZodMiniType | undefined;
  return { ...options, ...extra, kind, label, required, get check() { return made ??= required ? check() : z.optional(check()); } } as Field<Maybe<T, O>, L>;
}

const words = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/** One line of text, trimmed. */
export const text = <const L extends string, const O extends Options & { max?: number }>(label: L, o?: O) =>
  field("text", label, () => words(o?.max ?? 200), o, { max: o?.max ?? 200 });
/** Several lines of text. */
export const prose = <const L extends string, const O extends Options & { max?: number }>(label: L, o?: O) =>
  field("prose", label, () => words(o?.max ?? 2000), o, { max: o?.max ?? 2000 });
/** An e-mail address without anything around it, at most 100 characters where it is used; nothing in it can begin another header. */
export const addressPattern = /^[^\s@"<>(),;:]+@[^\s@"<>(),;:.]+(\.[^\s@"<>(),;:.]+)+$/u;
/** An address as people type it; upper and lower case are kept, matching folds them. */
export const email = <const L extends string, const O extends Options>(label: L, o?: O) =>
  field("email", label, () => z.string().check(z.trim(), z.maxLength(100), z.regex(addressPattern)), o, { max: 100 });
/** A number as people write it, extension and all: at least three digits. */
export const phone = <const L extends string, const O extends Options>(label: L, o?: O) =>
  field("phone", label, () => z.string().check(z.trim(), z.maxLength(50), z.refine(s => s.replace(/\D/g, "").length >= 3, { params: { code: "not-a-phone" } })), o, { max: 50 });
/** A web address; one without a scheme is read as https, and only http and https are links. */
export const link = <const L extends string, const O extends Options>(label: L, o?: O) =>
  field("link", label, () => z.string().check(z.trim(), z.maxLength(200), z.regex(/^(https?:\/\/)?[^\s/:@?#<>".]+(\.[^\s/:@?#<>".]+)+([/?#:][^\s<>"]*)?$/iu)), o, { max: 200 });
export const number = <const L extends string, const O extends Options & { min?: number; max?: number; decimals?: number }>(label: L, o?: O) =>
  field("number", label, () => decimal(o?.min ?? -1e11, o?.max ?? 1e11, o?.decimals ?? 0), o, { max: undefined, decimals: o?.decimals ?? 0 });
/** An amount in the record's currency, in its major unit. At most 15 digits, which a double carries exactly; sums are made in pricing.ts, never with +. */
export const money = <const L extends string, const O extends Options & { min?: number; decimals?: number }>(label: L, o?: O) =>
  field("money", label, () => decimal(o?.min ?? -1e11, 1e11, o?.decimals ?? 2), o, { decimals: o?.decimals ?? 2 });
export const flag = <const L extends string, const O extends Options>(label: L, o?: O) => field("flag", label, () => z.boolean(), o);
/** A day, `2026-11-24`, without a time zone. */
export const date = <const L extends string, const O extends Options>(label: L, o?: O) => field("date", label, () => z.iso.date(), o);
/** An instant, ISO 8601 in UTC. */
export const moment = <const L extends string, const O extends Options>(label: L, o?: O) => field("moment", label, () => z.iso.datetime(), o);

type Choices = Record<string, string | readonly [label: string, code: number]>;
type ChoiceLabel<C> = { [K in keyof C]: C[K] extends readonly [infer L extends string, number] ? L : C[K] extends string ? C[K] : never }[keyof C];
/** One of a few; a choice is written as its label, or as its label and its Dynamics value. */
export function choice<const L extends string, const C extends Choices, const O extends Options>(label: L, of: C, o?: O): Field<Maybe<keyof C & string, O>, L | (ChoiceLabel<C> & string)> {
  const names = Object.keys(of) as (keyof C & string)[];
  const choices = Object.fromEntries(names.map(name => [name, [of[name]!].flat()[0] as string]));
  const codes = Object.fromEntries(names.flatMap(name => Array.isArray(of[name]) ? [[name, of[name]![1] as unknown as number]] : []));
  return field("choice", label as string, () => z.enum(names as [string, ...string[]]), o, { choices, codes }) as never;
}

type RefOptions = Options & { gone?: Gone };
const id = z.string().check(z.regex(/^[\w-]{1,64}$/));
/** Another record: its id where only one type is meant, `type/id` where several are. */
export const ref = <const L extends string, const O extends RefOptions>(label: L, to: string | readonly string[], o?: O) =>
  field("ref", label, () => typeof to === "string" ? id : path(to), o, { to: [to].flat(), gone: o?.gone ?? "clear", find: true });
/** Several other records, without repetition. */
export const refs = <const L extends string, const O extends RefOptions>(label: L, to: string | readonly string[], o?: O) =>
  field("refs", label, () => z.array(typeof to === "string" ? id : path(to)).check(z.maxLength(100)), o, { to: [to].flat(), gone: o?.gone ?? "clear", find: true });
const path = (to: readonly string[]) => z.string().check(z.regex(new RegExp(`^(${to.join("|")})/[\\w-]{1,64}$`)));

/** Rows that live and die with their record: the lines of a quote, the people of a meeting. */
export const lines = <const L extends string, F extends Fields>(label: L, of: F, o?: { max?: number; computed?: boolean }): Field<Values<F>[] | undefined, L | SaysOf<F>> =>
  field("lines", label as never, () => z.array(shape(of)).check(z.maxLength(o?.max ?? 500)) as never, { computed: o?.computed }, { of }) as never;

/** A value of its own shape: what rules, processes and dialogs are written in. The schema is the whole check. */
export const data = <const L extends string, T, const O extends Options>(label: L, check: z.ZodMiniType<T>, o?: O) => field("data", label, () => check, o);

/** The object check for a set of fields; unknown keys are refused, never dropped in silence. */
export function shape(fields: Fields) {
  let made = shapes.get(fields);
  if (!made) shapes.set(fields, made = z.strictObject(Object.fromEntries(Object.entries(fields).map(([name, f]) => [name, f.check]))));
  return made;
}
const shapes = new WeakMap<Fields, z.ZodMiniObject>();

function decimal(min: number, max: number, decimals: number) {
  return z.number().check(z.gte(min), z.lte(max), z.refine(n => Number(n.toFixed(decimals)) === n, { error: "too-precise", params: { code: "too-precise", decimals } }));
}

/** The words that a set of fields shows. */
export type SaysOf<F> = F extends Record<string, infer X> ? X extends Field<any, infer L> ? L : never : never;
type ValueOf<F> = F extends Field<infer T, any> ? T : never;
type Flat<T> = { [K in keyof T]: T[K] } & {};
/** The TypeScript type of a set of fields. */
export type Values<F extends Fields> = Flat<
  { [K in keyof F as undefined extends ValueOf<F[K]> ? never : K]: ValueOf<F[K]> } &
  { [K in keyof F as undefined extends ValueOf<F[K]> ? K : never]?: ValueOf<F[K]> }
>;
