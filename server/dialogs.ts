import { act, update, type Change } from "../model/change.ts";
import { answer, back, chosenIn, standing, summaryOf, type Deed, type Secrets, type Session, type Speaker, type Standing } from "../model/dialog.ts";
import { speakerOf } from "../model/dialogWords.ts";
import { isEmpty, type Facts, type Plain, type Say } from "../model/expression.ts";
import { Problem } from "../model/problem.ts";
import { splitPath, titleOf, type AnyRow } from "../model/record.ts";
import { recordType } from "../model/records.ts";
import { deedOf, factsOf } from "./automation/run.ts";
import { toldOf } from "./automation/told.ts";
import { sessionOf } from "./dialogSession.ts";
import { seen } from "./row.ts";
import { sight, type Sight } from "./sight.ts";
import type { Row, Store, Where, Write } from "./store/store.ts";
import { doneOnce, type Once } from "./history.ts";
import { work, type Done, type Who } from "./work.ts";

export interface Stood { session: AnyRow; standing: Standing; secrets: Secrets }

/** Begins a dialog, about a record where there is one. It keeps its script and those of its children as they are now. */
export async function start(store: Store, who: Who, dialog: string, { on, inputs = {}, once }: { on?: string; inputs?: Plain; once?: Once }): Promise<Stood> {
  const row = on ? await sight(store, who).get(...splitPath(on)) : undefined;
  if (on && !row) throw new Problem("not-found");
  const { rows } = await work(store, who, [await sessionOf(store, dialog, { row, inputs })], { inside: true, once });
  return go(store, who, rows.find(isSession)!.id, { once: once && { ...once, key: `${once.key} goes` } });
}

/** Where a session stands; on another device what was kept nowhere is asked again. */
export const stand = (store: Store, who: Who, id: string, secrets: Secrets): Promise<Stood> => go(store, who, id, { secrets });

export const reply = (store: Store, who: Who, id: string, n: number, values: Plain, { secrets, once }: Asked): Promise<Stood> => go(store, who, id, { secrets, once, given: { n, values }, change(session, where) {
  if (where.at !== "page" || where.n !== n) throw new Problem("stale");
  const answered = answer(session, where, values, { user: who.id, now: who.now });
  if (answered.wrong.length) throw new Problem("invalid", { fields: answered.wrong });
  Object.assign(secrets, answered.secrets);
  return answered.session;
} });

export const goBack = (store: Store, who: Who, id: string, { secrets, once }: Asked): Promise<Stood> => go(store, who, id, { secrets, once, change(session, where) {
  if (where.at !== "page" || !where.back) throw new Problem("wrong-status");
  return back(session, where.n);
} });

export const comment = (store: Store, who: Who, id: string, comments: string, once: Once | undefined): Promise<Stood> => go(store, who, id, { values: { comments }, once });

/** What comes with a request: the answers that are kept nowhere, and what makes it safe to repeat. */
interface Asked { secrets: Secrets; once: Once | undefined }
interface Step extends Partial<Asked> { change?(session: Session, where: Standing): Session; given?: { n: number; values: Plain }; values?: Plain }

/** Changes the session, then finds and does what the dialog wants until it stands at a page or its end; all that is done and the session are one commit. Its receipt says where that led, without what is kept nowhere: whoever asks again has that with them. */
async function go(store: Store, who: Who, id: string, step: Step): Promise<Stood> {
  const { secrets = {}, once, given } = step, { rows, note } = await doneOnce(store, once, () => taken(store, who, id, step)), told = note as Standing;
  const row = rows.find(isSession) ?? await ownSession(sight(store, who), who, id), session = row.data.session as Session;
  for (const key of given && session.answers[given.n]?.hidden || []) secrets[`${given!.n}.${key}`] = given!.values[key] ?? null;
  return { session: seen(row) as AnyRow, standing: "vars" in told ? told : await again(), secrets };

  async function again(): Promise<Standing> {
    const { target, facts } = await aboutOf(store, who, row);
    return standing(session, facts, secrets, await speakerFor(sight(store, who), session, secrets, target, facts));
  }
}
const isSession = ({ type }: Row): boolean => type === "dialogSession";

async function taken(store: Store, who: Who, id: string, { change = session => session, values = {}, secrets = {}, once }: Step): Promise<Done> {
  const eyes = sight(store, who), row = await ownSession(eyes, who, id);
  const { target, facts } = await aboutOf(store, who, row), was = row.data.session as Session;
  if (row.data.status !== "open") return keep({ at: "end", outcome: row.data.status === "completed" ? "completed" : "canceled", say: row.data.ending as Say | undefined, vars: {} }, values);
  const changed = change(was, standing(was, facts, secrets, await speakerFor(eyes, was, secrets, target, facts)));
  const { session, where, changes, also } = await onward(store, eyes, changed, { facts, secrets, target }), ended = where.at === "end" ? where : undefined;
  if (ended) changes.unshift(act("dialogSession", id, ended.outcome === "completed" ? "complete" : "cancel"));
  return keep(where, { ...values, ...(session !== was || ended) && { session }, ...ended && { summary: summaryOf(session), outcome: ended.outcome, ending: ended.kept } }, changes, also);

  async function keep(where: Standing, values: Plain, changes: readonly Change[] = [], also: readonly Write[] = []): Promise<Done> {
    const all = Object.keys(values).length ? [update("dialogSession", id, values), ...changes] : changes, kept = row.data.status === "open" && Object.keys(secrets).length ? { at: where.at } : where;
    if (!all.length && !once) return { commit: "", rows: [row], note: where };
    return { ...await work(store, who, all, { inside: true, also, once, note: kept }), note: where };
  }
}

interface Known { facts: Facts; secrets: Secrets; target: Row | undefined }
/** Finds and does what the dialog wants until it stands at a page or its end; what is to be done is gathered and not made true. */
export async function onward(store: Store, eyes: Sight, begun: Session, { facts, secrets, target }: Known): Promise<{ session: Session; where: Extract<Standing, { at: "page" | "end" }>; changes: Change[]; also: Write[] }> {
  const changes: Change[] = [], also: Write[] = [], speaker = await speakerFor(eyes, begun, secrets, target, facts);
  let session = begun;
  for (let rounds = 1; rounds <= 200; rounds++) {
    const where = standing(session, facts, secrets, speaker);
    if (where.at === "page" || where.at === "end") return { session, where, changes, also };
    const value = where.at === "query" ? await found(eyes, where.query) : await done(store, where.act, { ...facts, vars: where.act.do === "mail" ? where.open : where.vars }, target, changes, also, rounds);
    session = { ...session, results: [...session.results, { after: session.answers.length, act: where.at === "act", value }] };
  }
  throw new Problem("invalid", { detail: "The dialog goes round without an end" });
}

/** What the dialog may put into its words: of the record it is about, and the names of the records that were chosen. */
export async function speakerFor(eyes: Sight, session: Session, secrets: Secrets, target: Row | undefined, facts: Facts): Promise<Speaker> {
  const names = await Promise.all([...new Set(chosenIn(session, secrets))].map(async path => { const [type, id] = splitPath(path), row = await eyes.get(type, id); return [path, row ? titleOf(recordType(type)!, row.data) : ""] as const; }));
  return speakerOf(target ? toldOf(target, facts) : { find: recordType, records: {} }, Object.fromEntries(names));
}

/** A session is answered, and commented on, by whom it belongs to; for everybody else it is not there. */
export async function ownSession(eyes: Sight, who: Who, id: string): Promise<Row> {
  const row = await eyes.get("dialogSession", id);
  if (!row || row.data.owner !== who.id) throw new Problem("not-found");
  return row;
}

/** The record that a session is about, and what is known there. */
async function aboutOf(store: Store, who: Who, { data: { on } }: Row): Promise<{ target?: Row; facts: Facts }> {
  const target = on ? await sight(store, who).get(...splitPath(on as string)) : undefined;
  return { target, facts: await factsFor(store, who, target) };
}
export async function factsFor(store: Store, who: Who, target: Row | undefined): Promise<Facts> {
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
