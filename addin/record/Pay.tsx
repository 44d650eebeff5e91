import { useState } from "react";
import { decimal, minus, numberOf } from "../../model/decimal.ts";
import type { Fields } from "../../model/field.ts";
import { FieldsForm } from "../form/FieldsForm.tsx";
import { useFormats } from "../format.ts";
import { Amount } from "../list/Amount.tsx";
import type { Asking } from "./asking.tsx";
import { Panel } from "./Panel.tsx";
import { useSaleWords } from "./saleWords.ts";

/** A payment of an invoice: all that is left, unless less is typed. */
export function Pay({ type: { verbs }, verb, row, label, busy, problem, onSave, onCancel }: Asking) {
  const words = useSaleWords(), { today } = useFormats(), asks = verbs[verb]!.asks as Fields;
  const total = (row.total as number | undefined) ?? 0, left = numberOf(minus(decimal(total), decimal((row.paid as number | undefined) ?? 0))), [amount, setAmount] = useState<unknown>(left);
  return (
    <Panel title={label}>
      <p style={{ marginBottom: 8 }}>{words.leftToPay} <b><Amount of={left} currency={row.currency} exact /></b>{left !== total && <span className="quiet"> / <Amount of={total} currency={row.currency} exact /></span>}</p>
      <FieldsForm of="invoice" fields={asks} groups={[["", Object.keys(asks)]]} values={{ amount: left, date: today() }} save={typeof amount === "number" && amount < left ? words.payPart : label} busy={busy} problem={problem} onChange={values => setAmount(values.amount)} onSave={onSave} onCancel={onCancel} />
    </Panel>
  );
}
