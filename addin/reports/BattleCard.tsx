import { Link } from "@fluentui/react/lib/Link";
import type { AnyRow } from "../../model/record.ts";
import type { Scorecard } from "../../model/scorecard.ts";
import type { Api } from "../api.ts";
import { useDoors } from "../doors.ts";
import { useFormats } from "../format.ts";
import { useTitle } from "../reach.ts";
import { useAsk } from "../use.ts";
import { useCardWords } from "./cards.ts";

export const askScorecard = (api: Api, id: string) => api.call<Scorecard>("GET", `competitor/${id}/scorecard`);

interface Offer { name: string; against?: string; price?: number; better?: string; worse?: string }

/** What helps against a competitor, to be read beside a mail: how often we win, where we are better, where they are, what to read. For our own eyes. */
export function BattleCard({ id }: { id: string }) {
  const { api, go } = useDoors(), words = useCardWords();
  const { answer } = useAsk(`battle card ${id}`, async () => { const [row, card] = await Promise.all([api.read("competitor", id) as unknown as Promise<AnyRow>, askScorecard(api, id)]); return { row, card }; });
  if (!answer) return <div className="wait" role="status" aria-label={words.loading} />;
  const { row, card } = answer;
  return (
    <section className="panel battle" aria-label={words.against(String(row.name))}>
      <div className="head"><h3 style={{ margin: 0 }}><Link as="button" type="button" onClick={() => go({ at: "record", type: "competitor", id })}>{String(row.name)}</Link></h3><span className="quiet">{words.internal}</span></div>
      <p>{card.rate === undefined ? words.noneClosed : words.record(card.rate, card.won.count, card.won.count + card.lost.count)}</p>
      <Offers offers={(row.offers ?? []) as Offer[]} />
      {row.weaknesses && <p><b>{words.weaknesses}</b> {String(row.weaknesses)}</p>}
      {row.strengths && <p><b>{words.strengths}</b> {String(row.strengths)}</p>}
      {card.literature.length > 0 && <p><b>{words.read}</b> {card.literature.slice(0, 3).map((piece, n) => <span key={piece.id}>{n > 0 && " · "}<Link as="button" type="button" onClick={() => go({ at: "record", type: "literature", id: piece.id })}>{piece.title}</Link></span>)}</p>}
    </section>
  );
}

/** Product against product. */
export function Offers({ offers }: { offers: readonly Offer[] }) {
  return offers.length ? <ul className="offers">{offers.map((offer, n) => <OfferLine key={n} offer={offer} />)}</ul> : null;
}
function OfferLine({ offer: { name, against, price, better, worse } }: { offer: Offer }) {
  const { go } = useDoors(), words = useCardWords(), { money } = useFormats(), ours = useTitle("product", against);
  return (
    <li>
      <div className="said"><span>{against && <><Link as="button" type="button" onClick={() => go({ at: "record", type: "product", id: against })}>{ours ?? "…"}</Link> {words.versus} </>}{name}</span>{price !== undefined && <span className="figure">{money(price)}</span>}</div>
      {better && <p><span className="plus" aria-hidden="true">+</span><span className="unseen">{words.better} </span>{better}</p>}
      {worse && <p><span className="minus" aria-hidden="true">−</span><span className="unseen">{words.worse} </span>{worse}</p>}
    </li>
  );
}
