import { passer, valueOf } from "./key.ts";
import type { Kept } from "./kept.ts";
import type { Key, Test } from "./store.ts";

/** One key of all numbered rows. Equal values share a place, so that a test is made once for each value and not for each row: owners, readers and states are few. */
export class Column {
  #places = new Map<unknown, number>();
  #values: (Key | readonly Key[] | undefined)[] = [];
  #at = new Uint32Array(1024);
  /** The numbers below this one have their places. */
  upTo = 0;
  constructor(readonly key: string) {}
  /** How many values it has ever had. */
  get size(): number { return this.#values.length; }

  next(row: Kept | undefined): void {
    if (row) this.put(this.upTo, row);
    this.upTo++;
  }

  put(number: number, row: Kept): void {
    if (number >= this.#at.length) { const at = this.#at; this.#at = new Uint32Array(number * 2); this.#at.set(at); }
    const value = valueOf(row, this.key), name = typeof value === "object" ? `\0${JSON.stringify(value)}` : value;
    let place = this.#places.get(name);
    if (place === undefined) this.#places.set(name, place = this.#values.push(value) - 1);
    this.#at[number] = place;
  }

  /** Those of the numbers whose key passes. */
  passing(test: Test, numbers: Uint32Array): Uint32Array {
    const passes = passer(test), known = new Uint8Array(this.#values.length), at = this.#at, passing = new Uint32Array(numbers.length);
    let length = 0;
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i]!, place = at[number]!;
      if ((known[place] ||= passes(this.#values[place]) ? 2 : 1) === 2) passing[length++] = number;
    }
    return passing.subarray(0, length);
  }
}
