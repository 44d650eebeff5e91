import { fold } from "../model/fold.ts";
import { say } from "../model/label.ts";
import { zhCN } from "../model/labels/zh-CN.ts";
import { around } from "../model/near.ts";
import type { Offer } from "../model/library.ts";
import { splitPath } from "../model/record.ts";
import { literature } from "../model/records/literature.ts";
import { branchesOf } from "../model/tree.ts";
import { recommend, type Occasion, type Piece } from "../model/recommend.ts";
import { named } from "./brief.ts";
import type { Shelved } from "./documents/shelf.ts";
import { filesOf } from "./row.ts";
import type { Sight } from "./sight.ts";
import type { Row, Store } from "./store/store.ts";

/** More than a company's library holds; what is offered is cut to what a rep would read. */
const library = 5_000, offered = 60;
/** How far back "often sent" looks: so many lines of the ledger. */
const lately = 2_000;

/** The literature for what is being written, best first: about the record `on`, holding the words, in its own words, in the names of what it is about, or inside its files. */
export async function offersFor(sight: Sight, shelf: Pick<Store, "find">, { on, words = "", take = offered }: { on?: string; words?: string; take?: number }): Promise<{ offers: Offer[]; total: number }> {
  const today = sight.who.now.slice(0, 10), said = fold(words).trim();
  const [pieces, record, inside, campaigns, sent, subjects] = await Promise.all([
    sight.find("literature", { take: library }),
    on ? sight.get(...splitPath(on)) : undefined,
    said ? shelf.find("document", { text: said, take: 1_000 }) : { rows: [] },
    sight.find("campaign", { order: "updatedAt", down: true, take: 500 }),
    sentLately(sight),
    sight.find("subject", { take: library }),
  ]);
  const branches = new Map(branchesOf(subjects.rows.map(({ id, data }) => ({ ...data, id } as { id: string; title: string; parent?: string }))).map(one => [one.id, one]));
  const opened = new Map(inside.rows.map(row => [row.id, row.data as unknown as Shelved]));
  const byId = new Map(pieces.rows.map(row => [row.id, row]));
  const found = new Set(pieces.rows.filter(row => filesOf(row.data).some(hash => opened.has(hash))).map(({ id }) => id));
  const campaignsOf = new Map<string, string[]>();
  for (const { id, data } of campaigns.rows) for (const piece of (data.literature ?? []) as string[]) campaignsOf.set(piece, [...campaignsOf.get(piece) ?? [], id]);
  const given = pieces.rows.map(({ id, data }) => ({ ...data, subject: branches.get(data.subject as string)?.path, campaigns: campaignsOf.get(id) ?? [], sent: sent.get(id) }) as unknown as Piece);
  const names = new Map([...campaigns.rows.map(row => [`campaign/${row.id}`, row.data.name as string] as const), ...said ? kinds : [], ...said ? await namesOf(sight, given) : []]);
  const all = recommend(given, { ...occasionOf(record), today, words: said, found, names }), best = all.slice(0, take);
  if (!said) for (const [path, name] of await namesOf(sight, best.map(({ id }) => given.find(one => one.id === id)!))) names.set(path, name);
  const offers = best.map(({ id, reasons, fitness }): Offer => {
    const { data } = byId.get(id)!, hash = filesOf(data).find(one => opened.has(one));
    return {
      id, title: data.title as string, kind: data.kind as string | undefined, subject: branches.get(data.subject as string)?.title, expires: data.expires as string | undefined, fitness, files: (data.files ?? []) as Offer["files"],
      reasons: reasons.map(({ why, of }) => ({ why, of: of?.map(one => names.get(`${why}/${one}`) ?? one) })),
      inside: hash && said ? around(opened.get(hash)!.text, said.split(/\s+/)) : undefined,
    };
  });
  return { offers, total: all.length };
}

/** With how many mails each piece went out lately. */
async function sentLately(sight: Sight): Promise<Map<string, number>> {
  const { rows } = await sight.find("sending", { order: "at", down: true, take: lately }), mails = new Map<string, Set<string>>();
  for (const { id, data } of rows) mails.set(data.literature as string, (mails.get(data.literature as string) ?? new Set()).add((data.activity as string | undefined) ?? id));
  return new Map([...mails].map(([piece, of]) => [piece, of.size]));
}

/** What types of literature are called, in every language that we speak. */
const kinds = Object.entries(literature.fields.kind.choices!).map(([kind, label]) => [`kind/${kind}`, `${label} ${say(zhCN, label, `literature.${kind}`)}`] as const);

/** What a deal, a quote or a lead says about what would help. */
function occasionOf(record: Row | undefined): Omit<Occasion, "today"> {
  const data = (record?.data ?? {}) as { lines?: { product?: string }[]; competitors?: string[]; campaign?: string; stage?: string };
  return { products: [...new Set((data.lines ?? []).flatMap(({ product }) => product ?? []))], competitors: data.competitors, campaign: data.campaign, stage: data.stage };
}

/** The names of the products and competitors that pieces are about, by path. */
async function namesOf(sight: Sight, pieces: readonly Piece[]): Promise<(readonly [path: string, name: string])[]> {
  const pages = await Promise.all((["product", "competitor"] as const).map(async type => {
    const names = await named(sight, type, pieces.flatMap(piece => piece[`${type}s`] ?? []));
    return [...names].map(([id, name]) => [`${type}/${id as string}`, name] as const);
  }));
  return pages.flat();
}
