import { fold } from "./fold.ts";

/** The pieces of a word of which at least one is intact however one letter of it is wrong, missing, doubled or changed places with its neighbour; none where the word is too short to guess, or is Chinese. */
export function intactPieces(word: string): string[] {
  const letters = [...word], middle = Math.floor((letters.length - 1) / 2);
  return letters.length < 5 || /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u.test(word) ? [] : [letters.slice(0, middle).join(""), letters.slice(middle + 1).join("")];
}

/** Tells of folded texts whether they have a word that the typed one may mean: it begins with the same letters but for one slip, of long words two. Texts repeat their words, so each is compared once. */
export function nearTo(word: string): (text: string) => boolean {
  const slips = word.length < 9 ? 1 : 2, known = new Map<string, boolean>();
  const isNear = (said: string): boolean => {
    let near = known.get(said);
    if (near === undefined) known.set(said, near = slipsTo(word, said, slips) <= slips);
    return near;
  };
  return text => text.split(/[^\p{L}\p{N}]+/u).some(said => said.length >= word.length - slips && isNear(said));
}

/** By how many slips the word differs from the beginning of another; a swap of neighbours is one. Gives up above `most`. */
function slipsTo(word: string, said: string, most: number): number {
  const end = Math.min(said.length, word.length + most);
  let before: number[] = [], row = Array.from({ length: end + 1 }, (_, n) => n);
  for (let i = 1; i <= word.length; i++) {
    const next = [i];
    for (let j = 1; j <= end; j++) {
      const same = word[i - 1] === said[j - 1], swapped = i > 1 && j > 1 && word[i - 1] === said[j - 2] && word[i - 2] === said[j - 1];
      next[j] = Math.min(row[j - 1]! + Number(!same), row[j]! + 1, next[j - 1]! + 1, swapped ? before[j - 2]! + 1 : Infinity);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return Math.min(...row.slice(Math.max(0, word.length - most)));
}

/** The line of a text that holds one of the words, with some of what is around it. */
export function around(text: string, words: readonly string[], width = 140): string | undefined {
  const line = text.split("\n").find(one => { const folded = fold(one); return words.some(word => folded.includes(word)); });
  if (line === undefined) return undefined;
  const folded = fold(line), at = Math.max(0, folded.indexOf(words.find(word => folded.includes(word))!) - 40), piece = line.slice(at, at + width);
  return `${at > 0 ? "…" : ""}${piece.trim()}${at + width < line.length ? "…" : ""}`;
}
