import type { Kept } from "./kept.ts";

/**
 * Which rows hold which pairs of characters (and which Chinese, Japanese or Korean ones): the index behind text search, for any script.
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
      for (const stop = Math.min(this.#indexed + 8, this.#rows.length); this.#indexed < stop; this.#indexed++) this.#index(this.#indexed);
      if (performance.now() > until) break;
    }
    return this.#indexed === this.#rows.length;
  }

  /** At most so many rows can hold all of the words. */
  estimate(words: readonly string[]): number {
    const lists = this.#listsOf(words), rarest = lists ? lists[0]?.length ?? this.#rows.length : 0;
    return Math.min(this.#rows.length, rarest + this.#rows.length - this.#indexed);
  }

  /** The rows that hold all of the words, each once: the lists of the rarest pairs, where they meet; and what is not indexed yet, read through. */
  matches(words: readonly string[]): Kept[] {
    const lists = this.#listsOf(words), found: Kept[] = [], exact = words.every(word => word.length === 2 || isWide(word)) && lists !== undefined && lists.length <= most;
    const take = (number: number, sure: boolean) => { const row = this.#rows[number]; if (row && (sure || words.every(word => row.text.includes(word)))) found.push(row); };
    if (lists?.length) {
      let numbers = lists[0]!.all();
      for (const list of lists.slice(1, most)) if (exact || numbers.length > few) numbers = meeting(numbers, list.all());
      for (const number of numbers) take(number, exact);
    }
    for (let number = lists?.length === 0 ? 0 : this.#indexed; number < this.#rows.length; number++) take(number, false);
    return found;
  }

  /** The lists of all pairs in the words, the shortest first; none where a pair is in no row. */
  #listsOf(words: readonly string[]): Numbers[] | undefined {
    const lists = new Set<Numbers>();
    for (const word of words) for (const gram of asked(word)) {
      const list = this.#lists.get(gram);
      if (!list) return undefined;
      lists.add(list);
    }
    return [...lists].sort((a, b) => a.length - b.length);
  }

  #index(number: number) {
    const text = this.#rows[number]?.text;
    if (!text) return;
    for (let i = 0; i < text.length; i++) {
      if (i) this.#note(pair(text, i), number);
      if (text.charCodeAt(i) >= wide) this.#note(text.charCodeAt(i), number);
    }
  }

  #note(gram: number, number: number) {
    let list = this.#lists.get(gram);
    if (!list) this.#lists.set(gram, list = new Numbers());
    list.add(number, this.#rows);
  }
}

/** From here on scripts begin in which one character may be a word: these are listed alone as well. No pair begins with NUL, so the numbers do not meet. */
const wide = 0x2e80;
const isWide = (word: string) => word.length === 1 && word.charCodeAt(0) >= wide;
const asked = (word: string): number[] => isWide(word) ? [word.charCodeAt(0)] : Array.from({ length: Math.max(0, word.length - 1) }, (_, i) => pair(word, i + 1));
const pair = (text: string, i: number) => (text.charCodeAt(i - 1) << 16 | text.charCodeAt(i)) >> 0;

/** Rising numbers, four bytes each; those of rows that are gone are dropped when room is needed. */
class Numbers {
  length = 0;
  #items = new Uint32Array(2);
  all(): Uint32Array { return this.#items.subarray(0, this.length); }
  add(number: number, rows: readonly unknown[]) {
    if (this.length && this.#items[this.length - 1] === number) return;
    if (this.length === this.#items.length) this.#makeRoom(rows);
    this.#items[this.length++] = number;
  }
  #makeRoom(rows: readonly unknown[]) {
    const items = this.#items;
    let alive = 0;
    for (let i = 0; i < this.length; i++) if (rows[items[i]!] !== undefined) items[alive++] = items[i]!;
    this.length = alive;
    if (alive <= items.length / 2) return;
    this.#items = new Uint32Array(Math.ceil(alive * 1.5) + 2);
    this.#items.set(items.subarray(0, alive));
  }
}

/** What is in both, of two rising lists: steps where they are alike, leaps where one is far longer. */
function meeting(short: Uint32Array, long: Uint32Array): Uint32Array {
  const both = new Uint32Array(short.length);
  let length = 0, at = 0;
  for (const number of short) {
    for (let leap = 1; at + leap < long.length && long[at + leap]! < number; leap *= 2) at += leap;
    while (at < long.length && long[at]! < number) at++;
    if (at < long.length && long[at] === number) both[length++] = number;
  }
  return both.subarray(0, length);
}
/** From so few rows on, reading their text costs less than another list; and more lists than this no longer narrow. */
const few = 500, most = 6;
