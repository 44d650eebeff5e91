import { Checkbox } from "@fluentui/react/lib/Checkbox";
import { Pick } from "./Pick.tsx";
import { TextField, type ITextFieldProps } from "@fluentui/react/lib/TextField";
import { useState } from "react";
import type { Field, Kind } from "../../model/field.ts";
import { useFormats } from "../format.ts";
import { useWords } from "../record/words.ts";
import { DataEditor } from "./DataEditor.tsx";
import { DayPicker } from "./DayPicker.tsx";
import { FilesEditor } from "./FilesEditor.tsx";
import { LinesEditor } from "./LinesEditor.tsx";
import { RefPicker } from "./RefPicker.tsx";
import { SaleLines } from "./SaleLines.tsx";
import { TreePicker } from "./TreePicker.tsx";
import type { Widget, WidgetProps } from "./widget.ts";

/** How each kind of value is typed or chosen; a new kind does not compile without one. */
export const widgets: Record<Kind, Widget> = {
  text: props => <Words {...props} />,
  prose: props => <Words {...props} more={{ multiline: true, rows: 3, autoAdjustHeight: true, resizable: false }} />,
  email: props => <Words {...props} more={{ type: "email", autoComplete: "off" }} />,
  phone: props => <Words {...props} more={{ type: "tel" }} />,
  link: props => <Words {...props} more={{ type: "url" }} />,
  number: props => <Figure {...props} />,
  money: props => <Figure {...props} amount />,
  flag: ({ label, value, disabled, change }) => <Checkbox label={label} checked={!!value} disabled={disabled} onChange={(_, on) => change(on ? true : undefined)} />,
  choice: props => <Choose {...props} />,
  date: props => <DayPicker {...props} />,
  moment: props => <Instant {...props} />,
  ref: props => String(props.field.to) === "subject" ? <TreePicker {...props} /> : <RefPicker {...props} />,
  refs: props => <RefPicker {...props} several />,
  lines: props => props.field.of?.hash ? <FilesEditor {...props} /> : props.field.of?.extended ? <SaleLines {...props} /> : <LinesEditor {...props} />,
  data: props => <DataEditor {...props} />,
};

function Words({ field, label, value, fault, disabled, change, more }: WidgetProps & { more?: Partial<ITextFieldProps> }) {
  return <TextField label={label} required={field.required} maxLength={field.max} value={(value as string | undefined) ?? ""} errorMessage={fault} disabled={disabled} onChange={(_, typed) => change(typed || undefined)} {...more} />;
}

/** Keeps what is being typed as it is typed, and shows it well written once the field is left. */
function Figure({ field, id, label, value, fault, disabled, change, amount }: WidgetProps & { amount?: boolean }) {
  const { amount: plain, number, read } = useFormats();
  const [typing, setTyping] = useState<string>();
  const shown = typing ?? (typeof value === "number" ? (amount ? plain : number)(value) : (value as string | undefined) ?? "");
  return <TextField id={id} label={label} required={field.required} inputMode="decimal" value={shown} errorMessage={fault} disabled={disabled} styles={{ field: { textAlign: "end", fontVariantNumeric: "tabular-nums" } }}
    onChange={(_, typed = "") => { setTyping(typed); change(read(typed)); }} onBlur={() => setTyping(undefined)} />;
}

function Choose({ field, label, value, fault, disabled, change, sayChoice }: WidgetProps) {
  const words = useWords();
  const options = Object.keys(field.choices ?? {}).map(key => ({ key, text: sayChoice(key) }));
  return <Pick label={label} required={field.required} placeholder={words.choose} options={field.required ? options : [{ key: "", text: words.none }, ...options]} selectedKey={(value as string | undefined) ?? null}
    errorMessage={fault} disabled={disabled} onChange={(_, chosen) => change(chosen?.key || undefined)} />;
}

function Instant({ field, label, value, fault, disabled, change }: WidgetProps) {
  const at = typeof value === "string" ? new Date(value) : undefined;
  const local = at && !Number.isNaN(at.getTime()) ? new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16) : "";
  return <TextField label={label} required={field.required} type="datetime-local" value={local} errorMessage={fault} disabled={disabled} onChange={(_, typed) => change(typed ? new Date(typed).toISOString() : undefined)} />;
}

/** Short values stand two in a line. */
export const isWide = ({ kind, max = 0 }: Field) => ["prose", "ref", "refs", "lines", "data", "email", "link", "flag"].includes(kind) || (kind === "text" && max > 100);
