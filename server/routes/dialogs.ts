import { Router, type Response } from "express";
import * as z from "zod/mini";
import type { Session } from "../../model/dialog.ts";
import { said } from "../../model/expression.ts";
import type { Doors } from "../app.ts";
import { comment, goBack, reply, stand, start, type Stood } from "../dialogs.ts";
import { bodyOf, onceOf, whoOf } from "./asked.ts";

const anything = z.record(z.string().check(z.maxLength(100)), z.unknown()), secrets = z._default(anything, {});

/** Dialogs on their way. Answers that are kept nowhere travel with each request as `secrets`, and come back with the new ones. */
export function dialogs({ store }: Doors): Router {
  const give = (response: Response, { session: { session, ...row }, standing: where, secrets }: Stood) => {
    const { answers, root, scripts } = session as Session;
    const about = where.at === "end" ? { at: "end", outcome: where.outcome, say: where.say && { en: said(where.say, false), "zh-CN": said(where.say, true) }, vars: where.vars } : where.at === "page" ? { at: where.at, n: where.n, page: where.page, given: where.given, back: where.back } : where;
    response.json({ session: { ...row, name: scripts[root]!.name, answered: answers.length }, standing: about, secrets });
  };
  return Router()
    .post("/dialogs/start", async (request, response) => {
      const { dialog, on, inputs } = bodyOf(request, z.strictObject({ dialog: z.string().check(z.maxLength(64)), on: z.optional(z.string().check(z.regex(/^[a-zA-Z]{1,40}\/[\w-]{1,64}$/))), inputs: z.optional(anything) }));
      give(response.status(201), await start(store, whoOf(request), dialog, { on, inputs, once: onceOf(request) }));
    })
    .post("/dialogs/:id/stand", async (request, response) => { give(response, await stand(store, whoOf(request), request.params.id, bodyOf(request, z.strictObject({ secrets })).secrets)); })
    .post("/dialogs/:id/answer", async (request, response) => {
      const { n, values, secrets: known } = bodyOf(request, z.strictObject({ n: z.int().check(z.gte(0), z.lte(10_000)), values: anything, secrets }));
      give(response, await reply(store, whoOf(request), request.params.id, n, values, { secrets: known, once: onceOf(request) }));
    })
    .post("/dialogs/:id/back", async (request, response) => { give(response, await goBack(store, whoOf(request), request.params.id, { secrets: bodyOf(request, z.strictObject({ secrets })).secrets, once: onceOf(request) })); })
    .post("/dialogs/:id/comments", async (request, response) => {
      const { text } = bodyOf(request, z.strictObject({ text: z.string().check(z.maxLength(10_000)) }));
      give(response, await comment(store, whoOf(request), request.params.id, text, onceOf(request)));
    });
}
