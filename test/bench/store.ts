import { Low } from "lowdb";
import { JSONFile } from "lowdb/node";
import { execFileSync } from "node:child_process";
import { mkdtemp, mkdir, open, rm, writeFile } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { lowdbStore } from "../../server/store/lowdb.ts";
import type { Row, Store } from "../../server/store/store.ts";
import { profile } from "./profile.ts";
import { lead, pick } from "./sample.ts";

/** The embedded store at several sizes beside lowdb's plain JSONFile, in a folder of BENCH_FOLDER (the system's temporary one). `--quick` stops at 20,000 rows, BENCH_ROWS=1000,5000 says other sizes. */
const quick = process.argv.includes("--quick"), sizes = process.env.BENCH_ROWS ? process.env.BENCH_ROWS.split(",").map(Number) : quick ? [1000, 20_000] : [1000, 20_000, 100_000], rounds = quick ? 300 : 1500;

interface Times { p50: number; p95: number; max: number; perSecond: number }
type Line = [string, ...string[]];

/** So many acts by so many at once, in milliseconds. */
async function time(count: number, writers: number, act: (n: number) => Promise<unknown>): Promise<Times> {
  const each: number[] = [], begun = performance.now();
  let next = 0;
  await Promise.all(Array.from({ length: writers }, async () => {
    while (next < count) { const n = next++, start = performance.now(); await act(n); each.push(performance.now() - start); }
  }));
  const whole = performance.now() - begun;
  each.sort((a, b) => a - b);
  const at = (part: number) => each[Math.min(each.length - 1, Math.floor(each.length * part))]!;
  return { p50: at(0.5), p95: at(0.95), max: at(1), perSecond: count / whole * 1000 };
}

const once = (n: number): Times => ({ p50: n, p95: n, max: n, perSecond: 0 });

/** Waits until the store's work in the background is done: the event loop is nearly idle (half a minute at most). */
async function calm() {
  for (let turn = 0; turn < 150; turn++) {
    const before = performance.eventLoopUtilization();
    await new Promise(go => setTimeout(go, 200));
    if (performance.eventLoopUtilization(before).utilization < 0.3) return;
  }
}

async function fill(folder: string, size: number) {
  const store = await lowdbStore(folder);
  for (let n = 0; n < size; n += 500) await store.commit(Array.from({ length: Math.min(500, size - n) }, (_, i) => ({ type: "lead", id: lead(n + i).id, was: null, now: lead(n + i) })));
  await store.close();
}

async function measure(size: number): Promise<Map<string, Times>> {
  const folder = await mkdtemp(join(process.env.BENCH_FOLDER ?? tmpdir(), "bench-")), made = new Map<string, Times>();
  await fill(folder, size);
  let store!: Store;
  const alone = JSON.parse(execFileSync(process.execPath, ["--import", "tsx", fileURLToPath(new URL("open.child.ts", import.meta.url)), folder]).toString()) as { milliseconds: number; megabytes: number };
  made.set("open, in a process of its own", once(alone.milliseconds));
  made.set("memory of that process, indexes built, in MB", once(alone.megabytes));
  made.set("open", await time(1, 1, async () => { store = await lowdbStore(folder); }));
  made.set("first list after open", await time(1, 1, () => store.find("lead", { where: { status: "open" }, order: "created", down: true })));
  await calm();
  let born = size;
  const commit = () => { const row = lead(born++); return store.commit([{ type: "lead", id: row.id, was: null, now: row }]); };
  await time(200, 1, commit);
  for (const writers of [1, 8, 32]) { await calm(); made.set(`commit, ${writers} writer${writers > 1 ? "s" : ""}`, await time(rounds * (writers > 1 ? 2 : 1), writers, commit)); }
  await calm();
  const somewhere = (n: number) => n * 7919 % size;
  made.set("look-up by e-mail", await time(rounds, 1, n => store.find("lead", { where: { email: lead(somewhere(n)).keys.email as string } })));
  made.set("list: filtered, sorted, page 3", await time(rounds / 5, 1, n => store.find("lead", { where: { status: "open", owner: `u${n % 40}` }, order: "created", down: true, skip: 100 })));
  for (const [name, words] of [["search, Latin", ["dvorak", "harbour pumps", "bianchi", "company77", "optics", "qz", "ada fontaine", "instr"]], ["search, Chinese", ["明远", "控制", "华光 控制", "秀英", "仪器", "王", "远洋", "李 芳"]]] as const) {
    made.set(name, await time(rounds / 5, 1, n => store.find("lead", { text: pick(words, n), order: "created", down: true })));
    made.set(`${name}, by one who may see a quarter`, await time(rounds / 5, 1, n => store.find("lead", { text: pick(words, n), order: "created", down: true, or: [{ readers: [`user/u${n % 40}`, `team/t${n % 4}`, "any"] }] })));
  }
  await store.close();

  const path = join(folder, "plain.json"), plain = new Low<{ rows: Row[] }>(new JSONFile(path), { rows: [] });
  plain.data.rows = Array.from({ length: size }, (_, n) => lead(n));
  const few = Math.max(5, Math.min(100, Math.round(200_000 / size)));
  made.set("JSONFile: commit (never synced)", await time(few, 1, async n => { plain.data.rows.push(lead(size + n)); await plain.write(); }));
  made.set("JSONFile: look-up by e-mail", await time(few, 1, async n => plain.data.rows.find(row => row.keys.email === lead(somewhere(n)).keys.email)));
  made.set("JSONFile: search, Latin", await time(few, 1, async () => plain.data.rows.filter(row => row.text.includes("dvorak"))));
  made.set("JSONFile: open", await time(1, 1, () => new Low<{ rows: Row[] }>(new JSONFile(path), { rows: [] }).read()));

  const file = await open(join(folder, "sync"), "w"), bytes = Buffer.alloc(1000, "x");
  made.set("disk: 1 KB and fdatasync", await time(500, 1, async () => { await file.write(bytes); await file.datasync(); }));
  await file.close();
  await rm(folder, { recursive: true });
  return made;
}

const ms = (n: number) => n < 10 ? n.toFixed(3) : n.toFixed(1);
const results: Map<string, Times>[] = [];
for (const size of sizes) { process.stderr.write(`${size} rows\n`); results.push(await measure(size)); }
const last = results.at(-1)!, p50 = (name: string, of = last) => of.get(name)!.p50;
const lines: Line[] = [...last.keys()].map(name => [name, ...results.map(result => { const { p50, p95, perSecond } = result.get(name)!; return name.startsWith("open") || name.endsWith("open") || name.startsWith("first") || name.startsWith("memory") ? ms(p50) : `${ms(p50)} / ${ms(p95)} / ${Math.round(perSecond)}`; })]);
const first = results[0]!, sync = p50("disk: 1 KB and fdatasync"), searches = [...last].filter(([name]) => name.startsWith("search")).map(([name, times]) => [name, times.p95] as const);
/** What was promised, what came of it, and whether it is kept. */
const targets: [promise: string, is: number, shown: string, kept: boolean][] = [
  ["opens in under 3 s", p50("open, in a process of its own"), " ms", p50("open, in a process of its own") < 3000],
  ["holds it in under 500 MB", p50("memory of that process, indexes built, in MB"), " MB", p50("memory of that process, indexes built, in MB") < 500],
  [`a commit costs at most 1.5 times what it costs at ${sizes[0]!.toLocaleString("en")} (medians, one writer)`, p50("commit, 1 writer") / p50("commit, 1 writer", first), " times", p50("commit, 1 writer") / p50("commit, 1 writer", first) <= 1.5],
  [`3,000 durable commits a second of 8 writers, where a sync takes 0.2 ms (here ${sync.toFixed(2)} ms)`, last.get("commit, 8 writers")!.perSecond, " a second", last.get("commit, 8 writers")!.perSecond >= 3000 * Math.min(1, 0.2 / sync)],
  ["look-up by e-mail in under 0.2 ms (median)", p50("look-up by e-mail"), " ms", p50("look-up by e-mail") < 0.2],
  ...searches.map(([name, p95]): [string, number, string, boolean] => [`${name}: 95 of 100 in under 20 ms`, p95, " ms", p95 < 20]),
];
const text = `# The embedded store, measured

Written by \`npm run bench\`: ${new Date().toISOString().slice(0, 10)}, ${sizes.length} sizes on ${cpus().length} cores (${cpus()[0]!.model.trim()}), Node ${process.version}, load ${loadavg()[0]!.toFixed(1)} at the end (more than 1 means that others were at work). Milliseconds: median / 95th percentile / acts a second; once where it is done once.

| | ${sizes.map(size => `${size.toLocaleString("en")} rows`).join(" | ")} |
|---|${sizes.map(() => "---:|").join("")}
${lines.map(line => `| ${line.join(" | ")} |`).join("\n")}

## Targets, at ${sizes.at(-1)!.toLocaleString("en")} rows

| target | measured | |
|---|---:|---|
${targets.map(([promise, is, unit, kept]) => `| ${promise} | ${is < 10 ? is.toFixed(2) : Math.round(is)}${unit} | ${kept ? "met" : "**missed**"} |`).join("\n")}

## Ratios

${[["commit of one writer to a bare write and fdatasync", p50("commit, 1 writer") / sync], ["JSONFile's commit to ours", p50("JSONFile: commit (never synced)") / p50("commit, 1 writer")], ["JSONFile's look-up to ours", p50("JSONFile: look-up by e-mail") / p50("look-up by e-mail")], ["JSONFile's search to ours", p50("JSONFile: search, Latin") / p50("search, Latin")]].map(([words, is]) => `- ${words}: ${(is as number).toFixed(2)}`).join("\n")}

${profile}
`;
await mkdir(new URL("results", import.meta.url), { recursive: true });
await writeFile(new URL("results/store.md", import.meta.url), text);
process.stdout.write(text);
