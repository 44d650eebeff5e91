import { DefaultButton } from "@fluentui/react/lib/Button";
import { Link } from "@fluentui/react/lib/Link";
import { useState } from "react";
import { may } from "../../model/may.ts";
import type { AnyRow } from "../../model/record.ts";
import { recordType } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { useLanguage } from "../language.ts";
import { walk } from "../list/arrows.ts";
import { RecordRow } from "../list/Row.tsx";
import { useAsk } from "../use.ts";
import type { Relation } from "./related.ts";
import { useWords } from "./words.ts";

/** The lists of records that refer to this one, each with its count; those that are empty share one line from which they can be begun. */
export function RelatedLists({ relations, round }: { relations: readonly Relation[]; round: string }) {
  const { api, go, me } = useDoors(), words = useWords(), { say } = useLanguage();
  const { answer: first } = useAsk(`related ${JSON.stringify(relations.map(one => [one.type, one.filter]))} ${round}`, () => Promise.all(relations.map(of => api.list(of.type, { ...of.filter, take: few }))));
  if (!first) return null;
  const mayAdd = ({ type }: Relation) => may(me, "write", recordType(type)!, { owner: me.id });
  const empty = relations.filter((of, n) => !first[n]!.total && mayAdd(of));
  return (
    <>
      {relations.map((of, n) => first[n]!.total > 0 && <List key={of.type} of={of} first={first[n] as never} mayAdd={mayAdd(of)} />)}
      {empty.length > 0 && <div className="links" style={{ marginTop: 16 }}><span className="quiet">{words.startHere}</span>{empty.map(of => <Link key={of.type} as="button" type="button" aria-label={words.newRecord(say(recordType(of.type)!.label[0]))} onClick={() => go({ at: "new", type: of.type, values: of.values })}>+ {say(recordType(of.type)!.label[0])}</Link>)}</div>}
    </>
  );
}
const few = 5;

function List({ of, first, mayAdd }: { of: Relation; first: { records: AnyRow[]; total: number }; mayAdd: boolean }) {
  const { api, go } = useDoors(), words = useWords(), { say } = useLanguage();
  const [take, setTake] = useState(few), type = recordType(of.type)!, title = say(type.label[1]);
  const { answer } = useAsk(take > few ? `related ${of.type} ${JSON.stringify(of.filter)} ${take}` : undefined, () => api.list(of.type, { ...of.filter, take }));
  const { records, total } = (answer ?? first) as { records: AnyRow[]; total: number };
  return (
    <section aria-label={title}>
      <header><h2>{title}</h2><Link as="button" type="button" className="quiet" aria-label={words.openAll(title, total)} onClick={() => go({ at: "list", type: of.type, filter: of.filter })}>{total}</Link>{mayAdd && <span className="end"><Link as="button" type="button" aria-label={words.newRecord(say(type.label[0]))} onClick={() => go({ at: "new", type: of.type, values: of.values })}>{words.add}</Link></span>}</header>
      <ul className="rows" aria-label={title} onKeyDown={walk}>{records.map(row => <RecordRow key={row.id} type={type} row={row} hide={of.field} onOpen={() => go({ at: "record", type: of.type, id: row.id })} />)}</ul>
      {total > records.length && <div className="acts"><DefaultButton text={words.showMore} onClick={() => setTake(take + 20)} /></div>}
    </section>
  );
}
