import { people } from "./cast.ts";
import { letters, type Letter } from "./letters.ts";
import { emptyPaper } from "../../addin/office/paper.ts";
import type { Desk, Draft, Item, Message, Party } from "./items.ts";
import { engagements, type Engagement } from "./engagements.ts";

/** The sample mailbox, newest first; times count back from `now`, so that it never looks stale. */
export const sampleMailbox = (now = new Date()): Message[] => letters.map(letter => deliver(letter, now)).sort((a, b) => b.sentAt.getTime() - a.sentAt.getTime());

function deliver(letter: Letter, now: Date): Message {
  const internetMessageId = `<${letter.key}.7f3a@mail.${partyOf(letter.from).address.split("@")[1]}>`;
  return {
    id: `AAMkAGZ${btoa(letter.key).replace(/=/g, "")}`, internetMessageId, conversationId: `AAQkAGZ${btoa(letter.thread ?? letter.key).replace(/=/g, "")}`,
    itemClass: letter.itemClass ?? "IPM.Note", subject: letter.subject, from: partyOf(letter.from), to: (letter.to ?? ["robin"]).map(partyOf), cc: (letter.cc ?? []).map(partyOf),
    sentAt: new Date(now.getTime() - letter.hoursAgo * 3_600_000), html: letter.html,
    attachments: (letter.files ?? []).map((file, nth) => ({ id: `${letter.key}-${nth}`, ...file, size: atob(file.base64).length })),
    unread: letter.unread ?? false, categories: letter.categories ?? [], notices: [], properties: {},
    headers: { "Message-ID": internetMessageId, ...letter.headers },
    ...letter.meeting && { meeting: timesOf(letter.meeting, now) },
  };
}

/** The meetings of the days around `now`, one's own and others', in order. */
export const sampleCalendar = (desk: Pick<Desk, "me">, now = new Date()): Item[] => engagements.map(one => one.from === undefined ? ownMeeting(one, desk.me, now) : invited(one, one.from, now)).sort((a, b) => startOf(a) - startOf(b));

const startOf = ({ meeting }: Item) => new Date(meeting!.start).getTime();
/** A working hour of a day counted from today. */
function timesOf({ days, at, minutes, location }: Engagement["when"], now: Date) {
  const start = new Date(now);
  start.setDate(start.getDate() + days);
  start.setHours(Math.floor(at), at % 1 * 60, 0, 0);
  return { start, end: new Date(start.getTime() + minutes * 60_000), location };
}
function invited({ key, subject, people: some, when, html }: Engagement, from: string, now: Date): Message {
  return { ...deliver({ key, subject, from, to: some, hoursAgo: 30, html, itemClass: "IPM.Appointment" }, now), meeting: timesOf(when, now) };
}
function ownMeeting({ key, subject, people: some, when, html }: Engagement, me: Party, now: Date): Draft {
  const { start, end, location } = timesOf(when, now);
  return { ...emptyPaper({ from: me }), is: "draft", id: `AAMkAMeeting${key}`, conversationId: `AAQkAMeeting${key}`, at: now, notices: [], categories: [], properties: {}, headers: {}, saved: true, subject, to: some.map(partyOf), html, meeting: { start: start.toISOString(), end: end.toISOString(), location } };
}

/** A key of the cast, an address alone, or a name with its address. */
function partyOf(who: string | Party): Party {
  if (typeof who !== "string") return who;
  const player = people.find(one => one.key === who);
  return player ? { name: player.shown, address: player.address } : { name: "", address: who };
}
