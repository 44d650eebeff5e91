import { createHash } from "node:crypto";
import { create, update, type Change } from "../model/change.ts";
import { addressPattern } from "../model/field.ts";
import type { Mail } from "../model/mail.ts";
import { activity } from "../model/records/activity.ts";
import type { Store } from "./store/store.ts";
import type { Who } from "./work.ts";

/** One message is one activity, whoever logs it and however often: its id is made from the message's own. */
export const activityIdOf = (mail: Pick<Mail, "internetMessageId" | "from" | "sentAt" | "subject">): string =>
  `mail-${createHash("sha256").update(mail.internetMessageId || JSON.stringify([mail.from.address, mail.sentAt, mail.subject])).digest("hex").slice(0, 40)}`;

/** The change that ties a message to records; none where it is tied to all of them already. */
export async function logging(store: Store, who: Who, mail: Mail, paths: readonly string[]): Promise<Change[]> {
  const id = activityIdOf(mail), kept = await store.get("activity", id);
  const logs = (kept?.data.logs ?? []) as { on: string; by: string; at: string }[];
  const fresh = [...new Set(paths)].filter(path => !logs.some(log => log.on === path));
  if (kept && !fresh.length) return [];
  const links = { regarding: [...new Set([...(kept?.data.regarding as string[] | undefined ?? []), ...fresh])], logs: [...logs, ...fresh.map(on => ({ on, by: who.id, at: who.now }))] };
  if (kept) return [update("activity", id, links)];
  const ours = await store.find("user", { where: { mail: mail.from.address.toLowerCase() }, take: 1 });
  return [create(activity, { ...valuesOf(mail), ...links, direction: ours.total ? "outgoing" : "incoming" } as never, id)];
}

function valuesOf(mail: Mail): object {
  const people = [["from", [mail.from]], ["to", mail.to], ["cc", mail.cc]] as const;
  return {
    kind: "email", subject: mail.subject.trim().slice(0, 400) || "—", description: mail.text.trim().slice(0, 100_000) || undefined, happened: mail.sentAt,
    messageId: mail.internetMessageId || undefined, conversationId: mail.conversationId || undefined,
    parties: people.flatMap(([role, some]) => some.map(({ name, address }) => ({ role, name: name.trim().slice(0, 200) || undefined, address: address.length <= 100 && addressPattern.test(address) ? address : undefined }))).slice(0, 500),
    files: mail.attachments.filter(file => !file.inline).slice(0, 100).map(file => ({ name: file.name.slice(0, 255) || "?", size: file.size })),
  };
}
