import { useCallback, useEffect, useRef, useState } from "react";
import { Problem } from "../model/problem.ts";
import { useDoors } from "./doors.ts";

export interface Asked<T> {
  answer: T | undefined;
  problem: Problem | undefined;
  /** No answer yet; an older answer to the same question is shown while a newer one is on its way. */
  waiting: boolean;
  /** Asks anew, as after a write. */
  again(): void;
  /** Puts in an answer that came along with something else. */
  put(answer: T): void;
}

/** Asks whenever the key changes; no key, no question. An answer to another key, or to an older asking, is never shown. */
export function useAsk<T>(key: string | undefined, load: () => Promise<T>): Asked<T> {
  const { api } = useDoors();
  const kept = keptOf(api);
  const [, redraw] = useState(0), [round, setRound] = useState(0);
  const failed = useRef<{ key: string; problem: Problem }>(undefined);
  const latest = useRef(load), asking = useRef(0);
  latest.current = load;
  useEffect(() => {
    if (key === undefined) return;
    const counter = asking, mine = ++counter.current;
    const still = () => counter.current === mine;
    latest.current().then(answer => {
      if (!still()) return;
      failed.current = undefined;
      keep(kept, key, answer);
    }, (error: unknown) => { if (still()) failed.current = { key, problem: problemOf(error) }; }).finally(() => { if (still()) redraw(n => n + 1); });
    return () => { counter.current++; };
  }, [key, round, kept]);
  const again = useCallback(() => setRound(n => n + 1), []);
  const put = useCallback((answer: T) => {
    if (key === undefined) return;
    asking.current++; // whatever is on its way is older
    keep(kept, key, answer);
    redraw(n => n + 1);
  }, [key, kept]);
  const answer = key === undefined ? undefined : kept.get(key) as T | undefined;
  const problem = key !== undefined && failed.current?.key === key ? failed.current.problem : undefined;
  return { answer, problem, waiting: key !== undefined && answer === undefined && !problem, again, put };
}

/** Does one thing at a time: a second click while the first is at work does nothing. The problem is of the last try. */
export function useWork() {
  const [busy, setBusy] = useState(false), [problem, setProblem] = useState<Problem>();
  const running = useRef(false), alive = useRef(true);
  useEffect(() => { alive.current = true; return () => { alive.current = false; }; }, []);
  const run = useCallback(async (work: () => Promise<void>) => {
    if (running.current) return;
    running.current = true; setBusy(true); setProblem(undefined);
    try { await work(); } catch (error) { if (alive.current) setProblem(problemOf(error)); }
    finally { running.current = false; if (alive.current) setBusy(false); }
  }, []);
  return { busy, problem, run, clear: useCallback(() => setProblem(undefined), []) };
}

/** The value as it was when it last rested for `ms`. */
export function useRested<T>(value: T, ms: number): T {
  const [rested, setRested] = useState(value);
  useEffect(() => { const timer = setTimeout(() => setRested(value), ms); return () => clearTimeout(timer); }, [value, ms]);
  return rested;
}

export const problemOf = (error: unknown): Problem => error instanceof Problem ? error : new Problem("unexpected", { cause: error });

/** The last answers of a service, for going back without a flicker; another identity is another service. */
const answers = new WeakMap<object, Map<string, unknown>>();
function keptOf(api: object) {
  let kept = answers.get(api);
  if (!kept) answers.set(api, kept = new Map());
  return kept;
}
function keep(kept: Map<string, unknown>, key: string, answer: unknown) {
  kept.delete(key);
  kept.set(key, answer);
  if (kept.size > 30) kept.delete(kept.keys().next().value!);
}
