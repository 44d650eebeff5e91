import type { Offer } from "../../model/library.ts";
import { query, type Api } from "../api.ts";

/** Literature for the record (`type/id`) that a mail is about, or that holds the words; at most `take` pieces of `total`. */
export const askLibrary = (api: Api, of: { on?: string; text?: string; take?: string }) => api.call<{ offers: Offer[]; total: number }>("GET", `library?${query(of)}`);
/** Somebody who was sent a piece; `newer` is what has taken the place of what they have. */
export interface Recipient { to: string; name: string; person?: string; at: string; file: string; hash: string; current: boolean; newer?: { name: string; hash: string }; doNotEmail?: boolean }
export const askRecipients = async (api: Api, literature: string) => (await api.call<{ recipients: Recipient[] }>("GET", `library/${literature}/recipients`)).recipients;
/** A file, through a record (`type/id`) that refers to it. */
export const askFile = (api: Api, hash: string, on: string) => api.bytes(`files/${hash}?${query({ on })}`);
/** The picture of a file's first page, where it has one. */
export async function askPage(api: Api, literature: string, hash: string): Promise<Blob | undefined> {
  const bytes = await api.bytes(`library/${literature}/${hash}/page`);
  return bytes.length ? new Blob([bytes as BlobPart], { type: "image/png" }) : undefined;
}
/** Makes a link to a file for people outside; it works for so many days, until the day that is answered. */
export const makeLink = (api: Api, literature: string, hash: string, days?: number) => api.call<{ url: string; until: string; link: { id: string; version: number } }>("POST", `library/${literature}/link`, { body: { hash, days } });
