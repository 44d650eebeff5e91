import { Router } from "express";
import { Problem } from "../../model/problem.ts";
import type { Doors } from "../app.ts";
import { scorecardOf, usesOf } from "../scorecard.ts";
import { sightOf } from "./asked.ts";

/** How we stand against a competitor, and which literature was in deals that were won and lost. */
export function scorecards({ store }: Doors): Router {
  return Router()
    .get("/competitor/:id/scorecard", async (request, response) => {
      const sight = sightOf(store, request), row = /^[\w-]{1,64}$/.test(request.params.id) ? await sight.get("competitor", request.params.id) : undefined;
      if (!row) throw new Problem("not-found");
      response.json(await scorecardOf(sight, row.id));
    })
    .get("/uses/literature", async (request, response) => { response.json({ uses: await usesOf(sightOf(store, request)) }); });
}
