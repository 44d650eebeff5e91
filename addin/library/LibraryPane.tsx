import { useRef, useState } from "react";
import { may } from "../../model/may.ts";
import { recordType } from "../../model/records.ts";
import type { Offer } from "../../model/library.ts";
import { useDoors } from "../doors.ts";
import { Button } from "../parts/Button.tsx";
import { ProblemLine } from "../parts/Problem.tsx";
import { Skeleton } from "../parts/Skeleton.tsx";
import { TextButton } from "../parts/TextButton.tsx";
import { TruthLine } from "../parts/TruthLine.tsx";
import { useAsk, useRested, useWork } from "../use.ts";
import { Adding } from "./Adding.tsx";
import { askLibrary } from "./ask.ts";
import { Shelf } from "./Shelf.tsx";
import { useUses } from "./useUses.ts";
import { useWords } from "./words.ts";
import "./library.css";

const kept = { all: () => true, customers: ({ fitness }: Offer) => fitness === "fine" || fitness === "expiring", internal: ({ fitness }: Offer) => fitness === "internal", ending: ({ fitness }: Offer) => fitness === "expired" || fitness === "expiring" };
type Which = keyof typeof kept;
/** So many pieces at first, and as many more each time. */
const step = 60;

/** All that there is to send: what it looks like, whether it may go out, who has it and what became of their deals; whoever may, adds to it by dropping files. */
export default function LibraryPane() {
  const { api, me, go, announce } = useDoors(), words = useWords(), work = useWork();
  const [text, setText] = useState(""), said = useRested(text.trim(), 250), [which, choose] = useState<Which>("all"), [take, setTake] = useState(step);
  const [done, setDone] = useState<{ said: string; commit?: string; piece?: string }>();
  const list = useAsk(`shelf ${said} ${take}`, () => askLibrary(api, { text: said || undefined, take: String(take) })), uses = useUses();
  const before = useRef<{ said: string; answer: typeof list.answer }>(undefined); // stays while the longer list of the same is on its way
  if (list.answer) before.current = { said, answer: list.answer };
  const answer = list.answer ?? (before.current?.said === said ? before.current.answer : undefined), offers = answer?.offers ?? [];
  const mayAdd = may(me, "write", recordType("literature")!, {}), shown = offers.filter(kept[which]);
  const again = (told: string, commit?: string, piece?: string) => { setDone({ said: told, commit, piece }); announce(told); list.again(); uses.again(); };
  const undo = (commit: string) => void work.run(async () => { await api.undo(commit); again(words.undone); });
  const behind = done?.piece ? uses.answer?.find(({ id }) => id === done.piece)?.behind ?? 0 : 0;
  return (
    <div className="page library">
      <h1>{words.title}</h1>
      {mayAdd && <Adding added={again} />}
      {done && <TruthLine busy={work.busy} undo={done.commit ? () => undo(done.commit!) : undefined}>{done.said}{behind > 0 && <> · <TextButton onClick={() => go({ at: "record", type: "literature", id: done.piece! })}>{words.seeWho(behind)}</TextButton></>}</TruthLine>}
      <ProblemLine problem={work.problem} />
      <input className="field" type="search" value={text} aria-label={words.search} placeholder={words.search} onChange={event => { setText(event.target.value); setTake(step); }} />
      <div className="chips" role="group" aria-label={words.show}>{(Object.keys(kept) as Which[]).map(one => <button key={one} type="button" aria-pressed={which === one} onClick={() => choose(one)}>{words.which[one]}</button>)}</div>
      <ProblemLine problem={list.problem} again={list.again} />
      {list.waiting && !answer && <Skeleton lines={8} />}
      {answer && !shown.length && <p className="quiet">{offers.length ? words.noneSuch : said ? words.nothing : words.empty}</p>}
      <Shelf offers={shown} uses={uses.answer} renewed={mayAdd ? again : undefined} />
      {answer && answer.total > offers.length && <Button text={words.more} onClick={() => setTake(take + step)} />}
    </div>
  );
}
