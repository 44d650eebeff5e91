import type { Request } from "express";
import { createHash } from "node:crypto";
import type { $ZodType, output } from "zod/v4/core";
import { safeParse } from "zod/v4/core";
import { Problem, fieldProblems } from "../../model/problem.ts";
import { sight, type Sight } from "../sight.ts";
import type { Store } from "../store/store.ts";
import type { Once } from "../history.ts";
import type { Who } from "../work.ts";

/** Who asks, as identity left it on the request. */
export const whoOf = (request: Request): Who => request.res!.locals.who as Who;

/** The store as whoever asks may read it. */
export const sightOf = (store: Store, request: Request): Sight => sight(store, whoOf(request));

/** The version that the caller means to change; refused where none is said. */
export function versionOf(request: Request): number {
  const said = /^(?:W\/)?"(\d{1,15})"$/.exec(request.header("if-match") ?? "")?.[1];
  if (said === undefined) throw new Problem("needs-version");
  return Number(said);
}

/** The caller's key for this one intent, with everything that was asked under it. */
export function onceOf(request: Request): Once | undefined {
  const key = request.header("idempotency-key");
  if (key === undefined) return undefined;
  if (!key || key.length > 255) throw new Problem("malformed", { detail: "An Idempotency-Key has 1 to 255 characters" });
  return { by: whoOf(request).id, key, asked: [request.method, request.path, request.header("if-match"), Buffer.isBuffer(request.body) ? createHash("sha256").update(request.body).digest("hex") : request.body as unknown, ...Object.keys(request.query).length ? [request.query] : []] };
}

/** The body as its schema wants it, or one problem that names every wrong field. */
export function bodyOf<S extends $ZodType>(request: Request, schema: S): output<S> {
  const { success, data, error } = safeParse(schema, request.body ?? {});
  if (success) return data;
  throw new Problem("invalid", { fields: fieldProblems(error.issues, request.body) });
}
