import { compareKeys, compareText, valuesOf } from "./key.ts";
import type { Kept } from "./kept.ts";
import { Sorted, sorted } from "./sorted.ts";
import type { Key } from "./store.ts";

interface Entry { value: Key; row: Kept }
const byId = (a: Kept, b: Kept) => compareText(a.id, b.id);
const byValue = (a: Entry, b: Entry) => compareKeys(a.value, b.value) || compareText(a.row.id, b.row.id);

/** All rows by one key: an entry for each value, and those without one. */
export class KeyIndex {
  entries = new Sorted<Entry>(byValue);
  missing = new Sorted<Kept>(byId);
  /** How many rows have more than one value. */
  several = 0;
  #building: Iterator<void> | undefined;
  /** What has changed while it was being built. */
  #changes: [before: Kept | undefined, after: Kept | undefined][] = [];

  constructor(readonly key: string, rows: Iterable<Kept>) { this.#building = this.#build([...rows]); }

  /** Builds for about so many milliseconds; says whether it is done. */
  catchUp(milliseconds: number): boolean {
    for (const until = performance.now() + milliseconds; this.#building && performance.now() < until;) {
      if (!this.#building.next().done) continue;
      this.#building = undefined;
      for (const [before, after] of this.#changes.splice(0)) this.change(before, after);
    }
    return !this.#building;
  }

  change(before: Kept | undefined, after: Kept | undefined) {
    if (this.#building) { this.#changes.push([before, after]); return; }
    if (before) this.#remove(before);
    if (after) this.#add(after);
  }

  *#build(rows: Kept[]): Generator<void> {
    const entries: Entry[] = [], missing: Kept[] = [];
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!, values = valuesOf(row, this.key);
      if (!values.length) missing.push(row);
      if (values.length > 1) this.several++;
      for (const value of values) entries.push({ value, row });
      if (i % 1024 === 1023) yield;
    }
    this.entries = new Sorted(byValue, yield* sorted(entries, byValue));
    this.missing = new Sorted(byId, yield* sorted(missing, byId));
  }

  #add(row: Kept) {
    const values = valuesOf(row, this.key);
    if (!values.length) this.missing.add(row);
    if (values.length > 1) this.several++;
    for (const value of values) this.entries.add({ value, row });
  }

  #remove(row: Kept) {
    const values = valuesOf(row, this.key);
    if (!values.length) this.missing.remove(row);
    if (values.length > 1) this.several--;
    for (const value of values) this.entries.remove({ value, row });
  }

  count(from?: Key, to?: Key): number { const [start, end] = this.#ends(from, to); return end - start; }
  *range(from?: Key, to?: Key): Generator<Kept> { for (const { row } of this.entries.walk(...this.#ends(from, to))) yield row; }

  /** Every row once, by its first value, those without one last; of equals the one with the lower id first, both ways. */
  *walk(down: boolean): Generator<Kept> {
    if (!down) yield* this.#firsts(this.entries.walk());
    else {
      let equal: Entry[] = [];
      for (const entry of this.entries.walk(0, this.entries.size, true)) {
        if (equal.length && entry.value !== equal[0]!.value) { yield* this.#firsts(equal.reverse()); equal = []; }
        equal.push(entry);
      }
      yield* this.#firsts(equal.reverse());
    }
    yield* this.missing.walk();
  }
  *#firsts(entries: Iterable<Entry>): Generator<Kept> { for (const { value, row } of entries) if (valuesOf(row, this.key)[0] === value) yield row; }

  #ends(from?: Key, to?: Key): [number, number] {
    const kind = typeof (from ?? to);
    const start = from !== undefined ? this.entries.count(e => compareKeys(e.value, from) < 0) : kind === "string" ? this.entries.count(e => typeof e.value === "number") : 0;
    const end = to !== undefined ? this.entries.count(e => compareKeys(e.value, to) <= 0) : kind === "number" ? this.entries.count(e => typeof e.value === "number") : this.entries.size;
    return [start, Math.max(start, from !== undefined && to !== undefined && typeof from !== typeof to ? start : end)];
  }
}
