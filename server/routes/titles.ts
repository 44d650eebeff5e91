import { Router } from "express";
import { may } from "../../model/may.ts";
import { Problem } from "../../model/problem.ts";
import { splitPath, titleOf, type AnyRow } from "../../model/record.ts";
import { recordType } from "../../model/records.ts";
import type { Doors } from "../app.ts";
import { seen } from "../row.ts";
import { whoOf } from "./asked.ts";

const most = 200;

/** The titles of many records at once, `?of=account/a,contact/b`: what a list or a form refers to costs one request. Those that the caller may not read are left out, like those that are not there. */
export function titles({ store }: Doors): Router {
  return Router().get("/titles", async (request, response) => {
    const paths = [...new Set(String(request.query.of ?? "").split(",").filter(Boolean))], who = whoOf(request);
    if (paths.length > most) throw new Problem("too-large", { detail: `At most ${most} titles at once` });
    const told = await Promise.all(paths.map(async (path): Promise<[string, string][]> => {
      const [name, id] = splitPath(path), type = recordType(name), row = type && /^[\w-]{1,64}$/.test(id) ? await store.get(name, id) : undefined;
      return type && row && may(who, "read", type, row.data as AnyRow) ? [[path, titleOf(type, seen(row))]] : [];
    }));
    response.json({ titles: Object.fromEntries(told.flat()) });
  });
}
