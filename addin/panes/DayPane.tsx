import { useState } from "react";
import type { AnyRow } from "../../model/record.ts";
import { records, recordType, type RecordName } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { useDialogWords } from "../dialog/words.ts";
import { dateOf, daysFrom, useFormats } from "../format.ts";
import { useLanguage } from "../language.ts";
import { ApprovalCard } from "../process/ApprovalCard.tsx";
import { sayTitle } from "../process/shipped.ts";
import { useProcessWords } from "../process/words.ts";
import { Amount } from "../list/Amount.tsx";
import { RecordRow, Row } from "../list/Row.tsx";
import { look } from "../record/look.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { Waiting } from "../record/Waiting.tsx";
import { Truth, type Deed } from "../record/Truth.tsx";
import { useAsk, useWork } from "../use.ts";
import { useWords } from "../record/words.ts";
import type { Api } from "../api.ts";

/** What waits for the rep today, most urgent first. */
export default function DayPane() {
  const { api, go, me } = useDoors(), words = useWords(), { say, chinese } = useLanguage(), formats = useFormats(), today = formats.today();
  const { answer: data, problem, again: reload } = useAsk(`day ${today}`, () => loadDay(api, today, me.id));
  const [deed, setDeed] = useState<Deed>(), { busy, problem: refused, run } = useWork();
  const complete = (task: AnyRow) => void run(async () => {
    const { commit } = await api.act("activity", task as never, "complete", {});
    setDeed({ said: words.day.completed(String(task.subject)), commit }); reload();
  });
  const open = (type: RecordName, row: AnyRow) => () => go({ at: "record", type, id: row.id });
  const section = (title: string, rows: AnyRow[] | undefined, draw: (row: AnyRow) => React.ReactNode) =>
    rows?.length ? <section><header><h2>{title}</h2><span className="quiet">{rows.length}</span></header><ul className="rows">{rows.map(draw)}</ul></section> : null;
  const task = (row: AnyRow) => <Row key={row.id} one={String(row.subject)} onOpen={open("activity", row)}
    last={row.due && row.due < today ? <span className="warn">{formats.near(String(row.due))}</span> : undefined} two={<span>{say(records.activity.fields.kind.choices![String(row.kind)]!, `activity.${row.kind}`)}{row.priority === "high" && ` · ${say("High")}`}</span>}
    start={<button type="button" className="tick" disabled={busy} aria-label={words.day.complete(String(row.subject))} title={words.day.complete(String(row.subject))} onClick={() => complete(row)}><span /></button>} />;
  const asking = useProcessWords(), talking = useDialogWords();
  const empty = data && !data.approvals.length && !data.talks.length && !data.overdue.length && !data.due.length && !data.meetings.length && !data.leads.length && !data.deals.length;
  return (
    <div className={look}>
      <h1>{words.day.title}</h1>
      <p className="quiet">{dateOf(today).toLocaleDateString(useLanguage().tag, { weekday: "long", day: "numeric", month: "long" })}</p>
      <Truth deed={deed} onUndone={reload} />
      <ProblemLine problem={problem ?? refused} again={reload} />
      {!data && !problem && <Waiting rows={5} />}
      {empty && <div className="nothing"><h2>{words.day.clear}</h2><p>{words.day.clearAbout}</p></div>}
      {data?.approvals.length ? <section><header><h2>{asking.waitingForYou}</h2><span className="quiet">{data.approvals.length}</span></header>{data.approvals.map(row => <ApprovalCard key={row.id} row={row} link onDone={(said, commit) => { setDeed({ said, commit }); reload(); }} />)}</section> : null}
      {section(talking.goOn, data?.talks, row => <Row key={row.id} one={sayTitle(String(row.title), chinese)} onOpen={() => go({ at: "dialog", id: row.id })} two={<span>{talking.begun(formats.moment(String(row.createdAt)), 0)}</span>} />)}
      {section(words.day.overdue, data?.overdue, task)}
      {section(words.day.due, data?.due, task)}
      {section(words.day.appointments, data?.meetings, row => <Row key={row.id} one={String(row.subject)} onOpen={open("activity", row)} last={row.allDay ? words.day.allDay : formats.time(String(row.start))} two={row.location ? <span>{String(row.location)}</span> : undefined} />)}
      {section(words.day.leads, data?.leads, row => <RecordRow key={row.id} type={recordType("lead")!} row={row} onOpen={open("lead", row)} />)}
      {section(words.day.deals, data?.deals, row => <Row key={row.id} one={String(row.name)} last={row.estimatedValue === undefined ? undefined : <Amount of={row.estimatedValue as number} currency={row.currency} />} onOpen={open("opportunity", row)}
        two={<span>{[row.closeDate && (String(row.closeDate) < today ? words.day.late(formats.day(String(row.closeDate))) : words.day.closes(formats.day(String(row.closeDate)))), row.idle && words.day.noNext].filter(Boolean).join(" · ")}</span>} />)}
    </div>
  );
}

/** One's own open work, asked for side by side. A deal is here when it closes within two weeks or nothing is planned for it. */
async function loadDay(api: Api, today: string, me: string) {
  const midnight = dateOf(today).toISOString(), next = dateOf(daysFrom(today, 1)).toISOString();
  const [tasks, meetings, leads, deals, approvals, talks] = await Promise.all([
    api.list("activity", { owner: "me", status: "open", due: `..${today}`, order: "due", take: 50 }),
    api.list("activity", { owner: "me", status: "open,scheduled", kind: "appointment", start: `${midnight}..${next}`, order: "start", take: 20 }),
    api.list("lead", { owner: "me", status: "open", reason: "new", order: "createdAt", down: "true", take: 10 }),
    api.list("opportunity", { owner: "me", status: "open", order: "closeDate", take: 50 }),
    api.list("approval", { approvers: me, status: "pending", order: "createdAt", take: 20 }),
    api.list("dialogSession", { owner: "me", status: "open", order: "updatedAt", down: "true", take: 10 }),
  ]);
  const planned = deals.records.length ? await api.list("activity", { status: "open,scheduled", regarding: deals.records.map(deal => `opportunity/${deal.id}`).join(","), take: 200 }) : { records: [] };
  const busy = new Set(planned.records.flatMap(row => row.regarding ?? []));
  const soon = daysFrom(today, 14);
  const looked = deals.records.map(deal => ({ ...deal, idle: !busy.has(`opportunity/${deal.id}`) })).filter(deal => deal.idle || (deal.closeDate !== undefined && deal.closeDate <= soon));
  const all = tasks.records.filter(row => row.kind !== "appointment") as AnyRow[];
  return { approvals: approvals.records as unknown as AnyRow[], talks: talks.records as unknown as AnyRow[], overdue: all.filter(row => row.due < today), due: all.filter(row => row.due === today), meetings: (meetings.records as AnyRow[]).filter(row => row.start < next), leads: leads.records as AnyRow[], deals: looked.slice(0, 12) as AnyRow[] };
}
