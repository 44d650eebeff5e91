import { addWorkingDays, dayOf } from "../model/day.ts";
import { create, type Change } from "../model/change.ts";
import { Problem } from "../model/problem.ts";
import { pathOf, splitPath, titleOf, type AnyRecord } from "../model/record.ts";
import { approval } from "../model/records/approval.ts";
import type { Approver, Verdict } from "../model/rule.ts";
import { all, type Row, type Store } from "./store/store.ts";
import { house } from "./settle.ts";
import type { Who } from "./work.ts";

/** What was allowed in this very commit: by which rules, and who had asked. */
export interface Cleared { rules: readonly string[]; asker: string }
interface Wish { type: AnyRecord; row: Row; verb: string; answers: object; approvals: Verdict["approvals"] }

/** The approval to ask for before the verb may act; none where the caller may allow it themselves or all of it is allowed. */
export async function approvalFor(store: Store, who: Who, { type, row, verb, answers, approvals }: Wish, cleared: Cleared = { rules: [], asker: askerOf(who, row) }): Promise<Change | undefined> {
  const on = pathOf(type.name, row.id), today = dayOf(who.now), rules = [...cleared.rules];
  for (const { id, who: wanted, say } of approvals) {
    if (rules.includes(id)) continue;
    const called = await approversOf(store, wanted, row), present = await inPlaceOf(store, called, today, cleared.asker);
    if (called.includes(who.id) || present.some(one => one.user === who.id)) { rules.push(id); continue; }
    const { total } = await store.find("approval", { where: { on: on.toLowerCase(), status: "pending" }, take: 1 });
    if (total) throw new Problem("awaits-approval");
    return create(approval, {
      title: titleOf(type, row.data), on, verb, answers: answers as Record<string, unknown>, asOf: row.version, asker: cleared.asker, owner: cleared.asker, approvers: [...new Set(present.map(one => one.user))],
      why: say?.en.slice(0, 400), rule: id, cleared: rules, remindAt: who.now,
      history: [{ at: who.now, by: cleared.asker, what: "asked" }, ...present.flatMap(({ user, instead }) => instead ? [{ at: who.now, by: instead, what: "standsIn", to: user } as const] : [])],
    } as never);
  }
  return undefined;
}

/** What an automation wants, it wants for whom the record belongs to. */
const askerOf = (who: Who, { data }: Row): string => who.id === house(who.now).id ? data.owner as string : who.id;

/** The next working day at the same time. */
export const reminderAfter = (now: string): string => addWorkingDays(now, 1) + now.slice(10);

/** Whom the rule means: where it finds nobody, all managers, and without any, the administrators. */
async function approversOf(store: Store, wanted: Approver, row: Row): Promise<string[]> {
  const ids = async (where: Record<string, string>) => (await store.find("user", { where, take: all })).rows.filter(user => !user.data.disabled).map(user => user.id);
  const tries = "user" in wanted ? [() => ids({ id: wanted.user })] : "role" in wanted ? [() => ids({ role: wanted.role })]
    : await (async () => {
      const { manager, team } = ((await store.get("user", String(row.data.owner)))?.data ?? {}) as { manager?: string; team?: string };
      return [...manager ? [() => ids({ id: manager })] : [], ...team ? [() => ids({ role: "manager", team: team.toLowerCase() })] : []];
    })();
  for (const look of [...tries, () => ids({ role: "manager" }), () => ids({ role: "administrator" })]) { const found = await look(); if (found.length) return found; }
  return [];
}

/** Who is away is stood in for by their deputy, but never by the one who asks. */
export async function inPlaceOf(store: Store, users: readonly string[], today: string, asker: string): Promise<{ user: string; instead?: string }[]> {
  return Promise.all(users.map(async user => {
    const { awayUntil, deputy } = ((await store.get("user", user))?.data ?? {}) as { awayUntil?: string; deputy?: string };
    return awayUntil && awayUntil >= today && deputy && deputy !== asker && await works(store, deputy) ? { user: deputy, instead: user } : { user };
  }));
}

/** Whether somebody works here still. */
async function works(store: Store, user: string): Promise<boolean> {
  const row = await store.get("user", user);
  return !!row && !row.data.disabled;
}
/** Where nobody of those who were asked works here any more, whoever would be asked today. */
export async function heirsOf(store: Store, approvers: readonly string[], on: string): Promise<string[]> {
  for (const one of approvers) if (await works(store, one)) return [];
  const row = await store.get(...splitPath(on));
  return row ? approversOf(store, { manager: true }, row) : [];
}
