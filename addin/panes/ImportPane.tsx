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
import { askImport, type Policy, type Report } from "../transfer/ask.ts";
import { Columns } from "../transfer/Columns.tsx";
import { Rows } from "../transfer/Rows.tsx";
import { useTransferWords } from "../transfer/words.ts";
import { useWork } from "../use.ts";

/** Records from a file: what becomes of each row is shown before anything is saved, and all of it can be taken back at once. */
export default function ImportPane({ type: name }: { type: RecordName }) {
  const { api, go, back } = useDoors(), words = useTransferWords(), { say } = useLanguage(), { busy, problem, run } = useWork();
  const type = recordType(name)!, chooser = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>(), [map, setMap] = useState<Record<string, string | null>>({}), [policy, setPolicy] = useState<Policy>("skip"), [key, setKey] = useState(""), [saving, setSaving] = useState(false);
  const [report, setReport] = useState<Report>(), [far, setFar] = useState<[done: number, of: number]>(), [deed, setDeed] = useState<Deed>();
  const ask = (of: File, wanted: { policy: Policy; map: Record<string, string | null> }, dry: boolean) => run(async () => {
    setDeed(undefined); setFar(undefined); setSaving(!dry);
    try {
      const found = await askImport(api, name, of, { ...wanted, dry, key }, (done, all) => setFar([done, all]));
      setReport(dry ? found : undefined);
      if (!dry) { setFile(undefined); setDeed({ said: [words.done(count(found, "create") + count(found, "update")), ...count(found, "refuse") ? [words.refusedLeft(count(found, "refuse"))] : []].join(". "), commit: found.commit, more: <Link as="button" type="button" onClick={() => { back(); go({ at: "list", type: name, view: "all" }); }}>{words.toList}</Link> }); }
    } finally { setFar(undefined); }
  });
  const take = (of: File | undefined) => { if (!of) return; setFile(of); setKey(crypto.randomUUID()); setMap({}); setReport(undefined); void ask(of, { policy, map: {} }, true); };
  const again = (next: { policy: Policy; map: Record<string, string | null> }) => { setKey(crypto.randomUUID()); setPolicy(next.policy); setMap(next.map); if (file) void ask(file, next, true); };
  const doing = saving ? words.writing : words.reading, coming = report ? count(report, "create") + count(report, "update") : 0;
  return (
    <div className={look}>
      <h1>{words.title(say(type.label[1]))}</h1>
      <Truth deed={deed} onUndone={() => undefined} />
      <p className="quiet" style={{ marginTop: 8 }}>{file ? file.name : words.kinds}</p>
      <input ref={chooser} type="file" hidden accept=".csv,.xlsx,text/csv" aria-label={words.file} onChange={event => { take(event.target.files?.[0]); event.target.value = ""; }} />
      <div className="acts">{file ? <DefaultButton text={words.another} disabled={busy} onClick={() => chooser.current?.click()} /> : <PrimaryButton text={words.file} onClick={() => chooser.current?.click()} />}</div>
      <ProblemLine problem={problem} again={file ? () => void ask(file, { policy, map }, !saving) : undefined} />
      {busy && <div role="status" style={{ marginTop: 12 }}><p>{far && !(saving && far[0] === far[1]) ? words.far(...far) : doing}</p><progress style={{ width: "100%" }} value={far?.[0]} max={far?.[1]} aria-label={doing} /></div>}
      {report && !busy && file && <>
        <div style={{ marginTop: 12 }}><Pick label={words.policy} selectedKey={policy} options={(["skip", "update", "create"] as const).map(key => ({ key, text: words.policies[key] }))} onChange={(_, one) => again({ policy: one!.key as Policy, map })} /></div>
        <Columns type={type} columns={report.columns} map={map} change={next => again({ policy, map: next })} />
        <Rows rows={report.rows} type={type} />
        <div className="stay"><PrimaryButton text={coming ? words.do(coming) : words.nothing} disabled={!coming} onClick={() => void ask(file, { policy, map }, false)} /><DefaultButton text={words.cancel} onClick={back} /></div>
      </>}
    </div>
  );
}

const count = ({ rows }: Report, what: string) => rows.filter(({ does }) => does === what).length;
