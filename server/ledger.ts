import { createHash } from "node:crypto";
import { create, remove, type Change } from "../model/change.ts";
import type { Person } from "../model/mail.ts";
import { sending } from "../model/records/sending.ts";
import { filesOf } from "./row.ts";
import type { Sight } from "./sight.ts";
import type { Row } from "./store/store.ts";

/** A file of the library that went out with a mail. */
export interface SentFile { name: string; literature?: string; hash?: string }
export interface Recipient { to: string; name: string; person?: string; at: string; file: string; hash: string; /** Still what the library holds. */ current: boolean }

/** One line of the ledger for each file and each person that it went to; the ids are made of both, so that a mail that is logged twice is counted once. Of who got it blind, it does not say by which mail. */
export async function sendings(sight: Sight, mail: { activity: string; at: string; regarding: string[]; to: Person[]; bcc?: Person[] }, files: readonly SentFile[]): Promise<Change[]> {
  const blind = new Set(mail.bcc?.map(person => person.address.toLowerCase())), people = new Map([...mail.to, ...mail.bcc ?? []].map(person => [person.address.toLowerCase(), person]));
  const known = people.size ? (await sight.find(["contact", "lead"], { where: { mail: [...people.keys()] }, take: 1_000 })).rows : [];
  const changes: Change[] = [];
  for (const { literature, hash, name } of files) {
    if (!literature || !hash || !await sight.get("literature", literature)) continue;
    for (const address of people.keys()) {
      const person = known.find(row => [row.keys.mail ?? []].flat().includes(address)), id = idOf(mail.activity, hash, address);
      if (await sight.get("sending", id)) continue;
      changes.push(create(sending, { literature, hash, name, to: address, person: person && `${person.type}/${person.id}`, ...!blind.has(address) && { activity: mail.activity, regarding: mail.regarding.length ? mail.regarding : undefined }, at: mail.at } as never, id));
    }
  }
  return changes;
}

/** Takes the lines of a mail that did not go out after all off the ledger. */
export async function unsent(sight: Sight, { id, data }: Row): Promise<Change[]> {
  const named = (await sight.find("sending", { where: { activity: id.toLowerCase() }, take: 5_000 })).rows.map(row => row.id);
  const blind = (data.parties as { role: string; address?: string }[] | undefined ?? []).flatMap(({ role, address }) => role === "bcc" && address ? filesOf(data).map(hash => idOf(id, hash, address.toLowerCase())) : []);
  const there = await Promise.all(blind.map(one => sight.get("sending", one)));
  return [...named, ...there.flatMap(row => row?.id ?? [])].map(one => remove("sending", one));
}

/** Who was sent a piece, each with the newest version that they have; first those whose version the library no longer holds. */
export async function recipientsOf(sight: Sight, literature: string): Promise<Recipient[]> {
  const [piece, { rows }] = await Promise.all([sight.get("literature", literature), sight.find("sending", { where: { literature }, order: "at", down: true, take: 5_000 })]);
  const here = new Set(filesOf(piece?.data)), newest = new Map<string, Recipient>();
  for (const { data } of rows) {
    const { to, person, at, name, hash } = data as { to: string; person?: string; at: string; name: string; hash: string };
    const had = newest.get(to), current = here.has(hash);
    if (!had || current && !had.current) newest.set(to, { to, name: "", person, at, file: name, hash, current });
  }
  return [...newest.values()].sort((a, b) => Number(a.current) - Number(b.current) || b.at.localeCompare(a.at));
}

const idOf = (...of: string[]) => `sent-${createHash("sha256").update(JSON.stringify(of)).digest("hex").slice(0, 40)}`;
