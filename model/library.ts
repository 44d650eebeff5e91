import type { Fitness, Reason } from "./recommend.ts";

/** A piece of literature as a writer is offered it. */
export interface Offer {
  id: string; title: string; kind?: string; subject?: string; expires?: string;
  fitness: Fitness;
  /** Why it is offered; `of` are names and words. */
  reasons: Reason[];
  /** The line inside a file that holds the words. */
  inside?: string;
  files: { name: string; size?: number; hash?: string; type?: string }[];
}
