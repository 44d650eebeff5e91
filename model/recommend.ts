import { fold } from "./fold.ts";

/** What of a piece of literature matters when one is chosen. */
export interface Piece { id: string; title: string; kind?: string; keywords?: string; description?: string; subject?: string; products?: readonly string[]; competitors?: readonly string[]; campaigns?: readonly string[]; forCustomers?: boolean; expires?: string; /** How many mails it went out with lately. */ sent?: number }
/** What the mail is about: the deal's products, competitors and campaign, and what the writer looks for; `names` says by path (`product/id`) what these are called, and by `kind/…` what a type of literature is called. */
export interface Occasion { today: string; products?: readonly string[]; competitors?: readonly string[]; campaign?: string; stage?: string; words?: string; found?: ReadonlySet<string>; names?: ReadonlyMap<string, string> }
/** Why a piece stands where it stands; `of` are the products, competitors or words in question. */
export interface Reason { why: "product" | "competitor" | "campaign" | "title" | "inside" | "stage" | "often"; of?: string[] }
/** Whether it may leave the house: expired pieces and those for us alone do not, one that expires within two weeks deserves a look. */
export type Fitness = "fine" | "expiring" | "expired" | "internal";
export interface Recommended { id: string; reasons: Reason[]; fitness: Fitness }

const weight: Record<Reason["why"], number> = { title: 8, product: 5, competitor: 4, campaign: 3, inside: 3, stage: 1, often: 1 };
/** Kinds of literature that help at each stage of a deal. */
const helps: Record<string, readonly string[]> = {
  qualify: ["background", "presentation", "literature"], develop: ["productSheet", "presentation", "manuals"],
  propose: ["priceSheets", "productSheet", "spreadsheets"], close: ["policies", "manuals", "priceSheets"],
};

/** The literature that fits the occasion, best first. With words, only what holds all of them: in its title, its keywords, the names of what it is about, or (`found`) inside its files; without, everything. */
export function recommend(pieces: readonly Piece[], occasion: Occasion): Recommended[] {
  const words = fold(occasion.words ?? "").split(/\s+/).filter(Boolean), nameOf = (path: string) => fold(occasion.names?.get(path) ?? "");
  const says = (text: string) => words.some(word => text.includes(word));
  return pieces.flatMap(piece => {
    const own = fold([piece.title, piece.keywords, piece.description, piece.subject].filter(Boolean).join("\n"));
    const linked = (["product", "competitor", "campaign"] as const).map(why => ({ why, ids: piece[`${why}s`] ?? [], ours: why === "campaign" ? [occasion.campaign] : occasion[`${why}s`] ?? [] }));
    const all = [own, nameOf(`kind/${piece.kind}`), ...linked.flatMap(({ why, ids }) => ids.map(id => nameOf(`${why}/${id}`)))].join("\n");
    const named = words.length > 0 && words.every(word => all.includes(word)), inside = occasion.found?.has(piece.id) ?? false;
    if (words.length && !named && !inside) return [];
    const reasons: Reason[] = [
      ...named && says(own) ? [{ why: "title" as const, of: words.filter(word => own.includes(word)) }] : inside && !named ? [{ why: "inside" as const, of: words }] : [],
      ...linked.flatMap(({ why, ids, ours }) => { const of = ids.filter(id => ours.includes(id) || named && says(nameOf(`${why}/${id}`))); return of.length ? [{ why, of }] : []; }),
      ...piece.kind && helps[occasion.stage ?? ""]?.includes(piece.kind) ? [{ why: "stage" as const }] : [],
      ...(piece.sent ?? 0) >= often ? [{ why: "often" as const }] : [],
    ];
    const fitness = fitnessOf(piece, occasion.today);
    return [{ id: piece.id, reasons, fitness, score: reasons.reduce((sum, { why, of }) => sum + weight[why] * (why === "title" || why === "inside" ? 1 : of?.length ?? 1), 0), title: piece.title }];
  }).sort((a, b) => Number(a.fitness === "expired") - Number(b.fitness === "expired") || b.score - a.score || a.title.localeCompare(b.title)).map(({ id, reasons, fitness }) => ({ id, reasons, fitness }));
}
/** From so many mails on, a piece is often sent. */
const often = 3;

/** `expires` is the last day on which a piece may be sent. */
export function fitnessOf({ forCustomers, expires }: Pick<Piece, "forCustomers" | "expires">, today: string): Fitness {
  if (expires && expires < today) return "expired";
  if (!forCustomers) return "internal";
  return expires && Date.parse(expires) - Date.parse(today) < 14 * 86_400_000 ? "expiring" : "fine";
}
