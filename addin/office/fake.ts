import type { Mail, Person } from "../../model/mail.ts";
import { Problem } from "../../model/problem.ts";
import type { Item, Look, Mailbox, Meeting } from "./mailbox.ts";
import { plainOf } from "./text.ts";
import { meetingOn, settingsOn, writeOn, type Paper } from "./paper.ts";

/** What a fake mailbox was made to do, in order. */
export type Deed = { did: "mark"; id: string; logged: boolean; words: string } | { did: "reply"; id: string; html: string; all?: boolean } | { did: "write"; to: string[]; bcc?: string[]; subject: string; html: string } | { did: "browse"; address: string } | { did: "notify"; words: string } | { did: "openWindow"; path: string };

interface Given { mail?: Mail; paper?: Paper; meeting?: Meeting; me?: Person; language?: string; look?: Look; files?: Record<string, Uint8Array>; settings?: Record<string, string>; several?: Mail[] }

/** Outlook for unit tests: `show` selects another message, a draft, or none, `fail` makes the next call reject, `deeds` are the outward acts so far. */
export function fakeMailbox({ mail, paper, meeting, me = { name: "Robin Sommer", address: "robin.sommer@lindenfeld.example" }, language = "en-US", look = { dark: false }, files = {}, settings = {}, several }: Given = {}) {
  const hearers = new Set<(item: Item) => void>(), lookers = new Set<(look: Look) => void>(), writers = new Set<() => void>();
  const keys = new WeakMap<Paper, string>();
  let papers = 0;
  let mails = several ?? [], picked = mails.map(one => ({ id: one.internetMessageId, subject: one.subject }));
  const pickers = new Set<() => void>();
  const deeds: Deed[] = [], marked = new Set<string>();
  let failure: Problem | undefined;
  const keyOf = (one: Paper) => { const key = keys.get(one) ?? `draft ${++papers}`; keys.set(one, key); return key; };
  const current = (): Item => paper ? { key: keyOf(paper), surface: paper.meeting ? "meeting-compose" : "compose" } : { ...itemOf(mail), ...meeting && { surface: "meeting" as const } };
  const shown = async (item: Item) => {
    await Promise.resolve();
    const problem = failure;
    failure = undefined;
    if (problem) throw problem;
    if (item.key !== current().key) throw new Problem("changed-item");
  };
  const at = async <T>(item: Item, work: (mail: Mail) => T): Promise<T> => {
    await shown(item);
    if (!mail) throw new Problem("outlook", { detail: "No message is selected" });
    return work(mail);
  };
  const paperOf = async (item: Item): Promise<Paper> => {
    await shown(item);
    if (!paper) throw new Problem("outlook", { detail: "Nothing is being written" });
    return paper;
  };
  const mailbox: Mailbox = {
    me, language, current,
    look: () => look,
    onItem: hear => { hearers.add(hear); return () => hearers.delete(hear); },
    onLook: hear => { lookers.add(hear); return () => lookers.delete(hear); },
    body: async item => paper ? paperOf(item).then(({ html }) => ({ text: plainOf(html), html })) : at(item, ({ text, html }) => html === undefined ? { text } : { text, html }),
    attachment: (item, { id }) => at(item, () => {
      const bytes = files[id];
      if (!bytes) throw new Problem("outlook", { detail: "There is no such attachment" });
      return bytes;
    }),
    mark: (item, { ifWrong, ...as }) => at(item, ({ internetMessageId: id }) => {
      if (ifWrong && marked.has(id) === as.logged) return [];
      if (as.logged) marked.add(id); else marked.delete(id);
      deeds.push({ did: "mark", id, ...as });
      return [];
    }),
    reply: (item, draft) => at(item, ({ internetMessageId: id }) => { deeds.push({ did: "reply", id, ...draft }); return "opened" as const; }),
    async write(draft) { deeds.push({ did: "write", ...draft }); return "opened"; },
    draft: writeOn(paperOf, () => { for (const hear of writers) hear(); }),
    onDraft: hear => { writers.add(hear); return () => writers.delete(hear); },
    meeting: async item => { await shown(item); if (meeting) return meeting; return meetingOn(await paperOf(item)); },
    ...several && { several: { now: () => picked, hear: hear => { pickers.add(hear); return () => pickers.delete(hear); }, read: async ({ id }) => { await Promise.resolve(); const problem = failure; failure = undefined; if (problem) throw problem; return mails.find(one => one.internetMessageId === id)!; } } },
    settings: settingsOn(settings),
    launches: true,
    notify: async (item, words) => { await shown(item); deeds.push({ did: "notify", words }); },
    async openWindow(path) { deeds.push({ did: "openWindow", path }); },
    browse(address) { deeds.push({ did: "browse", address }); },
  };
  return {
    ...mailbox, deeds,
    get paper() { return paper; },
    /** As if the rep had changed the draft in Outlook. */
    retype(change: Partial<Paper>) { Object.assign(paper!, change); for (const hear of writers) hear(); },
    show(next?: Mail | Paper) {
      const before = current().key;
      mail = next && "sentAt" in next ? next : undefined;
      paper = next && "told" in next ? next : undefined;
      meeting = undefined;
      if (current().key !== before) hearers.forEach(hear => hear(current()));
    },
    /** As if the rep had selected these messages. */
    pick(next: Mail[]) { mails = next; picked = mails.map(one => ({ id: one.internetMessageId, subject: one.subject })); pickers.forEach(hear => hear()); },
    paint(next: Look) { look = next; lookers.forEach(hear => hear(look)); },
    fail(problem: Problem) { failure = problem; },
  };
}

/** A message as an item of the mailbox. */
export function itemOf(mail: Mail | undefined): Item {
  if (!mail) return { key: "", surface: "none" };
  const { internetMessageId, conversationId, subject, from, to, cc, sentAt, attachments } = mail;
  return { key: internetMessageId, surface: "read", mail: { internetMessageId, conversationId, subject, from, to, cc, sentAt, attachments } };
}
