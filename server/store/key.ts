import type { Key, Row, Test } from "./store.ts";

/** The values of a row under a key, each once, in their order: none where it is missing. */
export function valuesOf(row: Pick<Row, "id" | "keys">, key: string): readonly Key[] {
  if (key === "id") return [row.id];
  const value = Object.hasOwn(row.keys, key) ? row.keys[key] : undefined;
  return value === undefined || value === null ? none : Array.isArray(value) ? value : [value];
}
const none: readonly Key[] = [];

/** Numbers by size, then text by code point, as PostgreSQL compares under collate "C". */
export function compareKeys(a: Key, b: Key): number {
  if (typeof a === "number") return typeof b === "number" ? a - b : -1;
  return typeof b === "number" ? 1 : compareText(a, b);
}

/** By code point: UTF-16 order differs where a surrogate pair meets U+E000 and above. */
export function compareText(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const x = a.charCodeAt(i), y = b.charCodeAt(i);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}
const rank = (unit: number) => unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800;

/** What a row has under a key, as it is kept. */
export const valueOf = (row: Pick<Row, "id" | "keys">, key: string): Key | readonly Key[] | undefined => key === "id" ? row.id : Object.hasOwn(row.keys, key) ? row.keys[key] : undefined;

/** Tells of what a row has under a key whether it passes; a range holds numbers or text, as its ends are. */
export function passer(test: Test): (value: Key | readonly Key[] | undefined) => boolean {
  if (test === null) return value => value === undefined || value === null || typeof value === "object" && !value.length;
  const one: (value: Key) => boolean = typeof test !== "object" ? value => value === test : isList(test) ? (all => value => all.has(value))(new Set(test)) : value => inRange(value, test);
  return value => value !== undefined && value !== null && (typeof value === "object" ? value.some(one) : one(value));
}
export const isRange = (test: Test): test is { from?: Key; to?: Key } => test !== null && typeof test === "object" && !isList(test);
export const isList = (test: object): test is readonly Key[] => Array.isArray(test);

function inRange(value: Key, { from, to }: { from?: Key; to?: Key }): boolean {
  if (from !== undefined && (typeof from !== typeof value || compareKeys(value, from) < 0)) return false;
  return to === undefined || (typeof to === typeof value && compareKeys(value, to) <= 0);
}
