import { DefaultButton, PrimaryButton } from "@fluentui/react/lib/Button";
import { Link } from "@fluentui/react/lib/Link";
import { useRef, useState } from "react";
import { recordType, type RecordName } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { Pick } from "../form/Pick.tsx";
import { useLanguage } from "../language.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { look } from "../record/look.ts";
import { Truth, type Deed } from "../record/Truth.tsx";
import { askImport, type Policy, type Report, type Wanted } from "../transfer/ask.ts";
import { Columns } from "../transfer/Columns.tsx";
import { Rows, sayCounts } from "../transfer/Rows.tsx";
import { useTransferWords } from "../transfer/words.ts";
import { useWork } from "../use.ts";

/** Records from a file: what becomes of each row is shown before anything is saved, and all of it can be taken back at once. */
export default function ImportPane({ type: name }: { type: RecordName }) {
  const { api, go, back, announce } = useDoors(), words = useTransferWords(), { say } = useLanguage(), { busy, problem, run } = useWork();
  const type = recordType(name)!, chooser = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>(), [map, setMap] = useState<Record<string, string | null>>({}), [policy, setPolicy] = useState<Policy>("skip"), [key, setKey] = useState(""), [saving, setSaving] = useState(false);
  const [report, setReport] = useState<Report>(), [far, setFar] = useState<[done: number, of: number]>(), [deed, setDeed] = useState<Deed>();
  const wanted = useRef({ policy, map });
  /** Rehearses until what was rehearsed is what is wanted: one may go on choosing meanwhile. */
  const rehearse = (of: File, next: Wish) => { setKey(crypto.randomUUID()); setPolicy(next.policy); setMap(next.map); wanted.current = next; setSaving(false); setDeed(undefined); void run(async () => {
    for (let now; now !== wanted.current;) { now = wanted.current; const found = await asked(of, { ...now, dry: true }); setReport(found); if (now === wanted.current) announce(sayCounts(words, found.rows)); }
  }); };
  const save = (of: File) => void run(async () => {
    setSaving(true);
    const found = await asked(of, { policy, map, dry: false, key }), refused = count(found, "refuse");
    setReport(undefined); setFile(undefined);
    setDeed({ said: [words.done(comingOf(found)), ...refused ? [words.refusedLeft(refused)] : []].join(". "), commit: found.commit, more: <Link as="button" type="button" onClick={() => { back(); go({ at: "list", type: name, view: "all" }); }}>{words.toList}</Link> });
  });
  const asked = async (of: File, what: Wanted) => { setFar(undefined); try { return await askImport(api, name, of, what, (done, all) => setFar([done, all])); } finally { setFar(undefined); } };
  const take = (of: File | undefined) => { if (of) { setFile(of); setReport(undefined); rehearse(of, { policy, map: {} }); } };
  const doing = saving ? words.writing : words.reading, coming = report ? comingOf(report) : 0;
  const work = busy && <div role="status" style={{ marginTop: 12 }}><p>{far && !(saving && far[0] === far[1]) ? words.far(...far) : doing}</p><progress style={{ width: "100%" }} value={far?.[0]} max={far?.[1]} aria-label={doing} /></div>;
  return (
    <div className={look}>
      <h1>{words.title(say(type.label[1]))}</h1>
      <Truth deed={deed} onUndone={() => undefined} />
      <p className="quiet" style={{ marginTop: 8 }}>{file ? file.name : words.kinds}</p>
      <input ref={chooser} type="file" hidden accept=".csv,.xlsx,text/csv" aria-label={words.file} onChange={event => { take(event.target.files?.[0]); event.target.value = ""; }} />
      <div className="acts">{file ? <DefaultButton text={words.another} disabled={busy} onClick={() => chooser.current?.click()} /> : <PrimaryButton text={words.file} onClick={() => chooser.current?.click()} />}</div>
      <ProblemLine problem={problem} again={file ? () => saving ? save(file) : rehearse(file, { policy, map }) : undefined} />
      {report && file && !(busy && saving) ? <>
        <div style={{ marginTop: 12 }}><Pick label={words.policy} selectedKey={policy} options={(["skip", "update", "create"] as const).map(key => ({ key, text: words.policies[key] }))} onChange={(_, one) => rehearse(file, { policy: one!.key as Policy, map })} /></div>
        <Columns type={type} columns={report.columns} map={map} change={next => rehearse(file, { policy, map: next })} />
        {work || <Rows rows={report.rows} type={type} />}
        <div className="stay"><PrimaryButton text={coming ? words.do(coming) : words.nothing} disabled={!coming || busy || !!problem && !saving} onClick={() => save(file)} /><DefaultButton text={words.cancel} onClick={back} /></div>
      </> : work}
    </div>
  );
}

type Wish = Omit<Wanted, "dry" | "key">;
const count = ({ rows }: Report, what: string) => rows.filter(({ does }) => does === what).length;
const comingOf = (report: Report) => count(report, "create") + count(report, "update");
