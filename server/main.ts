import { existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import pino from "pino";
import { createApp } from "./app.ts";
import { admission } from "./admission.ts";
import { seed } from "./demo/seed.ts";
import { settle } from "./settle.ts";
import { keepShelf } from "./documents/shelf.ts";
import { configOf, type Config } from "./config.ts";
import { sweepFiles } from "./files.ts";
import { sweepReceipts } from "./receipts.ts";
import { openIdentity } from "./identity/identity.ts";
import { startClockwork } from "./clockwork.ts";
import { smtp } from "./outbox/smtp.ts";
import { webhook } from "./outbox/webhook.ts";
import { passFor } from "./reminders.ts";
import { sortable } from "./row.ts";
import { shape } from "./shape.ts";
import { lowdbStore } from "./store/lowdb.ts";
import { postgresStore } from "./store/postgres.ts";
import { Stale, type Store } from "./store/store.ts";

/** Reads the environment, opens the doors, listens, and closes them again in order. */
async function main(): Promise<void> {
  const config = configOf(process.env), log = pino({ level: process.env.LOG_LEVEL ?? "info", base: undefined });
  const store = await open(config, sentence => log.warn(sentence));
  if (!config.directory && !(await store.find("user", { take: 1 })).total) await seed(store, new Date().toISOString()).catch((error: unknown) => { if (!(error instanceof Stale)) throw error; }); // another instance fills it
  await settle(store, new Date().toISOString());
  const identity = openIdentity({ directory: config.directory, publicUrl: config.publicUrl, log: line => log.warn(line), admit: admission(store) });
  const app = createApp({ store, identity, directory: config.directory, publicUrl: config.publicUrl, largestFile: config.fileLimits.size, rate: config.rate, now: () => new Date(), log: line => log[line.level === "error" ? "error" : "info"](line), dist: join(import.meta.dirname, "..", "dist") });
  const server = config.directory ? app.listen(config.port) : app.listen(config.port, "127.0.0.1");
  await new Promise<void>((resolve, reject) => server.once("listening", resolve).once("error", reject));
  Object.assign(server, { headersTimeout: 15_000, requestTimeout: 300_000 }); // a large file over a slow line
  const shelf = keepShelf(store, sentence => log.warn(sentence));
  const sweeping = setInterval(() => { for (const sweep of [sweepFiles, sweepReceipts]) sweep(store, new Date()).catch((error: unknown) => log.warn(`What nobody needs any more could not be removed: ${(error as Error).message}`)); }, 6 * 3600_000).unref();
  const address = config.publicUrl ?? `http://localhost:${config.port}`, now = () => new Date();
  const linkFor = async (pass: { approval: string; user: string }) => `${address}/decide/${await passFor(store, pass, now())}`;
  const stopClockwork = startClockwork({ store, now, log: line => log.error(line), ways: { ...config.smtp && { mail: smtp(config.smtp.url, { from: config.smtp.from, linkFor }) }, ...config.webhooks && { webhook: webhook() } } });
  process.stdout.write(config.directory ? `Dealwright serves ${config.publicUrl ?? `port ${config.port}`}\n`
    : `\n  Dealwright is ready: open http://localhost:${config.port} — a simulated Outlook with a demo company.\n  (Ctrl+C stops it; the data is kept in ${config.data})\n\n`);

  let stopping = false;
  const stop = (code: number) => {
    if (stopping) process.exit(1);
    stopping = true;
    clearInterval(sweeping);
    shelf.stop();
    server.close(() => void stopClockwork().then(() => store.close()).then(() => process.exit(code)));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 25_000).unref();
  };
  process.on("SIGTERM", () => stop(0)).on("SIGINT", () => stop(0));
  process.on("unhandledRejection", error => { log.error(error instanceof Error ? error.message : "unhandled"); stop(1); });
}

/** The team's database where one is configured, else a folder of our own. */
async function open({ databaseUrl, data, fileLimits }: Config, say: (sentence: string) => void): Promise<Store> {
  if (databaseUrl) return postgresStore(databaseUrl, { say, indexes: sortable(), fileLimits, shape, backups: join(data, "backups") });
  try { make(resolve(data)); } catch (cause) { throw new Error(`The folder ${data} cannot be made; say another one with DATA.`, { cause }); }
  return lowdbStore(data, { say, fileLimits, shape });
}

/** One folder after another: Node's own way of making several never ends below /proc. */
function make(folder: string): void {
  if (existsSync(folder)) return;
  make(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

main().catch((error: NodeJS.ErrnoException) => {
  process.stderr.write(`${error.code === "EADDRINUSE" ? `Port ${process.env.PORT ?? 3000} is taken by another program; choose another with PORT.` : error.message}\n`);
  process.exit(1);
});
