import { said } from "../../model/expression.ts";
import type { Score as Given } from "../../model/score.ts";
import { useDoors } from "../doors.ts";
import { useFormats } from "../format.ts";
import { useLanguage } from "../language.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { TextButton } from "../parts/TextButton.tsx";
import type { SectionProps } from "../record/sections.tsx";
import { useAsk } from "../use.ts";
import "./lines.css";
import { useProcessWords } from "./words.ts";

/** What a lead is worth by the company's own weights, with every reason and its points. */
export function Score({ row, round }: SectionProps) {
  const { api, go, me } = useDoors(), words = useProcessWords(), { chinese } = useLanguage(), { number } = useFormats();
  const { answer, problem, again } = useAsk(`score ${row.id} ${row.version} ${round}`, () => api.call<Given>("GET", `lead/${row.id}/score`));
  const because = answer?.because;
  if (!because && !problem) return null;
  const signed = (points: number) => points > 0 ? `+${number(points)}` : number(points);
  return (
    <section aria-label={words.score}>
      <header><h2>{words.score}</h2>{because && <span className="figure">{number(answer.score)}</span>}{me.role === "administrator" && <span className="end"><TextButton onClick={() => go({ at: "record", type: "scoring", id: "scoring" })}>{words.weights}</TextButton></span>}</header>
      <ProblemLine problem={problem} again={again} />
      {because && (because.length ? <dl className="ledger">{[...because].sort((a, b) => Math.abs(b.points) - Math.abs(a.points)).map(({ say, points }, n) => [<dt key={`${n} why`}>{said(say, chinese)}</dt>, <dd key={n} className={points < 0 ? "figure bad" : "figure"} aria-label={words.points(signed(points))}>{signed(points)}</dd>])}</dl> : <p className="quiet">{words.noReasons}</p>)}
    </section>
  );
}
