import { useMemo } from "react";
import { useDoors } from "../doors.ts";
import { useFormats } from "../format.ts";
import { dateOf, daysFrom } from "../format.ts";
import type { Filter } from "../list/views.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { Waiting } from "../record/Waiting.tsx";
import { useAsk } from "../use.ts";
import { Bars } from "./Bars.tsx";
import { askSums, type Figure } from "./figures.ts";
import { useReportWords } from "./words.ts";

const limits = [30, 60, 90, 180];

/** Open deals by their age, youngest first. */
export function Age({ filter }: { filter: Filter }) {
  const { api, go } = useDoors(), words = useReportWords(), today = useFormats().today();
  const open: Filter = { ...filter, status: "open" };
  const cuts = useMemo(() => limits.map(days => dateOf(daysFrom(today, -days)).toISOString()).reverse(), [today]);
  const { answer: data, problem, again: reload } = useAsk(`age ${JSON.stringify(open)} ${today}`, () => askSums(api, "opportunity", "createdAt", open, { of: "estimatedValue", cuts }));
  if (!data) return problem ? <ProblemLine problem={problem} again={reload} /> : <Waiting rows={5} />;
  if (!data.length) return <p className="nothing">{words.noDeals}</p>;
  const edges = [0, ...limits], groups = [...data].sort((a, b) => (b.key.split("..")[0] || "0").localeCompare(a.key.split("..")[0] || "0"));
  const figures: Figure[] = edges.map((from, n): Figure => {
    const begins = n < limits.length ? cuts[limits.length - 1 - n]! : "", group = groups.find(({ key }) => key.split("..")[0] === begins);
    return { ...group ?? { key: `${begins}..`, count: 0, sum: 0, weighted: 0 }, label: words.days(from, edges[n + 1]), filter: { ...open, createdAt: group?.key ?? "" } };
  });
  return <><p className="quiet">{words.ageAbout}</p><Bars label={words.tabs.age} figures={figures} onOpen={({ filter: rows }) => go({ at: "list", type: "opportunity", filter: rows })} /></>;
}
