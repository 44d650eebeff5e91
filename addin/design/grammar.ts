import { comparisons } from "../../model/condition.ts";
import { responses } from "../../model/dialog.ts";

/** A part of a way, as a designer edits it: what its value is made of. What is recursive is said by a function. */
export type Part =
  | { is: "text" | "key" | "number" | "flag" | "literal" | "json" | "dialog" | "user" | "users" }
  /** `fills`: with places for values. */
  | { is: "say"; fills?: true }
  | { is: "type" | "statuses" | "stages" }
  | { is: "field" | "verb"; many?: true; made?: true }
  | { is: "choice"; of: readonly string[]; many?: true }
  | { is: "list"; of: () => Part }
  | { is: "map"; of: () => Part; fields?: "here" | "made" }
  | { is: "object"; parts: Parts }
  | { is: "one"; of: () => readonly Variant[] };
/** The parts of an object; one whose name ends in `?` may be left out. */
export type Parts = Record<string, Part>;
/** One way of saying something: how it is told from the others, and what it begins as. */
export interface Variant { key: string; fits(value: unknown): boolean; begin: unknown; part: Part }

const has = (name: string) => (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value) && name in value;
const does = (name: string) => (value: unknown) => has("do")(value) && (value as { do: string }).do === name;
const variant = (key: string, fits: Variant["fits"], begin: unknown, parts: Parts): Variant => ({ key, fits, begin, part: { is: "object", parts } });
const one = (of: () => readonly Variant[]): Part => ({ is: "one", of }), list = (of: () => Part): Part => ({ is: "list", of }), choice = (...of: string[]): Part => ({ is: "choice", of });
const text: Part = { is: "text" }, key: Part = { is: "key" }, number: Part = { is: "number" }, flag: Part = { is: "flag" }, say: Part = { is: "say" }, filled: Part = { is: "say", fills: true }, user: Part = { is: "user" }, field: Part = { is: "field" }, fields: Part = { is: "field", many: true }, type: Part = { is: "type" }, users: Part = { is: "users" }, verb: Part = { is: "verb" };

/** A value, or how it is come by. */
export const expression: Part = one(() => [
  { key: "literal", fits: value => value === null || value === undefined || typeof value !== "object" || Array.isArray(value), begin: "", part: { is: "literal" } },
  variant("fieldValue", has("field"), { field: "" }, { field }), variant("wasValue", has("was"), { was: "" }, { was: field }), variant("varValue", has("var"), { var: "" }, { var: key }),
  variant("today", value => has("now")(value) && !("workingDays" in (value as { now: object }).now), { now: { days: 0 } }, { now: { is: "object", parts: { "days?": number, "hours?": number, "moment?": flag } } }),
  variant("workdays", has("now"), { now: { workingDays: 1 } }, { now: { is: "object", parts: { workingDays: number } } }),
  variant("me", has("me"), { me: true }, {}), variant("self", has("self"), { self: true }, {}),
  ...(["plus", "minus", "times", "per", "first"] as const).map(sum => variant(sum, has(sum), { [sum]: [] }, { [sum]: list(() => expression) })),
  variant("join", has("join"), { join: [], with: " " }, { join: list(() => expression), "with?": text }), variant("after", has("days"), { days: 0, after: { field: "" } }, { days: number, after: one(() => [...(expression as { of: () => readonly Variant[] }).of()]) }),
]);
const compared: Parts = { is: choice(...comparisons), "than?": expression };
/** Whether something holds. */
export const condition: Part = one(() => [
  variant("fieldIs", has("field"), { field: "", is: "is" }, { field, ...compared }), variant("varIs", has("var"), { var: "", is: "is" }, { var: key, ...compared }),
  variant("all", has("all"), { all: [] }, { all: list(() => condition) }), variant("any", has("any"), { any: [] }, { any: list(() => condition) }), variant("not", has("not"), { not: { field: "", is: "filled" } }, { not: one(() => (condition as { of: () => readonly Variant[] }).of()) }),
  variant("changed", has("changed"), { changed: [] }, { changed: fields }), variant("role", has("role"), { role: ["rep"] }, { role: { is: "choice", of: ["rep", "manager", "administrator"], many: true } }), variant("on", has("on"), { on: [] }, { on: { is: "verb", many: true } }),
]);

const approver = one(() => [variant("teamManager", has("manager"), { manager: true }, {}), variant("ofRole", has("role"), { role: "manager" }, { role: choice("manager", "administrator") }), variant("oneUser", has("user"), { user: "" }, { user })]);
const effect = one(() => [
  variant("require", does("require"), { do: "require", fields: [] }, { fields, "say?": say }), variant("refuse", does("refuse"), { do: "refuse", say: { en: "" } }, { say, "field?": field }), variant("set", does("set"), { do: "set", field: "", to: "" }, { field, to: expression }),
  variant("clear", does("clear"), { do: "clear", fields: [] }, { fields }), ...(["show", "hide", "lock"] as const).map(what => variant(what, does(what), { do: what, fields: [] }, { fields })),
  variant("recommend", does("recommend"), { do: "recommend", field: "", to: "" }, { field, to: expression, "say?": say }), variant("approve", does("approve"), { do: "approve", who: { manager: true } }, { who: approver, "say?": say }),
]);
const processStep = one(() => [variant("fieldStep", has("field"), { field: "" }, { field, "required?": flag }), variant("taskStep", has("task"), { task: "task", label: { en: "" } }, { label: say, task: key, "required?": flag, "due?": number })]);
const stage: Part = { is: "object", parts: { label: say, key, on: choice("lead", "opportunity", "quote"), "stage?": choice("qualify", "develop", "propose", "close"), "probability?": number, steps: list(() => processStep), "gate?": condition, "say?": say } };

const values = (fields: "here" | "made"): Part => ({ is: "map", of: () => expression, fields });
const recipient = one(() => [variant("owner", has("owner"), { owner: true }, {}), variant("team", has("team"), { team: true }, {}), variant("oneUser", has("user"), { user: "" }, { user }), variant("ofRole", has("role"), { role: "manager" }, { role: choice("rep", "manager", "administrator") }), variant("address", has("address"), { address: "" }, { address: expression })]);
/** What both automations and dialogs do to records. */
const deeds: readonly Variant[] = [
  variant("create", does("create"), { do: "create", type: "activity", values: { kind: "task", subject: "" } }, { type, values: values("made") }), variant("update", does("update"), { do: "update", values: {} }, { values: values("here") }),
  variant("act", does("act"), { do: "act", verb: "" }, { verb, "answers?": { is: "map", of: () => expression } }), variant("assign", does("assign"), { do: "assign", to: [] }, { to: users }),
  variant("mail", does("mail"), { do: "mail", to: [{ owner: true }], subject: { en: "" }, text: { en: "" } }, { to: list(() => recipient), subject: filled, text: filled }),
];
const trigger = one(() => [
  ...([["created", {}], ["changed", { "fields?": fields }], ["status", { to: { is: "statuses" } }], ["stage", { to: { is: "stages" } }], ["overdue", { field, "days?": number }], ["mail", { "direction?": choice("incoming", "outgoing") }]] as const).map(([on, parts]) =>
    variant(`on.${on}`, value => has("on")(value) && (value as { on: string }).on === on, { on, ...["status", "stage"].includes(on) && { to: [] }, ...on === "overdue" && { field: "" } }, parts as Parts)),
]);
const step: Part = one(() => [
  ...deeds, variant("notify", does("notify"), { do: "notify", to: [{ owner: true }], say: { en: "" } }, { to: list(() => recipient), say: filled }), variant("beginDialog", does("dialog"), { do: "dialog", dialog: "" }, { dialog: { is: "dialog" } }),
  variant("webhook", does("webhook"), { do: "webhook", url: "https://" }, { url: text }), variant("wait", does("wait"), { do: "wait", days: 1 }, { "days?": number, "workingDays?": number, "hours?": number, "until?": expression }),
  variant("branch", does("if"), { do: "if", when: { all: [] }, then: [] }, { when: condition, then: list(() => step), "otherwise?": list(() => step) }), variant("stopHere", does("stop"), { do: "stop" }, {}),
]);

const option: Part = { is: "object", parts: { label: filled, value: key, "points?": number } };
const prompt: Part = { is: "object", parts: { say: filled, key, kind: choice(...responses), "as?": choice("text", "integer", "decimal"), "options?": list(() => option), "query?": key, "to?": type, "tip?": filled, "required?": flag, "log?": flag } };
const dialogStep: Part = one(() => [
  variant("pageStep", has("page"), { page: "page", title: { en: "" }, prompts: [] }, { title: filled, page: key, prompts: list(() => prompt) }), variant("setVar", has("set"), { set: "", to: 0 }, { set: key, to: expression }),
  variant("branch", has("if"), { if: { all: [] }, then: [] }, { if: condition, then: list(() => dialogStep), "else?": list(() => dialogStep) }), variant("findRecords", has("query"), { query: "", type: "contact", where: {} }, { query: key, type, where: values("made"), "take?": number }),
  variant("childDialog", has("child"), { child: "" }, { child: { is: "dialog" }, "inputs?": { is: "map", of: () => expression }, "as?": key }), variant("deed", has("act"), { act: { do: "create", type: "activity", values: { kind: "task", subject: "" } } }, { act: one(() => deeds), "as?": key }),
  variant("end", has("stop"), { stop: "completed" }, { stop: choice("completed", "canceled"), "say?": filled }),
]);

const weight: Part = { is: "object", parts: { say, points: number, when: condition } };
/** How each field of a way is edited. */
export const parts: Record<string, Record<string, Part>> = {
  rule: { at: { is: "verb", many: true }, when: condition, then: list(() => effect), otherwise: list(() => effect) },
  process: { when: condition, stages: list(() => stage) },
  automation: { trigger, when: condition, steps: list(() => step) },
  dialog: { inputs: { is: "map", of: () => ({ is: "literal" }) }, variables: { is: "map", of: () => expression }, steps: list(() => dialogStep) },
  scoring: { weights: list(() => weight), limits: { is: "object", parts: { silentDays: number, moves: number, stageDays: number } } },
};
/** What a part begins as. */
export function beginOf(part: Part): unknown {
  switch (part.is) {
    case "list": case "users": case "statuses": case "stages": return [];
    case "map": return {};
    case "say": return { en: "" };
    case "number": return 0;
    case "flag": return true;
    case "choice": return part.many ? [] : part.of[0];
    case "field": case "verb": return part.many ? [] : "";
    case "one": return part.of()[0]!.begin;
    case "object": return Object.fromEntries(Object.entries(part.parts).filter(([name]) => !name.endsWith("?")).map(([name, of]) => [name, beginOf(of)]));
    case "type": return "activity";
    default: return "";
  }
}
