import { act } from "../model/change.ts";
import { Problem } from "../model/problem.ts";
import { house } from "./settle.ts";
import { all, type Row, type Store } from "./store/store.ts";
import { work } from "./work.ts";

/** Counts every goal that is running anew once a day; those that are rolled up from their children after these. One that cannot be counted keeps no other from it, and the log says which. */
export async function rollUp(store: Store, now: string, log?: (line: Record<string, unknown>) => void): Promise<void> {
  const where = { status: "active" }, [never, before] = await Promise.all([store.find("goal", { where: { ...where, rolledUp: null }, take: all }), store.find("goal", { where: { ...where, rolledUp: { to: now.slice(0, 10) } }, take: all })]);
  const due = new Map([...never.rows, ...before.rows].map(row => [row.id, row]));
  for (const { id } of [...due.values()].sort((a, b) => depth(b, due) - depth(a, due)))
    await work(store, house(now), [act("goal", id, "rollUp", {})]).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      if (!faster.includes(error.code)) log?.({ level: "warn", error: error.code, goal: id });
    });
}

/** Another instance counted it meanwhile, or somebody has closed or removed it. */
const faster = ["stale", "wrong-status", "not-found"];

/** How many of the goals above it are due as well; a ring of goals ends by itself. */
function depth(goal: Row, due: ReadonlyMap<string, Row>): number {
  const above = new Set<string>();
  for (let at = due.get(goal.data.parent as string); at && !above.has(at.id); at = due.get(at.data.parent as string)) above.add(at.id);
  return above.size;
}
