import { randomUUID } from "node:crypto";
import pg from "pg";
import { keepCopy, postgresSource } from "./backup.ts";
import { usualLimits, type FileLimits } from "./files.ts";
import { postgresFiles } from "./filesPostgres.ts";
import { keep } from "./kept.ts";
import { listen } from "./postgresHear.ts";
import { marksOf } from "./mark.ts";
import { pageOf, sortedOf, unsortedOf } from "./postgresQuery.ts";
import { codeOf, plain, refusal } from "./postgresRefusal.ts";
import { migrate, type Declared } from "./postgresSchema.ts";
import { plainShape, type Shape } from "./shape.ts";
import type { Row, Store, Write } from "./store.ts";

interface Options {
  /** Keys that lists are sorted by or narrowed to ranges of: each gets an index. Equality and text need none. */
  indexes?: readonly Declared[];
  /** Connections at most, and how long a request waits for one. */
  connections?: number;
  patience?: number;
  /** Milliseconds that a statement, and the wait for another's lock, may take. */
  limits?: { statement: number; lock: number };
  /** Milliseconds after which an instance looks for the others' commits, should nobody have woken it. */
  lookEvery?: number;
  say?: (sentence: string) => void;
  fileLimits?: FileLimits;
  shape?: Shape;
  /** The folder of the backups that are made before rows are made anew. */
  backups?: string;
}

type Found = { type: string; id: string; version: string; data: string; keys: string; text: string };

/** The team store: any number of instances of the service on one database. */
export async function postgresStore(url: string, options: Options = {}): Promise<Store & { pool: pg.Pool }> {
  const config = configOf(url, options), pool = poolOf(config, options);
  try { await prepare(pool, options); } catch (error) { await pool.end(); throw plain(error, url); }
  const me = randomUUID(), ears = new Set<(changed: { type: string; id: string }[]) => void>();
  const tell = (changed: { type: string; id: string }[]) => { for (const hear of ears) try { hear(changed); } catch { /* whoever listens badly must not stop the writers */ } };
  const ear = await listen({ ...config, query_timeout: 2 * Number(config.statement_timeout) }, me, tell, options.lookEvery).catch(async (error: unknown) => { await pool.end(); throw plain(error, url); });
  const ask = async <R extends pg.QueryResultRow>(query: pg.QueryConfig) => { try { return (await pool.query<R>(query)).rows; } catch (error) { throw refusal(error); } };
  const get = together(async asked => {
    const found = await ask<Found>({ name: "get", text: "select type, id, version, data, keys, text from unnest($1::text[], $2::text[]) a(type, id) join rows using (type, id)", values: [asked.map(([type]) => type), asked.map(([, id]) => id)] });
    const rows = new Map(found.map(row => [`${row.type}/${row.id}`, row]));
    return asked.map(([type, id]) => { const row = rows.get(`${type}/${id}`); return row && rowOf(row); });
  });

  return {
    pool,
    files: postgresFiles(pool, options.fileLimits ?? usualLimits),
    get: (type, id) => id.includes("\0") || type.includes("\0") ? Promise.resolve(undefined) : get(type, id),
    async find(type, query = {}) {
      const types = [type].flat(), { skip = 0, take = 50, order = "id" } = query;
      if (!types.length) return { rows: [], total: 0 };
      const found = await ask<Found & { total: number }>(pageOf(types, query));
      const rows = found.filter(row => row.id !== null).map(rowOf), { total } = found[0]!;
      if (order !== "id" && rows.length < take && skip + rows.length < total) {
        const sorted = rows.length || !skip ? skip + rows.length : (await ask<{ sorted: number }>(sortedOf(types, query)))[0]!.sorted;
        rows.push(...(await ask<Found>(unsortedOf(types, query, Math.max(0, skip - sorted), take - rows.length))).map(rowOf));
      }
      return { rows, total };
    },
    async commit(writes) {
      if (!writes.length) return;
      const given = JSON.stringify(writes.map(writing));
      try { await again(() => pool.query({ name: "commit", text: "select commit_writes($1, $2)", values: [given, me] })); }
      catch (error) { throw refusal(error); }
      tell(writes.map(({ type, id }) => ({ type, id })));
      ear.wake();
    },
    heard(hear) { ears.add(hear); return () => ears.delete(hear); },
    async ready() { await ask({ text: "select 1" }); },
    async forget() { /* the database clears its own files */ },
    async close() { await ear.stop(); await pool.end(); },
  };
}

function configOf(url: string, { patience = 5000, limits = { statement: 10_000, lock: 3000 } }: Options): pg.ClientConfig {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) throw new Error("DATABASE_URL is not the address of a PostgreSQL database: it should read like postgresql://user:password@host:5432/name.");
  return {
    connectionString: url, connectionTimeoutMillis: patience, application_name: "dealwright", keepAlive: true,
    statement_timeout: limits.statement, lock_timeout: limits.lock, idle_in_transaction_session_timeout: 15_000,
  };
}

function poolOf(config: pg.ClientConfig, { connections = 10, say }: Options): pg.Pool {
  const pool = new pg.Pool({ ...config, max: connections });
  pool.on("error", error => say?.(`A connection to the database was lost: ${codeOf(error)}.`));
  return pool;
}

async function prepare(pool: pg.Pool, { indexes = [], shape = plainShape, backups }: Options) {
  const client = (await pool.connect()).on("error", () => {}); // whoever asks next hears of it
  try {
    const { rows: [server] } = await client.query<{ server_encoding: string }>("show server_encoding");
    if (server!.server_encoding !== "UTF8") throw new Error(`The database has the encoding ${server!.server_encoding}: it must be UTF8.`);
    await migrate(client, {
      indexes, shape,
      async before(format) { if (backups) await keepCopy(postgresSource(pool, postgresFiles(pool)), backups, format); },
    });
    client.release();
  } catch (error) { client.release(true); throw error; }
}

/** A write as the function in the database takes it; `n` is its place. */
export const writing = ({ type, id, was, now }: Write, n: number) => {
  if (!now) return { type, id, was, n };
  const row = keep(now);
  return { type, id, was, n, version: row.version, data: row.data, keys: JSON.stringify(row.keys), text: row.text, marks: marksOf(row) };
};

const rowOf = ({ type, id, version, data, keys, text }: Found): Row => ({ type, id, version: Number(version), data: JSON.parse(data) as Row["data"], keys: JSON.parse(keys) as Row["keys"], text });

/** What is asked for before anything else is done is asked for in one statement. */
function together<A extends unknown[], T>(ask: (asked: A[]) => Promise<T[]>): (...one: A) => Promise<T> {
  let waiting: { asked: A[]; answer: Promise<T[]> } | undefined;
  return async (...one) => {
    const asked: A[] = waiting?.asked ?? [], mine = waiting ??= { asked, answer: Promise.resolve().then(() => { waiting = undefined; return ask(asked); }) };
    const n = mine.asked.push(one) - 1;
    return (await mine.answer)[n] as T;
  };
}

/** Two commits that waited for each other: one was rolled back whole, so it may be tried once more. */
async function again<T>(work: () => Promise<T>, left = 3): Promise<T> {
  try { return await work(); }
  catch (error) { if (left > 0 && ["40P01", "40001"].includes(codeOf(error))) return again(work, left - 1); throw error; }
}
