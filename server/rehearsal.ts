import { answer, standing, type Script, type Session, type Standing } from "../model/dialog.ts";
import type { Change } from "../model/change.ts";
import type { Plain, Say } from "../model/expression.ts";
import type { Field } from "../model/field.ts";
import { Problem, type FieldProblem } from "../model/problem.ts";
import { pathOf, splitPath, titleOf } from "../model/record.ts";
import { recordType } from "../model/records.ts";
import { check } from "./check.ts";
import { companyOf } from "./company.ts";
import { factsFor, onward, speakerFor } from "./dialogs.ts";
import { withChildren } from "./dialogSession.ts";
import type { Outgoing } from "./outbox/outgoing.ts";
import { sight } from "./sight.ts";
import type { Row, Store, Write } from "./store/store.ts";
import { work, type Who } from "./work.ts";

/** A page and what is answered on it. */
export interface Given { page: string; values: Plain }
/** What would become of one record: made anew, changed, or asked about. */
export interface Becomes { type: string; id: string; title: string; made?: true; values: Plain; status?: string }
/** A dialog tried out: where it stands after what was answered, and all that would have been done by then. */
export interface Rehearsal {
  standing: Extract<Standing, { at: "page" | "end" }>; passed: { page: string; title: Say }[];
  becomes: Becomes[]; mails: { to: string[]; subject: string; text: string }[];
  /** Why the service would not have done it. */
  refused?: { detail: string; fields: FieldProblem[] };
  variables: Plain;
}

/** Goes through a dialog as it is written now, on one record and with these answers. Its deeds run through everything that they would run through, and nothing is kept. */
export async function rehearse(store: Store, who: Who, values: Plain, on: string | undefined, given: readonly Given[]): Promise<Rehearsal> {
  const script = await scriptOf(store, who, values), target = on ? await sight(store, who).get(...splitPath(on)) : undefined;
  if (on && !target) throw new Problem("not-found");
  const { where, passed, changes, also } = await goThrough(store, who, script, target, (key, n) => given[n]?.page === key ? given[n].values : undefined, true);
  const tried = await dry(store, who, changes);
  return {
    standing: where, passed, ...tried.refused && { refused: tried.refused }, becomes: await becomesOf(store, tried.rows, changes), variables: Object.fromEntries(Object.entries(where.vars).filter(([name, value]) => !name.includes(".") && ["string", "number", "boolean"].includes(typeof value))),
    mails: also.flatMap(({ now }) => now?.type === "outgoing" ? [now.data as unknown as Outgoing] : []).map(({ to, subject, text }) => ({ to, subject, text })),
  };
}

/** Where the same answers would lead on the latest records: a page that asks for more, or an end, with what would be done on the way. */
export async function rehearseAll(store: Store, who: Who, values: Plain, given: readonly Given[]): Promise<{ looked: number; ways: { at: "page" | "end"; words?: Say; does: string[]; records: { type: string; id: string; title: string }[] }[] }> {
  const script = await scriptOf(store, who, values), on = values.on as string | undefined, ways = new Map<string, Awaited<ReturnType<typeof rehearseAll>>["ways"][number]>();
  const { rows } = on ? await sight(store, who).find(on, { order: "updatedAt", down: true, take: 200 }) : { rows: [] };
  for (const row of rows) {
    const { where, changes } = await goThrough(store, who, script, row, key => given.find(one => one.page === key)?.values, false);
    const words = where.at === "end" ? where.say : where.page.title, does = changes.map(change => change.do === "act" ? change.verb : change.do), key = JSON.stringify([where.at, where.at === "page" ? where.page.key : [where.outcome, words], does]);
    const way = ways.get(key) ?? { at: where.at, words, does, records: [] };
    way.records.push({ type: row.type, id: row.id, title: titleOf(recordType(row.type)!, row.data) });
    ways.set(key, way);
  }
  return { looked: rows.length, ways: [...ways.values()].sort((a, b) => b.records.length - a.records.length) };
}

async function scriptOf(store: Store, who: Who, given: Plain): Promise<{ root: string; scripts: Record<string, Script> }> {
  if (who.role !== "administrator") throw new Problem("forbidden");
  const type = recordType("dialog")!, values = check(type.fields, given), wrong = type.proves!(values, recordType);
  if (wrong.length) throw new Problem("invalid", { fields: wrong });
  const script = { ...values, id: "rehearsed" } as unknown as Script;
  return { root: script.id, scripts: withChildren(await companyOf(store), script) };
}

/** `truly`: each page sees the record as the deeds before it would have left it. */
async function goThrough(store: Store, who: Who, script: { root: string; scripts: Record<string, Script> }, record: Row | undefined, answerTo: (page: string, n: number) => Plain | undefined, truly: boolean) {
  const eyes = sight(store, who), secrets = {}, passed: Rehearsal["passed"] = [], changes: Change[] = [], also: Write[] = [];
  let session: Session = { ...script, inputs: {}, answers: [], results: [] }, target = record;
  for (;;) {
    const facts = await factsFor(store, who, target), went = await onward(store, eyes, session, { facts, secrets, target });
    session = went.session; changes.push(...went.changes); also.push(...went.also);
    const where = went.where, values = where.at === "page" && passed.length < 100 ? answerTo(where.page.key, where.n) : undefined;
    if (where.at === "end" || !values) return { where, passed, changes, also };
    const now = standing(session, facts, secrets, await speakerFor(eyes, session, secrets, target, facts)) as typeof where, answered = answer(session, now, values, { user: who.id, now: who.now });
    if (answered.wrong.length) { if (truly) throw new Problem("invalid", { fields: answered.wrong }); return { where, passed, changes, also }; }
    Object.assign(secrets, answered.secrets);
    session = answered.session;
    passed.push({ page: where.page.key, title: where.page.title });
    if (truly && record && went.changes.length) target = (await dry(store, who, changes)).rows.find(row => row.type === record.type && row.id === record.id) ?? target;
  }
}

async function dry(store: Store, who: Who, changes: readonly Change[]): Promise<{ rows: Row[]; refused?: Rehearsal["refused"] }> {
  if (!changes.length) return { rows: [] };
  try { return await work(store, who, changes, { inside: true, dry: true }); }
  catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { rows: [], refused: { detail: error.detail ?? error.title, fields: error.fields } };
  }
}

async function becomesOf(store: Store, rows: readonly Row[], changes: readonly Change[]): Promise<Becomes[]> {
  const touched = new Set(changes.map(({ type, id }) => pathOf(type, id)));
  const all = await Promise.all(rows.map(async ({ type: name, id, data }): Promise<Becomes> => {
    const type = recordType(name)!, before = (await store.get(name, id))?.data, fields = type.fields as Record<string, Field>;
    const names = Object.keys({ ...before, ...data }).filter(field => (field === "owner" || fields[field] && fields[field].kind !== "lines" && !(fields[field].computed && fields[field].kind === "moment")) && JSON.stringify(before?.[field]) !== JSON.stringify(data[field]) && !(field === "owner" && !before));
    return { type: name, id, title: titleOf(type, data), ...!before && { made: true as const }, values: Object.fromEntries(names.map(field => [field, data[field] ?? null])), ...before && before.status !== data.status && { status: String(data.status) } };
  }));
  return all.filter(one => one.made || one.status || Object.keys(one.values).length).sort((a, b) => Number(touched.has(pathOf(b.type, b.id))) - Number(touched.has(pathOf(a.type, a.id))));
}
