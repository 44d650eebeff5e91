import type { Attachment, Envelope } from "../../model/mail.ts";
import { Problem } from "../../model/problem.ts";
import { callOffice } from "./call.ts";
import type { Item, Surface } from "./mailbox.ts";
import { has, personOf as person } from "./outlookDraft.ts";

/** What Outlook has of an item being read: a message or an appointment, whose fields are not the same. */
export type ReadItem = Office.MessageRead & Office.AppointmentRead;

/** The item in our words; nothing is asked of Outlook. */
export function describe(shown: ReadItem | null | undefined): Item {
  if (!shown) return { key: "", surface: "none" };
  const surface = surfaceOf(shown);
  if (isWritten(surface)) return { key: `draft ${numberOf(shown)}`, surface, ...shown.conversationId && { conversationId: shown.conversationId } };
  const mail = envelope(shown);
  return { key: [shown.itemId, mail.internetMessageId, mail.conversationId].join(" "), surface, mail };
}

/** Whether it is being written rather than read. */
export const isWritten = (surface: Surface) => surface === "compose" || surface === "meeting-compose";
/** What kind of item it is. */
export function surfaceOf(shown: ReadItem): Surface {
  const meeting = String(shown.itemType) === "appointment";
  if (typeof shown.subject === "object") return meeting ? "meeting-compose" : "compose";
  if (/^IPM\.Note\.(rpmsg|SMIME$)/i.test(shown.itemClass)) return "unsupported";
  return meeting || isInvitation(shown) ? "meeting" : "read";
}

/** A message that invites to a meeting carries the meeting with it. */
const isInvitation = ({ itemClass, start }: ReadItem) => /^IPM\.Schedule\.Meeting\.Request$/i.test(itemClass) && start instanceof Date;

function envelope(shown: ReadItem): Envelope {
  const meeting = String(shown.itemType) === "appointment";
  return {
    internetMessageId: shown.internetMessageId ?? "", conversationId: shown.conversationId ?? "", subject: shown.subject ?? "",
    from: person((meeting ? shown.organizer : shown.from) ?? {}),
    to: ((meeting ? shown.requiredAttendees : shown.to) ?? []).map(person),
    cc: ((meeting ? shown.optionalAttendees : shown.cc) ?? []).map(person),
    sentAt: (shown.dateTimeCreated ?? new Date(0)).toISOString(),
    attachments: (shown.attachments ?? []).map(file),
  };
}

const file = ({ id, name, size, contentType, isInline }: Office.AttachmentDetails): Attachment => ({ id, name, size, contentType, inline: isInline });

/** Whose mailbox a message lies in, if not one's own. Only such a message can be asked; whether it answers is another thing. */
export async function behalfOf(shown: ReadItem): Promise<string | undefined> {
  if (!has("1.8") || typeof shown.getSharedPropertiesAsync !== "function") return undefined;
  return callOffice<Office.SharedProperties>("shared mailbox", done => shown.getSharedPropertiesAsync(done), 3_000).then(({ targetMailbox, owner }) => targetMailbox || owner || "", () => "");
}

/** A draft has no name of its own before it is saved; the library makes a new object for each. */
const numbers = new WeakMap<object, number>();
let drafts = 0;
function numberOf(shown: object): number {
  const known = numbers.get(shown) ?? ++drafts;
  numbers.set(shown, known);
  return known;
}

/** The library's own idea of the item lags behind where the event is late or lost, while its calls reach the message that is truly selected. The headers come from there, so they tell the two apart; where Outlook gives none (before 1.8, or it fails), a text that is another than the one read first does. Without either, and of meetings and drafts, the library is believed. `text`: as it was read just now. */
export function confirming(): (item: Item, shown: ReadItem, text?: string) => Promise<void> {
  let first = { key: "", text: "" };
  return async (item, shown, given) => {
    const id = item.mail?.internetMessageId;
    if (item.surface !== "read" || !id) return;
    const headers = has("1.8") ? await callOffice<string>("headers", done => shown.getAllInternetHeadersAsync(done)).catch(() => "") : "";
    const real = /^message-id:[ \t]*(\S+)/im.exec(headers.replace(/\r?\n[ \t]+/g, " "))?.[1];
    const text = given ?? (!real && first.key === item.key ? await textOf(shown).catch(() => undefined) : undefined);
    if (real ? real !== id : text !== undefined && first.key === item.key && first.text !== text) throw new Problem("changed-item");
    if (text !== undefined && first.key !== item.key) first = { key: item.key, text };
  };
}
/** The body as plain text. */
export const textOf = (shown: ReadItem): Promise<string> => callOffice<string>("body as text", done => shown.body.getAsync(Office.CoercionType.Text, done));
