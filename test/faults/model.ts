import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Found } from "./all.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** 1,000 runs (RUNS) of up to 40 random commits and queries against a model, on every kind of store. */
export async function model(seed: number): Promise<Found> {
  const folder = await mkdtemp(join(tmpdir(), "model-")), output = join(folder, "jest.json"), runs = process.env.RUNS ?? "1000";
  const words = ["run", "-s", "jest", "--", "--selectProjects", "server", "--testTimeout=600000", "--runInBand", "--testPathPatterns", "server/store.test", "--testPathPatterns", "server/store.postgres.test", "-t", "agrees with a plain model", "--json", `--outputFile=${output}`];
  await new Promise<void>(done => { execFile("npm", words, { cwd: root, env: { ...process.env, RUNS: runs, REPLAY: `${seed}:` } }, () => done()); });
  const { numPassedTests, testResults } = JSON.parse(await readFile(output, "utf8")) as { numPassedTests: number; testResults: { assertionResults: { status: string; fullName: string; failureMessages: string[] }[] }[] };
  await rm(folder, { recursive: true });
  const faults = testResults.flatMap(file => file.assertionResults).filter(one => one.status === "failed").map(one => `${one.fullName}: ${one.failureMessages.join(" ").slice(0, 500)}`);
  if (numPassedTests + faults.length !== 4) faults.push(`${numPassedTests} of 4 stores were tried`);
  return { told: `${runs} runs of random commits and queries on each of 4 kinds of store`, faults };
}
