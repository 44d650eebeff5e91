import type { Change } from "./change.ts";
import type { Field, Fields, SaysOf, Values } from "./field.ts";
import type { FieldProblem } from "./problem.ts";
import type { Share } from "./may.ts";
import type { Named } from "./named.ts";

/** What the service adds to every record. */
export interface Stamp {
  id: string; version: number;
  status: string;
  /** The status reason. */
  reason?: string;
  /** The user that the record belongs to; organisation-owned types have none. */
  owner?: string;
  /** Who else may see it, or change it too. */
  sharedWith?: readonly Share[];
  createdAt: string; createdBy: string; updatedAt: string; updatedBy: string;
}
export type Row<F extends Fields = Fields> = Values<F> & Stamp;
export type AnyRow = Stamp & Record<string, any>;

/** Who asks, and when: all that a verb may know of the world. */
export interface Asker { user: string; now: string }

/** A neighbour that a verb wants to see: the record that a field refers to, or those that refer to this one. */
export type Read = { type: string; where: Record<string, unknown> } | { ref: string; id: string | undefined };

/** A verb moves a record from one status to another and says what else changes. It is pure: service and pane can both run it. */
export interface Verb<R, A extends Fields, S extends string> {
  from: readonly S[];
  /** The users who alone may ask this, where the record itself names them. */
  only?: (record: any) => readonly string[];
  /** Offered and obeyed only when this holds of the record; always, unless said. */
  when?: (record: R) => boolean;
  /** The new status; absent where the record stays as it is. */
  to?: S;
  /** The new status reason, given, or chosen by the answers and the record as it becomes. */
  reason?: string | ((answers: Values<A>, record: R) => string | undefined);
  asks?: A;
  /** Neighbours, loaded before `then` is called; called again with those that were read, so that they may name theirs. */
  reads?: (record: R, answers: Values<A>, read: Record<string, AnyRow[]>) => Record<string, Read>;
  /** New values of the record itself. */
  sets?: (record: R, answers: Values<A>, by: Asker) => object;
  /** What else happens. */
  then?: (record: R, answers: Values<A>, by: Asker, read: Record<string, AnyRow[]>) => Change[];
  /** Other records that the caller must be allowed to change as well, as paths. */
  also?: (answers: Values<A>) => readonly string[];
  /** Something that cannot be taken back and deserves a look first. */
  grave?: boolean;
}

export interface Status<L extends string> {
  label: L;
  reasons?: Record<string, L | readonly [label: L, code: number]>;
  /** The Dynamics state. */
  code?: number;
}

export interface RecordType<N extends string = string, F extends Fields = Fields, S extends string = string, A extends Record<string, Fields> = Record<string, Fields>, L extends string = string, V extends string = string> {
  name: N;
  label: readonly [one: L, many: L];
  /** The Dynamics entity. */
  dynamics?: string;
  fields: F;
  /** The field that names a record, or the words made from several. */
  title: (keyof F & string) | ((row: any) => string);
  /** What the second line of a list shows, in order. */
  list: readonly (keyof F & string)[];
  /** Form groups of at most six fields; fields in none are not on the form. */
  form: readonly (readonly [group: L, fields: readonly (keyof F & string)[]])[];
  statuses: Record<S, Status<L>>;
  /** The Dynamics numbers of status reasons, by status and reason, where they depend on the record. */
  reasonCodes?: (values: any) => Readonly<Record<string, Readonly<Record<string, number>>>> | undefined;
  /** The statuses in which fields may be edited; all unless said. */
  editableIn?: readonly NoInfer<S>[];
  /** Of each of these groups at least one field must be filled. */
  anyOf?: readonly (readonly (keyof F & string)[])[];
  /** What is wrong with values that pass their own checks; other record types are found by name, so that declarations need not import each other. */
  proves?: (values: any, find: (name: string) => AnyRecord | undefined) => FieldProblem[];
  /** Records of other kinds that its own statements name, beside its references. */
  names?: (values: any) => Named[];
  /** The status and reason that a record begins with, where it is not the first. */
  born?: (values: any) => { status: string; reason?: string };
  /** Belongs to the company, not to a user. */
  shared?: boolean;
  /** Work beside other records: whoever may read one that these fields name may read it and add to it. */
  beside?: readonly NoInfer<keyof F & string>[];
  /** Two of these may be made one: how the one ends that is given up. It needs a field `mergedInto`. */
  merges?: { to: NoInfer<S>; reason?: string };
  /** One of the company's own ways, such as a rule: the service keeps all of them at hand (server/company.ts). */
  configuration?: boolean;
  /** Neighbours that `derive` computes from; called again with those that were read, so that they may name theirs. */
  needs?: (values: any, read: Record<string, AnyRow[]>) => Record<string, Read>;
  /** Values computed from the others whenever these may be edited; never accepted from outside. */
  derive?: (values: any, read: Record<string, AnyRow[]>, by: Asker) => object;
  /** The field that counts the records of this type, without gaps: `Q-00001`. A number that a verb gives is kept. */
  numbered?: { field: keyof F & string; prefix: string };
  /** What else changes when a record of this type is made (`before` is nothing) or its fields are changed by hand. */
  echoes?: (now: any, before: AnyRow | undefined) => Change[];
  verbs: { [K in keyof A]: Verb<Row<F>, A[K], S> };
  /** The words on each verb's button. */
  buttons: { [K in keyof A]: V };
}

/** Declares a record type; everything else about it is derived from the declaration. */
export const record = <const N extends string, F extends Fields, const S extends string, A extends Record<string, Fields> = {}, const L extends string = string, const B extends Record<string, string> = {}>(
  name: N, type: Omit<RecordType<N, F, S, A, L>, "name" | "verbs" | "buttons"> & { verbs: { [K in keyof A]: Verb<Row<F>, A[K], NoInfer<S>> }; buttons: B },
): RecordType<N, F, S, A, L, B[keyof B] & string> => ({ ...type, name }) as never;

export type AnyRecord = RecordType<string, any, any, any, any, any>;
/** What a caller may give a record. */
export type ValuesOf<R> = R extends RecordType<string, infer F, any, any, any, any> ? Values<F> & { owner?: string } : never;
export type RowOf<R> = R extends RecordType<string, infer F, any, any, any, any> ? Row<F> : never;
/** Every word that a record type shows: labels, choices, groups, statuses, verbs and what they ask. */
export type Says<R> = R extends RecordType<string, infer F, any, infer A, infer L, infer V>
  ? L | V | SaysOf<F> | Narrow<{ [K in keyof A]: SaysOf<A[K]> }[keyof A]> : never;
type Narrow<S> = string extends S ? never : S;

export const initialStatus = (type: AnyRecord): string => Object.keys(type.statuses)[0]!;
export const initialReason = (type: AnyRecord, status: string): string | undefined => Object.keys(type.statuses[status]?.reasons ?? {})[0];
/** The verbs that a record in this status may still hear. */
export const verbsFor = (type: AnyRecord, row: AnyRow) => Object.entries(type.verbs).filter(([, verb]) => verb.from.includes(row.status) && (verb.when?.(row) ?? true));
export const editable = (type: AnyRecord, status: string): boolean => !type.editableIn || type.editableIn.includes(status);
/** The words that name a record in lists, links and headings. */
export const titleOf = (type: AnyRecord, row: Record<string, any>): string =>
  (typeof type.title === "function" ? type.title(row) : row[type.title] as string | undefined) || type.label[0];
/** Where several types are meant, a reference is `type/id`. */
export const pathOf = (type: string, id: string): string => `${type}/${id}`;
export const splitPath = (path: string): [type: string, id: string] => [path.slice(0, path.indexOf("/")), path.slice(path.indexOf("/") + 1)];
/** The fields by which a record refers to others, those in its lines as `lines.product`. */
export const refsOf = (type: AnyRecord): (readonly [path: string, field: Field])[] => Object.entries(type.fields as Fields).flatMap(([name, field]) =>
  field.to ? [[name, field] as const] : Object.entries(field.of ?? {}).filter(([, cell]) => cell.to).map(([cell, of]) => [`${name}.${cell}`, of] as const));
