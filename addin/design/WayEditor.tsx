import { Link } from "@fluentui/react/lib/Link";
import { useEffect } from "react";
import { safeParse } from "zod/mini";
import type { Field } from "../../model/field.ts";
import { fieldProblems, type FieldProblem } from "../../model/problem.ts";
import { recordType } from "../../model/records.ts";
import { Written } from "../form/DataEditor.tsx";
import type { WidgetProps } from "../form/widget.ts";
import { sayField, useWords } from "../record/words.ts";
import "./design.css";
import { beginOf, parts } from "./grammar.ts";
import { PartEditor } from "./PartEditor.tsx";
import { namesGiven } from "../../model/strays.ts";
import { useTerms } from "./terms.ts";

/** The form in which a field of a rule, a process, a dialog or an automation is written, with what is wrong as it is made. */
export default function WayEditor(props: WidgetProps) {
  const { of = "", name = "", field, label, value, fault, record = {}, change } = props, words = useWords(), type = recordType(of)!;
  const part = parts[of]?.[name];
  const empty = value === undefined, begin = () => change(name === "when" ? { all: [] } : beginOf(part!));
  useEffect(() => { if (part && empty && field.required) begin(); }); // what is needed stands there to be filled
  if (!part) return <Written {...props} />;
  if (empty) return <Link as="button" type="button" onClick={begin}>+ {label}</Link>;
  return (
    <div className="way" role="group" aria-label={label}>
      <PartEditor part={part} value={value} scope={{ type: typeof record.on === "string" ? recordType(record.on) : undefined, ...of === "dialog" && { answers: namesGiven(record) } }} label={label} change={change} />
      {!field.required && <Link as="button" type="button" className="quiet" aria-label={words.removeNamed(label)} onClick={() => change(undefined)}>{words.clear}</Link>}
      <Wrong found={wrongIn(type.proves, field, name, value, record)} />
      {fault && <p className="fault" role="alert">{fault}</p>}
    </div>
  );
}

/** What the check of the field says, else what names mean nothing. */
function wrongIn(proves: ((values: never, find: typeof recordType) => FieldProblem[]) | undefined, field: Field, name: string, value: unknown, record: object): FieldProblem[] {
  const { success, error } = safeParse(field.check, value);
  if (!success) return fieldProblems(error.issues, value as object);
  try { return proves?.({ ...record, [name]: value } as never, recordType).filter(one => one.field === name).map(one => ({ ...one, field: "" })) ?? []; }
  catch { return []; } // another part of it is not finished yet
}

function Wrong({ found }: { found: readonly FieldProblem[] }) {
  const words = useWords(), term = useTerms();
  if (!found.length) return null;
  const place = (path: string) => path.split(".").filter(Boolean).map(step => /^\d+$/.test(step) ? String(Number(step) + 1) : term(step)).join(" › ");
  return <ul className="wrong" role="status">{found.slice(0, 8).map((one, n) => <li key={n}>{[place(one.field), sayField(words, one)].filter(Boolean).join(": ")}</li>)}</ul>;
}
