import { act, update, type Change } from "../model/change.ts";
import { answer, back, standing, summaryOf, type Deed, type Secrets, type Session, type Standing } from "../model/dialog.ts";
import { isEmpty, type Facts, type Plain, type Say } from "../model/expression.ts";
import { Problem } from "../model/problem.ts";
import { splitPath, titleOf, type AnyRow } from "../model/record.ts";
import { recordType } from "../model/records.ts";
import { deedOf, factsOf } from "./automation/run.ts";
import { sessionOf } from "./dialogSession.ts";
import { seen } from "./row.ts";
import { sight, type Sight } from "./sight.ts";
import type { Row, Store, Where, Write } from "./store/store.ts";
import { work, type Once, type Who } from "./work.ts";

export interface Stood { session: AnyRow; standing: Standing; secrets: Secrets }

/** Begins a dialog, about a record where there is one. It keeps its script and those of its children as they are now. */
export async function start(store: Store, who: Who, dialog: string, { on, inputs = {}, once }: { on?: string; inputs?: Plain; once?: Once }): Promise<Stood> {
  const row = on ? await sight(store, who).get(...splitPath(on)) : undefined;
  if (on && !row) throw new Problem("not-found");
  const { rows } = await work(store, who, [await sessionOf(store, dialog, { row, inputs })], { inside: true, once });
  return go(store, who, rows.find(({ type }) => type === "dialogSession")!.id, session => session);
}

/** Where a session stands; on another device what was kept nowhere is asked again. */
export const stand = (store: Store, who: Who, id: string, secrets: Secrets): Promise<Stood> => go(store, who, id, session => session, secrets);

export const reply = (store: Store, who: Who, id: string, n: number, values: Plain, secrets: Secrets): Promise<Stood> => go(store, who, id, (session, where) => {
  if (where.at !== "page" || where.n !== n) throw new Problem("stale");
  const answered = answer(session, where, values, { user: who.id, now: who.now });
  if (answered.wrong.length) throw new Problem("invalid", { fields: answered.wrong });
  Object.assign(secrets, answered.secrets);
  return answered.session;
}, secrets);

export const goBack = (store: Store, who: Who, id: string, secrets: Secrets): Promise<Stood> => go(store, who, id, (session, where) => {
  if (where.at !== "page" || !where.back) throw new Problem("wrong-status");
  return back(session, where.n);
}, secrets);

/** Changes the session, then finds and does what the dialog wants until it stands at a page or its end; all that is done and the session are one commit. */
async function go(store: Store, who: Who, id: string, change: (session: Session, where: Standing) => Session, secrets: Secrets = {}): Promise<Stood> {
  const eyes = sight(store, who), row = await ownSession(eyes, who, id);
  const target = row.data.on ? await eyes.get(...splitPath(row.data.on as string)) : undefined, facts = await factsFor(store, who, target);
  const was = row.data.session as Session, changes: Change[] = [], also: Write[] = [];
  if (row.data.status !== "open") return { session: seen(row) as AnyRow, standing: { at: "end", outcome: row.data.status === "completed" ? "completed" : "canceled", say: row.data.ending as Say | undefined, vars: {} }, secrets };
  let session = change(was, standing(was, facts, secrets)), where = standing(session, facts, secrets);
  for (let rounds = 0; where.at === "query" || where.at === "act"; where = standing(session, facts, secrets)) {
    if (rounds++ > 200) throw new Problem("invalid", { detail: "The dialog goes round without an end" });
    const value = where.at === "query" ? await found(eyes, where.query) : await done(store, where.act, { ...facts, vars: where.vars }, target, changes, also, rounds);
    session = { ...session, results: [...session.results, { after: session.answers.length, act: where.at === "act", value }] };
  }
  const ended = where.at === "end" ? where : undefined;
  if (session !== was || ended) {
    const kept = update("dialogSession", id, { session, ...ended && { summary: summaryOf(session), outcome: ended.outcome, ending: ended.say } });
    await work(store, who, [kept, ...ended ? [act("dialogSession", id, ended.outcome === "completed" ? "complete" : "cancel")] : [], ...changes], { inside: true, also });
  }
  return { session: seen((await store.get("dialogSession", id))!) as AnyRow, standing: where, secrets };
}

/** A session is answered, and commented on, by whom it belongs to; for everybody else it is not there. */
export async function ownSession(eyes: Sight, who: Who, id: string): Promise<Row> {
  const row = await eyes.get("dialogSession", id);
  if (!row || row.data.owner !== who.id) throw new Problem("not-found");
  return row;
}

async function factsFor(store: Store, who: Who, target: Row | undefined): Promise<Facts> {
  const known = target ? await factsOf(store, target, { at: 1, after: null, before: null, verb: "dialog", by: who.id, path: `${target.type}/${target.id}` }, who.now) : { now: who.now, on: "dialog", record: {} };
  return { ...known, user: who.id, role: who.role };
}

async function found(eyes: Sight, { type: name, where, take }: { type: string; where: Plain; take: number }): Promise<{ id: string; title: string }[]> {
  const type = recordType(name);
  if (!type) throw new Problem("not-found", { detail: `There is no record type “${name}”` });
  const asked = Object.fromEntries(Object.entries(where).filter(([, value]) => !isEmpty(value)).map(([field, value]) => [field, typeof value === "string" && field !== "id" ? value.toLowerCase() : value])) as Where;
  return (await eyes.find(name, { where: asked, order: "title", take })).rows.map(row => ({ id: row.id, title: titleOf(type, row.data) }));
}

/** Its changes join the others; the id of what it makes is its value. */
async function done(store: Store, deed: Deed, facts: Facts, target: Row | undefined, changes: Change[], also: Write[], n: number): Promise<string | null> {
  if (!target && deed.do !== "create") throw new Problem("invalid", { detail: "This dialog needs a record to work on" });
  const row = target ?? { type: "activity", id: "", version: 0, data: {}, keys: {}, text: "" }, did = await deedOf(store, deed, facts, row, { automation: "dialog", name: "dialog", path: `${row.type}/${row.id}` }, n);
  changes.push(...did.changes ?? []); also.push(...did.rows ?? []);
  return deed.do === "create" ? did.changes![0]!.id : null;
}
