import { said } from "../../model/expression.ts";
import { placeIn, processFor, stagesOf, type Process, type Stage } from "../../model/process.ts";
import type { AnyRecord, AnyRow } from "../../model/record.ts";
import { useDoors } from "../doors.ts";
import { useLanguage } from "../language.ts";
import { useWays } from "../ways.ts";

/** A record in its process: the stages, where it stands, and the stage that is looked at. */
export type Stages = NonNullable<ReturnType<typeof useStages>>;
/** Looks at a stage, or again at the one where the record stands. */
export type LookAt = (stage: string | undefined) => void;

/** The process of a record; nothing where the company has none for it, or before it is known. */
export function useStages(type: AnyRecord, row: AnyRow | undefined, looked: string | undefined) {
  const ways = useWays(), { me } = useDoors(), { chinese } = useLanguage();
  const process = row && "processStage" in type.fields && ways?.processes && processFor(ways.processes, type.name, { now: new Date().toISOString(), on: "update", record: row, user: me.id, role: me.role });
  if (!process) return undefined;
  const own = stagesOf(process, type.name), at = standsAt(process, type.name, row), now = own[at]!, all = process.stages;
  const others = ways.processes.filter(one => one.id !== process.id && (one.status ?? "active") === "active" && stagesOf(one, type.name).length);
  return { process, all, now, next: own[at + 1], before: own[at - 1], shown: all.find(stage => stage.key === looked) ?? now, looked: looked !== undefined, others, label: (stage: Stage) => said(stage.label, chinese) };
}

/** Where it stands; a record from before there were processes stands where its sales stage says. */
function standsAt(process: Process, type: string, row: AnyRow): number {
  const bySale = stagesOf(process, type).findIndex(stage => stage.stage !== undefined && stage.stage === row.stage);
  return row.processStage || bySale < 0 ? placeIn(process, type, row) : bySale;
}
