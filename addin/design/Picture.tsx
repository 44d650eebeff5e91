import { useMemo } from "react";
import { recordType } from "../../model/records.ts";
import { briefOf } from "./brief.ts";
import { flowOf, lay, size } from "./flow.ts";
import { useSpeech } from "./terms.ts";
import { useDesignWords } from "./words.ts";

/** A way drawn as it is being written: stages, pages and steps from top to bottom, branches side by side. */
export function Picture({ kind, values }: { kind: string; values: Record<string, unknown> }) {
  const words = useDesignWords(), speech = useSpeech();
  const { boxes, lines, width, height } = useMemo(() => {
    const type = typeof values.on === "string" ? recordType(values.on) : undefined;
    return lay(flowOf(kind, values, { term: speech.term, said: of => of ? speech.said(of) : "", type: name => speech.say(recordType(name)?.label[0] ?? name), brief: value => briefOf(value, { type }, speech) }), 1, 1);
  }, [kind, values, speech]);
  if (!boxes.length) return null;
  return (
    <section aria-label={words.picture}>
      <header><h2>{words.picture}</h2></header>
      <div className="picture" tabIndex={0} role="group" aria-label={words.picture}>
        <svg width={width + 2} height={height + 2} viewBox={`0 0 ${width + 2} ${height + 2}`} role="img" aria-label={boxes.map(box => box.text).join(", ")}>
          {lines.map(({ from: [x1, y1], to: [x2, y2], text }, n) => <g key={n}><path d={`M${x1} ${y1}V${(y1 + y2) / 2}H${x2}V${y2}`} />{text && <text className="branch" x={x2 + 4} y={y2 - 3}>{text}</text>}</g>)}
          {boxes.map(({ x, y, text, note, sort }, n) => <g key={n} className={sort}><title>{[text, note].filter(Boolean).join("\n")}</title><rect x={x} y={y} width={size.width} height={size.height} rx={sort === "end" ? 22 : sort === "ask" ? 12 : 4} /><text x={x + 8} y={y + (note ? 18 : 27)}>{cut(text, 18)}</text>{note && <text className="note" x={x + 8} y={y + 34}>{cut(note, 22)}</text>}</g>)}
        </svg>
      </div>
    </section>
  );
}
/** So much of a text as its box holds; a Chinese sign is as wide as two letters. */
export function cut(text: string, room: number): string {
  let left = room;
  const kept = [...text].filter(sign => (left -= /[\u2e80-\uffef]/u.test(sign) ? 1.9 : 1) >= 0);
  return kept.length < [...text].length ? `${kept.slice(0, -1).join("")}…` : text;
}
