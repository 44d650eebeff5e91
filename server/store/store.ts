import type { Files } from "./files.ts";

/** What lists are filtered and sorted by: numbers by size, text (folded by us) by code point. */
export type Key = string | number;

/** A record at rest. `keys` holds what is compared, `text` (folded) what search looks through; both are made by us, so that every store agrees. */
export interface Row { type: string; id: string; version: number; data: Record<string, unknown>; keys: Record<string, Key | Key[]>; text: string }

/** One write: the version that must be there now (`null`: nothing), and what shall be there after (`null`: nothing). */
export interface Write { type: string; id: string; was: number | null; now: Row | null }

/** A key is this, or one of these (of a key with several values: they overlap), or lies within (both ends included), or, with null, is missing. */
export type Test = Key | null | readonly Key[] | { from?: Key; to?: Key };
/** All of the tests hold. `id` may be tested like a key. */
export type Where = Record<string, Test>;

export interface Query {
  where?: Where;
  /** At least one of these holds as well: this is how permission narrows a list. */
  or?: Where[];
  /** Every word of it (folded, separated by spaces) occurs somewhere in the row's text. */
  text?: string;
  /** A key to sort by, missing last both ways, then by id. Without it: by id. */
  order?: string;
  down?: boolean;
  skip?: number;
  take?: number;
}
/** As `take`: more than any record has beside it, where what follows must never be cut off. */
export const all = 1e9;
export interface Page { rows: Row[]; total: number }

/** The whole of storage. Every store passes test/server/store.contract.ts, with no opt-outs. */
export interface Store {
  get(type: string, id: string): Promise<Row | undefined>;
  /** Rows of one type or of several; `take` is 50 unless said. Rows are the caller's own copies. */
  find(type: string | readonly string[], query?: Query): Promise<Page>;
  /** All of the writes, or none of them and a Stale error. Resolves when they would survive a power cut. */
  commit(writes: Write[]): Promise<void>;
  /** Hears of every commit, also of other instances on the same database; returns how to stop hearing. */
  heard(hear: (changed: { type: string; id: string }[]) => void): () => void;
  /** What is too large for a record, beside the records. */
  readonly files: Files;
  /** Rejects with a sentence when a write would be refused now. */
  ready(): Promise<void>;
  /** Keeps nothing of what rows were before: resolves once nothing older than the rows of now is left in the store's own files, and rejects while it may be. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

/** Somebody else was faster; nothing was written. */
export class Stale extends Error {}
