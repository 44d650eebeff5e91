import { useState } from "react";
import type { Did, Why } from "../../model/automation.ts";
import type { Field } from "../../model/field.ts";
import { pathOf, type AnyRecord } from "../../model/record.ts";
import { recordType } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { useFormats } from "../format.ts";
import { useLanguage } from "../language.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { TextButton } from "../parts/TextButton.tsx";
import type { SectionProps } from "../record/sections.tsx";
import { sayField, useWords } from "../record/words.ts";
import { useWords as useSpeech } from "../speech.ts";
import { useAsk } from "../use.ts";
import { sayWay } from "./shipped.ts";
import { useNames } from "./names.ts";
import "./process.css";
import { useProcessWords } from "./words.ts";

/** What was kept before codes were is in words already. */
interface Run { id: string; name: string; at: string; outcome: string; did: (Did | string)[]; why?: Why | string; due?: string }

/** What automations did on a record, newest first, folded until it is asked for; nothing where none has run. */
export const runsOn = (name: string) => function Runs({ row, round }: SectionProps) {
  const { api } = useDoors(), words = useProcessWords(), [open, setOpen] = useState(false), path = pathOf(name, row.id);
  const { answer, problem, again } = useAsk(`runs ${path} ${row.version} ${round}`, () => api.call<{ runs: Run[] }>("GET", `${path}/automations`)), runs = answer?.runs ?? [];
  if (!runs.length && !problem) return null;
  return (
    <section aria-label={words.runs}>
      <header><h2>{words.runs}</h2>{runs.length > 0 && <span className="end"><TextButton expanded={open} label={open ? words.hideRuns : words.showRuns(runs.length)} onClick={() => setOpen(!open)}>{open ? words.hideRuns : String(runs.length)}</TextButton></span>}</header>
      <ProblemLine problem={problem} again={again} />
      {open && <ol className="told">{runs.map(run => <OneRun key={run.id} run={run} type={recordType(name)!} />)}</ol>}
    </section>
  );
};

function OneRun({ run: { name, at, outcome, did, why, due }, type }: { run: Run; type: AnyRecord }) {
  const words = useProcessWords(), { chinese } = useLanguage(), { moment } = useFormats(), because = useWhy(why, type);
  return (
    <li>
      <div className="said"><span>{sayWay(name, chinese)}</span><span className="quiet">{moment(at)}</span></div>
      <p className={`quiet ${outcome === "failed" || outcome === "stopped" ? "bad" : ""}`}>{[words.outcomes[outcome] ?? outcome, due && words.until(moment(due)), because].filter(Boolean).join(" · ")}</p>
      {did.map((one, n) => <p key={n} className="quiet">{typeof one === "string" ? one : <Done did={one} type={type} />}</p>)}
    </li>
  );
}

/** What was done, in the reader's words. */
function Done({ did, type }: { did: Did; type: AnyRecord }) {
  const { did: words } = useProcessWords(), { say } = useLanguage(), owner = useNames(did.do === "assign" ? [did.to] : []), label = useLabelsOf(type);
  switch (did.do) {
    case "create": return words.create(say(recordType(did.type)?.label[0] ?? did.type));
    case "update": return words.update(did.fields.map(label).join(", "));
    case "assign": return owner && words.assign(owner);
    case "mail": return did.people ? words.mail(did.people) : words.noMail;
    case "webhook": return words.webhook(did.host);
    case "dialog": return words.dialog;
    case "act": return words.act(say(String(type.buttons[did.verb] ?? did.verb), `${type.name}.${did.verb}`));
  }
}

function useWhy(why: Why | string | undefined, type: AnyRecord): string | undefined {
  const words = useProcessWords(), { problems } = useSpeech(), fieldWords = useWords(), label = useLabelsOf(type);
  if (why === undefined || typeof why === "string") return why;
  return why.is !== "refused" ? words.why[why.is] : why.fields?.length ? why.fields.map(one => [one.field && label(one.field), sayField(fieldWords, one)].filter(Boolean).join(": ")).join(" · ") : problems[why.code];
}
function useLabelsOf(type: AnyRecord): (name: string) => string {
  const { say } = useLanguage(), fields = type.fields as Record<string, Field>;
  return name => fields[name] ? say(fields[name].label, `${type.name}.${name}`) : name;
}
