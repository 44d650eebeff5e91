import { Checkbox } from "@fluentui/react/lib/Checkbox";
import { ChoiceGroup } from "@fluentui/react/lib/ChoiceGroup";
import { DefaultButton, PrimaryButton } from "@fluentui/react/lib/Button";
import { useState } from "react";
import type { Fields } from "../../model/field.ts";
import { Problem } from "../../model/problem.ts";
import { titleOf, type AnyRow, type Verb } from "../../model/record.ts";
import { recordType } from "../../model/records.ts";
import { nameOf } from "../../model/records/person.ts";
import { useDoors } from "../doors.ts";
import { RefPicker } from "../form/RefPicker.tsx";
import { useLanguage } from "../language.ts";
import { Panel } from "./Panel.tsx";
import { alikeOf, answerFor, firstChoice, type Answers, type Side } from "./qualifying.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { useAsk } from "../use.ts";
import { sayField, useWords } from "./words.ts";

/** What becomes of a lead: create, use an existing one, or do without; with what will happen, worked out by the very verb that the service runs. */
export function Qualify({ row, busy, problem, onSave, onCancel }: { row: AnyRow; busy: boolean; problem?: Problem; onSave(answers: Answers): void; onCancel(): void }) {
  const { api, me } = useDoors(), words = useWords(), { say } = useLanguage();
  const { answer: data } = useAsk(`qualify ${row.id} ${row.version}`, async () => {
    const on = `lead/${row.id}`;
    const [alike, activities, notes] = await Promise.all([
      alikeOf(api, row),
      api.list("activity", { regarding: on, take: 200 }), api.list("note", { regarding: on, take: 200 }),
    ]);
    return { ...alike, activities: activities.records as AnyRow[], notes: notes.records as AnyRow[] };
  });
  const [chosen, choose] = useState<Partial<Record<Side, string>>>({}), [others, setOthers] = useState<Partial<Record<Side, string>>>({}), [deal, setDeal] = useState(true);
  const now = (side: Side) => chosen[side] ?? firstChoice(row, data, side);
  const answer = (side: Side) => answerFor(side, now(side) === "other" ? others[side] : now(side));
  const answers = { ...answer("account"), ...answer("contact"), opportunity: deal ? "create" : "skip" } as Answers;
  const { lines, refused } = preview();
  const group = (side: Side) => {
    const type = recordType(side)!, name = side === "account" ? (row.company as string | undefined) ?? nameOf(row as object) : nameOf(row as object);
    const found = (data?.[side] ?? []).slice(0, 3), linked = row[side] as string | undefined;
    return (
      <div>
        <ChoiceGroup label={say(type.label[0])} selectedKey={now(side)} disabled={busy} onChange={(_, one) => choose(was => ({ ...was, [side]: one!.key }))} options={[
          ...found.map(({ record, why }) => ({ key: record.id, text: `${words.qualify.use(record.title)} · ${words.why[why]}` })),
          ...(linked && !found.some(one => one.record.id === linked) ? [{ key: linked, text: words.qualify.use(say(type.label[0])) }] : []),
          { key: "create", text: words.qualify.create(name) }, { key: "other", text: words.qualify.other }, { key: "skip", text: words.qualify.skip },
        ]} />
        {now(side) === "other" && <RefPicker field={qualify.asks![side === "account" ? "existingAccount" : "existingContact"]!} label={words.qualify.chooseOther} value={others[side]} sayChoice={String} change={id => setOthers(was => ({ ...was, [side]: id as string | undefined }))} />}
      </div>
    );
  };

  function preview(): { lines: string[]; refused?: Problem } {
    const title = (type: string, values: object) => titleOf(recordType(type)!, values);
    try {
      const changes = qualify.then!(row as never, answers as never, { user: me.id, now: new Date().toISOString() }, { activities: data?.activities ?? [], notes: data?.notes ?? [] });
      const lines = changes.flatMap(change => change.do === "create" ? [words.qualify.makes(say(recordType(change.type)!.label[0]), title(change.type, change.values))] : []);
      for (const side of ["account", "contact"] as const) if (answers[side] === "link") {
        const known = data?.[side].find(one => one.record.id === now(side))?.record.title;
        if (known) lines.unshift(words.qualify.links(say(recordType(side)!.label[0]), known));
      }
      const moved = changes.filter(change => change.do === "update" && change.type !== "lead").length;
      return { lines: [...lines, ...(moved ? [words.qualify.moves(moved)] : []), words.qualify.closes] };
    } catch (error) {
      if (error instanceof Problem) return { lines: [], refused: error };
      throw error;
    }
  }

  return (
    <Panel title={words.qualify.title}>
      {!data && <p className="quiet" role="status">{words.qualify.looking}</p>}
      {group("account")}
      {group("contact")}
      <div style={{ marginTop: 12 }}><Checkbox label={words.qualify.deal(String(row.topic))} checked={deal} disabled={busy} onChange={(_, on) => setDeal(!!on)} /></div>
      <h3>{words.qualify.preview}</h3>
      {refused ? <p className="bad" role="alert">{refused.fields.map(one => sayField(words, one)).join(" ")}</p> : <ul className="preview">{lines.map(line => <li key={line}>{line}</li>)}</ul>}
      <ProblemLine problem={problem} />
      <div className="stay"><PrimaryButton text={busy ? words.saving : say("Qualify", "lead.qualify")} disabled={busy || !data || !!refused} onClick={() => onSave(answers)} /><DefaultButton text={words.cancel} disabled={busy} onClick={onCancel} /></div>
    </Panel>
  );
}

const qualify: Verb<any, Fields, string> = recordType("lead")!.verbs.qualify!;
