import { verbOf } from "../../model/common.ts";
import type { Fields } from "../../model/field.ts";
import { FieldsForm } from "../form/FieldsForm.tsx";
import { useFormats } from "../format.ts";
import type { Asking } from "./asking.tsx";
import { Panel } from "./Panel.tsx";

/** What a verb asks, as an inline form; amounts and dates begin with what the record says or with today. */
export function AskForm({ type, row, verb, label, busy, problem, onSave, onCancel }: Asking) {
  const { today } = useFormats();
  const asks = (verbOf(type, verb)!.asks ?? {}) as Fields;
  const begin: Record<string, unknown> = { ...("actualValue" in asks && { actualValue: row.estimatedValue }), ...Object.fromEntries(["closeDate", "date"].filter(name => asks[name]).map(name => [name, today()])), ...(asks.minutes && { minutes: row.minutes }) };
  return <Panel title={label}><FieldsForm of={type.name} fields={asks} groups={[["", Object.keys(asks)]]} values={begin} save={label} busy={busy} problem={problem} onSave={onSave} onCancel={onCancel} /></Panel>;
}
