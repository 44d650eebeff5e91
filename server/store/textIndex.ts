import { Column } from "./column.ts";
import { isRange, passer, valueOf } from "./key.ts";
import type { Kept } from "./kept.ts";
import { meeting } from "./rising.ts";
import type { Test, Where } from "./store.ts";
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
    const lists = words.flatMap(word => this.#words.holding(word, this.#indexed) ?? []).sort((a, b) => a.length - b.length), rows = this.#rows, found: number[] = [];
    const holds = (number: number) => { const row = rows[number]; return row !== undefined && words.every(word => row.text.includes(word)); };
    if (lists.length) {
      const numbers = lists.reduce(meeting), exact = words.every(isOne);
      for (let i = 0; i < numbers.length; i++) { const number = numbers[i]!; if (exact ? rows[number] !== undefined : holds(number)) found.push(number); }
    }
    for (let number = lists.length ? this.#indexed : 0; number < rows.length; number++) if (holds(number)) found.push(number);
    return found;
  }

  /** Those of the numbers (of all rows, where none are given) whose rows pass the tests, and at least one of the alternatives. */
  passing(numbers: number[] | undefined, where: Where, or?: readonly Where[]): number[] {
    const all = (tests: Where) => Object.entries(tests).map(([key, test]) => this.#passes(key, test)), must = all(where), may = or?.map(all), found: number[] = [];
    const holds = (tests: Passes[], number: number) => { for (const passes of tests) if (!passes(number)) return false; return true; };
    const oneOf = (number: number) => { for (const one of may!) if (holds(one, number)) return true; return false; };
    const take = (number: number) => { if (holds(must, number) && (!may || oneOf(number))) found.push(number); };
    if (numbers && !must.length && !may) return numbers;
    if (numbers) for (const number of numbers) take(number); else for (let number = 0; number < this.#rows.length; number++) if (this.#rows[number]) take(number);
    return found;
  }

  /** By the column of the key; an id or a range is asked of the row itself, for what these are asked of is different in each. */
  #passes(key: string, test: Test): Passes {
    if (key !== "id" && !isRange(test)) return this.#column(key).passing(test);
    const passes = passer(test);
    return number => passes(valueOf(this.#rows[number]!, key));
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

type Passes = (number: number) => boolean;
/** So many numbers of rows that are gone are never worth the work. */
const spare = 10_000;
