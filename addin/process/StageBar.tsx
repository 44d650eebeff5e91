import { useState } from "react";
import { daysBetween } from "../../model/day.ts";
import { said } from "../../model/expression.ts";
import type { FieldProblem } from "../../model/problem.ts";
import { isDone, placeIn, processFor, stagesOf, type Process, type Stage } from "../../model/process.ts";
import type { AnyRecord, AnyRow } from "../../model/record.ts";
import { recordType } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { useLanguage } from "../language.ts";
import { Button } from "../parts/Button.tsx";
import { TextButton } from "../parts/TextButton.tsx";
import { useWays } from "../ways.ts";
import { Missing, Steps } from "./Steps.tsx";
import { useProcessWords } from "./words.ts";

interface Props {
  type: AnyRecord; row: AnyRow;
  /** Nothing may be changed. */
  still?: boolean;
  busy?: boolean;
  /** What the last move lacked. */
  missing?: readonly FieldProblem[];
  save(values: Record<string, unknown>, said: string): void;
  /** Leads to a field of the record. */
  edit(field: string): void;
}

/** How far a record is in its process: the stages as a bar, the one that is looked at with its steps, and the ways on and back. */
export function StageBar({ type, row, still, busy, missing = [], save, edit }: Props) {
  const ways = useWays(), { me } = useDoors(), words = useProcessWords(), { say, chinese } = useLanguage();
  const [looked, lookAt] = useState<string>(), [choosing, choose] = useState(false);
  const process = ways?.processes && processFor(ways.processes, type.name, { now: new Date().toISOString(), on: "update", record: row, user: me.id, role: me.role });
  if (!process) return null;
  const own = stagesOf(process, type.name), at = standsAt(process, type.name, row), now = own[at]!, all = process.stages, nowAt = all.indexOf(now);
  const shown = all.find(stage => stage.key === looked) ?? now, label = (stage: Stage) => said(stage.label, chinese);
  const others = ways.processes.filter(one => one.id !== process.id && (one.status ?? "active") === "active" && stagesOf(one, type.name).length);
  const move = (stage: Stage) => { lookAt(undefined); save({ process: process.id, processStage: stage.key }, words.moved(label(stage))); };
  const done = shown.steps.filter(step => isDone(step, row)).length, next = own[at + 1], before = own[at - 1], days = typeof row.stageSince === "string" ? Math.max(0, daysBetween(row.stageSince, new Date().toISOString())) : undefined;
  return (
    <section className="process" aria-label={words.stages}>
      <ol className="processBar" aria-label={process.name}>{all.map((stage, n) => {
        const state = n < nowAt ? "past" : n === nowAt ? "now" : "ahead";
        return <li key={stage.key} className={state}><button type="button" aria-current={state === "now" ? "step" : undefined} aria-pressed={stage === shown} title={words.stageOf(label(stage), n + 1, all.length)} onClick={() => lookAt(stage.key)}>{label(stage)}<span className="unseen">, {words[state]}</span></button></li>;
      })}</ol>
      <div className="processStage">
        <p className="processFacts"><b>{label(shown)}</b>{[shown.probability !== undefined && words.probability(shown.probability), shown === now && days !== undefined && words.daysIn(days), shown.steps.length > 0 && words.doneOf(done, shown.steps.length)].filter(Boolean).map(fact => <span key={String(fact)}>{fact}</span>)}</p>
        {shown.on === type.name ? <Steps stage={shown} type={type} row={row} still={still || busy} save={save} edit={edit} /> : <p className="quiet">{words.elsewhere(say(recordType(shown.on)?.label[0] ?? shown.on))}</p>}
        <Missing problems={missing} type={type} edit={edit} />
        {!still && <div className="processActs">
          {shown === now && next && <Button text={words.next(label(next))} disabled={busy} onClick={() => move(next)} />}
          {shown === now && before && <TextButton disabled={busy} onClick={() => move(before)}>{words.backTo(label(before))}</TextButton>}
          {shown !== now && shown.on === type.name && <Button text={words.moveTo(label(shown))} disabled={busy} onClick={() => move(shown)} />}
          {others.length > 0 && <span className="processOther"><TextButton expanded={choosing} onClick={() => choose(!choosing)}>{words.otherProcess}</TextButton></span>}
        </div>}
        {choosing && <Choice processes={others} current={process} choose={one => { choose(false); lookAt(undefined); if (one) save({ process: one.id, processStage: stagesOf(one, type.name)[0]!.key }, words.processIs(one.name)); }} />}
      </div>
    </section>
  );
}

function Choice({ processes, current, choose }: { processes: readonly Process[]; current: Process; choose(one: Process | undefined): void }) {
  const words = useProcessWords();
  return <fieldset className="processChoice"><legend>{words.chooseProcess}</legend>{processes.map(one => <TextButton key={one.id} onClick={() => choose(one)}>{one.name}</TextButton>)}<TextButton onClick={() => choose(undefined)}>{words.keepProcess}: {current.name}</TextButton></fieldset>;
}

/** Where it stands; a record from before there were processes stands where its sales stage says. */
function standsAt(process: Process, type: string, row: AnyRow): number {
  const bySale = stagesOf(process, type).findIndex(stage => stage.stage !== undefined && stage.stage === row.stage);
  return row.processStage || bySale < 0 ? placeIn(process, type, row) : bySale;
}
