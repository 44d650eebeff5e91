import { createHash } from "node:crypto";
import { create, update, type Change } from "../model/change.ts";
import { fold } from "../model/fold.ts";
import type { Person } from "../model/mail.ts";
import { activity } from "../model/records/activity.ts";
import { houseOf, mustBeKept, partiesOf } from "./mail.ts";
import type { Row, Store } from "./store/store.ts";
import type { Who } from "./work.ts";

export interface Invitation { subject: string; organizer: Person; required: Person[]; optional: Person[]; start: string; end: string; location: string }

/** One meeting is one activity for all who are invited. Outlook gives an add-in no name for it that all of them share, so it is known by who organises it, when it begins, and what it is called. */
export const meetingIdOf = ({ organizer, start, subject }: Pick<Invitation, "organizer" | "start" | "subject">): string =>
  `meeting-${createHash("sha256").update(JSON.stringify([organizer.address.toLowerCase(), new Date(start).toISOString(), subject.trim()])).digest("hex").slice(0, 40)}`;

/** The meeting as it is kept: under its shared name, or, where its organiser has moved or renamed it since, as it reads now. */
export async function meetingRow(store: Pick<Store, "get" | "find">, meeting: Pick<Invitation, "subject" | "organizer" | "start">): Promise<Row | undefined> {
  const { rows } = await store.find("activity", { where: { title: fold(subjectOf(meeting)).slice(0, 200), kind: "appointment", start: fold(new Date(meeting.start).toISOString()) }, take: 20 });
  const organises = ({ data }: Row) => (data.parties as { role: string; address?: string }[] | undefined ?? []).some(one => one.role === "organizer" && one.address?.toLowerCase() === meeting.organizer.address.toLowerCase());
  return await store.get("activity", meetingIdOf(meeting)) ?? rows.find(organises);
}

/** A meeting as an activity. */
export const appointmentOf = (meeting: Invitation) => ({
  kind: "appointment", subject: subjectOf(meeting), start: new Date(meeting.start).toISOString(), end: new Date(meeting.end).toISOString(), location: meeting.location.trim().slice(0, 255) || undefined,
  parties: partiesOf([["organizer", [meeting.organizer]], ["required", meeting.required], ["optional", meeting.optional]]),
});
const subjectOf = ({ subject }: Pick<Invitation, "subject">) => subject.trim().slice(0, 400) || "—";

/** The change that ties a meeting to records; none where it is tied to all of them already. Whom the company never writes down keeps it out, as with a mail. */
export async function meetingLog(store: Store, who: Who, meeting: Invitation, paths: readonly string[]): Promise<{ id: string; change?: Change }> {
  mustBeKept({ from: meeting.organizer, to: meeting.required, cc: meeting.optional }, await houseOf(store, who));
  const kept = await meetingRow(store, meeting), id = kept?.id ?? meetingIdOf(meeting), logs = (kept?.data.logs ?? []) as { on: string; by: string; at: string }[];
  const fresh = [...new Set(paths)].filter(path => !logs.some(log => log.on === path));
  if (kept && !fresh.length) return { id };
  const links = { regarding: [...new Set([...(kept?.data.regarding as string[] | undefined ?? []), ...fresh])], logs: [...logs, ...fresh.map(on => ({ on, by: who.id, at: who.now }))] };
  if (kept) return { id, change: update("activity", id, { ...links, parties: joined(kept.data.parties as Party[] | undefined, who) }) };
  return { id, change: create(activity, { ...appointmentOf(meeting), ...links } as never, id) };
}

type Party = { role: string; name?: string; address?: string };
/** A colleague who was not invited by name was there too. */
const joined = (parties: Party[] = [], { name, email }: Who): Party[] =>
  !email || parties.some(({ address }) => address?.toLowerCase() === email.toLowerCase()) || parties.length > 499 ? parties : [...parties, { role: "optional", name, address: email }];
