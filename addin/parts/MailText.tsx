import { Fragment, useEffect, useRef } from "react";

export interface Words { field: string; label: string; from: number; to: number }

/** A copy of the message as plain text, with the words that suggestions came from marked; `on` is brought into view. */
export function MailText({ text, words, on }: { text: string; words: Words[]; on?: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const mark = box.current?.querySelector<HTMLElement>("mark.on");
    if (mark && box.current) box.current.scrollTop = mark.offsetTop - box.current.clientHeight / 3;
  }, [on]);
  return <div className="mailText" ref={box} tabIndex={0} role="document">{pieces(text, words, on).map(({ text: part, of }, n) => of
    ? <mark key={n} title={of.label} className={of.field === on ? "on" : undefined}>{part}</mark> : <Fragment key={n}>{part}</Fragment>)}</div>;
}

/** The text in order, cut where marked words begin and end; where marks overlap, that of `on` stands, else the earlier one. */
export function pieces(text: string, words: Words[], on?: string): { text: string; of?: Words }[] {
  const cut: { text: string; of?: Words }[] = [], first = words.find(({ field }) => field === on);
  let at = 0;
  for (const of of words.filter(one => one === first || !first || one.to <= first.from || one.from >= first.to).sort((a, b) => a.from - b.from)) {
    if (of.from < at || of.to <= of.from || of.to > text.length) continue;
    if (of.from > at) cut.push({ text: text.slice(at, of.from) });
    cut.push({ text: text.slice(of.from, of.to), of });
    at = of.to;
  }
  if (at < text.length) cut.push({ text: text.slice(at) });
  return cut;
}
