import { Link } from "@fluentui/react/lib/Link";
import { memo, useCallback, useMemo } from "react";
import { said } from "../../model/expression.ts";
import type { Field } from "../../model/field.ts";
import type { FieldProblem } from "../../model/problem.ts";
import type { Ruling } from "../../model/ruling.ts";
import { useLanguage } from "../language.ts";
import { useWords } from "../record/words.ts";
import { isWide, widgets } from "./widgets.tsx";

type Advice = Ruling["recommended"][number];
interface Props {
  of: string; name: string; field: Field; value: unknown;
  /** A rule wants it. */
  wanted: boolean;
  disabled?: boolean; fault?: string; wrong: readonly FieldProblem[];
  /** Its value was guessed. */
  guessed: boolean;
  advice: readonly Advice[];
  /** All that the form holds, for a field that depends on its neighbours. */
  record?: Readonly<Record<string, unknown>>;
  put(name: string, value: unknown): void;
}

/** Whether a field is drawn by what stands in others. */
export const looksAround = ({ kind, to }: Field): boolean => kind === "lines" || kind === "ref" && String(to) === "subject";

/** One field of a form with what is said of it; drawn anew only when something of its own has changed, since a letter in a long form is to cost one field. */
export const FieldBox = memo(function FieldBox({ of, name, field: declared, value, wanted, disabled, fault, wrong, guessed, advice, record, put }: Props) {
  const words = useWords(), { say, chinese } = useLanguage(), Widget = widgets[declared.kind];
  const field = useMemo(() => wanted ? { ...declared, required: true } : declared, [declared, wanted]), change = useCallback((next: unknown) => put(name, next), [put, name]);
  const sayChoice = (key: string) => say(field.choices?.[key] ?? key, `${of}.${key}`);
  return (
    <div data-field={name} className={[guessed && "suggested", isWide(field) && "wide"].filter(Boolean).join(" ") || undefined} title={guessed ? words.suggested : undefined}>
      <Widget name={name} of={of} record={record} wrong={wrong} field={field} label={say(field.label, `${of}.${name}`)} value={value} disabled={disabled} fault={fault} sayChoice={sayChoice} change={change} />
      {advice.map(one => <p key={one.rule} className="advised"><span>{one.say ? said(one.say, chinese) : words.recommended}</span> <Link as="button" type="button" onClick={() => put(name, one.value)}>{words.take(field.choices?.[String(one.value)] ? sayChoice(String(one.value)) : field.to ? undefined : String(one.value))}</Link></p>)}
      {guessed && <span className="spark"><span aria-hidden>✦ </span>{words.suggested}</span>}
    </div>
  );
});
