import { passer, valueOf } from "./key.ts";
import type { Kept } from "./kept.ts";
import type { Key, Test } from "./store.ts";

/** One key of all numbered rows. Equal values share a place, so that a test is made once for each value and not for each row: owners, readers and states are few. */
export class Column {
  #places = new Map<unknown, number>();
  #values: (Key | readonly Key[] | undefined)[] = [];
  #at = new Uint32Array(1024);
  constructor(readonly key: string) {}

  put(number: number, row: Kept): void {
    if (number >= this.#at.length) { const at = this.#at; this.#at = new Uint32Array(number * 2); this.#at.set(at); }
    const value = valueOf(row, this.key), name = typeof value === "object" ? `\0${JSON.stringify(value)}` : value;
    let place = this.#places.get(name);
    if (place === undefined) this.#places.set(name, place = this.#values.push(value) - 1);
    this.#at[number] = place;
  }

  /** Tells of a row's number whether its key passes. */
  passing(test: Test): (number: number) => boolean {
    const passes = passer(test), known = new Uint8Array(this.#values.length);
    return number => {
      const place = this.#at[number]!;
      return (known[place] ||= passes(this.#values[place]) ? 2 : 1) === 2;
    };
  }
}
