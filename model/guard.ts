import { fitnessOf } from "./recommend.ts";

/** Somebody who is to get a mail, as far as we know them. */
export interface Recipient { address: string; name: string; is: "colleague" | "known" | "new"; /** They are not to be e-mailed. */ doNotEmail?: boolean; /** The company that they belong to. */ account?: { id: string; title: string } }
/** A file on the mail, and the piece of literature that it is, if it is one. */
export interface SentFile { name: string; literature?: { title: string; forCustomers?: boolean; expires?: string; /** Whom it is written against. */ competitors?: readonly string[]; /** The day since which this file is an earlier version. */ replaced?: string }; /** The quote that it is a print of, as it stands now; `present` is the revision that has taken its place. */ quote?: { status: string; reason?: string; present?: number } }
/** A mail before it goes out; `deal` is what it is about. */
export interface Outgoing { today: string; people: readonly Recipient[]; files: readonly SentFile[]; deal?: { title: string; account?: string } }

/** Something to look at before sending: it names the file and the person. Never a reason not to send. */
export type Alert =
  | { code: "expired"; file: string; person: string; since: string }
  | { code: "internal"; file: string; person: string }
  | { code: "battle-card"; file: string; person: string }
  | { code: "old-version"; file: string; person: string; since: string }
  | { code: "draft-quote"; file: string; person: string }
  | { code: "old-quote"; file: string; person: string; revision: number }
  | { code: "closed-quote"; file: string; person: string }
  | { code: "do-not-email"; person: string }
  | { code: "other-company"; person: string; company: string; deal: string }
  | { code: "unknown-person"; person: string; deal: string };

/** All that deserves a look, the costliest first. What stays in the house is nobody's concern. */
export function alertsOf(outgoing: Outgoing): Alert[] {
  const outside = outgoing.people.filter(person => person.is !== "colleague");
  return guards.flatMap(guard => guard(outgoing, outside));
}

const guards: ((outgoing: Outgoing, outside: Recipient[]) => Alert[])[] = [
  ({ files, today }, outside) => outside.length ? files.flatMap(({ name, literature }): Alert[] => literature && fitnessOf(literature, today) === "expired" ? [{ code: "expired", file: name, person: nameOf(outside[0]!), since: literature.expires! }] : []) : [],
  ({ files }, outside) => outside.length ? files.flatMap(({ name, literature }): Alert[] => literature && !literature.forCustomers ? [{ code: literature.competitors?.length ? "battle-card" : "internal", file: name, person: nameOf(outside[0]!) }] : []) : [],
  ({ files, today }, outside) => outside.length ? files.flatMap(({ name, literature }): Alert[] => literature?.replaced && ["fine", "expiring"].includes(fitnessOf(literature, today)) ? [{ code: "old-version", file: name, person: nameOf(outside[0]!), since: literature.replaced }] : []) : [],
  ({ files }, outside) => outside.length ? files.flatMap(({ name, quote }) => quote ? quoteAlert({ file: name, person: nameOf(outside[0]!) }, quote) : []) : [],
  (_, outside) => outside.flatMap((person): Alert[] => person.doNotEmail ? [{ code: "do-not-email", person: nameOf(person) }] : []),
  ({ deal }, outside) => outside.flatMap((person): Alert[] => deal?.account && person.account && person.account.id !== deal.account ? [{ code: "other-company", person: nameOf(person), company: person.account.title, deal: deal.title }] : []),
  ({ deal }, outside) => outside.flatMap((person): Alert[] => deal && person.is === "new" && !person.account ? [{ code: "unknown-person", person: nameOf(person), deal: deal.title }] : []),
];
function quoteAlert(what: { file: string; person: string }, { status, reason, present }: NonNullable<SentFile["quote"]>): Alert[] {
  if (present !== undefined) return [{ code: "old-quote", ...what, revision: present }];
  return status === "draft" ? [{ code: "draft-quote", ...what }] : status === "closed" && reason !== "revised" ? [{ code: "closed-quote", ...what }] : [];
}
const nameOf = ({ name, address }: Recipient) => name || address;
