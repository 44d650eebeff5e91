import { Problem } from "../model/problem.ts";

/** Composes changes and makes them true, anew of what is there now as long as others were faster. */
export async function insisting<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 5; ; tries--) {
    try { return await run(); }
    catch (error) { if (!(error instanceof Problem && ["stale", "duplicate"].includes(error.code)) || tries < 1) throw error; }
  }
}
