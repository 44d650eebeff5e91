import type { Row } from "./store.ts";

/** What stored rows are like: how they came to be so, and how their keys and text are made. */
export interface Shape {
  /** Forward only, never changed once released: the n-th makes a row of format n one of format n + 1, or nothing where it shall go. */
  migrations: readonly ((row: Row) => Row | null)[];
  /** Differs whenever keys or text are made otherwise than before. */
  print: string;
  /** The row with its keys and text made anew. */
  keyed(row: Row): Row;
}
export const plainShape: Shape = { migrations: [], print: "", keyed: row => row };

/** What a program writes that knows these migrations, and the newest that it reads. */
export const formatOf = (migrations: Shape["migrations"]): number => migrations.length + 1;

/** A row of an older format as it is today. */
export function shaped(shape: Shape, row: Row, format: number): Row | null {
  let now: Row | null = row;
  for (const migrate of shape.migrations.slice(format - 1)) now &&= migrate(now);
  return now && shape.keyed(now);
}
