import { Router } from "express";
import * as z from "zod/mini";
import { Problem } from "../../model/problem.ts";
import { pathOf } from "../../model/record.ts";
import type { Doors } from "../app.ts";
import { loggedOn } from "../known.ts";
import { briefingOf } from "../briefing.ts";
import { meetingLog, meetingRow } from "../meeting.ts";
import { outcomeOf } from "../outcome.ts";
import { doneOnce } from "../history.ts";
import { insisting } from "../insisting.ts";
import { work } from "../work.ts";
import { bodyOf, onceOf, sightOf, whoOf } from "./asked.ts";
import { line, path, people, person } from "./mail.ts";
import { changed } from "./records.ts";

const invitation = z.object({ subject: line(2000), organizer: person, required: people, optional: people, start: z.iso.datetime(), end: z.iso.datetime(), location: z._default(line(1000), "") });
const outcome = z.object({
  meeting: invitation, on: path, decided: z._default(line(100_000), ""), stage: z.optional(line(40)),
  tasks: z._default(z.array(z.object({ subject: line(400).check(z.minLength(1)), due: z.optional(z.iso.date()) })).check(z.maxLength(20)), []),
});

/** A meeting before, while and after it is held: what one should know for it, that it is logged once for all who are invited, and what came of it. */
export function meetings({ store }: Doors): Router {
  return Router()
    .post("/meeting/known", async (request, response) => {
      const sight = sightOf(store, request), row = await meetingRow(sight, bodyOf(request, z.object({ meeting: invitation })).meeting);
      response.json({ logged: row ? await loggedOn(sight, row) : [], ...row && { activity: { id: row.id, version: row.version }, held: row.data.status === "completed" } });
    })

    .post("/meeting/log", async (request, response) => {
      const { meeting, on } = bodyOf(request, z.object({ meeting: invitation, on: z.array(path).check(z.minLength(1), z.maxLength(20)) })), who = whoOf(request), once = onceOf(request);
      const { commit, note } = await insisting(() => doneOnce(store, once, async () => {
        const { id, change } = await meetingLog(store, who, meeting, on.map(one => pathOf(one.type, one.id)));
        return work(store, who, change ? [change] : [], { inside: true, once, note: { activity: id, already: !change } });
      }));
      response.json({ ...note as object, ...commit && { commit } });
    })

    .post("/meeting/outcome", async (request, response) => {
      const { on, ...given } = bodyOf(request, outcome), once = onceOf(request);
      changed(response, await doneOnce(store, once, async () => work(store, whoOf(request), await outcomeOf(store, sightOf(store, request), { ...given, on: pathOf(on.type, on.id) }), { inside: true, once })));
    })

    .get("/briefing", async (request, response) => {
      const { on } = request.query as Record<string, unknown>;
      if (!(typeof on === "string" && /^[a-zA-Z]{1,40}\/[\w-]{1,64}$/.test(on))) throw new Problem("invalid", { fields: [{ field: "on", code: "wrong", message: "Say type/id" }] });
      response.json(await briefingOf(sightOf(store, request), on));
    });
}
