import { lazy, Suspense, useState } from "react";
import type { Brief } from "../../model/known.ts";
import { pathOf } from "../../model/record.ts";
import type { RecordName } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { useFormats } from "../format.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { Amount } from "../list/Amount.tsx";
import { RecordLine } from "../parts/RecordLine.tsx";
import { Section } from "../parts/Section.tsx";
import { Skeleton } from "../parts/Skeleton.tsx";
import { TextButton } from "../parts/TextButton.tsx";
import { useAsk } from "../use.ts";
import { askBriefing, type About } from "./meeting.ts";
import { useWords } from "./words.ts";

const Card = lazy(() => import("./Card.tsx"));

/** What one should have read before one goes in; made to be printed too. */
export function BriefingView({ about, open }: { about: About; open(record: Pick<Brief, "type" | "id">): void }) {
  const { api, go } = useDoors(), words = useWords(), { day } = useFormats(), path = pathOf(about.type, about.id);
  const { answer, problem, again } = useAsk(`briefing ${path}`, () => askBriefing(api, path)), [looking, look] = useState<string>();
  if (!answer) return problem ? <ProblemLine problem={problem} again={again} /> : <Skeleton lines={6} />;
  const { record, tasks, mails, notes, competitors, quote, need, situation } = answer;
  return (
    <div className="briefing">
      <Section title={words.deal} end={<TextButton onClick={() => window.print()}>{words.print}</TextButton>}>
        <RecordLine record={record} open={() => open(record)} />
        {situation && <p><b>{words.situation}</b> {situation}</p>}
        {need && <p><b>{words.need}</b> {need}</p>}
      </Section>
      <Section title={words.planned} end={tasks.length || undefined}>{tasks.length ? tasks.map(one => <RecordLine key={one.id} record={one} open={() => open(one)} />) : <p className="quiet">{words.nothingPlanned}</p>}</Section>
      <Section title={words.mails}>{mails.length ? mails.map(one => <div key={one.id}><RecordLine record={one} open={() => open(one)} /><p className="quiet said">{one.text}</p></div>) : <p className="quiet">{words.noMails}</p>}</Section>
      {notes.length > 0 && <Section title={words.notes}>{notes.map(({ at, text }) => <p key={at} className="said"><span className="quiet">{day(at)}</span> {text}</p>)}</Section>}
      {competitors.length > 0 && <Section title={words.against}>{competitors.map(({ id, title }) => (
        <div key={id}><p className="acts"><TextButton onClick={() => go({ at: "record", type: "competitor", id })}><bdi>{title}</bdi></TextButton><TextButton expanded={looking === id} label={`${words.card}: ${title}`} onClick={() => look(looking === id ? undefined : id)}>{words.card}</TextButton></p>
          {looking === id && <Suspense fallback={<Skeleton lines={3} />}><Card id={id} /></Suspense>}</div>
      ))}</Section>}
      {quote && <Section title={words.quote}><p className="what"><TextButton onClick={() => go({ at: "record", type: "quote" as RecordName, id: quote.id })}><bdi>{[quote.number, words.revision(quote.revision ?? 0)].filter(Boolean).join(" · ")}</bdi></TextButton>{quote.total !== undefined && <span className="amount"><Amount of={quote.total} currency={quote.currency} /></span>}</p><p className="how">{quote.title}{quote.status !== "active" && ` · ${words.notActive}`}</p></Section>}
    </div>
  );
}
