import { join } from "node:path";
import { Low, Memory, type Adapter } from "lowdb";
import { folderSource, keepCopy } from "./backup.ts";
import { realDisk, type Disk } from "./disk.ts";
import type { FileLimits, Files } from "./files.ts";
import { folderFiles } from "./filesFolder.ts";
import { memoryFiles } from "./filesMemory.ts";
import { JournalAdapter, type Book } from "./journal.ts";
import { handOut, keep, type Kept, type Placing } from "./kept.ts";
import { lock } from "./lock.ts";
import type { Shape } from "./shape.ts";
import { Stale, type Page, type Query, type Row, type Store, type Write } from "./store.ts";
import { page, sort, Table } from "./table.ts";

interface Options {
  /** Hears what an operator should know: a torn tail that was cut, a snapshot that failed. */
  say?: (sentence: string) => void;
  disk?: Disk;
  fileLimits?: FileLimits;
  compactAt?: number;
  shape?: Shape;
}

/** The embedded store: lowdb over a journal in a folder that belongs to one process. */
export async function lowdbStore(folder: string, options: Options = {}): Promise<Store> {
  const { disk = realDisk } = options;
  await disk.list(folder).catch(error => { throw new Error(`The folder ${folder} cannot be used (${(error as NodeJS.ErrnoException).code}).`, { cause: error }); });
  const unlock = await lock(folder);
  const files = await folderFiles(join(folder, "files"), options.fileLimits, { alone: true }).catch(async error => { await unlock(); throw error; });
  const before = async (format: number) => { await keepCopy(folderSource(folder, files, options.shape), join(folder, "backups"), format); };
  const adapter = new JournalAdapter(folder, disk, { ...options, before });
  try { return await storeOver(adapter, files, () => adapter.ready(), book => adapter.forget(book), () => adapter.close().finally(unlock)); }
  catch (error) { await adapter.close().catch(() => {}); await unlock(); throw error; }
}

/** The same store without a disk. */
export const memoryStore = (): Promise<Store> => storeOver(new Memory<Book>(), memoryFiles());

interface Waiting { placings: Placing[]; was: (number | null)[]; done: () => void; fail: (error: unknown) => void }

async function storeOver(adapter: Adapter<Book>, files: Files, ready = async () => {}, forget = async (_book: Book) => {}, end = async () => {}): Promise<Store> {
  const db = new Low<Book>(adapter, { rows: new Map(), fresh: [] });
  await db.read();
  const tables = new Map([...db.data.rows].map(([type, rows]) => [type, new Table(rows)]));
  const ears = new Set<(changed: { type: string; id: string }[]) => void>();
  let waiting: Waiting[] = [], forgetting: Omit<Waiting, "placings" | "was">[] = [], running: Promise<void> | undefined, closed = false, indexing: NodeJS.Immediate | undefined;

  /** All commits that wait go to the disk together; what was before them is forgotten behind them. */
  async function settle() {
    await Promise.resolve();
    for (; waiting.length || forgetting.length; await turn()) {
      const group = waiting, asked = forgetting; waiting = []; forgetting = [];
      if (group.length) await together(group);
      if (asked.length) await forget(db.data).then(() => { for (const one of asked) one.done(); }, (error: unknown) => { for (const one of asked) one.fail(error); });
    }
    running = undefined;
  }

  /** What the disk has not taken is never seen. */
  async function together(group: readonly Waiting[]) {
    const { accepted, refused } = check(group, (type, id) => db.data.rows.get(type)?.get(id));
    try {
      db.data.fresh = accepted.map(one => one.placings);
      if (accepted.length) await db.write();
    } catch (error) {
      for (const one of group) one.fail(error);
      return;
    } finally { db.data.fresh = []; }
    for (const one of accepted) for (const placing of one.placings) place(placing);
    for (const one of accepted) one.done();
    for (const [one, stale] of refused) one.fail(stale);
    const changed = accepted.flatMap(one => one.placings.map(({ type, id }) => ({ type, id })));
    if (changed.length) for (const hear of ears) try { hear(changed); } catch { /* whoever listens badly must not stop the writers */ }
  }

  function place({ type, id, now }: Placing) {
    let table = tables.get(type);
    if (!table) {
      const rows = new Map<string, Kept>();
      db.data.rows.set(type, rows);
      tables.set(type, table = new Table(rows));
    }
    if (now) table.put(now); else table.drop(id);
    indexing ??= setImmediate(index);
  }

  /** Text is indexed between requests, a millisecond at a time, and in shorter slices while a commit waits for the disk. */
  function index() {
    indexing = undefined;
    for (const table of tables.values()) if (!table.catchUp(running ? 0.1 : 1)) { indexing = setImmediate(index); return; }
  }
  if (tables.size) indexing = setImmediate(index);

  return {
    async get(type, id) { const row = db.data.rows.get(type)?.get(id); return row && handOut(row); },
    async find(type, query = {}) {
      const asked = [type].flat().flatMap(name => tables.get(name) ?? []);
      for (const table of asked) await table.prepare(query);
      return find(asked, query);
    },
    commit: writes => new Promise((done, fail) => {
      if (closed) throw new Error("The store is closed.");
      waiting.push({ placings: writes.map(placingOf), was: writes.map(write => write.was), done, fail });
      running ??= settle();
    }),
    heard(hear) { ears.add(hear); return () => ears.delete(hear); },
    files, ready,
    forget: () => new Promise((done, fail) => {
      if (closed) throw new Error("The store is closed.");
      forgetting.push({ done, fail });
      running ??= settle();
    }),
    async close() { closed = true; await running; if (indexing) clearImmediate(indexing); await end(); },
  };
}

/** Whoever was answered has the time to write again before the next group is closed. */
const turn = () => new Promise(setImmediate);

const placingOf = ({ type, id, now }: Write): Placing => ({ type, id, now: now && keep(now) });

/** Which of the commits may go ahead, each seen on top of those before it. */
function check(group: readonly Waiting[], current: (type: string, id: string) => Kept | undefined) {
  const ahead = new Map<string, Kept | null>(), accepted: Waiting[] = [], refused: [Waiting, Stale][] = [];
  for (const one of group) {
    const own = new Map<string, Kept | null>();
    const wrong = one.placings.find(({ type, id, now }, i) => {
      const name = `${type}/${id}`, there = own.has(name) ? own.get(name) : ahead.has(name) ? ahead.get(name) : current(type, id);
      own.set(name, now);
      return (there?.version ?? null) !== one.was[i];
    });
    if (wrong) refused.push([one, new Stale(`${wrong.type} ${wrong.id}`)]);
    else { accepted.push(one); for (const [name, now] of own) ahead.set(name, now); }
  }
  return { accepted, refused };
}

function find(tables: readonly Table[], query: Query): Page {
  const found = tables.length === 1 ? tables[0]!.find(query) : merged(tables, query);
  return { rows: found.rows.map((row): Row => handOut(row)), total: found.total };
}

/** The page of several types is among the first rows of each. */
function merged(tables: readonly Table[], query: Query) {
  const { skip = 0, take = 50, order = "id", down = false } = query;
  const each = tables.map(table => table.find({ ...query, skip: 0, take: skip + take }));
  return { rows: page(sort(each.flatMap(found => found.rows), order, down), skip, take), total: each.reduce((sum, found) => sum + found.total, 0) };
}
