import { proceed, type Action, type Did, type Why } from "../../model/automation.ts";
import { act, update, type Change } from "../../model/change.ts";
import { holds } from "../../model/condition.ts";
import { fitting, said, valueOf, type Expression, type Facts, type Plain } from "../../model/expression.ts";
import type { Field } from "../../model/field.ts";
import { zhCN } from "../../model/labels/zh-CN.ts";
import { Problem } from "../../model/problem.ts";
import { splitPath } from "../../model/record.ts";
import { recordType } from "../../model/records.ts";
import { answersOf } from "../../model/dialogWords.ts";
import { fill } from "../../model/template.ts";
import { sessionOf } from "../dialogSession.ts";
import { companyOf } from "../company.ts";
import { outgoing } from "../outbox/outgoing.ts";
import { seen } from "../row.ts";
import { house } from "../settle.ts";
import type { Row, Store, Write } from "../store/store.ts";
import { work } from "../work.ts";
import { jobRow, runRow, type Job, type Outcome } from "./jobs.ts";
import { addressesOf } from "./recipients.ts";
import { toldOf } from "./told.ts";

/** Takes one job as far as it goes now. What it does and that it was done is one commit: done once, also where several instances try. */
export async function run(store: Store, id: string, now: string): Promise<void> {
  const row = await store.get("job", id);
  if (!row || (row.data.due as string) > now) return;
  const job = row.data as unknown as Job, [typeName, recordId] = splitPath(job.path);
  const end = (outcome: Outcome, did: Did[], why?: Why, changes: Change[] = [], more: Write[] = [], next?: Job) =>
    work(store, house(now), changes, { inside: true, chain: job.chain, also: [...more, next ? jobRow(id, next, row.version) : { type: "job", id, was: row.version, now: null }, ...outcome === "skipped" && !why ? [] : [runRow(next ?? job, now, outcome, did, why)]] });
  try {
    const record = await store.get(typeName, recordId);
    if (!record) { await end("skipped", [], { is: "gone" }); return; }
    const facts = await factsOf(store, record, job, now);
    if (job.at === 0 && job.when && !holds(job.when, facts)) { await end("skipped", []); return; }
    const { actions, at, due } = proceed(job.steps, job.at, facts), deeds: Deed[] = [];
    for (const action of actions) deeds.push(await deedOf(store, action, facts, record, job, deeds.length));
    await end(due ? "waiting" : "done", deeds.map(deed => deed.did), undefined, deeds.flatMap(deed => deed.changes ?? []), deeds.flatMap(deed => deed.rows ?? []), due ? { ...job, at, due, tries: 0 } : undefined);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.code === "unavailable") return;
    if (!await stillThere(store, id, row.version)) return; // another instance has done it
    if (error.code === "stale" && job.tries < 20) { await work(store, house(now), [], { also: [jobRow(id, { ...job, tries: job.tries + 1 }, row.version)] }).catch(() => {}); return; }
    await end("failed", [], { is: "refused", code: error.code, ...error.detail && { detail: error.detail }, ...error.fields.length && { fields: error.fields } }).catch(() => {});
  }
}
const stillThere = async (store: Store, id: string, version: number) => (await store.get("job", id))?.version === version;

/** What the automation may know: at its beginning the record as the event left it, after a wait as it is now. */
export async function factsOf(store: Store, record: Row, job: Pick<Job, "at" | "after" | "before" | "verb" | "by" | "path">, now: string): Promise<Facts> {
  const now_ = job.at === 0 && job.after ? job.after : record.data;
  return { now, on: job.verb, self: job.path, record: { ...now_, id: record.id }, was: job.before ?? undefined, user: job.by, near: await nearOf(store, record.type, now_) };
}

/** The records that a record's single references lead to, by field. */
export async function nearOf(store: Store, type: string, data: Plain): Promise<Record<string, Plain>> {
  const fields = Object.entries(recordType(type)!.fields as Record<string, Field>).filter(([name, field]) => field.kind === "ref" && typeof data[name] === "string");
  const rows = await Promise.all([...fields.map(async ([name, { to }]) => [name, await store.get(...to!.length > 1 ? splitPath(data[name] as string) : [to![0]!, data[name] as string] as const)] as const), ...typeof data.owner === "string" ? [store.get("user", data.owner).then(row => ["owner", row] as const)] : []]);
  return Object.fromEntries(rows.flatMap(([name, row]) => row ? [[name, seen(row)]] : []));
}

interface Deed { did: Did; changes?: Change[]; rows?: Write[] }
export async function deedOf(store: Store, action: Action, facts: Facts, record: Row, job: Pick<Job, "automation" | "name" | "path">, n: number): Promise<Deed> {
  const type = recordType(record.type)!, values = (of: Record<string, Expression>, fields: Record<string, Field>) => Object.fromEntries(Object.entries(of).map(([name, one]) => [name, fitting(valueOf(one, facts), fields[name]) ?? null]));
  switch (action.do) {
    case "create": {
      const made = recordType(action.type);
      if (!made) throw new Problem("not-found", { detail: `There is no record type “${action.type}”` });
      return { did: { do: "create", type: action.type }, changes: [{ do: "create", type: action.type, id: crypto.randomUUID(), values: values(action.values, made.fields) }] };
    }
    case "update": return { did: { do: "update", fields: Object.keys(action.values) }, changes: [update(record.type, record.id, values(action.values, type.fields))] };
    case "act": return { did: { do: "act", verb: action.verb }, changes: [act(record.type, record.id, action.verb, values(action.answers ?? {}, type.verbs[action.verb]?.asks ?? {}))] };
    case "assign": {
      const id = `${job.automation}.${n}`, turn = await store.get("turn", id), at = (turn?.data.n as number | undefined) ?? 0, owner = action.to[at % action.to.length]!;
      return { did: { do: "assign", to: owner }, changes: [update(record.type, record.id, { owner })], rows: [{ type: "turn", id, was: turn?.version ?? null, now: { type: "turn", id, version: (turn?.version ?? 0) + 1, data: { n: at + 1 }, keys: {}, text: "" } }] };
    }
    case "mail": case "notify": {
      const to = await addressesOf(store, action.to, facts), chinese = (await companyOf(store)).one("company", "company")?.language === "zh-CN";
      if (!to.length) return { did: { do: "mail", people: 0 } };
      const told = { ...toldOf(record, facts), answers: answersOf(facts.vars ?? {}) }, write = (text: string) => fill(text, told, { locale: chinese ? "zh-CN" : "en", labels: chinese ? zhCN : {} }).text;
      const [subject, text] = action.do === "mail" ? [action.subject, action.text] : [action.say, action.say];
      return { did: { do: "mail", people: to.length }, rows: [outgoing({ kind: "mail", to, subject: write(said(subject, chinese)).replace(/\s+/g, " ").slice(0, 300), text: write(said(text, chinese)), on: job.path }, facts.now)] };
    }
    case "webhook": return { did: { do: "webhook", host: new URL(action.url).host }, rows: [outgoing({ kind: "webhook", to: [action.url], subject: job.name, text: JSON.stringify({ automation: job.automation, on: job.path, at: facts.now, record: seen(record) }), on: job.path }, facts.now)] };
    case "dialog": {
      return { did: { do: "dialog", dialog: action.dialog }, changes: [await sessionOf(store, action.dialog, { row: record, owner: record.data.owner as string | undefined })] };
    }
  }
}
