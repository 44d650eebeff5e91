import { DefaultButton, PrimaryButton } from "@fluentui/react/lib/Button";
import { Link } from "@fluentui/react/lib/Link";
import { useEffect, useRef, useState } from "react";
import { said, type Plain, type Say } from "../../model/expression.ts";
import { ref } from "../../model/field.ts";
import type { Problem } from "../../model/problem.ts";
import { pathOf } from "../../model/record.ts";
import { recordType } from "../../model/records.ts";
import { PageForm } from "../dialog/PageForm.tsx";
import "../dialog/dialog.css";
import "../process/lines.css";
import { useDoors } from "../doors.ts";
import { RefPicker } from "../form/RefPicker.tsx";
import { useLanguage } from "../language.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { useTitle } from "../reach.ts";
import { useWork } from "../use.ts";
import { Everywhere, type Led } from "./Everywhere.tsx";
import { useTerms } from "./terms.ts";
import { useDesignWords } from "./words.ts";
import { Becomes, type Become } from "./Would.tsx";

interface Given { page: string; values: Plain }
interface Prompts { key: string; title: Say; prompts: Parameters<typeof PageForm>[0]["standing"]["page"]["prompts"] }
interface Rehearsed {
  standing: { at: "page"; n: number; page: Prompts } | { at: "end"; outcome: "completed" | "canceled"; say?: Say };
  passed: { page: string; title: Say }[]; becomes: Become[]; mails: { to: string[]; subject: string; text: string }[]; refused?: { detail: string; fields: { field: string; message: string }[] }; variables: Record<string, string | number | boolean>;
}

/** Walks through a dialog, as it is written now, on one of the company's records: each page as it would be asked, and all that would have been done by then. Nothing is changed. */
export function Rehearsal({ values }: { values: Record<string, unknown> }) {
  const { api, me } = useDoors(), words = useDesignWords(), term = useTerms(), { say, chinese } = useLanguage(), { busy, problem, run, clear } = useWork();
  const fields = Object.keys(recordType("dialog")!.fields), script = Object.fromEntries(fields.filter(name => values[name] !== undefined && values[name] !== null).map(name => [name, values[name]])), of = JSON.stringify(script);
  const type = typeof values.on === "string" ? values.on : undefined, [id, choose] = useState<string>(), [given, give] = useState<readonly Given[]>([]), [now, stand] = useState<Rehearsed & { of: string }>(), [everywhere, lead] = useState<{ looked: number; ways: Led[] }>();
  const name = useTitle(type ?? "", type && id), heading = useRef<HTMLHeadingElement>(null), typed = useRef(new Map<string, Plain>()), place = now && `${given.length} ${now.standing.at}`;
  useEffect(() => { if (place) heading.current?.focus({ preventScroll: true }); }, [place]);
  if (me.role !== "administrator") return null;
  const ask = <T,>(more: object) => api.call<T>("POST", "rehearsal", { body: { values: script, ...more } });
  const go = (next: readonly Given[]) => void run(async () => { stand({ ...await ask<Rehearsed>({ given: next, ...type && { on: pathOf(type, id!) } }), of }); give(next); lead(undefined); });
  const over = () => { clear(); typed.current.clear(); stand(undefined); give([]); lead(undefined); };
  const where = now?.standing, wrong = problem as Problem | undefined, at = where?.at === "page" ? `${where.n} ${where.page.key}` : "";
  return (
    <section aria-label={words.dryRun} className="rehearsal">
      <header><h2>{words.dryRun}</h2></header>
      <p className="quiet">{words.rehearseAbout}</p>
      {!now && <>
        {type && <RefPicker field={ref("", type)} label={words.rehearseOn(say(recordType(type)!.label[0]).toLowerCase())} value={id} sayChoice={String} change={chosen => choose(chosen as string | undefined)} />}
        <div className="acts"><DefaultButton text={busy ? words.trying : words.rehearse} disabled={busy || type !== undefined && !id} onClick={() => go([])} /></div>
      </>}
      {now && where && <div className="stageOf">
        {now.of !== of && <p className="warn" role="status">{words.outdated}</p>}
        {type && <p className="quiet">{say(recordType(type)!.label[0])}: {name}</p>}
        <ol className="crumbs" aria-label={words.passed}>{now.passed.map((one, n) => <li key={n}>{said(one.title, chinese)}</li>)}</ol>
        <h3 ref={heading} tabIndex={-1}>{where.at === "page" ? said(where.page.title, chinese) : where.say ? said(where.say, chinese) : term(where.outcome)}</h3>
        {where.at === "page" ? <PageForm key={at} standing={where} begin={typed.current.get(at) ?? {}} busy={busy} problem={wrong} onChange={answers => typed.current.set(at, answers)} onNext={answers => go([...given, { page: where.page.key, values: answers }])} onBack={given.length ? () => go(given.slice(0, -1)) : undefined} />
          : <><p className={`status ${where.outcome === "completed" ? "good" : "lost"}`}><i aria-hidden="true" />{term(where.outcome)}</p>
            <div className="acts">{type && <PrimaryButton text={words.tryOthers(say(recordType(type)!.label[1]).toLowerCase())} disabled={busy} onClick={() => void run(async () => lead(await ask({ given, everywhere: true })))} />}<DefaultButton text={words.stepBack} disabled={busy || !given.length} onClick={() => go(given.slice(0, -1))} /></div></>}
        <Becomes becomes={now.becomes} mails={now.mails} refused={now.refused} on={type} />
        {Object.keys(now.variables).length > 0 && <details><summary>{words.variables}</summary><dl className="ledger">{Object.entries(now.variables).map(([name, value]) => [<dt key={`${name} name`}>{name}</dt>, <dd key={name} className="figure">{String(value)}</dd>])}</dl></details>}
        {everywhere && <Everywhere {...everywhere} on={type!} />}
        <div className="links"><Link as="button" type="button" onClick={over}>{words.another}</Link></div>
      </div>}
      {!wrong?.fields.length || !now ? <ProblemLine problem={problem} /> : null}
      {!now && wrong && wrong.fields.length > 0 && <ul className="wrong">{wrong.fields.map((one, n) => <li key={n}>{one.message}</li>)}</ul>}
    </section>
  );
}
