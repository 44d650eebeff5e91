import { randomUUID } from "node:crypto";
import type { Change } from "../model/change.ts";
import { derived, gathered } from "../model/derive.ts";
import { may, reachOf, readersOf, type Caller, type Owned } from "../model/may.ts";
import { Problem } from "../model/problem.ts";
import { editable, initialReason, initialStatus, pathOf, splitPath, titleOf, type AnyRecord, type AnyRow, type Read } from "../model/record.ts";
import { advances, type Process } from "../model/process.ts";
import { recordType, records } from "../model/records.ts";
import { ruling } from "../model/ruling.ts";
import { verbOf } from "../model/common.ts";
import { check, nothingLess, refsExist, sound, type From } from "./check.ts";
import { jobsOf } from "./automation/jobs.ts";
import { approvalFor, type Cleared } from "./approvals.ts";
import { companyOf, waysOf } from "./company.ts";
import { duplicateRules } from "./duplicates.ts";
import { keepFiles } from "./files.ts";
import { mayStand } from "./brought.ts";
import { referring } from "./gone.ts";
import { doneOnce, eventOf, receiptOf, type Draft, type Once } from "./history.ts";
import { aMoment, lineUp, nextNumber } from "./numbers.ts";
import { rowOf, seen } from "./row.ts";
import { rekey } from "./rekey.ts";
import { inheritedBy } from "./sight.ts";
import { all, Stale, type Row, type Store, type Where, type Write } from "./store/store.ts";

export interface Who extends Caller { now: string }

/** `commit` is empty where nothing was there to do; `note`: what else was answered, so that a repeated request is answered alike. */
export interface Done { commit: string; rows: Row[]; note?: unknown }
/** `dry`: only to see whether it could be done; `brought`: what is created comes from elsewhere, with what the service worked out there and how it stands, and `coming` is what comes along with it; `also`: rows of the service's own in the same commit; `chain`: the automations that led here. */
interface How { expected?: number; once?: Once; note?: unknown; inside?: boolean; dry?: boolean; brought?: boolean; coming?: ReadonlySet<string>; also?: readonly Write[]; chain?: readonly string[] }

/** Makes changes true (`inside`: composed by the service itself; a function composes them once it is certain that the same was not asked before). Where others were faster with a number, the same is asked once more of what is there now. */
export async function work(store: Store, who: Who, changes: readonly Change[] | (() => Promise<readonly Change[]>), how: How = {}): Promise<Done> {
  for (let tries = 1; ; tries++) {
    const numbering: { leave?: () => void } = {};
    try { return await doneOnce(store, how.once, async () => attempt(store, who, typeof changes === "function" ? await changes() : changes, how, numbering)); }
    catch (error) {
      if (!(error instanceof Stale)) throw error;
      if (!numbering.leave || tries > 50) throw new Problem("stale");
    } finally { numbering.leave?.(); }
    await aMoment(tries);
  }
}

/** Checks changes, lets verbs add their own, and commits all of it with its events, or nothing. */
async function attempt(store: Store, who: Who, changes: readonly Change[], { expected, once, note, inside = false, dry, brought, coming, also = [], chain }: How, numbering: { leave?: () => void }): Promise<Done> {
  const drafts = new Map<string, Draft>(), read = remembered(store), commit = changes.length || also.length ? randomUUID() : "", company = await companyOf(store), ways = waysOf(company), rules = await duplicateRules(store), by = { user: who.id, now: who.now };
  for (const change of changes) await settle(change, inside || brought && change.do === "create" ? "service" : "caller");
  await keepFiles(store, who, drafts.values());
  const rows = [...drafts.values()].flatMap(({ before, now }) => now && recordType(now.type) && (changes.some(change => change.id === now.id) || sees(now) || before && sees(before)) ? [now] : []);
  const writes: Write[] = [...drafts.entries()].map(([path, { was, now }]) => ({ type: splitPath(path)[0], id: splitPath(path)[1], was, now }));
  const events = [...drafts].map(([path, draft], n) => eventOf(commit, n, who, path, draft));
  writes.push(...events, ...jobsOf(company, events.map(event => event.now!.data as never), chain), ...also);
  const done: Done = { commit, rows, note };
  if (dry) return done;
  if (once) writes.push(receiptOf(once, who.now, done));
  if (writes.length) await store.commit(writes);
  if (rows.some(row => row.type === "duplicateRule")) await rekey(store);
  return done;

  async function settle(change: Change, from: From): Promise<void> {
    const type = recordType(change.type) ?? fail("not-found");
    if (change.do === "create") return born(type, change, from);
    const draft = await load(type, change.id, from);
    const row = draft.now!;
    if (from !== "verb" && !may(who, change.do === "update" ? "write" : change.do === "act" ? actOf(change.verb) : "remove", type, row.data as Owned)) fail("forbidden");
    if (change.do === "remove") return gone(type, draft);
    if (change.do === "act") return act(type, draft, change);
    const { owner } = change.values as { owner?: unknown };
    if (from !== "verb" && owner !== undefined && owner !== row.data.owner && !may(who, "assign", type, row.data as Owned)) fail("forbidden");
    const open = editable(type, row.data.status as string);
    if (from === "caller" && !open && !advances(type, row.data.status as string, change.values as Record<string, unknown>)) fail("wrong-status");
    const next = await sound(type, row.data, change.values, from, there(from), (after, given) => ruling(ways, who, type, "update", after, row.data, given));
    await put(type, draft, open || from !== "caller" ? await computed(type, next) : next, "update");
    if (from !== "verb") await echo(type, change.id, seen(row) as AnyRow);
  }

  async function born(type: AnyRecord, change: Change & { do: "create" }, from: From): Promise<void> {
    if (from !== "verb" && reachOf(who, "write", type) === "none") fail("forbidden");
    const values = await sound(type, {}, change.values, from, there(from), (after, given) => ruling(ways, who, type, "create", after, undefined, given));
    const first = (from === "caller" ? undefined : change.as) ?? type.born?.(values) ?? { status: initialStatus(type) };
    const owner = type.shared ? undefined : (values.owner as string | undefined) ?? who.id;
    const data = { ...await computed(type, values), ...await numberOf(type, values), seenBy: await inherited(type, values), id: change.id, status: first.status, reason: first.reason ?? initialReason(type, first.status), owner, createdAt: (from === "caller" ? undefined : change.since) ?? who.now, createdBy: who.id, updatedAt: who.now, updatedBy: who.id };
    if (from !== "verb" && !may(who, "write", type, data as Owned)) fail("forbidden");
    if ((from === "caller" || brought) && await store.get(type.name, change.id)) fail("duplicate");
    if (from === "service" && change.as) await mayStand(store, who, ways, type, rowOf(type, clean(data), 1, rules));
    drafts.set(pathOf(type.name, change.id), { was: null, before: undefined, now: rowOf(type, clean(data), 1, rules), verb: "create" });
    if (from !== "verb") await echo(type, change.id);
  }

  async function echo(type: AnyRecord, id: string, before?: AnyRow): Promise<void> {
    for (const more of type.echoes?.(seen(drafts.get(pathOf(type.name, id))!.now!), before) ?? []) await settle(more, "verb");
  }

  async function act(type: AnyRecord, draft: Draft, change: Change & { do: "act" }): Promise<void> {
    const verb = verbOf(type, change.verb) ?? fail("not-found"), always = !Object.hasOwn(type.verbs, change.verb);
    const record = seen(draft.now!) as AnyRow;
    if (!always && !verb.from.includes(record.status) || !(verb.when?.(record) ?? true)) throw new Problem("wrong-status", { detail: `${type.buttons[change.verb]} is not possible while this is ${type.statuses[record.status]!.label.toLowerCase()}` });
    const answers = check(verb.asks ?? {}, nothingLess(change.answers));
    await refsExist(verb.asks ?? {}, answers, there("caller"));
    for (const path of verb.also?.(answers as never) ?? []) {
      const [name, id] = splitPath(path), other = recordType(name)!;
      if (!may(who, "write", other, (await load(other, id, "caller")).now!.data as Owned)) fail("forbidden");
    }
    const status = verb.to ?? record.status, changed = { ...draft.now!.data, ...verb.sets?.(record, answers as never, by) };
    const reason = (typeof verb.reason === "function" ? verb.reason(answers as never, changed as never) : verb.reason) ?? (verb.to ? initialReason(type, status) : record.reason);
    const after = { ...changed, status, reason };
    const { values, problems, approvals } = ruling(ways, who, type, change.verb, clean(after), draft.now!.data, {}, answers);
    if (problems.length) throw new Problem("invalid", { fields: problems });
    const asked = approvals.length ? await approvalFor(store, who, { type, row: draft.now!, verb: change.verb, answers, approvals }, clearedHere(pathOf(type.name, record.id), change.verb)) : undefined;
    if (asked) return settle(asked, "verb");
    const next = { ...after, ...values };
    await put(type, draft, editable(type, record.status) || editable(type, status) ? await computed(type, clean(next)) : next, change.verb);
    const read = await gathered(read => verb.reads?.(record, answers as never, read) ?? {}, neighbours);
    for (const more of verb.then?.(record, answers as never, by, read) ?? []) await settle(more, "verb");
  }

  /** An approval that becomes true in this commit and was asked for exactly this. */
  function clearedHere(on: string, verb: string): Cleared | undefined {
    const given = [...drafts.values()].find(({ now, before }) => now?.type === "approval" && now.data.on === on && now.data.verb === verb && now.data.status === "approved" && before?.data.status === "pending")?.now?.data;
    return given && { rules: [...given.cleared as string[] ?? [], given.rule as string], asker: given.asker as string };
  }

  async function gone(type: AnyRecord, draft: Draft): Promise<void> {
    const { id, data } = draft.now!;
    if (type.numbered && data[type.numbered.field]) fail("numbered");
    drafts.set(pathOf(type.name, id), { ...draft, now: null, verb: "remove" });
    for await (const { other, row, name, field, left } of referring(store, type, id)) {
      const held = heldOf(row);
      if (!held.now) continue;
      if (field.gone === "refuse") throw new Problem("in-use", { detail: sees(row) ? `${other.label[0]} “${titleOf(other, row.data)}” still refers to it` : "A record that you may not see still refers to it" });
      const rest = left(held.now.data);
      if (field.gone === "remove" && !rest.length) drafts.set(pathOf(other.name, row.id), { ...held, now: null, verb: "remove" });
      else await put(other, held, { ...held.now.data, [name]: rest.length ? rest : undefined }, "update");
    }
  }

  async function load(type: AnyRecord, id: string, from: From): Promise<Draft> {
    const path = pathOf(type.name, id), draft = drafts.get(path);
    if (draft) return draft.now ? draft : fail("not-found");
    const row = await read(path) ?? fail("not-found");
    if (from !== "verb" && !may(who, "read", type, row.data as Owned)) fail("not-found");
    if (expected !== undefined && changes.length === 1 && id === changes[0]!.id && expected !== row.version) throw new Problem("stale", { current: seen(row) });
    return heldOf(row);
  }
  function heldOf(row: Row): Draft { return drafts.get(pathOf(row.type, row.id)) ?? { was: row.version, before: row, now: row, verb: "update" }; }

  async function put(type: AnyRecord, draft: Draft, data: Record<string, unknown>, verb: string): Promise<void> {
    const path = pathOf(type.name, data.id as string), readers = readersOf(draft.now!.data as Owned).join();
    drafts.set(path, { ...draft, verb: draft.was === null ? "create" : verb, now: rowOf(type, clean({ ...data, seenBy: await inherited(type, data), updatedAt: who.now, updatedBy: who.id }), (draft.was ?? 0) + 1, rules) });
    if (!type.beside && readersOf(data as Owned).join() !== readers) await passOn(path);
  }

  /** What is beside a record is seen by whoever may see the record: its new readers are theirs. */
  async function passOn(path: string): Promise<void> {
    for (const other of Object.values(records) as unknown as AnyRecord[]) for (const name of other.beside ?? [])
      for (const row of (await store.find(other.name, { where: { [name]: path.toLowerCase() }, take: all })).rows) {
        const held = heldOf(row);
        if (held.now) await put(other, held, held.now.data, "update");
      }
  }

  function inherited(type: AnyRecord, data: Record<string, unknown>): Promise<string[] | undefined> {
    return inheritedBy(type, data, async path => { const draft = drafts.get(path); return draft ? draft.now : await read(path); });
  }

  /** Whether a record that is referred to is there: for the caller, what they may not see is not. */
  function there(from: From) {
    return async (type: string, id: string) => {
      if (type === "stage") return isStage(id);
      const draft = drafts.get(pathOf(type, id));
      if (draft) return !!draft.now;
      if (coming?.has(pathOf(type, id))) return true;
      const row = company.row(type, id) ?? await read(pathOf(type, id));
      return !!row && (from === "verb" || sees(row));
    };
  }
  /** A stage of any of the company's processes, also of one that comes with it, or one that every deal has. */
  function isStage(key: string): boolean {
    const written = [...drafts.values()].flatMap(({ now }) => now?.type === "process" ? [now.data as unknown as Process] : []);
    return coming !== undefined || key in recordType("opportunity")!.fields.stage.choices || [...ways.processes, ...written].some(one => one.stages.some(stage => stage.key === key));
  }
  function sees(row: Row): boolean { return may(who, "read", recordType(row.type)!, row.data as Owned); }

  /** The values with what follows from them. */
  async function computed(type: AnyRecord, values: Record<string, unknown>): Promise<Record<string, unknown>> {
    return { ...values, ...await derived(type, values, by, neighbours) };
  }
  async function numberOf(type: AnyRecord, values: Record<string, unknown>): Promise<object> {
    if (!type.numbered || values[type.numbered.field] !== undefined) return {};
    numbering.leave ??= await lineUp(store);
    return { [type.numbered.field]: await nextNumber(type, drafts, store) };
  }

  /** Neighbours as this commit leaves them. */
  async function neighbours(what: Read): Promise<AnyRow[]> {
    if ("ref" in what) { const row = what.id && (drafts.get(pathOf(what.ref, what.id)) ?? { now: await read(pathOf(what.ref, what.id)) }).now; return row ? [seen(row) as AnyRow] : []; }
    const { rows } = await store.find(what.type, { where: what.where as Where, take: all });
    const made = [...drafts.values()].flatMap(({ was, now }) => was === null && now?.type === what.type && meets(now, what.where) ? [now] : []);
    return [...rows.flatMap(row => { const draft = drafts.get(pathOf(row.type, row.id)); return draft ? draft.now ?? [] : [row]; }), ...made].map(row => seen(row) as AnyRow);
  }
}

const meets = (row: Row, where: Record<string, unknown>) => Object.entries(where).every(([key, wanted]) => [key === "id" ? row.id : row.keys[key]].flat().some(one => [wanted].flat().includes(one)));
/** What is there, asked for once. */
function remembered(store: Store): (path: string) => Promise<Row | undefined> {
  const asked = new Map<string, Promise<Row | undefined>>();
  return path => { const there = asked.get(path) ?? store.get(...splitPath(path)); asked.set(path, there); return there; };
}
const actOf = (verb: string) => verb === "unshare" ? "share" : verb;
const fail = (code: ConstructorParameters<typeof Problem>[0]): never => { throw new Problem(code); };
const clean = (data: Record<string, unknown>) => Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined && value !== null));
