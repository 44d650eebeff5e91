import type { Mail, Person } from "../../model/mail.ts";
import { Problem } from "../../model/problem.ts";
import type { Item, Look, Mailbox } from "./mailbox.ts";

/** What a fake mailbox was made to do, in order. */
export type Deed = { did: "mark"; id: string; logged: boolean; words: string } | { did: "reply"; id: string; html: string } | { did: "write"; to: string[]; subject: string; html: string } | { did: "browse"; address: string };

interface Given { mail?: Mail; me?: Person; language?: string; look?: Look; files?: Record<string, Uint8Array> }

/** Outlook for unit tests: `show` selects another message (or none), `fail` makes the next call reject, `deeds` are the outward acts so far. */
export function fakeMailbox({ mail, me = { name: "Robin Sommer", address: "robin.sommer@lindenfeld.example" }, language = "en-US", look = { dark: false }, files = {} }: Given = {}) {
  const hearers = new Set<(item: Item) => void>(), lookers = new Set<(look: Look) => void>();
  const deeds: Deed[] = [];
  let failure: Problem | undefined;
  const current = (): Item => itemOf(mail);
  const at = async <T>(item: Item, work: (mail: Mail) => T): Promise<T> => {
    await Promise.resolve();
    const problem = failure;
    failure = undefined;
    if (problem) throw problem;
    if (item.key !== current().key) throw new Problem("changed-item");
    if (!mail) throw new Problem("outlook", { detail: "No message is selected" });
    return work(mail);
  };
  const mailbox: Mailbox = {
    me, language, current,
    look: () => look,
    onItem: hear => { hearers.add(hear); return () => hearers.delete(hear); },
    onLook: hear => { lookers.add(hear); return () => lookers.delete(hear); },
    body: item => at(item, ({ text, html }) => html === undefined ? { text } : { text, html }),
    attachment: (item, { id }) => at(item, () => {
      const bytes = files[id];
      if (!bytes) throw new Problem("outlook", { detail: "There is no such attachment" });
      return bytes;
    }),
    mark: (item, as) => at(item, ({ internetMessageId: id }) => { deeds.push({ did: "mark", id, ...as }); return []; }),
    reply: (item, draft) => at(item, ({ internetMessageId: id }) => { deeds.push({ did: "reply", id, ...draft }); }),
    async write(draft) { deeds.push({ did: "write", ...draft }); },
    browse(address) { deeds.push({ did: "browse", address }); },
  };
  return {
    ...mailbox, deeds,
    show(next?: Mail) {
      const before = current().key;
      mail = next;
      if (current().key !== before) hearers.forEach(hear => hear(current()));
    },
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
