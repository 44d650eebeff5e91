import { Router } from "express";
import * as z from "zod/mini";
import { create, remove, update } from "../../model/change.ts";
import { Problem } from "../../model/problem.ts";
import { pathOf } from "../../model/record.ts";
import { lead } from "../../model/records/lead.ts";
import type { Doors } from "../app.ts";
import { known } from "../known.ts";
import { activityIdOf, handedOver, logging } from "../mail.ts";
import { work, type Done } from "../work.ts";
import { bodyOf, onceOf, sightOf, whoOf } from "./asked.ts";
import { changed } from "./records.ts";

export const line = (max: number) => z.string().check(z.maxLength(max));
export const person = z.object({ name: z._default(line(1000), ""), address: z._default(line(500), "") });
export const people = z._default(z.array(person).check(z.maxLength(1000)), []);
const envelope = { internetMessageId: z._default(line(1000), ""), conversationId: z._default(line(1000), ""), from: person, to: people, cc: people, subject: z._default(line(2000), "") };
const knownQuery = z.object({ ...envelope, sentAt: z.optional(z.iso.datetime()) });
export const message = z.object({
  ...envelope, bcc: z.optional(people), sentAt: z.iso.datetime(), text: line(200_000), html: z.optional(z.string()),
  attachments: z._default(z.array(z.object({ id: line(2000), name: line(1000), size: z.number(), contentType: line(200), inline: z.boolean() })).check(z.maxLength(500)), []),
});
export const path = z.object({ type: line(40), id: line(64) });

/** A message and what we know of it: who they are, what it is tied to, and the lead that it becomes. */
export function mail({ store }: Doors): Router {
  return Router()
    .post("/mail/known", async (request, response) => { response.json(await known(sightOf(store, request), bodyOf(request, knownQuery))); })

    .post("/mail/log", async (request, response) => {
      const { mail, on } = bodyOf(request, z.object({ mail: message, on: z.array(path).check(z.minLength(1), z.maxLength(20)) }));
      const who = whoOf(request), once = onceOf(request), paths = on.map(one => pathOf(one.type, one.id));
      let done: Done;
      for (let tries = 5; ; tries--) {
        const changes = await logging(store, who, mail, paths);
        if (!changes.length) { const row = await sightOf(store, request).get("activity", activityIdOf(mail)) ?? await handedOver(sightOf(store, request), mail); done = { commit: "", rows: row ? [row] : [] }; break; }
        try { done = await work(store, who, changes, { inside: true, once }); break; }
        catch (error) { if (!(error instanceof Problem && ["stale", "duplicate"].includes(error.code)) || tries < 1) throw error; }
      }
      changed(response, done, { known: await known(sightOf(store, request), mail) });
    })

    .post("/mail/unlog", async (request, response) => {
      const { activity, on } = bodyOf(request, z.object({ activity: line(64), on: path }));
      const row = await sightOf(store, request).get("activity", activity), gone = pathOf(on.type, on.id);
      if (!row) throw new Problem("not-found");
      const regarding = (row.data.regarding as string[]).filter(one => one !== gone), logs = (row.data.logs as { on: string }[] | undefined ?? []).filter(log => log.on !== gone);
      const change = regarding.length ? update("activity", activity, { regarding, logs }) : remove("activity", activity);
      changed(response, await work(store, whoOf(request), [change], { inside: true, once: onceOf(request) }));
    })

    .post("/mail/lead", async (request, response) => {
      const { mail, values } = bodyOf(request, z.object({ mail: message, values: z.record(z.string(), z.unknown()) }));
      const who = whoOf(request), born = create(lead, values as never);
      const log = await logging(store, who, mail, [pathOf("lead", born.id)]);
      refuseComputed(values);
      changed(response.status(201), await work(store, who, [born, ...log], { inside: true, once: onceOf(request) }));
    });
}

/** The route speaks for the service, so what the caller gives is held to a caller's rules here. */
function refuseComputed(values: object): void {
  const wrong = Object.keys(values).filter(name => (lead.fields as Record<string, { computed?: boolean }>)[name]?.computed);
  if (wrong.length) throw new Problem("invalid", { fields: wrong.map(field => ({ field, code: "computed", message: "This is worked out by the service" })) });
}
