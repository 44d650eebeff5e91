import { PrimaryButton } from "@fluentui/react/lib/Button";
import { Checkbox } from "@fluentui/react/lib/Checkbox";
import { useRef, useState } from "react";
import type { Brief, Known } from "../../model/known.ts";
import type { Attachment } from "../../model/mail.ts";
import type { Enclosed } from "../api.ts";
import { loggable } from "../belongs.ts";
import { useDoors } from "../doors.ts";
import { useLog } from "../message.ts";
import { usePane } from "../pane.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { RecordLine } from "../parts/RecordLine.tsx";
import { Section } from "../parts/Section.tsx";
import { Skeleton } from "../parts/Skeleton.tsx";
import { useWords } from "../speech.ts";
import { useWork } from "../use.ts";
import { FindRecord } from "./FindRecord.tsx";

/** Chooses where the message belongs: one record by a click, several by ticking them, and which of its files are kept. */
export default function LogTo() {
  const { item: now, api, back, mailbox } = useDoors(), { signIn } = usePane(), words = useWords();
  const [item] = useState(now); // the message that this was opened on, whatever Outlook shows by now
  const { known, log } = useLog(item), work = useWork(), files = item.mail?.attachments ?? [];
  const [chosen, setChosen] = useState<Brief[]>([]), [taken, setTaken] = useState(() => files.filter(isPicture).map(({ id }) => id));
  const [sent, setSent] = useState<Record<string, number>>({}), [lost, setLost] = useState<string>(), there = useRef(new Map<string, Enclosed>()).current;
  const choose = (records: readonly Brief[]) => void work.run(async () => {
    setLost(undefined);
    const enclosed: Enclosed[] = [];
    for (const file of files.filter(({ id }) => taken.includes(id))) enclosed.push(await upload(file).catch((error: unknown) => { setLost(file.name); throw error; }));
    await log(records, enclosed);
    back();
  });
  /** What has arrived is not sent again after another one failed. */
  const upload = async (file: Attachment): Promise<Enclosed> => {
    const before = there.get(file.id);
    if (before) return before;
    setSent(was => ({ ...was, [file.id]: 0 }));
    const bytes = await mailbox.attachment(item, file), arrived = await api.upload(new File([bytes as Uint8Array<ArrayBuffer>], file.name), part => setSent(was => ({ ...was, [file.id]: part })));
    there.set(file.id, arrived);
    return arrived;
  };
  const tick = (record: Brief, on: boolean) => setChosen(was => on ? [...was, record] : was.filter(one => one.id !== record.id));
  const line = (record: Brief, why?: keyof typeof words.why) => {
    const hint = known.answer?.logged.some(({ on }) => on.type === record.type && on.id === record.id) ? words.loggedThere : why && words.why[why];
    return (
      <div key={record.id} className="pick">
        <Checkbox ariaLabel={words.choose(record.title)} checked={chosen.some(one => one.id === record.id)} disabled={work.busy} onChange={(_, on) => tick(record, !!on)} />
        <RecordLine record={record} open={() => choose([record])} hint={hint && <span className="part">{hint}</span>} />
      </div>
    );
  };
  return (
    <div className="page">
      <h1>{words.logTitle}</h1>
      <p className="quiet">{words.oneOrSeveral}</p>
      {files.length > 0 && <Section title={words.attachments}><div className="files">{files.map(file => (
        <Checkbox key={file.id} label={work.busy && sent[file.id] !== undefined ? words.uploading(file.name, sent[file.id]!) : [file.name, sizeOf(file.size), file.inline && words.inTheText].filter(Boolean).join(" · ")} checked={taken.includes(file.id)} disabled={work.busy}
          onChange={(_, on) => setTaken(was => on ? [...was, file.id] : was.filter(id => id !== file.id))} />))}</div></Section>}
      {lost !== undefined && work.problem && <p className="quiet">{words.fileLost(lost)}</p>}
      {work.problem?.code === "changed-item" ? <p className="problem" role="alert">{words.changedItem}</p> : <ProblemLine problem={work.problem ?? known.problem} again={work.problem ? undefined : known.again} signIn={() => void signIn()} />}
      {work.busy && <p className="quiet none" role="status">{words.logging}</p>}
      <FindRecord each={line}><Section title={words.suggested}>{known.waiting ? <Skeleton /> : suggestions(known.answer).map(({ record, why }) => line(record, why))}</Section></FindRecord>
      {chosen.length > 0 && <div className="foot"><p className="quiet whole"><bdi>{chosen.map(({ title }) => title).join(", ")}</bdi></p><PrimaryButton text={words.logToSeveral(chosen.length)} disabled={work.busy} onClick={() => choose(chosen)} /></div>}
    </div>
  );
}

/** A picture that stands in the text and is more than the logo of a signature: it is part of what was said, so it is kept unless the rep says no. */
const isPicture = ({ inline, size }: Attachment): boolean => inline && size >= 20_000;
const sizeOf = (bytes: number): string => bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** What the service suggests, then all else that is known of the people, once each. */
function suggestions(known: Known | undefined) {
  const all = [...known?.suggested ?? [], ...(known?.people ?? []).flatMap(person => [...person.deals, ...person.matches, ...person.accounts].map(record => ({ record, why: undefined })))];
  return all.filter(({ record }, n) => (loggable as readonly string[]).includes(record.type) && all.findIndex(one => one.record.id === record.id) === n).slice(0, 12);
}
