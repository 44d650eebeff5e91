import { useState } from "react";
import type { Problem } from "../../model/problem.ts";
import Fluent from "../Fluent.tsx";
import { FieldsForm } from "../form/FieldsForm.tsx";
import { usePane } from "../pane.ts";
import { Button } from "../parts/Button.tsx";
import { ProblemLine } from "../parts/Problem.tsx";
import { useWords as usePaneWords } from "../speech.ts";
import type { Proposal, WantedLine } from "./acts.ts";
import { useWords } from "./words.ts";

interface Props<P> { title: string; proposal: P; busy: boolean; problem?: Problem; save(given: unknown): void; cancel(): void }

/** What a signal proposes, to look over and change: nothing is kept before it is saved. */
export default function ProposalForm({ proposal, ...rest }: Props<Proposal>) {
  const { dark } = usePane();
  return (
    <section className="proposal" aria-label={rest.title}>
      {proposal.kind === "lines" ? <LinesForm proposal={proposal} {...rest} />
        : <Fluent dark={dark}><FieldsForm of={proposal.of} fields={proposal.fields} groups={[["", Object.keys(proposal.fields)]]} values={proposal.values} save={proposal.save} busy={rest.busy} problem={rest.problem} onSave={rest.save} onCancel={rest.cancel} /></Fluent>}
    </section>
  );
}

/** Lines of an order: each can be left out or given another quantity; what the catalogue does not know is said and left out. */
function LinesForm({ proposal, busy, problem, save, cancel }: Props<Extract<Proposal, { kind: "lines" }>>) {
  const words = useWords(), pane = usePaneWords();
  const [lines, setLines] = useState(proposal.lines.map(line => ({ ...line, taken: line.product !== undefined })));
  const put = (n: number, of: Partial<WantedLine & { taken: boolean }>) => setLines(lines.map((line, at) => at === n ? { ...line, ...of } : line));
  const taken = lines.filter(line => line.taken && line.quantity > 0);
  return (
    <form onSubmit={event => { event.preventDefault(); if (taken.length) save(taken.map(({ taken: _, ...line }) => line)); }}>
      <ul className="proposedLines">{lines.map((line, n) => <li key={n}>{line.product
        ? <><label className="switch grow"><input type="checkbox" checked={line.taken} onChange={event => put(n, { taken: event.target.checked })} /><bdi>{line.name}</bdi></label>
          <input type="number" inputMode="numeric" min={1} max={999_999} aria-label={words.quantityOf(line.name!)} disabled={!line.taken} value={line.quantity || ""} onChange={event => put(n, { quantity: Number(event.target.value) })} /></>
        : <span className="warn">{words.unmatched(line.code)}</span>}</li>)}</ul>
      <ProblemLine problem={problem} />
      <div className="stay"><Button primary type="submit" text={busy ? pane.saving : proposal.save(taken.length)} aria-busy={busy} disabled={busy || !taken.length} /><Button text={pane.cancel} onClick={cancel} disabled={busy} /></div>
    </form>
  );
}
