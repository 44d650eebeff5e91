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
