import { useEffect, useId, useRef, useState } from "react";
import { Problem } from "../../model/problem.ts";
import { create } from "../../model/change.ts";
import { fold } from "../../model/fold.ts";
import { literature } from "../../model/records/literature.ts";
import { subject as branch } from "../../model/records/subject.ts";
import { branchesOf } from "../../model/tree.ts";
import { recordType } from "../../model/records.ts";
import type { Enclosed } from "../api.ts";
import { useDoors } from "../doors.ts";
import { Button } from "../parts/Button.tsx";
import { ProblemLine } from "../parts/Problem.tsx";
import { useSay } from "../speech.ts";
import { useTree } from "../tree.ts";
import { useWork } from "../use.ts";
import { sayField, useWords as useRecordWords } from "../record/words.ts";
import { filesIn, titleIn } from "./upload.ts";
import { useWords } from "./words.ts";

type Added = (said: string, commit: string) => void;

/** Where files are dropped or chosen; each is on its way at once, while one says what it is. */
export function Adding({ added }: { added: Added }) {
  const words = useWords(), input = useRef<HTMLInputElement>(null), [over, setOver] = useState(false), [coming, setComing] = useState<{ n: number; file: File }[]>([]), count = useRef(0);
  const take = (files: File[]) => setComing(was => [...was, ...files.map(file => ({ n: count.current++, file }))]);
  const leave = (n: number) => setComing(was => was.filter(one => one.n !== n));
  return (
    <>
      <div className={over ? "drop over" : "drop"} onDragOver={event => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={event => { event.preventDefault(); setOver(false); take(filesIn(event.dataTransfer.files)); }}>
        <span>{words.drop}</span><Button text={words.choose} onClick={() => input.current?.click()} />
        <input ref={input} type="file" multiple hidden aria-label={words.choose} onChange={event => { take(filesIn(event.target.files)); event.target.value = ""; }} />
      </div>
      {coming.map(({ n, file }) => <Coming key={n} file={file} leave={() => leave(n)} added={(said, commit) => { leave(n); added(said, commit); }} />)}
    </>
  );
}

/** One file on its way, and what it is to be called. */
function Coming({ file, leave, added }: { file: File; leave(): void; added: Added }) {
  const { api } = useDoors(), tree = useTree(), branches = branchesOf(tree.answer ?? []), words = useWords(), recordWords = useRecordWords(), say = useSay(), id = useId(), sending = useWork(), saving = useWork();
  const [part, setPart] = useState(0), [kept, keep] = useState<Enclosed>();
  const [values, setValues] = useState({ title: titleIn(file.name), subject: "", kind: "", forCustomers: false, expires: "" }), put = (next: Partial<typeof values>) => setValues({ ...values, ...next });
  const { run } = sending, send = () => void run(async () => { keep(await api.upload(file, setPart)); });
  // eslint-disable-next-line react-hooks/exhaustive-deps -- sent once, when it came; again on demand
  useEffect(send, []);
  const save = () => void saving.run(async () => {
    const { title, kind, forCustomers, expires } = values, said = fold(values.subject).trim(), known = branches.find(({ path }) => fold(path) === said) ?? branches.find(one => fold(one.title) === said), subject = known?.id ?? crypto.randomUUID();
    const piece = create(literature, { title, subject, forCustomers, files: [kept!], ...kind && { kind: kind as "manuals" }, ...expires && { expires } });
    const { commit } = await api.change([...known ? [] : [create(branch, { title: values.subject.trim() }, subject)], piece]);
    if (!known) tree.again();
    added(words.added(title), commit);
  });
  const wrong = (field: string) => saving.problem instanceof Problem ? saving.problem.fields?.filter(one => one.field === field).map(one => sayField(recordWords, one)).join(" ") : "";
  const kinds = Object.entries(recordType("literature")!.fields.kind.choices as Record<string, string>), percent = Math.round(part * 100);
  return (
    <form className="coming" aria-label={file.name} onSubmit={event => { event.preventDefault(); if (kept && tree.answer) save(); }}>
      <p className="quiet" role="status"><bdi>{words.sending(file.name, kept ? 100 : percent)}</bdi></p>
      {!kept && !sending.problem && <progress value={part} aria-label={words.sending(file.name, percent)} />}
      <ProblemLine problem={sending.problem} again={send} />
      <label htmlFor={`${id}t`}>{words.name}<input id={`${id}t`} className="field" required maxLength={100} value={values.title} onChange={event => put({ title: event.target.value })} /></label>{wrong("title") && <p className="error">{wrong("title")}</p>}
      <label htmlFor={`${id}s`}>{words.subject}<input id={`${id}s`} className="field" required maxLength={200} list={`${id}l`} value={values.subject} onChange={event => put({ subject: event.target.value })} /></label>{wrong("subject") && <p className="error">{wrong("subject")}</p>}
      <datalist id={`${id}l`}>{branches.map(({ id, path }) => <option key={id} value={path} />)}</datalist>
      <div className="pair">
        <label htmlFor={`${id}k`}>{words.kind}<select id={`${id}k`} className="field" value={values.kind} onChange={event => put({ kind: event.target.value })}><option value="" />{kinds.map(([kind, label]) => <option key={kind} value={kind}>{say(label, `literature.${kind}`)}</option>)}</select></label>
        <label htmlFor={`${id}e`}>{words.expires}<input id={`${id}e`} className="field" type="date" value={values.expires} onChange={event => put({ expires: event.target.value })} /></label>
      </div>
      <label className="switch"><input type="checkbox" checked={values.forCustomers} onChange={event => put({ forCustomers: event.target.checked })} /><span>{words.forCustomers}<span className="quiet"> · {words.forCustomersHint}</span></span></label>
      <ProblemLine problem={tree.problem} again={tree.again} />
      <ProblemLine problem={saving.problem && !saving.problem.fields?.length ? saving.problem : undefined} />
      <div className="actions"><Button primary type="submit" text={words.add} disabled={!kept || !tree.answer || saving.busy} /><Button text={words.cancel} onClick={leave} /></div>
    </form>
  );
}
