import type { Key, Row } from "./store.ts";

/** A row as memory keeps it: the data as JSON, which is small, cheap to copy, and ready for the disk. Never changed, only replaced. */
export interface Kept { type: string; id: string; version: number; keys: Record<string, Key | Key[]>; text: string; data: string }

/** One checked write, ready for disk and memory; `null` removes. */
export interface Placing { type: string; id: string; now: Kept | null }

/** What any store keeps of a row: keys without repetition or emptiness, and text that any database can hold. */
export function keep({ type, id, version, keys, text, data }: Row): Kept {
  return { type, id, version, keys: sound(keys), text: clean(text), data: JSON.stringify(data) };
}

/** A copy for the caller. */
export function handOut({ type, id, version, keys, text, data }: Kept): Row {
  const own: Row["keys"] = {};
  for (const name in keys) { const value = keys[name]!; own[name] = Array.isArray(value) ? [...value] : value; }
  return { type, id, version, data: JSON.parse(data) as Row["data"], keys: own, text };
}

/** PostgreSQL holds neither NUL nor half a surrogate pair, so no store compares or searches them. */
export const clean = (text: string): string => text.replace(/[\0\p{Surrogate}]/gu, "\ufffd");

function sound(keys: Row["keys"]): Row["keys"] {
  const made: Row["keys"] = {};
  for (const [name, value] of Object.entries(keys)) {
    if (!Array.isArray(value)) made[name] = single(name, value);
    else if (value.length) made[name] = [...new Set(value.map(one => single(name, one)))];
  }
  return made;
}

function single(name: string, value: Key): Key {
  if (typeof value === "string") return clean(value);
  if (!Number.isFinite(value)) throw new TypeError(`key ${name} is neither text nor a finite number`);
  return value === 0 ? 0 : value;
}

/** A commit as the body of a line: of each row what is compared, a tab, and its data, which is empty for a removal. */
export const bodyOf = (commit: readonly Placing[]): string => commit.map(({ type, id, now }) =>
  now ? `${JSON.stringify({ type, id, version: now.version, keys: now.keys, text: now.text })}\t${now.data}` : `${JSON.stringify({ type, id })}\t`).join("\t");

export function placingsOf(body: Buffer): Placing[] {
  const made: Placing[] = [];
  for (let at = 0; at < body.length;) {
    const middle = body.indexOf(tab, at), next = body.indexOf(tab, middle + 1), end = next < 0 ? body.length : next;
    const head = JSON.parse(body.toString("utf8", at, middle)) as Omit<Kept, "data">;
    const data = body.toString("utf8", middle + 1, end);
    made.push({ type: head.type, id: head.id, now: data ? { ...head, data } : null });
    at = end + 1;
  }
  return made;
}
const tab = 9;
