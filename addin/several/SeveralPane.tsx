import { useEffect, useState } from "react";
import type { Brief } from "../../model/known.ts";
import { useDoors } from "../doors.ts";
import { Icon } from "../icons.tsx";
import { FindRecord } from "../panes/FindRecord.tsx";
import type { Picked } from "../office/mailbox.ts";
import { ActionBar } from "../parts/ActionBar.tsx";
import { RecordLine } from "../parts/RecordLine.tsx";
import { Section } from "../parts/Section.tsx";
import { TextButton } from "../parts/TextButton.tsx";
import { TruthLine } from "../parts/TruthLine.tsx";
import { useWords as usePaneWords } from "../speech.ts";
import { useWork } from "../use.ts";
import { useSeveral, type One } from "./several.ts";
import { useSeveralWords, type SeveralWords } from "./words.ts";

/** Several selected messages: where each would be logged, all of it in one act, with a result for each. */
export default function SeveralPane({ picked }: { picked: readonly Picked[] }) {
  const { announce, me } = useDoors(), words = useSeveralWords(), paneWords = usePaneWords();
  const { list, far, log, logAll, undo, stop } = useSeveral(picked), work = useWork();
  const [choosing, setChoosing] = useState(false), [said, setSaid] = useState<string>(), [left, setLeft] = useState(0);
  const count = (...states: One["state"][]) => list.filter(({ state }) => states.includes(state)).length;
  const reads = count("unread"), ready = count("will"), canUndo = list.some(({ state, commit }) => state === "logged" && commit);
  useEffect(() => announce(words.selected(picked.length)), [announce, words, picked]);

  const tell = (what: string) => { setSaid(what); announce(what); };
  const run = (all?: Brief) => void work.run(async () => { setChoosing(false); setSaid(undefined); setLeft(0); tell(words.done(await logAll(all))); });
  const takeBack = () => void work.run(async () => { const { done, left } = await undo(); tell(words.undone(done)); setLeft(left); });

  return (
    <div className="page">
      <h1>{words.selected(picked.length)}</h1>
      <div className="doing">
        {said && <TruthLine busy={work.busy} undo={canUndo ? takeBack : undefined}>{said}</TruthLine>}
        {left > 0 && <p className="problem" role="alert">{words.notUndone(left)}</p>}
        {far !== undefined ? <p className="quiet" role="status">{words.logging(far + 1, far + 1 + count("will"))} <TextButton onClick={stop}>{words.stop}</TextButton></p>
          : reads > 0 ? <p className="quiet" role="status">{words.reading(list.length - reads + 1, list.length)}</p>
          : me.role === "reader" ? <p className="quiet">{paneWords.readsOnly}</p>
          : <>{!ready && !said && count("nobody", "stopped") > 0 && <p className="quiet">{words.nothing}</p>}
            <ActionBar primary={ready > 0 ? { text: words.log(ready), run: () => run() } : undefined} second={{ text: choosing ? words.close : words.toOne, run: () => setChoosing(!choosing) }} /></>}
      </div>
      {choosing && <Section title={words.toOneTitle}><FindRecord each={record => <RecordLine key={record.id} record={record} open={() => run(record)} />} /></Section>}
      <ul className="severals">{list.map(one => <Line key={one.picked.id} one={one} words={words} retry={() => void log(one)} />)}</ul>
    </div>
  );
}

/** A message with how it stands. */
function Line({ one, words, retry }: { one: One; words: SeveralWords; retry: () => void }) {
  const { noSubject, problems } = usePaneWords(), subject = one.picked.subject || noSubject, well = one.state === "logged" || one.state === "already";
  return (
    <li className="line">
      <span className={one.state === "failed" ? "kind warn" : well ? "kind good" : "kind"}><Icon name={one.state === "failed" ? "Warning" : well ? "CheckMark" : "email"} /></span>
      <span className="texts"><span className="what"><bdi>{subject}</bdi></span>
        <span className="how">{one.who && <span className="part"><bdi>{one.who.name || one.who.address}</bdi></span>}<span className={one.state === "failed" ? "part warn" : "part"}>{saying(one, words) ?? problems[one.problem?.code ?? "unexpected"]}</span></span></span>
      {one.state === "failed" && <TextButton label={words.retryOne(subject)} onClick={retry}>{words.retry}</TextButton>}
    </li>
  );
}

function saying({ state, on, known }: One, words: SeveralWords): string | undefined {
  const kept = known?.keptOut;
  switch (state) {
    case "unread": return words.unread;
    case "busy": return words.busy;
    case "nobody": return words.nobody;
    case "stopped": return words.stopped;
    case "waits": return words.waits;
    case "will": return words.will(on!.title);
    case "logged": return words.logged(on!.title);
    case "already": return words.already(on!.title);
    case "kept-out": return kept && (kept.why === "internal" ? words.keptOut.internal : words.keptOut.never(kept.rule));
    case "failed": return undefined;
  }
}
