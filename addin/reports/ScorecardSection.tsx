import type { AnyRow } from "../../model/record.ts";
import { useDoors } from "../doors.ts";
import { useFormats } from "../format.ts";
import { Row } from "../list/Row.tsx";
import type { Filter } from "../list/views.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { Waiting } from "../record/Waiting.tsx";
import { useAsk } from "../use.ts";
import { askScorecard, BattleCard, Offers } from "./BattleCard.tsx";
import { useCardWords } from "./cards.ts";
import { reportLook } from "./look.ts";
import { Tiles } from "./Tiles.tsx";

/** How we stand against a competitor: deals won and lost, product against product, what was sold where they were. */
export function ScorecardSection({ row, round }: { row: AnyRow; round: number }) {
  const { api, go } = useDoors(), words = useCardWords(), { money, day } = useFormats();
  const { answer: card, problem, again } = useAsk(`scorecard ${row.id} ${round}`, () => askScorecard(api, row.id));
  const show = (filter: Filter) => go({ at: "list", type: "opportunity", filter: { competitors: row.id, ...filter } });
  return (
    <section className={reportLook} aria-label={words.scorecard}>
      <header><h2>{words.scorecard}</h2></header>
      <ProblemLine problem={problem} again={again} />
      {!card && !problem && <Waiting rows={3} />}
      {card && <>
        <p style={{ marginTop: 8 }}>{card.rate === undefined ? words.noneClosed : words.record(card.rate, card.won.count, card.won.count + card.lost.count)}</p>
        <Tiles tiles={[
          { label: words.won, ...card.won, onOpen: () => show({ status: "won" }) }, { label: words.lost, ...card.lost, onOpen: () => show({ status: "lost" }) },
          { label: words.toThem, ...card.toThem, onOpen: () => show({ status: "lost", lostTo: row.id }) }, { label: words.open, ...card.open, onOpen: () => show({ status: "open" }) },
        ]} />
        {row.offers && <><h3>{words.offers}</h3><Offers offers={row.offers} /></>}
        {card.products.length > 0 && <><h3>{words.products}</h3><ul className="rows">{card.products.map(product => <Row key={product.id} one={product.title} last={product.rate === undefined ? undefined : `${product.rate} %`} two={<span>{words.wonOf(product.won.count, product.lost.count, product.open.count)}</span>} onOpen={() => go({ at: "record", type: "product", id: product.id })} />)}</ul></>}
        {card.deals.length > 0 && <><h3>{words.recent}</h3><ul className="rows">{card.deals.map(deal => <Row key={deal.id} one={deal.title} last={deal.value === undefined ? undefined : money(deal.value)} two={<span>{[deal.status === "won" ? words.won : deal.toThem ? words.lostToThem : words.lost, deal.closed && day(deal.closed)].filter(Boolean).join(" · ")}</span>} onOpen={() => go({ at: "record", type: "opportunity", id: deal.id })} />)}</ul></>}
      </>}
    </section>
  );
}

/** A battle card for each competitor of a deal. */
export function DealCompetitors({ row }: { row: AnyRow }) {
  const words = useCardWords(), ids = (row.competitors ?? []) as string[];
  return ids.length && row.status === "open" ? <section className={reportLook} aria-label={words.competitors}><header><h2>{words.competitors}</h2></header>{ids.slice(0, 5).map(id => <BattleCard key={id} id={id} />)}</section> : null;
}
