import { Router, type RequestHandler } from "express";
import * as z from "zod/mini";
import { Problem } from "../../model/problem.ts";
import type { Doors } from "../app.ts";
import { shelved } from "../documents/shelf.ts";
import { recipientsOf } from "../ledger.ts";
import { offersFor } from "../library.ts";
import { allFilesOf } from "../row.ts";
import { followWeblink, makeWeblink, mostDays } from "../weblink.ts";
import { bodyOf, onceOf, sightOf } from "./asked.ts";
import { sendFile } from "./files.ts";

/** Literature for what is being written, pictures of first pages, who has what, and links for people outside. */
export function library({ store, publicUrl }: Doors): Router {
  return Router()
    .get("/library", async (request, response) => {
      const { on, text, take } = request.query as Record<string, unknown>;
      if (on !== undefined && !(typeof on === "string" && /^[a-zA-Z]{1,40}\/[\w-]{1,64}$/.test(on))) throw new Problem("invalid", { fields: [{ field: "on", code: "wrong", message: "Say type/id" }] });
      const most = Number(take);
      response.json(await offersFor(sightOf(store, request), store, { on, words: typeof text === "string" ? text.slice(0, 200) : undefined, take: Number.isInteger(most) && most > 0 && most <= 1_000 ? most : undefined }));
    })
    .get("/library/:id/recipients", async (request, response) => {
      const sight = sightOf(store, request);
      if (!await sight.get("literature", request.params.id)) throw new Problem("not-found");
      response.json({ recipients: await recipientsOf(sight, request.params.id) });
    })
    .get("/library/:id/:hash/page", async (request, response) => {
      const { id, hash } = request.params, piece = await sightOf(store, request).get("literature", id);
      if (!piece || !allFilesOf(piece.data).includes(hash)) throw new Problem("not-found");
      const picture = (await shelved(store, hash))?.files?.[0];
      if (!picture) { response.status(204).end(); return; } // slides, tables and what nobody has opened yet
      await sendFile(store, request, response, picture.hash, picture.name);
    })
    .post("/library/:id/link", async (request, response) => {
      const { hash, days } = bodyOf(request, z.strictObject({ hash: z.string().check(z.maxLength(64)), days: z.optional(z.int().check(z.minimum(1), z.maximum(mostDays))) }));
      const { token, ...made } = await makeWeblink(store, sightOf(store, request), request.params.id, hash, days, onceOf(request));
      response.status(201).json({ url: `${publicUrl ?? `${request.protocol}://${request.get("host")}`}/get/${token}`, ...made });
    });
}

/** What a link leads to, for anybody who has it: no sign-in, no trace of who came. */
export const linked = ({ store, now }: Doors): RequestHandler => async (request, response) => {
  const found = await followWeblink(store, String(request.params.token), now().toISOString().slice(0, 10));
  if (!found) throw new Problem("not-found");
  await sendFile(store, request, response, found.hash, found.name);
};
