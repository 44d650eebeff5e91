import { useCallback, useEffect, useRef, useState } from "react";
import { Problem } from "../../model/problem.ts";
import { titleOf, type AnyRow } from "../../model/record.ts";
import { recordType, type RecordName } from "../../model/records.ts";
import type { Api } from "../api.ts";
import { useDoors } from "../doors.ts";

export const problemOf = (error: unknown): Problem => error instanceof Problem ? error : new Problem("unexpected", { cause: error });

/** Loads anew whenever the key changes; an answer to an older key is never shown. The last answer stays while the same key loads again. */
export function useLoaded<T>(key: string, load: () => Promise<T>) {
  const [state, put] = useState<{ key: string; data?: T; problem?: Problem }>({ key });
  const [round, setRound] = useState(0);
  const latest = useRef(load);
  useEffect(() => { latest.current = load; });
  useEffect(() => {
    let current = true;
    latest.current().then(data => { if (current) put({ key, data }); }, error => { if (current) put(was => ({ key, data: was.key === key ? was.data : undefined, problem: problemOf(error) })); });
    return () => { current = false; };
  }, [key, round]);
  const mine = state.key === key;
  return { data: mine ? state.data : undefined, problem: mine ? state.problem : undefined, reload: useCallback(() => setRound(n => n + 1), []) };
}

/** Runs one act at a time; `run` answers whether it went well, and its problem is kept for the page. */
export function useAct() {
  const [busy, setBusy] = useState(false), [problem, setProblem] = useState<Problem>();
  const running = useRef(false);
  const run = useCallback(async (act: () => Promise<void>): Promise<boolean> => {
    if (running.current) return false;
    running.current = true; setBusy(true); setProblem(undefined);
    try { await act(); return true; }
    catch (error) { setProblem(problemOf(error)); return false; }
    finally { running.current = false; setBusy(false); }
  }, []);
  return { busy, problem, run, clear: useCallback(() => setProblem(undefined), []) };
}

/** The title of a record that another one refers to; asked for once, kept for the life of the pane. */
export function useTitle(type: string, id: string | undefined): string | undefined {
  const { api } = useDoors();
  const [title, setTitle] = useState<{ of: string; is: string }>();
  const of = `${type}/${id}`;
  useEffect(() => {
    let current = true;
    if (id) askTitle(api, type, id).then(is => { if (current) setTitle({ of, is }); }, () => {});
    return () => { current = false; };
  }, [api, type, id, of]);
  return title?.of === of ? title.is : undefined;
}

const titles = new WeakMap<Api, Map<string, Promise<string>>>();
export function askTitle(api: Api, type: string, id: string): Promise<string> {
  const kept = titles.get(api) ?? new Map<string, Promise<string>>();
  titles.set(api, kept);
  const path = `${type}/${id}`;
  const asked = kept.get(path) ?? api.read(type as RecordName, id).then(row => titleOf(recordType(type)!, row as AnyRow));
  kept.set(path, asked);
  asked.catch(() => kept.delete(path));
  return asked;
}

/** The value once it has rested for `ms`. */
export function useRested<T>(value: T, ms: number): T {
  const [rested, rest] = useState(value);
  useEffect(() => { const timer = setTimeout(() => rest(value), ms); return () => clearTimeout(timer); }, [value, ms]);
  return rested;
}
