import { Router, type Request } from "express";
import * as z from "zod/mini";
import { create } from "../../model/change.ts";
import type { KnownQuery } from "../../model/known.ts";
import { Problem } from "../../model/problem.ts";
import { pathOf } from "../../model/record.ts";
import { lead } from "../../model/records/lead.ts";
import type { Doors } from "../app.ts";
import { known, standpointOf } from "../known.ts";
import { activityIdOf, handedOver, houseOf, logging, mustBeKept, unlogging } from "../mail.ts";
import { doneOnce } from "../history.ts";
import { insisting } from "../insisting.ts";
import { work } from "../work.ts";
import { bodyOf, onceOf, sightOf, whoOf } from "./asked.ts";
import { changed } from "./records.ts";

export const line = (max: number) => z.string().check(z.maxLength(max));
export const person = z.object({ name: z._default(line(1000), ""), address: z._default(line(500), "") });
export const people = z._default(z.array(person).check(z.maxLength(1000)), []);
const envelope = { internetMessageId: z._default(line(1000), ""), conversationId: z._default(line(1000), ""), from: person, to: people, cc: people, subject: z._default(line(2000), "") };
const knownQuery = z.object({ ...envelope, sentAt: z.optional(z.iso.datetime()) });
export const message = z.object({
  ...envelope, bcc: z.optional(people), behalf: z.optional(line(500)), sentAt: z.iso.datetime(), text: line(200_000), html: z.optional(z.string()),
  attachments: z._default(z.array(z.object({ id: line(2000), name: line(1000), size: z.number(), contentType: line(200), inline: z.boolean() })).check(z.maxLength(500)), []),
});
export const path = z.object({ type: line(40), id: line(64) });
const enclosed = z._default(z.array(z.strictObject({ name: line(255), size: z.number(), hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)), type: line(200) })).check(z.maxLength(50)), []);

/** A message and what we know of it: who they are, what it is tied to, and the lead that it becomes. */
export function mail({ store }: Doors): Router {
  const look = async (request: Request, asked: KnownQuery) => known(sightOf(store, request), asked, await standpointOf(store, whoOf(request)));

  return Router()
    .post("/mail/known", async (request, response) => { response.json(await look(request, bodyOf(request, knownQuery))); })

    .post("/mail/log", async (request, response) => {
      const { mail, on, files } = bodyOf(request, z.object({ mail: message, on: z.array(path).check(z.minLength(1), z.maxLength(20)), files: enclosed }));
      const who = whoOf(request), once = onceOf(request), sight = sightOf(store, request), paths = on.map(one => pathOf(one.type, one.id));
      mustBeKept(mail, await houseOf(store, who));
      const compose = async () => {
        const [there, changes] = await Promise.all([Promise.all(on.map(({ type, id }) => sight.get(type, id))), logging(store, who, mail, paths, files)]);
        return there.includes(undefined) ? none() : changes;
      };
      const [standpoint, done] = await Promise.all([standpointOf(store, who), insisting(() => work(store, who, compose, { inside: true, once }))]);
      const row = done.rows.length ? undefined : await sight.get("activity", activityIdOf(mail)) ?? await handedOver(sight, mail); // it was logged there already
      changed(response, row ? { ...done, rows: [row] } : done, { known: await known(sight, mail, standpoint) });
    })

    .post("/mail/unlog", async (request, response) => {
      const { activity, on } = bodyOf(request, z.object({ activity: line(64), on: path })), who = whoOf(request), once = onceOf(request);
      changed(response, await doneOnce(store, once, async () => {
        const row = await sightOf(store, request).get("activity", activity);
        if (!row) return none();
        return work(store, who, [unlogging(row, pathOf(on.type, on.id), who)], { inside: true, once });
      }));
    })

    .post("/mail/lead", async (request, response) => {
      const { mail, values, files } = bodyOf(request, z.object({ mail: message, values: z.record(z.string(), z.unknown()), files: enclosed }));
      const who = whoOf(request), once = onceOf(request), born = create(lead, values as never);
      mustBeKept(mail, await houseOf(store, who));
      refuseComputed(values);
      changed(response.status(201), await doneOnce(store, once, async () => work(store, who, [born, ...await logging(store, who, mail, [pathOf("lead", born.id)], files)], { inside: true, once })));
    });
}

const none = (): never => { throw new Problem("not-found"); };

/** The route speaks for the service, so what the caller gives is held to a caller's rules here. */
function refuseComputed(values: object): void {
  const wrong = Object.keys(values).filter(name => (lead.fields as Record<string, { computed?: boolean }>)[name]?.computed);
  if (wrong.length) throw new Problem("invalid", { fields: wrong.map(field => ({ field, code: "computed", message: "This is worked out by the service" })) });
}
