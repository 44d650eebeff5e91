import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import type { Pool, QueryResultRow } from "pg";
import { Problem } from "../../model/problem.ts";
import { batch, checked, isHash, usualLimits, type FileFacts, type FileLimits, type Files } from "./files.ts";
import { refusal } from "./postgresRefusal.ts";

type Found = { hash: string; size: string; type: string };
const factsOf = ({ hash, size, type }: Found): FileFacts => ({ hash, size: Number(size), type });

/** Files in the team's database, in pieces of at most 256 kB; all instances see them. The tables are made with the store's. */
export function postgresFiles(pool: Pool, limits: FileLimits = usualLimits): Files {
  const ask = async <R extends QueryResultRow>(text: string, values: unknown[] = []) => { try { return await pool.query<R>(text, values); } catch (error) { throw refusal(error); } };
  const used = async () => Number((await ask<{ sum: string }>("select coalesce(sum(size), 0) as sum from files where hash not like 'new-%'")).rows[0]!.sum);
  const facts = async (hash: string) => isHash(hash) ? (await ask<Found>("select hash, size, type from files where hash = $1", [hash])).rows.map(factsOf)[0] : undefined;
  return {
    used, facts,
    async *all() { for (const found of (await ask<Found>("select hash, size, type from files where hash not like 'new-%' order by hash")).rows) yield factsOf(found); },
    /** Each piece is written by itself under a passing name, so that a slow upload holds no connection; only the last step is one transaction, one file after another. */
    async put(content, type, by) {
      const draft = `new-${randomUUID()}`, begun = await used();
      await ask("insert into files (hash, size, type) values ($1, 0, $2)", [draft, type]);
      try {
        let n = 0, length = 0;
        const made = await checked(content, type, () => limits.quota - begun - length, limits, async bytes => { length += bytes.length; await ask("insert into file_parts values ($1, $2, $3)", [draft, n++, bytes]); });
        const { rows: [kept] } = await ask<{ kept: boolean }>("select keep_file($1, $2, $3, $4, $5, $6) as kept", [draft, made.hash, made.size, type, by ?? null, Math.min(limits.quota, Number.MAX_SAFE_INTEGER)]);
        if (!kept!.kept) throw new Problem("disk-full", { detail: "The room for files is used up" });
        return (await facts(made.hash))!;
      } finally { await pool.query("delete from files where hash = $1", [draft]).catch(() => {}); }
    },
    async read(hash, range) {
      const found = await facts(hash);
      if (!found) return undefined;
      const { from, to } = range ?? { from: 0, to: found.size - 1 };
      return Readable.from(pieces(pool, hash, from, to), { objectMode: false });
    },
    async keep(hash) { return isHash(hash) && (await ask("update files set at = now() where hash = $1", [hash])).rowCount === 1; },
    async isFrom(hash, by) { return isHash(hash) && (await ask("select from file_givers where hash = $1 and giver = $2", [hash, by])).rowCount === 1; },
    async sweep(referred) {
      const old = "at < now() - $1 * interval '1 millisecond'", { rows } = await ask<{ hash: string }>(`select hash from files where ${old} order by hash`, [limits.grace]);
      let gone = 0;
      for (let i = 0; i < rows.length; i += batch) {
        const some = rows.slice(i, i + batch).map(({ hash }) => hash), kept = await referred(some);
        gone += (await ask(`delete from files where ${old} and hash = any($2::text[])`, [limits.grace, some.filter(hash => !kept.has(hash))])).rowCount ?? 0;
      }
      return gone;
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
