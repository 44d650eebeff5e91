import type { AnyRow } from "../../model/record.ts";
import { useDoors } from "../doors.ts";
import { useFormats } from "../format.ts";
import { Amount } from "../list/Amount.tsx";
import { ProblemLine } from "../parts/Problem.tsx";
import { useAsk } from "../use.ts";
import { reportLook } from "./look.ts";
import { useReportWords } from "./words.ts";

/** How far a goal is: what was reached, what may still come, and where it should be by today. */
export function GoalProgress({ row }: { row: AnyRow }) {
  const { api } = useDoors(), words = useReportWords().goal, { number, moment } = useFormats();
  const { answer: metric, problem, again } = useAsk(`metric ${String(row.metric)}`, async () => await api.read("metric", row.metric as string) as unknown as AnyRow);
  const { actual, inProgress = 0, target = 0, percent, targetToday, rolledUp } = row as AnyRow & Record<string, number | undefined>, counted = /Revenue$/.test(String(metric?.counts));
  const figure = (of: number) => counted ? <Amount of={of} currency={row.currency} /> : <span className="figure">{number(of)}</span>;
  const most = Math.max(target, (actual ?? 0) + inProgress, 1), wide = (of: number) => `${Math.min(100, of / most * 100)}%`;
  return (
    <section className={reportLook} aria-label={words.title}>
      <header><h2>{words.title}</h2>{percent !== undefined && <span className="end figure">{number(percent)} %</span>}</header>
      <ProblemLine problem={problem} again={again} />
      {actual === undefined ? <p className="nothing">{words.never}</p> : metric && <>
        <div className="said" style={{ margin: "8px 0" }}><span>{words.reached}</span><span className="figure">{figure(actual)} / {figure(target)}</span></div>
        <span className="track" aria-hidden="true"><span className="bar pale" style={{ width: wide(actual + inProgress) }} /><span className="bar" style={{ width: wide(actual) }} />{targetToday !== undefined && <i className="mark" style={{ insetInlineStart: wide(targetToday) }} />}</span>
        {targetToday !== undefined && <div className="quiet said" style={{ marginTop: 8 }}><span>{actual >= targetToday ? words.ahead : words.behind}</span><span className="figure">{figure(targetToday)}</span></div>}
        <div className="quiet said"><span>{words.coming}</span><span className="figure">{figure(inProgress)}</span></div>
        {rolledUp && <p className="quiet">{words.when(moment(String(rolledUp)))}</p>}
      </>}
    </section>
  );
}
