import { useState } from "react";
import { editable, pathOf, type AnyRecord, type AnyRow } from "../../model/record.ts";
import { recordType } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { useFormats } from "../format.ts";
import { useLanguage } from "../language.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { Section } from "../parts/Section.tsx";
import { TextButton } from "../parts/TextButton.tsx";
import { useNames } from "../process/names.ts";
import { sayWay } from "../process/shipped.ts";
import type { SectionProps } from "../record/sections.tsx";
import { useAsk, useWork } from "../use.ts";
import { useWays } from "../ways.ts";
import { begin } from "./dialogs.ts";
import "../process/lines.css";
import "./dialog.css";
import { useDialogWords } from "./words.ts";

/** The guided conversations about a record: those on their way, those that can be begun, and those that were held. */
export function Guided({ type, row, round = 0 }: { type: AnyRecord; row: AnyRow; round?: number }) {
  const { api, me, go } = useDoors(), words = useDialogWords(), { chinese } = useLanguage(), { moment } = useFormats(), ways = useWays();
  const path = pathOf(type.name, row.id), { answer, problem: unheard, again } = useAsk(`dialogs on ${path} ${round}`, () => api.list("dialogSession", { on: path, order: "updatedAt", down: "true", take: 20 }));
  const { busy, problem, run, clear } = useWork(), [all, setAll] = useState(false);
  const known = answer !== undefined, sessions = (answer?.records ?? []) as unknown as AnyRow[], mine = sessions.filter(one => one.status === "open" && one.owner === me.id), past = sessions.filter(one => !mine.includes(one));
  const offered = known && editable(type, row.status) && me.role !== "reader" ? ways?.dialogs?.filter(one => one.on === type.name && !mine.some(({ dialog }) => dialog === one.id)) ?? [] : [];
  if (!unheard && !mine.length && !offered.length && !past.length) return null;
  const nameOf = (session: AnyRow) => sayWay(ways?.dialogs?.find(({ id }) => id === session.dialog)?.name ?? String(session.title).split(" – ")[0]!, chinese);
  return (
    <Section title={words.title}>
      {mine.map(one => <p key={one.id} className="guided"><span className="grow"><span>{nameOf(one)}</span><span className="quiet">{words.begun(moment(String(one.createdAt)), pagesOf(one))}</span></span><TextButton label={words.resumeIt(nameOf(one))} onClick={() => go({ at: "dialog", id: one.id })}>{words.resume}</TextButton></p>)}
      {offered.map(({ id, name, description }) => <div key={id} className="guided"><span className="grow"><TextButton label={words.start(sayWay(name, chinese))} disabled={busy} onClick={() => void run(async () => { const { session } = await begin(api, id, path); go({ at: "dialog", id: session.id }); })}>{sayWay(name, chinese)}</TextButton>{description && <span className="quiet">{sayWay(description, chinese)}</span>}</span></div>)}
      <ProblemLine problem={problem ?? unheard} again={problem ? clear : again} />
      {past.length > 0 && <TextButton expanded={all} onClick={() => setAll(!all)}>{words.earlier(past.length)}</TextButton>}
      {all && past.map(one => <Past key={one.id} session={one} name={nameOf(one)} />)}
    </Section>
  );
}
/** The same as a part of a record's page. */
export const guidedOn = (type: string) => function GuidedOn({ row, round }: SectionProps) { return <Guided type={recordType(type)!} row={row} round={round} />; };
const pagesOf = (session: AnyRow) => (session.session as { answers?: unknown[] } | undefined)?.answers?.length ?? 0;

function Past({ session, name }: { session: AnyRow; name: string }) {
  const { go } = useDoors(), words = useDialogWords(), { moment } = useFormats(), who = useNames([String(session.owner)]);
  return <p className="guided"><span className="grow"><TextButton onClick={() => go({ at: "record", type: "dialogSession", id: session.id })}>{name}</TextButton><span className="quiet">{[words.ended[session.status], who && words.byWhom(who, moment(String(session.updatedAt)))].filter(Boolean).join(" · ")}</span></span></p>;
}
