import { Router } from "express";
import { Problem } from "../../model/problem.ts";
import { recordType } from "../../model/records.ts";
import type { Doors } from "../app.ts";
import { sumsOf } from "../sums.ts";
import { known, whereOf } from "./records.ts";
import { sightOf } from "./asked.ts";

/** Counts and sums in groups: `/sums/opportunity?by=stage&of=estimatedValue&status=open`, filtered as lists are; `cuts=2026-11-01,2026-12-01` groups days and moments by the stretches between. */
export function sums({ store }: Doors): Router {
  return Router().get("/sums/:type", async (request, response) => {
    const type = recordType(request.params.type);
    if (!type) throw new Problem("not-found");
    const sight = sightOf(store, request), { by = "status", cuts, of, weight, ...filters } = request.query as Record<string, string>;
    for (const [as, name] of Object.entries({ by, of, weight })) if (name !== undefined) known(name, type.fields, as);
    const groups = await sumsOf(sight.find, type.name, whereOf(type.fields, filters, sight.who.id), { by, of, weight, cuts: cuts?.split(",").filter(cut => !Number.isNaN(Date.parse(cut))).slice(0, 60).sort() });
    response.json({ groups });
  });
}
