import { SearchBox } from "@fluentui/react/lib/SearchBox";
import { useState } from "react";
import type { Brief } from "../../model/known.ts";
import { useDoors } from "../doors.ts";
import { useLog } from "../message.ts";
import { usePane } from "../pane.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { RecordLine } from "../parts/RecordLine.tsx";
import { Section } from "../parts/Section.tsx";
import { Skeleton } from "../parts/Skeleton.tsx";
import { useWords } from "../speech.ts";
import { useAsk, useRested, useWork } from "../use.ts";

const loggable = new Set(["lead", "contact", "account", "opportunity"]);

/** Chooses the record that the message belongs to: the likely ones first, any other by search. */
export default function LogTo() {
  const { item, api, back } = useDoors();
  const { signIn } = usePane(), words = useWords();
  const { known, log } = useLog(item);
  const work = useWork();
  const [text, setText] = useState("");
  const asked = useRested(text.trim(), 250);
  const found = useAsk(asked.length > 1 ? `search ${asked}` : undefined, () => api.search(asked));
  const choose = (record: Brief) => void work.run(async () => { await log(record); back(); });
  const hits = found.answer?.hits.filter(hit => loggable.has(hit.type)) ?? [];
  return (
    <div className="page">
      <h1>{words.logTitle}</h1>
      <SearchBox placeholder={words.typeToSearch} ariaLabel={words.typeToSearch} value={text} onChange={(_, value) => setText(value ?? "")} autoFocus />
      {work.problem?.code === "changed-item" ? <p className="problem" role="alert">{words.changedItem}</p> : <ProblemLine problem={work.problem ?? found.problem ?? known.problem} again={found.problem ? found.again : undefined} signIn={() => void signIn()} />}
      {work.busy && <p className="quiet" role="status">{words.logging}</p>}
      {asked.length > 1 ? (
        <Section title={words.found} end={found.answer && hits.length}>
          {found.waiting ? <Skeleton /> : hits.length ? hits.map(hit => <RecordLine key={hit.id} record={hit} open={() => choose(hit)} />) : !found.problem && <p className="quiet none">{words.nothingFound(asked)}</p>}
        </Section>
      ) : (
        <Section title={words.suggested}>
          {known.waiting ? <Skeleton /> : suggestions(known.answer).map(({ record, why }) => <RecordLine key={record.id} record={record} open={() => choose(record)} hint={why && <span className="part">{words.why[why]}</span>} />)}
        </Section>
      )}
    </div>
  );
}

/** What the service suggests, then all else that is known of the people, once each. */
function suggestions(known: ReturnType<typeof useLog>["known"]["answer"]) {
  const all = [...known?.suggested ?? [], ...(known?.people ?? []).flatMap(person => [...person.deals, ...person.matches, ...person.account ? [person.account] : []].map(record => ({ record, why: undefined })))];
  return all.filter(({ record }, n) => loggable.has(record.type) && all.findIndex(one => one.record.id === record.id) === n).slice(0, 12);
}
