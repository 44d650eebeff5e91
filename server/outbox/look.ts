import { Problem } from "../../model/problem.ts";
import { doneOnce, type Once } from "../history.ts";
import { house } from "../settle.ts";
import type { Store } from "../store/store.ts";
import { work, type Who } from "../work.ts";
import { outgoingRow, type Kept } from "./outgoing.ts";

/** What waits to go out or could not, for administrators: to whom and why, never what was in it. */
export async function outbox(store: Store, who: Who): Promise<{ messages: Omit<Kept, "text" | "pass">[]; total: number }> {
  if (who.role !== "administrator") throw new Problem("forbidden");
  const { rows, total } = await store.find("outgoing", { where: { status: ["waiting", "dead"] }, order: "at", down: true, take: 200 });
  return { total, messages: rows.map(({ id, data }) => { const { text: _, pass: __, ...shown } = data as unknown as Kept; return { id, ...shown }; }) };
}
/** Gives a message that was given up another round. */
export async function againOut(store: Store, who: Who, id: string, once?: Once): Promise<void> {
  if (who.role !== "administrator") throw new Problem("forbidden");
  await doneOnce(store, once, async () => {
    const row = await store.get("outgoing", id);
    if (row?.data.status !== "dead") throw new Problem("not-found");
    return work(store, house(who.now), [], { once, also: [outgoingRow(id, { ...row.data as unknown as Kept, status: "waiting", tries: 0, due: who.now }, row.version)] });
  });
}
/** What automations did on a record, newest first. */
export const runsOf = async (store: Store, path: string): Promise<Record<string, unknown>[]> => (await store.find("run", { where: { on: path.toLowerCase() }, order: "at", down: true, take: 100 })).rows.map(row => row.data);
