import { fold } from "../model/fold.ts";
import type { Hit } from "../model/known.ts";
import { around, intactPieces, nearTo } from "../model/near.ts";
import { pathOf } from "../model/record.ts";
import { briefs } from "./brief.ts";
import type { Shelved } from "./documents/shelf.ts";
import { preferencesOf } from "./preferences.ts";
import { filesOf } from "./row.ts";
import type { Sight } from "./sight.ts";
import type { Row, Store } from "./store/store.ts";

const searched = ["account", "contact", "lead", "opportunity", "quote", "order", "invoice", "competitor", "product", "literature", "activity", "note"];
/** So many are shown; below so few, words are taken for misspelt; so many rows are looked at for what they may mean. */
const shown = 30, few = 5, looked = 300;

/** Everything that the caller may see and that holds the words: records, logged mails, notes, and literature by what its files say; what is nearly spelt so where that is little. What they have pinned comes first, then what they opened last. `types`: only records of these. */
export async function search(store: Store, sight: Sight, asked: string, types?: readonly string[]): Promise<{ hits: Hit[]; total: number }> {
  const text = fold(asked).trim().slice(0, 200), words = text.split(/\s+/).slice(0, 8), among = types ? searched.filter(type => types.includes(type)) : searched;
  if (!text || !among.length) return { hits: [], total: 0 };
  const [exact, inside, { pinned, recent }] = await Promise.all([sight.find(among, { text, order: "updatedAt", down: true, take: 60 }), among.includes("literature") ? insideFiles(store, sight, text) : { rows: [], texts: new Map<string, string | undefined>() }, preferencesOf(store, sight.who.id)]);
  const found = new Map(exact.rows.map(row => [pathOf(row.type, row.id), row])), exactly = found.size;
  for (const row of inside.rows) found.set(pathOf(row.type, row.id), row);
  const more = found.size - exactly, near = found.size < few ? await nearlyAs(sight, among, words, found) : [], nearly = new Set(near.map(row => pathOf(row.type, row.id)));
  const all = [...found.values(), ...near], lines = new Map(all.map(row => [pathOf(row.type, row.id), inside.texts.get(row.id) ?? lineIn(row, words)]));
  const used = (hit: Hit) => { const path = pathOf(hit.type, hit.id); return pinned.includes(path) ? 0 : recent.includes(path) ? 1 : 2; };
  const rank = (hit: Hit) => (nearly.has(pathOf(hit.type, hit.id)) ? 1_000 : 0) + used(hit) * 100 + placeOf(hit, text);
  const hits = (await briefs(sight, all)).map(hit => ({ ...hit, inside: lines.get(pathOf(hit.type, hit.id)) })).sort((a, b) => rank(a) - rank(b));
  return { hits: hits.slice(0, shown), total: exact.total + more + near.length };
}

/** Literature in whose files the words stand. What a file says is nobody's by itself: only the pieces that the caller may see count. */
async function insideFiles(store: Pick<Store, "find">, sight: Sight, text: string): Promise<{ rows: Row[]; texts: Map<string, string | undefined> }> {
  const { rows: opened } = await store.find("document", { text, take: 100 });
  if (!opened.length) return { rows: [], texts: new Map() };
  const says = new Map(opened.map(row => [row.id, (row.data as unknown as Shelved).text]));
  const rows = (await sight.find("literature", { where: { file: [...says.keys()] }, take: 100 })).rows.filter(row => filesOf(row.data).some(hash => says.has(hash))); // what only an earlier version said is not offered
  return { rows, texts: new Map(rows.map(row => [row.id, around(filesOf(row.data).map(hash => says.get(hash) ?? "").join("\n"), text.split(/\s+/))])) };
}

/** Rows that hold all words, one of them with a slip in it: half of such a word is as it should be, and finds them. */
async function nearlyAs(sight: Sight, among: string[], words: readonly string[], not: ReadonlyMap<string, unknown>): Promise<Row[]> {
  const asked = words.flatMap((word, n) => { const isNear = nearTo(word); return intactPieces(word).map(piece => ({ isNear, text: words.with(n, piece).join(" ") })); });
  const pages = await Promise.all(asked.map(async ({ isNear, text }) => (await sight.find(among, { text, order: "updatedAt", down: true, take: looked })).rows.filter(row => isNear(row.text))));
  return [...new Map(pages.flat().map(row => [pathOf(row.type, row.id), row])).entries()].filter(([path]) => !not.has(path)).map(([, row]) => row).slice(0, shown);
}

/** Of what is told at length, where the words stand. */
const lineIn = ({ type, data }: Row, words: readonly string[]): string | undefined =>
  type === "note" || type === "activity" ? around(String((type === "note" ? data.text : data.description) ?? ""), words) : undefined;

/** Titles that begin with the words come first, then titles that hold them, then the rest; people and deals before papers. */
function placeOf(hit: Hit, text: string): number {
  const title = fold(hit.title);
  return (title.startsWith(text) ? 0 : title.includes(text) ? 20 : 40) + searched.indexOf(hit.type);
}
