import { useState } from "react";
import type { Brief } from "../../model/known.ts";
import type { RecordName } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { useFormats } from "../format.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { Skeleton } from "../parts/Skeleton.tsx";
import { Tabs } from "../parts/Tabs.tsx";
import { useAsk } from "../use.ts";
import { RecipientLine } from "../writing/RecipientLine.tsx";
import { Regarding } from "../writing/Regarding.tsx";
import { Templates } from "../writing/Templates.tsx";
import { WhenSent } from "../writing/WhenSent.tsx";
import { BriefingView } from "./BriefingView.tsx";
import { LogMeeting } from "./LogMeeting.tsx";
import { askMeeting, useAttendees, useChosen, useMeeting } from "./meeting.ts";
import { OutcomeForm } from "./OutcomeForm.tsx";
import { useWords } from "./words.ts";
import "../writing/writing.css";
import "./meeting.css";

type Tab = "brief" | "agenda" | "outcome";

/** Beside a meeting, one's own or an invitation: who comes, which deal it is about, what to know for it, and what came of it. */
export default function MeetingPane() {
  const { api, item, go, me, mailbox } = useDoors(), words = useWords(), { moment, time } = useFormats(), own = item.surface === "meeting-compose";
  const { meeting, problem, again } = useMeeting(), known = useAttendees(meeting), [chosen, choose] = useChosen();
  const kept = useAsk(meeting?.subject.trim() && me.id ? `meeting ${JSON.stringify([meeting.organizer.address, meeting.start, meeting.subject])}` : undefined, () => askMeeting(api, meeting!));
  const [tab, setTab] = useState<Tab>(), [all, showAll] = useState(false);
  if (!meeting) return <div className="page writing meeting"><h1>{item.mail?.subject ?? words.title}</h1><ProblemLine problem={problem} again={again} />{!problem && <Skeleton lines={5} />}</div>;

  const mine = mailbox.me.address.toLowerCase(), people = known.answer?.people.filter(({ address }) => address.toLowerCase() !== mine) ?? [meeting.organizer, ...meeting.required, ...meeting.optional].filter(({ address }) => address && address.toLowerCase() !== mine).map(person => ({ ...person, as: "to" as const, is: undefined, matches: [], accounts: [], deals: [], activities: [] }));
  const guests = [...people].sort((a, b) => Number(a.is === "colleague") - Number(b.is === "colleague")), outside = guests.filter(({ is }) => is && is !== "colleague");
  const logged = kept.answer?.logged.map(({ on }) => on) ?? [], suggested = known.answer?.suggested.map(({ record }) => record) ?? [];
  const proposed = [...logged, ...suggested].find(({ type }) => type === "opportunity" || type === "lead") ?? logged[0] ?? suggested[0], about = chosen ?? proposed;
  const begun = Date.parse(meeting.start) <= Date.now(), shown = tab ?? (begun && !kept.answer?.held ? "outcome" : "brief");
  const open = (record: Pick<Brief, "type" | "id">) => go({ at: "record", type: record.type as RecordName, id: record.id });
  const tabs: [Tab, string][] = [["brief", words.brief], ...own ? [["agenda", words.agenda] as [Tab, string]] : [], ["outcome", words.outcome]];
  return (
    <div className="page writing meeting">
      <h1><bdi>{meeting.subject || words.title}</bdi></h1>
      <p className="quiet when">{moment(meeting.start)}–{time(meeting.end)}{meeting.location && <> · <bdi>{meeting.location}</bdi></>}</p>
      {guests.slice(0, all ? undefined : 4).map(person => <RecipientLine key={person.address} person={person} open={open} deals />)}
      {guests.length > 4 && !all && <button type="button" className="textButton" onClick={() => showAll(true)}>{words.more(guests.length - 4)}</button>}
      {!guests.length && <p className="quiet">{words.nobody}</p>}
      <ProblemLine problem={known.problem ?? kept.problem} again={known.problem ? known.again : kept.again} />
      <Regarding chosen={chosen} proposed={proposed} options={[...logged, ...suggested].filter(({ id }, n, all) => all.findIndex(one => one.id === id) === n)} choose={choose} />
      {!own && <LogMeeting meeting={meeting} kept={kept} about={about} />}
      <Tabs label={words.title} tabs={tabs} on={shown} choose={setTab}>
        {shown === "brief" && (about ? <BriefingView about={about} open={open} /> : known.waiting ? <Skeleton lines={4} /> : <p className="quiet note">{words.noDeal}</p>)}
        {shown === "agenda" && <Templates purpose="agenda" regarding={about} known={known.answer?.people ?? (meeting.required.length ? undefined : [])} outside={outside} />}
        {shown === "outcome" && <OutcomeForm meeting={meeting} about={about} held={kept.answer?.held} done={kept.again} />}
      </Tabs>
      {own && <WhenSent known={known.answer} chosen={chosen} />}
    </div>
  );
}
