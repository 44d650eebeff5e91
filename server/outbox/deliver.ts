import { house } from "../settle.ts";
import { all, type Row, type Store } from "../store/store.ts";
import { work } from "../work.ts";
import { outgoingRow, type Kept } from "./outgoing.ts";

/** The way out for one kind of message. It throws when it cannot tell that the message was taken; `permanent` when trying again is vain. */
export interface Way { send(id: string, message: Kept): Promise<void> }
export class Permanent extends Error {}
export type Ways = Partial<Record<Kept["kind"], Way>>;

const lease = 120_000, triesAtMost = 12;

/** Sends what is due, in order for each recipient; returns how many were sent. Whoever takes a message holds it for two minutes, so that another instance sends it only where this one died. */
export async function deliver(store: Store, ways: Ways, now: () => Date, random: () => number = Math.random): Promise<number> {
  const at = () => now().toISOString(), { rows } = await store.find("outgoing", { where: { status: "waiting", due: { to: at() } }, order: "at", take: 200 });
  const stuck = await held(store, at()), write = (row: Row, kept: Kept) => work(store, house(at()), [], { also: [outgoingRow(row.id, kept, row.version)] });
  let sent = 0;
  for (const row of rows) {
    const kept = row.data as unknown as Kept, way = ways[kept.kind];
    if (!way || kept.to.some(one => (stuck.get(one.toLowerCase()) ?? "9") < kept.at)) continue;
    const taken = { ...kept, tries: kept.tries + 1, due: new Date(now().getTime() + lease).toISOString() };
    try { await write(row, taken); } catch { continue; } // another instance was faster
    const mine = { ...row, version: row.version + 1 };
    try {
      await way.send(row.id, kept);
      await write(mine, { ...taken, status: "sent", sentAt: at(), error: undefined, text: "" });
      sent++;
    } catch (error) {
      const dead = error instanceof Permanent || taken.tries >= triesAtMost, wait = Math.min(3_600_000, 15_000 * 2 ** kept.tries) * (0.5 + random());
      if (!dead) for (const one of kept.to) stuck.set(one.toLowerCase(), kept.at);
      await write(mine, { ...taken, status: dead ? "dead" : "waiting", due: new Date(now().getTime() + wait).toISOString(), error: (error as Error).message.slice(0, 300) }).catch(() => {});
    }
  }
  return sent;
}

/** Recipients whose earlier messages wait for another try, with when the first of these was written: later ones do not overtake. */
async function held(store: Store, now: string): Promise<Map<string, string>> {
  const { rows } = await store.find("outgoing", { where: { status: "waiting", due: { from: now } }, order: "at", take: all });
  const first = new Map<string, string>();
  for (const { data } of rows) { const { to, at, due, tries } = data as unknown as Kept; if (due > now && tries > 0) for (const one of to) if (!first.has(one.toLowerCase())) first.set(one.toLowerCase(), at); }
  return first;
}
