import type { Offer } from "../../model/library.ts";
import type { Api } from "../api.ts";
import type { Item, Mailbox } from "../office/mailbox.ts";
import { askFile, makeLink } from "../library/ask.ts";
import type { Carried } from "./draft.ts";

/** What a mail may carry in all, in bytes: the least of what Outlook's clients take. */
export const most = 25 * 1024 * 1024;

export interface Chosen { offer: Offer; file: Offer["files"][number] }

/** Fetches and attaches one file after the other; `tell` hears which one is on its way. Resolves to what is attached now, also when a later one failed: then with the problem. */
export async function attachAll(api: Api, mailbox: Mailbox, item: Item, chosen: readonly Chosen[], tell: (n: number, name: string) => void): Promise<{ done: Carried[]; problem?: unknown }> {
  const done: Carried[] = [];
  try {
    for (const [n, { offer, file }] of chosen.entries()) {
      tell(n + 1, file.name);
      const base64 = base64Of(await askFile(api, file.hash!, `literature/${offer.id}`));
      const { id } = await mailbox.draft.attach(item, { name: file.name, base64 });
      done.push({ attachment: id, name: file.name, hash: file.hash!, literature: offer.id });
    }
  } catch (problem) { return { done, problem }; }
  return { done };
}

export interface Linked { id: string; version: number }

/** Makes a link to one file after the other and puts it where the cursor is. Resolves to what stands in the mail now, also when a later one failed: then with the problem, and no link works that nobody was given. */
export async function linkAll(api: Api, mailbox: Mailbox, item: Item, chosen: readonly Chosen[], days: number): Promise<{ done: Carried[]; links: Linked[]; until?: string; problem?: unknown }> {
  const done: Carried[] = [], links: Linked[] = [];
  let last: string | undefined;
  try {
    for (const { offer, file } of chosen) {
      const { url, until, link } = await makeLink(api, offer.id, file.hash!, days);
      try { await mailbox.draft.insert(item, linkHtml(url, file.name), "cursor"); }
      catch (problem) { await api.act("weblink", link, "stop").catch(() => undefined); throw problem; }
      links.push(link); last = until;
      done.push({ attachment: "", link: link.id, name: file.name, hash: file.hash!, literature: offer.id });
    }
  } catch (problem) { return { done, links, until: last, problem }; }
  return { done, links, until: last };
}

function linkHtml(url: string, name: string): string {
  const link = document.createElement("a");
  link.href = url; link.textContent = name;
  return link.outerHTML;
}

/** Bytes as Outlook wants them; in pieces, as a call takes only so many arguments. */
export function base64Of(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000) parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return btoa(parts.join(""));
}

/** "312 kB", "4.1 MB". */
export const sizeIn = (locale: string, bytes: number): string => bytes < 1_000_000
  ? `${new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(Math.max(1, bytes / 1000))} kB` : `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(bytes / 1_000_000)} MB`;
