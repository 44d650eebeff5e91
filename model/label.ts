import type { Label } from "./records.ts";

/** Declared words in another language, by their English; what two meanings share in English is told apart by `type.key`. */
export type Labels = Record<Label, string> & { [exception: `${string}.${string}`]: string };

/** The declared word in the reader's language: `labels` is empty for English. */
export const say = (labels: Partial<Labels>, word: string, exception?: `${string}.${string}`): string =>
  (exception && labels[exception]) ?? (labels as Record<string, string>)[word] ?? word;
