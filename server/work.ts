import { createHash, randomUUID } from "node:crypto";
import type { Change } from "../model/change.ts";
import type { Field } from "../model/field.ts";
import { may, reachOf, readersOf, type Caller, type Owned } from "../model/may.ts";
import { Problem } from "../model/problem.ts";
import { editable, initialReason, initialStatus, pathOf, splitPath, titleOf, type AnyRecord, type AnyRow, type Read } from "../model/record.ts";
import { recordType, records } from "../model/records.ts";
import { verbOf } from "../model/sharing.ts";
import { check, nothingLess, refsExist, sound, type From } from "./check.ts";
import { keepFiles } from "./files.ts";
import { filesOf, rowOf, seen } from "./row.ts";
import { Stale, type Row, type Store, type Where, type Write } from "./store/store.ts";

export interface Who extends Caller { now: string }

/** How a request is made safe to repeat: the caller's key, and what was asked under it. */
export interface Once { key: string; asked: unknown }

export interface Done { commit: string; rows: Row[] }
interface Draft { was: number | null; before: Row | undefined; now: Row | null; verb: string }

/** Makes changes true (`inside`: composed by the service itself): checks them, lets verbs add their own, and commits all of it with its events, or nothing. */
export async function work(store: Store, who: Who, changes: readonly Change[], { expected, once, inside = false }: { expected?: number; once?: Once; inside?: boolean } = {}): Promise<Done> {
  if (once) { const answer = await told(store, who, once); if (answer) return answer; }
  const drafts = new Map<string, Draft>(), commit = randomUUID();
  for (const change of changes) await settle(change, inside ? "service" : "caller");
  await keepFiles(store, who, drafts.values());
  const rows = [...drafts.values()].flatMap(({ before, now }) => now && (changes.some(change => change.id === now.id) || sees(now) || before && sees(before)) ? [now] : []);
  const writes: Write[] = [...drafts.entries()].map(([path, { was, now }]) => ({ type: splitPath(path)[0], id: splitPath(path)[1], was, now }));
  let n = 0;
  for (const [path, draft] of drafts) writes.push(eventOf(commit, n++, who, path, draft));
  if (once) writes.push(receiptOf(who, once, { commit, rows }));
  try { await store.commit(writes); }
  catch (error) {
    if (!(error instanceof Stale)) throw error;
    const answer = once && await told(store, who, once);
    if (answer) return answer;
    throw new Problem("stale");
  }
  return { commit, rows };

  async function settle(change: Change, from: From): Promise<void> {
    const type = recordType(change.type) ?? fail("not-found");
    if (change.do === "create") return born(type, change, from);
    const draft = await load(type, change.id);
    const row = draft.now!;
    if (from !== "verb" && !may(who, change.do === "update" ? "write" : change.do === "act" ? actOf(change.verb) : "remove", type, row.data as Owned)) fail("forbidden");
    if (change.do === "remove") return gone(type, draft);
    if (change.do === "act") return act(type, draft, change);
    const { owner } = change.values as { owner?: unknown };
    if (from !== "verb" && owner !== undefined && owner !== row.data.owner && !may(who, "assign", type, row.data as Owned)) fail("forbidden");
    if (from === "caller" && !editable(type, row.data.status as string)) fail("wrong-status");
    await put(type, draft, await sound(type, row.data, change.values, from, there(from)), "update");
  }

  async function born(type: AnyRecord, change: Change & { do: "create" }, from: From): Promise<void> {
    if (from !== "verb" && reachOf(who, "write", type) === "none") fail("forbidden");
    const values = await sound(type, {}, change.values, from, there(from));
    const first = type.born?.(values) ?? { status: initialStatus(type) };
    const owner = type.shared ? undefined : (values.owner as string | undefined) ?? who.id;
    const data = { ...values, seenBy: await inherited(type, values), id: change.id, status: first.status, reason: first.reason ?? initialReason(type, first.status), owner, createdAt: who.now, createdBy: who.id, updatedAt: who.now, updatedBy: who.id };
    if (from !== "verb" && !may(who, "write", type, data as Owned)) fail("forbidden");
    if (from === "caller" && await store.get(type.name, change.id)) fail("duplicate");
    drafts.set(pathOf(type.name, change.id), { was: null, before: undefined, now: rowOf(type, clean(data), 1), verb: "create" });
  }

  async function act(type: AnyRecord, draft: Draft, change: Change & { do: "act" }): Promise<void> {
    const verb = verbOf(type, change.verb) ?? fail("not-found"), always = !Object.hasOwn(type.verbs, change.verb);
    const record = seen(draft.now!) as AnyRow;
    if (!always && !verb.from.includes(record.status) || !(verb.when?.(record) ?? true)) throw new Problem("wrong-status", { detail: `${type.buttons[change.verb]} is not possible while this is ${type.statuses[record.status]!.label.toLowerCase()}` });
    const answers = check(verb.asks ?? {}, nothingLess(change.answers));
    await refsExist(verb.asks ?? {}, answers, there("caller"));
    const status = verb.to ?? record.status;
    const reason = (typeof verb.reason === "function" ? verb.reason(answers as never) : verb.reason) ?? (verb.to ? initialReason(type, status) : record.reason);
    const by = { user: who.id, now: who.now };
    await put(type, draft, { ...draft.now!.data, ...verb.sets?.(record, answers as never, by), status, reason }, change.verb);
    const read = Object.fromEntries(await Promise.all(Object.entries(verb.reads?.(record, answers as never) ?? {}).map(async ([name, what]) => [name, await neighbours(what)] as const)));
    for (const next of verb.then?.(record, answers as never, by, read) ?? []) await settle(next, "verb");
  }

  async function gone(type: AnyRecord, draft: Draft): Promise<void> {
    const { id } = draft.now!, self = pathOf(type.name, id);
    drafts.set(self, { ...draft, now: null, verb: "remove" });
    for (const other of Object.values(records) as unknown as AnyRecord[])
      for (const [name, field] of Object.entries(other.fields as Record<string, Field>)) {
        if (!field.to?.includes(type.name)) continue;
        const value = field.to.length > 1 ? self : id;
        const { rows } = await store.find(other.name, { where: { [name]: value.toLowerCase() }, take: all });
        for (const row of rows) {
          const held = drafts.get(pathOf(other.name, row.id)) ?? { was: row.version, before: row, now: row, verb: "update" };
          if (!held.now) continue;
          const left = Array.isArray(held.now.data[name]) ? (held.now.data[name] as string[]).filter(one => one !== value) : [];
          if (field.gone === "refuse") throw new Problem("in-use", { detail: sees(row) ? `${other.label[0]} “${titleOf(other, row.data)}” still refers to it` : "A record that you may not see still refers to it" });
          if (field.gone === "remove" && !left.length) drafts.set(pathOf(other.name, row.id), { ...held, now: null, verb: "remove" });
          else await put(other, held, { ...held.now.data, [name]: left.length ? left : undefined }, "update");
        }
      }
  }

  async function load(type: AnyRecord, id: string): Promise<Draft> {
    const path = pathOf(type.name, id), draft = drafts.get(path);
    if (draft) return draft.now ? draft : fail("not-found");
    const row = await store.get(type.name, id) ?? fail("not-found");
    if (!may(who, "read", type, row.data as Owned)) fail("not-found");
    if (expected !== undefined && changes.length === 1 && id === changes[0]!.id && expected !== row.version) throw new Problem("stale", { current: seen(row) });
    return { was: row.version, before: row, now: row, verb: "update" };
  }

  async function put(type: AnyRecord, draft: Draft, data: Record<string, unknown>, verb: string): Promise<void> {
    const path = pathOf(type.name, data.id as string), readers = readersOf(draft.now!.data as Owned).join();
    drafts.set(path, { ...draft, verb: draft.was === null ? "create" : verb, now: rowOf(type, clean({ ...data, seenBy: await inherited(type, data), updatedAt: who.now, updatedBy: who.id }), (draft.was ?? 0) + 1) });
    if (!type.beside && readersOf(data as Owned).join() !== readers) await passOn(path);
  }

  /** What is beside a record is seen by whoever may see the record: its new readers are theirs. */
  async function passOn(path: string): Promise<void> {
    for (const other of Object.values(records) as unknown as AnyRecord[]) for (const name of other.beside ?? [])
      for (const row of (await store.find(other.name, { where: { [name]: path.toLowerCase() }, take: all })).rows) {
        const held = drafts.get(pathOf(other.name, row.id)) ?? { was: row.version, before: row, now: row, verb: "update" };
        if (held.now) await put(other, held, held.now.data, "update");
      }
  }

  /** Who may see the records that this one is beside; `any` where one of them is the company's. */
  async function inherited(type: AnyRecord, data: Record<string, unknown>): Promise<string[] | undefined> {
    if (!type.beside) return undefined;
    const paths = type.beside.flatMap(name => (data[name] ?? []) as string | string[]);
    const rows = await Promise.all([...new Set(paths)].map(async path => { const draft = drafts.get(path); return draft ? draft.now : await store.get(...splitPath(path)); }));
    return [...new Set(rows.flatMap(row => row ? recordType(row.type)!.shared ? ["any"] : readersOf(row.data as Owned) : []))].sort();
  }

  /** Whether a record that is referred to is there: for the caller, what they may not see is not. */
  function there(from: From) {
    return async (type: string, id: string) => {
      const draft = drafts.get(pathOf(type, id));
      if (draft) return !!draft.now;
      const row = await store.get(type, id);
      return !!row && (from === "verb" || sees(row));
    };
  }
  function sees(row: Row): boolean { return may(who, "read", recordType(row.type)!, row.data as Owned); }

  async function neighbours(what: Read): Promise<AnyRow[]> {
    if ("ref" in what) { const row = what.id && await store.get(what.ref, what.id); return row ? [seen(row) as AnyRow] : []; }
    return (await store.find(what.type, { where: what.where as Where, take: all })).rows.map(row => seen(row) as AnyRow);
  }
}

const actOf = (verb: string) => verb === "unshare" ? "share" : verb;
const fail = (code: ConstructorParameters<typeof Problem>[0]): never => { throw new Problem(code); };
const clean = (data: Record<string, unknown>) => Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined && value !== null));
/** More than any record has beside it: what follows from a change is never cut off. */
const all = 1e9;

/** Who did what to which record, with what it was before and after: timeline, audit and undo read these. */
function eventOf(commit: string, n: number, who: Who, path: string, { before, now, verb }: Draft): Write {
  const id = `${commit}-${n}`;
  const data = { id, commit, at: who.now, by: who.id, verb, on: path, version: now?.version ?? (before!.version + 1), before: before?.data ?? null, after: now?.data ?? null };
  return { type: "event", id, was: null, now: { type: "event", id, version: 1, data, keys: { on: path.toLowerCase(), by: who.id.toLowerCase(), at: who.now, commit, file: [...filesOf(before?.data), ...filesOf(now?.data)] }, text: "" } };
}

const digest = (what: unknown) => createHash("sha256").update(JSON.stringify(what)).digest("hex");
const receiptId = (who: Who, once: Once) => digest([who.id, once.key]);
/** Kept in the same commit as what it is the receipt of. */
function receiptOf(who: Who, once: Once, done: Done): Write {
  const id = receiptId(who, once);
  return { type: "receipt", id, was: null, now: { type: "receipt", id, version: 1, data: { asked: digest(once.asked), done }, keys: { at: who.now }, text: "" } };
}
async function told(store: Store, who: Who, once: Once): Promise<Done | undefined> {
  const row = await store.get("receipt", receiptId(who, once));
  if (!row) return undefined;
  if (row.data.asked !== digest(once.asked)) throw new Problem("key-reused");
  return row.data.done as Done;
}

/** Takes back the commit if it was this caller's and nothing that it touched has changed since; the taking back is a commit of its own. */
export async function undo(store: Store, who: Who, commit: string): Promise<Done> {
  const { rows: events } = await store.find("event", { where: { commit }, take: all });
  if (!events.length || events.some(event => event.data.by !== who.id)) throw new Problem("not-found");
  const id = randomUUID(), writes: Write[] = [], rows: Row[] = [];
  for (const [n, { data }] of events.entries()) {
    const [typeName, recordId] = splitPath(data.on as string), type = recordType(typeName)!;
    const now = await store.get(typeName, recordId);
    if (reachOf(who, "write", type) === "none") throw new Problem("forbidden");
    if ((now?.version ?? null) !== (data.after ? data.version : null)) throw new Problem("touched");
    if (!data.before) await nothingRefers(store, type, recordId, events.map(event => event.data.on as string));
    const restored = data.before ? rowOf(type, { ...data.before as object, updatedAt: who.now, updatedBy: who.id }, (data.version as number) + 1) : null;
    for (const hash of filesOf(restored?.data)) if (!await store.files.keep(hash)) throw new Problem("touched");
    if (restored) rows.push(restored);
    writes.push({ type: typeName, id: recordId, was: now?.version ?? null, now: restored });
    writes.push(eventOf(id, n, who, data.on as string, { was: now?.version ?? null, before: now, now: restored, verb: "undo" }));
    if (!now && !restored) writes.splice(-2);
  }
  try { await store.commit(writes); } catch (error) { throw error instanceof Stale ? new Problem("touched") : error; }
  return { commit: id, rows };
}

/** A record that others have come to refer to is not taken back from under them. */
async function nothingRefers(store: Store, type: AnyRecord, id: string, alongside: string[]): Promise<void> {
  for (const other of Object.values(records) as unknown as AnyRecord[])
    for (const [name, field] of Object.entries(other.fields as Record<string, Field>)) {
      if (!field.to?.includes(type.name)) continue;
      const { rows } = await store.find(other.name, { where: { [name]: field.to.length > 1 ? pathOf(type.name, id).toLowerCase() : id.toLowerCase() }, take: 50 });
      if (rows.some(row => !alongside.includes(pathOf(other.name, row.id)))) throw new Problem("touched");
    }
}

