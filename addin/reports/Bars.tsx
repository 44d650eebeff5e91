import { useFormats } from "../format.ts";
import type { Figure } from "./figures.ts";
import { useReportWords } from "./words.ts";

/** Figures as bars of one scale, each a button to its rows; `by` says what the length means, `part` draws the weighted share of it darker. */
export function Bars({ figures, by = "sum", part, label, onOpen }: { figures: readonly Figure[]; by?: "sum" | "count"; part?: boolean; label: string; onOpen(figure: Figure): void }) {
  const { money } = useFormats(), words = useReportWords();
  const most = Math.max(...figures.map(one => one[by]), 1), percent = (n: number) => `${Math.max(0, n / most * 100)}%`;
  return (
    <ul className="bars" aria-label={label}>{figures.map(one => (
      <li key={one.key + one.label}>
        <button type="button" disabled={!one.count} aria-label={words.open(one.label, one.count)} onClick={() => onOpen(one)}>
          <span className="said"><bdi>{one.label}</bdi><span className="figure">{by === "sum" ? <>{one.count > 0 && <span className="quiet">{words.deals(one.count)}{"\u2002"}</span>}{money(one.sum)}</> : <>{one.count}{one.sum > 0 && <span className="quiet"> {money(one.sum)}</span>}</>}</span></span>
          <span className="track" aria-hidden="true"><span className={part ? "bar pale" : "bar"} style={{ width: percent(one[by]) }} />{part && <span className="bar" style={{ width: percent(one.weighted) }} />}</span>
          {part && one.weighted > 0 && <span className="quiet">{money(Math.round(one.weighted))} {words.weighted}</span>}
        </button>
      </li>
    ))}</ul>
  );
}
