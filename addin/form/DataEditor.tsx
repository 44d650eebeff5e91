import { TextField } from "@fluentui/react/lib/TextField";
import { lazy, Suspense, useState } from "react";
import type { WidgetProps } from "./widget.ts";

const WayEditor = lazy(() => import("../design/WayEditor.tsx"));
/** The types whose values of their own shape have designers. */
export const designed = ["rule", "process", "automation", "dialog", "scoring"];

/** A value of its own shape: in its designer where it has one, else written out. */
export const DataEditor = (props: WidgetProps) => props.of && designed.includes(props.of) ? <Suspense fallback={null}><WayEditor {...props} /></Suspense> : <Written {...props} />;

/** A value of its own shape, written out. What cannot be read stays as typed, and the check says so when it is saved. */
export function Written({ field, label, value, fault, disabled, change }: WidgetProps) {
  const [typing, setTyping] = useState<string>();
  const read = (typed: string): unknown => { try { return typed.trim() ? JSON.parse(typed) as unknown : undefined; } catch { return typed; } };
  return <TextField label={label} required={field.required} multiline autoAdjustHeight resizable={false} rows={6} spellCheck={false} styles={{ field: { fontFamily: "Consolas, monospace", fontSize: 12 } }}
    value={typing ?? (typeof value === "string" || value === undefined ? value ?? "" : JSON.stringify(value, undefined, 2))} errorMessage={fault} disabled={disabled}
    onChange={(_, typed = "") => { setTyping(typed); change(read(typed)); }} onBlur={() => setTyping(undefined)} />;
}
