import { expect, it } from "@jest/globals";
import { execFile } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { faultsOf } from "./checker.ts";
import { killAgainAndAgain } from "./kill.kit.ts";

async function historyOf(kind: "plain" | "ours") {
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", fileURLToPath(new URL("history.child.ts", import.meta.url)), kind], { maxBuffer: 1e9 });
  return JSON.parse(stdout) as { faults: string[]; failed: number };
}

it("convicts lowdb's own JSONFile, which shows and later saves what it has refused", async () => {
  const { faults, failed } = await historyOf("plain");
  expect(failed).toBeGreaterThanOrEqual(40);
  expect(faults.join("\n")).toMatch(/what is there was refused/);
  expect(faults.join("\n")).toMatch(/a read saw what nobody wrote or what was refused/);
});

it("finds nothing against ours under the same work and a disk as broken", async () => {
  const { faults, failed } = await historyOf("ours");
  expect(failed).toBeGreaterThanOrEqual(40);
  expect(faults).toEqual([]);
});

it("loses nothing that was acknowledged when its process is killed 20 times", async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1e6), folder = await mkdtemp(join(tmpdir(), "dealwright-"));
  const { history, end, acknowledged } = await killAgainAndAgain(folder, 20, seed);
  expect({ seed, faults: faultsOf(history, end) }).toEqual({ seed, faults: [] });
  expect(acknowledged).toBeGreaterThan(100);
}, 120_000);
