import { findBoundary, isRule, type Boundary } from "./history.ts";
import { keyOf, type Line } from "./page.ts";
import { banners, disclaimerHints, disclaimers, listFooters, mobileFooters, registrations } from "./words/closings.ts";

/** A message without what it answers: the writer's own lines, what machines put below them, and where history begins. */
export interface Own { lines: Line[]; smallPrint: Line[]; boundary?: Boundary }

/** Takes history, warning banners, mobile footers, list footers and legal notices off the lines from `start` on. */
export function ownLines(lines: Line[], start: number): Own {
  const boundary = findBoundary(lines, start);
  const base = Math.min(...lines.slice(start, start + 200).filter(line => line.text).map(line => line.depth), 20);
  const kept: Line[] = [];
  let at = start, end = boundary;
  while (end) {
    for (; at < end.at; at++) if (lines[at]!.depth <= base) kept.push(lines[at]!);
    if (!end.quoted) break;
    at = end.next;
    end = findBoundary(lines, at);
    if (!end) for (; at < lines.length; at++) if (lines[at]!.depth <= base) kept.push(lines[at]!);
  }
  if (!boundary) for (; at < lines.length; at++) if (lines[at]!.depth <= base) kept.push(lines[at]!);
  const { above, smallPrint } = dropFooters(dropBanners(kept));
  return { lines: trimBlank(above), smallPrint, boundary };
}

/** Without empty lines, rules and scissors at both ends. */
export function trimBlank(lines: Line[]): Line[] {
  let from = 0, to = lines.length;
  while (from < to && saysNothing(lines[from]!.text)) from++;
  while (to > from && saysNothing(lines[to - 1]!.text)) to--;
  return from === 0 && to === lines.length ? lines : lines.slice(from, to);
}

const saysNothing = (text: string): boolean => !text || text.length < 200 && !/[\p{L}\p{N}]/u.test(text) || /^-{1,8}[>]?8<?-{0,8}$|^-{2,8}[>8<]{1,3}-{0,8}$/.test(text.slice(0, 30));

function dropBanners(lines: Line[]): Line[] {
  let kept = trimBlank(lines);
  for (let round = 0; round < 3 && kept.length; round++) {
    if (!isBanner(kept[0]!.text)) break;
    let next = 1;
    while (next < kept.length && next < 6 && isBanner(kept[next]!.text)) next++;
    if (next === kept.length) break;
    kept = trimBlank(kept.slice(next));
  }
  return kept;
}

const isBanner = (text: string): boolean => {
  if (text.length > 700) return false;
  const key = keyOf(text);
  return banners.some(banner => key.includes(banner));
};

const tail = 400;
function dropFooters(lines: Line[]): { above: Line[]; smallPrint: Line[] } {
  const first = Math.max(0, lines.length - tail);
  let end = lines.length;
  const dropped = new Set<number>();
  for (let i = first; i < lines.length; i++) {
    const text = lines[i]!.text;
    if (!text || text.length > 3000) continue;
    const key = keyOf(text.slice(0, 300));
    if (isMobileFooter(key)) { dropped.add(i); continue; }
    if (i > 0 && startsList(lines, i)) { end = Math.min(end, i); break; }
    if (i > 0 && startsDisclaimer(key)) { end = Math.min(end, i); break; }
  }
  const above: Line[] = [];
  for (let i = 0; i < end; i++) if (!dropped.has(i)) above.push(lines[i]!);
  return { above, smallPrint: lines.slice(end) };
}

const isMobileFooter = (key: string): boolean => key.length < 140 && mobileFooters.some(footer => {
  const at = key.indexOf(footer);
  return at === 0 || at > 0 && at < 24 && (/[から에서]$/u.test(footer.slice(-1)) || !/[\p{L}\p{N}]/u.test(key.slice(0, at)));
});

const startsDisclaimer = (key: string): boolean => {
  const text = key.replace(/^[^\p{L}\p{N}[]{1,12}/u, "");
  return disclaimers.some(phrase => text.startsWith(phrase)) || text.length > 50 && /\d/.test(text) && registrations.some(hint => text.includes(hint)) || text.length > 60 && disclaimerHints.some(hint => text.includes(hint)) && text.length > 90;
};

function startsList(lines: Line[], i: number): boolean {
  const text = lines[i]!.text;
  const rule = isRule(text) && text.length >= 2 || text === "--" || text === "-- ";
  const window = rule ? lines.slice(i + 1, i + 4) : [lines[i]!];
  return window.some(line => {
    const key = keyOf(line.text.slice(0, 300));
    return listFooters.some(phrase => key.includes(phrase) && (rule || phrase !== "mailing list" && phrase !== "sponsored by")) && (rule || line.text.length < 200 || key.includes("unsubscribe"));
  });
}
