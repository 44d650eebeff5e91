import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { seed } from "../../server/demo/seed.ts";
import { sortable } from "../../server/row.ts";
import { postgresStore, writing } from "../../server/store/postgres.ts";
import { pageOf } from "../../server/store/postgresQuery.ts";
import { Stale, type Query, type Row, type Store } from "../../server/store/store.ts";
import { startPostgres, type Postgres } from "../setup/postgres.ts";
import { killUnderLoad } from "./postgresKill.kit.ts";
import { openService } from "./service.kit.ts";
import { until } from "./until.kit.ts";

let postgres: Postgres;
beforeAll(async () => { postgres = await startPostgres({ fsync: "on" }); }, 60_000);
afterAll(() => postgres?.stop());

const row = (id: string, n = 0, version = 1): Row => ({ type: "lead", id, version, data: { n }, keys: { n, email: `p${id}@x.example` }, text: `person ${id} 王芳${id}` });
const born = (id: string, n = 0) => ({ type: "lead", id, was: null, now: row(id, n) });

/** Adds one to a record, again and again until nobody was faster. */
async function increment(store: Store, id: string): Promise<void> {
  for (;;) {
    const there = (await store.get("lead", id))!;
    try { return await store.commit([{ type: "lead", id, was: there.version, now: row(id, (there.keys.n as number) + 1, there.version + 1) }]); }
    catch (error) { if (!(error instanceof Stale)) throw error; }
  }
}

describe("PostgreSQL", () => {
  it("uses its indexes", async () => {
    const store = await postgresStore(await postgres.database(), { indexes: [{ type: "lead", key: "n" }] });
    for (let i = 0; i < 20; i++) await store.commit(Array.from({ length: 250 }, (_, k) => born(`${i * 250 + k}`, i * 250 + k)));
    await store.pool.query("vacuum analyze rows, cards");
    const plan = async (query: Query) => {
      const { text, values } = pageOf(["lead"], query);
      return (await store.pool.query<{ "QUERY PLAN": string }>(`explain ${text}`, values)).rows.map(r => r["QUERY PLAN"]).join("\n");
    };
    const page = async (query: Query) => (await plan(query)).split("SubPlan").join("").replace(/^[\s\S]*?Limit/, "Limit");
    expect(await plan({ where: { email: "p7@x.example" } })).toMatch(/cards_terms/);
    expect(await plan({ where: { email: "p7@x.example" } })).not.toMatch(/Seq Scan/);
    expect((await plan({ text: "王芳123", order: "n" })).match(/cards_pairs|Seq Scan/g)).toEqual(["cards_pairs"]);
    expect(await page({ order: "n", take: 10 })).toMatch(/rows_by_n/);
    expect(await page({ order: "n", down: true, take: 10 })).toMatch(/Backward using rows_by_n/);
    expect(await plan({ where: { n: { from: 10, to: 20 } } })).toMatch(/rows_by_n/);
    expect((await store.find("lead", { where: { n: { from: 10, to: 20 } } })).total).toBe(11);
    await store.close();
  }, 60_000);

  it("logs a mail on two records, with all that the pane then shows of it, in twelve statements at most", async () => {
    const store = await postgresStore(await postgres.database(), { indexes: sortable() });
    await seed(store, "2026-11-24T09:00:00.000Z");
    const service = await openService({ store }), asked = jest.spyOn(store.pool, "query"), contact = (await store.get("contact", "contact-aled-whitcombe"))!, deal = (await store.find("opportunity", { where: { status: "open" }, take: 1 })).rows[0]!;
    const log = async (n: number, on: Row[]) => {
      asked.mockClear();
      const { known } = await service.as("rep").log({ internetMessageId: `<${n}@x>`, conversationId: "c", from: { name: "Aled", address: String(contact.data.email) }, to: [{ name: "Robin Sommer", address: "robin.sommer@lindenfeld.example" }], cc: [], subject: `Offer ${n}`, sentAt: "2026-11-23T10:00:00.000Z", text: "Dear Robin,\nplease send it again.", attachments: [] }, on.map(({ type, id }) => ({ type, id })));
      return { statements: asked.mock.calls.length, logged: known.logged.length, suggested: known.suggested.length > 0, said: known.people[0]!.last?.kind };
    };
    const first = await log(1, [contact]), second = await log(2, [contact, deal]);
    await service.close();
    expect([first, second]).toMatchObject([{ logged: 1, suggested: true, said: "email" }, { logged: 2, suggested: true, said: "email" }]);
    expect([first.statements, second.statements].filter(n => n > 12)).toEqual([]);
  }, 60_000);

  it("makes the cards of a database from before there were any, once", async () => {
    const url = await postgres.database(), long = "x".repeat(390), old = await postgresStore(url);
    await old.commit([born("1", 5), { ...born("2"), now: { ...row("2"), keys: { updatedAt: "2026-01-02", tags: ["a", long] } } }]);
    await old.pool.query(`drop trigger rows_card on rows; drop index rows_several; drop table cards; drop function write_card, pairs, several_of, terms_of, terms;
      alter table rows add column terms text[] not null default '{}', add column grams int[] not null default '{}'; update schema_version set version = 5`);
    await old.close();
    for (const _ of [1, 2]) {
      const store = await postgresStore(url), ids = async (query: Query) => (await store.find("lead", query)).rows.map(({ id }) => id);
      expect([await ids({ where: { n: 5 } }), await ids({ where: { tags: long } }), await ids({ where: { tags: { from: "w" } } }), await ids({ text: "王芳2" }), await ids({ order: "updatedAt", down: true })]).toEqual([["1"], ["2"], ["2"], ["2"], ["2", "1"]]);
      await store.close();
    }
  });

  it("loses no update between two instances, 32 editors and 50 records", async () => {
    const url = await postgres.database(), stores = await Promise.all([postgresStore(url), postgresStore(url)]);
    await stores[0]!.commit(Array.from({ length: 50 }, (_, i) => born(`${i}`)));
    await Promise.all(Array.from({ length: 32 }, async (_, editor) => { for (let i = 0; i < 10; i++) await increment(stores[editor % 2]!, String((editor * 7 + i * 13) % 50)); }));
    expect((await stores[1]!.find("lead", { take: 50 })).rows.reduce((sum, r) => sum + (r.keys.n as number), 0)).toBe(320);
    await Promise.all(stores.map(store => store.close()));
  }, 60_000);

  it("is set up once by instances that start together", async () => {
    const url = await postgres.database();
    const stores = await Promise.all([1, 2, 3, 4].map(() => postgresStore(url, { indexes: [{ type: "lead", key: "n" }] })));
    await Promise.all(stores.map((store, i) => store.commit([born(`${i}`)])));
    expect((await stores[0]!.find("lead")).total).toBe(4);
    await Promise.all(stores.map(store => store.close()));
  });

  it("wakes the other instances by NOTIFY, however much has changed", async () => {
    const url = await postgres.database(), [one, other] = await Promise.all([1, 2].map(() => postgresStore(url, { lookEvery: 3600_000 })));
    const heard: string[] = [], long = Array.from({ length: 400 }, (_, i) => `${"x".repeat(40)}${i}`);
    other!.heard(changed => heard.push(...changed.map(c => c.id)));
    for (const id of ["a", "b"]) { await one!.commit([born(id)]); await until(`${id} is heard of`, () => heard.includes(id)); }
    await one!.commit(long.map(id => born(id)));
    await until("all 402 are heard of", () => heard.length === 402);
    expect(heard).toEqual(["a", "b", ...long.sort()]);
    await Promise.all([one!.close(), other!.close()]);
  });

  it("hears, though nobody woke it, of what another has committed, and again after its own connection was cut", async () => {
    const url = await postgres.database(), [one, other] = await Promise.all([1, 2].map(() => postgresStore(url, { lookEvery: 50 }))), heard: string[] = [];
    let gaps = 0;
    other!.heard(changed => { if (!changed.length) gaps++; heard.push(...changed.map(c => c.id)); });
    const quietly = (id: string) => one!.pool.query("select commit_writes($1, 'x')", [JSON.stringify([writing(born(id), 0)])]);
    await quietly("a");
    await until("a is heard of", () => heard.includes("a"));
    await one!.pool.query("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()");
    await until("a gap is heard of", () => gaps > 0);
    await quietly("b");
    await until("b is heard of", () => heard.includes("b"));
    await Promise.all([one!.close(), other!.close()]);
  });

  it("hears again, by another connection, where no answer comes on its own", async () => {
    const url = await postgres.database(), one = await postgresStore(url), other = await postgresStore(url, { lookEvery: 50, limits: { statement: 250, lock: 200 } }), heard: string[] = [];
    let gaps = 0;
    other.heard(changed => { if (!changed.length) gaps++; heard.push(...changed.map(c => c.id)); });
    await one.commit([born("a")]);
    await until("a is heard of", () => heard.includes("a"));
    const { rows } = await one.pool.query<{ pid: number }>("select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query like '%xid >= now.next%'");
    for (const { pid } of rows) process.kill(pid, "SIGSTOP");
    try {
      await until("a gap is heard of", () => gaps > 0);
      await one.commit([born("b")]);
      await until("b is heard of", () => heard.includes("b"));
    } finally { for (const { pid } of rows) process.kill(pid, "SIGCONT"); }
    await Promise.all([one.close(), other.close()]);
  });

  it("lets it hear of each change once, also of one whose transaction began early and ended late", async () => {
    const url = await postgres.database(), [one, other] = await Promise.all([postgresStore(url), postgresStore(url)]), heard: string[] = [];
    other!.heard(changed => heard.push(...changed.map(c => c.id)));
    const late = await one!.pool.connect();
    await late.query("begin; select pg_current_xact_id()");
    await Promise.all(Array.from({ length: 8 }, async (_, w) => { for (let i = 0; i < 25; i++) await one!.commit([born(`${w}-${i}`)]); }));
    await late.query("insert into changes (origin, paths) values ('x', 'lead/late')");
    await late.query("commit");
    late.release();
    await one!.commit([born("last")]);
    await until("the last is heard of", () => heard.includes("last"));
    expect(heard.sort()).toEqual([...Array.from({ length: 200 }, (_, i) => `${i % 8}-${i >> 3}`), "last", "late"].sort());
    await Promise.all([one!.close(), other!.close()]);
  });

  it("waits neither for a lock nor for a statement without end", async () => {
    const store = await postgresStore(await postgres.database(), { limits: { statement: 700, lock: 150 } }), settings = await postgresStore(await postgres.database());
    expect((await settings.pool.query("select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock, current_setting('idle_in_transaction_session_timeout') as idle")).rows).toEqual([{ statement: "10s", lock: "3s", idle: "15s" }]);
    await store.commit([born("a"), born("b")]);
    const holder = await settings.pool.connect().then(client => client.release()).then(() => store.pool.connect());
    await holder.query("set statement_timeout = 0; begin; update rows set version = version where id = 'a'");
    const begun = performance.now(), change = { type: "lead", id: "a", was: 1, now: row("a", 5, 2) };
    await expect(store.commit([change])).rejects.toMatchObject({ status: 503, seconds: 2 });
    expect(performance.now() - begun).toBeLessThan(5000);
    await holder.query("lock table rows in access exclusive mode");
    await store.pool.query("set lock_timeout = 0");
    await expect(store.get("lead", "b")).rejects.toMatchObject({ status: 503 });
    await holder.query("rollback");
    holder.release(true);
    await store.commit([change]);
    await Promise.all([store.close(), settings.close()]);
  });

  it("answers 503 and when to come again while it is too busy or away, and goes on by itself", async () => {
    const store = await postgresStore(await postgres.database(), { connections: 1, patience: 200 });
    const ann = { id: "ann", name: "Ann", email: "ann@house.example", role: "rep", team: "ours" } as const, service = await openService({ store, people: [ann] });
    const told = async (path: string, init?: RequestInit) => { const answer = await service.send(path, init, "ann"); return [answer.status, answer.headers.get("retry-after"), (await answer.json() as { code?: string }).code]; };
    const make = () => told("/api/lead", { method: "POST", body: JSON.stringify({ topic: "Busy", lastName: "Busy" }) });
    expect(await make()).toEqual([201, null, undefined]);
    const client = await store.pool.connect();
    expect([await make(), await told("/api/lead")]).toEqual([[503, "2", "unavailable"], [503, "2", "unavailable"]]);
    client.release();
    expect(await make()).toEqual([201, null, undefined]);
    await postgres.kill();
    expect([await make(), await told("/api/lead")]).toEqual([[503, "2", "unavailable"], [503, "2", "unavailable"]]);
    await postgres.start();
    let answer = await make();
    await until("a record is made again", async () => answer[0] === 201 || (answer = await make())[0] === 201);
    expect((await (await service.send("/api/lead", {}, "ann")).json() as { total: number }).total).toBe(3);
    await service.close();
  }, 60_000);

  it("keeps what it acknowledged when it is killed under load, and goes on by itself", async () => {
    const { acknowledged, refused, faults } = await killUnderLoad(postgres, 3);
    expect([faults, acknowledged > 150, refused > 0]).toEqual([[], true, true]);
  }, 120_000);

  it("says in a sentence why it cannot be opened", async () => {
    const url = await postgres.database();
    await expect(postgresStore("mysql://x")).rejects.toThrow(/^DATABASE_URL is not the address of a PostgreSQL database/);
    await expect(postgresStore(url.replace(/[^/]+$/, "nothing"))).rejects.toThrow(/^There is no database nothing at 127\.0\.0\.1:\d+\.$/);
    await expect(postgresStore("postgresql://u:secret@127.0.0.1:1/x")).rejects.toThrow(/^The database at 127\.0\.0\.1:1 cannot be reached \(ECONNREFUSED\)\.$/);
    await expect(postgresStore(url.replace("dealwright@", "nobody:secret@"))).rejects.toThrow(/^The database at 127\.0\.0\.1:\d+ refused the sign-in of nobody\.$/);
    const store = await postgresStore(url), empty = await postgres.database();
    await store.pool.query("create role weak login");
    await expect(postgresStore(empty.replace("dealwright@", "weak@"))).rejects.toThrow(/^The user weak may not create tables in the database \w+ at 127\.0\.0\.1:\d+\.$/);
    await store.pool.query("create database plain encoding 'SQL_ASCII' template template0");
    await expect(postgresStore(url.replace(/[^/]+$/, "plain"))).rejects.toThrow("The database has the encoding SQL_ASCII: it must be UTF8.");
    await store.pool.query("update schema_version set version = 99");
    await store.close();
    await expect(postgresStore(url)).rejects.toThrow("was written by a newer version of this program (schema 99");
  });
});
