import { useState } from "react";
import type { Field } from "../../model/field.ts";
import { pathOf, type AnyRecord } from "../../model/record.ts";
import { recordType } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { useFormats } from "../format.ts";
import { useLanguage } from "../language.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { TextButton } from "../parts/TextButton.tsx";
import type { SectionProps } from "../record/sections.tsx";
import { useAsk } from "../use.ts";
import { sayWay } from "./shipped.ts";
import { useNames } from "./names.ts";
import "./process.css";
import { useProcessWords } from "./words.ts";

interface Run { id: string; name: string; at: string; outcome: string; did: string[]; why?: string; due?: string }

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
  const words = useProcessWords(), { chinese } = useLanguage(), { moment } = useFormats();
  return (
    <li>
      <div className="said"><span>{sayWay(name, chinese)}</span><span className="quiet">{moment(at)}</span></div>
      <p className={`quiet ${outcome === "failed" || outcome === "stopped" ? "bad" : ""}`}>{[words.outcomes[outcome] ?? outcome, due && words.until(moment(due)), why].filter(Boolean).join(" · ")}</p>
      {did.map((one, n) => <p key={n} className="quiet"><Did did={one} type={type} /></p>)}
    </li>
  );
}

/** The service writes down what was done in a few words of its own; here they are said to people. */
function Did({ did, type }: { did: string; type: AnyRecord }) {
  const { did: words } = useProcessWords(), { say } = useLanguage(), [what = "", ...rest] = did.split(" "), of = rest.join(" "), owner = useNames(what === "assign" ? [of.replace(/^to /, "")] : []);
  const field = (name: string) => { const found = (type.fields as Record<string, Field>)[name]; return found ? say(found.label, `${type.name}.${name}`) : name; };
  switch (what) {
    case "create": return words.create(say(recordType(of)?.label[0] ?? of));
    case "update": return words.update(of.split(", ").map(field).join(", "));
    case "assign": return owner && words.assign(owner);
    case "e-mail": return words.mail(of.replace(/^to /, ""));
    case "no": return words.noMail;
    case "webhook": return words.webhook(of);
    case "dialog": return words.dialog;
    default: return words.act(say(String(type.buttons[what] ?? what), `${type.name}.${what}`));
  }
}
