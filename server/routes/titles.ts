import { Router } from "express";
import { Problem } from "../../model/problem.ts";
import { splitPath, titleOf } from "../../model/record.ts";
import { recordType } from "../../model/records.ts";
import type { Doors } from "../app.ts";
import { seen } from "../row.ts";
import { sightOf } from "./asked.ts";

const most = 200;

/** The titles of many records at once, `?of=account/a,contact/b`: what a list or a form refers to costs one request. Those that the caller may not read are left out, like those that are not there. */
export function titles({ store }: Doors): Router {
  return Router().get("/titles", async (request, response) => {
    const paths = [...new Set(String(request.query.of ?? "").split(",").filter(Boolean))], sight = sightOf(store, request);
    if (paths.length > most) throw new Problem("too-large", { detail: `At most ${most} titles at once` });
    const told = await Promise.all(paths.map(async (path): Promise<[string, string][]> => {
      const [name, id] = splitPath(path), row = /^[\w-]{1,64}$/.test(id) ? await sight.get(name, id) : undefined;
      return row ? [[path, titleOf(recordType(name)!, seen(row))]] : [];
    }));
    response.json({ titles: Object.fromEntries(told.flat()) });
  });
}
