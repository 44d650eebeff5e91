import { useEffect, useRef } from "react";
import type { Hit } from "../../model/known.ts";
import { recordType, type RecordName } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { useFormats } from "../format.ts";
import { Icon } from "../icons.tsx";
import { useLanguage } from "../language.ts";
import { Row } from "../list/Row.tsx";
import { look } from "../record/look.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { Waiting } from "../record/Waiting.tsx";
import { useWords as usePaneWords } from "../speech.ts";
import { orQueued, useAsk, useRested, useWork } from "../use.ts";
import { useWords } from "../record/words.ts";

/** What the search over everything found, grouped by type in the order of the best hits; the box to type in is the header's. */
export default function SearchPane({ text: typed = "" }: { text?: string }) {
  const { api, go, announce } = useDoors(), words = useWords(), { say } = useLanguage(), { money } = useFormats();
  const text = useRested(typed.trim(), 150);
  const { answer, problem, again: reload } = useAsk(text ? `search ${text}` : undefined, () => api.search(text)), last = useRef(answer);
  last.current = !text || problem ? undefined : answer ?? last.current;
  const data = last.current; // what was found for the letters before stays, and the focus in it, until what is asked now is there
  useEffect(() => { if (answer) announce(words.total(answer.total)); }, [answer, announce, words]);
  const groups = grouped(data?.hits ?? []);
  return (
    <div className={look} aria-busy={text !== "" && !answer && !problem}>
      <h1 style={{ fontSize: 14, lineHeight: "20px" }}>{text ? `${words.pick}: ${text}` : words.searchAll}</h1>
      <ProblemLine problem={problem} again={reload} />
      {!text && <OnTheShelf />}
      {text && !data && !problem && <Waiting rows={4} />}
      {data && !data.hits.length && <p className="nothing">{words.noMatch(text)}</p>}
      {groups.map(([name, hits]) => {
        const type = recordType(name);
        if (!type) return null;
        return (
          <section key={name}>
            <header><h2>{say(type.label[1])}</h2><span className="quiet">{hits.length}</span></header>
            <ul className="rows">{hits.map(hit => <Row key={hit.id} one={hit.title} last={hit.value === undefined ? undefined : money(hit.value, hit.currency)} onOpen={() => go({ at: "record", type: name as RecordName, id: hit.id })}
              two={<span>{[hit.inside, hit.about, hit.ownerName, hit.status === "active" ? undefined : say(String(type.statuses[hit.status]?.label ?? hit.status), `${name}.${hit.status}`)].filter(Boolean).join(" · ")}</span>} />)}</ul>
          </section>
        );
      })}
    </div>
  );
}

/** What one has pinned and opened last, before anything is typed. */
function OnTheShelf() {
  const { api, go, announce } = useDoors(), words = useWords(), { keptForLater } = usePaneWords(), { say } = useLanguage();
  const shelf = useAsk("shelf", () => api.shelf()), { run, busy, problem } = useWork();
  const keep = (hit: Hit, pinned: boolean) => void run(async () => {
    const path = `${hit.type}/${hit.id}`;
    if (await orQueued(api.prefer(pinned ? { unpin: path } : { pin: path })) === "queued") return announce(keptForLater);
    announce(pinned ? words.unpinned(hit.title) : words.pinned(hit.title));
    shelf.again();
  });
  const list = (title: string, hits: readonly Hit[], pinned: boolean) => hits.length > 0 && (
    <section>
      <header><h2>{title}</h2></header>
      <ul className="rows">{hits.map(hit => <Row key={hit.id} one={hit.title} two={<span>{[say(recordType(hit.type)!.label[0]), hit.about].filter(Boolean).join(" · ")}</span>} onOpen={() => go({ at: "record", type: hit.type as RecordName, id: hit.id })}
        end={<button type="button" className="pin" aria-pressed={pinned} disabled={busy} aria-label={words.pin(hit.title)} title={words.pin(hit.title)} onClick={() => keep(hit, pinned)}><Icon name={pinned ? "Pinned" : "Pin"} /></button>} />)}</ul>
    </section>
  );
  const { pinned = [], recent = [] } = shelf.answer ?? {};
  return (
    <>
      <ProblemLine problem={problem ?? shelf.problem} again={shelf.again} />
      {list(words.pinnedRecords, pinned, true)}
      {list(words.recentRecords, recent, false)}
      {shelf.answer && !pinned.length && !recent.length && <p className="nothing">{words.searchHint}</p>}
    </>
  );
}

function grouped(hits: readonly Hit[]): [type: string, hits: Hit[]][] {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) groups.set(hit.type, [...groups.get(hit.type) ?? [], hit]);
  return [...groups];
}
