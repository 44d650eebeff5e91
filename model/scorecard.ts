/** How many deals, and what they were worth. */
export interface Tally { count: number; value: number }
/** Deals in which something occurred, by how they stand; the rate is of those that are closed, in whole per cent, and missing where none is. */
export interface Results { won: Tally; lost: Tally; open: Tally; rate?: number }
export interface DealBrief { id: string; title: string; status: string; value?: number; closed?: string; toThem?: boolean }

/** All about a competitor that helps to win: the record against them, what we met them with, and what to read. */
export interface Scorecard extends Results {
  /** Of the lost ones, those that went to them. */
  toThem: Tally;
  /** Closed deals, the newest first, at most ten. */
  deals: DealBrief[];
  /** Our products in deals with them, the most frequent first. */
  products: (Results & { id: string; title: string })[];
  literature: { id: string; title: string; forCustomers: boolean; expires?: string }[];
}
/** A piece of literature, the deals in which it was sent, and to how many people, of whom some have an older version. */
export interface Use extends Results { id: string; title: string; people: number; behind: number; /** Ids of the deals by status, at most a hundred of each: what a list needs to show them. */ deals: Record<"won" | "lost" | "open", string[]> }
