import { fork } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { startPostgres } from "../setup/postgres.ts";
import { acts, asks } from "./asks.ts";
import { load, type Load } from "./load.ts";

/** The service over HTTP, on both stores, beside plain lowdb, json-server and a bare Express route, each a process of its own, one after another in one run. `--quick`: small and short; BENCH_SIZES=1000,5000, BENCH_MS=500 and BENCH_KINDS=lowdb,bare say it otherwise. */
const quick = process.argv.includes("--quick"), told = (name: string, unsaid: number[]) => process.env[name]?.split(",").map(Number) ?? unsaid;
const sizes = told("BENCH_SIZES", quick ? [1000, 20_000] : [1000, 20_000, 100_000]), clients = quick ? [1, 8] : [1, 8, 32], [milliseconds] = told("BENCH_MS", [quick ? 400 : 600]);
/** More clients are not tried where an answer would take longer than this, in ms. */
const patience = 4000;
const kinds = process.env.BENCH_KINDS?.split(",") ?? ["lowdb", "postgres", "plain", "json-server", "bare"];

async function measure(kind: string, size: number, database?: string): Promise<Map<string, Load>> {
  const child = fork(fileURLToPath(new URL("served.child.ts", import.meta.url)), [kind, String(size), ...database ? [database] : []], { execArgv: ["--import", "tsx"] });
  const port = await new Promise<number>((done, fail) => child.once("message", said => done(said as number)).once("exit", () => fail(new Error(`${kind} did not start`))));
  const made = new Map<string, Load>(), ask = asks[{ lowdb: "ours", postgres: "ours", plain: "peers" }[kind] ?? kind]!;
  for (const act of acts) {
    await load(port, 4, milliseconds! / 2, ask(act, size));
    for (const [n, each] of clients.entries()) {
      const before = made.get(`${act}, ${clients[n - 1]}`);
      if (n && (!before || before.p50 * each / clients[n - 1]! > patience)) break;
      made.set(`${act}, ${each}`, await load(port, each, milliseconds!, ask(act, size)));
    }
  }
  const ended = new Promise(done => child.once("exit", done));
  child.disconnect();
  await ended;
  return made;
}

const postgres = kinds.includes("postgres") ? await startPostgres({ fsync: "on" }) : undefined, results: { size: number; by: Map<string, Map<string, Load>> }[] = [];
try {
  for (const size of sizes) {
    const by = new Map<string, Map<string, Load>>();
    for (const kind of kinds) { process.stderr.write(`${size} leads, ${kind}\n`); by.set(kind, await measure(kind, size, kind === "postgres" ? await postgres!.database() : undefined)); }
    results.push({ size, by });
  }
} finally { await postgres?.stop(); }

const shown = (one: Load | undefined) => one ? `${one.perSecond.toFixed(one.perSecond < 10 ? 1 : 0)} (${one.p50.toFixed(one.p50 < 10 ? 2 : 0)}, ${one.p95.toFixed(one.p95 < 10 ? 2 : 0)})${one.failed ? ` ${one.failed} failed` : ""}` : "–";
const ratio = (a: Load | undefined, b: Load | undefined) => a && b ? `${(a.perSecond / b.perSecond).toFixed(a.perSecond / b.perSecond < 10 ? 2 : 0)}` : "–";
const names: Record<string, string> = { lowdb: "Dealwright, lowdb", postgres: "Dealwright, PostgreSQL", plain: "lowdb's JSONFile", "json-server": "json-server 0.17", bare: "bare Express" };
const table = ({ size, by }: (typeof results)[number]) => `## ${size.toLocaleString("en")} leads

| clients | ${kinds.map(kind => names[kind]).join(" | ")} | lowdb to bare | lowdb to json-server | PostgreSQL to json-server |
|---|${kinds.map(() => "---:|").join("")}---:|---:|---:|
${acts.flatMap(act => clients.map(each => {
    const of = (kind: string) => by.get(kind)?.get(`${act}, ${each}`);
    return `| ${act}, ${each} | ${kinds.map(kind => shown(of(kind))).join(" | ")} | ${ratio(of("lowdb"), of("bare"))} | ${ratio(of("lowdb"), of("json-server"))} | ${ratio(of("postgres"), of("json-server"))} |`;
  })).join("\n")}
`;
const text = `# The service over HTTP, measured

Written by \`npm run bench\`: ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0]!.model.trim()}), shared with the clients, Node ${process.version}, PostgreSQL with fsync, load ${loadavg()[0]!.toFixed(1)} at the end (more than 2 means that others were at work). Requests a second (median, 95th percentile in ms), closed loop, ${milliseconds} ms each; – where an answer would take more than ${patience / 1000} s. A look-up of ours answers for a whole message: people, accounts, open deals, what was logged, suggestions; theirs with the records of one address. A write of ours is checked, leaves an event, and survives a power cut; theirs are never synced.

${results.map(table).join("\n")}
Requests of ours that failed: ${results.flatMap(({ by }) => ["lowdb", "postgres"].flatMap(kind => [...by.get(kind)?.values() ?? []])).reduce((sum, one) => sum + one.failed, 0)} (target: none).
`;
await mkdir(new URL("results", import.meta.url), { recursive: true });
await writeFile(new URL("results/http.md", import.meta.url), text);
process.stdout.write(text);
process.exit(0);
