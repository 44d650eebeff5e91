import { Router, type Request } from "express";
import { gathered } from "../../model/derive.ts";
import { explained } from "../../model/priced.ts";
import { Problem } from "../../model/problem.ts";
import { editable, type AnyRow, type Read } from "../../model/record.ts";
import { recordType } from "../../model/records.ts";
import { compared } from "../../model/revision.ts";
import type { Doors } from "../app.ts";
import { seen } from "../row.ts";
import type { Sight } from "../sight.ts";
import type { Where } from "../store/store.ts";
import { sightOf } from "./asked.ts";

/** What lies behind the figures of an opportunity, quote, order or invoice: each price and sum step by step, and what changed between two revisions. */
export function prices({ store }: Doors): Router {
  async function read(request: Request, name: string, id: string): Promise<AnyRow> {
    const row = /^[\w-]{1,64}$/.test(id) && await sightOf(store, request).get(name, id);
    if (!row) throw new Problem("not-found");
    return seen(row) as AnyRow;
  }
  return Router()
    .get("/:type/:id/explain", async (request, response) => {
      const type = recordType(request.params.type);
      if (!type || !Object.hasOwn(type.fields, "linesTotal")) throw new Problem("not-found");
      const row = await read(request, type.name, request.params.id), sight = sightOf(store, request);
      const around = await gathered(known => type.needs?.(row, known) ?? {}, what => neighbours(sight, what));
      response.json({ ...explained(row as object, around, sight.who, !editable(type, row.status) || !!row.pricesLocked), totals: { linesTotal: row.linesTotal, discountTotal: row.discountTotal, lessFreight: row.lessFreight, tax: row.tax, total: row.total } });
    })
    .get("/quote/:id/compare/:other", async (request, response) => {
      const [one, other] = [await read(request, "quote", request.params.id), await read(request, "quote", request.params.other)];
      if (one.number !== other.number) throw new Problem("not-found");
      const [older, newer] = one.revision < other.revision ? [one, other] : [other, one];
      const { rows } = await sightOf(store, request).find("activity", { where: { regarding: `quote/${older.id}`.toLowerCase(), kind: "quoteclose" }, order: "updatedAt", down: true, take: 1 });
      response.json(compared(older, newer, rows[0]?.data.description as string | undefined));
    });
}

async function neighbours(sight: Sight, what: Read): Promise<AnyRow[]> {
  if ("ref" in what) { const row = what.id && await sight.get(what.ref, what.id); return row ? [seen(row) as AnyRow] : []; }
  return (await sight.find(what.type, { where: what.where as Where, take: 10_000 })).rows.map(row => seen(row) as AnyRow);
}
