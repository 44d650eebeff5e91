import { Problem } from "../../model/problem.ts";

/** What Outlook hands to a callback. */
export interface Answer<T> { status: unknown; value: T; error?: { message?: string } | null }

/** At most `room` pieces of work at once; the rest wait their turn. A piece that fails makes room like any other. */
export function queue(room: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = room;
  return async work => {
    if (free > 0) free--; else await new Promise<void>(turn => waiting.push(turn));
    try { return await work(); } finally { const next = waiting.shift(); if (next) next(); else free++; }
  };
}

const calls = queue(3);
const downloads = queue(1);

/** One call to Outlook as a promise. Outlook on the web takes three at once and may leave a callback unanswered for ever, so each has a time-out (ms, from the moment it is sent) and an answer after it is not heard. */
export const callOffice = <T>(what: string, ask: (done: (answer: Answer<T>) => void) => void, within = 10_000): Promise<T> =>
  calls(() => new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Problem("outlook", { detail: `Outlook did not answer (${what})` })), within);
    const fail = (cause: unknown) => { clearTimeout(timer); reject(new Problem("outlook", { detail: `${what}: ${wordsOf(cause)}`, cause })); };
    try {
      ask(answer => {
        if (String(answer.status) !== "succeeded") return fail(answer.error);
        clearTimeout(timer); resolve(answer.value);
      });
    } catch (cause) { fail(cause); }
  }));

/** Files take long and may hang, so they go one at a time and leave the other two places to quick calls. */
export const fetchFromOffice = <T>(what: string, ask: (done: (answer: Answer<T>) => void) => void): Promise<T> =>
  downloads(() => callOffice(what, ask, 120_000));

const wordsOf = (cause: unknown): string => (cause as { message?: string } | undefined)?.message ?? "refused";
