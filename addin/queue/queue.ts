import { createStore, del, entries, set, type UseStore } from "idb-keyval";
import { Problem } from "../../model/problem.ts";
import { recordType } from "../../model/records.ts";
import type { Written } from "../api.ts";
import { problemOf } from "../use.ts";

/** A write that the service has not taken yet: it waits, or was refused and waits for the rep. */
export interface Waiting extends Written { id: string; of: string; at: number; refused?: object }
export interface Queue {
  /** In the order in which they were made. */
  all(): readonly Waiting[];
  /** False where this browser keeps nothing for the pane: then they last as long as it. */
  lasting(): boolean;
  /** Takes a write in, unless it is of a kind that cannot wait. */
  keep(written: Written): Promise<boolean>;
  /** Sends what waits, in order, one pane at a time; stops where the service is still away. */
  send(): Promise<void>;
  drop(id: string): Promise<void>;
  /** Another attempt with other values, as after a conflict. */
  change(id: string, written: Partial<Written>): Promise<void>;
  close(): void;
}

interface Given { again(written: Written): Promise<unknown>; sent(entry: Waiting, answer: unknown): void; changed(): void; store?: UseStore }

/** The writes of one mailbox that wait for the service, kept in the browser's database. */
export async function openQueue(of: string, { again, sent, changed, store }: Given): Promise<Queue> {
  let list: Waiting[] = [], lasts = true, sending: Promise<void> | undefined, timer: ReturnType<typeof setTimeout> | undefined, pause = first, closed = false;
  const disk = async <T>(work: (at: UseStore) => Promise<T>): Promise<T | undefined> => {
    try { return await work(store ??= createStore("dealwright", "waiting")); } catch { lasts = false; return undefined; }
  };
  const put = async (entry: Waiting) => { list = [...list.filter(one => one.id !== entry.id), entry].sort((a, b) => a.at - b.at); changed(); await disk(at => set(entry.id, entry, at)); };
  const drop = async (id: string) => { list = list.filter(one => one.id !== id); changed(); await disk(at => del(id, at)); };
  const later = () => { clearTimeout(timer); if (!closed && list.some(one => !one.refused)) timer = setTimeout(() => void queue.send(), pause = Math.min(pause * 2, longest)); };
  const back = () => { pause = first; void queue.send(); };

  const queue: Queue = {
    all: () => list, lasting: () => lasts, drop,
    async keep(written) {
      if (!canWait(written)) return false;
      const same = list.find(one => !one.refused && one.method === written.method && one.path === written.path && (written.method === "PATCH" || JSON.stringify(one.body) === JSON.stringify(written.body)));
      await put(same ? { ...same, body: { ...same.body, ...written.body }, before: { ...written.before, ...same.before } } : { ...written, id: crypto.randomUUID(), of, at: Math.max(Date.now(), (list.at(-1)?.at ?? 0) + 1) }); // two in one millisecond keep their order
      later();
      return true;
    },
    async send() {
      if (closed) return;
      await (sending ??= alone(async () => { await refresh(); await sendAll(); }).finally(() => { sending = undefined; later(); }));
    },
    async change(id, written) {
      const entry = list.find(one => one.id === id);
      if (entry) { const { refused: _, ...rest } = entry; await put({ ...rest, ...written }); await queue.send(); }
    },
    close() { closed = true; clearTimeout(timer); window.removeEventListener("online", back); },
  };

  /** Another pane on the same mailbox may have added or sent some. */
  async function refresh(): Promise<void> {
    const kept = await disk(at => entries<string, Waiting>(at));
    if (kept && lasts) list = kept.map(([, entry]) => entry).filter(entry => entry.of === of).sort((a, b) => a.at - b.at);
  }
  async function sendAll(): Promise<void> {
    const versions = new Map<string, number>(), stuck = new Set<string>();
    for (const entry of [...list]) {
      const record = concerns(entry);
      if (entry.refused) { stuck.add(record); continue; }
      if (stuck.has(record)) continue;
      try {
        const answer = await again({ ...entry, version: versions.get(record) ?? entry.version }) as { version?: number; records?: { type: string; id: string; version: number }[] } | undefined;
        for (const { type, id, version } of answer?.records ?? []) versions.set(`${type}/${id}`, version);
        if (answer?.version) versions.set(record, answer.version);
        await drop(entry.id);
        sent(entry, answer);
      } catch (error) {
        const problem = problemOf(error);
        if (problem.code === "stale" && holds(problem.current, entry.body)) { await drop(entry.id); sent(entry, problem.current); continue; } // it had arrived; only the answer was lost
        if (away(problem)) return;
        stuck.add(record);
        await put({ ...entry, refused: problem.toJSON() });
      }
    }
  }

  await refresh();
  window.addEventListener("online", back);
  if (list.length) { changed(); void queue.send(); }
  return queue;
}

const first = 1_000, longest = 30_000;
/** Signing in again may be all that is missing, so that is no refusal. */
const away = (problem: Problem): boolean => ["offline", "unavailable", "unauthorised", "too-many", "in-flight"].includes(problem.code);
/** What must go in order: all that is done to one record. A message, a new record and several changes at once wait for nothing else. */
const concerns = ({ id: entry, path }: Waiting): string => { const [type = "", id] = path.split("/"); return recordType(type) && id !== undefined ? `${type}/${id}` : entry; };
const holds = (current: object | undefined, body: object = {}): boolean => !!current && Object.entries(body).every(([name, value]) => JSON.stringify((current as Record<string, unknown>)[name] ?? null) === JSON.stringify(value ?? null));

/** What has the same effect an hour later: logging, leads, choices, and single changes of records. */
function canWait({ method, path }: Written): boolean {
  const [type = "", id, verb] = path.split("/"), declared = recordType(type);
  if (method === "POST" && (path === "mail/log" || path === "mail/lead" || path === "mail/unlog" || path === "preferences" || path === "changes")) return true;
  return !!declared && (method === "POST" ? id === undefined || (verb !== undefined && Object.hasOwn(declared.verbs, verb)) : id !== undefined && verb === undefined);
}

/** One pane sends at a time; where the browser has no locks, keys make a second sending harmless. */
const alone = async (work: () => Promise<void>): Promise<void> => {
  if (!navigator.locks) return work();
  await navigator.locks.request("dealwright.waiting", { ifAvailable: true }, async lock => { if (lock) await work(); });
};
