import { Link } from "@fluentui/react/lib/Link";
import { useRef, useState } from "react";
import type { AnyRow } from "../../model/record.ts";
import { recordType, type RecordName } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { filled } from "../form/check.ts";
import { RecordForm } from "../form/RecordForm.tsx";
import { useLanguage } from "../language.ts";
import { Alike } from "../record/Alike.tsx";
import { useAlike } from "../record/useAlike.ts";
import { draftsOf } from "../record/drafts.ts";
import { look } from "../record/look.ts";
import { useWork } from "../use.ts";
import { beneath } from "../record/sections.tsx";
import { useWords } from "../record/words.ts";

/** A new record of any type; records that may be the same are shown before it is saved, and hold it back once. */
export default function NewPane({ type: name, values = {} }: { type: RecordName; values?: Record<string, unknown> }) {
  const { api, go, back, announce } = useDoors(), words = useWords(), { say } = useLanguage();
  const type = recordType(name)!, one = say(type.label[0]);
  const { busy, problem, run } = useWork(), Beneath = beneath[name];
  const drafts = draftsOf(api), place = `new ${name} ${JSON.stringify(values)}`, [fresh, setFresh] = useState(0), begun = drafts.get(place);
  const [kept] = useState(begun !== undefined), [now, setNow] = useState(begun ?? values), key = useRef<{ for: string; key: string }>(undefined);
  const { found, held, hold } = useAlike(name, now);
  const save = (given: Record<string, unknown>) => void run(async () => {
    const body = filled(given), told = JSON.stringify(body);
    if (await hold(body)) return;
    if (key.current?.for !== told) key.current = { for: told, key: crypto.randomUUID() };
    const made = await api.create(name, body as never, key.current.key) as unknown as AnyRow;
    drafts.delete(place);
    announce(words.created(one));
    back(); // the form is done with: from the record one goes back to where it was begun
    go({ at: "record", type: name, id: made.id });
  });
  return (
    <div className={look}>
      <h1>{words.newRecord(one)}</h1>
      {kept && !fresh && <p className="truth"><span>{words.draftKept}</span><Link as="button" type="button" onClick={() => { drafts.delete(place); setNow(values); setFresh(1); }}>{words.discard}</Link></p>}
      <RecordForm key={fresh} type={type} values={begun ?? values} save={held ? words.saveAnyway : words.saveRecord(one)} busy={busy} problem={problem} onSave={save} onCancel={() => { drafts.delete(place); back(); }} onChange={typed => { drafts.set(place, typed); setNow(typed); }}>
        {Beneath && <Beneath values={now} />}
        <Alike found={found} held={held} use={record => { drafts.delete(place); back(); go({ at: "record", type: record.type as RecordName, id: record.id }); }} />
      </RecordForm>
    </div>
  );
}
