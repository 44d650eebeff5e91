import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import type { Pool } from "pg";
import { checked, isHash, usualLimits, type FileFacts, type FileLimits, type Files } from "./files.ts";

type Found = { hash: string; size: string; type: string };
const factsOf = ({ hash, size, type }: Found): FileFacts => ({ hash, size: Number(size), type });

/** Files in the team's database, in pieces of at most 256 kB; all instances see them. The tables are made with the store's. */
export function postgresFiles(pool: Pool, limits: FileLimits = usualLimits): Files {
  const used = async () => Number((await pool.query<{ sum: string }>("select coalesce(sum(size), 0) as sum from files where hash not like 'new-%'")).rows[0]!.sum);
  const facts = async (hash: string) => isHash(hash) ? (await pool.query<Found>("select hash, size, type from files where hash = $1", [hash])).rows.map(factsOf)[0] : undefined;
  return {
    used, facts,
    async *all() { for (const found of (await pool.query<Found>("select hash, size, type from files where hash not like 'new-%' order by hash")).rows) yield factsOf(found); },
    /** Each piece is written by itself under a passing name, so that a slow upload holds no connection. */
    async put(content, type) {
      const draft = `new-${randomUUID()}`;
      await pool.query("insert into files (hash, size, type) values ($1, 0, $2)", [draft, type]);
      try {
        let n = 0;
        const made = await checked(content, type, limits.quota - await used(), limits, async bytes => { await pool.query("insert into file_parts values ($1, $2, $3)", [draft, n++, bytes]); });
        await pool.query(`with kept as (insert into files (hash, size, type) values ($1, $2, $3) on conflict (hash) do update set at = now() returning (xmax = 0) as fresh)
          insert into file_parts select $1, n, bytes from file_parts, kept where hash = $4 and fresh`, [made.hash, made.size, type, draft]);
        return (await facts(made.hash))!;
      } finally { await pool.query("delete from files where hash = $1", [draft]).catch(() => {}); }
    },
    async read(hash, range) {
      const found = await facts(hash);
      if (!found) return undefined;
      const { from, to } = range ?? { from: 0, to: found.size - 1 };
      return Readable.from(pieces(pool, hash, from, to), { objectMode: false });
    },
    async sweep(referred) {
      const { rowCount } = await pool.query("delete from files where at < now() - $1 * interval '1 millisecond' and hash <> all($2::text[])", [limits.grace, [...referred]]);
      return rowCount ?? 0;
    },
  };
}

/** One piece after another, so that a reader who is slow holds no connection. */
async function* pieces(pool: Pool, hash: string, from: number, to: number) {
  for (let n = 0, at = 0; at <= to; n++) {
    const { rows: [size] } = await pool.query<{ length: number }>("select length(bytes) from file_parts where hash = $1 and n = $2", [hash, n]);
    if (!size) return;
    if (at + size.length > from) {
      const { rows: [part] } = await pool.query<{ bytes: Buffer }>("select bytes from file_parts where hash = $1 and n = $2", [hash, n]);
      if (!part) throw new Error(`The file ${hash} was removed while it was read.`);
      yield part.bytes.subarray(Math.max(0, from - at), Math.min(size.length, to - at + 1));
    }
    at += size.length;
  }
}
