import { useRef, useState } from "react";
import { useDeclared } from "../declared.ts";
import { useDoors } from "../doors.ts";
import { Problem } from "../../model/problem.ts";
import type { Meeting } from "../office/mailbox.ts";
import { Button, IconButton } from "../parts/Button.tsx";
import { ProblemLine } from "../parts/Problem.tsx";
import { TextButton } from "../parts/TextButton.tsx";
import { TruthLine } from "../parts/TruthLine.tsx";
import { useSay, useWords as useShellWords } from "../speech.ts";
import { sayField, useWords as useRecordWords } from "../record/words.ts";
import { useAsk, useWork } from "../use.ts";
import { askBriefing, outcomes, sendOutcome, type About, type Outcome } from "./meeting.ts";
import { useWords } from "./words.ts";

const empty: Outcome = { decided: "", tasks: [{ subject: "" }] };

/** What came of the meeting, written down once: it becomes a note, tasks and the deal's stage together, or nothing. */
export function OutcomeForm({ meeting, about, held, done }: { meeting: Meeting; about: About | undefined; held?: boolean; done(): void }) {
  const { api, item, announce } = useDoors(), words = useWords(), shell = useShellWords(), recordWords = useRecordWords(), say = useSay(), type = useDeclared()("opportunity"), work = useWork(), undoing = useWork();
  const [outcome, setOutcome] = useState(() => outcomes.get(item.key) ?? empty), [saved, setSaved] = useState<{ said: string; commit?: string }>(), key = useRef(crypto.randomUUID());
  const deal = about?.type === "opportunity" ? about : undefined, briefing = useAsk(deal && `briefing opportunity/${deal.id}`, () => askBriefing(api, `opportunity/${deal!.id}`)), record = briefing.answer?.record;
  const put = (next: Partial<Outcome>) => { const now = { ...outcome, ...next }; outcomes.set(item.key, now); setOutcome(now); setSaved(undefined); };
  const task = (n: number, next: Partial<Outcome["tasks"][number]>) => put({ tasks: outcome.tasks.map((one, at) => at === n ? { ...one, ...next } : one) });
  const tasks = outcome.tasks.flatMap(({ subject, due }) => subject.trim() ? [{ subject: subject.trim(), due: due || undefined }] : []), something = outcome.decided.trim() || tasks.length || outcome.stage && outcome.stage !== record?.stage;
  const save = () => void work.run(async () => {
    const { commit } = await sendOutcome(api, meeting, about!, { decided: outcome.decided, tasks, stage: outcome.stage }, key.current);
    key.current = crypto.randomUUID();
    outcomes.delete(item.key); setOutcome(empty);
    setSaved({ said: words.saved, commit }); announce(words.saved); done(); briefing.again();
  });
  const undo = () => void undoing.run(async () => { await api.undo(saved!.commit!); setSaved({ said: shell.undone }); announce(shell.undone); done(); briefing.again(); });
  if (!about) return <p className="quiet note">{words.noDeal}</p>;
  const stages = type?.fields.stage.choices as Record<string, string> | undefined, wrong = work.problem instanceof Problem ? work.problem.fields ?? [] : [];
  return (
    <form className="outcome" onSubmit={event => { event.preventDefault(); if (something) save(); }}>
      {held && !saved && <p className="quiet">{words.held}</p>}
      {saved && <TruthLine busy={undoing.busy} undo={saved.commit ? undo : undefined}>{saved.said}</TruthLine>}
      <label><span>{words.decided}</span><textarea className="field" rows={4} maxLength={100_000} value={outcome.decided} onChange={event => put({ decided: event.target.value })} /></label>
      <fieldset>
        <legend>{words.next}</legend>
        {outcome.tasks.map((one, n) => (
          <div className="task" key={n}>
            <input className="field" aria-label={words.task(n + 1)} placeholder={words.taskHint} maxLength={400} value={one.subject} onChange={event => task(n, { subject: event.target.value })} />
            <input className="field" type="date" aria-label={words.due(n + 1)} value={one.due ?? ""} onChange={event => task(n, { due: event.target.value || undefined })} />
            {outcome.tasks.length > 1 && <IconButton icon="Clear" name={words.remove(n + 1)} onClick={() => put({ tasks: outcome.tasks.filter((_, at) => at !== n) })} />}
          </div>
        ))}
        {outcome.tasks.length < 20 && <TextButton onClick={() => put({ tasks: [...outcome.tasks, { subject: "" }] })}>{words.addTask}</TextButton>}
      </fieldset>
      {record?.status === "open" && stages && <label><span>{words.stage}</span><select className="field" value={outcome.stage ?? record.stage ?? ""} onChange={event => put({ stage: event.target.value || undefined })}>
        {!record.stage && <option value="" />}{Object.entries(stages).map(([stage, label]) => <option key={stage} value={stage}>{say(label, `opportunity.stage.${stage}`)}</option>)}</select></label>}
      <ProblemLine problem={work.problem ?? undoing.problem} />
      {wrong.length > 0 && <ul className="alerts">{wrong.map((one, n) => <li key={n}>{[say(String((type?.fields as Record<string, { label?: string }> | undefined)?.[one.field]?.label ?? "")), sayField(recordWords, one)].filter(Boolean).join(": ")}</li>)}</ul>}
      <div className="stay"><Button primary type="submit" text={work.busy ? words.saving : words.save} disabled={work.busy || !something} /></div>
    </form>
  );
}
