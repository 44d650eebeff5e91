import { ChoiceGroup } from "@fluentui/react/lib/ChoiceGroup";
import { DefaultButton, PrimaryButton } from "@fluentui/react/lib/Button";
import { useState } from "react";
import type { Field } from "../../model/field.ts";
import type { AnyRecord, AnyRow } from "../../model/record.ts";
import { useLanguage } from "../language.ts";
import { Cell } from "../list/cells.tsx";
import { Panel } from "./Panel.tsx";
import { useWords } from "./words.ts";

/** Of one's own changes those that somebody else has made differently meanwhile. */
export const clashes = (before: AnyRow, current: AnyRow, mine: Record<string, unknown>): string[] =>
  Object.keys(mine).filter(name => { const theirs = JSON.stringify(current[name] ?? null); return theirs !== JSON.stringify(before[name] ?? null) && theirs !== JSON.stringify(mine[name] ?? null); });

/** Somebody else was faster: theirs and yours for each field, and the rep chooses. */
export function Conflict({ type, before, current, mine, busy, onKeep, onCancel }: { type: AnyRecord; before: AnyRow; current: AnyRow; mine: Record<string, unknown>; busy: boolean; onKeep(values: Record<string, unknown>): void; onCancel(): void }) {
  const words = useWords(), { say } = useLanguage();
  const names = clashes(before, current, mine), [theirs, setTheirs] = useState<string[]>([]);
  const show = (name: string, of: AnyRow) => of[name] === undefined || of[name] === null ? words.conflict.empty : <Cell of={type.name} field={type.fields[name] as Field} value={of[name]} row={of} />;
  return (
    <Panel urgent title={words.conflict.title}>
      <p>{names.length ? words.conflict.about : words.conflict.none}</p>
      {names.map(name => <ChoiceGroup key={name} label={say(type.fields[name].label, `${type.name}.${name}`)} selectedKey={theirs.includes(name) ? "theirs" : "yours"} onChange={(_, chosen) => setTheirs(was => chosen!.key === "theirs" ? [...was, name] : was.filter(one => one !== name))}
        options={(["theirs", "yours"] as const).map(key => ({ key, text: words.conflict[key], onRenderLabel: option => <span id={option!.labelId} className="ms-ChoiceFieldLabel" style={{ paddingInlineStart: 26 }}>{words.conflict[key]}: {show(name, key === "theirs" ? current : { ...current, ...mine })}</span> }))} />)}
      <div className="stay"><PrimaryButton text={busy ? words.saving : words.conflict.keep} disabled={busy} onClick={() => onKeep(Object.fromEntries(Object.entries(mine).filter(([name]) => !theirs.includes(name))))} /><DefaultButton text={words.cancel} onClick={onCancel} /></div>
    </Panel>
  );
}
