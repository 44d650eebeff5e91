import { useState } from "react";
import type { Brief } from "../../model/known.ts";
import { may } from "../../model/may.ts";
import { advances } from "../../model/process.ts";
import { pathOf, type AnyRow } from "../../model/record.ts";
import { recordType, type RecordName } from "../../model/records.ts";
import { Guided } from "../dialog/Guided.tsx";
import { useDoors } from "../doors.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { Section } from "../parts/Section.tsx";
import { TruthLine } from "../parts/TruthLine.tsx";
import { useAsk, useWork } from "../use.ts";
import { Health } from "./Health.tsx";
import { Stages } from "./Stages.tsx";

/** How far the record that the message belongs to is, the way on, and the conversations about it, beside the mail. */
export default function BesideMail({ record }: { record: Brief }) {
  const { api, me, go, announce } = useDoors(), { type: name, id } = record, type = recordType(name)!;
  const { answer: row, again } = useAsk(`staged ${pathOf(name, id)}`, async () => await api.read(name as RecordName, id) as unknown as AnyRow);
  const { busy, problem, run } = useWork(), [told, tell] = useState<{ said: string; commit: string }>();
  if (!row) return null;
  const save = (values: Record<string, unknown>, said: string) => void run(async () => { const { commit } = await api.update(name as RecordName, row, values); tell({ said, commit }); announce(said); again(); });
  const missing = problem?.fields.filter(one => one.code === "stage-needs") ?? [];
  return (
    <><Section title={record.title}>
      <Stages type={type} row={row} still={!may(me, "write", type, row) || !advances(type, row.status, { processStage: "" })} busy={busy} missing={missing} save={save} edit={field => go({ at: "record", type: name as RecordName, id, edit: field })} />
      {told && <TruthLine busy={busy} undo={() => void run(async () => { await api.undo(told.commit); tell(undefined); again(); })}>{told.said}</TruthLine>}
      {!missing.length && <ProblemLine problem={problem} again={again} />}
    </Section>
    {name === "opportunity" && <Health id={id} round={String(row.version)} begin={what => go({ at: "record", type: name, id, ...what })} />}
    <Guided type={type} row={row} /></>
  );
}
