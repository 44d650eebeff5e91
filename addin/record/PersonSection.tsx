import { DefaultButton, PrimaryButton } from "@fluentui/react/lib/Button";
import { Link } from "@fluentui/react/lib/Link";
import { TextField } from "@fluentui/react/lib/TextField";
import { useRef, useState } from "react";
import { may, reachOf } from "../../model/may.ts";
import { pathOf, titleOf, type AnyRow } from "../../model/record.ts";
import { recordType, type RecordName } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { useLanguage } from "../language.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { useAsk, useWork } from "../use.ts";
import { Panel } from "./Panel.tsx";
import { usePersonWords } from "./personWords.ts";
import { save } from "./save.ts";
import type { SectionProps } from "./sections.tsx";
import { Waiting } from "./Waiting.tsx";

interface Kept { person: string[]; records: (AnyRow & { type: string })[] }

/** All that is kept about a person: to hand it out, and to take them out for good. Reps, who may export what is theirs, are not bothered with it. */
export const personSection = (name: RecordName) => function Person({ row, done }: SectionProps) {
  const { api, me, announce } = useDoors(), words = usePersonWords(), { busy, problem, run } = useWork(), [asking, ask] = useState(false);
  const type = recordType(name)!, title = titleOf(type, row), mayExport = reachOf(me, "export", type) === "all", mayErase = may(me, "erase", type, row);
  if (!mayExport && !mayErase) return null;
  const hand = () => void run(async () => {
    const kept = await api.call<Kept>("GET", `person/${name}/${row.id}`), file = `${title.replace(/[\\/:*?"<>|]/g, "-").slice(0, 80)}.json`;
    save(JSON.stringify(kept, undefined, 2), file, "application/json");
    announce(words.exported(file, kept.records.length));
  });
  return (
    <section aria-label={words.title}>
      <header><h2>{words.title}</h2></header>
      {asking ? <Erase name={name} row={row} hand={hand} done={said => { ask(false); done(said); }} onCancel={() => ask(false)} /> : <>
        <p className="quiet" style={{ marginTop: 8 }}>{words.about}</p>
        <div className="links">{mayExport && <Link as="button" type="button" disabled={busy} onClick={hand}>{words.export}</Link>}{mayErase && <Link as="button" type="button" onClick={() => ask(true)}>{words.erase}</Link>}</div>
      </>}
      <ProblemLine problem={problem} />
    </section>
  );
};

/** Says by name what will be gone and what stays, and asks for the person's own name before anything happens. The same press twice is one erasing, and it is never kept for later. */
function Erase({ name, row, hand, done, onCancel }: { name: RecordName; row: AnyRow; hand(): void; done(said: string): void; onCancel(): void }) {
  const { api } = useDoors(), words = usePersonWords(), { say } = useLanguage(), { busy, problem, run } = useWork(), key = useRef(crypto.randomUUID()), [typed, type] = useState("");
  const { answer: kept, problem: unread, again } = useAsk(`person ${name}/${row.id}`, () => api.call<Kept>("GET", `person/${name}/${row.id}`));
  const word = String(row.lastName ?? titleOf(recordType(name)!, row)), isOwn = ({ type, id }: { type: string; id: string }) => kept!.person.includes(pathOf(type, id));
  const others = kept?.records.filter(one => !isOwn(one) && recordType(one.type)) ?? [], counts = [...new Set(others.map(one => one.type))].map(type => { const n = others.filter(one => one.type === type).length; return `${n} ${say(recordType(type)!.label[n === 1 ? 0 : 1]).toLowerCase()}`; });
  const erase = () => void run(async () => {
    const { changed } = await api.again<{ changed: number }>({ method: "POST", path: `person/${name}/${row.id}/erase`, body: {}, key: key.current });
    done(words.done(changed));
  });
  return (
    <Panel urgent title={words.ask(titleOf(recordType(name)!, row))}>
      <ProblemLine problem={unread} again={again} />
      {!kept && !unread && <><p className="quiet" role="status">{words.looking}</p><Waiting rows={2} /></>}
      {kept && <>
        <p>{words.own}</p><ul className="preview">{kept.records.filter(isOwn).map(one => <li key={pathOf(one.type, one.id)}>{say(recordType(one.type)!.label[0])} “<bdi>{titleOf(recordType(one.type)!, one)}</bdi>”</li>)}</ul>
        <p style={{ marginTop: 8 }}>{counts.length ? words.elsewhere : words.nowhere}</p>{counts.length > 0 && <ul className="preview">{counts.map(count => <li key={count}>{count}</li>)}</ul>}
        <p style={{ marginTop: 8 }}>{words.left}</p>
        <p className="bad" style={{ marginTop: 8, fontWeight: 600 }}>{words.never}</p>
        <div className="links"><Link as="button" type="button" disabled={busy} onClick={hand}>{words.first}</Link></div>
        <TextField label={words.type(word)} value={typed} autoComplete="off" disabled={busy} onChange={(_, now = "") => type(now)} />
      </>}
      <ProblemLine problem={problem} />
      <div className="stay"><PrimaryButton text={busy ? words.busy : words.do} disabled={busy || !kept || typed.trim().toLowerCase() !== word.toLowerCase()} onClick={erase} /><DefaultButton text={words.cancel} disabled={busy} onClick={onCancel} /></div>
    </Panel>
  );
}
