import { DefaultButton, PrimaryButton } from "@fluentui/react/lib/Button";
import { Link } from "@fluentui/react/lib/Link";
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import type { Fields } from "../../model/field.ts";
import type { FieldProblem, Problem } from "../../model/problem.ts";
import type { AnyRecord } from "../../model/record.ts";
import type { Ruling } from "../../model/ruling.ts";
import { useLanguage } from "../language.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { sayField, useWords } from "../record/words.ts";
import { wrongIn } from "./check.ts";
import { FieldBox, looksAround } from "./FieldBox.tsx";

type Values = Record<string, unknown>;
interface Props {
  /** Whose words the fields speak, for the words that differ by record type. */
  of: string;
  fields: Fields;
  /** Headings and the fields below each; a heading of "" is not drawn. Groups after the first are folded while they are empty. */
  groups: readonly (readonly [group: string, names: readonly string[]])[];
  values?: Values;
  anyOf?: AnyRecord["anyOf"];
  /** What the company's rules say of the values as they stand. */
  rule?: (values: Values) => Ruling;
  /** Values that were guessed: each is marked until the rep changes it. */
  suggested?: readonly string[];
  /** The field to begin with. */
  focus?: string;
  save: string;
  busy?: boolean;
  problem?: Problem;
  onSave(values: Values): void;
  onCancel?(): void;
  onChange?(values: Values): void;
  children?: ReactNode;
}

const bare = { border: 0, padding: 0, margin: 0, minWidth: 0 };
const rootOf = (path: string) => path.split(".")[0]!, none: readonly never[] = [];
/** The same nothing each time, so that a field with nothing is the same field. */
const some = <T,>(of: readonly T[]): readonly T[] => of.length ? of : none;

/** A form made from declared fields. It checks before it saves, names every wrong field at once, and puts the focus on the first. */
export function FieldsForm({ of, fields, groups, values: given = {}, anyOf, rule, suggested = [], focus, save, busy, problem, onSave, onCancel, onChange, children }: Props) {
  const words = useWords(), { say } = useLanguage();
  const [values, setValues] = useState<Values>(given), [open, setOpen] = useState<string[]>([]), [touched, setTouched] = useState<string[]>([]);
  const [wrong, setWrong] = useState<readonly FieldProblem[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const ruled = useMemo(() => rule?.(values), [rule, values]), shown: Values = ruled ? { ...values, ...Object.fromEntries(Object.entries(ruled.values).map(([name, value]) => [name, value ?? undefined])) } : values;
  /** What a rule refuses is said while it is typed; what it wants, when it is saved. */
  const refused = ruled?.problems.filter(one => one.code === "refused") ?? [];
  useEffect(() => { setWrong(problem?.fields ?? []); }, [problem]);
  const wrongNames = wrong.map(one => rootOf(one.field));
  const first = groups.flatMap(([, names]) => names).find(name => wrongNames.includes(name));
  useEffect(() => {
    if (!first) return;
    form.current?.querySelector<HTMLElement>(`[data-field="${first}"]`)?.querySelector<HTMLElement>("input, textarea, [role=combobox], button")?.focus();
  }, [wrong, first]);
  useEffect(() => { if (focus) { const box = form.current?.querySelector<HTMLElement>(`[data-field="${focus}"]`); box?.scrollIntoView?.({ block: "center" }); box?.querySelector<HTMLElement>("input, textarea, [role=combobox], button")?.focus(); } }, [focus]);
  const usable = (name: string) => fields[name] && !fields[name]!.computed && !ruled?.hidden.has(name);
  const hasNoPlace = ({ field }: FieldProblem) => !usable(rootOf(field)) || !groups.some(([, names]) => names.includes(rootOf(field)));
  const unseen = (one: FieldProblem) => [fields[rootOf(one.field)] && say(fields[rootOf(one.field)]!.label, `${of}.${rootOf(one.field)}`), sayField(words, one)].filter(Boolean).join(" – ");
  const isOpen = (group: string, names: readonly string[], n: number) => n === 0 || open.includes(group) || names.some(name => name === focus || given[name] !== undefined || wrongNames.includes(name) || fields[name]?.required || ruled?.required.has(name) || ruled?.values[name]);
  const now = useRef({ values, onChange });
  now.current.onChange = onChange;
  const put = useCallback((name: string, value: unknown) => { // of what stands there now, also for a value that comes a moment later
    const next = now.current.values = { ...now.current.values, [name]: value };
    setValues(next); setTouched(was => was.includes(name) ? was : [...was, name]); setWrong(was => was.some(one => rootOf(one.field) === name) ? was.filter(one => rootOf(one.field) !== name) : was); now.current.onChange?.(next);
  }, []);
  const submit = () => {
    const used = Object.fromEntries(groups.flatMap(([, names]) => names.filter(usable).map(name => [name, fields[name]!])));
    const asked = wrongIn(used, shown, anyOf), found = [...asked, ...ruled?.problems.filter(one => !asked.some(other => other.field === one.field)) ?? []];
    setWrong(found);
    if (!found.length) onSave(values);
  };
  return (
    <form ref={form} noValidate onSubmit={event => { event.preventDefault(); submit(); }}>
      {groups.map(([group, names], n) => {
        const drawn = names.filter(usable);
        if (!drawn.length) return null;
        if (!isOpen(group, names, n)) return <fieldset key={group} role="none" style={bare}><Link as="button" type="button" aria-expanded={false} style={{ minHeight: 32, marginTop: 4 }} onClick={() => setOpen(was => [...was, group])}>+ {say(group)}</Link></fieldset>;
        return (
          <fieldset key={group} style={bare}>
            {group && !(drawn.length === 1 && fields[drawn[0]!]!.kind === "lines") && <legend style={{ padding: 0, width: "100%" }}><h2 className="group">{say(group)}</h2></legend>}
            <div className="fields">{drawn.map(name => {
              const field = fields[name]!, fault = wrong.find(one => rootOf(one.field) === name) ?? refused.find(one => one.field === name && touched.length > 0);
              return <FieldBox key={name} of={of} name={name} field={field} value={shown[name]} record={looksAround(field) ? shown : undefined} put={put} disabled={(busy || ruled?.locked.has(name)) ?? false} wanted={ruled?.required.has(name) ?? false} fault={fault && sayField(words, fault)}
                wrong={some(wrong.filter(one => one.field.startsWith(`${name}.`)))} guessed={suggested.includes(name) && !touched.includes(name) && values[name] !== undefined} advice={some(ruled?.recommended.filter(one => one.field === name) ?? none)} />;
            })}</div>
          </fieldset>
        );
      })}
      {children}
      <div className="stay">
        {wrong.length > 0 && <p className="problem" role="alert">{words.wrongFields(wrong.length)}{wrong.filter(hasNoPlace).map(one => `: ${unseen(one)}`)}</p>}
        {wrong.length === 0 && refused.filter(hasNoPlace).map(one => <p key={one.message} className="problem" role="alert">{unseen(one)}</p>)}
        {!problem?.fields.length && <ProblemLine problem={problem} />}
        <PrimaryButton type="submit" text={busy ? words.saving : save} aria-busy={busy || undefined} disabled={busy} />
        {onCancel && <DefaultButton text={words.cancel} onClick={onCancel} disabled={busy} />}
      </div>
    </form>
  );
}
