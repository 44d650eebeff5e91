import express, { Router } from "express";
import * as z from "zod/mini";
import { Problem } from "../../model/problem.ts";
import { recordType } from "../../model/records.ts";
import type { Doors } from "../app.ts";
import { exported, imported } from "../transfer.ts";
import { onceOf, whoOf } from "./asked.ts";
import { whereOf } from "./records.ts";

const wishes = z.object({ duplicates: z._default(z.enum(["skip", "update", "create"]), "skip"), dry: z._default(z.enum(["true", "false"]), "true"), map: z._default(z.string().check(z.maxLength(20_000)), "{}") });
const mapping = z.record(z.string(), z.nullable(z.string()));

/** Records out and in as CSV. An import is a rehearsal unless `dry=false`; `duplicates` says what becomes of what is there already. */
export function transfer({ store }: Doors): Router {
  const typeOf = (name: string) => recordType(name) ?? (() => { throw new Problem("not-found"); })();
  return Router()
    .get("/export/:type", async (request, response) => {
      const type = typeOf(request.params.type), who = whoOf(request);
      response.attachment(`${type.name}.csv`).type("text/csv; charset=utf-8").send(await exported(store, who, type, whereOf(type.fields, request.query, who.id)));
    })
    .post("/import/:type", express.text({ type: "text/csv", limit: "25mb" }), async (request, response) => {
      const type = typeOf(request.params.type), asked = z.safeParse(wishes, request.query);
      if (!asked.success || typeof request.body !== "string") throw new Problem("malformed", { detail: "Send text/csv; duplicates is skip, update or create, dry is true or false" });
      const { duplicates, dry, map } = asked.data;
      response.json(await imported(store, whoOf(request), type, request.body, { policy: duplicates, dry: dry === "true", map: read(map), once: onceOf(request) }));
    });
}

function read(map: string): Record<string, string | null> {
  try { return z.parse(mapping, JSON.parse(map)); } catch (cause) { throw new Problem("malformed", { detail: "map is a JSON object of header and field", cause }); }
}
