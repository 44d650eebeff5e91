import { Router } from "express";
import * as z from "zod/mini";
import { remove } from "../../model/change.ts";
import { alertsOf } from "../../model/guard.ts";
import { pathOf } from "../../model/record.ts";
import type { Doors } from "../app.ts";
import { outgoingOf } from "../guard.ts";
import { doneOnce } from "../history.ts";
import { standpointOf } from "../known.ts";
import { sendings, unsent } from "../ledger.ts";
import { sending, sentIdOf, sentRow } from "../sent.ts";
import { issueTicket } from "../ticket.ts";
import { linkedIn } from "../weblink.ts";
import { insisting } from "../insisting.ts";
import { work } from "../work.ts";
import { bodyOf, onceOf, sightOf, whoOf } from "./asked.ts";
import { line, message, path, people, person } from "./mail.ts";

const attached = z._default(z.array(z.object({ name: line(1000), size: z.optional(z.number()), hash: z.optional(line(64)), literature: z.optional(line(64)), quote: z.optional(line(64)) })).check(z.maxLength(500)), []);
const paths = z._default(z.array(path).check(z.maxLength(20)), []);
const draft = line(100).check(z.minLength(8));
const handing = z.object({ draft, mail: message, meeting: z.optional(z.object({ start: z.iso.datetime(), end: z.iso.datetime(), location: z._default(line(1000), "") })), on: paths, files: attached, how: z._default(z.enum(["sent", "draft"]), "sent"), warned: z._default(z.boolean(), false), guard: z._default(z.enum(["asked", "late", "failed", "off"]), "off") });
const guarding = z.object({ from: person, people, files: attached, on: paths, conversationId: z.optional(line(1000)) });

/** What happens when a mail goes out, with or without a pane: it is kept once, and looked at before. */
export function sent({ store, now, log }: Doors): Router {
  return Router()
    .post("/mail/ticket", async (request, response) => { response.json(await issueTicket(store, whoOf(request), now())); })

    .post("/guard", async (request, response) => {
      const { on, ...asked } = bodyOf(request, guarding);
      response.json({ alerts: alertsOf(await outgoingOf(sightOf(store, request), { ...asked, regarding: on.map(one => pathOf(one.type, one.id)) }, await standpointOf(store, whoOf(request)))) });
    })

    .post("/guard/missed", (request, response) => {
      const { why } = bodyOf(request, z.strictObject({ why: z.enum(["late", "failed"]) }));
      log({ level: "warn", audit: "a mail went out unguarded", why, by: whoOf(request).id });
      response.status(204).end();
    })

    .post("/mail/sent", async (request, response) => {
      const { on, guard, ...asked } = bodyOf(request, handing), who = whoOf(request), once = onceOf(request);
      if (guard === "late" || guard === "failed") log({ level: "warn", audit: "a mail went out unguarded", why: guard, by: who.id });
      const linked = await linkedIn(store, asked.mail.text, who.now.slice(0, 10));
      const { note } = await insisting(() => doneOnce(store, once, async () => {
        const change = await sending(store, sightOf(store, request), { ...asked, on: on.map(one => pathOf(one.type, one.id)) });
        if (!change) return work(store, who, [], { once, note: { logged: false } });
        const regarding = ((change as { values?: { regarding?: string[] } }).values?.regarding ?? []), files = [...asked.files, ...linked];
        const ledger = change.do === "remove" ? [] : await sendings(sightOf(store, request), { activity: change.id, at: asked.mail.sentAt, regarding, to: [...asked.mail.to, ...asked.mail.cc], bcc: asked.mail.bcc }, files);
        return work(store, who, [change, ...ledger], { inside: true, once, note: { logged: change.do !== "remove", activity: change.id } });
      }));
      response.json(note);
    })

    .post("/mail/unsent", async (request, response) => {
      const who = whoOf(request), sight = sightOf(store, request), once = onceOf(request), { draft: named } = bodyOf(request, z.object({ draft }));
      await doneOnce(store, once, async () => {
        const row = await sentRow(sight, sentIdOf(who, named)), before = row?.data.kind === "appointment" && row.version > 1; // a meeting that was there before it was sent again stays
        const changes = row && !row.data.messageId && !before ? [...await unsent(sight, row, await linkedIn(store, String(row.data.description ?? ""), who.now.slice(0, 10))), remove("activity", row.id)] : [];
        return work(store, who, changes, { inside: true, once });
      });
      response.json({ logged: false });
    });
}
