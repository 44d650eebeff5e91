import { create, update } from "../model/change.ts";
import { addressPattern } from "../model/field.ts";
import type { Caller, Role } from "../model/may.ts";
import { Problem } from "../model/problem.ts";
import { user } from "../model/records/user.ts";
import type { Caller as SignedIn } from "./identity/caller.ts";
import { Refusal } from "./identity/refusal.ts";
import { house } from "./settle.ts";
import type { Store } from "./store/store.ts";
import { work } from "./work.ts";

/** Who is known for certain becomes one of our users: their role from the directory, else from our records; the disabled stay out. Whoever comes first to an empty company is its administrator. */
export const admission = (store: Store) => async (signedIn: SignedIn): Promise<Caller> => {
  const known = (await store.get("user", signedIn.id))?.data;
  if (known?.disabled) throw new Refusal("forbidden", "disabled", { detail: "Your account in Dealwright is switched off. Please ask your administrator." });
  const role = (signedIn.role ?? known?.role ?? (await isEmpty(store) ? "administrator" : undefined)) as Role | undefined;
  if (!role) throw new Refusal("forbidden", "no role", { detail: "Nobody has given you a role in Dealwright yet. Please ask your administrator." });
  if (known?.role !== role) await remember(store, signedIn, role, !known);
  return { id: signedIn.id, name: (known?.name as string | undefined) ?? signedIn.name, email: signedIn.email, role, team: known?.team as string | undefined };
};

const isEmpty = async (store: Store) => (await store.find("user", { take: 1 })).total === 0;

/** Somebody may come in by two instances at once: the first to write it down is enough. */
async function remember(store: Store, signedIn: SignedIn, role: Role, isNew: boolean): Promise<void> {
  const change = isNew ? create(user, { name: signedIn.name.trim().slice(0, 200) || "?", email: addressOf(signedIn), role }, signedIn.id) : update("user", signedIn.id, { role });
  try { await work(store, house(new Date().toISOString()), [change], { inside: true }); }
  catch (error) { if (!(error instanceof Problem && error.code === "stale")) throw error; }
}

/** A directory may name nobody's address: then one under a name that never leads anywhere, until an administrator writes the right one. */
const addressOf = ({ id, email }: SignedIn) => email.length <= 100 && addressPattern.test(email) ? email : `${id}@unknown.invalid`;
