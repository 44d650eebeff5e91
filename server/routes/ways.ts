import { Router } from "express";
import * as z from "zod/mini";
import { remove } from "../../model/change.ts";
import { packs } from "../../model/packs/packs.ts";
import { Problem } from "../../model/problem.ts";
import { pathOf } from "../../model/record.ts";
import type { Doors } from "../app.ts";
import { healthOfDeal, scoreOfLead } from "../assess.ts";
import { companyOf, waysOf } from "../company.ts";
import { dryRun } from "../dryRun.ts";
import { rehearse, rehearseAll } from "../rehearsal.ts";
import { againOut, outbox, runsOf } from "../outbox/look.ts";
import { sight } from "../sight.ts";
import { work } from "../work.ts";
import { bodyOf, onceOf, whoOf } from "./asked.ts";
import { changed } from "./records.ts";

const plain = z.record(z.string().check(z.maxLength(100)), z.unknown());

/** The company's own ways at work: scores and health, what automations did, what has not gone out, packs, and trying before switching on. */
export function ways({ store }: Doors): Router {
  return Router()
    .get("/ways", async (_request, response) => {
      const company = await companyOf(store), { rules, processes } = waysOf(company), active = <T extends { status: string }>(all: readonly T[]) => all.filter(one => one.status === "active");
      response.json({ rules: active(rules as never), processes, dialogs: active(company.all("dialog")).filter(one => !one.child).map(({ id, name, on, description }) => ({ id, name, on, description })) });
    })
    .get("/lead/:id/score", async (request, response) => { response.json(await scoreOfLead(store, sight(store, whoOf(request)), request.params.id)); })
    .get("/opportunity/:id/health", async (request, response) => { response.json({ complaints: await healthOfDeal(store, sight(store, whoOf(request)), request.params.id) }); })
    .get("/:type/:id/automations", async (request, response) => {
      const { type, id } = request.params, row = await sight(store, whoOf(request)).get(type, id);
      if (!row) throw new Problem("not-found");
      response.json({ runs: await runsOf(store, pathOf(type, id)) });
    })
    .post("/dry-run", async (request, response) => {
      const { kind, values } = bodyOf(request, z.strictObject({ kind: z.enum(["rule", "automation", "process"]), values: plain }));
      response.json(await dryRun(store, whoOf(request), kind, values));
    })
    .post("/rehearsal", async (request, response) => {
      const { values, on, given, everywhere } = bodyOf(request, z.strictObject({ values: plain, on: z.optional(z.string().check(z.regex(/^[a-zA-Z]{1,40}\/[\w-]{1,64}$/))), given: z.array(z.strictObject({ page: z.string().check(z.maxLength(40)), values: plain })).check(z.maxLength(100)), everywhere: z.optional(z.boolean()) }));
      response.json(everywhere ? await rehearseAll(store, whoOf(request), values, given) : await rehearse(store, whoOf(request), values, on, given));
    })
    .get("/outbox", async (request, response) => { response.json(await outbox(store, whoOf(request))); })
    .post("/outbox/:id/retry", async (request, response) => { await againOut(store, whoOf(request), request.params.id, onceOf(request)); response.json({}); })
    .get("/packs", async (_request, response) => {
      const company = await companyOf(store);
      response.json({ packs: Object.entries(packs).map(([key, parts]) => ({ key, parts: parts.length, installed: parts.some(one => company.one(one.type as "rule", one.id)) })) });
    })
    .post("/packs/:key/install", async (request, response) => { changed(response, await work(store, whoOf(request), packOf(request.params.key), { once: onceOf(request) })); })
    .post("/packs/:key/remove", async (request, response) => {
      const { key } = request.params, company = await companyOf(store);
      packOf(key);
      const parts = (["rule", "process", "dialog", "automation"] as const).flatMap(type => company.all(type).filter(one => one.pack === key).map(one => remove(type, one.id)));
      changed(response, await work(store, whoOf(request), parts, { once: onceOf(request) }));
    });
}
const packOf = (key: string) => Object.hasOwn(packs, key) ? packs[key]! : (() => { throw new Problem("not-found"); })();
