import { DefaultButton, IconButton, PrimaryButton } from "@fluentui/react/lib/Button";
import { Checkbox } from "@fluentui/react/lib/Checkbox";
import { Pick } from "../form/Pick.tsx";
import { Link } from "@fluentui/react/lib/Link";
import { SearchBox } from "@fluentui/react/lib/SearchBox";
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { may } from "../../model/may.ts";
import { titleOf } from "../../model/record.ts";
import { recordType, type RecordName } from "../../model/records.ts";
import { Bulk } from "../browse/Bulk.tsx";
import { FilterChips, FilterPanel } from "../browse/Filters.tsx";
import { leftOf, type Left } from "../browse/remembered.ts";
import { useRows } from "../browse/rows.ts";
import { useListWords } from "../browse/words.ts";
import { useDoors } from "../doors.ts";
import { useFormats } from "../format.ts";
import { useLanguage } from "../language.ts";
import { walk } from "../list/arrows.ts";
import { RecordRow } from "../list/Row.tsx";
import { ordersOf, viewsOf, type Filter } from "../list/views.ts";
import { look } from "../record/look.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { Waiting } from "../record/Waiting.tsx";
import { useRested } from "../use.ts";
import { useWords } from "../record/words.ts";

const Transfers = lazy(() => import("../transfer/Transfers.tsx").then(({ Transfers }) => ({ default: Transfers })));

/** The records of one type: views, filters, search, sort, several at once, and more as one goes down. Beside a record, `current` is the one that is shown and `open` shows another. */
export default function ListPane({ type: name, view: wanted, filter: given, current, open }: { type: RecordName; view?: string; filter?: Filter; current?: string; open?(id: string): void }) {
  const { api, go, me, announce } = useDoors(), words = useWords(), more = useListWords(), { say } = useLanguage(), { today } = useFormats();
  const type = recordType(name)!, views = viewsOf(type, today()), place = JSON.stringify([name, wanted, given]);
  const [left, setLeft] = useState<Left>(() => leftOf(api).get(place) ?? { view: given ? "all" : views.find(({ key }) => key === wanted)?.key ?? views[0]!.key, filter: given ?? {}, text: "" });
  const put = (next: Partial<Left>) => setLeft(was => ({ ...was, ...next }));
  useEffect(() => { leftOf(api).set(place, left); }, [api, place, left]);
  const [filtering, setFiltering] = useState(false), [chosen, setChosen] = useState<string[]>(), [stood, setStood] = useState<string>();
  const view = views.find(({ key }) => key === left.view) ?? views[0]!;
  const order = left.order ?? view.order ?? "updatedAt", down = left.down ?? (order === "updatedAt" || ["money", "number"].includes(type.fields[order]?.kind));
  const text = useRested(left.text.trim(), 250);
  const shown = { ...view.filter, ...left.filter }, list = useRows(name, { ...shown, text: text || undefined, order, down: String(down) });
  const { rows, total, problem, reload } = list;
  useEffect(() => { if (total !== undefined && (text || Object.keys(left.filter).length || view !== views[0])) announce(words.total(total)); // eslint-disable-next-line react-hooks/exhaustive-deps -- said once for each answer
  }, [total, text, left.filter, left.view]);

  const page = useRef<HTMLDivElement>(null), end = useRef<HTMLDivElement>(null), came = useRef(left.opened);
  useEffect(() => { // back from a record: the eye and the focus are where they were
    if (!came.current || !rows.length) return;
    const row = page.current?.querySelector<HTMLElement>(`li[data-id="${came.current}"] button.row`);
    came.current = undefined;
    row?.scrollIntoView?.({ block: "center" }); row?.focus({ preventScroll: true });
  }, [rows.length]);
  const next = useRef(list.more);
  next.current = list.more;
  useEffect(() => { // asks once for each page, and not at all when all are here
    if (!end.current || rows.length >= (total ?? 0) || typeof IntersectionObserver === "undefined") return;
    const watch = new IntersectionObserver(([seen]) => { if (seen?.isIntersecting) void next.current().catch(() => undefined); }, { rootMargin: "200px" });
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [rows.length, total]);

  const many = say(type.label[1]), one = say(type.label[0]), filtered = Object.keys(left.filter).length;
  const show = (id: string) => { put({ opened: id }); leftOf(api).set(place, { ...left, opened: id }); if (open) { announce(more.beside(titleOf(type, rows.find(row => row.id === id)!))); open(id); } else go({ at: "record", type: name, id }); };
  const showing = useRef(show), showOne = useCallback((id: string) => showing.current(id), []);
  showing.current = show;
  const tick = (id: string, on: boolean) => setChosen(was => on ? [...was ?? [], id] : (was ?? []).filter(had => had !== id));
  /** The list is one stop of the keyboard, and the arrows walk in it; with boxes to tick each row has its own. */
  const stop = [stood, current, rows[0]?.id].find(id => rows.some(row => row.id === id));
  const viewLabel = ({ word, status }: typeof view) => word ? words.views[word] : say(type.statuses[status!]!.label, `${name}.${status}`);
  const mayAdd = may(me, "write", type, { owner: me.id }) && name !== "note";
  return (
    <div className={look} ref={page}>
      <div className="head"><h1>{many}{total !== undefined && <span className="quiet count"> {total}</span>}</h1>{mayAdd && <PrimaryButton text={words.newRecord(one)} onClick={() => go({ at: "new", type: name })} />}</div>
      <div className="filters" role="search" aria-label={words.searchIn(many)}>
        <SearchBox placeholder={words.searchIn(many)} ariaLabel={words.searchIn(many)} value={left.text} onChange={(_, now = "") => put({ text: now })} onKeyDown={event => { if (event.key === "ArrowDown") { event.preventDefault(); page.current?.querySelector<HTMLElement>("button.row")?.focus(); } }} />
        <Pick ariaLabel={words.view} selectedKey={view.key} options={views.map(each => ({ key: each.key, text: viewLabel(each) }))} onChange={(_, now) => put({ view: String(now!.key), order: undefined, down: undefined })} />
        <div className="sort"><Pick ariaLabel={words.sort} selectedKey={order} options={[{ key: "updatedAt", text: words.recent }, { key: "title", text: words.name }, ...ordersOf(type).map(key => ({ key, text: say(type.fields[key].label, `${name}.${key}`) }))]} onChange={(_, now) => put({ order: String(now!.key), down: undefined })} />
          <IconButton iconProps={{ iconName: down ? "Down" : "Up" }} ariaLabel={down ? more.down : more.up} title={down ? more.down : more.up} onClick={() => put({ order, down: !down })} /></div>
      </div>
      <div className="links">
        <Link as="button" type="button" aria-expanded={filtering} onClick={() => setFiltering(!filtering)}>{filtered ? more.filtering(filtered) : more.filter}</Link>
        {rows.length > 0 && <Link as="button" type="button" aria-pressed={!!chosen} onClick={() => setChosen(chosen ? undefined : [])}>{chosen ? more.stop : more.select}</Link>}
        {!open && <Suspense fallback={null}><Transfers type={type} filter={{ ...shown, text: text || undefined }} /></Suspense>}
        {chosen && <Checkbox label={more.selectAll} checked={chosen.length >= rows.length} indeterminate={chosen.length > 0 && chosen.length < rows.length} onChange={(_, on) => setChosen(on ? rows.map(row => row.id) : [])} />}
      </div>
      {filtering && <FilterPanel type={type} filter={left.filter} change={filter => put({ filter })} />}
      <FilterChips type={type} filter={left.filter} change={filter => put({ filter })} />
      <ProblemLine problem={problem} again={reload} />
      {total === undefined && !problem && <Waiting rows={6} />}
      {total === 0 && <div className="nothing"><p>{text ? words.noMatch(text) : filtered ? more.noMatch : words.emptyList(many)}</p>{(filtered > 0 || view.key !== "all") && <Link as="button" type="button" onClick={() => put({ filter: {}, text: "", view: "all" })}>{more.dropAll}</Link>}</div>}
      <ul className="rows" aria-label={many} onKeyDown={walk} onFocus={({ target }) => setStood(target.closest("li")?.dataset["id"])}>{rows.map(row => <RecordRow key={row.id} type={type} row={row} current={row.id === current} tabIndex={chosen || row.id === stop ? 0 : -1} onOpen={showOne}
        start={chosen && <Checkbox ariaLabel={more.selectOne(titleOf(type, row))} checked={chosen.includes(row.id)} onChange={(_, on) => tick(row.id, !!on)} />} />)}</ul>
      {total !== undefined && rows.length > 0 && <div className="bar" ref={end}><span className="quiet">{words.shown(rows.length, total)}</span>{rows.length < total && <DefaultButton text={list.busy ? words.loading : words.showMore} disabled={list.busy} onClick={() => void list.more().catch(reload)} />}</div>}
      {chosen && <Bulk type={type} rows={rows.filter(row => chosen.includes(row.id))} onDone={refused => { setChosen(refused); reload(); }} />}
    </div>
  );
}
