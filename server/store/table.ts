import { compareKeys, compareText, isList, isRange, passer, valueOf, valuesOf } from "./key.ts";
import { KeyIndex } from "./keyIndex.ts";
import { clean, type Kept } from "./kept.ts";
import type { Key, Query, Test, Where } from "./store.ts";
import { TextIndex } from "./textIndex.ts";

/** The rows of one type in memory, with what finds them: an index for each key that was ever asked for, and one for text. */
export class Table {
  #indexes = new Map<string, KeyIndex>();
  #text = new TextIndex();
  constructor(readonly rows: Map<string, Kept>) { for (const row of rows.values()) this.#text.put(row); }

  put(row: Kept): void {
    const before = this.rows.get(row.id);
    this.rows.set(row.id, row);
    for (const index of this.#indexes.values()) index.change(before, row);
    this.#text.put(row);
  }

  drop(id: string): void {
    const before = this.rows.get(id);
    if (!before) return;
    this.rows.delete(id);
    for (const index of this.#indexes.values()) index.change(before, undefined);
    this.#text.drop(id);
  }

  /** Works on the text index for a few milliseconds; says whether it is done. */
  catchUp(milliseconds: number): boolean { return this.#text.catchUp(milliseconds); }

  /** One page of what matches, in order, and how many match in all. */
  find({ where: asked = {}, or, text = "", order = "id", down = false, skip = 0, take = 50 }: Query): { rows: Kept[]; total: number } {
    const words = wordsOf(text), tests = Object.entries(single(asked)).filter(test => !this.#counts(test) || this.#estimate(...test) < this.rows.size), where = Object.fromEntries(tests);
    if (!or && !words.length && (!tests.length || tests.length === 1 && this.#counts(tests[0]!))) {
      const total = tests.length ? this.#estimate(...tests[0]!) : this.rows.size, matches = matcher(where, or, words);
      const few = tests.length > 0 && total * 12 < (skip + take) * (this.rows.size / Math.max(total, 1));
      return { rows: few ? page(sort([...this.#seek(...tests[0]!)], order, down), skip, take) : gather(this.#index(order).walk(down), matches, skip, take, total), total };
    }
    const { total, all, isOne } = this.#found(where, or, words), walking = (skip + take) * this.rows.size / Math.max(total, 1) < total * 4;
    return { rows: walking ? gather(this.#index(order).walk(down), isOne(), skip, take, total) : page(sort(all(), order, down), skip, take), total };
  }

  /** All that matches, and what tells whether a row is one of it: by numbers and columns, unless a key narrows it so far that reading those rows costs less. */
  #found(where: Where, or: readonly Where[] | undefined, words: readonly string[]): { total: number; all(): Kept[]; isOne(): (row: Kept) => boolean } {
    const numbers = words.length ? this.#text.matching(words) : undefined, { count, rows } = this.#fewest(where, or), areRanges = Object.values(where).some(isRange);
    if ((count > near || this.rows.size < small) && (numbers?.length ?? this.rows.size) < count * dear && (numbers || !areRanges)) {
      const found = this.#text.passing(numbers, where, or);
      return { total: found.length, all: () => Array.from(found, number => this.#text.row(number)), isOne: () => this.#text.among(found) };
    }
    const matches = matcher(where, or, words), found = [...filtered(rows(), matches)];
    return { total: found.length, all: () => found, isOne: () => matches };
  }

  /** The fewest rows that an index by key can narrow the search to. */
  #fewest(where: Where, or: readonly Where[] | undefined): { count: number; rows: () => Iterable<Kept> } {
    let best = { count: this.rows.size, rows: (): Iterable<Kept> => this.rows.values() };
    const consider = (count: number, rows: () => Iterable<Kept>) => { if (count < best.count) best = { count, rows }; };
    for (const [key, test] of Object.entries(where)) consider(this.#estimate(key, test), () => this.#seek(key, test));
    const ways = or?.map(branch => Object.entries(branch).map(([key, test]) => ({ key, test, count: this.#estimate(key, test) })).sort((a, b) => a.count - b.count)[0]);
    if (ways?.every(way => way !== undefined)) {
      consider(ways.reduce((sum, way) => sum + way.count, 0), () => new Set(ways.flatMap(way => [...this.#seek(way.key, way.test)])));
    }
    return best;
  }

  /** Whether the estimate of a test is its exact count. */
  #counts([key, test]: [string, Test]): boolean {
    return test === null || typeof test !== "object" || (!isList(test) && !this.#index(key).several);
  }

  #estimate(key: string, test: Test): number {
    if (test === null) return this.#index(key).missing.size;
    if (isOne(test)) return key === "id" ? Number(this.rows.has(test as string)) : this.#index(key).count(test, test);
    if (isList(test)) return test.reduce<number>((sum, value) => sum + this.#estimate(key, value), 0);
    return this.#index(key).count(test.from, test.to);
  }

  #seek(key: string, test: Test): Iterable<Kept> {
    if (test === null) return this.#index(key).missing.walk();
    if (isOne(test)) {
      if (key !== "id") return this.#index(key).range(test, test);
      const row = this.rows.get(test as string);
      return row ? [row] : [];
    }
    if (isList(test)) return each(new Set(test), value => this.#seek(key, value), key !== "id" && this.#index(key).several > 0);
    const rows = this.#index(key).range(test.from, test.to);
    return this.#index(key).several ? new Set(rows) : rows;
  }

  /** Builds the indexes and columns that a query asks for, a few milliseconds at a time, so that other requests are served meanwhile. */
  async prepare({ where = {}, or, text = "", order = "id" }: Query): Promise<void> {
    const tests = [where, ...or ?? []].flatMap(tests => Object.entries(tests)), bit = this.rows.size < small ? Infinity : slice;
    const whole = async (work: () => boolean) => { while (!work()) await new Promise(setImmediate); };
    for (const key of new Set([order, ...tests.map(([key]) => key)])) { const index = this.#index(key); await whole(() => index.catchUp(bit)); }
    const { count } = this.#fewest(where, or);
    if (count > near && (text || or || tests.length > 1) && (text || this.rows.size < count * dear)) for (const [key, test] of tests) if (key !== "id" && !isRange(test)) await whole(() => this.#text.prepare(key, bit));
  }

  #index(key: string): KeyIndex {
    let index = this.#indexes.get(key);
    if (!index) this.#indexes.set(key, index = new KeyIndex(key, this.rows.values()));
    return index;
  }
}

/** So many numbers are looked up in columns while one row is read; so few rows are read in any case. */
const dear = 32, near = 64;
/** Milliseconds of one slice of building; below so many rows an index or a column is built at once. */
const slice = 2, small = 1000;
/** One of one is that one. */
const single = (where: Where): Where => Object.fromEntries(Object.entries(where).map(([key, test]) => [key, test !== null && typeof test === "object" && isList(test) && test.length === 1 ? test[0]! : test]));

/** The rows of each value after another; each row once, where rows may have several values. */
function* each(values: Iterable<Key>, rowsOf: (value: Key) => Iterable<Kept>, mayRepeat: boolean): Generator<Kept> {
  const seen = new Set<Kept>();
  for (const value of values) for (const row of rowsOf(value)) if (!mayRepeat || !seen.has(row) && seen.add(row)) yield row;
}

const isOne = (test: Test): test is Key => typeof test !== "object";

/** The words of a search: folded by the caller, cleaned as rows are. */
export const wordsOf = (text: string): string[] => [...new Set(clean(text).split(/\s+/).filter(Boolean))];

function matcher(where: Where, or: readonly Where[] | undefined, words: readonly string[]): (row: Kept) => boolean {
  const all = (tests: Where) => { const each = Object.entries(tests).map(([key, test]) => ({ key, passes: passer(test) })); return (row: Kept) => each.every(({ key, passes }) => passes(valueOf(row, key))); };
  const must = all(where), may = or?.map(all);
  return row => must(row) && words.every(word => row.text.includes(word)) && (!may || may.some(one => one(row)));
}

/** Rows in the order of a query: by the first value of the key, missing last both ways, then by id, then by type. */
export function sort(rows: Kept[], order: string, down: boolean): Kept[] {
  return rows.map(row => ({ row, value: valuesOf(row, order)[0] })).sort((a, b) =>
    (a.value === undefined || b.value === undefined ? Number(a.value === undefined) - Number(b.value === undefined) : compareKeys(a.value, b.value) * (down ? -1 : 1))
    || compareText(a.row.id, b.row.id) || compareText(a.row.type, b.row.type)).map(({ row }) => row);
}
export const page = (rows: Kept[], skip: number, take: number): Kept[] => rows.slice(skip, skip + take);

function* filtered(rows: Iterable<Kept>, matches: (row: Kept) => boolean): Generator<Kept> { for (const row of rows) if (matches(row)) yield row; }

function gather(rows: Iterable<Kept>, matches: (row: Kept) => boolean, skip: number, take: number, total: number): Kept[] {
  const made: Kept[] = [], wanted = Math.min(take, total - skip);
  let left = skip;
  if (wanted > 0) for (const row of rows) {
    if (!matches(row) || left-- > 0) continue;
    if (made.push(row) === wanted) break;
  }
  return made;
}
