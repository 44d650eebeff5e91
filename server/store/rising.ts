/** Rising numbers, four bytes each: they only grow at their end. */
export class Rising {
  length = 0;
  #items = new Uint32Array(2);
  all(): Uint32Array { return this.#items.subarray(0, this.length); }
  add(number: number): void {
    if (this.length && this.#items[this.length - 1] === number) return;
    if (this.length === this.#items.length) {
      const items = this.#items;
      this.#items = new Uint32Array(Math.ceil(this.length * 1.5) + 1);
      this.#items.set(items);
    }
    this.#items[this.length++] = number;
  }
}

/** What is in both, of two rising lists: steps where they are alike, leaps where one is far longer. */
export function meeting(one: Uint32Array, other: Uint32Array): Uint32Array {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one], both = new Uint32Array(short.length);
  let length = 0, at = 0;
  for (const number of short) {
    for (let leap = 1; at + leap < long.length && long[at + leap]! < number; leap *= 2) at += leap;
    while (at < long.length && long[at]! < number) at++;
    if (at < long.length && long[at] === number) both[length++] = number;
  }
  return both.subarray(0, length);
}

/** All that is in any of the lists, rising, each once; `below` is above the highest. */
export function union(lists: Iterable<Uint32Array | number>, below: number): Uint32Array {
  const marked = new Uint8Array(below);
  let count = 0;
  const mark = (number: number) => { if (!marked[number]) { marked[number] = 1; count++; } };
  for (const list of lists) if (typeof list === "number") mark(list); else for (let i = 0; i < list.length; i++) mark(list[i]!);
  const made = new Uint32Array(count);
  for (let number = 0, at = 0; at < count; number++) if (marked[number]) made[at++] = number;
  return made;
}
