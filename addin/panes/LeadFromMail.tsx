import { DefaultButton, PrimaryButton } from "@fluentui/react/lib/Button";
import { TextField } from "@fluentui/react/lib/TextField";
import { useEffect, useId, useRef, useState } from "react";
import { safeParse } from "zod/mini";
import { said, type Say } from "../../model/expression.ts";
import { shape } from "../../model/field.ts";
import { fieldProblems, Problem, type FieldProblem } from "../../model/problem.ts";
import type { AnyRecord } from "../../model/record.ts";
import { lead } from "../../model/records/lead.ts";
import type { RecordName } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { useLanguage } from "../language.ts";
import { mailOf } from "../belongs.ts";
import { useLog, useReading } from "../message.ts";
import { usePane, type Draft } from "../pane.ts";
import { Pick } from "../form/Pick.tsx";
import { Origin, OriginMark } from "../lead/Origin.tsx";
import { MailText } from "../parts/MailText.tsx";
import { ProblemLine } from "../parts/Problem.tsx";
import { RecordLine } from "../parts/RecordLine.tsx";
import { Section } from "../parts/Section.tsx";
import { Skeleton } from "../parts/Skeleton.tsx";
import { Spark } from "../parts/Suggested.tsx";
import { TextButton } from "../parts/TextButton.tsx";
import { leadFields, rarely, type LeadField, type Reading } from "../reading.ts";
import { useAlike } from "../record/useAlike.ts";
import { useSay, useWords } from "../speech.ts";
import { useWork } from "../use.ts";
import { useRuling } from "../ways.ts";

/** A lead out of the message: every value is a suggestion until the rep saves, and nothing is stored before. */
export default function LeadFromMail({ address }: { address: string }) {
  const { item } = useDoors();
  const words = useWords();
  const reading = useReading(item, address);
  if (reading.waiting || reading.unfinished) return <div className="page"><h1>{words.leadTitle}</h1><p className="quiet" role="status">{words.reading}</p><Skeleton lines={6} /></div>;
  return <LeadForm key={item.key + address} address={address} reading={reading.answer ?? { text: "", fields: {} }} noText={reading.body.problem !== undefined || reading.problem !== undefined} />;
}

function LeadForm({ address, reading, noText }: { address: string; reading: Reading; noText: boolean }) {
  const doors = useDoors(), pane = usePane(), words = useWords(), say = useSay(), { chinese } = useLanguage();
  const { api, mailbox, announce, back, go } = doors;
  const [item] = useState(doors.item); // the message that the form was opened on, whatever Outlook shows by now
  const { log, mark } = useLog(item);
  const form = useId(), box = useRef<HTMLFormElement>(null), key = useRef<string>(crypto.randomUUID());
  const draftKey = `${item.key} ${address}`;
  const [draft, setDraft] = useState<Draft>(() => pane.drafts.get(draftKey) ?? { values: Object.fromEntries(Object.entries(reading.fields).map(([field, { value }]) => [field, value])), touched: [] });
  const [shown, setShown] = useState(false), [on, setOn] = useState<string>(), [asked, setAsked] = useState<LeadField>();
  const [wrong, setWrong] = useState<FieldProblem[]>([]);
  const work = useWork(), rule = useRuling(lead as unknown as AnyRecord);
  const values = valuesOf(draft), ruled = rule?.(values);
  const { found: duplicates, held, hold } = useAlike("lead", values);
  useEffect(() => { if (held) box.current?.querySelector<HTMLElement>(".duplicates button")?.focus(); }, [held]);

  const change = (field: LeadField, value: string) => {
    const next = { values: { ...draft.values, [field]: value }, touched: [...new Set([...draft.touched, field])] };
    pane.drafts.set(draftKey, next);
    key.current = crypto.randomUUID();
    setDraft(next);
    setWrong(wrong.filter(one => one.field !== field));
  };
  const complain = (problems: FieldProblem[]) => {
    setWrong(problems);
    box.current?.querySelector<HTMLElement>(`#${CSS.escape(form + problems[0]?.field)}`)?.focus();
  };
  const save = () => void work.run(async () => {
    const checked = safeParse(shape(lead.fields), values);
    const faults = [...checked.success ? [] : fieldProblems(checked.error.issues, values), ...ruled?.problems ?? []];
    if (faults.length) return complain(faults.filter((one, n) => faults.findIndex(({ field }) => field === one.field) === n));
    if (await hold(values)) return;
    try {
      const { bare: _, ...mail } = await mailOf(mailbox, item), { commit } = await api.leadFromMail(mail, values as never, key.current);
      pane.drafts.delete(draftKey);
      pane.told.set(item.key, { words: words.leadCreated, commit });
      mark(true, words.loggedMark([values.firstName, values.lastName].filter(Boolean).join(" ")));
      announce(words.leadCreated);
      back();
    } catch (error) {
      if (error instanceof Problem && error.code === "queued") { pane.drafts.delete(draftKey); pane.told.delete(item.key); announce(words.keptForLater); return back(); }
      if (error instanceof Problem && error.code === "invalid" && error.fields.length) return complain(error.fields);
      throw error;
    }
  });
  const use = (record: Parameters<typeof log>[0][number]) => void work.run(async () => { await log([record]); pane.drafts.delete(draftKey); back(); });
  const complaint = (field: string) => { const of = wrong.find(one => one.field === field); return of && (of.params?.say ? said(of.params.say as Say, chinese) : words.fieldWrong[of.code] ?? words.fieldWrong.other); };
  const marks = Object.entries(reading.fields).flatMap(([field, found]) => found.words ? [{ field, label: say(label(field as LeadField)), ...found.words }] : []);

  return (
    <form className="page leadForm" ref={box} noValidate onSubmit={event => { event.preventDefault(); save(); }}>
      <h1>{words.leadTitle}</h1>
      <p className="hintLine"><Spark /> <span className="grow">{noText ? words.readFailed : words.fromSignature}</span>
        {marks.length > 0 && <TextButton expanded={shown} onClick={() => setShown(!shown)}>{shown ? words.hideWords : words.showWords}</TextButton>}</p>
      {shown && <Section title={words.inTheMessage}><MailText text={reading.text} words={marks} on={on} /></Section>}
      {duplicates.length > 0 && (
        <section className="duplicates" role="status">
          <h2>{words.duplicates}</h2>
          {held && <p className="quiet">{words.heldBack}</p>}
          {duplicates.slice(0, 3).map(({ record, why }) => (
            <RecordLine key={record.id} record={record} hint={<span className="part">{words.sameBy[why]}</span>} open={() => go({ at: "record", type: record.type as RecordName, id: record.id })}
              end={<TextButton label={`${words.useExisting}: ${record.title}`} onClick={() => use(record)}>{words.useExisting}</TextButton>} />
          ))}
        </section>
      )}
      <div className="fields">
        {leadFields.filter(field => !rarely.includes(field) || draft.values[field] !== undefined || wrong.some(one => one.field === field)).map(field => {
          const id = form + field, value = draft.values[field] ?? "", found = reading.fields[field], suggested = value !== "" && found?.value === value && found.from !== "default" && !draft.touched.includes(field);
          const { max, choices, ...declared } = lead.fields[field] as { required: boolean; max?: number; choices?: Record<string, string> }, required = declared.required || ruled?.required.has(field);
          return (
            <div key={field} className={`field ${field}${suggested ? " isSuggested" : ""}`} onFocus={() => setOn(field)}>
              <div className="labelLine">
                <label htmlFor={id} id={`${id}-label`}>{say(label(field), `lead.${field}`)}{required && <span aria-hidden="true" className="needed"> *</span>}</label>
                {suggested && <OriginMark found={found} open={asked === field} describedBy={`${id}-label`} onClick={() => setAsked(asked === field ? undefined : field)} />}
                {suggested && <span id={`${id}-guess`} hidden>{words.suggestionMark}</span>}
              </div>
              {choices ? <Pick id={id} ariaLabel={say(label(field), `lead.${field}`)} selectedKey={value || null} options={Object.entries(choices).map(([key, text]) => ({ key, text: say(text) }))} onChange={(_, option) => change(field, String(option?.key ?? ""))} errorMessage={complaint(field)} aria-required={required} />
                : <TextField id={id} value={value} aria-describedby={suggested ? `${id}-guess` : undefined} aria-required={required} maxLength={max} multiline={field === "description"} rows={4} resizable={false} type={types[field] ?? "text"}
                  onChange={(_, next) => change(field, next ?? "")} errorMessage={complaint(field)} autoComplete="off" />}
              {suggested && asked === field && <Origin found={found} field={field} label={say(label(field), `lead.${field}`)} text={reading.text} />}
            </div>
          );
        })}
      </div>
      <div className="foot">
        {wrong.length > 0 && <p className="error" role="alert">{words.needsOne(wrong.length)}</p>}
        {work.problem?.code === "changed-item" ? <p className="problem" role="alert">{words.changedItem}</p> : <ProblemLine problem={work.problem} again={save} signIn={() => void work.run(pane.signIn)} />}
        <PrimaryButton type="submit" text={work.busy ? words.saving : held ? words.saveAnyway : words.saveLead} aria-busy={work.busy || undefined} />
        <DefaultButton text={words.cancel} onClick={() => { pane.drafts.delete(draftKey); back(); }} />
      </div>
    </form>
  );
}

/** What a touch keyboard should offer. */
const types: Partial<Record<LeadField, string>> = { email: "email", phone: "tel", mobile: "tel", website: "url" };
const label = (field: LeadField): string => lead.fields[field].label;
const valuesOf = ({ values }: Draft): Record<string, string> => Object.fromEntries(Object.entries(values).map(([field, value]) => [field, value.trim()]).filter(([, value]) => value));
