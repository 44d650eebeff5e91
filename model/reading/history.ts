import type { Person } from "../mail.ts";
import { keyOf, work, type Line } from "./page.ts";
import { forwardMarkers, headerRole, originalMarkers, wroteOpeners, wroteVerbs, type HeaderRole } from "./words/headers.ts";

/** The lines that a client puts above an older message. `next` is the index of the first line below them. */
export interface Headers { from?: Person & { fromAt: number; toAt: number }; subject?: { text: string; from: number; to: number }; next: number }

/** Where the older message begins: `at` is the first line that is no longer the writer's own. */
export interface Boundary { at: number; next: number; forward: boolean; headers?: Headers; quoted: boolean }

/** The first place at or after `start` where an older message begins. */
export function findBoundary(lines: Line[], start: number): Boundary | undefined {
  const base = lines[start]?.depth ?? 0;
  for (let i = start; i < lines.length; i++) {
    const line = lines[i]!;
    if (!line.text || line.depth > base + 1) continue;
    const found = markerAt(lines, i) ?? headersAt(lines, i) ?? introAt(lines, i);
    if (found) return found;
  }
  return undefined;
}

/** Name and address out of one header value: `"Li, Na" <na@b.example>;`, `Li Na [mailto:na@b.example]`, `na@b.example`. */
export function personOf(value: string): Person {
  const address = /[^\s<>"'()[\]:;,]{1,80}@[^\s<>"'()[\]:;,]{1,120}/.exec(value.slice(0, 400));
  const before = (address ? value.slice(0, address.index) : value.slice(0, 200).replace(/<[^<>]{0,190}>?\s?$/, "")).replace(/mailto:/i, "");
  const name = trimMarks(before);
  return { name: name.includes("@") ? "" : name, address: address ? address[0].replace(/[.>]{1,3}$/, "") : "" };
}

export const isRule = (text: string): boolean => text.length >= 3 && /^[-_=*~+#—─━═.· ]{3,}$/.test(text.slice(0, 400));

const trimMarks = (text: string): string => text.replace(/^[\s"'<>([*;,|]{1,20}/, "").replace(/[\s"'<>([*;,|]{1,20}$/, "");

function markerAt(lines: Line[], i: number): Boundary | undefined {
  const line = lines[i]!;
  if (line.text.length > 120) return undefined;
  const dashed = /^[-_=*>#+~ ]{2,}/.test(line.text);
  const phrase = keyOf(line.text.replace(/^[-_=*>#+~| ]{1,60}/, "").replace(/[-_=*>#+~|: ]{1,60}$/, ""));
  if (!phrase || phrase.length > 60) return undefined;
  const forward = forwardMarkers.some(marker => phrase === marker || dashed && phrase.startsWith(marker)) && (dashed || /:$/.test(line.text) || phrase.length > 12);
  const original = !forward && (dashed ? originalMarkers.some(marker => phrase === marker || phrase.startsWith(marker + " ")) : phrase.length > 10 && originalMarkers.includes(phrase));
  if (!forward && !original) return undefined;
  let next = i + 1;
  while (next < lines.length && !lines[next]!.text && next < i + 4) next++;
  const headers = readHeaders(lines, next, 1);
  return { at: i, next: headers?.next ?? next, forward, headers, quoted: false };
}

function headersAt(lines: Line[], i: number): Boundary | undefined {
  const first = roleOf(lines[i]!);
  if (!first || first.role === "other" || first.role === "cc") return undefined;
  let others = 0;
  for (let k = i; k < i + 8 && k < lines.length; k++) { const role = roleOf(lines[k]!)?.role; if (role === first.role && k > i) break; if (role && role !== first.role) others++; }
  if (others < 2) return undefined;
  const headers = readHeaders(lines, i, 3);
  if (!headers?.from) return undefined;
  let at = i;
  while (at > 0 && (!lines[at - 1]!.text || isRule(lines[at - 1]!.text)) && at > i - 3) at--;
  return { at, next: headers.next, forward: false, headers, quoted: false };
}

interface Labelled { role: HeaderRole; value: number }
function roleOf(line: Line): Labelled | undefined {
  work.steps++;
  const text = line.text;
  if (text.startsWith("|")) {
    const cell = text.indexOf("|", 1);
    const role = cell > 0 && cell < 30 ? headerRole.get(keyOf(text.slice(1, cell).replace(/[*: ]/g, ""))) : undefined;
    return role && { role, value: cell + 1 };
  }
  const colon = text.indexOf(":");
  if (colon < 1 || colon > 32) return undefined;
  const role = headerRole.get(keyOf(text.slice(0, colon).replace(/[*_]/g, "").trim()));
  return role && { role, value: colon + 1 };
}

function readHeaders(lines: Line[], start: number, least: number): Headers | undefined {
  const seen = new Set<HeaderRole>();
  const found: Headers = { next: start };
  let blanks = 0, i = start, carried = 0;
  for (; i < lines.length && i < start + 24; i++) {
    const line = lines[i]!;
    if (!line.text) { if (++blanks > 1 || seen.size === 0) break; continue; }
    if (isRule(line.text.replace(/\|/g, "-"))) { if (line.text.startsWith("|")) continue; break; }
    const labelled = roleOf(line);
    if (!labelled) {
      const goesOn = carried < 6 && blanks === 0 && seen.size > 0 && /[@;<>]/.test(line.text) && line.text.length < 300 && !seen.has("subject");
      if (!goesOn) break;
      carried++;
      found.next = i + 1;
      continue;
    }
    if (labelled.role !== "other" && seen.has(labelled.role) && labelled.role !== "cc") break;
    blanks = 0;
    seen.add(labelled.role);
    found.next = i + 1;
    const value = line.text.slice(labelled.value).replace(/[|;]\s{0,3}$/, "");
    if (labelled.role === "from") found.from = { ...personOf(value), fromAt: line.from + labelled.value, toAt: line.to };
    if (labelled.role === "subject") {
      const skip = labelled.value + (value.length - value.trimStart().length);
      found.subject = { text: value.trim(), from: line.from + skip, to: line.from + skip + value.trim().length };
    }
  }
  const telling = ["from", "sent", "to", "subject"].filter(role => seen.has(role as HeaderRole)).length;
  return seen.has("from") && telling >= least && (least > 1 || seen.size > 0) ? found : undefined;
}

function introAt(lines: Line[], i: number): Boundary | undefined {
  const last = lines[i]!;
  if (last.text.length > 400) return undefined;
  const end = last.text.charCodeAt(last.text.length - 1);
  if (end !== 58 && !/[:=*)]\W{0,3}$/.test(last.text.slice(-4)) && !/写道\W?$|寫道\W?$/.test(last.text.slice(-6))) return undefined;
  for (let start = i; start >= 0 && start > i - 4; start--) {
    if (!lines[start]!.text) break;
    if (start === i && !/[@\d]/.test(last.text) && !(i > 0 && /[@\d]/.test(lines[i - 1]!.text)) && !(i > 1 && /[@\d]/.test(lines[i - 2]!.text))) break;
    const text = lines.slice(start, i + 1).map(line => line.text).join(" ");
    if (text.length > 420) break;
    if (!introduces(text)) continue;
    let first = start;
    for (let k = start - 1; k >= 0 && k > i - 4 && lines[k]!.text && !opens(lines[first]!.text); k--) if (opens(lines[k]!.text) && lines[k]!.text.length < 200) { first = k; break; }
    return boundaryOfIntro(lines, first, i);
  }
  const next = last.text.length < 90 ? nextText(lines, i + 1) : undefined;
  if (next && next.depth > last.depth && hasVerb(keyOf(last.text))) return boundaryOfIntro(lines, i, i);
  return undefined;
}

function boundaryOfIntro(lines: Line[], first: number, last: number): Boundary {
  const next = nextText(lines, last + 1);
  return { at: first, next: last + 1, forward: false, quoted: (next?.depth ?? 0) > lines[last]!.depth };
}

const nextText = (lines: Line[], from: number): Line | undefined => {
  for (let i = from; i < lines.length && i < from + 4; i++) if (lines[i]!.text) return lines[i];
  return undefined;
};

const opens = (text: string): boolean => {
  const first = /^\W{0,4}([\p{L}.]{1,14})/u.exec(text.slice(0, 24))?.[1];
  return /^\W{0,3}\d/.test(text.slice(0, 6)) || /^[在于於]/.test(text) || first !== undefined && wroteOpeners.has(keyOf(first.replace(/\./g, "")));
};

const hasVerb = (key: string): boolean => wroteVerbs.some(verb => {
  const at = key.indexOf(verb);
  return at >= 0 && (/[^\p{L}]/u.test(key.charAt(at - 1) || " ") || verb.charCodeAt(0) > 0x2e00);
});

function introduces(text: string): boolean {
  const key = keyOf(text);
  const digits = (text.match(/\d/g) ?? []).length;
  const mail = text.includes("@");
  if (/>\)?\s{0,2}:\W{0,2}$/.test(text.slice(-8)) && mail && digits >= 3 && (opens(text) || /\d{4}/.test(text))) return true;
  if (!hasVerb(key)) return false;
  return mail && (opens(text) || digits >= 3 || text.length < 120) || digits >= 3 && opens(text);
}
