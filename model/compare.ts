import type { AnyRow } from "./record.ts";

/** A value that differs between two revisions. */
export interface Difference { field: string; was?: unknown; now?: unknown }
export interface LineDifference { position: number; name?: string; what: "added" | "removed" | "changed"; fields: Difference[] }
/** What a customer asks first: what has changed from one revision to the next, and who changed it, when, and why. */
export interface Comparison { from: number; to: number; by: string; at: string; why?: string; lines: LineDifference[]; terms: Difference[]; sums: Difference[] }

const cells = ["product", "writeIn", "unit", "quantity", "price", "volumeDiscount", "discount", "taxRate", "tax", "extended", "description"];
const terms = ["name", "account", "contact", "currency", "priceList", "from", "until", "expires", "deliverBy", "paymentTerms", "freightTerms", "shipping", "description"];
const sums = ["discountPercent", "discount", "freight", "linesTotal", "discountTotal", "lessFreight", "tax", "total"];

/** Compares two revisions of one quote; lines are the same line if they bear the same number. */
export function compared(older: AnyRow, newer: AnyRow, why?: string): Comparison {
  const [was, now] = [linesOf(older), linesOf(newer)];
  const lines = [...new Set([...was.keys(), ...now.keys()])].sort((a, b) => a - b).flatMap((position): LineDifference[] => {
    const [before, after] = [was.get(position), now.get(position)], fields = differences(cells, before ?? {}, after ?? {});
    return fields.length ? [{ position, name: (after ?? before)?.name as string | undefined, what: !before ? "added" : !after ? "removed" : "changed", fields }] : [];
  });
  return { from: older.revision as number, to: newer.revision as number, by: newer.createdBy, at: newer.createdAt, ...why && { why }, lines, terms: differences(terms, older, newer), sums: differences(sums, older, newer) };
}

const linesOf = (row: AnyRow) => new Map(((row.lines ?? []) as Record<string, unknown>[]).map(line => [line.position as number, line]));
const differences = (fields: readonly string[], a: Record<string, unknown>, b: Record<string, unknown>): Difference[] =>
  fields.filter(field => JSON.stringify(a[field]) !== JSON.stringify(b[field])).map(field => ({ field, was: a[field], now: b[field] }));
