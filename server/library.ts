import { fold } from "../model/fold.ts";
import type { Offer } from "../model/library.ts";
import { splitPath } from "../model/record.ts";
import { recommend, type Occasion } from "../model/recommend.ts";
import type { Shelved } from "./documents/shelf.ts";
import { filesOf } from "./row.ts";
import type { Sight } from "./sight.ts";
import type { Row, Store } from "./store/store.ts";

/** More than a company's library holds; what is offered is cut to what a rep would read. */
const library = 5_000, offered = 60;

/** The literature for what is being written, best first: about the record `on`, holding the words, in its own words or inside its files. */
export async function offersFor(sight: Sight, shelf: Pick<Store, "find">, { on, words = "" }: { on?: string; words?: string }): Promise<Offer[]> {
  const today = sight.who.now.slice(0, 10), said = fold(words).trim();
  const [pieces, record, inside] = await Promise.all([
    sight.find("literature", { take: library }),
    on ? sight.get(...splitPath(on)) : undefined,
    said ? shelf.find("document", { text: said, take: 1_000 }) : { rows: [] },
  ]);
  const opened = new Map(inside.rows.map(row => [row.id, row.data as unknown as Shelved]));
  const byId = new Map(pieces.rows.map(row => [row.id, row]));
  const found = new Set(pieces.rows.filter(row => filesOf(row.data).some(hash => opened.has(hash))).map(({ id }) => id));
  const best = recommend(pieces.rows.map(({ data }) => data as never), { ...occasionOf(record), today, words: said, found }).slice(0, offered);
  const names = await namesOf(sight, best.flatMap(({ reasons }) => reasons.flatMap(({ why, of = [] }) => why === "product" || why === "competitor" || why === "campaign" ? of.map(id => `${why}/${id}`) : [])));
  return best.map(({ id, reasons, fitness }) => {
    const { data } = byId.get(id)!, hash = filesOf(data).find(one => opened.has(one));
    return {
      id, title: data.title as string, kind: data.kind as string | undefined, expires: data.expires as string | undefined, fitness, files: (data.files ?? []) as Offer["files"],
      reasons: reasons.map(({ why, of }) => ({ why, of: of?.map(one => names.get(`${why}/${one}`) ?? one) })),
      inside: hash && said ? around(opened.get(hash)!.text, said.split(/\s+/)) : undefined,
    };
  });
}

/** What a deal, a quote or a lead says about what would help. */
function occasionOf(record: Row | undefined): Omit<Occasion, "today"> {
  const data = (record?.data ?? {}) as { lines?: { product?: string }[]; competitors?: string[]; campaign?: string; stage?: string };
  return { products: [...new Set((data.lines ?? []).flatMap(({ product }) => product ?? []))], competitors: data.competitors, campaign: data.campaign, stage: data.stage };
}

async function namesOf(sight: Sight, paths: string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(paths)].map(splitPath), types = [...new Set(wanted.map(([type]) => type))];
  const pages = await Promise.all(types.map(type => sight.find(type, { where: { id: wanted.filter(([one]) => one === type).map(([, id]) => id) }, take: wanted.length })));
  return new Map(pages.flatMap(({ rows }) => rows.map(row => [`${row.type}/${row.id}`, row.data.name as string] as const)));
}

/** The words where they stand, with some of what is around them, in one line. */
function around(text: string, words: string[]): string | undefined {
  const lines = text.split("\n"), line = lines.find(one => { const folded = fold(one); return words.some(word => folded.includes(word)); });
  if (line === undefined) return undefined;
  const at = Math.max(0, fold(line).indexOf(words.find(word => fold(line).includes(word))!) - 40), piece = line.slice(at, at + 140);
  return `${at > 0 ? "…" : ""}${piece}${at + 140 < line.length ? "…" : ""}`;
}
