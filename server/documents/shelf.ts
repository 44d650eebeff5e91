import { fold } from "../../model/fold.ts";
import { filesOf } from "../row.ts";
import type { Row, Store } from "../store/store.ts";
import { openDocument } from "./open.ts";

/** What a file of the library says, kept under its hash beside the records: derived from its content alone, so it may be thrown away and made anew. `files` holds the picture of its first page. */
export interface Shelved { text: string; pages?: number; failed?: string; files?: { name: string; hash: string; size: number; type: string }[] }

/** So much of a file is searched, in characters. */
const longest = 200_000;

/** Opens what is put into the library, in the background, one file after the other: words to find it by, a picture for the eye. `idle` resolves when nothing waits. */
export function keepShelf(store: Store, say: (sentence: string) => void): { idle(): Promise<void>; stop(): void } {
  let work: Promise<void> = Promise.resolve(), stopped = false;
  const queue = (ids?: string[]) => { work = work.then(() => stopped ? undefined : shelve(store, ids)).catch(() => { if (!stopped) say("A file of the library could not be opened for search"); }); };
  const deaf = store.heard(changed => {
    const ids = changed.filter(({ type }) => type === "literature").map(({ id }) => id);
    if (ids.length || !changed.length) queue(ids.length ? ids : undefined);
  });
  queue();
  return { idle: () => work, stop: () => { stopped = true; deaf(); } };
}

/** What a file says, once it was opened; whether the caller may read it is for the caller to have asked. */
export const shelved = async (store: Pick<Store, "get">, hash: string): Promise<Shelved | undefined> => (await store.get("document", hash))?.data as Shelved | undefined;

/** Of these pieces of literature, or of all: every file that nobody has opened yet. */
async function shelve(store: Store, ids?: string[]): Promise<void> {
  const { rows } = await store.find("literature", { where: ids && { id: ids }, take: 10_000 });
  for (const hash of new Set(rows.flatMap(({ data }) => filesOf(data)))) {
    if (await store.get("document", hash)) continue;
    const row = await documentRow(store, hash);
    if (row) await store.commit([{ type: "document", id: hash, was: null, now: row }]).catch(async error => { if (!await store.get("document", hash)) throw error; });
  }
}

async function documentRow(store: Store, hash: string): Promise<Row | undefined> {
  const facts = await store.files.facts(hash), content = facts && await store.files.read(hash);
  if (!content) return undefined;
  const { text, pages, thumbnail, failed } = await openDocument(Buffer.concat(await content.toArray() as Buffer[]), facts.type);
  if (failed === "too slow") return undefined; // a machine that is busy now may be idle at the next start
  const picture = thumbnail && await store.files.put(once(Buffer.from(thumbnail)), "image/png").catch(() => undefined);
  const data: Shelved = { text: text.slice(0, longest), pages, failed, ...picture && { files: [{ name: "page.png", ...picture }] } };
  return { type: "document", id: hash, version: 1, data: data as never, keys: picture ? { file: [picture.hash] } : {}, text: fold(data.text) };
}

async function* once(bytes: Buffer) { yield bytes; }
