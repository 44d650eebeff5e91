import type { Brief, Known, KnownPerson, KnownQuery } from "../model/known.ts";
import type { Envelope, Mail, Person } from "../model/mail.ts";
import { Problem } from "../model/problem.ts";
import type { Item, Mailbox } from "./office/mailbox.ts";

/** What a message can be logged to. */
export const loggable = ["lead", "contact", "account", "opportunity"] as const;

/** What is known of one of the people. */
export const personIn = (known: Known | undefined, { address }: Person): KnownPerson | undefined => known?.people.find(one => same(one.address, address));

/** The record that a message most likely belongs to: its conversation's, else an open deal of the person whom it is about, else that person, else of whoever else is on it. None in a conversation that the rep has stopped. */
export function bestFor(known: Known, about: KnownPerson | undefined): Brief | undefined {
  if (known.stopped) return undefined;
  const [first] = known.suggested;
  if (first?.why === "conversation") return first.record;
  return about?.deals[0] ?? about?.matches.find(record => record.type !== "account") ?? first?.record ?? about?.matches[0];
}

/** The whole message, with its text as Outlook gives it now, or none where Outlook gives none; rejects with `changed-item` where another one is shown. */
export async function mailOf(mailbox: Pick<Mailbox, "body" | "behalf">, item: Item): Promise<Mail & { bare?: true }> {
  const asked = mailbox.behalf?.(item), body = await mailbox.body(item).catch((error: unknown) => { if (!(error instanceof Problem) || error.code !== "outlook") throw error; return { text: "", bare: true as const }; });
  const behalf = await asked;
  return { ...item.mail!, ...body, ...behalf !== undefined && { behalf } };
}

export const queryOf = ({ internetMessageId, conversationId, from, to, cc, subject, sentAt }: Envelope): KnownQuery => ({ internetMessageId, conversationId, from, to, cc, subject, sentAt });

/** The person that the message is about for a salesperson: the writer, or whom we wrote to. */
export function mainPerson({ from, to }: Pick<Envelope, "from" | "to">, me: Person): Person {
  return same(from.address, me.address) ? to.find(person => !same(person.address, me.address)) ?? from : from;
}

/** Everybody else on the message, once each, without the rep. */
export function othersOn(mail: Envelope, me: Person, main: Person): Person[] {
  const seen = new Set([me.address.toLowerCase(), main.address.toLowerCase()]);
  return [mail.from, ...mail.to, ...mail.cc].filter(({ address }) => address && !seen.has(address.toLowerCase()) && seen.add(address.toLowerCase()));
}

export const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
