import { useDoors } from "../doors.ts";
import { dateOf, useFormats } from "../format.ts";
import { useLanguage } from "../language.ts";
import type { Filter } from "../list/views.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { Waiting } from "../record/Waiting.tsx";
import { useAsk } from "../use.ts";
import { Bars } from "./Bars.tsx";
import { askSums, at, monthStarts, stretches, together, type Figure } from "./figures.ts";
import { useReportWords } from "./words.ts";

/** Open deals by the month in which they should close, with what is overdue first; nothing is left out, so that the figures add up. */
export function Forecast({ filter }: { filter: Filter }) {
  const { api, go } = useDoors(), words = useReportWords(), { tag } = useLanguage(), { today } = useFormats();
  const open: Filter = { ...filter, status: "open" }, months = monthStarts(today(), 6), cuts = [months[0]!, today(), ...months.slice(1)].filter((day, n, all) => all.indexOf(day) === n).sort();
  const { answer: data, problem, again: reload } = useAsk(`forecast ${JSON.stringify(open)} ${today()}`, () => askSums(api, "opportunity", "closeDate", open, { of: "estimatedValue", weight: "probability", cuts }));
  if (!data) return problem ? <ProblemLine problem={problem} again={reload} /> : <Waiting rows={6} />;
  if (!data.length) return <p className="nothing">{words.noDeals}</p>;
  const month = (day: string) => dateOf(day).toLocaleDateString(tag, { month: "long", year: "numeric" });
  const past = stretches(cuts).filter(key => key.split("..")[1] !== "" && key.split("..")[1]! < today());
  const late = together(past.map(key => at(data, key)), `..${past[past.length - 1]!.split("..")[1]}`);
  const ahead = stretches(cuts).filter(key => !past.includes(key));
  const figures: Figure[] = [
    { ...late, label: words.overdue, filter: { ...open, closeDate: late.key } },
    ...ahead.map((key, n) => ({ ...at(data, key), label: n === ahead.length - 1 ? words.later : month(key.split("..")[0]!), filter: { ...open, closeDate: key } })),
    { ...at(data, ""), label: words.noDay, filter: { ...open, closeDate: "" } },
  ].filter(({ count }, n) => count || (n > 0 && n < ahead.length));
  return <><p className="quiet">{words.forecastAbout}</p><Bars label={words.tabs.forecast} figures={figures} part onOpen={({ filter: rows }) => go({ at: "list", type: "opportunity", filter: rows })} /></>;
}
