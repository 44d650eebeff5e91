import type { Known } from "../../model/known.ts";
import type { Envelope } from "../../model/mail.ts";
import { Problem } from "../../model/problem.ts";
import type { Api } from "../api.ts";
import { bestFor, mailOf, mainPerson, personIn, queryOf } from "../belongs.ts";
import type { Item, Mailbox, Mark } from "../office/mailbox.ts";
import { wordsFor, type LaunchWords } from "./words.ts";

export interface Given { mailbox: Mailbox; api: Api }
/** A button of the ribbon that needs no pane; it tells in Outlook itself how it went. */
export type Command = (given: Given) => Promise<void>;

/** Ties the message to the record that it most likely belongs to, as the pane would. */
const logMail = told(async ({ mailbox, api }, words) => {
  if (mailbox.current().surface === "meeting") return tieMeeting({ mailbox, api }, words); // an invitation
  const item = mailbox.current();
  if (!item.mail) return words.failed;
  const known = await api.known(queryOf(item.mail)), on = bestFor(known, personIn(known, mainPerson(item.mail, mailbox.me)));
  if (known.logged[0]) return words.already(known.logged[0].on.title);
  if (!on || known.keptOut) return whyNot(known, words);
  const { bare, ...mail } = await mailOf(mailbox, item);
  await api.log(mail, [{ type: on.type, id: on.id }]);
  await mark(mailbox, item, { logged: true, words: words.logged(on.title) });
  return bare && words.bare(on.title);
});

/** Shows the deal that the message is about, in a window of its own. */
const openDeal = told(async ({ mailbox, api }, words) => {
  const { mail } = mailbox.current();
  if (!mail) return words.failed;
  const known = await api.known(queryOf(mail)), deal = [...known.logged.map(one => one.on), ...known.suggested.map(one => one.record), ...known.people.flatMap(one => one.deals)].find(one => one.type === "opportunity");
  if (!deal) return words.noDeal;
  await mailbox.notify(mailbox.current(), words.opened(deal.title)).catch(() => undefined);
  await mailbox.openWindow(`opportunity/${deal.id}`);
  return undefined;
});

/** Ties a meeting, as the telephone's own button asks, to the deal or the person that it is about; once for all who were invited. */
async function tieMeeting({ mailbox, api }: Given, words: LaunchWords): Promise<string | undefined> {
  const item = mailbox.current(), meeting = await mailbox.meeting(item);
  const people: Pick<Envelope, "from" | "to" | "cc"> = { from: meeting.organizer, to: meeting.required, cc: meeting.optional };
  const known = await api.known({ ...people, subject: meeting.subject }), on = bestFor(known, personIn(known, mainPerson(people, mailbox.me)));
  if (!on || known.keptOut) return whyNot(known, words);
  const { already } = await api.logMeeting(meeting, [{ type: on.type, id: on.id }]);
  await mark(mailbox, item, { logged: true, words: already ? words.already(on.title) : words.logged(on.title) });
  return undefined;
}
const logMeeting = told(tieMeeting);

export const commands: Record<string, Command> = { logMail, openDeal, logMeeting };

const whyNot = ({ keptOut, stopped }: Known, words: LaunchWords): string =>
  keptOut ? keptOut.why === "internal" ? words.keptOut.internal : words.keptOut.never(keptOut.rule) : stopped ? words.stopped : words.nobody;

/** The service is the truth, and what Outlook shows of it may fail. */
const mark = (mailbox: Mailbox, item: Item, as: Mark) => mailbox.mark(item, as).catch(() => undefined);

/** Whatever a command says, or fails with, is a line above the message. */
function told(work: (given: Given, words: LaunchWords) => Promise<string | undefined>): Command {
  return async given => {
    const words = wordsFor(given.mailbox.language), item = given.mailbox.current();
    const line = await work(given, words).catch((error: unknown) => error instanceof Problem ? { unauthorised: words.signIn, offline: words.offline }[error.code as string] ?? words.failed : words.failed);
    if (line !== undefined) await given.mailbox.notify(item, line).catch(() => undefined);
  };
}
