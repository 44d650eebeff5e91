import { createHash } from "node:crypto";
import { isOurs, keptOut, type House } from "../model/capture.ts";
import { create, remove, update, type Change } from "../model/change.ts";
import { addressPattern } from "../model/field.ts";
import { domainOf, fold } from "../model/fold.ts";
import type { Mail, Person } from "../model/mail.ts";
import { Problem } from "../model/problem.ts";
import { isFree } from "../model/reading/sites.ts";
import { activity } from "../model/records/activity.ts";
import { companyOf } from "./company.ts";
import type { Row, Store } from "./store/store.ts";
import type { Who } from "./work.ts";

/** One message is one activity, whoever logs it and however often: its id is made from the message's own. */
export const activityIdOf = (mail: Pick<Mail, "internetMessageId" | "from" | "sentAt" | "subject">): string =>
  `mail-${createHash("sha256").update(mail.internetMessageId || JSON.stringify([mail.from.address, mail.sentAt, mail.subject])).digest("hex").slice(0, 40)}`;

/** A file of the message whose bytes are with us already. */
export interface Enclosed { name: string; size: number; hash: string; type: string }

/** The change that ties a message to records and keeps what was taken of its files; none where all of that is so already. */
export async function logging(store: Store, who: Who, mail: Mail, paths: readonly string[], enclosed: readonly Enclosed[] = []): Promise<Change[]> {
  const kept = await store.get("activity", activityIdOf(mail)) ?? await handedOver(store, mail), id = kept?.id ?? activityIdOf(mail);
  const logs = (kept?.data.logs ?? []) as { on: string; by: string; at: string }[], had = (kept?.data.files ?? []) as Partial<Enclosed>[];
  const fresh = [...new Set(paths)].filter(path => !logs.some(log => log.on === path)), taken = enclosed.filter(file => !had.some(one => one.hash === file.hash && one.name === file.name));
  const named = kept && !kept.data.messageId && mail.internetMessageId ? { ...valuesOf(mail), parties: isShort(mail) ? kept.data.parties : [...(valuesOf(mail) as { parties: object[] }).parties, ...blind(kept.data.parties)], outcome: kept.data.outcome === "Logged before it was sent" ? null : kept.data.outcome } : undefined;
  if (kept && !fresh.length && !taken.length && !named) return [];
  const behalf = mail.behalf === undefined ? undefined : mail.behalf.slice(0, 200) || shared(mail, who, await houseOf(store, who));
  const links = { regarding: [...new Set([...(kept?.data.regarding as string[] | undefined ?? []), ...fresh])], logs: [...logs, ...fresh.map(on => ({ on, by: who.id, at: who.now, ...behalf && { behalf } }))] };
  if (kept) return [update("activity", id, { ...named, ...links, ...taken.length && { files: withBytes(had, taken) } })];
  const from = mail.from.address.toLowerCase(), isFromUs = (await companyOf(store)).all("user").some(({ email }) => email.toLowerCase() === from);
  const told = mail.attachments.filter(file => !file.inline).map(({ name, size }) => ({ name: name.slice(0, 255) || "?", size }));
  return [create(activity, { ...valuesOf(mail), ...links, files: withBytes(told, enclosed), direction: isFromUs ? "outgoing" : "incoming" } as never, id)];
}

/** The mailbox that a message lies in, where Outlook only says that it is not the caller's: the one address of ours that got it, else nobody knows. */
function shared({ to, cc }: Mail, who: Who, { ours }: House): string {
  const [one, ...more] = new Set([...to, ...cc].map(({ address }) => address.toLowerCase()).filter(address => isOurs(address, ours) && address !== who.email.toLowerCase()));
  return one && !more.length ? one : "?";
}

/** Whom only the sending told: a sent item does not say. */
const blind = (parties: unknown) => (parties as { role: string }[] | undefined ?? []).filter(one => one.role === "bcc");

/** A mail that was handed over when it was sent has no message id yet. It is known again by its sender, its subject, those who got it, and its time: it was handed over just before it went out, or, logged as a draft, up to a week before. */
export async function handedOver(store: Pick<Store, "find">, mail: { from: Person; to: Person[]; cc: Person[]; subject?: string; sentAt?: string }): Promise<Row | undefined> {
  const sent = mail.sentAt ? Date.parse(mail.sentAt) : undefined;
  if (!mail.subject || sent === undefined) return undefined;
  const title = fold(mail.subject.trim().slice(0, 400)).slice(0, 200), happened = { from: fold(new Date(sent - 7 * 86_400_000).toISOString()), to: fold(new Date(sent + 15 * 60_000).toISOString()) };
  const { rows } = await store.find("activity", { where: { title, kind: "email", happened }, order: "happened", down: true, take: 20 });
  const people = (some: { address?: string }[]) => [...new Set(some.flatMap(one => one.address?.toLowerCase() ?? []))].sort(), same = (some: { address?: string }[], others: { address?: string }[]) => JSON.stringify(people(some)) === JSON.stringify(people(others));
  const shown = [...mail.to, ...mail.cc], short = isShort(mail);
  return rows.find(({ data }) => {
    const parties = data.parties as Party[] | undefined ?? [], got = parties.filter(one => one.role === "to" || one.role === "cc");
    return !data.messageId && same(parties.filter(one => one.role === "from"), [mail.from]) && (same(got, shown) || short && people(shown).every(one => got.some(({ address }) => address?.toLowerCase() === one)));
  });
}

interface Party { role: string; address?: string }
/** Of a long list that is folded up, Outlook on the web names twenty. */
const isShort = ({ to, cc }: Pick<Mail, "to" | "cc">) => to.length >= 20 || cc.length >= 20;

/** People by their role, as an activity keeps them. */
export const partiesOf = (people: readonly (readonly [role: string, some: readonly Person[]])[]): object[] =>
  people.flatMap(([role, some]) => some.map(({ name, address }) => ({ role, name: name.trim().slice(0, 200) || undefined, address: address.length <= 100 && addressPattern.test(address) ? address : undefined }))).slice(0, 500);

/** The lines of the files, those with bytes in the place of those that only told of them. */
const withBytes = (had: readonly Partial<Enclosed>[], taken: readonly Enclosed[]) =>
  [...had.filter(one => one.hash || !taken.some(({ name }) => name === one.name)), ...taken].slice(0, 100);

/** What of a message is kept: its words. Its HTML is not, so that nothing of a mail is ever drawn as a page; a picture in the text becomes its name, and its bytes are a file if the rep takes them. */
export function valuesOf(mail: Mail): object {
  const people = [["from", [mail.from]], ["to", mail.to], ["cc", mail.cc], ["bcc", mail.bcc ?? []]] as const;
  const text = mail.text.replace(/\[cid:([^\]\s]{1,200})\]/gi, (whole, cid: string) => { const name = mail.attachments.find(file => file.inline && cid.toLowerCase().startsWith(file.name.toLowerCase()))?.name; return name ? `[${name}]` : whole; });
  return {
    kind: "email", subject: mail.subject.trim().slice(0, 400) || "—", description: text.trim().slice(0, 100_000) || undefined, happened: mail.sentAt,
    messageId: mail.internetMessageId || undefined, conversationId: mail.conversationId || undefined,
    parties: partiesOf(people),
  };
}

/** The change that unties a message from a record; its event stays, for whoever asks later who did it. */
export function unlogging(row: Row, path: string, who: Who): Change {
  const logs = (row.data.logs ?? []) as { on: string; by: string }[], log = logs.find(one => one.on === path);
  if (!log) throw new Problem("not-found");
  if (log.by !== who.id && who.role !== "manager" && who.role !== "administrator") throw new Problem("forbidden", { detail: "Whoever logged it may take it back, and managers may" });
  const regarding = (row.data.regarding as string[]).filter(one => one !== path);
  return regarding.length ? update("activity", row.id, { regarding, logs: logs.filter(one => one !== log) }) : remove("activity", row.id);
}

/** Whose house it is to this caller: the company's domains with the caller's own, and whom the company never writes down. */
export async function houseOf(store: Store, who: Who): Promise<House> {
  const settings = (await companyOf(store)).one("company", "company"), own = domainOf(who.email);
  return { ours: [...(settings?.ourDomains ?? []).map(one => one.domain), ...own && !isFree(own) ? [own] : []], never: (settings?.neverLog ?? []).map(one => one.from) };
}

/** Refuses to keep a message that is nobody's business, with the reason. */
export function mustBeKept(mail: Pick<Mail, "from" | "to" | "cc" | "bcc">, house: House): void {
  const out = keptOut({ ...mail, cc: [...mail.cc, ...mail.bcc ?? []] }, house);
  if (out) throw new Problem("kept-out", { detail: out.why === "internal" ? "Only people of your own company are on this message" : `Your company never logs mail with ${out.rule}`, fields: [{ field: "mail", code: out.why, message: out.why === "internal" ? "Internal" : out.rule }] });
}
