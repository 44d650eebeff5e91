import type { AnyRow } from "../../model/record.ts";
import type { RecordName } from "../../model/records.ts";
import { useMemo } from "react";
import { useDoors } from "../doors.ts";
import { filled } from "../form/check.ts";
import { RecordForm } from "../form/RecordForm.tsx";
import { useFormats } from "../format.ts";
import { Panel } from "./Panel.tsx";
import { quicks, type Quick } from "./quick.ts";
import type { Deed } from "./Truth.tsx";
import { useWork } from "../use.ts";
import { useWords } from "./words.ts";

/** A task, a call, a meeting or a note about the record, in a few fields. */
export function QuickAdd({ what, on, row, onDone, onCancel }: { what: Quick; on: string; row: AnyRow; onDone(deed: Deed): void; onCancel(): void }) {
  const { api } = useDoors(), words = useWords(), { today } = useFormats(), { busy, problem, run } = useWork();
  const { type, only, save, said, begin } = quicks[what];
  const first = useMemo(() => begin(today(), new Date(), (row.phone ?? row.mobile) as string | undefined), [begin, today, row.phone, row.mobile]);
  const add = (values: Record<string, unknown>) => void run(async () => {
    const made = await api.create(type.name as RecordName, { ...filled(values), ...(type.name === "activity" && { kind: what }), regarding: [on] } as never);
    onDone({ said: words[said] as string, commit: made.commit });
  });
  return <Panel title={words[save] as string}><RecordForm key={what} type={type} only={only} values={first} save={words[save] as string} busy={busy} problem={problem} onSave={add} onCancel={onCancel} /></Panel>;
}
