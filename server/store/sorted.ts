/** A list that stays sorted, in pieces, so that adding, removing and counting cost little at any length. */
export class Sorted<T> {
  #pieces: T[][] = [];
  #size = 0;
  /** @param items in order already */
  constructor(readonly compare: (a: T, b: T) => number, items: readonly T[] = []) {
    for (let i = 0; i < items.length; i += piece) this.#pieces.push(items.slice(i, i + piece));
    this.#size = items.length;
  }
  get size(): number { return this.#size; }

  add(item: T): void {
    this.#size++;
    if (!this.#pieces.length) { this.#pieces.push([item]); return; }
    const before = (other: T) => this.compare(other, item) < 0;
    const p = Math.min(this.#pieceOf(before), this.#pieces.length - 1), into = this.#pieces[p]!;
    into.splice(search(into, before), 0, item);
    if (into.length > 2 * piece) this.#pieces.splice(p + 1, 0, into.splice(piece));
  }

  /** Removes the item that compares equal. */
  remove(item: T): void {
    const before = (other: T) => this.compare(other, item) < 0;
    const p = this.#pieceOf(before), from = this.#pieces[p];
    if (!from) return;
    const at = search(from, before);
    if (this.compare(from[at]!, item) !== 0) return;
    from.splice(at, 1);
    this.#size--;
    if (!from.length) this.#pieces.splice(p, 1);
  }

  /** How many items come first, where `before` holds for a beginning of the list. */
  count(before: (item: T) => boolean): number {
    const p = this.#pieceOf(before);
    let made = 0;
    for (let i = 0; i < p; i++) made += this.#pieces[i]!.length;
    return p < this.#pieces.length ? made + search(this.#pieces[p]!, before) : made;
  }

  /** The items from one place up to another, or backwards from the other to the one. */
  *walk(from = 0, to = this.#size, backwards = false): Generator<T> {
    let start = 0;
    if (!backwards) for (const piece of this.#pieces) {
      for (let i = Math.max(0, from - start); i < piece.length && start + i < to; i++) yield piece[i]!;
      if ((start += piece.length) >= to) return;
    }
    else {
      start = this.#size;
      for (let p = this.#pieces.length - 1; p >= 0 && start > from; p--) {
        const piece = this.#pieces[p]!;
        start -= piece.length;
        for (let i = Math.min(piece.length, to - start) - 1; i >= 0 && start + i >= from; i--) yield piece[i]!;
      }
    }
  }

  #pieceOf(before: (item: T) => boolean): number { return search(this.#pieces, piece => before(piece[piece.length - 1]!)); }
}
const piece = 512;

/** The first place where `before` no longer holds. */
function search<T>(items: readonly T[], before: (item: T) => boolean): number {
  let low = 0, high = items.length;
  while (low < high) { const middle = (low + high) >> 1; if (before(items[middle]!)) low = middle + 1; else high = middle; }
  return low;
}

/** Sorts in steps of about a millisecond: pieces first, then pairs of them are merged. */
export function* sorted<T>(items: T[], compare: (a: T, b: T) => number): Generator<void, T[]> {
  let runs: T[][] = [];
  for (let i = 0; i < items.length; i += 1024) { runs.push(items.slice(i, i + 1024).sort(compare)); yield; }
  for (; runs.length > 1;) {
    const next: T[][] = [];
    for (let i = 0; i < runs.length; i += 2) next.push(runs[i + 1] ? yield* merged(runs[i]!, runs[i + 1]!, compare) : runs[i]!);
    runs = next;
  }
  return runs[0] ?? [];
}

function* merged<T>(one: readonly T[], other: readonly T[], compare: (a: T, b: T) => number): Generator<void, T[]> {
  const made: T[] = [];
  for (let i = 0, j = 0; i < one.length || j < other.length;) {
    made.push(j === other.length || i < one.length && compare(one[i]!, other[j]!) <= 0 ? one[i++]! : other[j++]!);
    if (made.length % 4096 === 0) yield;
  }
  return made;
}
