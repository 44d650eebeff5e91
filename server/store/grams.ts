import type { Kept } from "./kept.ts";

/**
 * Which rows hold which pairs of characters: the index behind text search, for any script.
 * Rows get rising numbers and lists of numbers only grow at their end; a row whose text changes gets a new number. What was added last is indexed when there is time, and read through until then.
 */
export class Grams {
  #rows: (Kept | undefined)[] = [];
  #numbers = new Map<string, number>();
  #lists = new Map<number, Numbers>();
  #indexed = 0;

  put(row: Kept): void {
    const number = this.#numbers.get(row.id), known = number === undefined ? undefined : this.#rows[number];
    if (known?.text === row.text) { this.#rows[number!] = row; return; }
    if (number !== undefined) this.#rows[number] = undefined;
    this.#numbers.set(row.id, this.#rows.push(row) - 1);
  }

  drop(id: string): void {
    const number = this.#numbers.get(id);
    if (number === undefined) return;
    this.#rows[number] = undefined;
    this.#numbers.delete(id);
  }

  /** Indexes for about so many milliseconds; says whether all is indexed. */
  catchUp(milliseconds: number): boolean {
    for (const until = performance.now() + milliseconds; this.#indexed < this.#rows.length;) {
      for (const stop = Math.min(this.#indexed + 64, this.#rows.length); this.#indexed < stop; this.#indexed++) this.#index(this.#indexed);
      if (performance.now() > until) break;
    }
    return this.#indexed === this.#rows.length;
  }

  /** At most so many rows can hold all of the words. */
  estimate(words: readonly string[]): number {
    return Math.min(this.#rows.length, ...words.map(word => this.#rarest(word)?.length ?? (word.length < 2 ? Infinity : 0)).map(n => n + this.#rows.length - this.#indexed));
  }

  /** Rows that may hold all of the words, and all that do; each once. */
  *candidates(words: readonly string[]): Generator<Kept> {
    const lists = words.filter(word => word.length > 1).map(word => this.#rarest(word) ?? empty).sort((a, b) => a.length - b.length);
    const list = lists[0];
    if (list) for (let i = 0; i < list.length; i++) { const row = this.#rows[list.at(i)]; if (row) yield row; }
    for (let i = list ? this.#indexed : 0; i < this.#rows.length; i++) { const row = this.#rows[i]; if (row) yield row; }
  }

  #rarest(word: string): Numbers | undefined {
    let rarest: Numbers | undefined;
    for (let i = 1; i < word.length; i++) {
      const list = this.#lists.get(pair(word, i));
      if (!list) return undefined;
      if (!rarest || list.length < rarest.length) rarest = list;
    }
    return rarest;
  }

  #index(number: number) {
    const text = this.#rows[number]?.text;
    if (!text) return;
    for (let i = 1; i < text.length; i++) {
      const gram = pair(text, i);
      let list = this.#lists.get(gram);
      if (!list) this.#lists.set(gram, list = new Numbers());
      list.add(number, this.#rows);
    }
  }
}

const pair = (text: string, i: number) => (text.charCodeAt(i - 1) << 16 | text.charCodeAt(i)) >> 0;

/** Rising numbers, four bytes each; those of rows that are gone are dropped when room is needed. */
class Numbers {
  length = 0;
  #items = new Uint32Array(2);
  at(i: number): number { return this.#items[i]!; }
  add(number: number, rows: readonly unknown[]) {
    if (this.length && this.#items[this.length - 1] === number) return;
    if (this.length === this.#items.length) this.#makeRoom(rows);
    this.#items[this.length++] = number;
  }
  #makeRoom(rows: readonly unknown[]) {
    const alive = this.#items.filter(number => rows[number] !== undefined);
    this.length = alive.length;
    if (alive.length > this.#items.length / 2) this.#items = new Uint32Array(Math.ceil(alive.length * 1.5) + 2);
    this.#items.set(alive);
  }
}
const empty = new Numbers();
