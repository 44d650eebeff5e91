import type { Change } from "../model/change.ts";
import type { Hit, Known, KnownQuery, Likeness, TimelineEntry } from "../model/known.ts";
import type { Mail } from "../model/mail.ts";
import type { Caller } from "../model/may.ts";
import type { Preferences, Shelf, Wish } from "../model/preferences.ts";
import { Problem } from "../model/problem.ts";
import type { AnyRow, RowOf, ValuesOf } from "../model/record.ts";
import type { Alerts, Guarding, HandOver } from "./launch/handOver.ts";
import type { Meeting } from "./office/mailbox.ts";
import type { RecordName, records } from "../model/records.ts";

type Type<N extends RecordName> = (typeof records)[N];
/** What a change did: the rows it touched, and the name under which it can be undone. */
export interface Changed { commit: string; records: (AnyRow & { type: string })[] }
export type Saved<N extends RecordName> = RowOf<Type<N>> & { commit: string };

/** A file whose bytes the service has. */
export interface Enclosed { name: string; size: number; hash: string; type: string }
/** A write as it goes over the wire; `before` is what the rep saw of the values. */
export interface Written { method: string; path: string; body?: object; version?: number; key?: string; before?: object }

/** The service, as the panes see it. Every failure is a Problem. */
export type Api = ReturnType<typeof connect>;

/** What is asked for, as it stands in an address. */
export const query = (of: Record<string, string | number | undefined>): string => String(new URLSearchParams(Object.entries(of).flatMap(([k, v]) => v === undefined ? [] : [[k, String(v)]])));

/** `authorization` gives the whole header. Each writing call takes a key that makes it safe to repeat; without one it makes its own. */
export function connect(base: string, authorization: () => Promise<string>, send: typeof fetch = (...args) => fetch(...args), keep?: (written: Written) => Promise<boolean>) {
  /** The keys of what was sent and not answered: whoever sends the same again sends it under the same key, for it may have arrived. */
  const unanswered = new Map<string, string>();
  /** A write that does not reach the service is kept for later where somebody keeps it; that is `queued`. */
  async function call<T>(method: string, path: string, given: Omit<Written, "method" | "path"> = {}): Promise<T> {
    const asked = JSON.stringify([path, given.version, given.body]), written = { method, path, ...given, ...method === "POST" && { key: given.key ?? unanswered.get(asked) ?? crypto.randomUUID() } };
    unanswered.delete(asked);
    try { return await again<T>(written); }
    catch (error) {
      if (method === "GET" || !(error instanceof Problem && ["offline", "unavailable"].includes(error.code))) throw error;
      if (keep && await keep(written)) throw new Problem("queued", { cause: error });
      if (written.key !== undefined) unanswered.set(asked, written.key);
      throw error;
    }
  }
  async function again<T>({ method, path, body, version, key }: Written): Promise<T> {
    const headers: Record<string, string> = { authorization: await authorization(), accept: "application/json" };
    if (body) headers["content-type"] = "application/json";
    if (version !== undefined) headers["if-match"] = `"${version}"`;
    if (key !== undefined) headers["idempotency-key"] = key;
    let answer: Response;
    try { answer = await send(`${base}/api/${path}`, { method, headers, body: body && JSON.stringify(body), signal: AbortSignal.timeout(15_000) }); }
    catch (cause) { throw new Problem("offline", { cause }); }
    if (answer.status === 204) return undefined as T;
    const read: unknown = await answer.json().catch(() => undefined);
    if (!answer.ok) throw Problem.from(read);
    return read as T;
  }
  /** Keeps a file, telling how much of it is there (0 to 1), which the browser's other way to send does not; a record then refers to it by what is answered. */
  async function upload(file: File, progress: (part: number) => void = () => undefined): Promise<Enclosed> {
    const header = await authorization();
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open("POST", `${base}/api/files?${query({ name: file.name })}`);
      request.setRequestHeader("authorization", header);
      request.setRequestHeader("content-type", "application/octet-stream");
      request.timeout = 300_000;
      request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
      request.ontimeout = request.onerror = () => reject(new Problem("offline"));
      request.onload = () => {
        let read: unknown;
        try { read = JSON.parse(request.responseText); } catch { read = undefined; }
        if (request.status < 300) resolve(read as Enclosed); else reject(Problem.from(read));
      };
      request.send(file);
    });
  }
  /** A file, whole. */
  async function bytes(path: string): Promise<Uint8Array> {
    const headers = { authorization: await authorization() };
    let answer: Response;
    try { answer = await send(`${base}/api/${path}`, { headers, signal: AbortSignal.timeout(120_000) }); }
    catch (cause) { throw new Problem("offline", { cause }); }
    if (!answer.ok) throw Problem.from(await answer.json().catch(() => undefined));
    return new Uint8Array(await answer.arrayBuffer());
  }
  /** Sends a file and hears, line by line, how far the work on it is; answers what came of it. */
  async function told<T>(path: string, file: Blob, type: string, hear: (done: number, of: number) => void, key?: string): Promise<T> {
    const headers = { authorization: await authorization(), accept: "application/x-ndjson", "content-type": type, ...key !== undefined && { "idempotency-key": key } };
    let answer: Response;
    try { answer = await send(`${base}/api/${path}`, { method: "POST", body: file, headers }); }
    catch (cause) { throw new Problem("offline", { cause }); }
    if (!answer.ok || !answer.body) throw Problem.from(await answer.json().catch(() => undefined));
    let left = "", result: T | undefined;
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { value, done } = await reader.read().catch((cause: unknown) => { throw new Problem("offline", { cause }); });
      const lines = (left + (value ?? "")).split("\n");
      left = lines.pop()!;
      for (const line of lines) {
        const said = JSON.parse(line) as { done: number; of: number } | { result: T } | { problem: object };
        if ("problem" in said) throw Problem.from(said.problem);
        if ("result" in said) result = said.result; else hear(said.done, said.of);
      }
      if (done) break;
    }
    if (result === undefined) throw new Problem("offline");
    return result;
  }
  return {
    bytes, upload, told,
    /** Any other question of the service: what only a pane that comes late asks is written there. */
    call,
    /** Sends a write as it was sent before, under the same key. */
    again,
    me: () => call<Caller>("GET", "me"),
    users: () => call<{ records: AnyRow[] }>("GET", "user?take=200"),
    /** Filters by field, `status` and `owner`; `text`, `order`, `down`, `skip`, `take`. */
    list: <N extends RecordName>(type: N, of: Record<string, string | number | undefined> = {}) => call<{ records: RowOf<Type<N>>[]; total: number }>("GET", `${type}?${query(of)}`),
    read: <N extends RecordName>(type: N, id: string) => call<RowOf<Type<N>>>("GET", `${type}/${id}`),
    create: <N extends RecordName>(type: N, values: ValuesOf<Type<N>>, key?: string) => call<Saved<N>>("POST", type, { body: values, key }),
    update: <N extends RecordName>(type: N, row: { id: string; version: number }, values: object) => call<Saved<N>>("PATCH", `${type}/${row.id}`, { body: values, version: row.version, before: Object.fromEntries(Object.keys(values).map(name => [name, (row as AnyRow)[name]])) }),
    remove: (type: RecordName, row: { id: string; version: number }) => call<{ commit: string }>("DELETE", `${type}/${row.id}`, { version: row.version }),
    act: <N extends RecordName>(type: N, row: { id: string; version: number }, verb: string, answers: object = {}, key?: string) => call<Changed>("POST", `${type}/${row.id}/${verb}`, { body: answers, version: row.version, key }),
    /** Several changes, all or none. */
    change: (changes: Change[], key?: string) => call<Changed>("POST", "changes", { body: { changes }, key }),
    undo: (commit: string) => call<Changed>("POST", `undo/${commit}`, { body: {} }),
    timeline: (type: RecordName, id: string) => call<{ entries: TimelineEntry[] }>("GET", `${type}/${id}/timeline`),
    /** Records that may be the same, before anything is saved; `not` is the record itself, where it is there already. */
    duplicates: (type: RecordName, values: object, not?: string) => call<{ duplicates: Likeness[] }>("POST", `duplicates/${type}${not ? `?${query({ not })}` : ""}`, { body: values }),
    /** Remembers something for the caller alone; where one has been is only worth while it is so. */
    prefer: (wish: Wish) => "saw" in wish ? again<Preferences>({ method: "POST", path: "preferences", body: wish }) : call<Preferences>("POST", "preferences", { body: wish }),
    preferences: () => call<Preferences>("GET", "preferences"),
    shelf: () => call<Shelf>("GET", "shelf"),
    /** Over everything, or only records of some types. */
    search: (text: string, types?: readonly RecordName[]) => call<{ hits: Hit[]; total: number }>("GET", `search?${query({ text, types: types?.join() })}`),
    known: (of: KnownQuery) => call<Known>("POST", "mail/known", { body: of }),
    /** Ties the message to records; once for each, however often it is asked. */
    log: (mail: Mail, on: { type: string; id: string }[], key?: string, files: Enclosed[] = []) => call<Changed & { known: Known }>("POST", "mail/log", { body: { mail, on, ...files.length && { files } }, key }),
    unlog: (activity: { id: string; version: number }, on: { type: string; id: string }) => call<Changed>("POST", `mail/unlog`, { body: { activity: activity.id, on } }),
    /** Ties a meeting to records, once for all who are invited; `already` where it was tied to all of them before. */
    logMeeting: (meeting: Meeting, on: { type: string; id: string }[]) => call<{ activity: string; already: boolean; commit?: string }>("POST", "meeting/log", { body: { meeting, on } }),
    /** A mail that goes out, once, however often it is said; and that it did not. */
    sent: (one: HandOver) => call<{ logged: boolean; activity?: string }>("POST", "mail/sent", { body: one }),
    unsent: (draft: string) => call<{ logged: boolean }>("POST", "mail/unsent", { body: { draft } }),
    /** What deserves a look before a mail goes out. */
    guard: (of: Guarding) => call<Alerts>("POST", "guard", { body: of }),
    /** A pass for what runs while no pane is open. */
    ticket: () => call<{ ticket: string; expires: string }>("POST", "mail/ticket", { body: {} }),
    /** Makes the lead and logs the message on it, in one commit. */
    leadFromMail: (mail: Mail, values: ValuesOf<Type<"lead">>, key?: string) => call<Changed>("POST", "mail/lead", { body: { mail, values }, key }),
  };
}

/** How one signs in here (`readConfiguration` checks it): the one question that nobody has to be signed in for. */
export async function askConfiguration(base = "", send: typeof fetch = (...args) => fetch(...args)): Promise<unknown> {
  let answer: Response;
  try { answer = await send(`${base}/api/session/config`, { headers: { accept: "application/json" }, signal: AbortSignal.timeout(15_000) }); }
  catch (cause) { throw new Problem("offline", { cause }); }
  const read: unknown = await answer.json().catch(() => undefined);
  if (!answer.ok) throw Problem.from(read);
  return read;
}
