/** A line of a message: `text` is its plain form without the quote marks, `from` and `to` are offsets into the page. */
export interface Line { from: number; to: number; text: string; depth: number; indent: number }

/** A message laid out for reading. Offsets of `text` and `plain` agree; `origin` turns one into an offset of what came in. */
export interface Page {
  /** Without carriage returns and invisible marks. */
  text: string;
  /** The same length: full-width forms, odd spaces, dashes, quotes and digits written as ASCII. */
  plain: string;
  lines: Line[];
  origin(at: number): number;
}

/** A run of words on the page. */
interface Span { from: number; to: number }

/** What is read of a message at most, in UTF-16 units: its head and its tail. What lies between them in a longer one is history or a pasted log. */
export const longest = { head: 120_000, tail: 30_000 };

/** Lines that are read at most. */
const mostLines = 12_000;

/** Characters looked at since the program began: readings are compared by how much it grows. */
export const work = { steps: 0 };

/** Lays out a message: one pass over the text. */
export function layOut(raw: string): Page {
  const { source, cut, gap } = shorten(raw);
  work.steps += source.length;
  const { text, origins } = dropInvisible(source);
  const plain = toPlain(text);
  const page: Page = { text, plain, lines: [], origin: at => { const own = origins ? origins[at] ?? source.length : at; return own < cut ? own : own + gap; } };
  for (let from = 0; from <= plain.length && page.lines.length < mostLines;) {
    const end = plain.indexOf("\n", from);
    const to = end < 0 ? plain.length : end;
    page.lines.push(lineOf(plain, from, to));
    from = to + 1;
  }
  return page;
}

/** Head and tail of a long message, both whole lines; offsets from `cut` on lie `gap` further in what came in. */
function shorten(raw: string): { source: string; cut: number; gap: number } {
  if (raw.length <= longest.head + longest.tail) return { source: raw, cut: raw.length, gap: 0 };
  const end = raw.lastIndexOf("\n", longest.head), start = raw.indexOf("\n", raw.length - longest.tail);
  const cut = end > longest.head / 2 ? end : longest.head, from = start < 0 ? raw.length - longest.tail : start;
  return { source: raw.slice(0, cut) + raw.slice(from), cut, gap: from - cut };
}

/** The words of a span as they were written. */
export const wordsOf = (page: Page, span: Span): string => page.text.slice(span.from, span.to);

/** A part of a line, trimmed, with its own offsets. */
export function part(line: Line, start: number, end: number): Line {
  let a = start, b = Math.min(end, line.text.length);
  while (a < b && isSpace(line.text.charCodeAt(a))) a++;
  while (b > a && isSpace(line.text.charCodeAt(b - 1))) b--;
  return { from: line.from + a, to: line.from + b, text: line.text.slice(a, b), depth: line.depth, indent: 0 };
}

/** The parts of a line that a pattern keeps apart, trimmed. */
export function between(line: Line, pattern: RegExp): Line[] {
  const parts: Line[] = [];
  let from = 0;
  for (const match of line.text.matchAll(pattern)) { parts.push(part(line, from, match.index)); from = match.index + match[0].length; }
  return [...parts, part(line, from, line.text.length)];
}

/** Lower case without marks above letters: how words are looked up in the lexicons. */
export function keyOf(text: string): string {
  work.steps += text.length;
  const low = text.toLowerCase();
  return !/\P{ASCII}/u.test(low) ? low : low.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFKC").replace(/ß/g, "ss").replace(/ł/g, "l").replace(/ø/g, "o").replace(/ı/g, "i");
}

/** The letters-and-digits words of a text, in lookup form. */
export const keysOf = (text: string): string[] => keyOf(text).match(/[\p{L}\p{N}]+/gu) ?? [];

export const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

const isSpace = (code: number): boolean => code === 32 || code === 9;

function lineOf(plain: string, start: number, end: number): Line {
  let from = start, to = end, depth = 0, at = start;
  for (; at < to; at++) {
    const code = plain.charCodeAt(at);
    if (code === 62) { depth++; from = at + 1; } else if (!isSpace(code)) break;
  }
  if (plain.startsWith("From ", from) && depth === 1 && from === start + 1) depth = 0;
  const indent = at - from;
  from = at;
  while (to > from && isSpace(plain.charCodeAt(to - 1))) to--;
  return { from, to, text: plain.slice(from, to), depth, indent };
}

// eslint-disable-next-line no-misleading-character-class -- each mark stands for itself
const invisible = /[\r\0\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0f\ufeff]/;
const isInvisible = (code: number): boolean => code === 0 || code === 13 || code === 0xad || code === 0x61c || code >= 0x200b && code <= 0x200f || code >= 0x202a && code <= 0x202e || code >= 0x2060 && code <= 0x2069 || code === 0xfe0f || code === 0xfeff;

function dropInvisible(raw: string): { text: string; origins?: Int32Array } {
  if (!invisible.test(raw)) return { text: raw };
  const kept: string[] = [], origins = new Int32Array(raw.length + 1);
  let length = 0, start = 0;
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    if (!isInvisible(code)) { origins[length++] = at; continue; }
    if (at > start) kept.push(raw.slice(start, at));
    start = at + 1;
    if (code === 13 && raw.charCodeAt(at + 1) !== 10) { kept.push("\n"); origins[length++] = at; }
  }
  kept.push(raw.slice(start));
  origins[length] = raw.length;
  return { text: kept.join(""), origins };
}

const odd = /[\u0660-\u0669\u06f0-\u06f9\u00a0\u1680\u2000-\u200a\u2010-\u2015\u2018\u2019\u201c\u201d\u2028\u2029\u202f\u205f\u2212\u3000\uff01-\uff5e\v\f]/g;
const toPlain = (text: string): string => text.replace(odd, mark => {
  const code = mark.charCodeAt(0);
  if (code >= 0xff01) return String.fromCharCode(code - 0xfee0);
  if (code >= 0x660 && code <= 0x669) return String.fromCharCode(code - 0x660 + 48);
  if (code >= 0x6f0 && code <= 0x6f9) return String.fromCharCode(code - 0x6f0 + 48);
  if (code >= 0x2010 && code <= 0x2015 || code === 0x2212) return "-";
  if (code === 0x2018 || code === 0x2019) return "'";
  if (code === 0x201c || code === 0x201d) return "\"";
  return code === 0x2028 || code === 0x2029 || code === 11 || code === 12 ? "\n" : " ";
});
