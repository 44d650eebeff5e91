import { decimal, numberOf, plus } from "../model/decimal.ts";
import type { Results, Scorecard, Tally, Use } from "../model/scorecard.ts";
import { worth, type Rates } from "../model/worth.ts";
import { latest } from "./ledger.ts";
import type { Query, Row } from "./store/store.ts";
import type { Sight } from "./sight.ts";
import { ratesIn } from "./sums.ts";

/** What a competitor's deals say, counted anew each time from the deals that the caller may read. */
export async function scorecardOf(sight: Sight, id: string): Promise<Scorecard> {
  const rates = await ratesIn(sight.find), deals = await all(sight, "opportunity", { where: { competitors: id.toLowerCase() } }), literature = await all(sight, "literature", { where: { competitors: id.toLowerCase() } });
  const toThem = deals.filter(deal => deal.data.status === "lost" && deal.data.lostTo === id);
  return {
    ...resultsOf(deals, rates), toThem: tally(toThem, rates),
    deals: deals.filter(deal => deal.data.status !== "open").sort((a, b) => String(b.data.actualCloseDate ?? "").localeCompare(String(a.data.actualCloseDate ?? ""))).slice(0, 10)
      .map(({ id: deal, data }) => ({ id: deal, title: data.name as string, status: data.status as string, value: valueOf(data) === undefined ? undefined : numberOf(worth(valueOf(data), data, rates)), closed: data.actualCloseDate as string | undefined, toThem: data.lostTo === id || undefined })),
    products: await productsOf(sight, deals, rates),
    literature: literature.map(({ id: piece, data }) => ({ id: piece, title: data.title as string, forCustomers: data.forCustomers === true, expires: data.expires as string | undefined })),
  };
}

/** Every piece of literature with who was sent it and the deals in which that was, the most sent first. */
export async function usesOf(sight: Sight): Promise<Use[]> {
  const [pieces, sent, rates] = await Promise.all([all(sight, "literature", {}), all(sight, "sending", { order: "at", down: true }), ratesIn(sight.find)]);
  const dealsOf = new Map<string, Set<string>>(), linesOf = new Map<string, Row[]>();
  for (const row of sent) { const piece = row.data.literature as string, lines = linesOf.get(piece); if (lines) lines.push(row); else linesOf.set(piece, [row]); }
  for (const { data } of sent) for (const path of (data.regarding ?? []) as string[]) if (path.startsWith("opportunity/")) dealsOf.set(data.literature as string, (dealsOf.get(data.literature as string) ?? new Set()).add(path.slice("opportunity/".length)));
  const deals = new Map((await Promise.all([...new Set([...dealsOf.values()].flatMap(ids => [...ids]))].map(id => sight.get("opportunity", id)))).flatMap(row => row ? [[row.id, row] as const] : []));
  return pieces.map(({ id, data }) => {
    const rows = [...dealsOf.get(id) ?? []].flatMap(deal => deals.get(deal) ?? []), ids = (status: string) => rows.filter(row => row.data.status === status).slice(0, 100).map(row => row.id);
    const people = latest(linesOf.get(id) ?? [], data);
    return { id, title: data.title as string, people: people.length, behind: people.filter(one => one.newer).length, ...resultsOf(rows, rates), deals: { won: ids("won"), lost: ids("lost"), open: ids("open") } };
  }).sort((a, b) => sum(b) - sum(a) || a.title.localeCompare(b.title));
}
const sum = ({ won, lost, open }: Results) => won.count + lost.count + open.count;

async function productsOf(sight: Sight, deals: readonly Row[], rates: Rates): Promise<Scorecard["products"]> {
  const by = new Map<string, Row[]>();
  for (const deal of deals) for (const product of new Set(((deal.data.lines ?? []) as { product?: string }[]).flatMap(line => line.product ?? []))) by.set(product, [...by.get(product) ?? [], deal]);
  const rows = await Promise.all([...by.keys()].map(id => sight.get("product", id)));
  return rows.flatMap(row => row ? [{ id: row.id, title: row.data.name as string, ...resultsOf(by.get(row.id)!, rates) }] : []).sort((a, b) => sum(b) - sum(a)).slice(0, 20);
}

/** Won, lost and open deals with what they are worth in the company's own currency. */
export function resultsOf(deals: readonly Row[], rates: Rates): Results {
  const of = (status: string) => tally(deals.filter(deal => deal.data.status === status), rates), won = of("won"), lost = of("lost"), closed = won.count + lost.count;
  return { won, lost, open: of("open"), ...closed && { rate: Math.round(won.count / closed * 100) } };
}
const valueOf = (data: Row["data"]) => (data.status === "won" ? data.actualValue ?? data.estimatedValue : data.estimatedValue) as number | undefined;
const tally = (deals: readonly Row[], rates: Rates): Tally => ({ count: deals.length, value: numberOf(deals.reduce((total, { data }) => plus(total, worth(valueOf(data), data, rates)), decimal(0))) });

/** Every row that the caller may read, however many. */
async function all(sight: Sight, type: string, query: Query): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const page = await sight.find(type, { ...query, skip: rows.length, take: 1000 });
    rows.push(...page.rows);
    if (page.rows.length < 1000) return rows;
  }
}
