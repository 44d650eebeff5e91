import { createHash, createHmac, randomBytes } from "node:crypto";
import { create, type Change } from "../model/change.ts";
import { Problem } from "../model/problem.ts";
import { fitnessOf } from "../model/recommend.ts";
import type { literature } from "../model/records/literature.ts";
import type { RowOf } from "../model/record.ts";
import { weblink } from "../model/records/weblink.ts";
import { presentOf } from "../model/versions.ts";
import { doneOnce, type Once } from "./history.ts";
import { filesOf } from "./row.ts";
import { secretOf } from "./secret.ts";
import type { Sight } from "./sight.ts";
import type { Row, Store } from "./store/store.ts";
import { work } from "./work.ts";

/** A link works for so many days unless said, and never longer than what it leads to may be sent. */
export const usualDays = 30, mostDays = 366;

/** Makes a link to a file of the library. What may not leave the house has none. The token is kept nowhere, so that of a link that is made once follows from the caller's key. */
export async function makeWeblink(store: Store, sight: Sight, id: string, hash: string, days = usualDays, once?: Once): Promise<{ token: string; until: string; link: { id: string; version: number } }> {
  const token = once ? createHmac("sha256", await secretOf(store, "links")).update(JSON.stringify(once)).digest().subarray(0, 24).toString("base64url") : randomBytes(24).toString("base64url");
  const { rows: [made] } = await doneOnce(store, once, async () => work(store, sight.who, [await weblinkTo(sight, id, hash, days, token)], { inside: true, once }));
  return { token, until: made!.data.until as string, link: { id: made!.id, version: made!.version } };
}

async function weblinkTo(sight: Sight, id: string, hash: string, days: number, token: string): Promise<Change> {
  const row = await sight.get("literature", id), today = sight.who.now.slice(0, 10);
  if (!row || !filesOf(row.data).includes(hash)) throw new Problem("not-found");
  const piece = row.data as unknown as RowOf<typeof literature>, fitness = fitnessOf(piece, today);
  if (fitness === "expired" || fitness === "internal") throw new Problem("forbidden", { detail: fitness === "expired" ? "This literature has expired and can't be sent any more" : "This literature is for us only" });
  const last = new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10), until = piece.expires && piece.expires < last ? piece.expires : last;
  return create(weblink, { literature: id, name: piece.files?.find(file => file.hash === hash)?.name ?? piece.title, hash, key: keyOf(token), until } as never);
}

/** What a link leads to, as long as it works and the file may be sent: where a newer version has taken its place, that one. All others are not there. */
export async function followWeblink(store: Store, token: string, today: string): Promise<{ hash: string; name: string } | undefined> {
  const { rows: [link] } = await store.find("weblink", { where: { key: keyOf(token), status: "open" }, take: 1 });
  return link && ledTo(store, link, today);
}

async function ledTo(store: Store, { data: { status, until, literature, hash } }: Row, today: string): Promise<{ literature: string; hash: string; name: string } | undefined> {
  const piece = status === "open" && (until as string) >= today ? await store.get("literature", literature as string) : undefined, file = piece && presentOf(piece.data, hash as string);
  return !file?.hash || ["expired", "internal"].includes(fitnessOf(piece!.data as never, today)) ? undefined : { literature: literature as string, hash: file.hash, name: file.name };
}

/** The files that the links in a text lead to today: whoever gets the text, gets them. */
export async function linkedIn(store: Store, text: string, today: string): Promise<{ literature: string; hash: string; name: string }[]> {
  const keys = [...new Set([...text.matchAll(/\/get\/([\w-]{32})(?![\w-])/g)].slice(0, 50).map(([, token]) => keyOf(token!)))];
  const { rows } = keys.length ? await store.find("weblink", { where: { key: keys }, take: keys.length }) : { rows: [] };
  return (await Promise.all(rows.map(row => ledTo(store, row, today)))).filter(file => file !== undefined);
}

const keyOf = (token: string) => createHash("sha256").update(token).digest("hex");
