/** A quote, an order or an invoice as it stands on paper: every word already in the customer's language, every figure as it is printed. */
export interface Sheet {
  language: "en" | "zh";
  size: "A4" | "LETTER";
  /** A colour as `#rrggbb`. */
  accent: string;
  /** A picture as a data URL. */
  logo?: string;
  /** Who sells: name first. */
  seller: string[];
  header?: string;
  /** What it is: “Quote”. */
  kind: string;
  /** What it is about: the name of the deal. */
  subject?: string;
  number?: string;
  /** Across the page where the paper must not be taken for the real one. */
  mark?: string;
  facts: [label: string, value: string][];
  to: { label: string; lines: string[] }[];
  intro?: string;
  columns: { label: string; right?: boolean; wide?: boolean }[];
  /** Cells in the order of the columns; the second line of a cell is set small. */
  lines: string[][];
  noLines: string;
  totals: { label: string; value: string; strong?: boolean }[];
  notes: { label: string; text: string }[];
  footer?: string;
  /** “Page {page} of {pages}”. */
  pages: string;
}
