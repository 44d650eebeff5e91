import type { $ZodIssue } from "zod/v4/core";

/** Everything that can go wrong, once: a code, its HTTP status, and a title for logs and for people without the pane. */
const problems = {
  "malformed":      [400, "The request could not be read"],
  "unauthorised":   [401, "Please sign in"],
  "forbidden":      [403, "You may not do this"],
  "consent":        [403, "An administrator has to allow this program first"],
  "not-found":      [404, "There is no such record"],
  "no-such-method": [405, "This address does not take that method"],
  "wrong-status":   [409, "The record is not in a status that allows this"],
  "duplicate":      [409, "There is such a record already"],
  "in-use":         [409, "Other records still refer to this one"],
  "numbered":       [409, "A record with a number stays, so that no number is missing: cancel it instead"],
  "in-flight":      [409, "The same request is still being worked on"],
  "awaits-approval": [409, "This waits for an approval already"],
  "touched":        [409, "Something has changed since, so this can no longer be undone"],
  "stale":          [412, "Someone else changed the record meanwhile"],
  "too-large":      [413, "This is larger than allowed"],
  "wrong-type":     [415, "This kind of content is not taken here"],
  "invalid":        [422, "Some fields need attention"],
  "key-reused":     [422, "This idempotency key was used for another request"],
  "needs-version":  [428, "Say which version you are changing (If-Match)"],
  "too-many":       [429, "Too many requests, please wait a moment"],
  "unexpected":     [500, "Something went wrong on our side"],
  "unavailable":    [503, "The service is not available right now"],
  "disk-full":      [507, "The disk is full: nothing was saved"],
  "kept-out":       [422, "Messages like this one are never kept"],
  "queued":         [596, "Not saved yet: it will be sent when the service is back"],
  "offline":        [599, "The service cannot be reached"],
  "outlook":        [598, "Outlook did not answer"],
  "changed-item":   [597, "Outlook shows another message now"],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof problems;

/** What is wrong with one field: a machine's code, a person's sentence, and the figures in it. */
export interface FieldProblem { field: string; code: string; message: string; params?: Record<string, unknown> }

interface Details { fields?: FieldProblem[]; detail?: string; seconds?: number; cause?: unknown; current?: object }

/** One error for both ends of the wire: thrown in the service, written as problem+json, thrown again in the pane. */
export class Problem extends Error {
  readonly fields: FieldProblem[];
  /** What exactly, in one sentence for people. */
  readonly detail: string | undefined;
  /** When trying again makes sense. */
  readonly seconds: number | undefined;
  /** The record as it is now, where somebody else was faster. */
  readonly current: object | undefined;

  constructor(readonly code: ProblemCode, { fields = [], detail, seconds, cause, current }: Details = {}) {
    super(detail ?? problems[code][1], { cause });
    Object.assign(this, { name: "Problem" });
    this.fields = fields; this.detail = detail; this.seconds = seconds; this.current = current;
  }
  get status(): number { return problems[this.code][0]; }
  get title(): string { return problems[this.code][1]; }

  toJSON() {
    const { code, status, title, detail, fields, seconds, current } = this;
    return { type: `/problems/${code}`, title, status, code, detail, fields: fields.length ? fields : undefined, seconds, current };
  }

  /** Reads problem+json; anything else is unexpected. */
  static from(body: unknown): Problem {
    const { code, ...details } = (body ?? {}) as Details & { code?: string };
    return code && code in problems ? new Problem(code as ProblemCode, details) : new Problem("unexpected", { cause: body });
  }
}

/** Every wrong field at once, from what the check found. */
export const fieldProblems = (issues: readonly $ZodIssue[], given: unknown): FieldProblem[] => issues.flatMap(issue => {
  const field = issue.path.join("."), missing = valueAt(given, issue.path) === undefined;
  if (issue.code === "unrecognized_keys") return issue.keys.map(key => problem([field, key].filter(Boolean).join("."), "unknown"));
  if (issue.code === "invalid_type") return [problem(field, missing ? "required" : "wrong-kind", { expected: issue.expected })];
  if (issue.code === "too_big") return [problem(field, issue.origin === "string" || issue.origin === "array" ? "too-long" : "too-big", { max: issue.maximum })];
  if (issue.code === "too_small") return [issue.origin === "string" ? problem(field, "required") : problem(field, "too-small", { min: issue.minimum })];
  if (issue.code === "invalid_value") return [problem(field, missing ? "required" : "not-a-choice", { choices: issue.values })];
  if (issue.code === "custom") return [problem(field, known(issue.params?.code), issue.params)];
  return [problem(field, issue.code === "invalid_format" ? "wrong-format" : "wrong")];
});

const valueAt = (given: unknown, path: readonly PropertyKey[]): unknown => path.reduce<any>((value, key) => value?.[key], given);

/** What can be wrong with a field, each with a sentence; the panes say all of them in both languages (addin/record/words). */
const sentences = {
  "required": "This is needed", "unknown": "There is no such field", "wrong-kind": "This is not the kind of value that belongs here",
  "too-long": "This is longer than {max} characters", "too-big": "This is more than {max}", "too-small": "This is less than {min}",
  "not-a-choice": "This is not one of the choices", "wrong-format": "This is not written as it should be",
  "too-precise": "At most {decimals} digits after the point", "not-a-phone": "This is not a phone number",
  "no-such-file": "This file is not here any more; add it again", "wrong": "This is not right", "only-bundles": "Only a bundle is made up of other products",
  "overlaps": "This overlaps another line", "other-currency": "This is in another currency", "not-priced": "Some lines have no valid price yet: {problem}", "no-lines": "There is nothing on it yet", "last-quote": "Other quotes of this opportunity are still open", "more-than-ordered": "More than was ordered", "one-of-needed": "One of these is needed", "needs-customer": "A deal needs an account or a contact", "own-approval": "Nobody approves what they have asked for themselves", "stray": "There is no {what} “{name}”", "no-such-record": "This record does not exist", "no-such-place": "There is no field “{name}” to put in here", "locked": "This cannot be changed any more", "stage-needs": "This stage is not finished without it", "refused": "A rule of the company does not allow this", "computed": "This is worked out by the service",
  "no-such-type": "There is no such type of record", "no-such-field": "There is no such field", "not-to-merge-with": "It cannot be merged with this one", "too-many-cells": "This row has more cells than there are headers",
} as const satisfies Record<string, string>;
export type FieldCode = keyof typeof sentences;
const known = (code: unknown): FieldCode => Object.hasOwn(sentences, String(code)) ? code as FieldCode : "wrong";

/** One field's problem in words. */
export const problem = (field: string, code: FieldCode, params?: Record<string, unknown>): FieldProblem =>
  ({ field, code, message: sentences[code].replace(/\{(\w+)\}/g, (_, name: string) => String(params?.[name])), params });
