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

/** A key's value as one word of an index. */
export const termOf = (type: string, key: string, mark: string): string => `${type}\t${key}\t${mark}`;
