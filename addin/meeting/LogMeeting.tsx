import type { Brief, KnownMeeting } from "../../model/known.ts";
import type { RecordName } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { useFormats } from "../format.ts";
import type { Meeting } from "../office/mailbox.ts";
import { Button } from "../parts/Button.tsx";
import { ProblemLine } from "../parts/Problem.tsx";
import { TextButton } from "../parts/TextButton.tsx";
import { TruthLine } from "../parts/TruthLine.tsx";
import { useWords as useShellWords } from "../speech.ts";
import { useWork, type Asked } from "../use.ts";
import type { About } from "./meeting.ts";
import { useWords } from "./words.ts";

/** Ties an invitation to a record, once for all colleagues who have it too, and tells who has done so already. */
export function LogMeeting({ meeting, kept, about }: { meeting: Meeting; kept: Asked<KnownMeeting>; about: About | undefined }) {
  const { api, mailbox, item, me, go, announce } = useDoors(), words = useWords(), shell = useShellWords(), { moment } = useFormats(), work = useWork();
  const logged = kept.answer?.logged ?? [], there = about && logged.some(({ on }) => on.type === about.type && on.id === about.id);
  const log = (record: About) => void work.run(async () => {
    await api.logMeeting(meeting, [{ type: record.type, id: record.id }]);
    announce(words.loggedTo(record.title));
    kept.again();
    mailbox.mark(item, { logged: true, words: words.loggedTo(record.title) }).catch(() => undefined); // the service is the truth
  });
  const unlog = (on: Brief) => void work.run(async () => { await api.unlog(kept.answer!.activity!, on); kept.again(); if (logged.length === 1) mailbox.mark(item, { logged: false, words: "" }).catch(() => undefined); });
  return (
    <div className="doing">
      {logged.map(({ on, by, byName, at }) => (
        <TruthLine key={`${on.type}/${on.id}`} busy={work.busy} undo={by === me.id || me.role === "manager" || me.role === "administrator" ? () => unlog(on) : undefined}>
          {shell.logged(by === me.id ? shell.you : byName, moment(at))}{" "}<TextButton onClick={() => go({ at: "record", type: on.type as RecordName, id: on.id })}><bdi>{on.title}</bdi></TextButton>
        </TruthLine>
      ))}
      {about && !there && kept.answer && <div className="actions"><Button primary={!logged.length} text={work.busy ? shell.logging : shell.logTo(about.title)} title={shell.logTo(about.title)} disabled={work.busy} onClick={() => log(about)} /></div>}
      <ProblemLine problem={work.problem} />
    </div>
  );
}
