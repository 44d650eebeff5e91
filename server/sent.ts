import { createHash } from "node:crypto";
import { create, remove, update, type Change } from "../model/change.ts";
import type { Mail } from "../model/mail.ts";
import { activity } from "../model/records/activity.ts";
import { records } from "../model/records.ts";
import { pathOf } from "../model/record.ts";
import { loggedWhenSent } from "../model/sending.ts";
import type { Attached } from "./guard.ts";
import { known, standpointOf } from "./known.ts";
import { valuesOf } from "./mail.ts";
import { appointmentOf, meetingIdOf, meetingRow, type Invitation } from "./meeting.ts";
import type { Sight } from "./sight.ts";
import type { Row, Store } from "./store/store.ts";
import type { Who } from "./work.ts";

/** A mail at the moment of its sending. It has no message id yet, so `draft` names it; `on` is what the rep chose, `how` tells a mail that is going out from a draft that was logged before. */
export interface Sending { draft: string; mail: Mail; /** Of a meeting of one's own that is sent: `to` are required, `cc` optional. */ meeting?: Pick<Invitation, "start" | "end" | "location">; on: string[]; files: Attached[]; how: "sent" | "draft"; warned: boolean }

/** One draft of one person is one activity, however often it is handed over. */
export const sentIdOf = (who: Who, draft: string): string => `sent-${createHash("sha256").update(JSON.stringify([who.id, draft])).digest("hex").slice(0, 40)}`;

/** What is kept of a draft that was handed over: a mail under its own name, a meeting under the one that it shares with all who are invited. */
export const sentRow = async (sight: Sight, named: string): Promise<Row | undefined> => await sight.get("activity", named) ?? (await sight.find("activity", { where: { globalId: named }, take: 1 })).rows[0];

/** The change that keeps a sent mail or meeting; none where it is nobody's business: only colleagues get it, the company never logs one of them, or nobody on it is known and the rep chose nothing. */
export async function sending(store: Store, sight: Sight, { draft, mail, meeting, on, files, how, warned }: Sending): Promise<Change | undefined> {
  const { who } = sight, named = sentIdOf(who, draft), invitation = meeting && { ...meeting, subject: mail.subject, organizer: mail.from, required: mail.to, optional: mail.cc };
  const kept = invitation ? await sentRow(sight, named) ?? await meetingRow(sight, invitation) : await sight.get("activity", named), id = kept?.id ?? (invitation ? meetingIdOf(invitation) : named);
  const about = await known(sight, { from: mail.from, to: mail.to, cc: [...mail.cc, ...mail.bcc ?? []], conversationId: mail.conversationId, subject: mail.subject }, await standpointOf(store, who));
  const regarding = !about.keptOut && on.length ? on : loggedWhenSent(about).map(({ type, id }) => pathOf(type, id));
  if (!regarding.length) return kept && !meeting ? remove("activity", id) : undefined;
  const hashes = await theirs(store, sight, files);
  const had = (kept?.data.regarding ?? []) as string[], all = meeting ? [...new Set([...had, ...regarding])] : regarding; // others may have tied the meeting to more
  const values = { ...invitation ? { ...appointmentOf(invitation), globalId: named, description: mail.text.trim().slice(0, 100_000) || undefined } : { ...valuesOf(mail), direction: "outgoing" }, files: mail.attachments.filter(file => !file.inline).slice(0, 100).map(({ name, size }) => ({ name: name.slice(0, 255) || "?", size, hash: hashes.get(name) })), outcome: outcomes[how === "draft" ? "draft" : warned ? "warned" : "plain"] };
  const before = (kept?.data.logs ?? []) as { on: string; by: string; at: string }[];
  const logs = all.map(path => before.find(log => log.on === path) ?? { on: path, by: who.id, at: who.now });
  return kept ? update("activity", id, { ...values, regarding: all, logs }) : create(activity, { ...values, regarding: all, logs } as never, id);
}

/** The contents that the files are, by name: of what is here, and in a record that the sender may read. */
async function theirs(store: Store, sight: Sight, files: Attached[]): Promise<Map<string, string>> {
  const holders = Object.values(records).flatMap(({ name, fields }) => "files" in fields ? [name] : []);
  const found = await Promise.all(files.map(async ({ name, hash }) => hash && (await sight.find(holders, { where: { file: hash }, take: 1 })).total && await store.files.keep(hash) ? [[name, hash] as const] : []));
  return new Map(found.flat());
}

/** Said on the activity where it is not simply a mail that went out. */
const outcomes = { plain: undefined, warned: "Sent after a warning", draft: "Logged before it was sent" };
