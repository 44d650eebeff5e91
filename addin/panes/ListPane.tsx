import { DefaultButton, PrimaryButton } from "@fluentui/react/lib/Button";
import { Dropdown } from "@fluentui/react/lib/Dropdown";
import { SearchBox } from "@fluentui/react/lib/SearchBox";
import { useEffect, useState } from "react";
import { may } from "../../model/may.ts";
import type { AnyRow } from "../../model/record.ts";
import { recordType, type RecordName } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { useFormats } from "../format.ts";
import { useLanguage } from "../language.ts";
import { RecordRow } from "../list/Row.tsx";
import { ordersOf, viewsOf } from "../list/views.ts";
import { look } from "../record/look.ts";
import { ProblemLine, Waiting } from "../record/ProblemLine.tsx";
import { useLoaded } from "../record/use.ts";
import { useRested } from "../use.ts";
import { useWords } from "../record/words.ts";

const page = 25;

/** The records of one type: views, search, sort, and more on demand. */
export default function ListPane({ type: name, view: wanted }: { type: RecordName; view?: string }) {
  const { api, go, me, announce } = useDoors(), words = useWords(), { say } = useLanguage(), { today } = useFormats();
  const type = recordType(name)!;
  const views = viewsOf(type, today());
  const [view, setView] = useState(views.find(([one]) => one === wanted)?.[0] ?? views[0]![0]);
  const [typed, setTyped] = useState(""), [order, setOrder] = useState("updatedAt");
  const text = useRested(typed.trim(), 250);
  const filter = views.find(([one]) => one === view)?.[1] ?? {};
  const down = order === "updatedAt" || type.fields[order]?.kind === "money";
  const { data, problem, reload } = useLoaded(JSON.stringify([name, view, text, order]), async () => ({ ...await api.list(name, { ...filter, text: text || undefined, order, down: String(down), take: page }) }));
  const [more, setMore] = useState<{ of: unknown; rows: AnyRow[] }>();
  const later = more && more.of === data ? more.rows : [];
  const rows = [...(data?.records ?? []) as AnyRow[], ...later];
  useEffect(() => { if (data && (text || view !== views[0]![0])) announce(words.total(data.total)); // eslint-disable-next-line react-hooks/exhaustive-deps -- said once for each answer
  }, [data]);
  const showMore = async () => {
    const next = await api.list(name, { ...filter, text: text || undefined, order, down: String(down), skip: rows.length, take: page });
    const had = new Set(rows.map(row => row.id));
    setMore({ of: data, rows: [...later, ...(next.records as AnyRow[]).filter(row => !had.has(row.id))] });
  };
  const many = say(type.label[1]), one = say(type.label[0]);
  return (
    <div className={look}>
      <div className="head"><h1>{many}</h1>{may(me, "write", type, { owner: me.id, team: me.team }) && name !== "note" && <PrimaryButton text={words.newRecord(one)} onClick={() => go({ at: "new", type: name })} />}</div>
      <div className="filters" role="search">
        <SearchBox placeholder={words.searchIn(many)} ariaLabel={words.searchIn(many)} value={typed} onChange={(_, now = "") => setTyped(now)} />
        <Dropdown ariaLabel={words.view} selectedKey={view} options={views.map(([key]) => ({ key, text: words.views[key] }))} onChange={(_, chosen) => setView(chosen!.key as typeof view)} />
        <Dropdown ariaLabel={words.sort} selectedKey={order} options={[{ key: "updatedAt", text: words.recent }, { key: "title", text: words.name }, ...ordersOf(type).map(key => ({ key, text: say(type.fields[key].label, `${name}.${key}`) }))]} onChange={(_, chosen) => setOrder(String(chosen!.key))} />
      </div>
      <ProblemLine problem={problem} again={reload} />
      {!data && !problem && <Waiting rows={6} />}
      {data && !rows.length && <p className="nothing">{text ? words.noMatch(text) : words.emptyList(many)}</p>}
      <ul className="rows" aria-label={many}>{rows.map(row => <RecordRow key={row.id} type={type} row={row} onOpen={() => go({ at: "record", type: name, id: row.id })} />)}</ul>
      {data && rows.length > 0 && <div className="bar"><span className="quiet">{words.shown(rows.length, data.total)}</span>{rows.length < data.total && <DefaultButton text={words.showMore} onClick={() => void showMore().catch(reload)} />}</div>}
    </div>
  );
}
