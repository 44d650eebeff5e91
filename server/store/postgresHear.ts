import type { Pool } from "pg";

type Tell = (changed: { type: string; id: string }[]) => void;
interface Seen { next: string; paths: string[] }

/** How often is looked, for how long a change can be heard of, and how often what is older is cleared away; in milliseconds. */
const often = 100, kept = 10 * 60_000, clearing = 60_000;

/**
 * Hears of the other instances' commits. Each commit leaves a line in `changes`; every instance reads what has been finished since it last looked, by transaction number, so that none is missed and none comes twice.
 * (NOTIFY would make all commits of the database wait for each other: it holds a lock until each is on disk.) After a time without the database some may be missing: an empty list says so.
 */
export async function hear(pool: Pool, me: string, tell: Tell): Promise<() => Promise<void>> {
  let cursor = (await pool.query<Seen>("select pg_snapshot_xmin(pg_current_snapshot())::text as next")).rows[0]!.next;
  let at = Date.now(), cleared = at, isMissing = false, stopped = false, timer: NodeJS.Timeout;

  async function look() {
    try {
      const { rows: [seen] } = await pool.query<Seen>({ name: "hear", text: `
        select now.next::text as next, coalesce((select json_agg(paths) from changes where xid >= $1::xid8 and xid < now.next and origin <> $2), '[]') as paths
        from (select pg_snapshot_xmin(pg_current_snapshot()) as next) now`, values: [cursor, me] });
      cursor = seen!.next;
      if (isMissing || Date.now() - at > kept / 2) tell([]);
      else if (seen!.paths.length) tell(seen!.paths.flatMap(paths => paths.split("\n")).map(path => ({ type: path.slice(0, path.indexOf("/")), id: path.slice(path.indexOf("/") + 1) })));
      isMissing = false; at = Date.now();
      if (at - cleared > clearing) { cleared = at; await pool.query("delete from changes where at < now() - $1 * interval '1 millisecond'", [kept]); }
    } catch { isMissing = true; }
  }
  const again = () => { timer = setTimeout(() => { looking = look().finally(() => { if (!stopped) again(); }); }, often); };
  let looking = Promise.resolve();
  again();
  return async () => { stopped = true; clearTimeout(timer); await looking; };
}
