import { createHash } from "node:crypto";
import type { Kept } from "./kept.ts";
import { valuesOf } from "./key.ts";
import type { Key } from "./store.ts";

/** A key as text whose code points sort as keys do: numbers (a double's bits, sign turned) before text. */
export function markOf(key: Key): string {
  if (typeof key === "string") return `1${key}`;
  bits.setFloat64(0, key);
  const high = bits.getUint32(0), low = bits.getUint32(4), negative = high >>> 31;
  return `0${hex(negative ? ~high : high ^ 0x80000000)}${hex(negative ? ~low : low)}`;
}
const bits = new DataView(new ArrayBuffer(8));
const hex = (n: number) => (n >>> 0).toString(16).padStart(8, "0");

/** The marks of all keys, by name. */
export const marksOf = (row: Kept): Record<string, string[]> => Object.fromEntries(Object.keys(row.keys).map(key => [key, valuesOf(row, key).map(markOf)]));

/** A key's value as one word of an index; long ones are shortened, with a hash so that equal words are still equal values. */
export function termOf(type: string, key: string, mark: string): string {
  const short = mark.length <= longest ? mark : `${mark.slice(0, longest).replace(/[\ud800-\udbff]$/, "")}#${createHash("sha256").update(mark).digest("hex")}`;
  return `${type}\t${key}\t${short}`;
}
const longest = 200;

/** Stands among the terms of a row that has several values under a key. */
export const severalOf = (type: string, key: string): string => `${type}\t${key}\t*`;

export const termsOf = (row: Kept): string[] => Object.keys(row.keys).flatMap(key => {
  const values = valuesOf(row, key);
  return [...values.map(value => termOf(row.type, key, markOf(value))), ...(values.length > 1 ? [severalOf(row.type, key)] : [])];
});

/** Every pair of neighbouring UTF-16 units in a text, once, as a signed 32-bit number. */
export function gramsOf(text: string): number[] {
  const made = new Set<number>();
  for (let i = 1; i < text.length; i++) made.add(text.charCodeAt(i - 1) << 16 | text.charCodeAt(i));
  return [...made];
}

/** All that the database finds a row by. */
export const indexed = (row: Kept) => ({ marks: marksOf(row), terms: termsOf(row), grams: gramsOf(row.text) });
