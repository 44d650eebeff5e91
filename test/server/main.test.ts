import { afterEach, describe, expect, it } from "@jest/globals";
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../.."), running = new Set<ChildProcess>();
afterEach(() => { for (const child of running) child.kill("SIGKILL"); running.clear(); });

/** Starts the service as its own process; settles when it is ready or has ended. */
async function start(env: Record<string, string>) {
  const child = spawn(process.execPath, ["--import", "tsx", "server/main.ts"], { cwd: root, env: { PATH: process.env.PATH, HOME: process.env.HOME, LOG_LEVEL: "silent", ...env }, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  let said = "", wrong = "";
  const ended = new Promise<number | null>(done => child.on("close", code => { running.delete(child); done(code); }));
  const ready = new Promise<void>(done => child.stdout.on("data", part => { said += String(part); if (said.includes("is ready")) done(); }));
  child.stderr.on("data", part => { wrong += String(part); });
  await Promise.race([ready, ended]);
  return { child, ended, wrong: () => wrong };
}
const freePort = () => new Promise<string>(done => { const server = createServer().listen(0, "127.0.0.1", () => { const { port } = server.address() as { port: number }; server.close(() => done(String(port))); }); });
const folder = () => mkdtempSync(join(tmpdir(), "dealwright-"));
const as = (port: string, path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers: { authorization: "Demo rep", "content-type": "application/json" } });

describe("the service as a process", () => {
  it("keeps what it acknowledged through a stop and a kill, and stops cleanly when asked", async () => {
    const PORT = await freePort(), DATA = folder();
    const first = await start({ PORT, DATA });
    expect((await as(PORT, "/readyz")).status).toBe(200);
    const made = await (await as(PORT, "/api/lead", { method: "POST", body: JSON.stringify({ topic: "Kept", lastName: "Kept" }) })).json() as { id: string };
    first.child.kill("SIGTERM");
    expect(await first.ended).toBe(0);
    const second = await start({ PORT, DATA });
    expect((await as(PORT, `/api/lead/${made.id}`)).status).toBe(200);
    const more = await (await as(PORT, "/api/lead", { method: "POST", body: JSON.stringify({ topic: "Killed", lastName: "Killed" }) })).json() as { id: string };
    second.child.kill("SIGKILL");
    await second.ended;
    await start({ PORT, DATA });
    expect((await as(PORT, `/api/lead/${more.id}`)).status).toBe(200);
    expect(await (await as(PORT, "/api/account?take=1")).json()).toMatchObject({ total: 25 });
  });
  it("ends with one sentence where the environment is wrong", async () => {
    const cases: [Record<string, string>, RegExp][] = [
      [{ PORT: "many" }, /^PORT must be a number/], [{ DATABASE_URL: "mysql://x" }, /^DATABASE_URL must begin with postgres/], [{ PUBLIC_URL: "crm" }, /^PUBLIC_URL must be an address/],
      [{ TENANT_ID: "contoso" }, /^TENANT_ID must be/], [{ PUBLIC_URL: "https://crm.example.com" }, /^TENANT_ID and CLIENT_ID are needed/], [{ DATA: join(import.meta.filename, "below") }, /^The folder .*below cannot be made/],
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
});
