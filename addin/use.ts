import { useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from "react";
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

/** Asks when the key is first wanted by anybody on the screen; no key, no question. All who want the same key share one question and one answer, and an answer that came too late is never shown. */
export function useAsk<T>(key: string | undefined, load: () => Promise<T>): Asked<T> {
  const { api } = useDoors();
  const question = useMemo(() => key === undefined ? undefined : questionOf(api, key), [api, key]);
  const latest = useRef(load);
  latest.current = load;
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  useLayoutEffect(() => { // the question goes out before the browser paints, so that the answer comes while it does
    if (!question) return;
    question.hearers.add(redraw);
    question.renew = () => ask(question, () => latest.current());
    if (question.hearers.size === 1) ask(question, () => latest.current());
    return () => { question.hearers.delete(redraw); if (!question.hearers.size) question.asking++; };
  }, [question]);
  const again = useCallback(() => { if (question) ask(question, () => latest.current()); }, [question]);
  const put = useCallback((answer: T) => { if (question) settle(question, { answer }); }, [question]);
  const answer = question?.answer as T | undefined, problem = question?.problem;
  return { answer, problem, waiting: question !== undefined && answer === undefined && !problem, again, put };
}

interface Question { answer?: unknown; problem?: Problem; asking: number; hearers: Set<() => void>; renew?: () => void }

function ask(question: Question, load: () => Promise<unknown>): void {
  const mine = ++question.asking;
  load().then(answer => { if (question.asking === mine) settle(question, { answer }); }, (error: unknown) => { if (question.asking === mine) settle(question, { answer: question.answer, problem: problemOf(error) }); });
}
/** Whatever is still on its way is older than this. */
function settle(question: Question, { answer, problem }: { answer?: unknown; problem?: Problem }): void {
  question.asking++;
  Object.assign(question, { answer, problem });
  for (const hear of [...question.hearers]) hear();
}

/** Does one thing at a time: a second click while the first is at work does nothing. `run` answers whether it went well; the problem is of the last try. */
export function useWork() {
  const [busy, setBusy] = useState(false), [problem, setProblem] = useState<Problem>();
  const running = useRef(false), alive = useRef(true);
  useEffect(() => { alive.current = true; return () => { alive.current = false; }; }, []);
  const run = useCallback(async (work: () => Promise<void>): Promise<boolean> => {
    if (running.current) return false;
    running.current = true; setBusy(true); setProblem(undefined);
    try { await work(); return true; } catch (error) { if (alive.current) setProblem(problemOf(error)); return false; }
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

/** What was answered, or that the write waits for the service. */
export const orQueued = <T>(answer: Promise<T>): Promise<T | "queued"> => answer.catch((error: unknown) => { if (problemOf(error).code !== "queued") throw error; return "queued" as const; });

export const problemOf = (error: unknown): Problem => error instanceof Problem ? error : new Problem("unexpected", { cause: error });

/** Asks everything that is on the screen anew, as after writes that were made elsewhere. */
export const askAnew = (api: object): void => { for (const { hearers, renew } of questions.get(api)?.values() ?? []) if (hearers.size) renew?.(); };

/** The last questions to a service with their answers, for going back without a flicker; another identity is another service. */
const questions = new WeakMap<object, Map<string, Question>>();
function questionOf(api: object, key: string): Question {
  let asked = questions.get(api);
  if (!asked) questions.set(api, asked = new Map());
  const question = asked.get(key) ?? { asking: 0, hearers: new Set<() => void>() };
  asked.delete(key);
  asked.set(key, question);
  for (const [old, { hearers }] of asked) if (asked.size > 30 && !hearers.size && old !== key) asked.delete(old);
  return question;
}
