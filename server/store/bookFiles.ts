import { join } from "node:path";
import type { Disk, DiskFile } from "./disk.ts";
import { placingsOf, type Placing } from "./kept.ts";
import { isTorn, lineAt } from "./line.ts";
import { formatOf, type Shape } from "./shape.ts";

export type Kind = "journal" | "snapshot";
export const pathOf = (folder: string, kind: Kind, number: number): string => join(folder, nameOf(kind, number));
const nameOf = (kind: Kind, number: number) => `${kind}-${String(number).padStart(6, "0")}`;
const tab = 9;

/** The first line of each file: which one it is, and what the rows in it are like. */
export const headOf = (kind: Kind, number: number, { migrations, print }: Shape): string => JSON.stringify({ [kind]: number, format: formatOf(migrations), print });

/** Which files make up the store: the last snapshot and the journals since. */
export async function filesIn(disk: Disk, folder: string) {
  const names = await disk.list(folder);
  const numbers = (kind: Kind) => names.flatMap(name => new RegExp(`^${kind}-(\\d{6,})$`).exec(name)?.[1] ?? []).map(Number).sort((a, b) => a - b);
  const snapshot = numbers("snapshot").at(-1), first = snapshot ?? 1;
  const journals = numbers("journal").filter(number => number >= first);
  const missing = journals.findIndex((number, i) => number !== first + i);
  if (missing >= 0 || (snapshot !== undefined && !journals.length)) throw new Error(`The store in ${folder} is incomplete: ${nameOf("journal", first + Math.max(missing, 0))} is missing. Nothing was changed; please restore a backup.`);
  const files: [Kind, number][] = [...(snapshot === undefined ? [] : [["snapshot", snapshot] as [Kind, number]]), ...journals.map((number): [Kind, number] => ["journal", number])];
  return { names, numbers, first, files };
}

interface Reading {
  /** The newest format that is understood. */
  upTo: number;
  /** Only the last journal may have a torn tail. */
  last: boolean;
  say?: (sentence: string) => void;
}

/** Gives all that one file says, in order; returns where its last good line ends and what its rows are like (nothing where even its head was cut short). */
export async function readFile(file: DiskFile, folder: string, kind: Kind, number: number, { upTo, last, say }: Reading, take: (placings: Placing[]) => void | Promise<void>) {
  const name = nameOf(kind, number);
  const damaged = (at: number) => new Error(`The store in ${folder} is damaged: ${name} cannot be read from byte ${at} on. Nothing was changed; please restore a backup.`);
  let count = 0, head: { format: number; print?: string } | undefined, closed = false;
  const { at, rest } = await eachLine(file, (body, from) => {
    if (!head) { head = headIn(body, kind, number, () => damaged(from)); if (head.format > upTo) throw newer(`The store in ${folder}`, head.format, upTo); return; }
    if (closed) throw damaged(from);
    if (kind === "snapshot" && body.indexOf(tab) < 0) { closed = (JSON.parse(body.toString()) as { rows: number }).rows === count; if (!closed) throw damaged(from); return; }
    const placings = placingsOf(body);
    count += placings.length;
    return take(placings);
  });
  if (rest && !(last && kind === "journal" && isTorn(rest, at))) throw damaged(at);
  if (rest) say?.(`${name}: the last ${rest.length} bytes were cut short by a crash and are dropped; nothing that was acknowledged is in them.`);
  if (kind === "snapshot" && !closed || !head && !last) throw damaged(at);
  return { at, head };
}

export const newer = (what: string, format: number, upTo: number): Error => new Error(`${what} was written by a newer version of this program (format ${format}; this one reads up to ${upTo}). Nothing was changed.`);

function headIn(body: Buffer, kind: Kind, number: number, damaged: () => Error): { format: number; print?: string } {
  let head: { format?: unknown; print?: string } & Record<string, unknown>;
  try { head = JSON.parse(body.toString()) as typeof head; } catch { throw damaged(); }
  if (head[kind] !== number || typeof head.format !== "number") throw damaged();
  return { ...head, format: head.format };
}

/** Everything that is on disk, also while another process writes there: the last to say something about a row is right. */
export async function copyOf(disk: Disk, folder: string, upTo: number, take: (placings: Placing[]) => Promise<void>): Promise<{ format: number }> {
  const { files } = await filesIn(disk, folder), open: DiskFile[] = [];
  try {
    for (const [kind, number] of files) open.push(await disk.open(pathOf(folder, kind, number), "read"));
    const sizes = await Promise.all(open.map(file => file.size()));
    let head: { format: number } | undefined;
    for (const [i, file] of open.entries()) { const read = await readFile(endingAt(file, sizes[i]!), folder, ...files[i]!, { upTo, last: i === open.length - 1 }, take); head ??= read.head; }
    return head ?? { format: 1 };
  } finally { for (const file of open) await file.close(); }
}

/** A file as it is now, however fast it grows. */
const endingAt = (file: DiskFile, size: number): DiskFile => ({ ...file, read: async (into, at) => at < size ? file.read(into.subarray(0, Math.min(into.length, size - at)), at) : 0 });

/** Gives each sound line of a file in turn; returns where they end, and what is there instead of the next. */
export async function eachLine(file: DiskFile, take: (body: Buffer, at: number) => void | Promise<void>): Promise<{ at: number; rest?: Buffer }> {
  let bytes: Buffer = Buffer.alloc(0), start = 0, at = 0;
  const chunk = Buffer.allocUnsafe(1 << 20);
  for (;;) {
    const line = lineAt(bytes, at);
    if (typeof line === "object") { const taking = take(line.body, start + at); if (taking) await taking; at = line.next; continue; }
    const read = line === "bad" ? 0 : await file.read(chunk, start + bytes.length);
    if (!read) break;
    bytes = Buffer.concat([bytes.subarray(at), chunk.subarray(0, read)]);
    start += at; at = 0;
  }
  const rest = [bytes.subarray(at)];
  for (let from = start + bytes.length; ;) {
    const read = await file.read(chunk, from);
    if (!read) break;
    rest.push(Buffer.from(chunk.subarray(0, read))); from += read;
  }
  const whole = Buffer.concat(rest);
  return whole.length ? { at: start + at, rest: whole } : { at: start + at };
}
