import { IconButton } from "@fluentui/react/lib/Button";
import { DirectionalHint } from "@fluentui/react/lib/Callout";
import { useState, type KeyboardEvent } from "react";
import { may } from "../../model/may.ts";
import { titleOf, type AnyRow } from "../../model/record.ts";
import { recordType } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { useFormats } from "../format.ts";
import { useLanguage } from "../language.ts";
import { walk } from "../list/arrows.ts";
import { RecordRow } from "../list/Row.tsx";
import type { Filter } from "../list/views.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { Waiting } from "../record/Waiting.tsx";
import { Truth, type Deed } from "../record/Truth.tsx";
import { useAsk, useWork } from "../use.ts";
import { askSums, at } from "./figures.ts";
import { useReportWords } from "./words.ts";

const opportunity = recordType("opportunity")!, shownAtOnce = 8;

/** Open deals by stage. A deal moves by the menu of its row, or by the left and right arrow while its row has the focus. */
export function Board({ filter }: { filter: Filter }) {
  const { api, go, me } = useDoors(), words = useReportWords(), { say } = useLanguage(), { money } = useFormats();
  const stages: [key: string, label: string][] = [...Object.entries(opportunity.fields.stage.choices as Record<string, string>).map(([key, label]): [string, string] => [key, say(label, `opportunity.stage.${key}`)])];
  const open: Filter = { ...filter, status: "open" };
  const { answer: data, problem, again: reload } = useAsk(`board ${JSON.stringify(open)}`, async () => {
    const [groups, ...lists] = await Promise.all([askSums(api, "opportunity", "stage", open, { of: "estimatedValue" }), ...["", ...stages.map(([key]) => key)].map(stage => api.list("opportunity", { ...open, stage, order: "closeDate", take: shownAtOnce }))]);
    return { groups, rows: Object.fromEntries(["", ...stages.map(([key]) => key)].map((stage, n) => [stage, lists[n]!.records as AnyRow[]])) as Record<string, AnyRow[]> };
  });
  const [deed, setDeed] = useState<Deed>(), { busy, problem: refused, run } = useWork();
  const move = (row: AnyRow, stage: string) => void run(async () => {
    const { commit } = await api.update("opportunity", row as never, { stage });
    setDeed({ said: words.moved(titleOf(opportunity, row), stages.find(([key]) => key === stage)![1]), commit });
    reload();
  });
  const onKey = (row: AnyRow) => (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key], next = step && stages[stages.findIndex(([key]) => key === row.stage) + step];
    if (!next || busy || !may(me, "write", opportunity, row)) return;
    event.preventDefault();
    move(row, next[0]);
  };
  if (!data) return problem ? <ProblemLine problem={problem} again={reload} /> : <Waiting rows={6} />;
  if (!data.groups.length) return <p className="nothing">{words.noDeals}</p>;
  return (
    <>
      <Truth deed={deed} onUndone={reload} />
      <ProblemLine problem={refused ?? problem} again={reload} />
      <p className="quiet" id="board-keys">{words.keys}</p>
      <div className="board">{[...(data.rows[""]!.length ? [["", words.noStage] as [string, string]] : []), ...stages].map(([key, label]) => {
        const { count, sum } = at(data.groups, key), rows = data.rows[key]!;
        return (
          <section key={key} aria-label={label}>
            <header><h2>{label}</h2><button type="button" className="countLink" aria-label={words.open(label, count)} disabled={!count} onClick={() => go({ at: "list", type: "opportunity", filter: { ...open, stage: key } })}>{count}</button><span className="end figure">{money(sum)}</span></header>
            {!count && <p className="quiet" style={{ padding: "8px 0" }}>{words.emptyStage}</p>}
            <ul className="rows" aria-label={label} onKeyDown={walk}>{rows.map(row => <RecordRow key={row.id} type={opportunity} row={row} onKey={onKey(row)} describedBy="board-keys" onOpen={() => go({ at: "record", type: "opportunity", id: row.id })}
              end={may(me, "write", opportunity, row) && <IconButton iconProps={{ iconName: "More" }} ariaLabel={words.move(titleOf(opportunity, row))} title={words.move(titleOf(opportunity, row))} disabled={busy} onRenderMenuIcon={() => null}
                menuProps={{ directionalHint: DirectionalHint.bottomRightEdge, items: stages.filter(([stage]) => stage !== row.stage).map(([stage, name]) => ({ key: stage, text: words.moveTo(name), onClick: () => move(row, stage) })) }} />} />)}</ul>
            {count > rows.length && <button type="button" className="countLink" onClick={() => go({ at: "list", type: "opportunity", filter: { ...open, stage: key } })}>{words.more(count - rows.length)}</button>}
          </section>
        );
      })}</div>
    </>
  );
}
