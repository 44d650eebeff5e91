import type { RecordName } from "../../model/records.ts";
import type { Step } from "../../model/pricing.ts";
import { useDoors } from "../doors.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { useAsk } from "../use.ts";
import { Waiting } from "./Waiting.tsx";
import { useSaleWords } from "./saleWords.ts";

interface Explanation { lines: { name?: string; position?: number; steps: Step[] }[]; steps: Step[] }

/** How every price and sum came about, step by step, as one would check it on paper. */
export function Explained({ type, id, round }: { type: RecordName; id: string; round: string }) {
  const { api } = useDoors(), words = useSaleWords();
  const { answer, problem, again } = useAsk(`explain ${type}/${id} ${round}`, () => api.call<Explanation>("GET", `${type}/${id}/explain`));
  return (
    <div className="panel">
      <p className="quiet">{words.explainAbout}</p>
      <ProblemLine problem={problem} again={again} />
      {!answer && !problem && <Waiting rows={2} />}
      {answer?.lines.map((line, n) => <div key={n}><h3>{n + 1} · {line.name}</h3><Steps steps={line.steps} /></div>)}
      {answer && <><h3>{words.steps.total}</h3><Steps steps={answer.steps} /></>}
    </div>
  );
}

function Steps({ steps }: { steps: readonly Step[] }) {
  const words = useSaleWords();
  return <dl className="sums">{steps.map((step, n) => [<dt key={n}>{words.steps[step.what] ?? step.what}<span className="quiet" style={{ display: "block" }}>{step.sum}</span></dt>, <dd key={`${n} is`} className="figure">{step.result}</dd>])}</dl>;
}
