import { PrimaryButton } from "@fluentui/react/lib/Button";
import { Checkbox } from "@fluentui/react/lib/Checkbox";
import { SearchBox } from "@fluentui/react/lib/SearchBox";
import { useState } from "react";
import type { Brief } from "../../model/known.ts";
import type { Attachment } from "../../model/mail.ts";
import type { Enclosed } from "../api.ts";
import { useDoors } from "../doors.ts";
import { loggable, useLog } from "../message.ts";
import { usePane } from "../pane.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { RecordLine } from "../parts/RecordLine.tsx";
import { Section } from "../parts/Section.tsx";
import { Skeleton } from "../parts/Skeleton.tsx";
import { useWords } from "../speech.ts";
import { useAsk, useRested, useWork } from "../use.ts";

/** Chooses where the message belongs: one record by a click, several by ticking them, and which of its files are kept. */
export default function LogTo() {
  const { item: now, api, back, mailbox } = useDoors(), { signIn } = usePane(), words = useWords();
  const [item] = useState(now); // the message that this was opened on, whatever Outlook shows by now
  const { known, log } = useLog(item), work = useWork();
  const [text, setText] = useState(""), [chosen, setChosen] = useState<Brief[]>([]), [taken, setTaken] = useState<string[]>([]), [sent, setSent] = useState<Record<string, number>>({});
  const asked = useRested(text.trim(), 250);
  const found = useAsk(asked.length > 1 ? `search ${asked}` : undefined, () => api.search(asked));
  const files = item.mail?.attachments ?? [], hits = found.answer?.hits.filter(hit => loggable.has(hit.type)) ?? [];
  const choose = (records: readonly Brief[]) => void work.run(async () => {
    const enclosed: Enclosed[] = [];
    for (const file of files.filter(({ id }) => taken.includes(id))) enclosed.push(await upload(file));
    await log(records, enclosed);
    back();
  });
  const upload = async (file: Attachment) => {
    setSent(was => ({ ...was, [file.id]: 0 }));
    const bytes = await mailbox.attachment(item, file);
    return api.upload(new File([bytes as Uint8Array<ArrayBuffer>], file.name), part => setSent(was => ({ ...was, [file.id]: part })));
  };
  const tick = (record: Brief, on: boolean) => setChosen(was => on ? [...was, record] : was.filter(one => one.id !== record.id));
  const line = (record: Brief, why?: keyof typeof words.why) => (
    <div key={record.id} className="pick">
      <Checkbox ariaLabel={words.choose(record.title)} checked={chosen.some(one => one.id === record.id)} onChange={(_, on) => tick(record, !!on)} />
      <RecordLine record={record} open={() => choose([record])} hint={why && <span className="part">{words.why[why]}</span>} />
    </div>
  );
  return (
    <div className="page">
      <h1>{words.logTitle}</h1>
      <SearchBox placeholder={words.search} ariaLabel={words.typeToSearch} value={text} onChange={(_, value) => setText(value ?? "")} autoFocus />
      {files.length > 0 && <Section title={words.attachments}><div className="files">{files.map(file => (
        <Checkbox key={file.id} label={work.busy && sent[file.id] !== undefined ? words.uploading(file.name, sent[file.id]!) : `${file.name} · ${sizeOf(file.size)}`} checked={taken.includes(file.id)} disabled={work.busy}
          onChange={(_, on) => setTaken(was => on ? [...was, file.id] : was.filter(id => id !== file.id))} />))}</div></Section>}
      {work.problem?.code === "changed-item" ? <p className="problem" role="alert">{words.changedItem}</p> : <ProblemLine problem={work.problem ?? found.problem ?? known.problem} again={found.problem ? found.again : undefined} signIn={() => void signIn()} />}
      {work.busy && <p className="quiet" role="status">{words.logging}</p>}
      {asked.length > 1 ? (
        <Section title={words.found} end={found.answer && hits.length}>
          {found.waiting ? <Skeleton /> : hits.length ? hits.map(hit => line(hit)) : !found.problem && <p className="quiet none">{words.nothingFound(asked)}</p>}
        </Section>
      ) : (
        <Section title={words.suggested}>
          {known.waiting ? <Skeleton /> : suggestions(known.answer).map(({ record, why }) => line(record, why))}
        </Section>
      )}
      {chosen.length > 0 && <div className="foot"><PrimaryButton text={words.logToSeveral(chosen.length)} disabled={work.busy} onClick={() => choose(chosen)} /></div>}
    </div>
  );
}

const sizeOf = (bytes: number): string => bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** What the service suggests, then all else that is known of the people, once each. */
function suggestions(known: ReturnType<typeof useLog>["known"]["answer"]) {
  const all = [...known?.suggested ?? [], ...(known?.people ?? []).flatMap(person => [...person.deals, ...person.matches, ...person.accounts].map(record => ({ record, why: undefined })))];
  return all.filter(({ record }, n) => loggable.has(record.type) && all.findIndex(one => one.record.id === record.id) === n).slice(0, 12);
}
