import { createHash } from "node:crypto";
import { create, update, type Change } from "../model/change.ts";
import { addressPattern } from "../model/field.ts";
import { fold } from "../model/fold.ts";
import type { Mail, Person } from "../model/mail.ts";
import { activity } from "../model/records/activity.ts";
import type { Row, Store } from "./store/store.ts";
import type { Who } from "./work.ts";

/** One message is one activity, whoever logs it and however often: its id is made from the message's own. */
export const activityIdOf = (mail: Pick<Mail, "internetMessageId" | "from" | "sentAt" | "subject">): string =>
  `mail-${createHash("sha256").update(mail.internetMessageId || JSON.stringify([mail.from.address, mail.sentAt, mail.subject])).digest("hex").slice(0, 40)}`;

/** The change that ties a message to records; none where it is tied to all of them already. */
export async function logging(store: Store, who: Who, mail: Mail, paths: readonly string[]): Promise<Change[]> {
  const kept = await store.get("activity", activityIdOf(mail)) ?? await handedOver(store, mail), id = kept?.id ?? activityIdOf(mail);
  const logs = (kept?.data.logs ?? []) as { on: string; by: string; at: string }[];
  const fresh = [...new Set(paths)].filter(path => !logs.some(log => log.on === path));
  const named = kept && !kept.data.messageId && mail.internetMessageId ? { ...valuesOf(mail), parties: [...(valuesOf(mail) as { parties: object[] }).parties, ...blind(kept.data.parties)], files: kept.data.files, outcome: kept.data.outcome === "Logged before it was sent" ? null : kept.data.outcome } : undefined;
  if (kept && !fresh.length && !named) return [];
  const links = { regarding: [...new Set([...(kept?.data.regarding as string[] | undefined ?? []), ...fresh])], logs: [...logs, ...fresh.map(on => ({ on, by: who.id, at: who.now }))] };
  if (kept) return [update("activity", id, { ...named, ...links })];
  const ours = await store.find("user", { where: { mail: mail.from.address.toLowerCase() }, take: 1 });
  return [create(activity, { ...valuesOf(mail), ...links, direction: ours.total ? "outgoing" : "incoming" } as never, id)];
}

/** Whom only the sending told: a sent item does not say. */
const blind = (parties: unknown) => (parties as { role: string }[] | undefined ?? []).filter(one => one.role === "bcc");

/** A mail that was handed over when it was sent has no message id yet. It is known again by its sender, its subject, those who got it, and its time: it was handed over just before it went out, or, logged as a draft, up to a week before. */
export async function handedOver(store: Pick<Store, "find">, mail: { from: Person; to: Person[]; cc: Person[]; subject?: string; sentAt?: string }): Promise<Row | undefined> {
  const sent = mail.sentAt ? Date.parse(mail.sentAt) : undefined;
  if (!mail.subject || sent === undefined) return undefined;
  const title = fold(mail.subject.trim().slice(0, 400)).slice(0, 200), happened = { from: fold(new Date(sent - 7 * 86_400_000).toISOString()), to: fold(new Date(sent + 15 * 60_000).toISOString()) };
  const { rows } = await store.find("activity", { where: { title, kind: "email", happened }, order: "happened", down: true, take: 20 });
  const people = (some: { address?: string }[]) => JSON.stringify([...new Set(some.flatMap(one => one.address?.toLowerCase() ?? []))].sort());
  return rows.find(({ data }) => {
    const parties = data.parties as { role: string; address?: string }[] | undefined ?? [];
    return !data.messageId && people(parties.filter(one => one.role === "from")) === people([mail.from]) && people(parties.filter(one => one.role === "to" || one.role === "cc")) === people([...mail.to, ...mail.cc]);
  });
}

/** People by their role, as an activity keeps them. */
export const partiesOf = (people: readonly (readonly [role: string, some: readonly Person[]])[]): object[] =>
  people.flatMap(([role, some]) => some.map(({ name, address }) => ({ role, name: name.trim().slice(0, 200) || undefined, address: address.length <= 100 && addressPattern.test(address) ? address : undefined }))).slice(0, 500);

export function valuesOf(mail: Mail): object {
  const people = [["from", [mail.from]], ["to", mail.to], ["cc", mail.cc], ["bcc", mail.bcc ?? []]] as const;
  return {
    kind: "email", subject: mail.subject.trim().slice(0, 400) || "—", description: mail.text.trim().slice(0, 100_000) || undefined, happened: mail.sentAt,
    messageId: mail.internetMessageId || undefined, conversationId: mail.conversationId || undefined,
    parties: partiesOf(people),
    files: mail.attachments.filter(file => !file.inline).slice(0, 100).map(file => ({ name: file.name.slice(0, 255) || "?", size: file.size })),
  };
}
