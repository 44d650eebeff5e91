import type { Caller, Grant } from "../model/may.ts";
import { companyOf } from "./company.ts";
import type { Store } from "./store/store.ts";

/** What permission needs to know of a caller beyond their role: who is of their team, and what the company has granted. */
export async function standingOf(store: Store, { team }: Caller): Promise<Pick<Caller, "mates" | "grants" | "currency">> {
  const company = await companyOf(store), settings = company.one("company", "company");
  return { currency: settings?.currency as string | undefined, mates: team ? membersIn(company.all("user"), team) : [], grants: (settings?.grants ?? []) as Grant[] };
}

/** The ids of those who are in a team, as keys of the store. */
export const membersOf = async (store: Store, team: string): Promise<string[]> => membersIn((await companyOf(store)).all("user"), team).map(id => id.toLowerCase());

const membersIn = (users: readonly { id: string; team?: string }[], team: string) => users.filter(user => user.team === team).map(user => user.id);
