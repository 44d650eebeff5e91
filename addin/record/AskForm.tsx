import { verbOf } from "../../model/common.ts";
import type { Fields } from "../../model/field.ts";
import type { Problem } from "../../model/problem.ts";
import type { AnyRecord, AnyRow } from "../../model/record.ts";
import { FieldsForm } from "../form/FieldsForm.tsx";
import { useFormats } from "../format.ts";
import { useLanguage } from "../language.ts";
import { buttonOf } from "./Verbs.tsx";
import { Panel } from "./Panel.tsx";

/** What a verb asks, as an inline form; amounts and dates begin with what the record says or with today. */
export function AskForm({ type, row, verb, busy, problem, onSave, onCancel }: { type: AnyRecord; row: AnyRow; verb: string; busy: boolean; problem?: Problem; onSave(answers: Record<string, unknown>): void; onCancel(): void }) {
  const { say } = useLanguage(), { today } = useFormats();
  const asks = (verbOf(type, verb)!.asks ?? {}) as Fields, label = say(buttonOf(type, verb), `${type.name}.${verb}`);
  const begin: Record<string, unknown> = { ...("actualValue" in asks && { actualValue: row.estimatedValue }), ...Object.fromEntries(["closeDate", "date"].filter(name => asks[name]).map(name => [name, today()])), ...(asks.minutes && { minutes: row.minutes }) };
  return <Panel title={label}><FieldsForm of={type.name} fields={asks} groups={[["", Object.keys(asks)]]} values={begin} save={label} busy={busy} problem={problem} onSave={onSave} onCancel={onCancel} /></Panel>;
}
