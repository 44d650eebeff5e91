import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { faultsOf } from "../server/checker.ts";
import { killAgainAndAgain } from "../server/kill.kit.ts";
import type { Found } from "./all.ts";

/** Kills a writing process 200 times (KILLS), in one folder that goes on from life to life. */
export async function kills(seed: number): Promise<Found> {
  const folder = await mkdtemp(join(tmpdir(), "kills-")), { history, end, kills, acknowledged } = await killAgainAndAgain(folder, Number(process.env.KILLS ?? 200), seed);
  const faults = faultsOf(history, end);
  if (!faults.length) await rm(folder, { recursive: true }); else faults.push(`the folder is kept: ${folder}`);
  return { told: `${kills} kills with SIGKILL, ${acknowledged} acknowledged writes`, faults };
}
