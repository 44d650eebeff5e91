import { spawn, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";

const root = join(import.meta.dirname, "../.."), running = new Set<ChildProcess>();

/** The service as a process of its own. */
interface Running { child: ChildProcess; /** Its exit code. */ ended: Promise<number | null>; wrong(): string; port: string }

/** Starts it; settles when it is ready or has ended. Without a PORT it takes a free one. */
export async function start(env: Record<string, string>, as: { uid?: number } = {}): Promise<Running> {
  const port = env.PORT ?? await freePort();
  const child = spawn(process.execPath, ["--import", "tsx", "server/main.ts"], { cwd: root, env: { PATH: process.env.PATH, HOME: process.env.HOME, LOG_LEVEL: "silent", PORT: port, ...env }, stdio: ["ignore", "pipe", "pipe"], ...as });
  running.add(child);
  let said = "", wrong = "";
  const ended = new Promise<number | null>(done => child.on("close", code => { running.delete(child); done(code); }));
  const ready = new Promise<void>(done => child.stdout.on("data", part => { said += String(part); if (said.includes("is ready")) done(); }));
  child.stderr.on("data", part => { wrong += String(part); });
  await Promise.race([ready, ended]);
  return { child, ended, wrong: () => wrong, port };
}
export function killAll(): void { for (const child of running) child.kill("SIGKILL"); running.clear(); }
export const freePort = () => new Promise<string>(done => { const server = createServer().listen(0, "127.0.0.1", () => { const { port } = server.address() as { port: number }; server.close(() => done(String(port))); }); });
