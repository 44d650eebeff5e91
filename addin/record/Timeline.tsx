import { Pick } from "../form/Pick.tsx";
import { DefaultButton } from "@fluentui/react/lib/Button";
import { Link } from "@fluentui/react/lib/Link";
import { useState } from "react";
import type { TimelineEntry } from "../../model/known.ts";
import { records, recordType, type RecordName } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { useFormats } from "../format.ts";
import { useLanguage } from "../language.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { useAsk } from "../use.ts";
import { Waiting } from "./Waiting.tsx";
import { useWords } from "./words.ts";

type Sort = TimelineEntry["what"];

/** What happened on a record, newest first, of all sorts or of one; `version` asks anew when the record has changed. */
export function Timeline({ type, id, round }: { type: RecordName; id: string; round: string }) {
  const { api } = useDoors(), words = useWords();
  const [sort, setSort] = useState<Sort | "all">("all"), [shown, show] = useState(10);
  const { answer: data, problem, again: reload } = useAsk(`timeline ${type}/${id} ${round}`, () => api.timeline(type, id));
  const entries = data?.entries.filter(entry => sort === "all" || entry.what === sort) ?? [];
  return (
    <section aria-label={words.timeline}>
      <header><h2>{words.timeline}</h2><span className="end"><Pick ariaLabel={words.timeline} selectedKey={sort} styles={{ root: { minWidth: 120 } }} options={[{ key: "all", text: words.allEntries }, ...(["activity", "note", "change"] as const).map(key => ({ key, text: words.entries[key] }))]} onChange={(_, chosen) => setSort(chosen!.key as Sort | "all")} /></span></header>
      <ProblemLine problem={problem} again={reload} />
      {!data && !problem && <Waiting rows={2} />}
      {data && !entries.length && <p className="nothing">{data.entries.length ? words.noEntries : words.nothingYet}</p>}
      <ol className="told">{entries.slice(0, shown).map((entry, n) => <Entry key={n} entry={entry} />)}</ol>
      {entries.length > shown && <div className="acts"><DefaultButton text={words.showMore} onClick={() => show(shown + 20)} /></div>}
    </section>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const { go, me } = useDoors(), words = useWords(), { say } = useLanguage(), { moment } = useFormats();
  const type = recordType(entry.record.type);
  const kind = entry.what === "note" ? words.note : entry.what === "activity" ? say(records.activity.fields.kind.choices?.[entry.record.kind ?? ""] ?? "Activity", `activity.${entry.record.kind}`) : undefined;
  const fields = entry.changed?.flatMap(name => type?.fields[name] ? [say(type.fields[name].label, `${type.name}.${name}`)] : []) ?? [];
  const did = entry.verb === "create" ? words.createdEntry : entry.verb === "undo" ? words.undoneEntry : entry.verb === "update" ? (fields.length ? words.changedFields(fields.join(", ")) : words.addedEntry) : say(String(type?.buttons[entry.verb ?? ""] ?? entry.verb), `${entry.record.type}.${entry.verb}`);
  return (
    <li>
      <div className="head">{kind ? <Link as="button" type="button" onClick={() => go({ at: "record", type: entry.record.type as RecordName, id: entry.record.id })}>{kind} · {entry.record.title}</Link> : <span>{did}</span>}<time className="quiet figure" dateTime={entry.at} style={{ flex: "none" }}>{moment(entry.at)}</time></div>
      {entry.what === "activity" && entry.text && entry.text !== entry.record.title && <p className="quiet">{entry.text.slice(0, 160)}</p>}
      {entry.byName && <p className="quiet">{words.by(entry.by === me.id ? words.you : entry.byName)}</p>}
    </li>
  );
}
