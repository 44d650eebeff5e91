import { createHash } from "node:crypto";
import { create, remove, type Change } from "../model/change.ts";
import type { Person } from "../model/mail.ts";
import { splitPath, titleOf } from "../model/record.ts";
import { recordType } from "../model/records.ts";
import { sending } from "../model/records/sending.ts";
import { presentOf, type Held, type HeldFile } from "../model/versions.ts";
import { filesOf } from "./row.ts";
import type { Sight } from "./sight.ts";
import type { Row } from "./store/store.ts";

/** A file of the library that went out with a mail. */
export interface SentFile { name: string; literature?: string; hash?: string }
/** Somebody who has a file of a piece: `newer` is what has taken its place since; without it, and not `current`, the file was taken off. */
export interface Recipient { to: string; name: string; person?: string; at: string; file: string; hash: string; /** Still what the library holds. */ current: boolean; newer?: HeldFile; /** They are not to be e-mailed. */ doNotEmail?: boolean }

/** One line of the ledger for each file and each person that it went to; the ids are made of both, so that a mail that is logged twice is counted once. Of who got it blind, it does not say by which mail. */
export async function sendings(sight: Sight, mail: { activity: string; at: string; regarding: string[]; to: Person[]; bcc?: Person[] }, files: readonly SentFile[]): Promise<Change[]> {
  const blind = new Set(mail.bcc?.map(person => person.address.toLowerCase())), people = new Map([...mail.to, ...mail.bcc ?? []].map(person => [person.address.toLowerCase(), person]));
  const known = people.size ? (await sight.find(["contact", "lead"], { where: { mail: [...people.keys()] }, take: 1_000 })).rows : [];
  const changes: Change[] = [], seen = new Set<string>();
  for (const { literature, hash, name } of files) {
    if (!literature || !hash || seen.has(hash) || !await sight.get("literature", literature)) continue;
    seen.add(hash);
    for (const address of people.keys()) {
      const person = known.find(row => [row.keys.mail ?? []].flat().includes(address)), id = idOf(mail.activity, hash, address);
      if (await sight.get("sending", id)) continue;
      changes.push(create(sending, { literature, hash, name, to: address, person: person && `${person.type}/${person.id}`, ...!blind.has(address) && { activity: mail.activity, regarding: mail.regarding.length ? mail.regarding : undefined }, at: mail.at } as never, id));
    }
  }
  return changes;
}

/** Takes the lines of a mail that did not go out after all off the ledger, those of its links too. */
export async function unsent(sight: Sight, { id, data }: Row, linked: readonly { hash: string }[]): Promise<Change[]> {
  const named = (await sight.find("sending", { where: { activity: id.toLowerCase() }, take: 5_000 })).rows.map(row => row.id);
  const blind = (data.parties as { role: string; address?: string }[] | undefined ?? []).flatMap(({ role, address }) => role === "bcc" && address ? [...filesOf(data), ...linked.map(({ hash }) => hash)].map(hash => idOf(id, hash, address.toLowerCase())) : []);
  const there = await Promise.all(blind.map(one => sight.get("sending", one)));
  return [...named, ...there.flatMap(row => row?.id ?? [])].map(one => remove("sending", one));
}

/** Who was sent a piece, each with the newest version that they have; first those who have an older one. */
export async function recipientsOf(sight: Sight, literature: string): Promise<Recipient[]> {
  const [piece, { rows }] = await Promise.all([sight.get("literature", literature), sight.find("sending", { where: { literature }, order: "at", down: true, take: 5_000 })]);
  const recipients = latest(rows, piece?.data ?? {}), people = await peopleOf(sight, recipients.flatMap(({ person }) => person ?? []));
  return recipients.map(one => { const row = people.get(one.person ?? ""); return { ...one, name: row ? titleOf(recordType(row.type)!, row.data) : "", doNotEmail: row?.data.doNotEmail ? true : undefined }; })
    .sort((a, b) => Number(!a.newer) - Number(!b.newer) || b.at.localeCompare(a.at));
}

/** Of lines of the ledger, newest first: each person once, with the newest version that they have. */
export function latest(rows: readonly Row[], piece: Held): Recipient[] {
  const newest = new Map<string, Recipient>();
  for (const { data } of rows) {
    const { to, person, at, name, hash } = data as { to: string; person?: string; at: string; name: string; hash: string };
    const had = newest.get(to), present = presentOf(piece, hash), current = present?.hash === hash;
    if (!had || current && !had.current) newest.set(to, { to, name: "", person, at, file: name, hash, current, newer: current ? undefined : present });
  }
  return [...newest.values()];
}

async function peopleOf(sight: Sight, paths: string[]): Promise<Map<string, Row>> {
  const wanted = [...new Set(paths)].map(splitPath);
  const pages = await Promise.all(["contact", "lead"].map(async type => { const ids = wanted.flatMap(([one, id]) => one === type ? [id] : []); return ids.length ? sight.find(type, { where: { id: ids }, take: ids.length }) : { rows: [] }; }));
  return new Map(pages.flatMap(({ rows }) => rows.map(row => [`${row.type}/${row.id}`, row] as const)));
}

const idOf = (...of: string[]) => `sent-${createHash("sha256").update(JSON.stringify(of)).digest("hex").slice(0, 40)}`;
