import { DefaultButton, PrimaryButton } from "@fluentui/react/lib/Button";
import { Link } from "@fluentui/react/lib/Link";
import { useRef, useState } from "react";
import { verbOf } from "../../model/common.ts";
import type { Fields } from "../../model/field.ts";
import { may } from "../../model/may.ts";
import type { Problem } from "../../model/problem.ts";
import { titleOf, type AnyRecord, type AnyRow } from "../../model/record.ts";
import type { RecordName } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { FieldsForm } from "../form/FieldsForm.tsx";
import { useLanguage } from "../language.ts";
import { Panel } from "../record/Panel.tsx";
import { alikeOf, answerFor, firstChoice } from "../record/qualifying.ts";
import { buttonOf } from "../record/Verbs.tsx";
import { useWords } from "../record/words.ts";
import { useWords as usePaneWords } from "../speech.ts";
import { each, verbsForAll } from "./bulk.ts";
import { useListWords } from "./words.ts";

/** What every record that belongs to somebody hears, many at once too. */
const common = ["assign", "share"];
type Did = { what: string; done: number; commits: string[]; refused: Map<string, Problem>; undone?: { done: number; left: number } };

/** What can be done with the selected records; each goes through on its own, and all that went through can be taken back. */
export function Bulk({ type, rows, onDone }: { type: AnyRecord; rows: AnyRow[]; onDone(refused: string[]): void }) {
  const { api, me, announce } = useDoors(), words = useListWords(), paneWords = useWords(), { problems } = usePaneWords(), { say } = useLanguage();
  const [open, setOpen] = useState<string>(), [far, setFar] = useState<number>(), [did, setDid] = useState<Did>(), stopped = useRef(false);
  const name = type.name as RecordName, verbs = [...verbsForAll(type, rows, me), ...rows.length && !type.shared ? common.filter(verb => rows.every(row => may(me, verb, type, row))) : []];
  const label = (verb: string) => say(buttonOf(type, verb), `${type.name}.${verb}`);
  const asked = (verb: string): Fields => verbOf(type, verb)!.asks ?? {};
  const run = async (verb: string, answers: Record<string, unknown>) => {
    setOpen(undefined); setDid(undefined); stopped.current = false;
    const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
    const { commits, refused } = await each(rows, async row => api.act(name, row, verb, ownQuestions(verb) ? await qualifyAnswers(row) : given), n => { setFar(n); return !stopped.current; });
    setFar(undefined);
    setDid({ what: label(verb), done: commits.length, commits, refused });
    announce(words.done(label(verb), commits.length));
    onDone([...refused.keys()]);
  };
  const undo = async () => {
    let left = 0;
    for (const [n, commit] of [...did!.commits].reverse().entries()) { setFar(n); await api.undo(commit).catch(() => { left++; }); }
    setFar(undefined);
    setDid({ ...did!, commits: [], undone: { done: did!.commits.length - left, left } });
    onDone([]);
  };
  const ownQuestions = (verb: string) => name === "lead" && verb === "qualify";
  const qualifyAnswers = async (row: AnyRow) => { const alike = await alikeOf(api, row); return { ...answerFor("account", firstChoice(row, alike, "account")), ...answerFor("contact", firstChoice(row, alike, "contact")) }; };
  const start = (verb: string) => { if (Object.keys(asked(verb)).length) setOpen(verb); else void run(verb, {}); };
  return (
    <div className="bulk">
      {did && <div className="truth"><span>{did.undone ? words.undone(did.undone.done) : words.done(did.what, did.done)}</span>{did.commits.length > 0 && far === undefined && <Link as="button" type="button" onClick={() => void undo()}>{paneWords.undo}</Link>}</div>}
      {did && did.refused.size > 0 && <div className="problem" role="alert">{words.refused(did.refused.size)}<ul>{rows.filter(row => did.refused.has(row.id)).slice(0, 5).map(row => <li key={row.id}>{titleOf(type, row)}: {problems[did.refused.get(row.id)!.code]}</li>)}</ul></div>}
      {did?.undone && did.undone.left > 0 && <p className="problem" role="alert">{words.notUndone(did.undone.left)}</p>}
      {open ? <Panel title={words.verb(label(open), rows.length)}>{ownQuestions(open) ? <><p>{words.eachOwn}</p><div className="stay"><PrimaryButton text={words.verb(label(open), rows.length)} onClick={() => void run(open, {})} /><DefaultButton text={paneWords.cancel} onClick={() => setOpen(undefined)} /></div></>
        : <FieldsForm of={type.name} fields={asked(open)} groups={[["", Object.keys(asked(open))]]} save={words.verb(label(open), rows.length)} onSave={answers => void run(open, answers)} onCancel={() => setOpen(undefined)} />}</Panel>
        : far !== undefined ? <div className="bar" role="status"><span>{words.working(far + 1, rows.length)}</span><Link as="button" type="button" onClick={() => { stopped.current = true; }}>{words.stopWork}</Link></div>
        : <div className="bar">{rows.length ? <><span className="quiet">{words.selected(rows.length)}</span>{verbs.map(verb => <DefaultButton key={verb} text={label(verb)} onClick={() => start(verb)} />)}</> : <span className="quiet">{words.none}</span>}</div>}
    </div>
  );
}
