import { Column } from "./column.ts";
import type { Kept } from "./kept.ts";
import { meeting } from "./rising.ts";
import type { Where } from "./store.ts";
import { isOne, Words } from "./words.ts";

/**
 * Rows by number, and what finds them by text. A row gets its number when its text comes or changes, and numbers rise, so that lists of them only grow at their end.
 * What was added last is indexed when there is time, and read through until then. When most numbers are of rows that are gone, all are given anew.
 */
export class TextIndex {
  #rows: (Kept | undefined)[] = [];
  #numbers = new Map<string, number>();
  #words = new Words();
  #columns = new Map<string, Column>();
  #indexed = 0;

  put(row: Kept): void {
    let number = this.#numbers.get(row.id);
    if (number !== undefined && this.#rows[number]!.text === row.text) this.#rows[number] = row;
    else {
      if (number !== undefined) this.#rows[number] = undefined;
      this.#numbers.set(row.id, number = this.#rows.push(row) - 1);
    }
    for (const column of this.#columns.values()) column.put(number, row);
  }

  drop(id: string): void {
    const number = this.#numbers.get(id);
    if (number === undefined) return;
    this.#rows[number] = undefined;
    this.#numbers.delete(id);
  }

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
  matching(words: readonly string[]): number[] {
    const lists = words.flatMap(word => this.#words.holding(word, this.#indexed) ?? []), found: number[] = [], exact = words.every(isOne);
    const holds = (text: string) => words.every(word => text.includes(word));
    const take = (number: number, sure: boolean) => { const row = this.#rows[number]; if (row && (sure || holds(row.text))) found.push(number); };
    if (lists.length) for (const number of lists.sort((a, b) => a.length - b.length).reduce(meeting)) take(number, exact);
    for (let number = lists.length ? this.#indexed : 0; number < this.#rows.length; number++) take(number, false);
    return found;
  }

  /** Those of the numbers whose rows pass the tests, and at least one of the alternatives. */
  passing(numbers: number[], where: Where, or?: readonly Where[]): number[] {
    const all = (tests: Where) => Object.entries(tests).map(([key, test]) => this.#column(key).passing(test)), must = all(where), may = or?.map(all);
    const holds = (tests: ((number: number) => boolean)[], number: number) => { for (const passes of tests) if (!passes(number)) return false; return true; };
    return must.length || may ? numbers.filter(number => { if (!holds(must, number)) return false; if (!may) return true; for (const one of may) if (holds(one, number)) return true; return false; }) : numbers;
  }

  /** Tells of a row whether its number is one of these. */
  among(numbers: readonly number[]): (row: Kept) => boolean {
    const there = new Uint8Array(this.#rows.length);
    for (const number of numbers) there[number] = 1;
    return row => there[this.#numbers.get(row.id)!] === 1;
  }

  row(number: number): Kept { return this.#rows[number]!; }

  /** A key of all rows by number, made when it is first asked for. */
  #column(key: string): Column {
    let column = this.#columns.get(key);
    if (!column) {
      this.#columns.set(key, column = new Column(key));
      for (const [number, row] of this.#rows.entries()) if (row) column.put(number, row);
    }
    return column;
  }

  #renumber() {
    this.#rows = this.#rows.filter(row => row !== undefined);
    this.#numbers = new Map(this.#rows.map((row, number) => [row!.id, number]));
    this.#words = new Words(); this.#columns.clear(); this.#indexed = 0;
  }
}

/** So many numbers of rows that are gone are never worth the work. */
const spare = 10_000;
