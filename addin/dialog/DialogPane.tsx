import { DefaultButton, PrimaryButton } from "@fluentui/react/lib/Button";
import { Link } from "@fluentui/react/lib/Link";
import { useEffect, useRef, useState } from "react";
import { said } from "../../model/expression.ts";
import type { Field } from "../../model/field.ts";
import type { Problem } from "../../model/problem.ts";
import { splitPath } from "../../model/record.ts";
import { recordType, type RecordName } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { useLanguage } from "../language.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { sayWay } from "../process/shipped.ts";
import { useTitle } from "../reach.ts";
import { look } from "../record/look.ts";
import { Truth, type Deed } from "../record/Truth.tsx";
import { Waiting } from "../record/Waiting.tsx";
import { sayField, useWords } from "../record/words.ts";
import { useAsk, useWork } from "../use.ts";
import { Comments } from "./Comments.tsx";
import "./dialog.css";
import { begun, comment, goBack, memoryOf, placeOf, reply, stand, type SessionRow, type Stood } from "./dialogs.ts";
import { PageForm } from "./PageForm.tsx";
import { Summary } from "./Summary.tsx";
import { useDialogWords } from "./words.ts";

/** A guided conversation: a page of questions at a time, back and forth, left and taken up again, with a summary at its end. */
export default function DialogPane({ id }: { id: string }) {
  const { api, back, announce } = useDoors(), words = useDialogWords(), { chinese } = useLanguage();
  const memory = memoryOf(api, id), { answer: stood, problem: unread, again, put } = useAsk(`dialog ${id}`, () => stand(api, id, memory.secrets));
  const { busy, problem, run, clear } = useWork(), [elsewhere, setElsewhere] = useState(false), [deed, setDeed] = useState<Deed>();
  const heading = useRef<HTMLHeadingElement>(null), where = stood?.standing, at = where?.at === "page" ? placeOf(where.n, where.page.key) : where?.at;
  const first = useRef(true), now = useRef(stood), saving = useRef<Promise<unknown>>(undefined);
  now.current = stood;
  useEffect(() => { if (!at) return; if (!first.current) heading.current?.focus({ preventScroll: true }); first.current = false; heading.current?.scrollIntoView?.({ block: "nearest" }); }, [at]);
  if (!stood || !where) return <div className={look}><h1 className="unseen">{words.title}</h1>{unread ? <ProblemLine problem={unread} again={again} /> : <Waiting rows={5} />}</div>;

  const { session } = stood, freshly = (ask: () => Promise<void>) => void run(async () => {
    setElsewhere(false); setDeed(undefined);
    try { await ask(); }
    catch (error) { if ((error as Problem).code !== "stale") throw error; setElsewhere(true); again(); }
  });
  const go = (ask: () => Promise<Stood>, after?: () => void) => freshly(async () => { const next = await ask(); memory.secrets = next.secrets; after?.(); put(next); });
  const keep = (text: string) => { // the session is a newer one then: what is asked next has to know
    const kept = comment(api, id, text).then(({ session }) => { if (now.current && session.version > now.current.session.version) put(now.current = { ...now.current, session }); });
    saving.current = kept.catch(() => undefined);
    return kept;
  };
  const stop = () => freshly(async () => { await saving.current; const { commit } = await api.act("dialogSession", now.current!.session as never, "cancel"); setDeed({ said: words.stopped, commit }); again(); });
  const pageTitle = where.at === "page" ? said(where.page.title, chinese) : sayWay(session.name, chinese);
  const ofRecord = problem?.fields.filter(one => where.at !== "page" || !where.page.prompts.some(({ key }) => key === one.field)) ?? [];
  return (
    <div className={`${look} dialog`}>
      <About session={session} page={where.at === "page" ? where.n + 1 : undefined} />
      <h1 ref={heading} tabIndex={-1}>{pageTitle}</h1>
      <Truth deed={deed} onUndone={again} />
      {elsewhere && <p className="problem" role="alert">{words.elsewhere}</p>}
      {ofRecord.length > 0 ? <Refused problem={problem!} of={session} names={ofRecord.map(one => one.field)} /> : !problem?.fields.length && <ProblemLine problem={problem} again={problem?.code === "offline" ? clear : undefined} />}
      {where.at === "page" ? <>
        <PageForm key={at} standing={where} begin={begun(memory, where)} busy={busy} problem={problem} onChange={values => memory.drafts.set(at!, values)}
          onNext={values => go(() => reply(api, id, where.n, values, memory.secrets), () => memory.drafts.delete(at!))} onBack={where.back ? () => go(() => goBack(api, id, memory.secrets)) : undefined} />
        <Comments session={session} keep={keep} />
        <div className="links"><Link as="button" type="button" onClick={() => { announce(words.later); back(); }}>{words.later}</Link><Link as="button" type="button" disabled={busy} aria-label={words.stopIt(sayWay(session.name, chinese))} onClick={stop}>{words.stop}</Link></div>
      </> : <>
        <Summary session={session} />
        <div className="acts">{session.on && <OpenRecord on={session.on} />}<DefaultButton text={words.backTo} onClick={back} /></div>
      </>}
    </div>
  );
}

/** Which conversation this is, and about what. */
function About({ session: { name, on }, page }: { session: SessionRow; page?: number }) {
  const { go } = useDoors(), words = useDialogWords(), { chinese } = useLanguage(), [type = "", id] = on ? splitPath(on) : [], title = useTitle(type, id);
  return <p className="quiet about">{[page !== undefined && sayWay(name, chinese), page !== undefined && words.page(page)].filter(Boolean).join(" · ")}{id && title && <Link as="button" type="button" onClick={() => go({ at: "record", type: type as RecordName, id })}>{title}</Link>}</p>;
}

function OpenRecord({ on }: { on: string }) {
  const { go } = useDoors(), words = useDialogWords(), { say } = useLanguage(), [type, id] = splitPath(on);
  return <PrimaryButton text={words.open(say(recordType(type)!.label[0]).toLowerCase())} onClick={() => go({ at: "record", type: type as RecordName, id })} />;
}

/** What stands in the way on the record itself, each with the way to it. */
function Refused({ problem, of: { on }, names }: { problem: Problem; of: SessionRow; names: readonly string[] }) {
  const { go } = useDoors(), words = useDialogWords(), fieldWords = useWords(), { say } = useLanguage(), [type = "", id] = on ? splitPath(on) : [];
  const fields = (recordType(type)?.fields ?? {}) as Record<string, Field>;
  return (
    <div className="problem" role="alert"><div>
      <p>{words.record}</p>
      <ul>{problem.fields.filter(one => names.includes(one.field)).map((one, n) => <li key={n}>{fields[one.field] && id ? <Link as="button" type="button" onClick={() => go({ at: "record", type: type as RecordName, id, edit: one.field })}>{say(fields[one.field]!.label, `${type}.${one.field}`)}</Link> : null} {sayField(fieldWords, one)}</li>)}</ul>
    </div></div>
  );
}
