import type { Offer } from "../../model/library.ts";
import type { Api } from "../api.ts";

const query = (of: Record<string, string | undefined>) => String(new URLSearchParams(Object.entries(of).flatMap(([name, value]) => value === undefined ? [] : [[name, value]])));

/** Literature for the record (`type/id`) that a mail is about, or that holds the words. */
export const askLibrary = (api: Api, of: { on?: string; text?: string }) => api.call<{ offers: Offer[] }>("GET", `library?${query(of)}`);
/** A file, through a record (`type/id`) that refers to it. */
export const askFile = (api: Api, hash: string, on: string) => api.bytes(`files/${hash}?${query({ on })}`);
/** The picture of a file's first page. */
export const askPage = async (api: Api, literature: string, hash: string) => new Blob([await api.bytes(`library/${literature}/${hash}/page`) as BlobPart], { type: "image/png" });
/** Makes a link to a file for people outside; it works until the day that is answered. */
export const makeLink = (api: Api, literature: string, hash: string) => api.call<{ url: string; until: string }>("POST", `library/${literature}/link`, { body: { hash } });
