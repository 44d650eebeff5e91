import type { Caller, Role } from "../model/may.ts";
import type { Caller as SignedIn } from "./identity/caller.ts";
import { Refusal } from "./identity/refusal.ts";
import { rowOf } from "./row.ts";
import { Stale, type Store } from "./store/store.ts";
import { recordType } from "../model/records.ts";

/** Who is known for certain becomes one of our users: their role from the directory, else from our records; the disabled stay out. Whoever comes first to an empty company is its administrator. */
export const admission = (store: Store) => async (signedIn: SignedIn): Promise<Caller> => {
  const row = await store.get("user", signedIn.id);
  if (row?.data.disabled) throw new Refusal("forbidden", "disabled", { detail: "Your account in Dealwright is switched off. Please ask your administrator." });
  const role = (signedIn.role ?? row?.data.role ?? (await isEmpty(store) ? "administrator" : undefined)) as Role | undefined;
  if (!role) throw new Refusal("forbidden", "no role", { detail: "Nobody has given you a role in Dealwright yet. Please ask your administrator." });
  if (!row || row.data.role !== role) await remember(store, signedIn, role, row?.version ?? null, row?.data);
  return { id: signedIn.id, name: (row?.data.name as string | undefined) ?? signedIn.name, email: signedIn.email, role, team: row?.data.team as string | undefined };
};

const isEmpty = async (store: Store) => (await store.find("user", { take: 1 })).total === 0;

async function remember(store: Store, { id, name, email }: SignedIn, role: Role, was: number | null, before: Record<string, unknown> = {}): Promise<void> {
  const now = new Date().toISOString();
  const data = { status: "active", createdAt: now, createdBy: id, ...before, id, name: before.name ?? (name || "?"), email: before.email ?? email, role, updatedAt: now, updatedBy: id };
  try { await store.commit([{ type: "user", id, was, now: rowOf(recordType("user")!, data, (was ?? 0) + 1) }]); }
  catch (error) { if (!(error instanceof Stale)) throw error; }
}
