import { DefaultButton } from "@fluentui/react/lib/Button";
import { Link } from "@fluentui/react/lib/Link";
import { useState } from "react";
import type { Field } from "../../model/field.ts";
import type { TimelineEntry } from "../../model/known.ts";
import { records, recordType, type RecordName } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { Pick } from "../form/Pick.tsx";
import { useFormats } from "../format.ts";
import { useLanguage } from "../language.ts";
import { Cell } from "../list/cells.tsx";
import { ProblemLine } from "../parts/Problem.tsx";
import { useAsk } from "../use.ts";
import { buttonOf } from "./Verbs.tsx";
import { Waiting } from "./Waiting.tsx";
import type { Words } from "./words.en.ts";
import { useWords } from "./words.ts";

type Sort = keyof Words["entries"];
const sorts: Record<Sort, (entry: TimelineEntry) => boolean> = {
  mail: ({ record }) => ["email", "letter", "fax"].includes(record.kind ?? ""), meeting: ({ record }) => ["appointment", "phoneCall"].includes(record.kind ?? ""), task: ({ record }) => record.kind === "task",
  note: ({ what }) => what === "note", change: ({ what }) => what === "change", close: ({ record }) => !!record.kind?.endsWith("Close"),
};

/** What happened on a record, newest first, of all sorts or of one of those that there are; `round` asks anew when the record has changed. */
export function Timeline({ type, id, round }: { type: RecordName; id: string; round: string }) {
  const { api } = useDoors(), words = useWords();
  const [sort, setSort] = useState<Sort | "all">("all"), [shown, show] = useState(10);
  const { answer: data, problem, again: reload } = useAsk(`timeline ${type}/${id} ${round}`, () => api.timeline(type, id));
  const all = data?.entries ?? [], entries = sort === "all" ? all : all.filter(sorts[sort]);
  const there = (Object.keys(sorts) as Sort[]).filter(key => key === sort || all.some(sorts[key]));
  return (
    <section>
      <header><h2>{words.timeline}</h2>{there.length > 1 && <span className="end"><Pick ariaLabel={words.timeline} selectedKey={sort} styles={{ root: { minWidth: 120 } }} options={[{ key: "all", text: words.allEntries }, ...there.map(key => ({ key, text: words.entries[key] }))]} onChange={(_, chosen) => { setSort(chosen!.key as Sort | "all"); show(10); }} /></span>}</header>
      <ProblemLine problem={problem} again={reload} />
      {!data && !problem && <Waiting rows={2} />}
      {data && !entries.length && <p className="nothing">{all.length ? words.noEntries : words.nothingYet}</p>}
      <ol className="told">{entries.slice(0, shown).map((entry, n) => <Entry key={n} entry={entry} />)}</ol>
      {entries.length > shown && <div className="acts"><DefaultButton text={words.showMore} onClick={() => show(shown + 20)} /></div>}
    </section>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const { go, me } = useDoors(), words = useWords(), { say } = useLanguage(), { moment } = useFormats();
  const type = recordType(entry.record.type);
  const kind = entry.what === "note" ? words.note : entry.what === "activity" ? say(records.activity.fields.kind.choices?.[entry.record.kind ?? ""] ?? "Activity", `activity.${entry.record.kind}`) : undefined;
  const fields = entry.changed?.filter(name => type?.fields[name]) ?? [];
  const did = entry.verb === "create" ? words.createdEntry : entry.verb === "unlog" ? words.unloggedEntry(entry.record.title) : entry.verb === "undo" ? words.undoneEntry : entry.verb === "update" ? (fields.length ? words.changedFields(fields.map(name => say(type!.fields[name].label, `${type!.name}.${name}`)).join(", ")) : words.addedEntry) : say(type ? buttonOf(type, entry.verb ?? "") : String(entry.verb), `${entry.record.type}.${entry.verb}`);
  return (
    <li>
      <div className="head">{kind ? <Link as="button" type="button" onClick={() => go({ at: "record", type: entry.record.type as RecordName, id: entry.record.id })}>{kind} · {entry.record.title}</Link> : <span>{did}</span>}<time className="quiet figure" dateTime={entry.at} style={{ flex: "none" }}>{moment(entry.at)}</time></div>
      {entry.what === "activity" && entry.text && entry.text !== entry.record.title && <p className="quiet">{entry.text.slice(0, 160)}</p>}
      {fields.length > 0 && entry.was && entry.now && <Changes type={type!.name} fields={fields} was={entry.was} now={entry.now} />}
      {entry.byName && <p className="quiet">{words.by(entry.by === me.id ? words.you : entry.byName)}</p>}
    </li>
  );
}

const few = 3;
/** Each changed field as it was and as it became; long lists only where they are wanted. */
function Changes({ type, fields, was, now }: { type: string; fields: readonly string[]; was: Record<string, unknown>; now: Record<string, unknown> }) {
  const words = useWords(), { say } = useLanguage(), [all, setAll] = useState(false);
  const of = recordType(type)!.fields as Record<string, Field>, telling = fields.filter(name => !["lines", "data", "prose"].includes(of[name]!.kind));
  const value = (name: string, values: Record<string, unknown>) => values[name] === undefined ? words.emptied : <Cell of={type} field={of[name]!} value={values[name]} />;
  return (
    <>
      {(all ? telling : telling.slice(0, few)).map(name => <p key={name} className="quiet">{say(of[name]!.label, `${type}.${name}`)}: {value(name, was)} → {value(name, now)}</p>)}
      {!all && telling.length > few && <Link as="button" type="button" onClick={() => setAll(true)}>{words.allChanges(telling.length)}</Link>}
    </>
  );
}
