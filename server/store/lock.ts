import { randomUUID } from "node:crypto";
import { link, open, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";

interface Holder { pid: number; started: string; host: string; token: string }

/** Takes a folder for this process alone; returns how to let it go. A holder that has died is recognised by its process id and start time, one on another machine by no sign of life for 30 seconds. */
export async function lock(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, "lock");
  const me: Holder = { pid: process.pid, started: await startOf(process.pid) ?? "", host: hostname(), token: randomUUID() };
  for (let attempt = 0; attempt < 5; attempt++) {
    if (await create(path, me)) return held(path, me);
    const text = await readFile(path, "utf8").catch(() => undefined);
    if (text === undefined) continue;
    if (await isHeld(path, text)) {
      const { pid, host } = parse(text) ?? { pid: "?", host: "?" };
      throw new Error(`The folder ${folder} is in use by another process (${pid} on ${host}): only one may write there.`);
    }
    await takeAway(path, text);
  }
  throw new Error(`The folder ${folder} could not be locked: several processes are starting on it.`);
}

async function create(path: string, me: Holder): Promise<boolean> {
  const draft = `${path}.${me.token}`;
  const file = await open(draft, "wx", 0o600);
  try { await file.writeFile(JSON.stringify(me)); } finally { await file.close(); }
  try { await link(draft, path); return true; }
  catch (error) { if ((error as NodeJS.ErrnoException).code === "EEXIST") return false; throw error; }
  finally { await rm(draft, { force: true }); }
}

function held(path: string, me: Holder) {
  const sign = setInterval(() => { const now = new Date(); utimes(path, now, now).catch(() => {}); }, 10_000).unref();
  return async () => {
    clearInterval(sign);
    if (parse(await readFile(path, "utf8").catch(() => ""))?.token === me.token) await rm(path, { force: true });
  };
}

async function isHeld(path: string, text: string): Promise<boolean> {
  const holder = parse(text);
  if (!holder) return false;
  if (holder.host !== hostname()) return Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? 0) < 30_000;
  if (!isAlive(holder.pid)) return false;
  const started = await startOf(holder.pid);
  return started === undefined || started === holder.started;
}

/** Only the lock that was judged may go: a fresh one that came in its place is put back. */
async function takeAway(path: string, judged: string) {
  const aside = `${path}.${randomUUID()}`;
  try { await rename(path, aside); } catch { return; }
  if (await readFile(aside, "utf8") !== judged) await link(aside, path).catch(() => {});
  await rm(aside, { force: true });
}

const parse = (text: string): Holder | undefined => { try { return JSON.parse(text) as Holder; } catch { return undefined; } };

function isAlive(pid: number): boolean {
  try { process.kill(pid, 0); return true; } catch (error) { return (error as NodeJS.ErrnoException).code === "EPERM"; }
}

/** The boot and the clock tick in which a process began, where the system tells (Linux). */
async function startOf(pid: number): Promise<string | undefined> {
  try {
    const [stat, boot] = await Promise.all([readFile(`/proc/${pid}/stat`, "utf8"), readFile("/proc/sys/kernel/random/boot_id", "utf8")]);
    return `${boot.trim()} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`;
  } catch { return undefined; }
}
