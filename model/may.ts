import type { AnyRecord } from "./record.ts";

export type Role = "rep" | "manager" | "administrator" | "reader";
/** Whose records an act may touch: nobody's, one's own, one's team's, everybody's. */
export type Reach = "none" | "own" | "team" | "all";
/** What the company has changed about who may do what; without `on` it holds for every type that has owners. */
export interface Grant { role: Role; act: string; on?: string; reach: Reach }
/** Who asks: what permission depends on. */
export interface Caller {
  id: string; name: string; email: string; role: Role; team?: string;
  /** Everybody of the caller's team. */
  mates?: readonly string[];
  /** The company's own currency, which sums are in. */
  currency?: string;
  grants?: readonly Grant[];
}

/** The acts that have a reach of their own; any verb may be given one, and else reaches as far as writing. */
export const acts = ["read", "write", "remove", "share", "assign", "approve", "export", "import", "erase"] as const;
type Act = (typeof acts)[number];

const usual: Record<Role, Partial<Record<Act, Reach>>> = {
  reader:        { read: "all" },
  rep:           { read: "all", write: "team", remove: "own", share: "own", assign: "own", export: "own" },
  manager:       { read: "all", write: "all", remove: "all", share: "all", assign: "all", export: "all", approve: "all", import: "all" },
  administrator: { read: "all", write: "all", remove: "all", share: "all", assign: "all", export: "all", approve: "all", import: "all", erase: "all" },
};
/** What belongs to the company: reps may read all of it, and add what they meet at customers. */
const catalogue = Object.fromEntries(["product", "priceList", "priceListItem", "discountList", "unitGroup", "unit", "subject", "territory", "metric", "connectionRole"].map(name => [name, ["manager", "administrator"]] as const));
const companyWrites: Record<string, readonly Role[]> = { ...catalogue, competitor: ["rep", "manager", "administrator"], literature: ["manager", "administrator"], template: ["manager", "administrator"], user: ["administrator"], team: ["administrator"] };
/** What no grant takes from administrators, so that nobody is locked out. */
const keys = new Set(["company", "user", "team"]);

/** How far an act reaches: as the company has said of this type, of all types, or as is usual. */
export function reachOf(caller: Caller, act: string, type: AnyRecord): Reach {
  if (caller.role === "administrator" && keys.has(type.name)) return "all";
  const said = (on?: string) => caller.grants?.findLast(grant => grant.role === caller.role && grant.act === act && grant.on === on)?.reach;
  const reach = said(type.name) ?? (type.shared ? undefined : said());
  if (reach) return reach;
  if (!isAct(act)) return reachOf(caller, "write", type);
  if (type.shared && (act === "write" || act === "remove")) return (companyWrites[type.name] ?? ["administrator"]).includes(caller.role) ? "all" : "none";
  return usual[caller.role][act] ?? "none";
}
const isAct = (act: string): act is Act => (acts as readonly string[]).includes(act);

/** What permission sees of a record: whose it is, whom it is shared with, and who may read what it is beside. */
export interface Owned { owner?: string; sharedWith?: readonly Share[]; seenBy?: readonly string[] }
/** A user or a team that a record is shared with, as a path. */
export interface Share { with: string; write?: boolean }

/** Who may do what to which record: the one place that decides. Nothing may be done to what may not be read; a record to come is asked with its values. */
export function may(caller: Caller, act: string, type: AnyRecord, row: Owned): boolean {
  if (act !== "read" && !may(caller, "read", type, row)) return false;
  const only = (type.verbs as Record<string, { only?: (row: Owned) => readonly string[] }>)[act]?.only;
  if (only && !only(row).includes(caller.id)) return false;
  const reach = reachOf(caller, act, type);
  if (reach === "none") return false;
  if (reach === "all" || type.shared) return true;
  const changes = act === "write" || !isAct(act), looks = act === "read" || act === "export";
  if (type.beside && changes) return true;
  const holders = [`own/${row.owner}`, ...(row.sharedWith ?? []).filter(share => looks || changes && share.write).map(share => share.with), ...looks ? row.seenBy ?? [] : []];
  return keysOf(caller, reach).some(key => holders.includes(key));
}

/** Whoever holds one of these may read the record: its owner, those it is shared with, and who may read what it is beside. */
export const readersOf = ({ owner, sharedWith = [], seenBy = [] }: Owned): string[] => [...new Set([...owner ? [`own/${owner}`] : [], ...sharedWith.map(share => share.with), ...seenBy])];

/** What a caller holds: everybody holds `any`. */
export const keysOf = (caller: Caller, reach: Reach): string[] =>
  ["any", `own/${caller.id}`, `user/${caller.id}`, ...caller.team ? [`team/${caller.team}`] : [], ...reach === "team" ? (caller.mates ?? []).map(id => `own/${id}`) : []];
