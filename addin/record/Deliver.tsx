import { Link } from "@fluentui/react/lib/Link";
import { useId, useState } from "react";
import { decimal, minus, numberOf } from "../../model/decimal.ts";
import { number, type Field, type Fields } from "../../model/field.ts";
import { FieldsForm } from "../form/FieldsForm.tsx";
import { widgets } from "../form/widgets.tsx";
import { useFormats } from "../format.ts";
import { useTitle } from "../reach.ts";
import type { Asking } from "./asking.tsx";
import { Panel } from "./Panel.tsx";
import { useSaleWords } from "./saleWords.ts";
import { sayField, useWords } from "./words.ts";

type Line = Record<string, any>;
const leftOf = (line: Line): number => numberOf(minus(decimal(line.quantity as number), decimal((line.shipped as number | undefined) ?? 0)));

/** What of an order leaves the house now: all that is missing, unless less is typed. */
export function Deliver({ type: { verbs }, verb, row, label, busy, problem, onSave, onCancel }: Asking) {
  const words = useSaleWords(), { today } = useFormats(), { date, description, shipped } = verbs[verb]!.asks as Fields;
  const open = ((row.lines ?? []) as Line[]).filter(line => leftOf(line) > 0), [typed, type] = useState<Record<number, unknown>>({});
  const now = (line: Line) => line.position in typed ? typed[line.position] : leftOf(line);
  const wrong = (line: Line) => !shipped!.of!.quantity!.check.safeParse(now(line)).success ? "wrong-kind" : Number(now(line)) > leftOf(line) ? "more-than-ordered" : undefined;
  const part = open.some(line => Number(now(line)) < leftOf(line)), none = open.length > 0 && open.every(line => Number(now(line)) === 0), faulty = open.some(wrong);
  const save = (answers: Record<string, unknown>) => { if (!faulty && !none) onSave({ ...answers, ...part && { shipped: open.flatMap(line => Number(now(line)) > 0 ? [{ position: line.position as number, quantity: Number(now(line)) }] : []) } }); };
  return (
    <Panel title={label}>
      {open.map(line => <Quantity key={line.position} line={line} value={now(line)} wrong={wrong(line)} busy={busy} change={value => type(was => ({ ...was, [line.position]: value ?? 0 }))} />)}
      {open.length > 1 && <div className="links"><Link as="button" type="button" disabled={busy} onClick={() => type({})}>{words.shipAll}</Link><Link as="button" type="button" disabled={busy} onClick={() => type(Object.fromEntries(open.map(line => [line.position, 0])))}>{words.shipNone}</Link></div>}
      <p className="quiet" role="status" style={{ margin: "8px 0" }}>{none ? words.nothingShipped : part ? words.staysOpen : words.allShipped}</p>
      <FieldsForm of="order" fields={{ date: date!, description: description! }} groups={[["", ["date", "description"]]]} values={{ date: today() }} save={part ? words.shipPart : label} busy={busy} problem={problem} onSave={save} onCancel={onCancel} />
    </Panel>
  );
}

/** One line of the order: what it is, what has left already, what leaves now. */
function Quantity({ line, value, wrong, busy, change }: { line: Line; value: unknown; wrong?: "wrong-kind" | "more-than-ordered"; busy: boolean; change(value: unknown): void }) {
  const sale = useSaleWords(), words = useWords(), { number: write } = useFormats(), id = useId();
  const title = useTitle("product", line.writeIn || line.name ? undefined : line.product as string | undefined), unit = useTitle("unit", line.unit as string | undefined), Widget = widgets.number;
  const name = (line.writeIn ?? line.name ?? title ?? "…") as string;
  return (
    <div className="shipLine">
      <label htmlFor={id}><bdi>{name}</bdi><span className="quiet" style={{ display: "block" }}>{line.shipped ? sale.shippedOf(write(line.shipped as number), write(line.quantity as number)) : sale.ordered(write(line.quantity as number))}{unit ? ` ${unit}` : ""}</span></label>
      <Widget of="order" field={shipping} id={id} label="" value={value} fault={wrong && sayField(words, { field: "quantity", code: wrong, message: "", params: { expected: "number" } })} disabled={busy} sayChoice={String} change={change} />
    </div>
  );
}
const shipping = number("Quantity", { min: 0, decimals: 5 }) as Field;
