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
