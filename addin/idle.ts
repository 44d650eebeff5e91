/** The browser is idle, too, while it waits for the first answers; so many ms are for these. */
const behind = 1_000;

/** Does what nobody waits for, a moment from now, when the browser has nothing else to do; the answer calls it off. Never where the browser does not tell. */
export function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback !== "function") return () => undefined;
  let asked = 0;
  const timer = setTimeout(() => { asked = requestIdleCallback(work); }, behind);
  return () => { clearTimeout(timer); cancelIdleCallback(asked); };
}

/** Lets the browser do what else waits: draw, and hear of keys. */
export const turn = (): Promise<void> => new Promise(done => { setTimeout(done); });

/** Goes through long work from rest to rest, and lets the browser have a turn whenever a frame's time has gone by. */
export async function inTurns<T>(work: Generator<void, T>): Promise<T> {
  for (let from = performance.now();;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - from > 16) { await turn(); from = performance.now(); }
  }
}
