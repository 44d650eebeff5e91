import express, { Router, type Request, type Response } from "express";
import * as z from "zod/mini";
import { fold } from "../../model/fold.ts";
import { Problem } from "../../model/problem.ts";
import { recordType } from "../../model/records.ts";
import { cellsOf, csvOf } from "../../model/table.ts";
import type { Doors } from "../app.ts";
import { cellsOfWorkbook, workbookOf, xlsxType } from "../spreadsheet.ts";
import { problemOf } from "../problems.ts";
import { exported, imported, mayBring, type Imported, type Wish } from "../transfer.ts";
import { onceOf, whoOf } from "./asked.ts";
import { whereOf } from "./records.ts";

const wishes = z.object({ duplicates: z._default(z.enum(["skip", "update", "create"]), "skip"), dry: z._default(z.enum(["true", "false"]), "true"), map: z._default(z.string().check(z.maxLength(20_000)), "{}") });
const mapping = z.record(z.string(), z.nullable(z.string()));

/** Records out and in, as CSV or as a workbook (`as=xlsx`). An import is a rehearsal unless `dry=false`; `duplicates` says what becomes of what is there already; who accepts `application/x-ndjson` hears how far it is. */
export function transfer({ store, log }: Doors): Router {
  const typeOf = (name: string) => recordType(name) ?? (() => { throw new Problem("not-found"); })();
  return Router()
    .get("/export/:type", async (request, response) => {
      const type = typeOf(request.params.type), who = whoOf(request), { as, text, ...filters } = request.query as Record<string, string>;
      const rows = await exported(store, who, type, whereOf(type.fields, filters, who.id), text && fold(text).trim());
      if (as === "xlsx") response.attachment(`${type.name}.xlsx`).type(xlsxType).send(await workbookOf(rows, type.label[1]));
      else response.attachment(`${type.name}.csv`).type("text/csv; charset=utf-8").send(csvOf(rows));
    })
    .post("/import/:type", express.raw({ type: ["text/csv", xlsxType], limit: "25mb" }), async (request, response) => {
      const type = typeOf(request.params.type), who = whoOf(request), asked = z.safeParse(wishes, request.query);
      if (!asked.success || !Buffer.isBuffer(request.body)) throw new Problem("malformed", { detail: "Send text/csv or a workbook; duplicates is skip, update or create, dry is true or false" });
      const { duplicates: policy, dry, map } = asked.data, wish = { policy, dry: dry === "true", map: read(map), once: onceOf(request) };
      const cells = !mayBring(who, type) ? [] : request.is(xlsxType) ? await cellsOfWorkbook(request.body) : cellsOf(request.body.toString("utf8")); // nothing is unpacked for who may not bring it
      await telling(request, response, log, heard => imported(store, who, type, cells, { ...wish, heard }));
    });
}

/** Answers at the end, or line by line where that is wanted: how far it is, then what came of it or why nothing did. */
async function telling(request: Request, response: Response, log: Doors["log"], run: (heard?: Wish["heard"]) => Promise<Imported>): Promise<void> {
  if (!request.header("accept")?.includes("application/x-ndjson")) { response.json(await run()); return; }
  response.type("application/x-ndjson");
  const line = (said: object) => response.write(`${JSON.stringify(said)}\n`);
  try { line({ result: await run((done, of) => { if (done % 50 === 0 || done === of) line({ done, of }); }) }); }
  catch (error) { line({ problem: problemOf(error, log) }); }
  response.end();
}

function read(map: string): Record<string, string | null> {
  try { return z.parse(mapping, JSON.parse(map)); } catch (cause) { throw new Problem("malformed", { detail: "map is a JSON object of header and field", cause }); }
}
