import { Link } from "@fluentui/react/lib/Link";
import { DefaultButton, PrimaryButton } from "@fluentui/react/lib/Button";
import { useState } from "react";
import { said } from "../../model/expression.ts";
import type { Fields } from "../../model/field.ts";
import { Problem } from "../../model/problem.ts";
import { splitPath, type AnyRow } from "../../model/record.ts";
import { recordType, type RecordName } from "../../model/records.ts";
import { approval } from "../../model/records/approval.ts";
import { useDoors } from "../doors.ts";
import { FieldsForm } from "../form/FieldsForm.tsx";
import { useFormats } from "../format.ts";
import { useLanguage } from "../language.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { Amount } from "../list/Amount.tsx";
import { useAsk, useWork } from "../use.ts";
import { useWays } from "../ways.ts";
import { useNames } from "./names.ts";
import { useProcessWords } from "./words.ts";

type Verb = "allow" | "refuse" | "delegate" | "withdraw";
/** What each act asks of a person; which version was seen, the card itself knows. */
const asks = Object.fromEntries(Object.entries(approval.verbs).map(([verb, { asks = {} }]) => [verb, Object.fromEntries(Object.entries(asks as Fields).filter(([name]) => name !== "seen"))])) as Record<Verb, Fields>;
/** Whose acts these are. */
const actsOf = (row: AnyRow, me: string): Verb[] => row.status !== "pending" ? [] : (row.approvers as string[]).includes(me) ? ["allow", "refuse", "delegate"] : row.asker === me ? ["withdraw"] : [];

/** Something that waits for somebody's word: what, for whom, why, since when, and for whoever may decide, the way to do so; `on` is the record where it is at hand. */
export function ApprovalCard({ row, on, link, onDone }: { row: AnyRow; on?: AnyRow; link?: boolean; onDone(said: string, commit?: string): void }) {
  const { api, me, go } = useDoors(), words = useProcessWords(), { say, chinese } = useLanguage(), { moment } = useFormats(), ways = useWays();
  const [open, setOpen] = useState<Verb>(), [seen, setSeen] = useState<number>(), { busy, problem, run, clear } = useWork();
  const [type, id] = splitPath(String(row.on)), asked = useNames([String(row.asker)]), waiting = useNames((row.approvers ?? []) as string[]);
  const effect = ways?.rules?.find(rule => rule.id === row.rule)?.then.find(one => one.do === "approve"), why = effect?.do === "approve" && effect.say ? said(effect.say, chinese) : row.why as string | undefined;
  const { answer: target } = useAsk(on ? undefined : `approval of ${String(row.on)}`, async () => await api.read(type as RecordName, id) as unknown as AnyRow), about: Record<string, unknown> = { ...on ?? target, ...row.answers as object }, amount = about.actualValue ?? about.estimatedValue ?? about.total;
  const label = say(String(recordType(type)?.buttons[String(row.verb)] ?? row.verb), `${type}.${row.verb}`), mine = actsOf(row, me.id);
  const names: Record<Verb, string> = { allow: words.approve, refuse: words.refuse, delegate: words.delegate, withdraw: words.withdraw }, done: Record<Verb, string> = { allow: words.approved, refuse: words.refused, delegate: words.delegated, withdraw: words.withdrawn };
  const act = (verb: Verb, answers: Record<string, unknown>) => void run(async () => {
    try { const { commit } = await api.act("approval", row, verb, { ...answers, ...verb === "allow" && seen !== undefined && { seen } }); setOpen(undefined); onDone(`${done[verb]}: ${label}`, verb === "delegate" || verb === "withdraw" ? commit : undefined); }
    catch (error) {
      const current = error instanceof Problem && error.code === "stale" ? error.current as AnyRow | undefined : undefined;
      if (verb !== "allow" || current?.id !== id) throw error;
      setSeen(current.version); // what was approved is what the approver has looked at
    }
  });
  return (
    <div className="approval" role="group" aria-label={`${label}: ${String(row.title)}`}>
      <p className="approvalWhat"><b>{label}</b>{link && <Link as="button" type="button" onClick={() => go({ at: "record", type: type as RecordName, id })}>{String(row.title)}</Link>}{typeof amount === "number" && <Amount of={amount} currency={about.currency} />}</p>
      {why && <p>{why}</p>}
      <p className="quiet">{asked && words.askedBy(asked, moment(String(row.createdAt)))}</p>
      <p className={`status ${row.status === "approved" ? "good" : row.status === "pending" ? "" : "lost"}`}><i aria-hidden="true" />{row.status === "pending" ? waiting && words.waitsFor(waiting) : say(String(approval.statuses[row.status as "pending"].label))}</p>
      {seen !== undefined && <p className="warn" role="alert">{words.changedSince}</p>}
      {!open && mine.length > 0 && <div className="acts">{mine.map((verb, n) => { const Button = n === 0 && verb === "allow" ? PrimaryButton : DefaultButton; return <Button key={verb} text={verb === "allow" && seen !== undefined ? words.approveAnyway : names[verb]} disabled={busy} onClick={() => { clear(); if (verb === "withdraw" || verb === "allow" && seen !== undefined) act(verb, {}); else setOpen(verb); }} />; })}</div>}
      {open && <FieldsForm key={open} focus={Object.keys(asks[open])[0]} of="approval" fields={asks[open]} groups={[["", Object.keys(asks[open])]]} save={seen !== undefined && open === "allow" ? words.approveAnyway : names[open]} busy={busy} problem={problem} onSave={answers => act(open, Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined)))} onCancel={() => { clear(); setOpen(undefined); }} />}
      {!open && <ProblemLine problem={problem} />}
      <History lines={(row.history ?? []) as Line[]} />
    </div>
  );
}

interface Line { at: string; by: string; to?: string; what: string; word?: string }
/** Who did what, with their words. */
function History({ lines }: { lines: readonly Line[] }) {
  const words = useProcessWords(), [open, setOpen] = useState(false);
  if (lines.length < 2) return null;
  return <><div className="links"><Link as="button" type="button" aria-expanded={open} onClick={() => setOpen(!open)}>{words.history} ({lines.length})</Link></div>{open && <ol className="told">{lines.map((line, n) => <Step key={n} line={line} />)}</ol>}</>;
}
function Step({ line: { at, by, to, what, word } }: { line: Line }) {
  const words = useProcessWords(), { moment } = useFormats(), who = useNames(by === "service" ? [] : [by]), whom = useNames(to ? [to] : []);
  return <li><div className="said"><span>{[who, words.steps[what] ?? what, whom && what !== "standsIn" && words.forWhom(whom), what === "standsIn" && `(${whom})`].filter(Boolean).join(" ")}</span><span className="quiet">{moment(at)}</span></div>{word && <p>{word}</p>}</li>;
}
