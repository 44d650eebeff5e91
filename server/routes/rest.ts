import { Router } from "express";
import * as z from "zod/mini";
import type { Change } from "../../model/change.ts";
import { Problem } from "../../model/problem.ts";
import { recordType } from "../../model/records.ts";
import type { Doors } from "../app.ts";
import { duplicateRules, duplicatesOf } from "../duplicates.ts";
import { search } from "../search.ts";
import { erasePerson, exportPerson } from "../person.ts";
import { undo } from "../undo.ts";
import { work } from "../work.ts";
import { bodyOf, onceOf, sightOf, whoOf } from "./asked.ts";
import { changed } from "./records.ts";

const id = z.string().check(z.regex(/^[\w-]{1,64}$/)), values = z.record(z.string(), z.unknown()), type = z.string().check(z.maxLength(40));
const change = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("create"), type, id, values }), z.strictObject({ do: z.literal("update"), type, id, values }),
  z.strictObject({ do: z.literal("act"), type, id, verb: z.string(), answers: values }), z.strictObject({ do: z.literal("remove"), type, id }),
]);

/** What is not about one record: who I am, several changes at once, taking back, duplicates, search. */
export function rest({ store }: Doors): Router {
  return Router()
    .get("/me", (request, response) => { const { now: _, ...me } = whoOf(request); response.json(me); })
    .post("/changes", async (request, response) => {
      const { changes } = bodyOf(request, z.strictObject({ changes: z.array(change).check(z.minLength(1), z.maxLength(100)) }));
      changed(response, await work(store, whoOf(request), changes as Change[], { once: onceOf(request) }));
    })
    .post("/undo/:commit", async (request, response) => { changed(response, await undo(store, whoOf(request), request.params.commit, onceOf(request))); })
    .post("/duplicates/:type", async (request, response) => {
      if (!recordType(request.params.type)) throw new Problem("not-found");
      response.json({ duplicates: await duplicatesOf(sightOf(store, request), await duplicateRules(store), request.params.type, bodyOf(request, values), typeof request.query.not === "string" ? request.query.not : undefined) });
    })
    .get("/person/:type/:id", async (request, response) => { response.attachment("person.json").json(await exportPerson(store, whoOf(request), request.params.type, request.params.id)); })
    .post("/person/:type/:id/erase", async (request, response) => { response.json(await erasePerson(store, whoOf(request), request.params.type, request.params.id, onceOf(request))); })
    .get("/search", async (request, response) => { response.json(await search(store, sightOf(store, request), String(request.query.text ?? ""), request.query.types === undefined ? undefined : String(request.query.types).split(","))); });
}
