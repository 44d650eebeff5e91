import { join } from "node:path";
import type { Adapter } from "lowdb";
import { reasonOf, refusal, type Disk, type DiskFile } from "./disk.ts";
import type { Kept, Placing } from "./kept.ts";
import { isTorn, lineAt, lineOf } from "./line.ts";

/** The state that lowdb holds: the rows by type and id, and the commits that are made but not yet on disk. */
export interface Book { rows: Map<string, Map<string, Kept>>; fresh: Placing[][] }

/** The newest format that this program reads and the one that it writes. */
export const format = 1;

interface Options { say?: (sentence: string) => void; compactAt?: number }

/**
 * A lowdb adapter over a journal. read() gives the last snapshot with the journals since; write() appends the fresh commits and resolves when they would survive a power cut.
 * A write() with nothing fresh writes everything, as lowdb promises. Snapshots come about in the background when the journal has outgrown the last one.
 */
export class JournalAdapter implements Adapter<Book> {
  #journal!: DiskFile;
  #number = 0;
  #end = 0;
  #sound = true;
  #compacting: Promise<void> | undefined;
  #compactAt: number;
  constructor(readonly folder: string, readonly disk: Disk, readonly options: Options = {}) { this.#compactAt = options.compactAt ?? 8 << 20; }

  async read(): Promise<Book> {
    const { names, numbers, snapshot, first, journals } = await this.#look();
    const book: Book = { rows: new Map(), fresh: [] };
    if (snapshot !== undefined) this.#compactAt = Math.max(this.#compactAt, await this.#load("snapshot", snapshot, book));
    for (const number of journals) this.#end = await this.#load("journal", number, book, number === journals.at(-1));
    if (journals.length) {
      this.#number = journals.at(-1)!;
      this.#journal = await this.disk.open(this.#path("journal", this.#number), "on");
      if (await this.#journal.size() > this.#end) await this.#cut();
      if (!this.#end) await this.#begin();
    } else await this.#startJournal(1);
    for (const name of names) if (/^snapshot-\d+\.new$/.test(name)) await this.disk.remove(join(this.folder, name));
    await this.#forget(first, numbers("snapshot"), numbers("journal"));
    return book;
  }

  /** Everything that is on disk, line by line and in order, also while another process writes there: the last to say something about a row is right. */
  async copy(take: (placings: Placing[]) => Promise<void>): Promise<void> {
    const { snapshot, journals } = await this.#look();
    const open = [...(snapshot === undefined ? [] : [["snapshot", snapshot] as const]), ...journals.map(number => ["journal", number] as const)];
    const files = await Promise.all(open.map(([kind, number]) => this.disk.open(this.#path(kind, number), "read")));
    try {
      const sizes = await Promise.all(files.map(file => file.size()));
      for (const [i, file] of files.entries()) await this.#read(upTo(file, sizes[i]!), open[i]![0], open[i]![1], take, i === files.length - 1);
    } finally { for (const file of files) await file.close(); }
  }

  async #look() {
    const names = await this.disk.list(this.folder);
    const numbers = (kind: Kind) => names.flatMap(name => new RegExp(`^${kind}-(\\d{6,})$`).exec(name)?.[1] ?? []).map(Number).sort((a, b) => a - b);
    const snapshot = numbers("snapshot").at(-1), first = snapshot ?? 1;
    const journals = numbers("journal").filter(number => number >= first);
    const missing = journals.findIndex((number, i) => number !== first + i);
    if (missing >= 0 || (snapshot !== undefined && !journals.length)) throw new Error(`The store in ${this.folder} is incomplete: ${nameOf("journal", first + Math.max(missing, 0))} is missing. Nothing was changed; please restore a backup.`);
    return { names, numbers, snapshot, first, journals };
  }

  async write(book: Book): Promise<void> {
    try {
      if (!this.#sound) await this.#cut();
      if (!book.fresh.length) { await this.#compacting; await this.#compact(book); return await this.#compacting; }
      if (this.#end > this.#compactAt && !this.#compacting) await this.#compact(book).catch(error => this.#say(`No snapshot could be begun: ${reasonOf(error)}.`));
      await this.#append(Buffer.concat(book.fresh.map(commit => lineOf(bodyOf(commit)))));
    } catch (error) { throw refusal(error); }
  }

  /** Rejects while the disk would refuse a write; mends what an earlier refusal left. */
  async ready(): Promise<void> { if (!this.#sound) await this.#cut().catch(error => { throw refusal(error); }); }

  async close(): Promise<void> {
    await this.#compacting;
    await this.#journal?.close();
  }

  /** After any failure the end of the journal is unknown: it is cut back to the last good line before anything else is written. */
  async #append(bytes: Buffer) {
    this.#sound = false;
    try {
      await this.#journal.write(bytes, this.#end);
      await this.#journal.sync();
    } catch (error) { await this.#cut().catch(() => {}); throw error; }
    this.#end += bytes.length;
    this.#sound = true;
  }

  async #cut() {
    this.#sound = false;
    await this.#journal.truncate(this.#end);
    await this.#journal.sync();
    this.#sound = true;
  }

  async #startJournal(number: number) {
    const journal = await this.disk.open(this.#path("journal", number), "new");
    const head = lineOf(JSON.stringify({ journal: number, format }));
    try {
      await journal.write(head, 0);
      await journal.sync();
      await this.disk.syncFolder(this.folder);
    } catch (error) {
      await journal.close().catch(() => {});
      await this.disk.remove(this.#path("journal", number)).catch(() => {});
      throw error;
    }
    await this.#journal?.close().catch(() => {});
    this.#journal = journal; this.#number = number; this.#end = head.length;
  }

  async #begin() { await this.#append(lineOf(JSON.stringify({ journal: this.#number, format }))); }

  /**
   * Opens the next journal, then writes the snapshot that stands before it while commits go on.
   * A row that changes meanwhile may be in it as it was or as it is: the new journal, replayed over it, makes either right.
   */
  async #compact(book: Book) {
    const number = this.#number + 1;
    await this.#startJournal(number);
    this.#compacting = this.#snapshot(book, number)
      .catch(error => { this.#compactAt = this.#end + this.#compactAt; this.#say(`No snapshot could be written: ${reasonOf(error)}. The journal goes on.`); })
      .finally(() => { this.#compacting = undefined; });
  }

  async #snapshot({ rows }: Book, number: number) {
    const path = this.#path("snapshot", number), draft = `${path}.new`;
    const file = await this.disk.open(draft, "new");
    let end = 0, unsynced = 0, count = 0, waiting: Buffer[] = [], size = 0;
    const flush = async () => {
      const bytes = Buffer.concat(waiting);
      await file.write(bytes, end);
      end += bytes.length; unsynced += bytes.length; waiting = []; size = 0;
      if (unsynced > 4 << 20) { await file.sync(); unsynced = 0; }
    };
    try {
      waiting.push(lineOf(JSON.stringify({ snapshot: number, format })));
      let group: Placing[] = [], weight = 0;
      const add = () => { const line = lineOf(bodyOf(group)); waiting.push(line); size += line.length; group = []; weight = 0; };
      for (const table of rows.values()) for (const now of table.values()) {
        group.push({ type: now.type, id: now.id, now }); count++;
        if ((weight += now.data.length + now.text.length) > 16_384) add();
        if (size > 256 << 10) await flush();
      }
      if (group.length) add();
      waiting.push(lineOf(JSON.stringify({ rows: count })));
      await flush();
      await file.sync();
    } catch (error) { await file.close().catch(() => {}); await this.disk.remove(draft).catch(() => {}); throw error; }
    await file.close();
    await this.disk.rename(draft, path);
    await this.disk.syncFolder(this.folder);
    this.#compactAt = Math.max(this.options.compactAt ?? 8 << 20, end);
    const old = Array.from({ length: 8 }, (_, i) => number - 1 - i).filter(n => n > 0);
    await this.#forget(number, old, old);
  }

  async #forget(before: number, snapshots: number[], journals: number[]) {
    for (const n of snapshots) if (n < before) await this.disk.remove(this.#path("snapshot", n));
    for (const n of journals) if (n < before) await this.disk.remove(this.#path("journal", n));
  }

  /** Reads one file into the book; returns where its last good line ends. */
  async #load(kind: Kind, number: number, book: Book, last = false): Promise<number> {
    const file = await this.disk.open(this.#path(kind, number), "read");
    try { return await this.#read(file, kind, number, placings => { for (const placing of placings) place(book.rows, placing); }, last); }
    finally { await file.close(); }
  }

  /** Only the last journal may have a torn tail. */
  async #read(file: DiskFile, kind: Kind, number: number, take: (placings: Placing[]) => void | Promise<void>, last: boolean): Promise<number> {
    const name = nameOf(kind, number);
    const damaged = (at: number) => new Error(`The store in ${this.folder} is damaged: ${name} cannot be read from byte ${at} on. Nothing was changed; please restore a backup.`);
    let count = 0, lines = 0, closed = false;
    const { at, rest } = await eachLine(file, (body, from) => {
      if (lines++ === 0) return checkHead(body, kind, number, this.folder, () => damaged(from));
      if (closed) throw damaged(from);
      if (kind === "snapshot" && body.indexOf(tab) < 0) { closed = (JSON.parse(body.toString()) as { rows: number }).rows === count; if (!closed) throw damaged(from); return; }
      const placings = placingsOf(body);
      count += placings.length;
      return take(placings);
    });
    if (rest && !(last && kind === "journal" && isTorn(rest, at))) throw damaged(at);
    if (rest) this.#say(`${name}: the last ${rest.length} bytes were cut short by a crash and are dropped; nothing that was acknowledged is in them.`);
    if (kind === "snapshot" && !closed || !lines && !last) throw damaged(at);
    return at;
  }

  #path(kind: Kind, number: number) { return join(this.folder, nameOf(kind, number)); }
  #say(sentence: string) { this.options.say?.(sentence); }
}

/** A file as it is now, however fast it grows. */
const upTo = (file: DiskFile, size: number): DiskFile => ({ ...file, read: async (into, at) => at < size ? file.read(into.subarray(0, Math.min(into.length, size - at)), at) : 0 });

type Kind = "journal" | "snapshot";
const nameOf = (kind: Kind, number: number) => `${kind}-${String(number).padStart(6, "0")}`;
const tab = 9;

function checkHead(body: Buffer, kind: Kind, number: number, folder: string, damaged: () => Error) {
  let head: Record<string, unknown>;
  try { head = JSON.parse(body.toString()) as Record<string, unknown>; } catch { throw damaged(); }
  if (typeof head.format === "number" && head.format > format) throw new Error(`The store in ${folder} was written by a newer version of this program (format ${head.format}; this one reads up to ${format}). Nothing was changed.`);
  if (head[kind] !== number) throw damaged();
}

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

/** A commit as the body of a line: of each row what is compared, a tab, and its data, which is empty for a removal. */
export const bodyOf = (commit: readonly Placing[]): string => commit.map(({ type, id, now }) =>
  now ? `${JSON.stringify({ type, id, version: now.version, keys: now.keys, text: now.text })}\t${now.data}` : `${JSON.stringify({ type, id })}\t`).join("\t");

export function placingsOf(body: Buffer): Placing[] {
  const made: Placing[] = [];
  for (let at = 0; at < body.length;) {
    const middle = body.indexOf(tab, at), next = body.indexOf(tab, middle + 1), end = next < 0 ? body.length : next;
    const head = JSON.parse(body.toString("utf8", at, middle)) as Omit<Kept, "data">;
    const data = body.toString("utf8", middle + 1, end);
    made.push({ type: head.type, id: head.id, now: data ? { ...head, data } : null });
    at = end + 1;
  }
  return made;
}

export function place(rows: Book["rows"], { type, id, now }: Placing) {
  let table = rows.get(type);
  if (!table) rows.set(type, table = new Map());
  if (now) table.set(id, now); else table.delete(id);
}
