import { DefaultButton } from "@fluentui/react/lib/Button";
import { Link } from "@fluentui/react/lib/Link";
import { useState } from "react";
import type { Field } from "../../model/field.ts";
import { recordType, type RecordName } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { useWork } from "../use.ts";
import { useTerms } from "./terms.ts";
import { useDesignWords } from "./words.ts";
import { useLabels, Values } from "./Would.tsx";

interface Would { type: string; id: string; title: string; values?: Record<string, unknown>; problems?: { field: string; message: string }[]; approval?: boolean; actions?: string[] }
interface Tried { looked: number; would: Would[]; of: string }

/** Tries a way, as it is written now, on the company's own past records: what it would change is listed, and nothing is changed. */
export function DryRun({ kind, values }: { kind: "rule" | "process" | "automation"; values: Record<string, unknown> }) {
  const { api, me } = useDoors(), words = useDesignWords(), { busy, problem, run } = useWork(), [tried, setTried] = useState<Tried>(), [shown, show] = useState(10);
  const fields = recordType(kind)!.fields as Record<string, Field>, given = Object.fromEntries(Object.keys(fields).filter(name => values[name] !== undefined && values[name] !== null).map(name => [name, values[name]])), of = JSON.stringify(given);
  if (me.role !== "administrator") return null;
  const attempt = () => void run(async () => { setTried({ ...await api.call<Omit<Tried, "of">>("POST", "dry-run", { body: { kind, values: given } }), of }); show(10); });
  return (
    <section aria-label={words.dryRun}>
      <header><h2>{words.dryRun}</h2></header>
      <p className="quiet">{words.dryRunAbout}</p>
      <div className="acts"><DefaultButton text={busy ? words.trying : words.tryIt} disabled={busy} onClick={attempt} /></div>
      <ProblemLine problem={problem} />
      {problem && problem.fields.length > 0 && <ul className="wrong">{problem.fields.map((one, n) => <li key={n}>{one.message}</li>)}</ul>}
      {tried && <div role="status">
        <p>{words.tried(tried.would.length, tried.looked)}</p>
        {tried.of !== of && <p className="warn">{words.outdated}</p>}
        <ol className="told">{tried.would.slice(0, shown).map((one, n) => <One key={n} would={one} />)}</ol>
        {tried.would.length > shown && <div className="acts"><DefaultButton text={words.more(tried.would.length - shown)} onClick={() => show(shown + 50)} /></div>}
      </div>}
    </section>
  );
}

function One({ would: { type: name, id, title, values = {}, problems = [], approval, actions = [] } }: { would: Would }) {
  const { go } = useDoors(), words = useDesignWords(), term = useTerms(), label = useLabels(name);
  return (
    <li>
      <Link as="button" type="button" onClick={() => go({ at: "record", type: name as RecordName, id })}>{title}</Link>
      <Values of={name} values={values} />
      {problems.map((one, n) => <p key={n} className="quiet bad">{[one.field && label(one.field), one.message].filter(Boolean).join(": ")}</p>)}
      {approval && <p className="quiet">{words.wouldAsk}</p>}
      {actions.length > 0 && <p className="quiet">{actions.map(term).join(", ")}</p>}
    </li>
  );
}
