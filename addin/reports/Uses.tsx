import type { AnyRow } from "../../model/record.ts";
import { useDoors } from "../doors.ts";
import { useUses } from "../library/useUses.ts";
import { Row } from "../list/Row.tsx";
import { ProblemLine } from "../parts/Problem.tsx";
import { useCardWords } from "./cards.ts";
import { reportLook } from "./look.ts";
import { Tiles } from "./Tiles.tsx";

/** In how many deals one piece was sent, and what became of them. */
export function UsesOfPiece({ row, round }: { row: AnyRow; round: number }) {
  const { go } = useDoors(), words = useCardWords(), { answer } = useUses(round), use = answer?.find(one => one.id === row.id);
  if (!use) return null;
  const show = (status: "won" | "lost" | "open") => () => go({ at: "list", type: "opportunity", filter: { id: use.deals[status].join(",") } });
  return <section className={reportLook} aria-label={words.uses}><header><h2>{words.uses}</h2></header><p className="quiet" style={{ marginTop: 4 }}>{words.usesAbout}</p><Tiles tiles={(["won", "lost", "open"] as const).map(status => ({ label: words[status], ...use[status], onOpen: show(status) }))} /></section>;
}

/** Which pieces were in deals that were won and lost. */
export function UsesOfAll() {
  const { go } = useDoors(), words = useCardWords(), { answer, problem, again } = useUses(), used = answer?.filter(one => one.won.count + one.lost.count + one.open.count) ?? [];
  return (
    <section aria-label={words.literature}>
      <header><h2>{words.literature}</h2></header>
      <p className="quiet" style={{ marginTop: 4 }}>{answer && !used.length ? words.noUses : words.literatureAbout}</p>
      <ProblemLine problem={problem} again={again} />
      <ul className="rows">{used.map(use => <Row key={use.id} one={use.title} last={use.rate === undefined ? undefined : `${use.rate} %`} two={<span>{words.wonOf(use.won.count, use.lost.count, use.open.count)}</span>} onOpen={() => go({ at: "record", type: "literature", id: use.id })} />)}</ul>
    </section>
  );
}
