import { verbOf } from "../../model/common.ts";
import type { Fields } from "../../model/field.ts";
import type { Brief, KnownPerson } from "../../model/known.ts";
import type { Signal } from "../../model/reading/signals/says.ts";
import { recordType, type RecordName } from "../../model/records.ts";
import { quoteFrom } from "../../model/records/opportunity.ts";
import type { Api } from "../api.ts";
import type { Place } from "../places.ts";
import type { Words } from "./words.en.ts";

/** What was done, said in a line, with the way back and a record to go on with. */
export interface Outcome { told: string; commit: string; next?: Brief }
/** A line that the mail seems to order; without a product where the catalogue knows none. */
export interface WantedLine { code: string; quantity: number; product?: string; name?: string }
/** What is filled in and saved by nobody but the rep: a few fields, or lines. */
export type Proposal =
  | { kind: "fields"; of: RecordName; fields: Fields; values: Record<string, unknown>; save: string; run(values: Record<string, unknown>): Promise<Outcome> }
  | { kind: "lines"; lines: WantedLine[]; save(n: number): string; run(lines: WantedLine[]): Promise<Outcome> };
/** One click that a signal offers: something that is done and can be taken back, or a proposal to look over first. */
export interface Act { label: string; run?: () => Promise<Outcome>; propose?: Proposal }
interface Wanted { api: Api; words: Words; person: KnownPerson | undefined; subject: string; today: string; day(date: string): string; money(amount: number, currency: string): string; /** The company's currency (ISO 4217), once it is known. */ own?: string; rival?: string }

/** What a rep may do about a signal; nothing where there is no record to do it on. `rival` is a competitor that the same mail names. */
export function actsOf(signal: Signal, wanted: Wanted): Act[] {
  const { api, words, person, subject, day, money, own } = wanted;
  const deal = person?.deals[0], best = deal ?? person?.matches[0], open = leadOf(person) ?? deal;
  switch (signal.says) {
    case "competitor": return deal ? [{ label: words.linkTo(deal.title), run: async () => ({ told: words.linked(signal.name, deal.title), commit: (await link(api, deal, signal.id)).commit }) }] : [];
    case "due": return [{ label: words.makeTask(day(signal.date)), run: async () => ({ told: words.madeTask(day(signal.date)), commit: (await api.create("activity", { kind: "task", subject: words.taskSubject(subject).slice(0, 400), due: signal.date, ...best && { regarding: [`${best.type}/${best.id}`] } })).commit }) }];
    case "amount": return open && open.value !== signal.amount && signal.currency === (open.currency ?? own ?? signal.currency) ? [{ label: words.estimate(open.title, money(signal.amount, signal.currency)), propose: estimate(open, signal.amount, wanted) }] : [];
    case "refusal": return open ? [{ label: open.type === "lead" ? words.disqualify(open.title) : words.lose(open.title), propose: farewell(open, wanted) }] : [];
    case "product": return linesActs([{ code: signal.name, quantity: 1, product: signal.id, name: signal.name }], wanted);
    case "order": return linesActs(signal.lines, wanted);
    default: return [];
  }
}

/** The order that a quote becomes, with the mail that accepts it as evidence; nothing for a quote that is not active. */
export function orderOf(quote: Brief, { api, words, today, evidence }: Pick<Wanted, "api" | "words" | "today"> & { evidence(): Promise<string | undefined> }): Act[] {
  if (quote.status !== "active") return [];
  const { evidence: _, ...fields } = verbOf(recordType("quote")!, "order")!.asks as Fields;
  return [{ label: words.orderFrom(quote.title), propose: { kind: "fields", of: "quote", fields, values: { date: today }, save: words.makeOrder, run: async values => {
    const mail = await evidence(), { commit, records } = await api.act("quote", quote, "order", { ...values, ...mail && { evidence: mail } });
    const order = records.find(({ type }) => type === "order") as unknown as { id: string; version: number; name: string; status: string } | undefined;
    return { told: words.ordered(quote.title), commit, next: order && { type: "order", id: order.id, version: order.version, title: order.name, status: order.status } };
  } } }];
}

export const placeOf = ({ type, id }: Brief): Place => ({ at: "record", type: type as RecordName, id });

const leadOf = (person: KnownPerson | undefined): Brief | undefined => person?.matches.find(({ type, status }) => type === "lead" && status === "open");

function linesActs(lines: WantedLine[], { api, words, person, subject }: Wanted): Act[] {
  const deal = person?.deals[0], buyer = person?.matches.find(({ type }) => type === "contact" || type === "account");
  if (!lines.some(({ product }) => product)) return [];
  const given = (taken: WantedLine[]) => taken.map(({ product, quantity }) => ({ product, quantity }));
  return [
    ...deal ? [{ label: words.addLines(deal.title), propose: { kind: "lines" as const, lines, save: words.addNow, run: async (taken: WantedLine[]) => {
      const now: { id: string; version: number; lines?: object[] } = await api.read("opportunity", deal.id);
      return { told: words.addedLines(taken.length, deal.title), commit: (await api.update("opportunity", now, { lines: [...now.lines ?? [], ...given(taken)] as never })).commit };
    } } }] : [],
    ...deal || buyer ? [{ label: words.newQuote, propose: { kind: "lines" as const, lines, save: words.quoteNow, run: async (taken: WantedLine[]) => {
      const from = deal ? quoteFrom(await api.read("opportunity", deal.id) as never) : { name: subject.slice(0, 300) || buyer!.title, [buyer!.type]: buyer!.id };
      const { commit, ...quote } = await api.create("quote", { ...from, lines: given(taken) } as never) as unknown as { commit: string; id: string; version: number; name: string; status: string };
      return { told: words.quoted(taken.length), commit, next: { type: "quote", id: quote.id, version: quote.version, title: quote.name, status: quote.status } };
    } } }] : [],
  ];
}

/** A lead is let go, a deal is lost: with a reason to look over. */
function farewell(open: Brief, { api, words, today, rival }: Wanted): Proposal {
  const type = open.type as "lead" | "opportunity", verb = type === "lead" ? "disqualify" : "lose", fields = verbOf(recordType(type)!, verb)!.asks as Fields;
  return {
    kind: "fields", of: type, fields, save: words.saveReason,
    values: type === "lead" ? { reason: "noInterest" } : { reason: rival ? "outSold" : "canceled", competitor: rival, closeDate: today },
    run: async values => ({ told: type === "lead" ? words.disqualified(open.title) : words.lost(open.title), commit: (await api.act(type, open, verb, values)).commit }),
  };
}

/** The estimate of a lead or deal; one that was worked out from lines is the rep's own from then on. */
function estimate(open: Brief, amount: number, { api, words }: Wanted): Proposal {
  const type = open.type as "lead" | "opportunity", { estimatedValue } = recordType(type)!.fields as Fields;
  return { kind: "fields", of: type, fields: { estimatedValue: { ...estimatedValue!, required: true } }, values: { estimatedValue: amount }, save: words.saveEstimate, run: async values => {
    const now = await api.read(type, open.id) as { id: string; version: number; fromLines?: boolean };
    return { told: words.estimated(open.title), commit: (await api.update(type, now, { ...values, ...now.fromLines && { fromLines: false } } as never)).commit };
  } };
}

/** The record is read anew, so that nothing that somebody else added is lost. */
async function link(api: Api, { id }: Brief, competitor: string): Promise<{ commit: string }> {
  const deal = await api.read("opportunity", id);
  return api.update("opportunity", deal, { competitors: [...new Set([...deal.competitors ?? [], competitor])] });
}
