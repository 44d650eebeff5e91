import type { AnyRow } from "./record.ts";

type Values = Record<string, unknown>;
/** A value that is not what it was. */
export interface FieldChange { name: string; was?: unknown; now?: unknown }
/** A line that came, went, or is not what it was; `fields` only where it is in both. */
export interface LineChange { position: number; title: string; what: "added" | "removed" | "changed"; fields: FieldChange[] }
/** The fields and lines in which two revisions differ. */
export interface Revised { fields: FieldChange[]; lines: LineChange[] }

/** What one revision of a paper changed against another: its own fields, and its lines told apart by their positions. */
export function compareRevisions(before: Values, after: Values, fields: readonly string[], cells: readonly string[]): Revised {
  const was = byPosition(before.lines), now = byPosition(after.lines);
  return {
    fields: changes(before, after, fields),
    lines: [...new Set([...was.keys(), ...now.keys()])].sort((a, b) => a - b).flatMap((position): LineChange[] => {
      const a = was.get(position), b = now.get(position), title = titleOf(b ?? a!);
      if (!a || !b) return [{ position, title, what: a ? "removed" : "added", fields: changes(a ?? {}, b ?? {}, cells) }];
      const changed = changes(a, b, cells);
      return changed.length ? [{ position, title, what: "changed", fields: changed }] : [];
    }),
  };
}

const changes = (a: Values, b: Values, names: readonly string[]): FieldChange[] => names.filter(name => JSON.stringify(a[name] ?? null) !== JSON.stringify(b[name] ?? null)).map(name => ({ name, ...a[name] !== undefined && { was: a[name] }, ...b[name] !== undefined && { now: b[name] } }));
const byPosition = (lines: unknown) => new Map(((lines ?? []) as Values[]).map((line, n) => [(line.position as number | undefined) ?? n + 1, line]));
const titleOf = (line: Values) => String(line.writeIn ?? line.name ?? line.product ?? "");

/** What a customer asks first: what has changed from one revision to the next, and who changed it, when, and why. */
export interface Comparison { from: number; to: number; by: string; at: string; why?: string; lines: LineChange[]; terms: FieldChange[]; sums: FieldChange[] }

const cells = ["product", "writeIn", "unit", "quantity", "price", "volumeDiscount", "discount", "taxRate", "tax", "extended", "description"];
const terms = ["name", "account", "contact", "currency", "priceList", "from", "until", "expires", "deliverBy", "paymentTerms", "freightTerms", "shipping", "description"];
const sums = ["discountPercent", "discount", "freight", "linesTotal", "discountTotal", "lessFreight", "tax", "total"];

/** Compares two revisions of one quote: its lines, its terms, its sums. */
export function compared(older: AnyRow, newer: AnyRow, why?: string): Comparison {
  const { fields, lines } = compareRevisions(older, newer, [...terms, ...sums], cells), among = (names: readonly string[]) => fields.filter(({ name }) => names.includes(name));
  return { from: older.revision as number, to: newer.revision as number, by: newer.createdBy, at: newer.createdAt, ...why && { why }, lines, terms: among(terms), sums: among(sums) };
}
