import { fold } from "./fold.ts";

/** What of a piece of literature matters when one is chosen. */
export interface Piece { id: string; title: string; kind?: string; keywords?: string; description?: string; subject?: string; products?: readonly string[]; competitors?: readonly string[]; campaigns?: readonly string[]; forCustomers?: boolean; expires?: string; sent?: number }
/** What the mail is about: the deal's products, competitors and campaign, and what the writer looks for. */
export interface Occasion { today: string; products?: readonly string[]; competitors?: readonly string[]; campaign?: string; stage?: string; words?: string; found?: ReadonlySet<string> }
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

/** The literature that fits the occasion, best first. With words, only what holds all of them, in its title, its keywords or (`found`) inside its files; without, everything. */
export function recommend(pieces: readonly Piece[], occasion: Occasion): Recommended[] {
  const words = fold(occasion.words ?? "").split(/\s+/).filter(Boolean);
  return pieces.flatMap(piece => {
    const about = fold([piece.title, piece.keywords, piece.description, piece.subject].filter(Boolean).join("\n")), named = words.length > 0 && words.every(word => about.includes(word)), inside = occasion.found?.has(piece.id) ?? false;
    if (words.length && !named && !inside) return [];
    const reasons: Reason[] = [
      ...named ? [{ why: "title" as const, of: words }] : inside ? [{ why: "inside" as const, of: words }] : [],
      ...shared("product", piece.products, occasion.products), ...shared("competitor", piece.competitors, occasion.competitors),
      ...shared("campaign", piece.campaigns, occasion.campaign ? [occasion.campaign] : []),
      ...piece.kind && helps[occasion.stage ?? ""]?.includes(piece.kind) ? [{ why: "stage" as const }] : [],
      ...(piece.sent ?? 0) > 2 ? [{ why: "often" as const }] : [],
    ];
    const fitness = fitnessOf(piece, occasion.today);
    return [{ id: piece.id, reasons, fitness, score: reasons.reduce((sum, { why, of }) => sum + weight[why] * (why === "title" || why === "inside" ? 1 : of?.length ?? 1), 0), title: piece.title }];
  }).sort((a, b) => Number(a.fitness === "expired") - Number(b.fitness === "expired") || b.score - a.score || a.title.localeCompare(b.title)).map(({ id, reasons, fitness }) => ({ id, reasons, fitness }));
}

/** `expires` is the last day on which a piece may be sent. */
export function fitnessOf({ forCustomers, expires }: Pick<Piece, "forCustomers" | "expires">, today: string): Fitness {
  if (expires && expires < today) return "expired";
  if (!forCustomers) return "internal";
  return expires && Date.parse(expires) - Date.parse(today) < 14 * 86_400_000 ? "expiring" : "fine";
}

function shared(why: "product" | "competitor" | "campaign", its: readonly string[] = [], ours: readonly string[] = []): Reason[] {
  const of = its.filter(one => ours.includes(one));
  return of.length ? [{ why, of }] : [];
}
