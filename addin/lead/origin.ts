/** How sure a reading is, in three steps that a rep can act on. */
export const surenessOf = (confidence: number): "high" | "fair" | "low" => confidence >= 0.8 ? "high" : confidence >= 0.6 ? "fair" : "low";

const most = { before: 48, words: 120, after: 60 };

/** The words with what stands around them on their line, no longer than can be read at a glance. */
export function sentenceAround(text: string, { from, to }: { from: number; to: number }): { before: string; words: string; after: string } {
  const start = Math.max(text.lastIndexOf("\n", from - 1) + 1, from - most.before), newline = text.indexOf("\n", to), end = Math.min(newline < 0 ? text.length : newline, to + most.after);
  const said = text.slice(from, to), cut = said.length > most.words;
  return {
    before: (start > 0 && text[start - 1] !== "\n" ? "…" : "") + text.slice(start, from).trimStart(),
    words: cut ? `${said.slice(0, most.words).trimEnd()}…` : said,
    after: cut ? "" : text.slice(to, end).trimEnd() + (end < text.length && text[end] !== "\n" ? "…" : ""),
  };
}
