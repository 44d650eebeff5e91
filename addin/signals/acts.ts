import type { Brief, KnownPerson } from "../../model/known.ts";
import type { Signal } from "../../model/reading/signals/says.ts";
import { records, type RecordName } from "../../model/records.ts";
import type { Api, Changed } from "../api.ts";
import type { Place } from "../places.ts";
import type { Words } from "./words.en.ts";

/** One click that a signal offers: something that is done and can be taken back, or a place to go to. */
export interface Act { label: string; run?: () => Promise<{ told: string; commit: string }>; go?: Place }
interface Wanted { api: Api; words: Words; person: KnownPerson | undefined; subject: string; day(date: string): string }

/** What a rep may do about a signal; nothing where there is no deal or lead to do it on. */
export function actsOf(signal: Signal, { api, words, person, subject, day }: Wanted): Act[] {
  const deal = person?.deals[0], lead = person?.matches.find(({ type, status }) => type === "lead" && status === "open"), best = deal ?? person?.matches[0];
  switch (signal.says) {
    case "competitor": return deal ? [{ label: words.linkTo(deal.title), run: async () => done(await link(api, deal, signal.id), words.linked(signal.name, deal.title)) }] : [];
    case "due": return [{ label: words.makeTask(day(signal.date)), run: async () => done(await api.create("activity", { kind: "task", subject: words.taskSubject(subject).slice(0, 400), due: signal.date, ...best && { regarding: [`${best.type}/${best.id}`] } }), words.madeTask(day(signal.date))) }];
    case "refusal": return lead ? [{ label: words.disqualify(lead.title), run: async () => done(await api.act("lead", lead, "disqualify", { reason: "noInterest" }), words.disqualified(lead.title)) }] : deal ? [{ label: words.openDeal(deal.title), go: placeOf(deal) }] : [];
    case "order": {
      const known = signal.lines.filter(line => line.product !== undefined);
      if (!deal || !known.length) return [];
      return "lines" in records.opportunity.fields ? [{ label: words.addLines(deal.title), run: async () => done(await addLines(api, deal, known), words.addedLines(known.length, deal.title)) }] : [{ label: words.openDeal(deal.title), go: placeOf(deal) }];
    }
    default: return [];
  }
}

const done = ({ commit }: { commit: string }, told: string) => ({ told, commit });
export const placeOf = ({ type, id }: Brief): Place => ({ at: "record", type: type as RecordName, id });

/** The record is read anew, so that nothing that somebody else added is lost. */
async function link(api: Api, { id }: Brief, competitor: string): Promise<Changed | { commit: string }> {
  const deal = await api.read("opportunity", id);
  return api.update("opportunity", deal, { competitors: [...new Set([...deal.competitors ?? [], competitor])] });
}

async function addLines(api: Api, { id }: Brief, wanted: { product?: string; quantity: number }[]): Promise<{ commit: string }> {
  const deal: { id: string; version: number; lines?: object[] } = await api.read("opportunity", id);
  return api.update("opportunity", deal, { lines: [...deal.lines ?? [], ...wanted.map(({ product, quantity }) => ({ product, quantity }))] });
}
