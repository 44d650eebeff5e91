import { useEffect } from "react";
import type { Brief, Known, KnownQuery } from "../model/known.ts";
import type { Person } from "../model/mail.ts";
import type { Enclosed } from "./api.ts";
import { mailOf, mainPerson, queryOf, same } from "./belongs.ts";
import { useDoors } from "./doors.ts";
import type { Item } from "./office/mailbox.ts";
import { usePane } from "./pane.ts";
import { readFor, type Reading } from "./reading.ts";
import { useWords } from "./speech.ts";
import { orQueued, useAsk, type Asked } from "./use.ts";

/** What the service knows of the message that Outlook shows. */
export function useKnown(item: Item): Asked<Known> {
  return useKnowing(item.mail && `known ${item.key}`, () => queryOf(item.mail!));
}
/** Kept back until it is known who is asking, since "yours" and "logged by you" would be untrue for a moment. */
function useKnowing(key: string | undefined, query: () => KnownQuery): Asked<Known> {
  const { api, mailbox, me } = useDoors();
  const asked = useAsk(key, () => api.known(query())), { answer, put } = asked;
  useEffect(() => { const item = mailbox.current(); if (answer?.handedOver && me.id && key === `known ${item.key}`) import("./launch/seen.ts").then(({ complete }) => complete(mailbox, api, item, answer)).then(known => { if (known) put(known); }).catch(() => undefined); }, [answer, key, put, api, mailbox, me.id]);
  return me.id ? asked : { ...asked, answer: undefined, waiting: asked.waiting || asked.answer !== undefined };
}

/** Whom the message is about: the writer or whom we wrote to; or, where a form or a forward speaks for somebody else, that person, asked for on their own. */
export function useMain(item: Item): { main: Person; via?: Person; known: Asked<Known>; all: Asked<Known>; reading: Asked<Reading> } {
  const { mailbox } = useDoors();
  const mail = item.mail!, all = useKnown(item), writer = mainPerson(mail, mailbox.me);
  const reading = useReading(item, writer.address, all.answer !== undefined || all.problem !== undefined);
  const meant = writer.address === mail.from.address ? meantBy(reading.answer, writer, mailbox.me) : undefined;
  const theirs = useKnowing(meant && `known ${meant.address} ${item.key}`, () => ({ from: meant!, to: [], cc: [] }));
  return meant ? { main: meant, via: writer, known: theirs, all, reading } : { main: writer, known: all, all, reading };
}

function meantBy(reading: Reading | undefined, writer: Person, me: Person): Person | undefined {
  const { email, firstName, lastName } = reading?.fields ?? {};
  if (!email || same(email.value, writer.address) || same(email.value, me.address)) return undefined;
  const names = [firstName?.value, lastName?.value].filter(Boolean);
  return { name: /\p{Script=Han}/u.test(names.join("")) ? names.reverse().join("") : names.join(" "), address: email.value };
}

/** The text of the message; asked of Outlook once. */
export function useBody(item: Item): Asked<{ text: string; html?: string }> {
  const { mailbox } = useDoors();
  return useAsk(item.mail && item.surface === "read" ? `body ${item.key}` : undefined, () => mailbox.body(item));
}

/** What the message says about one of its people; of Outlook's own knowledge, where there is no text to read. Reading is work, so it may be told to wait for what is drawn before. */
export function useReading(item: Item, address: string, now = true): Asked<Reading> & { body: Asked<{ text: string; html?: string }>; /** Its telephone numbers are still to come. */ unfinished: boolean } {
  const { mailbox } = useDoors();
  const body = useBody(item);
  const ready = now && (body.answer !== undefined || body.problem !== undefined);
  const reading = useAsk(ready && item.mail ? `reading ${address} ${item.key}` : undefined, () => readFor(item.mail!, body.answer, address, mailbox.me));
  const whole = useAsk(reading.answer && body.answer && item.mail ? `whole reading ${address} ${item.key}` : undefined, async () => readFor(item.mail!, body.answer, address, mailbox.me, await import("../model/reading/phones.ts")));
  return { ...reading, answer: whole.answer ?? reading.answer, waiting: !reading.answer && !reading.problem, unfinished: whole.waiting, body };
}

/** What the service said after a deed whose mark Outlook was given with it. */
export const marked = new WeakSet<Known>();

/** Ties the message that was shown at the click to a record, and takes the tie away again. What Outlook shows of it is asked for, never waited for. */
export function useLog(item: Item) {
  const { api, mailbox, announce } = useDoors();
  const { told } = usePane(), words = useWords();
  const known = useKnown(item);
  const mark = (logged: boolean, say: string) => { mailbox.mark(item, { logged, words: say }).catch(() => undefined); };
  return {
    known,
    async log(on: readonly Brief[], files: Enclosed[] = []) {
      const { bare, ...mail } = await mailOf(mailbox, item);
      const answer = await orQueued(api.log(mail, on.map(({ type, id }) => ({ type, id })), undefined, files));
      if (answer === "queued") { told.delete(item.key); announce(words.keptForLater); return; } // the queue tells of it
      known.put(answer.known);
      if (bare) told.set(item.key, { words: words.loggedBare }); else told.delete(item.key);
      marked.add(answer.known);
      mark(true, words.loggedMark(titles(on)));
      announce(words.loggedNow(titles(on)));
    },
    async unlog(activity: { id: string; version: number }, on: Brief) {
      await api.unlog(activity, { type: on.type, id: on.id });
      if ((known.answer?.logged.length ?? 0) < 2) mark(false, "");
      told.set(item.key, { words: words.unlogged });
      announce(words.unlogged);
      known.again();
    },
    mark,
  };
}

const titles = (on: readonly Brief[]) => on.map(one => one.title).join(", ");
