import { useState } from "react";
import { recordType } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { useFormats } from "../format.ts";
import { Pick } from "../form/Pick.tsx";
import { useLanguage } from "../language.ts";
import type { Filter } from "../list/views.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { Waiting } from "../record/Waiting.tsx";
import { useAsk } from "../use.ts";
import { Bars } from "./Bars.tsx";
import { askSums, at, momentsOf, periodOf, together, type Figure, type Period } from "./figures.ts";
import { askNames } from "./names.ts";
import { UsesOfAll } from "./Uses.tsx";
import { useReportWords } from "./words.ts";

const opportunity = recordType("opportunity")!;

/** What was won and lost in a period, why and to whom, and how far what was made in it has come. */
export function Results({ filter }: { filter: Filter }) {
  const { api, go } = useDoors(), words = useReportWords(), { say } = useLanguage(), { today, money } = useFormats();
  const [period, setPeriod] = useState<Period>("year"), days = periodOf(period, today());
  const closed: Filter = { ...filter, status: "won,lost", actualCloseDate: days }, lost: Filter = { ...closed, status: "lost" }, made: Filter = { ...filter, createdAt: momentsOf(days) };
  const { answer: data, problem, again: reload } = useAsk(`results ${JSON.stringify(closed)}`, async () => {
    const [status, reason, lostTo, leads, deals] = await Promise.all([
      askSums(api, "opportunity", "status", closed, { of: "actualValue" }), askSums(api, "opportunity", "reason", closed, { of: "estimatedValue" }), askSums(api, "opportunity", "lostTo", lost, { of: "estimatedValue" }),
      askSums(api, "lead", "status", made, { of: "estimatedValue" }), askSums(api, "opportunity", "status", made, { of: "estimatedValue" }),
    ]);
    return { status, reason, lostTo, leads, deals, names: await askNames(api, lostTo.map(({ key }) => key && `competitor/${key}`)) };
  });
  const show = ({ filter: rows, type = "opportunity" }: { filter: Filter; type?: Figure["type"] }) => go({ at: "list", type, filter: rows });
  const won = at(data?.status ?? [], "won"), gone = at(data?.status ?? [], "lost"), all = won.count + gone.count;
  const reasonOf = (key: string) => [Object.values(opportunity.statuses).map(({ reasons }) => reasons?.[key]).find(Boolean) ?? key].flat()[0] as string;
  const funnel: Figure[] = data ? [
    { ...together(data.leads, "leads"), label: words.leads, type: "lead", filter: made },
    { ...at(data.leads, "qualified"), label: words.qualified, type: "lead", filter: { ...made, status: "qualified" } },
    { ...together(data.deals, "made"), label: words.made, filter: made },
    { ...at(data.deals, "won"), label: words.ofMadeWon, filter: { ...made, status: "won" } },
  ] : [];
  return (
    <>
      <Pick label={words.period} selectedKey={period} options={(["quarter", "year", "twelve"] as const).map(key => ({ key, text: words.periods[key] }))} onChange={(_, one) => setPeriod(one!.key as Period)} />
      {!data && (problem ? <ProblemLine problem={problem} again={reload} /> : <Waiting rows={5} />)}
      {data && !all && <p className="nothing">{words.noneClosed}</p>}
      {data && all > 0 && <>
        <div className="tiles">{([["won", won, words.won], ["lost", gone, words.lost]] as const).map(([status, group, label]) => <button key={status} type="button" disabled={!group.count} aria-label={words.open(label, group.count)} onClick={() => show({ filter: { ...closed, status } })}><span className="quiet">{label}</span><b>{group.count}</b>{status === "won" && <span className="quiet">{money(group.sum)}</span>}</button>)}</div>
        <p style={{ marginTop: 8 }}>{words.winRate(Math.round(won.count / all * 100))}</p>
        <section aria-label={words.why}><header><h2>{words.why}</h2></header><Bars label={words.why} by="count" figures={data.reason.map(one => ({ ...one, label: say(reasonOf(one.key), `opportunity.${one.key}`), filter: { ...closed, reason: one.key } }))} onOpen={show} /></section>
        {gone.count > 0 && <section aria-label={words.lostTo}><header><h2>{words.lostTo}</h2></header><Bars label={words.lostTo} by="count" figures={data.lostTo.map(one => ({ ...one, label: one.key ? data.names[`competitor/${one.key}`] ?? "…" : words.noCompetitor, filter: { ...lost, lostTo: one.key } }))} onOpen={show} /></section>}
      </>}
      {data && <section aria-label={words.funnel}><header><h2>{words.funnel}</h2></header><p className="quiet" style={{ marginTop: 4 }}>{words.funnelAbout}</p><Bars label={words.funnel} by="count" figures={funnel} onOpen={show} /></section>}
      <UsesOfAll />
    </>
  );
}
