import { useState } from "react";
import type { Brief } from "../../model/known.ts";
import type { RecordName } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { RecordLine } from "../parts/RecordLine.tsx";
import { TextButton } from "../parts/TextButton.tsx";
import { useAsk, useRested } from "../use.ts";
import { useWords } from "./words.ts";

type Chosen = Pick<Brief, "type" | "id" | "title">;
interface Props { chosen?: Chosen; proposed?: Chosen; options: Brief[]; choose(record: Chosen | undefined): void }

/** The record that the mail is about: proposed from who will get it, or chosen. */
export function Regarding({ chosen, proposed, options, choose }: Props) {
  const { api, go } = useDoors(), words = useWords();
  const [choosing, setChoosing] = useState(false), [text, setText] = useState(""), said = useRested(text.trim(), 250);
  const found = useAsk(choosing && said ? `regarding ${said}` : undefined, () => api.search(said));
  const current = chosen ?? proposed, list = said ? found.answer?.hits.filter(({ type }) => type !== "activity" && type !== "note") ?? [] : options;
  const take = (record: Chosen | undefined) => { choose(record && { type: record.type, id: record.id, title: record.title }); setChoosing(false); setText(""); };
  return (
    <section className="regarding">
      <p><span className="quiet">{words.regarding}</span>{" "}
        {current ? <span className="clip"><TextButton onClick={() => go({ at: "record", type: current.type as RecordName, id: current.id })}><bdi>{current.title}</bdi></TextButton></span> : <span>{words.none}</span>}
        {current && !chosen && <span className="badge">{words.proposed}</span>}
        <TextButton expanded={choosing} onClick={() => setChoosing(!choosing)}>{current ? words.change : words.choose}</TextButton></p>
      {choosing && (
        <div className="choosing">
          <input className="field" type="search" autoFocus value={text} aria-label={words.regarding} placeholder={words.choose} onChange={event => setText(event.target.value)} onKeyDown={event => { if (event.key === "Escape") setChoosing(false); }} />
          {list.slice(0, 6).map(record => <RecordLine key={`${record.type}/${record.id}`} record={record} open={() => take(record)} />)}
          {chosen && <TextButton onClick={() => take(undefined)}>{words.forget}</TextButton>}
        </div>
      )}
    </section>
  );
}
