import { useState } from "react";
import type { Problem } from "../../model/problem.ts";
import { pathOf, type AnyRecord, type AnyRow } from "../../model/record.ts";
import type { RecordName } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { changesBetween, filled } from "../form/check.ts";
import { RecordForm } from "../form/RecordForm.tsx";
import { useLanguage } from "../language.ts";
import { useWork } from "../use.ts";
import { Alike } from "./Alike.tsx";
import { useAlike } from "./useAlike.ts";
import { draftsOf } from "./drafts.ts";
import { beneath } from "./sections.tsx";
import { useWords } from "./words.ts";

/** What the rep has changed of a record, and what stood there when they began. */
interface Begun { version: number; changes: Record<string, unknown>; before: Record<string, unknown> }

/** A record's fields while they are edited. What was typed stays until it is saved or left; a change that makes it like another record is shown first. */
export function EditRecord({ type, row, focus, busy, problem, onSave, onCancel }: { type: AnyRecord; row: AnyRow; focus?: string; busy: boolean; problem?: Problem; onSave(changes: Record<string, unknown>, since: AnyRow): void; onCancel(): void }) {
  const { api, go } = useDoors(), words = useWords(), { say } = useLanguage(), Beneath = beneath[type.name as RecordName], looking = useWork();
  const drafts = draftsOf(api), draft = `edit ${pathOf(type.name, row.id)}`, [kept] = useState(() => drafts.get(draft) as Begun | undefined), names = Object.keys(type.fields);
  // the record as it was when the rep began, whoever has changed it since: what they then save is compared with that
  const [since] = useState<AnyRow>(() => ({ ...row, ...kept?.before, version: kept?.version ?? row.version })), [begun] = useState<Record<string, unknown>>(() => ({ ...row, ...kept?.changes })), [values, setValues] = useState(begun);
  const { found, held, hold } = useAlike(type.name as RecordName, values, row);
  const keep = (typed: Record<string, unknown>) => {
    const changes = changesBetween(since, typed, names), changed = Object.keys(changes);
    if (changed.length) drafts.set(draft, { version: since.version, changes, before: Object.fromEntries(changed.map(name => [name, since[name] ?? null])) } satisfies Begun as never); else drafts.delete(draft);
    setValues(typed);
  };
  const leave = () => { drafts.delete(draft); onCancel(); };
  const save = (given: Record<string, unknown>) => void looking.run(async () => {
    const changes = changesBetween(since, given, names);
    if (!Object.keys(changes).length) leave();
    else if (!await hold(filled(given))) onSave(changes, since);
  });
  return (
    <RecordForm type={type} was={row} focus={focus} values={begun} onChange={keep} save={held ? words.saveAnyway : words.saveRecord(say(type.label[0]))} busy={busy || looking.busy} problem={problem} onSave={save} onCancel={leave}>
      {Beneath && <Beneath values={values} />}
      <Alike found={found} held={held} use={record => { leave(); go({ at: "record", type: record.type as RecordName, id: record.id }); }} />
    </RecordForm>
  );
}
