import { Column } from "./column.ts";
import { isRange, passer, valueOf } from "./key.ts";
import type { Kept } from "./kept.ts";
import { meeting, Rising, union } from "./rising.ts";
import type { Test, Where } from "./store.ts";
import { isOne, Words } from "./words.ts";

/**
 * Rows by number, and what finds them by text. A row gets its number when its text comes or changes, and numbers rise, so that lists of them only grow at their end.
 * What was added last is indexed when there is time, and read through until then. When most numbers are of rows that are gone, all are given anew; a column of which most values are gone is made anew.
 */
export class TextIndex {
  #rows: (Kept | undefined)[] = [];
  #numbers = new Map<string, number>();
  /** 1 for each number whose row is there: read far quicker than the rows. */
  #there = new Uint8Array(1024);
  #words = new Words();
  #columns = new Map<string, Column>();
  #indexed = 0;

  put(row: Kept): void {
    let number = this.#numbers.get(row.id);
    if (number !== undefined && this.#rows[number]!.text === row.text) this.#rows[number] = row;
    else {
      if (number !== undefined) this.#leave(number);
      this.#numbers.set(row.id, number = this.#rows.push(row) - 1);
      if (number >= this.#there.length) { const there = this.#there; this.#there = new Uint8Array(number * 2); this.#there.set(there); }
      this.#there[number] = 1;
    }
    for (const [key, column] of this.#columns) { if (number < column.upTo) column.put(number, row); if (column.size > 2 * this.#numbers.size + spare) this.#columns.delete(key); }
  }

  drop(id: string): void {
    const number = this.#numbers.get(id);
    if (number === undefined) return;
    this.#leave(number);
    this.#numbers.delete(id);
  }

  #leave(number: number) { this.#rows[number] = undefined; this.#there[number] = 0; }

  /** Indexes for about so many milliseconds; says whether all is indexed. */
  catchUp(milliseconds: number): boolean {
    if (this.#rows.length > 2 * this.#numbers.size + spare) this.#renumber();
    for (const until = performance.now() + milliseconds; this.#indexed < this.#rows.length;) {
      for (const stop = Math.min(this.#indexed + 8, this.#rows.length); this.#indexed < stop; this.#indexed++) {
        const row = this.#rows[this.#indexed];
        if (row) this.#words.add(row.text, this.#indexed);
      }
      if (performance.now() > until) break;
    }
    return this.#indexed === this.#rows.length;
  }

  /** The numbers of the rows that hold all of the words, rising. */
  matching(words: readonly string[]): Uint32Array {
    const lists = words.flatMap(word => this.#words.holding(word, this.#indexed) ?? []).sort((a, b) => a.length - b.length), rows = this.#rows, there = this.#there, found = new Rising();
    const holds = (number: number) => there[number] === 1 && words.every(word => rows[number]!.text.includes(word));
    if (lists.length) {
      const numbers = lists.reduce(meeting), exact = words.every(isOne);
      for (let i = 0; i < numbers.length; i++) { const number = numbers[i]!; if (exact ? there[number] : holds(number)) found.add(number); }
    }
    for (let number = lists.length ? this.#indexed : 0; number < rows.length; number++) if (holds(number)) found.add(number);
    return found.all();
  }

  /** Those of the numbers (of all rows, where none are given) whose rows pass the tests, and at least one of the alternatives. */
  passing(numbers: Uint32Array | undefined, where: Where, or?: readonly Where[]): Uint32Array {
    const narrowed = (from: Uint32Array, tests: Where) => Object.entries(tests).reduce((left, [key, test]) => this.#passing(left, key, test), from);
    const found = narrowed(numbers ?? this.#live(), where), ways = or?.map(tests => narrowed(found, tests));
    return !ways ? found : ways.length === 1 ? ways[0]! : union(ways, this.#rows.length);
  }

  /** By the column of the key; an id or a range is asked of the row itself, for what these are asked of is different in each. */
  #passing(numbers: Uint32Array, key: string, test: Test): Uint32Array {
    if (key !== "id" && !isRange(test)) return this.#column(key).passing(test, numbers);
    const passes = passer(test);
    return numbers.filter(number => passes(valueOf(this.#rows[number]!, key)));
  }

  #live(): Uint32Array {
    const there = this.#there, end = this.#rows.length, numbers = new Uint32Array(this.#numbers.size);
    for (let number = 0, at = 0; number < end; number++) if (there[number]) numbers[at++] = number;
    return numbers;
  }

  /** Tells of a row whether its number is one of these. */
  among(numbers: Uint32Array): (row: Kept) => boolean {
    const there = new Uint8Array(this.#rows.length);
    for (let i = 0; i < numbers.length; i++) there[numbers[i]!] = 1;
    return row => there[this.#numbers.get(row.id)!] === 1;
  }

  row(number: number): Kept { return this.#rows[number]!; }

  /** Works on the column of a key for about so many milliseconds; says whether it is done. */
  prepare(key: string, milliseconds: number): boolean {
    let column = this.#columns.get(key);
    if (!column) this.#columns.set(key, column = new Column(key));
    for (const until = performance.now() + milliseconds; column.upTo < this.#rows.length;) {
      for (const stop = Math.min(column.upTo + 256, this.#rows.length); column.upTo < stop;) column.next(this.#rows[column.upTo]);
      if (performance.now() > until) break;
    }
    return column.upTo === this.#rows.length;
  }

  /** A key of all rows by number, made when it is first asked for. */
  #column(key: string): Column {
    this.prepare(key, Infinity);
    return this.#columns.get(key)!;
  }

  #renumber() {
    this.#rows = this.#rows.filter(row => row !== undefined);
    this.#numbers = new Map(this.#rows.map((row, number) => [row!.id, number]));
    this.#there = new Uint8Array(this.#rows.length * 2 + 1024).fill(1, 0, this.#rows.length);
    this.#words = new Words(); this.#columns.clear(); this.#indexed = 0;
  }
}

/** So many numbers of rows, or values of a key, that are gone are never worth the work. */
const spare = 10_000;
