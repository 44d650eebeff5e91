import { Router } from "express";
import { shape } from "../../model/field.ts";
import { may } from "../../model/may.ts";
import { Problem } from "../../model/problem.ts";
import type { AnyRow } from "../../model/record.ts";
import { printedName } from "../../model/printed.ts";
import { recordType } from "../../model/records.ts";
import { paper } from "../../model/records/paper.ts";
import type { Doors } from "../app.ts";
import { fill } from "../paper/fill.ts";
import { gather, logoOf, type Printed } from "../paper/gather.ts";
import { print } from "../paper/print.ts";
import { sample } from "../paper/sample.ts";
import { seen } from "../row.ts";
import { bodyOf, sightOf, whoOf } from "./asked.ts";

const printed = ["quote", "order", "invoice"];

/** Quotes, orders and invoices as PDF, and how a paper looks before it is saved. */
export function papers({ store }: Doors): Router {
  return Router()
    .get("/:type/:id/pdf", async (request, response, next) => {
      const { type, id } = request.params, asked = request.query.language;
      if (!printed.includes(type) || !recordType(type)) { next(); return; }
      const sight = sightOf(store, request), row = /^[\w-]{1,64}$/.test(id) ? await sight.get(type, id) : undefined;
      if (!row) throw new Problem("not-found");
      const shown = seen(row) as AnyRow, sheet = fill(await gather(store, sight, type as Printed, shown, asked === "en" || asked === "zh" ? asked : undefined));
      response.attachment(printedName(shown)).type("application/pdf").send(Buffer.from(await print(sheet)));
    })
    .post("/paper/preview", async (request, response) => {
      const who = whoOf(request);
      if (!may(who, "write", recordType("paper")!, {})) throw new Problem("forbidden");
      const values = bodyOf(request, shape(paper.fields)) as Record<string, any>;
      response.json({ png: Buffer.from(await print(fill(sample(values, await logoOf(store, values), who.name)), "png")).toString("base64") });
    });
}
