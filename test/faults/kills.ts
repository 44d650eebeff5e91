import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { faultsOf } from "../server/checker.ts";
import { killAgainAndAgain } from "../server/kill.kit.ts";

/** Kills a writing process 300 times (KILLS), in one folder that goes on from life to life. SEED replays the times. */
export async function kills(): Promise<string[]> {
  const seed = Number(process.env.SEED ?? Date.now() % 1e6), folder = await mkdtemp(join(tmpdir(), "kills-"));
  const { history, end, kills, acknowledged } = await killAgainAndAgain(folder, Number(process.env.KILLS ?? 300), seed);
  const faults = faultsOf(history, end);
  process.stdout.write(`kill -9: ${kills} kills, seed ${seed}, ${acknowledged} acknowledged writes, ${faults.length} faults\n`);
  if (!faults.length) await rm(folder, { recursive: true }); else process.stdout.write(`The folder is kept: ${folder}\n`);
  return faults;
}
