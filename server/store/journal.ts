import { join } from "node:path";
import type { Adapter } from "lowdb";
import { Problem } from "../../model/problem.ts";
import { filesIn, headOf, pathOf, readFile, type Kind } from "./bookFiles.ts";
import { reasonOf, refusal, type Disk, type DiskFile } from "./disk.ts";
import { bodyOf, handOut, keep, type Kept, type Placing } from "./kept.ts";
import { lineOf } from "./line.ts";
import { formatOf, plainShape, shaped, type Shape } from "./shape.ts";
import { writeSnapshot } from "./snapshot.ts";

/** The state that lowdb holds: the rows by type and id, and the commits that are made but not yet on disk. */
export interface Book { rows: Map<string, Map<string, Kept>>; fresh: Placing[][] }

export interface JournalOptions {
  say?: (sentence: string) => void;
  /** Bytes of journal after which a snapshot is written, unless the last snapshot was larger. */
  compactAt?: number;
  shape?: Shape;
  /** Keeps the rows as they were, before they are made anew in another format. */
  before?: (format: number) => Promise<void>;
}

/**
 * A lowdb adapter over a journal. read() gives the last snapshot with the journals since; write() appends the fresh commits and resolves when they would survive a power cut.
 * A write() with nothing fresh writes everything, as lowdb promises. Snapshots come about in the background when the journal has outgrown the last one.
 */
export class JournalAdapter implements Adapter<Book> {
  #journal!: DiskFile;
  #number = 0;
  /** The oldest file that may still be in the folder. */
  #first = 1;
  #end = 0;
  #sound = true;
  #compacting: Promise<void> | undefined;
  #compactAt: number;
  constructor(readonly folder: string, readonly disk: Disk, readonly options: JournalOptions = {}) { this.#compactAt = options.compactAt ?? 8 << 20; }
  get #shape(): Shape { return this.options.shape ?? plainShape; }

  /** The rows as they are on disk; those of an older shape are made anew, all of them or none, before anybody sees them. */
  async read(): Promise<Book> {
    const { names, numbers, first, files } = await filesIn(this.disk, this.folder);
    const book: Book = { rows: new Map(), fresh: [] };
    let was: { format: number; print?: string } | undefined;
    for (const [i, [kind, number]] of files.entries()) {
      const { at, head } = await this.#load(kind, number, book, i === files.length - 1);
      was ??= head;
      if (kind === "snapshot") this.#compactAt = Math.max(this.#compactAt, at); else this.#end = at;
    }
    const old = was && (was.format < formatOf(this.#shape.migrations) || (was.print ?? "") !== this.#shape.print) ? was : undefined;
    if (old) await this.#reshape(book, old.format);
    if (files.length) {
      this.#number = files.at(-1)![1];
      this.#journal = await this.disk.open(pathOf(this.folder, "journal", this.#number), "on");
      if (await this.#journal.size() > this.#end) await this.#cut();
      if (!this.#end) await this.#append(lineOf(headOf("journal", this.#number, this.#shape)));
    } else await this.#startJournal(1);
    for (const name of names) if (/^snapshot-\d+\.new$/.test(name)) await this.disk.remove(join(this.folder, name));
    await this.#remove(first, numbers("snapshot"), numbers("journal"));
    this.#first = first;
    if (old) { await this.#startJournal(this.#number + 1); await this.#snapshot(book, this.#number); }
    return book;
  }

  /** Nothing of this is on disk until the snapshot has its name: whoever is killed before finds everything as it was. */
  async #reshape({ rows }: Book, format: number) {
    if (format < formatOf(this.#shape.migrations) && rows.size) await this.options.before?.(format);
    for (const table of rows.values()) for (const [id, row] of table) {
      const now = shaped(this.#shape, handOut(row), format);
      if (now) table.set(id, keep(now)); else table.delete(id);
    }
  }

  async write(book: Book): Promise<void> {
    try {
      if (!this.#sound) await this.#cut();
      if (!book.fresh.some(commit => commit.length)) { await this.#compacting; await this.#compact(book); return await this.#compacting; }
      if (this.#end > this.#compactAt && !this.#compacting) await this.#compact(book).catch(error => this.#say(`No snapshot could be begun: ${reasonOf(error)}.`));
      await this.#append(lineOf(bodyOf(book.fresh.flat())));
    } catch (error) { throw refusal(error); }
  }

  /** Writes a snapshot of the rows as they are, and resolves once nothing older is left: one that was under way may hold what was before. To be called between writes. */
  async forget(book: Book): Promise<void> {
    try {
      if (!this.#sound) await this.#cut();
      await this.#compacting;
      await (await this.#compact(book)).done;
    } catch (error) { throw new Problem("unavailable", { detail: `What is to be forgotten is still in the store's older files (${reasonOf(error)}): please ask again`, seconds: 5, cause: error }); }
  }

  /** Rejects while the disk would refuse a write; mends what an earlier refusal left. */
  async ready(): Promise<void> { if (!this.#sound) await this.#cut().catch(error => { throw refusal(error); }); }

  async close(): Promise<void> {
    await this.#compacting;
    await this.#journal?.close();
  }

  /**
   * What goes to the disk together is one line, for its blocks may reach the disk in any order: after a power cut a sound line behind a bad one is damage, and never the end of a write that was cut short.
   * After any failure the end of the journal is unknown: it is cut back to the last good line before anything else is written.
   */
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
    const path = pathOf(this.folder, "journal", number), journal = await this.disk.open(path, "new"), head = lineOf(headOf("journal", number, this.#shape));
    try {
      await journal.write(head, 0);
      await journal.sync();
      await this.disk.syncFolder(this.folder);
    } catch (error) {
      await journal.close().catch(() => {});
      await this.disk.remove(path).catch(() => {});
      throw error;
    }
    await this.#journal?.close().catch(() => {});
    this.#journal = journal; this.#number = number; this.#end = head.length;
  }

  /**
   * Opens the next journal, then writes the snapshot that stands before it while commits go on.
   * A row that changes meanwhile may be in it as it was or as it is: the new journal, replayed over it, makes either right.
   */
  async #compact(book: Book) {
    const number = this.#number + 1;
    await this.#startJournal(number);
    const done = this.#snapshot(book, number);
    this.#compacting = done
      .catch(error => { this.#compactAt = this.#end + this.#compactAt; this.#say(`No snapshot could be written: ${reasonOf(error)}. The journal goes on.`); })
      .finally(() => { this.#compacting = undefined; });
    return { done };
  }

  async #snapshot({ rows }: Book, number: number) {
    const size = await writeSnapshot(this.disk, this.folder, number, rows.values(), this.#shape);
    this.#compactAt = Math.max(this.options.compactAt ?? 8 << 20, size);
    const old = Array.from({ length: number - this.#first }, (_, i) => this.#first + i);
    await this.#remove(number, old, old);
    this.#first = number;
  }

  async #remove(before: number, snapshots: number[], journals: number[]) {
    for (const n of snapshots) if (n < before) await this.disk.remove(pathOf(this.folder, "snapshot", n));
    for (const n of journals) if (n < before) await this.disk.remove(pathOf(this.folder, "journal", n));
  }

  async #load(kind: Kind, number: number, book: Book, last: boolean) {
    const file = await this.disk.open(pathOf(this.folder, kind, number), "read");
    try { return await readFile(file, this.folder, kind, number, { upTo: formatOf(this.#shape.migrations), last, say: this.options.say }, placings => { for (const placing of placings) place(book.rows, placing); }); }
    finally { await file.close(); }
  }

  #say(sentence: string) { this.options.say?.(sentence); }
}

function place(rows: Book["rows"], { type, id, now }: Placing) {
  let table = rows.get(type);
  if (!table) rows.set(type, table = new Map());
  if (now) table.set(id, now); else table.delete(id);
}
