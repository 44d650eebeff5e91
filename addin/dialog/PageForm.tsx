import { DefaultButton, PrimaryButton } from "@fluentui/react/lib/Button";
import { useEffect, useRef, useState } from "react";
import { wrongIn, type Standing } from "../../model/dialog.ts";
import type { Plain } from "../../model/expression.ts";
import type { FieldProblem, Problem } from "../../model/problem.ts";
import { sayField, useWords } from "../record/words.ts";
import { PromptField } from "./PromptField.tsx";
import { useDialogWords } from "./words.ts";

interface Props { standing: Pick<Extract<Standing, { at: "page" }>, "page">; begin: Plain; busy: boolean; problem?: Problem; onChange(values: Plain): void; onNext(values: Plain): void; onBack?(): void }

/** One page of questions. Wrong answers are named before the service is asked, all at once, and the focus goes to the first. */
export function PageForm({ standing: { page: { prompts } }, begin, busy, problem, onChange, onNext, onBack }: Props) {
  const words = useDialogWords(), fieldWords = useWords();
  const [values, setValues] = useState(begin), [wrong, setWrong] = useState<readonly FieldProblem[]>([]), form = useRef<HTMLFormElement>(null);
  useEffect(() => { setWrong(problem?.fields.filter(one => prompts.some(({ key }) => key === one.field)) ?? []); }, [problem, prompts]);
  const first = wrong[0]?.field;
  useEffect(() => { if (first) form.current?.querySelector<HTMLElement>(`[data-prompt="${first}"]`)?.querySelector<HTMLElement>("input, textarea, [role=combobox]")?.focus(); }, [first, wrong]);
  const put = (key: string, value: unknown) => { const next = { ...values, [key]: value }; setValues(next); setWrong(was => was.filter(one => one.field !== key)); onChange(next); };
  const submit = () => {
    const found = prompts.flatMap(one => wrongIn(one, values[one.key]));
    setWrong(found);
    if (!found.length) onNext(values);
  };
  const faultOf = (key: string) => { const found = wrong.find(one => one.field === key); return found && sayField(fieldWords, found); };
  return (
    <form ref={form} noValidate onSubmit={event => { event.preventDefault(); submit(); }}>
      {wrong.length > 0 && <p className="problem" role="alert">{words.needed(wrong.length)}</p>}
      <div className="prompts">{prompts.map(one => <PromptField key={one.key} prompt={one} value={values[one.key]} fault={faultOf(one.key)} disabled={busy} change={value => put(one.key, value)} />)}</div>
      <div className="stay">
        <PrimaryButton type="submit" text={words.next} aria-busy={busy} disabled={busy} />
        {onBack && <DefaultButton text={words.back} disabled={busy} onClick={onBack} />}
      </div>
    </form>
  );
}
