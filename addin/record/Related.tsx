import { DefaultButton } from "@fluentui/react/lib/Button";
import { Link } from "@fluentui/react/lib/Link";
import { useState } from "react";
import type { AnyRow } from "../../model/record.ts";
import { recordType } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { useLanguage } from "../language.ts";
import { RecordRow } from "../list/Row.tsx";
import type { Relation } from "./related.ts";
import { useAsk } from "../use.ts";
import { useWords } from "./words.ts";

/** Records that refer to this one; a list that is empty is not drawn, save those that a rep would begin from here. */
export function Related({ of, round }: { of: Relation; round: string }) {
  const { api, go } = useDoors(), words = useWords(), { say } = useLanguage();
  const [take, more] = useState(5);
  const { answer: data } = useAsk(`related ${of.type} ${JSON.stringify(of.filter)} ${take} ${round}`, () => api.list(of.type, { ...of.filter, take }));
  const type = recordType(of.type)!, begin = ["contact", "opportunity"].includes(of.type) && ["account", "contact"].includes(of.field);
  if (!data || (!data.total && !begin)) return null;
  const title = say(type.label[1]);
  return (
    <section aria-label={title}>
      <header><h2>{title}</h2><span className="quiet">{data.total}</span>{begin && <span className="end"><Link as="button" type="button" aria-label={words.newRecord(say(type.label[0]))} onClick={() => go({ at: "new", type: of.type, values: of.values })}>{words.add}</Link></span>}</header>
      <ul className="rows">{(data.records as AnyRow[]).map(row => <RecordRow key={row.id} type={type} row={row} hide={of.field} onOpen={() => go({ at: "record", type: of.type, id: row.id })} />)}</ul>
      {data.total > data.records.length && <div className="acts"><DefaultButton text={words.showMore} onClick={() => more(take + 20)} /></div>}
    </section>
  );
}
