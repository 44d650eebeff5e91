import { randomUUID } from "node:crypto";
import { Router, type Request, type Response } from "express";
import type { Field } from "../../model/field.ts";
import { fold } from "../../model/fold.ts";
import { Problem } from "../../model/problem.ts";
import { pathOf } from "../../model/record.ts";
import { recordType } from "../../model/records.ts";
import type { Doors } from "../app.ts";
import { seen } from "../row.ts";
import type { Row, Test, Where } from "../store/store.ts";
import { membersOf } from "../standing.ts";
import { timelineOf } from "../timeline.ts";
import { work, type Done } from "../work.ts";
import { onceOf, sightOf, versionOf, whoOf } from "./asked.ts";

/** The same routes for every record type. */
export function records({ store }: Doors): Router {
  const typeOf = (request: Request) => recordType(String(request.params.type)) ?? none();
  const id = (request: Request) => { const said = String(request.params.id); return /^[\w-]{1,64}$/.test(said) ? said : none(); };

  async function read(request: Request): Promise<Row> {
    return await sightOf(store, request).get(typeOf(request).name, id(request)) ?? none();
  }

  return Router()
    .get("/:type", async (request, response) => {
      const type = typeOf(request), sight = sightOf(store, request);
      const { text, order, down, skip, take, team, ...filters } = request.query as Record<string, string>;
      const { rows, total } = await sight.find(type.name, {
        where: { ...whereOf(type.fields, filters, sight.who.id), ...team !== undefined && !type.shared && { owner: await membersOf(store, team) } }, text: text && fold(text).trim(), order: order ? known(order, type.fields, "order") : "updatedAt", down: order ? down === "true" : true, skip: count(skip, 0, 1e6, "skip"), take: count(take, 50, 200, "take"),
      });
      response.json({ records: rows.map(seen), total });
    })
    .post("/:type", async (request, response) => {
      const type = typeOf(request);
      const done = await work(store, whoOf(request), [{ do: "create", type: type.name, id: randomUUID(), values: object(request.body) }], { once: onceOf(request) });
      saved(response.status(201).location(`/api/${type.name}/${done.rows[0]!.id}`), done);
    })
    .get("/:type/:id", async (request, response) => {
      const row = await read(request);
      response.set("etag", `"${row.version}"`).json(seen(row));
    })
    .get("/:type/:id/timeline", async (request, response) => {
      const row = await read(request);
      response.json({ entries: await timelineOf(sightOf(store, request), pathOf(row.type, row.id)) });
    })
    .patch("/:type/:id", async (request, response) => {
      saved(response, await work(store, whoOf(request), [{ do: "update", type: typeOf(request).name, id: id(request), values: object(request.body) }], { expected: versionOf(request) }));
    })
    .delete("/:type/:id", async (request, response) => {
      const { commit } = await work(store, whoOf(request), [{ do: "remove", type: typeOf(request).name, id: id(request) }], { expected: versionOf(request) });
      response.json({ commit });
    })
    .post("/:type/:id/:verb", async (request, response) => {
      const expected = request.header("if-match") === undefined ? undefined : versionOf(request);
      changed(response, await work(store, whoOf(request), [{ do: "act", type: typeOf(request).name, id: id(request), verb: request.params.verb, answers: object(request.body) }], { expected, once: onceOf(request) }));
    });
}

const saved = (response: Response, done: Done) => { const row = done.rows[0]!; response.set("etag", `"${row.version}"`).json({ ...seen(row), commit: done.commit }); };
/** Every record that a commit touched, the one that was asked for first. */
export const changed = (response: Response, done: Done, more: object = {}) => { response.json({ commit: done.commit, records: done.rows.map(row => ({ type: row.type, ...seen(row) })), ...more }); };

const none = (): never => { throw new Problem("not-found"); };
const wrong = (field: string, message: string): never => { throw new Problem("invalid", { fields: [{ field, code: "wrong", message }] }); };
const object = (body: unknown): object => body === undefined ? {} : typeof body === "object" && body !== null && !Array.isArray(body) ? body : (() => { throw new Problem("malformed", { detail: "The body must be a JSON object" }); })();

function count(said: string | undefined, unsaid: number, most: number, field: string): number {
  if (said === undefined) return unsaid;
  return /^\d{1,7}$/.test(said) ? Math.min(Number(said), most) : wrong(field, "This must be a whole number");
}

const stamps = new Set(["status", "reason", "owner", "createdAt", "updatedAt", "createdBy", "title", "mail", "domain", "id"]);
export const known = (name: string, fields: Record<string, Field>, as: string): string => stamps.has(name) || Object.hasOwn(fields, name) ? name : wrong(as, `There is no field “${name.slice(0, 40)}”`);

/** `field=a`, `field=a,b` (one of them), `field=2026-01-01..2026-03-31` (within, either end may be missing), `field=` (empty); `owner=me`. A field that is named as one of our own words is written with a dot before it: `.order=a`. */
export function whereOf(fields: Record<string, Field>, filters: Record<string, unknown>, me: string): Where {
  return Object.fromEntries(Object.entries(filters).map(([written, said]): [string, Test] => {
    const name = written.replace(/^\./, "");
    known(name, fields, name);
    if (typeof said !== "string") return wrong(name, "Say it once");
    const kind = fields[name]?.kind, one = (text: string) => kind === "number" || kind === "money" ? number(name, text) : kind === "flag" ? Number(text === "true") : name === "owner" && text === "me" ? me.toLowerCase() : fold(text);
    if (said === "") return [name, null];
    const range = /^([^,]{0,40})\.\.([^,]{0,40})$/.exec(said);
    if (range) return [name, { ...(range[1] ? { from: one(range[1]) } : {}), ...(range[2] ? { to: one(range[2]) } : {}) }];
    return [name, said.split(",").slice(0, 100).map(one)];
  }));
}
const number = (field: string, text: string): number => Number.isFinite(Number(text)) ? Number(text) : wrong(field, "This must be a number");
