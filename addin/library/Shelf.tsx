import { useRef, useState } from "react";
import type { Offer } from "../../model/library.ts";
import { recordType } from "../../model/records.ts";
import type { Use } from "../../model/scorecard.ts";
import { useDoors } from "../doors.ts";
import { useFormats } from "../format.ts";
import { walk } from "../list/arrows.ts";
import { IconButton } from "../parts/Button.tsx";
import { ProblemLine } from "../parts/Problem.tsx";
import { useSay } from "../speech.ts";
import { useWork } from "../use.ts";
import { useWords as useWritingWords } from "../writing/words.ts";
import { FirstPage } from "./FirstPage.tsx";
import { filesIn, renew } from "./upload.ts";
import { useWords } from "./words.ts";

type Renewed = (said: string, commit: string, piece: string) => void;

/** The pieces one below the other; a file dropped on one becomes its new version. */
export const Shelf = ({ offers, uses, renewed }: { offers: Offer[]; uses: Use[] | undefined; renewed?: Renewed }) =>
  <ul className="shelf" onKeyDown={walk}>{offers.map(offer => <Piece key={offer.id} offer={offer} use={uses?.find(({ id }) => id === offer.id)} renewed={renewed} />)}</ul>;

function Piece({ offer, use, renewed }: { offer: Offer; use: Use | undefined; renewed?: Renewed }) {
  const { api, go } = useDoors(), words = useWords(), writing = useWritingWords(), say = useSay(), { day } = useFormats(), { busy, problem, run } = useWork();
  const [over, setOver] = useState(false), [part, setPart] = useState(0), input = useRef<HTMLInputElement>(null);
  const kind = offer.kind && recordType("literature")!.fields.kind.choices[offer.kind] as string, deals = use && use.won.count + use.lost.count + use.open.count;
  const take = ([file]: File[]) => { if (file && renewed) void run(async () => { setPart(0); const { commit } = await renew(api, offer.id, file, setPart); renewed(words.renewed(offer.title), commit, offer.id); }); };
  return (
    <li className={over ? "over" : undefined} onDragOver={event => { if (renewed) { event.preventDefault(); setOver(true); } }} onDragLeave={() => setOver(false)} onDrop={event => { if (renewed) { event.preventDefault(); setOver(false); take(filesIn(event.dataTransfer.files)); } }}>
      <button type="button" className="row open" onClick={() => go({ at: "record", type: "literature", id: offer.id })}>
        <FirstPage small literature={offer.id} file={offer.files.find(({ hash }) => hash)} />
        <span className="texts">
          <span className="about"><bdi className="title">{offer.title}</bdi>{offer.fitness !== "fine" && <span className={offer.fitness === "expiring" ? "badge warn" : offer.fitness === "expired" ? "badge bad" : "badge"}>{writing.fitness[offer.fitness]}</span>}</span>
          <span className="how">{[kind && say(kind, `literature.${offer.kind!}`), offer.subject, offer.expires && words.until(day(offer.expires))].filter(Boolean).map((one, n) => <span key={n} className="part">{one}</span>)}</span>
          {offer.inside && <span className="how inside">{offer.inside}</span>}
          {use && use.people > 0 && <span className={use.behind ? "how warn" : "how"}>{words.sent(use.people, use.behind)}</span>}
          {use && !!deals && <span className="how">{words.deals(use.won.count, use.lost.count, use.open.count)}</span>}
          {over && <span className="how why">{words.dropVersion(offer.title)}</span>}
        </span>
      </button>
      {renewed && <><IconButton icon="Up" name={words.newVersionOf(offer.title)} disabled={busy} onClick={() => input.current?.click()} /><input ref={input} type="file" hidden aria-label={words.newVersionOf(offer.title)} onChange={event => { take(filesIn(event.target.files)); event.target.value = ""; }} /></>}
      {busy && <progress value={part} aria-label={words.sending(offer.title, Math.round(part * 100))} />}
      <ProblemLine problem={problem} />
    </li>
  );
}
