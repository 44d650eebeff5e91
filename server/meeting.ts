import { createHash } from "node:crypto";
import { create, update, type Change } from "../model/change.ts";
import { addressPattern } from "../model/field.ts";
import type { Person } from "../model/mail.ts";
import { activity } from "../model/records/activity.ts";
import type { Store } from "./store/store.ts";
import type { Who } from "./work.ts";

export interface Invitation { subject: string; organizer: Person; required: Person[]; optional: Person[]; start: string; end: string; location: string }

/** One meeting is one activity for all who are invited. Outlook gives an add-in no name for it that all of them share, so it is known by who organises it, when it begins, and what it is called. */
export const meetingIdOf = ({ organizer, start, subject }: Invitation): string =>
  `meeting-${createHash("sha256").update(JSON.stringify([organizer.address.toLowerCase(), new Date(start).toISOString(), subject.trim()])).digest("hex").slice(0, 40)}`;

/** The change that ties a meeting to records; none where it is tied to all of them already. */
export async function meetingLog(store: Store, who: Who, meeting: Invitation, paths: readonly string[]): Promise<{ id: string; change?: Change }> {
  const id = meetingIdOf(meeting), kept = await store.get("activity", id), logs = (kept?.data.logs ?? []) as { on: string; by: string; at: string }[];
  const fresh = [...new Set(paths)].filter(path => !logs.some(log => log.on === path));
  if (kept && !fresh.length) return { id };
  const links = { regarding: [...new Set([...(kept?.data.regarding as string[] | undefined ?? []), ...fresh])], logs: [...logs, ...fresh.map(on => ({ on, by: who.id, at: who.now }))] };
  if (kept) return { id, change: update("activity", id, links) };
  const people = [["organizer", [meeting.organizer]], ["required", meeting.required], ["optional", meeting.optional]] as const;
  const parties = people.flatMap(([role, some]) => some.map(({ name, address }) => ({ role, name: name.trim().slice(0, 200) || undefined, address: address.length <= 100 && addressPattern.test(address) ? address : undefined }))).slice(0, 500);
  return { id, change: create(activity, { kind: "appointment", subject: meeting.subject.trim().slice(0, 400) || "—", start: meeting.start, end: meeting.end, location: meeting.location.trim().slice(0, 255) || undefined, parties, ...links } as never, id) };
}
