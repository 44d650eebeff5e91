import { DefaultButton, PrimaryButton } from "@fluentui/react/lib/Button";
import { ChoiceGroup } from "@fluentui/react/lib/ChoiceGroup";
import { Link } from "@fluentui/react/lib/Link";
import { useState } from "react";
import { ref, type Field } from "../../model/field.ts";
import { openChoices, type Choice } from "../../model/merge.ts";
import { titleOf, type AnyRecord, type AnyRow } from "../../model/record.ts";
import type { RecordName } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { RefPicker } from "../form/RefPicker.tsx";
import { useLanguage } from "../language.ts";
import { Cell } from "../list/cells.tsx";
import { ProblemLine } from "../parts/Problem.tsx";
import { useAsk, useWork } from "../use.ts";
import { Panel } from "./Panel.tsx";
import type { Deed } from "./Truth.tsx";
import { useWords } from "./words.ts";

/** Two records made one: which other, which of the two stays, and for each field on which they differ whose value. */
export function Merge({ type, row, onDone, onCancel }: { type: AnyRecord; row: AnyRow; onDone(deed: Deed): void; onCancel(): void }) {
  const { api } = useDoors(), words = useWords().merge, { say } = useLanguage(), name = type.name as RecordName;
  const [chosen, choose] = useState<string>();
  const { answer: alike } = useAsk(`merge ${name} ${row.id} ${row.version}`, async () => (await api.duplicates(name, described(row), row.id)).duplicates.filter(({ record }) => record.type === name));
  const { answer: other, problem } = useAsk(chosen && chosen !== row.id ? `merge with ${name}/${chosen}` : undefined, async () => await api.read(name, chosen!) as AnyRow);
  const why = useWords().why;
  return (
    <Panel title={words.title(say(type.label[0]).toLowerCase())}>
      {alike && alike.length > 0 && <><h3>{words.alike}</h3><ul className="rows">{alike.map(({ record, why: by }) => (
        <li key={record.id}><button type="button" className="row" aria-pressed={chosen === record.id} onClick={() => choose(record.id)}><span className="one"><bdi>{record.title}</bdi></span><span className="two"><span>{[record.about, why[by]].filter(Boolean).join(" · ")}</span></span></button></li>
      ))}</ul></>}
      <RefPicker field={ref("Merge into", type.name)} label={alike?.length ? words.another : words.which} value={chosen} sayChoice={String} change={id => choose(id as string | undefined)} />
      {chosen === row.id && <p className="fault" role="alert">{words.itself}</p>}
      <ProblemLine problem={problem} />
      {other ? <Sides key={other.id} type={type} row={row} other={other} onDone={onDone} onCancel={onCancel} /> : <div className="stay"><PrimaryButton text={words.do} disabled /><DefaultButton text={words.cancel} onClick={onCancel} /></div>}
    </Panel>
  );
}

function Sides({ type, row, other, onDone, onCancel }: { type: AnyRecord; row: AnyRow; other: AnyRow; onDone(deed: Deed): void; onCancel(): void }) {
  const { api, go } = useDoors(), all = useWords(), words = all.merge, { say } = useLanguage(), { busy, problem, run } = useWork();
  const [stays, setStays] = useState(() => row.createdAt <= other.createdAt ? row.id : other.id), [taken, setTaken] = useState<Record<string, boolean>>({});
  const winner = stays === row.id ? row : other, loser = stays === row.id ? other : row, name = type.name as RecordName;
  const choices = openChoices(type, winner, loser), differing = choices.filter(({ differs }) => differs), takes = (one: Choice) => taken[one.name] ?? !one.differs;
  const cell = (of: AnyRow, field: string) => of[field] === undefined ? all.conflict.empty : <Cell of={type.name} field={type.fields[field] as Field} value={of[field]} row={of} />;
  const merge = () => void run(async () => {
    const { commit, records } = await api.act(name, loser, "mergeInto", { into: winner.id, take: choices.filter(takes).map(one => one.name) });
    const moved = records.filter(one => one.id !== winner.id && one.id !== loser.id).length;
    onDone({ said: words.done(titleOf(type, winner), moved), commit, more: winner.id === row.id ? undefined : <Link as="button" type="button" onClick={() => go({ at: "record", type: name, id: winner.id })}>{all.openIt(titleOf(type, winner))}</Link> });
  });
  return (
    <>
      <ChoiceGroup label={words.stays} selectedKey={stays} onChange={(_, one) => { setStays(one!.key); setTaken({}); }} options={[row, other].map((of, n) => ({ key: of.id, text: `${titleOf(type, of)} · ${n ? words.theOther : words.thisOne}` }))} />
      {differing.map(({ name: field }) => <ChoiceGroup key={`${stays} ${field}`} label={say(type.fields[field].label, `${type.name}.${field}`)} selectedKey={taken[field] ? "taken" : "kept"} onChange={(_, one) => setTaken(was => ({ ...was, [field]: one!.key === "taken" }))}
        options={([["kept", winner], ["taken", loser]] as const).map(([key, of]) => ({ key, text: String(of[field]), onRenderLabel: option => <span id={option!.labelId} className="ms-ChoiceFieldLabel" style={{ paddingInlineStart: 26, overflowWrap: "anywhere" }}>{cell(of, field)}</span> }))} />)}
      <ul className="preview">
        <li>{words.closes(titleOf(type, loser))}</li><li>{words.moves(titleOf(type, winner))}</li>
        {choices.length > differing.length && <li>{words.fills(choices.filter(({ differs }) => !differs).map(one => say(type.fields[one.name].label, `${type.name}.${one.name}`)))}</li>}
        <li>{words.undoable}</li>
      </ul>
      <ProblemLine problem={problem} />
      <div className="stay"><PrimaryButton text={busy ? all.saving : words.do} disabled={busy} onClick={merge} /><DefaultButton text={words.cancel} disabled={busy} onClick={onCancel} /></div>
    </>
  );
}

const described = (row: AnyRow) => Object.fromEntries(Object.entries(row).filter(([, value]) => typeof value === "string" && value.length <= 400 || typeof value === "number"));
