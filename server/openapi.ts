import { toJSONSchema } from "zod";
import * as z from "zod/mini";
import { shape, type Field } from "../model/field.ts";
import { commonButtons, commonVerbs } from "../model/common.ts";
import { Problem, type ProblemCode } from "../model/problem.ts";
import type { AnyRecord } from "../model/record.ts";
import { records } from "../model/records.ts";
import { xlsxType } from "./spreadsheet.ts";

type Schema = Record<string, unknown>;
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const content = (schema: Schema): Schema => ({ content: { "application/json": { schema } } });
const refused = (...codes: ProblemCode[]) => Object.fromEntries(codes.map(code => [new Problem(code)].map(({ status, title }) => [String(status), { description: title, content: { "application/problem+json": { schema: ref("Problem") } } }])[0]!));
const header = (name: string, required: boolean, description: string) => ({ name, in: "header", required, description, schema: { type: "string" } });
const once = header("Idempotency-Key", false, "Makes the request safe to repeat: the same key and body give the same answer, once.");
const version = (required: boolean) => header("If-Match", required, 'The version that you mean to change, in quotes: "3".');
const inPath = (name: string) => ({ name, in: "path", required: true, schema: { type: "string" } });
const asked = (name: string, type = "string", description = "") => ({ name, in: "query", schema: { type }, description });

/** The service described in OpenAPI 3.1, made from the declarations. */
export function openapi(): Schema {
  const types = Object.values(records) as unknown as AnyRecord[];
  return {
    openapi: "3.1.0",
    info: { title: "Dealwright", version: "1", description: "Records of a sales department, and the mails that they come from. Every refusal is problem+json and names all wrong fields at once." },
    security: [{ identity: [] }],
    paths: Object.assign({}, ...types.map(paths), fixed()),
    components: {
      securitySchemes: { identity: { type: "apiKey", in: "header", name: "Authorization", description: "`Bearer` and an Entra access token; in the demo `Demo rep`." } },
      schemas: { ...Object.assign({}, ...types.map(schemas)), Problem: problemSchema, Stamp: stampSchema },
    },
  };
}

function paths(type: AnyRecord): Schema {
  const { name, label } = type, tags = [label[1]], all = { ...commonVerbs(type), ...type.verbs } as AnyRecord["verbs"], verbs = Object.keys(all), buttons: Record<string, string> = { ...commonButtons, ...type.buttons };
  const one = { "200": { description: label[0], ...content(ref(`${name}.record`)) } };
  const filters = Object.entries(type.fields as Record<string, Field>).filter(([, field]) => field.find || ["choice", "date", "moment", "flag"].includes(field.kind)).map(([field]) => asked(field, "string", "A value, several with commas between, or a range `from..to`"));
  return {
    [`/api/${name}`]: {
      get: { tags, summary: `List ${label[1].toLowerCase()}`, parameters: [...filters, asked("status"), asked("owner", "string", "A user's id, or `me`"), asked("text"), asked("order"), asked("down", "boolean"), asked("skip", "integer"), asked("take", "integer")], responses: { "200": { description: label[1], ...content({ type: "object", required: ["records", "total"], properties: { records: { type: "array", items: ref(`${name}.record`) }, total: { type: "integer" } } }) }, ...refused("unauthorised", "invalid") } },
      post: { tags, summary: `Create ${label[0].toLowerCase()}`, parameters: [once], requestBody: { required: true, ...content(ref(name)) }, responses: { "201": one["200"], ...refused("unauthorised", "forbidden", "invalid") } },
    },
    [`/api/${name}/{id}`]: {
      parameters: [inPath("id")],
      get: { tags, summary: `Read ${label[0].toLowerCase()}`, responses: { ...one, ...refused("unauthorised", "not-found") } },
      patch: { tags, summary: `Change fields of ${label[0].toLowerCase()}; null clears one`, parameters: [version(true)], requestBody: { required: true, ...content({ type: "object" }) }, responses: { ...one, ...refused("unauthorised", "forbidden", "not-found", "wrong-status", "stale", "invalid", "needs-version") } },
      delete: { tags, summary: `Remove ${label[0].toLowerCase()}`, parameters: [version(true)], responses: { "200": { description: "Removed", ...content({ type: "object", properties: { commit: { type: "string" } } }) }, ...refused("unauthorised", "forbidden", "not-found", "in-use", "stale", "needs-version") } },
    },
    ...Object.hasOwn(type.fields, "linesTotal") && { [`/api/${name}/{id}/explain`]: { parameters: [inPath("id")], get: { tags, summary: "Where each price and sum comes from, step by step", responses: { "200": { description: "Steps", ...content({ type: "object" }) }, ...refused("unauthorised", "not-found") } } } },
    ...name === "quote" && { "/api/quote/{id}/compare/{other}": { parameters: [inPath("id"), inPath("other")], get: { tags, summary: "What changed between two revisions, by whom, when and why", responses: { "200": { description: "Differences", ...content({ type: "object" }) }, ...refused("unauthorised", "not-found") } } } },
    [`/api/${name}/{id}/timeline`]: { parameters: [inPath("id")], get: { tags, summary: "What happened, newest first", responses: { "200": { description: "Timeline", ...content({ type: "object" }) }, ...refused("unauthorised", "not-found") } } },
    ...Object.fromEntries(verbs.map(verb => [`/api/${name}/{id}/${verb}`, {
      parameters: [inPath("id")],
      post: { tags, summary: buttons[verb], description: all[verb]!.from.length ? `From: ${all[verb]!.from.join(", ")}.` : "In any status.", parameters: [version(false), once], requestBody: content(plain(all[verb]!.asks ?? {})), responses: { "200": { description: "Every record that changed", ...content({ type: "object" }) }, ...refused("unauthorised", "forbidden", "not-found", "wrong-status", "stale", "invalid") } },
    }])),
  };
}

function fixed(): Schema {
  const ask = (summary: string) => ({ post: { tags: ["Mail and search"], summary, requestBody: content({ type: "object" }), responses: { "200": { description: "Done", ...content({ type: "object" }) }, ...refused("unauthorised", "invalid") } } });
  const post = (summary: string) => ({ post: { ...ask(summary).post, parameters: [once] } });
  const get = (summary: string) => ({ get: { tags: ["Mail and search"], summary, responses: { "200": { description: "Done", ...content({ type: "object" }) }, ...refused("unauthorised") } } });
  const one = (summary: string) => ({ parameters: [inPath("id")], ...get(summary) });
  return {
    "/api/me": get("Who I am"), "/api/search": { get: { ...get("Search everything").get, parameters: [asked("text"), asked("types")] } },
    "/api/dialogs/start": post("Begin a dialog, about a record"), ...Object.fromEntries([["answer", "Answer the page that a dialog stands at"], ["back", "Go a page back"], ["comments", "Write the comments of a dialog"]].map(([path, summary]) => [`/api/dialogs/{id}/${path!}`, { parameters: [inPath("id")], ...post(summary!) }])), "/api/dialogs/{id}/stand": { parameters: [inPath("id")], ...ask("Where a dialog stands") },
    ...Object.fromEntries([["lead/{id}/score", "A lead's score, and why"], ["opportunity/{id}/health", "What is wrong with a deal, and what mends it"], ["{type}/{id}/automations", "What automations did on a record"]].map(([path, summary]) => [`/api/${path!}`, { parameters: [...path!.includes("{type}") ? [inPath("type")] : [], inPath("id")], ...get(summary!) }])),
    "/api/outbox": get("What has not gone out"), "/api/outbox/{id}/retry": { parameters: [inPath("id")], ...post("Send again what was given up") }, "/api/dry-run": ask("Try a rule, an automation or a process on past records"), "/api/rehearsal": ask("Go through a dialog on a record, and change nothing"),
    "/api/packs": get("The packs there are"), "/api/packs/{key}/install": { parameters: [inPath("key")], ...post("Install a pack") }, "/api/packs/{key}/remove": { parameters: [inPath("key")], ...post("Remove a pack") },
    "/api/changes": post("Several changes, all or none"), "/api/mail/known": ask("All that is known of a message"), "/api/mail/log": post("Tie a message to records"), "/api/mail/unlog": post("Take a message off a record"), "/api/mail/lead": post("Make a lead of a message"),
    "/api/mail/ticket": ask("A pass for what runs in Outlook while no pane is open"), "/api/mail/sent": post("Keep a mail that is going out, once, however often it is said"), "/api/mail/unsent": post("That mail did not go out"), "/api/meeting/log": post("Tie a meeting to records, once for all who are invited"), "/api/meeting/known": ask("How a meeting is kept"), "/api/meeting/outcome": post("What came of a meeting: a note, tasks and the deal's stage, all or none"), "/api/briefing": { get: { ...get("What one should have read before a meeting about a record").get, parameters: [asked("on")] } }, "/api/guard": ask("What deserves a look before a mail goes out"), "/api/guard/missed": ask("A mail went out that no guard could look at"),
    "/api/files": { post: { tags: ["Files"], summary: "Bring a file: its content is the body, however long it takes; a record then refers to it by hash", parameters: [{ ...asked("name", "string", "Its name; the ending says which kind of file it is"), required: true }, once], requestBody: { required: true, content: { "application/octet-stream": {} } }, responses: { "201": { description: "Kept", ...content(fileSchema) }, ...refused("unauthorised", "too-large", "wrong-type", "invalid", "disk-full") } } },
    "/api/files/{hash}": { parameters: [inPath("hash")], get: { tags: ["Files"], summary: "The content of a file, or a range of it, through a record that refers to it", parameters: [{ ...asked("on", "string", "The record, as `type/id`"), required: true }, header("Range", false, "`bytes=0-1023`")], responses: { "200": { description: "All of it", content: { "*/*": {} } }, "206": { description: "The part that was asked for", content: { "*/*": {} } }, "416": { description: "It has no such part" }, ...refused("unauthorised", "not-found") } } },
    "/api/export/{type}": { parameters: [inPath("type"), asked("as", "string", "`xlsx` for a workbook, else CSV")], get: { tags: ["Import and export"], summary: "Records as a table, filtered as lists are, with Dynamics schema names", responses: { "200": { description: "The table", content: { "text/csv": {}, [xlsxType]: {} } }, ...refused("unauthorised", "forbidden", "not-found") } } },
    "/api/import/{type}": { parameters: [inPath("type"), asked("duplicates", "string", "`skip`, `update` or `create` what is there already"), asked("dry", "string", "`false` does it; else it is a rehearsal"), asked("map", "string", "A JSON object of header and field")], post: { tags: ["Import and export"], summary: "Records from a table, in one commit; tells of every row what becomes of it, and of how far it is where `application/x-ndjson` is accepted", parameters: [once], requestBody: { required: true, content: { "text/csv": {}, [xlsxType]: {} } }, responses: { "200": { description: "What became of each row", ...content({ type: "object" }) }, ...refused("unauthorised", "forbidden", "not-found", "malformed", "too-large") } } },
    "/api/openapi.json": get("This description"), "/api/docs": { get: { tags: ["This service"], summary: "A page to try it with", responses: { "200": { description: "The page", content: { "text/html": {} } } } } }, "/api/ways": get("The rules and processes that a form goes by as it is typed"), "/api/preferences": { ...get("What the caller has pinned, opened last, chosen and stopped"), ...post("Pin, choose or stop something for oneself") }, "/api/shelf": get("The caller's pinned and recent records, with their titles"), "/api/catalogue/names": get("The names of competitors and products, to look for in a mail"), "/api/titles": { get: { ...get("The titles of many records").get, parameters: [asked("of", "string", "`type/id`, several with commas between")] } },
    "/api/sums/{type}": { parameters: [inPath("type"), asked("by"), asked("of"), asked("weight"), asked("cuts")], ...get("Counts and sums in groups, filtered as lists are") },
    "/api/library": { get: { ...get("Literature for what is being written").get, parameters: [asked("on"), asked("text"), asked("take")] } }, "/api/uses/literature": get("Which literature occurs in won and lost deals"),
    "/api/library/{id}/recipients": one("Who has received which version"), "/api/library/{id}/{hash}/page": { parameters: [inPath("id"), inPath("hash")], ...get("A picture of the first page") }, "/api/library/{id}/link": { parameters: [inPath("id")], ...post("A link to it for people outside") },
    "/api/competitor/{id}/scorecard": one("Our products against theirs, and how often each won"), "/api/{type}/{id}/pdf": { parameters: [inPath("type"), inPath("id")], ...get("The record as it is printed") }, "/api/paper/preview": ask("A template of a paper, printed with sample values"),
    "/api/person/{type}/{id}": { parameters: [inPath("type"), inPath("id")], ...get("Everything that is kept about a person: a contact or a lead, and whatever names them") }, "/api/person/{type}/{id}/erase": { parameters: [inPath("type"), inPath("id")], ...post("Take a person out of all records and their history, for good") },
    "/api/undo/{commit}": { parameters: [inPath("commit")], ...post("Take a commit back") }, "/api/duplicates/{type}": { parameters: [inPath("type")], ...ask("What may be the same") },
  };
}

function schemas(type: AnyRecord): Schema {
  const fields = type.fields as Record<string, Field>, given = Object.fromEntries(Object.entries(fields).filter(([, field]) => !field.computed));
  return { [type.name]: { ...plain(given), properties: { ...(plain(given).properties as object), owner: { type: "string" } } }, [`${type.name}.record`]: { allOf: [{ ...plain(fields), additionalProperties: true }, ref("Stamp")] } };
}
/** What is written in `data` checks itself; its shape may name itself, which a plain schema cannot. */
const opaque = (fields: Record<string, Field>) => Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.kind === "data" ? { ...field, check: field.required ? z.unknown() : z.optional(z.unknown()) } : field])) as Record<string, Field>;
const plain = (fields: Record<string, Field>): Schema => { const { $schema: _, ...made } = toJSONSchema(shape(opaque(fields)), { unrepresentable: "any" }) as Schema; return made; };

const fileSchema: Schema = { type: "object", required: ["hash", "size", "type", "name"], properties: { hash: { type: "string", description: "SHA-256 of the content" }, size: { type: "integer" }, type: { type: "string" }, name: { type: "string", description: "As it may stand on a disk" } } };
const stampSchema: Schema = { type: "object", required: ["id", "version", "status", "createdAt", "createdBy", "updatedAt", "updatedBy"], properties: { id: { type: "string" }, version: { type: "integer" }, status: { type: "string" }, reason: { type: "string" }, owner: { type: "string" }, sharedWith: { type: "array", items: { type: "object", required: ["with"], properties: { with: { type: "string" }, write: { type: "boolean" } } } }, createdAt: { type: "string" }, createdBy: { type: "string" }, updatedAt: { type: "string" }, updatedBy: { type: "string" } } };
const problemSchema: Schema = { type: "object", required: ["type", "title", "status", "code"], properties: { type: { type: "string" }, title: { type: "string" }, status: { type: "integer" }, code: { type: "string" }, detail: { type: "string" }, seconds: { type: "integer" }, current: { type: "object" }, fields: { type: "array", items: { type: "object", required: ["field", "code", "message"], properties: { field: { type: "string" }, code: { type: "string" }, message: { type: "string" } } } } } };
