import { meeting, Rising, union } from "./rising.ts";

/**
 * Which numbered texts hold which words, and which words hold which pairs of characters: so a part of a word, in any script, is found without reading a text.
 * A word is whatever stands between spaces and the punctuation of ASCII; a Chinese sentence is one, of which any two characters are found.
 */
export class Words {
  #ids = new Map<string, number>();
  #words: string[] = [];
  /** The texts that hold each word: most words are in one text only, which is kept as a plain number. */
  #texts: (number | Rising)[] = [];
  /** The words that hold each character and each pair of them. No pair begins with NUL, so the two do not meet. */
  #pairs = new Map<number, Rising>();

  /** @param number above all that were added before */
  add(text: string, number: number): void {
    for (let at = 0; at < text.length;) {
      while (at < text.length && !isOfWord(text.charCodeAt(at))) at++;
      const from = at;
      while (at < text.length && isOfWord(text.charCodeAt(at))) at++;
      if (at > from) this.#note(text.slice(from, at), number);
    }
  }

  /** The texts that hold all of the pieces of what is searched for, rising; these pieces may still stand apart where it is more than one (see isOne). None at all where nothing here narrows the search. */
  holding(search: string, below: number): Uint32Array | undefined {
    return piecesOf(search).map(piece => this.#textsOf(this.#wordsWith(piece), below)).sort((a, b) => a.length - b.length).reduce<Uint32Array | undefined>((made, next) => made ? meeting(made, next) : next, undefined);
  }

  #note(word: string, number: number) {
    let id = this.#ids.get(word);
    if (id === undefined) {
      this.#ids.set(word, id = this.#words.push(word) - 1);
      this.#texts.push(number);
      for (let i = 0; i < word.length; i++) {
        const unit = word.charCodeAt(i);
        this.#pair(unit, id);
        if (i) this.#pair(word.charCodeAt(i - 1) << 16 | unit, id);
      }
      return;
    }
    const texts = this.#texts[id]!;
    if (typeof texts !== "number") texts.add(number);
    else if (texts !== number) { const both = new Rising(); both.add(texts); both.add(number); this.#texts[id] = both; }
  }

  #pair(pair: number, id: number) {
    let words = this.#pairs.get(pair);
    if (!words) this.#pairs.set(pair, words = new Rising());
    words.add(id);
  }

  /** The words that a piece is a part of. */
  #wordsWith(piece: string): ArrayLike<number> {
    const asked = piece.length === 1 ? [piece.charCodeAt(0)] : Array.from({ length: piece.length - 1 }, (_, i) => piece.charCodeAt(i) << 16 | piece.charCodeAt(i + 1)), lists: Rising[] = [];
    for (const pair of new Set(asked)) { const list = this.#pairs.get(pair); if (!list) return []; lists.push(list); }
    lists.sort((a, b) => a.length - b.length);
    let ids = lists[0]!.all();
    for (const list of lists.slice(1)) if (ids.length > few) ids = meeting(ids, list.all());
    return piece.length <= 2 ? ids : ids.filter(id => this.#words[id]!.includes(piece));
  }

  #textsOf(words: ArrayLike<number>, below: number): Uint32Array {
    const lists = Array.from(words, id => { const texts = this.#texts[id]!; return typeof texts === "number" ? texts : texts.all(); });
    return lists.length === 1 ? typeof lists[0] === "number" ? Uint32Array.of(lists[0]) : lists[0]! : union(lists, below);
  }
}

/** Whether a search is a part of one word, so that what holds its pieces holds it. */
export const isOne = (search: string): boolean => { for (let i = 0; i < search.length; i++) if (!isOfWord(search.charCodeAt(i))) return false; return search.length > 0; };

/** From so few words on, reading them costs less than another list. */
const few = 200;
const isOfWord = (unit: number) => unit >= 0x80 || unit >= 97 && unit <= 122 || unit >= 48 && unit <= 57 || unit >= 65 && unit <= 90;

function piecesOf(search: string): string[] {
  const made: string[] = [];
  for (let at = 0; at < search.length;) {
    while (at < search.length && !isOfWord(search.charCodeAt(at))) at++;
    const from = at;
    while (at < search.length && isOfWord(search.charCodeAt(at))) at++;
    if (at > from) made.push(search.slice(from, at));
  }
  return made;
}
