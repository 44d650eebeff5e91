import type { Brief, Known } from "./known.ts";

/** The records that a mail is logged on as it goes out, where its writer has not said: those of its conversation; else the one open deal of those who get it; else they themselves. None in a conversation that the writer has stopped. */
export function loggedWhenSent({ people, suggested, stopped, keptOut }: Known): Brief[] {
  if (stopped || keptOut) return [];
  const talked = suggested.flatMap(({ record, why }) => why === "conversation" ? [record] : []);
  if (talked.length) return talked.slice(0, 5);
  const outside = people.filter(person => person.is === "known"), deals = once(outside.flatMap(person => person.deals));
  return deals.length === 1 ? deals : once(outside.flatMap(person => person.matches.filter(one => one.type !== "account").slice(0, 1))).slice(0, 5);
}
const once = (records: Brief[]): Brief[] => [...new Map(records.map(record => [`${record.type}/${record.id}`, record])).values()];
