import { dayOf } from "../model/day.ts";
import { Problem } from "../model/problem.ts";
import { pathOf } from "../model/record.ts";
import { healthOf, scoreOf, type Complaint, type Score } from "../model/score.ts";
import { companyOf } from "./company.ts";
import type { Sight } from "./sight.ts";
import { all, type Store } from "./store/store.ts";

/** A lead's score and why, with what its mails say for it. */
export async function scoreOfLead(store: Store, eyes: Sight, id: string): Promise<Score> {
  const row = await eyes.get("lead", id) ?? none(), { rows } = await eyes.find("activity", { where: { regarding: pathOf("lead", id).toLowerCase() }, take: all });
  const mails = rows.filter(one => one.data.kind === "email" && one.data.direction === "incoming").map(one => String(one.data.happened ?? "")).sort();
  const scoring = (await companyOf(store)).one("scoring", "scoring");
  return scoreOf(scoring?.weights ?? [], { now: eyes.who.now, on: "score", record: row.data, vars: { mails: mails.length, lastMail: mails.length ? dayOf(mails.at(-1)!) : undefined } });
}

/** What is wrong with a deal, each with what mends it. */
export async function healthOfDeal(store: Store, eyes: Sight, id: string): Promise<Complaint[]> {
  const row = await eyes.get("opportunity", id) ?? none(), path = pathOf("opportunity", id);
  const [beside, history, stakeholders] = await Promise.all([eyes.find("activity", { where: { regarding: path.toLowerCase() }, take: all }), eyes.history(path, { order: "at", take: 1000 }), eyes.find("connection", { where: { from: path.toLowerCase() }, take: all })]);
  const closeDates = history.rows.map(event => (event.data.after as { closeDate?: string } | null)?.closeDate).filter((day): day is string => !!day).filter((day, n, days) => day !== days[n - 1]);
  const people = new Set([row.data.contact, ...stakeholders.rows.map(one => String(one.data.to)).filter(to => to.startsWith("contact/")).map(to => to.slice(8)), ...beside.rows.flatMap(one => ((one.data.parties ?? []) as { record?: string }[]).flatMap(party => party.record?.startsWith("contact/") ? [party.record.slice(8)] : []))].filter(Boolean));
  const limits = (await companyOf(store)).one("scoring", "scoring")?.limits ?? { silentDays: 14, moves: 3, stageDays: 45 };
  return healthOf(row.data, { activities: beside.rows.map(one => one.data), closeDates, contacts: people.size }, limits, eyes.who.now);
}
const none = (): never => { throw new Problem("not-found"); };
