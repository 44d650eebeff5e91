import { Router } from "express";
import { wish, type Shelf } from "../../model/preferences.ts";
import { splitPath } from "../../model/record.ts";
import type { Doors } from "../app.ts";
import { briefs } from "../brief.ts";
import { prefer, preferencesOf } from "../preferences.ts";
import { bodyOf, onceOf, sightOf, whoOf } from "./asked.ts";

/** What each user has pinned, opened last, chosen and stopped; everybody has only their own. */
export function preferences({ store }: Doors): Router {
  return Router()
    .get("/preferences", async (request, response) => { response.json(await preferencesOf(store, whoOf(request).id)); })
    .post("/preferences", async (request, response) => { response.json(await prefer(store, whoOf(request), bodyOf(request, wish), onceOf(request))); })
    .get("/shelf", async (request, response) => {
      const sight = sightOf(store, request), { pinned, recent } = await preferencesOf(store, sight.who.id);
      const shown = async (paths: string[]) => briefs(sight, (await Promise.all(paths.map(path => sight.get(...splitPath(path))))).filter(row => row !== undefined));
      response.json({ pinned: await shown(pinned), recent: await shown(recent.filter(path => !pinned.includes(path))) } satisfies Shelf);
    });
}
