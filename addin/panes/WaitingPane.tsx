import { DefaultButton } from "@fluentui/react/lib/Button";
import { Link } from "@fluentui/react/lib/Link";
import { Problem } from "../../model/problem.ts";
import type { AnyRow } from "../../model/record.ts";
import { recordType, type RecordName } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { useFormats } from "../format.ts";
import { useLanguage } from "../language.ts";
import { usePane } from "../pane.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { useQueueWords, type QueueWords } from "../queue/words.ts";
import type { Waiting } from "../queue/queue.ts";
import { Conflict } from "../record/Conflict.tsx";
import { look } from "../record/look.ts";
import { useWork } from "../use.ts";

/** What the service has not taken yet, and for what it refused, the choice. */
export default function WaitingPane() {
  const { kept } = usePane(), words = useQueueWords();
  const { busy, run } = useWork();
  return (
    <div className={look}>
      <h1>{words.title}</h1>
      {!kept ? <p className="nothing">{words.none}</p> : <>
        <p className="quiet">{kept.lasting ? words.about : words.volatile}</p>
        <div className="acts"><DefaultButton text={words.now} disabled={busy} onClick={() => void run(kept.send)} /></div>
        <ul className="rows waiting">{kept.all.map(entry => <Entry key={entry.id} entry={entry} />)}</ul>
      </>}
    </div>
  );
}

function Entry({ entry }: { entry: Waiting }) {
  const { kept } = usePane(), { go } = useDoors(), words = useQueueWords(), { say } = useLanguage(), { moment } = useFormats();
  const [type = "", id] = entry.path.split("/"), declared = recordType(type), what = titleOf(entry, words, say);
  const problem = entry.refused && Problem.from(entry.refused), stale = problem?.code === "stale" && declared && entry.method === "PATCH" && problem.current as AnyRow | undefined;
  return (
    <li>
      <div className="entry">
        <div className="head"><b><bdi>{what}</bdi></b><time className="quiet figure" dateTime={new Date(entry.at).toISOString()}>{moment(new Date(entry.at).toISOString())}</time></div>
        {!problem && <p className="quiet">{words.waits}</p>}
        {stale ? <Conflict type={declared} before={{ ...stale, ...blank(entry.body), ...entry.before } as AnyRow} current={stale} mine={entry.body as Record<string, unknown>} busy={false} onCancel={() => void kept!.drop(entry.id)}
          onKeep={values => void (Object.keys(values).length ? kept!.change(entry.id, { body: values, version: stale.version }) : kept!.drop(entry.id))} />
          : <><ProblemLine problem={problem} /><div className="links">
            <Link as="button" type="button" aria-label={words.dropNamed(what)} onClick={() => void kept!.drop(entry.id)}>{words.drop}</Link>
            {declared && id && <Link as="button" type="button" onClick={() => go({ at: "record", type: type as RecordName, id })}>{words.openIt}</Link>}
          </div></>}
      </div>
    </li>
  );
}
const blank = (body: object | undefined) => Object.fromEntries(Object.keys(body ?? {}).map(name => [name, undefined]));

function titleOf({ method, path, body = {} }: Waiting, words: QueueWords, say: (word: string, exception?: `${string}.${string}`) => string): string {
  const given = body as { mail?: { subject?: string }; values?: Record<string, string>; changes?: unknown[] };
  if (path === "mail/log") return words.log(given.mail?.subject || "—");
  if (path === "mail/unlog") return words.unlog;
  if (path === "preferences") return words.choice;
  if (path === "mail/lead") return words.lead([given.values?.firstName, given.values?.lastName].filter(Boolean).join(" ") || given.values?.company || "—");
  if (path === "changes") return words.several(given.changes?.length ?? 0);
  const [name = "", , verb] = path.split("/"), type = recordType(name)!, one = say(type.label[0]);
  return verb ? `${say(String(type.buttons[verb]), `${name}.${verb}`)}: ${one}` : method === "POST" ? words.create(one) : method === "PATCH" ? words.change(one) : words.remove(one);
}
