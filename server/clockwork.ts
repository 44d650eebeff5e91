import { addDays, dayOf } from "../model/day.ts";
import { Problem } from "../model/problem.ts";
import { pathOf } from "../model/record.ts";
import { digest, jobRow } from "./automation/jobs.ts";
import { run } from "./automation/run.ts";
import { companyOf } from "./company.ts";
import { rollUp } from "./goals.ts";
import { remind } from "./reminders.ts";
import { deliver, type Ways } from "./outbox/deliver.ts";
import { house } from "./settle.ts";
import type { Store } from "./store/store.ts";
import { work } from "./work.ts";

export interface Works { store: Store; ways: Ways; now: () => Date; log?: (line: Record<string, unknown>) => void }

/** Does all that is due: automations and their waits, what is overdue, reminders, goals to be counted, messages that go out. Any number of instances may do it side by side. */
export async function tick(works: Works): Promise<void> {
  const { store, ways, now } = works;
  await overdue(store, now().toISOString());
  await remind(store, now().toISOString());
  await rollUp(store, now().toISOString(), works.log);
  for (let rounds = 0; rounds < 100; rounds++) {
    const { rows } = await store.find("job", { where: { due: { to: now().toISOString() } }, order: "due", take: 100 });
    if (!rows.length) break;
    for (const row of rows) await run(store, row.id, now().toISOString());
  }
  while (await deliver(store, ways, now) > 0);
}

/** Ticks when something has been written that waits for it, and every few seconds; returns how to stop. */
export function startClockwork(works: Works, every = 15_000): () => Promise<void> {
  let stopped = false, running: Promise<void> | undefined, again = false;
  const go = (): void => {
    if (stopped) return;
    if (running) { again = true; return; }
    running = tick(works).catch((error: unknown) => works.log?.({ level: "error", error: error instanceof Problem ? error.code : error instanceof Error ? error.stack ?? error.message : String(error) }))
      .finally(() => { running = undefined; if (again) { again = false; go(); } }) as Promise<void>;
  };
  const stop = works.store.heard(changed => { if (!changed.length || changed.some(one => one.type === "job" || one.type === "outgoing")) setImmediate(go); });
  const timer = setInterval(go, every).unref();
  go();
  return async () => { stopped = true; clearInterval(timer); stop(); await running; };
}

/** Records whose day has passed set an automation off once for that day; a month back, so that a company that was closed is not flooded. */
async function overdue(store: Store, now: string): Promise<void> {
  const automations = (await companyOf(store)).all("automation").filter(one => one.status === "active");
  for (const { id: automation, name, on, trigger, when, steps } of automations) {
    if (trigger.on !== "overdue") continue;
    const last = addDays(dayOf(now), -(trigger.days ?? 0) - 1);
    const { rows } = await store.find(on, { where: { [trigger.field]: { from: addDays(last, -31), to: `${last}~` }, status: ["open", "scheduled", "active", "draft"] }, take: 1000 });
    for (const row of rows) {
      const path = pathOf(on, row.id), id = digest(automation, path, String(row.data[trigger.field]));
      if (await store.get("fired", id)) continue;
      const job = jobRow(id, { automation, name, path, when, steps, at: 0, due: now, tries: 0, verb: "overdue", by: "service", before: null, after: null, chain: [`${automation} ${path}`] }, null);
      await work(store, house(now), [], { also: [{ type: "fired", id, was: null, now: { type: "fired", id, version: 1, data: { at: now }, keys: { at: now }, text: "" } }, job] }).catch((error: unknown) => { if (!(error instanceof Problem && error.code === "stale")) throw error; });
    }
  }
}
