import { people } from "./cast.ts";
import { letters, type Letter } from "./letters.ts";
import type { Message, Party } from "./items.ts";

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
  };
}

/** A key of the cast, an address alone, or a name with its address. */
function partyOf(who: string | Party): Party {
  if (typeof who !== "string") return who;
  const player = people.find(one => one.key === who);
  return player ? { name: player.shown, address: player.address } : { name: "", address: who };
}
