import { useState } from "react";
import { daysBetween } from "../../model/day.ts";
import type { FieldProblem } from "../../model/problem.ts";
import { isDone, stagesOf, type Process, type Stage } from "../../model/process.ts";
import type { AnyRecord, AnyRow } from "../../model/record.ts";
import { recordType } from "../../model/records.ts";
import { useLanguage } from "../language.ts";
import { Button } from "../parts/Button.tsx";
import { TextButton } from "../parts/TextButton.tsx";
import type { LookAt, Stages } from "./stages.ts";
import { Missing, Steps } from "./Steps.tsx";
import { useProcessWords } from "./words.ts";

/** What the work on a stage is done with. */
export interface Work {
  /** Nothing may be changed. */
  still?: boolean;
  /** All is over: the steps are shown only of a stage that somebody looks at. */
  over?: boolean;
  busy?: boolean;
  /** What the last move lacked. */
  missing?: readonly FieldProblem[];
  save(values: Record<string, unknown>, said: string): void;
  /** Leads to a field of the record. */
  edit(field: string): void;
}

/** The stage that is looked at: its steps, and the ways on and back. */
export function StageWork({ type, row, stages: { process, now, next, before, shown, looked, others, label }, lookAt, still, over, busy, missing = [], save, edit }: { type: AnyRecord; row: AnyRow; stages: Stages; lookAt: LookAt } & Work) {
  const words = useProcessWords(), { say } = useLanguage(), [choosing, choose] = useState(false);
  if (over && !looked) return null;
  const move = (stage: Stage) => { lookAt(undefined); save({ process: process.id, processStage: stage.key }, words.moved(label(stage))); };
  const done = shown.steps.filter(step => isDone(step, row)).length, days = typeof row.stageSince === "string" ? Math.max(0, daysBetween(row.stageSince, new Date().toISOString())) : undefined;
  return (
    <section className="processStage" aria-label={words.stages}>
      <p className="processFacts"><b>{label(shown)}</b>{[shown.probability !== undefined && words.probability(shown.probability), shown === now && days !== undefined && words.daysIn(days), shown.on === type.name && shown.steps.length > 0 && words.doneOf(done, shown.steps.length)].filter(Boolean).map(fact => <span key={String(fact)}>{fact}</span>)}</p>
      {shown.on === type.name ? <Steps stage={shown} type={type} row={row} still={still || busy} save={save} edit={edit} /> : <p className="quiet">{words.elsewhere(say(recordType(shown.on)?.label[0] ?? shown.on))}</p>}
      <Missing problems={missing} type={type} edit={edit} />
      {!still && <div className="processActs">
        {shown === now && next && <Button text={words.next(label(next))} disabled={busy} onClick={() => move(next)} />}
        {shown === now && before && <TextButton disabled={busy} onClick={() => move(before)}>{words.backTo(label(before))}</TextButton>}
        {shown !== now && shown.on === type.name && <Button text={words.moveTo(label(shown))} disabled={busy} onClick={() => move(shown)} />}
        {others.length > 0 && <span className="processOther"><TextButton expanded={choosing} onClick={() => choose(!choosing)}>{words.otherProcess}</TextButton></span>}
      </div>}
      {choosing && <Choice processes={others} current={process} choose={one => { choose(false); lookAt(undefined); if (one) save({ process: one.id, processStage: stagesOf(one, type.name)[0]!.key }, words.processIs(one.name)); }} />}
    </section>
  );
}

function Choice({ processes, current, choose }: { processes: readonly Process[]; current: Process; choose(one: Process | undefined): void }) {
  const words = useProcessWords();
  return <fieldset className="processChoice"><legend>{words.chooseProcess}</legend>{processes.map(one => <TextButton key={one.id} onClick={() => choose(one)}>{one.name}</TextButton>)}<TextButton onClick={() => choose(undefined)}>{words.keepProcess}: {current.name}</TextButton></fieldset>;
}
