import type { AnyRecord } from "./record.ts";

export type Role = "rep" | "manager" | "administrator" | "reader";
/** Who asks: what permission depends on. */
export interface Caller { id: string; name: string; email: string; role: Role; team?: string }

/** Whose records an act may touch: nobody's, one's own, one's team's, everybody's. */
type Reach = "none" | "own" | "team" | "all";
type Act = "read" | "write" | "remove";

const reach: Record<Role, Record<Act, Reach>> = {
  reader:        { read: "all", write: "none", remove: "none" },
  rep:           { read: "all", write: "team", remove: "own" },
  manager:       { read: "all", write: "all", remove: "all" },
  administrator: { read: "all", write: "all", remove: "all" },
};
/** What belongs to the company: reps may read all of it, and add what they meet at customers. */
const companyWrites: Record<string, readonly Role[]> = { competitor: ["rep", "manager", "administrator"], literature: ["manager", "administrator"], template: ["manager", "administrator"], product: ["manager", "administrator"], user: ["administrator"], team: ["administrator"] };
/** Work beside a record, which whoever may read the record may add. */
const beside = new Set(["activity", "note"]);

/** Who may do what to which record: the one place that decides. A record to come is asked with its values. */
export function may(caller: Caller, act: Act, type: AnyRecord, row: { owner?: string; team?: string }): boolean {
  if (type.shared) return act === "read" || (companyWrites[type.name] ?? ["administrator"]).includes(caller.role);
  const how = reach[caller.role][act];
  if (how === "all" || (how !== "none" && beside.has(type.name) && act === "write")) return true;
  if (how === "none" || !row.owner) return false;
  return row.owner === caller.id || (how === "team" && !!caller.team && row.team === caller.team);
}
