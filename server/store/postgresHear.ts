import pg from "pg";

type Tell = (changed: { type: string; id: string }[]) => void;
interface Seen { next: string; paths: string[]; coming: boolean }

/** For how long a change can be heard of, how often what is older is cleared away, how soon is looked again for what is not finished yet; in milliseconds. */
const kept = 10 * 60_000, clearing = 60_000, soon = 50;

/** The ear of an instance: `wake` tells the others that there is something to hear. */
export interface Ear { wake(): void; stop(): Promise<void> }

/**
 * Hears of the other instances' commits. Each commit leaves a line in `changes`; every instance reads what has been finished since it last looked, by transaction number, so that none is missed and none comes twice.
 * NOTIFY only wakes those who LISTEN, and follows the commit in a transaction of its own: within it, it would make all commits of the database wait for each other until each is on disk. Who was not woken looks every `often` milliseconds.
 * After a time without the database some may be missing: an empty list says so. A connection on which no answer comes is given up for another: `config` says after how long.
 */
export async function listen(config: pg.ClientConfig, me: string, tell: Tell, often = 1000): Promise<Ear> {
  let cursor = "", at = Date.now(), cleared = at, isMissing = false, stopped = false, timer: NodeJS.Timeout | undefined;
  let client: pg.Client | undefined, looking: Promise<void> | undefined, again = false, waking = false, wakeAgain = false;

  /** A connection of our own, so that a busy pool does not make us deaf. */
  async function connect() {
    const made = new pg.Client(config);
    const lost = () => { if (client === made) { client = undefined; isMissing = true; } };
    made.on("error", lost).on("end", lost).on("notification", ({ payload }) => { if (payload !== me) look(); });
    try {
      await made.connect();
      await made.query("set synchronous_commit = off; listen dealwright");
      cursor ||= (await made.query<Seen>("select pg_snapshot_xmin(pg_current_snapshot())::text as next")).rows[0]!.next;
    } catch (error) { made.end().catch(() => {}); throw error; }
    return client = made;
  }

  /** One look at a time; whoever is woken meanwhile looks once more. */
  function look() {
    again = true;
    looking ??= (async () => { while (again && !stopped) { again = false; await read(); } })().finally(() => { looking = undefined; });
  }

  async function read() {
    clearTimeout(timer);
    let next = often;
    try {
      const { rows: [seen] } = await (client ?? await connect()).query<Seen>({ name: "hear", text: `
        select now.next::text as next, coalesce((select json_agg(paths) from changes where xid >= $1::xid8 and xid < now.next and origin <> $2), '[]') as paths, exists (select from changes where xid >= now.next) as coming
        from (select pg_snapshot_xmin(pg_current_snapshot()) as next) now`, values: [cursor, me] });
      cursor = seen!.next;
      if (seen!.coming) next = Math.min(soon, often);
      if (isMissing || Date.now() - at > kept / 2) tell([]);
      else if (seen!.paths.length) tell(seen!.paths.flatMap(paths => paths.split("\n")).map(path => ({ type: path.slice(0, path.indexOf("/")), id: path.slice(path.indexOf("/") + 1) })));
      isMissing = false; at = Date.now();
      if (at - cleared > clearing) { cleared = at; await client?.query("delete from changes where at < now() - $1 * interval '1 millisecond'", [kept]); }
    } catch { isMissing = true; const deaf = client; client = undefined; void deaf?.end().catch(() => {}); }
    if (!stopped) { clearTimeout(timer); timer = setTimeout(look, next); }
  }

  async function wake(): Promise<void> {
    if (waking) { wakeAgain = true; return; }
    waking = true;
    do { wakeAgain = false; await client?.query({ name: "wake", text: "select pg_notify('dealwright', $1)", values: [me] }).catch(() => {}); } while (wakeAgain);
    waking = false;
  }

  await connect();
  timer = setTimeout(look, often);
  return {
    wake: () => { void wake(); },
    async stop() { stopped = true; clearTimeout(timer); await looking; await client?.end().catch(() => {}); },
  };
}
