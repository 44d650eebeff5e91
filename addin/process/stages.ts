import { said } from "../../model/expression.ts";
import { placeIn, processFor, stagesOf, type Process, type Stage } from "../../model/process.ts";
import type { AnyRecord, AnyRow } from "../../model/record.ts";
import { useDoors } from "../doors.ts";
import { useLanguage } from "../language.ts";
import { useWays } from "../ways.ts";

/** Which stage is looked at, and how another one is; what the bar and the steps below share. */
export interface Looking { looked: string | undefined; lookAt(stage: string | undefined): void }

/** The process of a record: its stages, where the record stands in it, and the stage that is looked at; nothing where the company has none for it. */
export function useStages(type: AnyRecord, row: AnyRow, looked: string | undefined) {
  const ways = useWays(), { me } = useDoors(), { chinese } = useLanguage();
  const process = ways?.processes && processFor(ways.processes, type.name, { now: new Date().toISOString(), on: "update", record: row, user: me.id, role: me.role });
  if (!process) return undefined;
  const own = stagesOf(process, type.name), at = standsAt(process, type.name, row), now = own[at]!, all = process.stages;
  const others = ways.processes.filter(one => one.id !== process.id && (one.status ?? "active") === "active" && stagesOf(one, type.name).length);
  return { process, all, now, next: own[at + 1], before: own[at - 1], shown: all.find(stage => stage.key === looked) ?? now, others, label: (stage: Stage) => said(stage.label, chinese) };
}

/** Where it stands; a record from before there were processes stands where its sales stage says. */
function standsAt(process: Process, type: string, row: AnyRow): number {
  const bySale = stagesOf(process, type).findIndex(stage => stage.stage !== undefined && stage.stage === row.stage);
  return row.processStage || bySale < 0 ? placeIn(process, type, row) : bySale;
}
