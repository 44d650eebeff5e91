import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lineOf } from "../../server/store/line.ts";
import { lowdbStore } from "../../server/store/lowdb.ts";
import { postgresStore } from "../../server/store/postgres.ts";
import { startPostgres, type Postgres } from "../setup/postgres.ts";
import { freePort, killAll, start } from "./process.kit.ts";

let postgres: Postgres;
beforeAll(async () => { postgres = await startPostgres(); }, 60_000);
afterAll(() => postgres?.stop());
afterEach(killAll);
const folder = () => mkdtempSync(join(tmpdir(), "dealwright-"));
const as = (port: string, path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers: { authorization: "Demo rep", "content-type": "application/json" } });

describe("the service as a process", () => {
  it("keeps what it acknowledged through a stop and a kill, and stops cleanly when asked", async () => {
    const PORT = await freePort(), DATA = folder();
    const first = await start({ PORT, DATA });
    expect((await as(PORT, "/readyz")).status).toBe(200);
    const made = await (await as(PORT, "/api/lead", { method: "POST", body: JSON.stringify({ topic: "Kept", lastName: "Kept", email: "kept@x.example", source: "web" }) })).json() as { id: string };
    first.child.kill("SIGTERM");
    expect(await first.ended).toBe(0);
    const second = await start({ PORT, DATA });
    expect((await as(PORT, `/api/lead/${made.id}`)).status).toBe(200);
    const more = await (await as(PORT, "/api/lead", { method: "POST", body: JSON.stringify({ topic: "Killed", lastName: "Killed", email: "killed@x.example", source: "web" }) })).json() as { id: string };
    second.child.kill("SIGKILL");
    await second.ended;
    await start({ PORT, DATA });
    expect((await as(PORT, `/api/lead/${more.id}`)).status).toBe(200);
    expect(await (await as(PORT, "/api/account?take=1")).json()).toMatchObject({ total: 25 });
  });
  it("ends with one sentence where the environment is wrong", async () => {
    const cases: [Record<string, string>, RegExp][] = [
      [{ PORT: "many" }, /^PORT must be a number/], [{ DATABASE_URL: "mysql://x" }, /^DATABASE_URL must begin with postgres/], [{ PUBLIC_URL: "crm" }, /^PUBLIC_URL must be an address/],
      [{ TENANT_ID: "contoso" }, /^TENANT_ID must be/], [{ PUBLIC_URL: "https://crm.example.com" }, /^TENANT_ID and CLIENT_ID are needed/], [{ DATA: join(import.meta.filename, "below") }, /^The folder .*below cannot be made/], [{ MAX_FILE_MB: "-1" }, /^MAX_FILE_MB must be a number above 0/],
    ];
    for (const [env, sentence] of cases) {
      const { ended, wrong } = await start({ PORT: "0", DATA: folder(), ...env });
      expect([env, await ended]).toEqual([env, 1]);
      expect(wrong()).toMatch(sentence);
      expect(wrong().trim().split("\n")).toHaveLength(1);
    }
  });
  it("refuses a folder or a port that another process has", async () => {
    const PORT = await freePort(), DATA = folder();
    await start({ PORT, DATA });
    const rival = await start({ PORT: "0", DATA });
    expect(await rival.ended).toBe(1);
    expect(rival.wrong().trim().split("\n")).toHaveLength(1);
    const squeezed = await start({ PORT, DATA: folder() });
    expect([await squeezed.ended, squeezed.wrong()]).toEqual([1, `Port ${PORT} is taken by another program; choose another with PORT.\n`]);
  });
  it("ends with one sentence where the store cannot be used, and changes nothing", async () => {
    const filled = async (spoil: (journal: string) => void) => { const data = folder(), store = await lowdbStore(data); for (const id of ["a", "b", "c"]) await store.commit([{ type: "lead", id, was: null, now: { type: "lead", id, version: 1, data: {}, keys: {}, text: "" } }]); await store.close(); spoil(join(data, "journal-000001")); return data; };
    const corrupt = await filled(path => { const bytes = readFileSync(path); bytes[bytes.length >> 1]! ^= 1; writeFileSync(path, bytes); });
    const newer = await filled(path => writeFileSync(path, lineOf(JSON.stringify({ journal: 1, format: 99 }))));
    const locked = await filled(() => {}), isRoot = process.getuid?.() === 0;
    chmodSync(locked, isRoot ? 0o700 : 0o500);
    const newest = await postgres.database(), program = await postgresStore(newest);
    await program.pool.query("update shape set format = 99"); await program.close();
    const cases: [string, Record<string, string>, RegExp, { uid?: number }?][] = [
      ["a corrupt file", { DATA: corrupt }, /^The store in .* is damaged: journal-000001 cannot be read from byte \d+ on\. Nothing was changed; please restore a backup\.$/],
      ["an older program on a newer folder", { DATA: newer }, /^The store in .* was written by a newer version of this program \(format 99; this one reads up to \d+\)\. Nothing was changed\.$/],
      ["an older program on a newer database", { DATABASE_URL: newest }, /^The database was written by a newer version of this program \(format 99; this one reads up to \d+\)\. Nothing was changed\.$/],
      ["a folder without rights", { DATA: locked }, /^The folder .* cannot be used \((EACCES|EPERM)\)\.$/, isRoot ? { uid: 65534 } : {}],
      ["a folder where none can be", { DATA: "/proc/dealwright/data" }, /^The folder .* cannot be made; say another one with DATA\.$/],
      ["a database that is not there", { DATABASE_URL: newest.replace(/[^/]+$/, "nothing") }, /^There is no database nothing at /],
      ["a server that is not there", { DATABASE_URL: "postgresql://u:secret@127.0.0.1:1/x" }, /^The database at 127\.0\.0\.1:1 cannot be reached \(ECONNREFUSED\)\.$/],
    ];
    const looks = (data = "") => existsSync(data) ? readdirSync(data).filter(name => name !== "files").sort().map(name => [name, readFileSync(join(data, name), "hex")]) : [];
    for (const [what, env, sentence, as] of cases) {
      const before = looks(env.DATA), { ended, wrong } = await start({ DATA: folder(), ...env }, as);
      expect([what, await ended, wrong().trim().split("\n").length]).toEqual([what, 1, 1]);
      expect(wrong().trim()).toMatch(sentence);
      expect(wrong()).not.toMatch(/secret/);
      expect([what, looks(env.DATA)]).toEqual([what, before]);
    }
  });
});
