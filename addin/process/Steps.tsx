import { said } from "../../model/expression.ts";
import type { FieldProblem } from "../../model/problem.ts";
import { isDone, type ProcessStep, type Stage } from "../../model/process.ts";
import type { Field } from "../../model/field.ts";
import type { AnyRecord, AnyRow } from "../../model/record.ts";
import { useLanguage } from "../language.ts";
import { TextButton } from "../parts/TextButton.tsx";
import { sayField, useWords } from "../record/words.ts";
import { useProcessWords } from "./words.ts";

interface Props { stage: Stage; type: AnyRecord; row: AnyRow; still?: boolean; save(values: Record<string, unknown>, said: string): void; edit(field: string): void }

/** The steps of a stage: what is to be ticked off is ticked here, what is to be filled in leads to its field. */
export function Steps({ stage, type, row, still, save, edit }: Props) {
  const words = useProcessWords(), { say, chinese } = useLanguage();
  if (!stage.steps.length) return <p className="quiet">{words.noSteps}</p>;
  return <ul className="processSteps">{stage.steps.map(step => {
    const done = isDone(step, row), name = nameOf(step), flag = "task" in step || (type.fields as Record<string, Field>)[step.field]?.kind === "flag", key = "task" in step ? step.task : step.field;
    const put = (on: boolean) => save("task" in step ? { stepsDone: on ? [...ticked(row), step.task] : ticked(row).filter(one => one !== step.task) } : { [step.field]: on || null }, on ? words.ticked(name) : words.unticked(name));
    return (
      <li key={key} className={done ? "done" : undefined}>
        {flag ? <label><input type="checkbox" checked={done} disabled={still} onChange={event => put(event.target.checked)} /><span>{name}</span></label>
          : <span className="processField"><i aria-hidden="true">{done ? "✓" : ""}</i>{done || still ? <span>{name}</span> : <TextButton label={words.fill(name)} onClick={() => edit(key)}>{name}</TextButton>}<span className="unseen">{done ? words.done : words.open}</span></span>}
        {"task" in step && step.due !== undefined && !done && <span className="quiet">{words.planned(step.due)}</span>}
        {step.required && !done && <span className="badge">{words.needed}</span>}
      </li>
    );
  })}</ul>;

  function nameOf(step: ProcessStep): string { return "task" in step ? said(step.label, chinese) : say((type.fields as Record<string, Field>)[step.field]?.label ?? step.field, `${type.name}.${step.field}`); }
}
const ticked = (row: AnyRow) => (row.stepsDone ?? []) as string[];

/** What a refused move still lacks, each with the way to it. */
export function Missing({ problems, type, edit }: { problems: readonly FieldProblem[]; type: AnyRecord; edit(field: string): void }) {
  const words = useProcessWords(), other = useWords(), { say } = useLanguage();
  if (!problems.length) return null;
  const field = (name: string) => (type.fields as Record<string, Field>)[name];
  return (
    <div className="processMissing" role="alert">
      <p>{words.missing}</p>
      <ul>{problems.map((one, n) => <li key={n}>{field(one.field) && one.field !== "stepsDone" ? <TextButton label={words.fill(say(field(one.field)!.label, `${type.name}.${one.field}`))} onClick={() => edit(one.field)}>{say(field(one.field)!.label, `${type.name}.${one.field}`)}</TextButton> : sayField(other, one)}</li>)}</ul>
    </div>
  );
}
