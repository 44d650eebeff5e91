import { execFile } from "node:child_process";
import { constants } from "node:fs";
import { copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { faultsOf } from "../server/checker.ts";
import { oneLife } from "../server/kill.kit.ts";
import { journalStorage } from "../server/storage.kit.ts";
import type { Found } from "./all.ts";

const run = promisify(execFile);

/**
 * Cuts the power 40 times (CUTS): the folder lies on an ext4 image behind a loop device; while a process writes there, it is stopped, the image is copied as it is, without unmounting or syncing, and the process is killed.
 * The copy, mounted, is what the next start would find. (Without the stop the copy would have late blocks of later writes beside early blocks from before them, as no disk would.) Only what was acknowledged before the stop must be there.
 */
export async function powerCuts(): Promise<Found> {
  const place = await mkdtemp(join(process.env.IMAGES ?? tmpdir(), "cuts-")), faults: string[] = [];
  const image = join(place, "image"), copy = join(place, "copy"), disk = join(place, "disk"), after = join(place, "after");
  await Promise.all([mkdir(disk), mkdir(after)]);
  const make = async () => { await run("truncate", ["-s", "24M", image]); await run("mkfs.ext4", ["-q", "-F", image]); await run("mount", ["-o", "loop", image, disk]); };
  try { await make(); } catch (error) {
    await rm(place, { recursive: true });
    return { told: `not tried, for an image cannot be mounted here (${(error as Error).message.trim().split("\n").pop()})`, faults };
  }
  const cuts = Number(process.env.CUTS ?? 40);
  let acknowledged = 0;
  for (let cut = 0; cut < cuts; cut++) {
    if (cut) await make();
    let at = 0;
    const history = await oneLife(disk, `cut${cut}`, 20 + cut * 37 % 200, async send => {
      at = performance.timeOrigin + performance.now();
      send("SIGSTOP");
      await copyFile(image, copy, constants.COPYFILE_FICLONE);
      send("SIGKILL");
    });
    await run("umount", [disk]);
    await run("mount", ["-o", "loop", copy, after]);
    try {
      const storage = await journalStorage(after), end = await storage.all();
      await storage.close();
      /** What was answered while the image was copied may be in the copy or not. */
      const known = history.map(one => one.op === "write" && one.result === "ok" && one.ended > at ? { ...one, result: "info" as const } : one).filter(one => one.op === "write");
      acknowledged += known.filter(one => one.result === "ok").length;
      faults.push(...faultsOf(known, end).map(fault => `cut ${cut}: ${fault}`));
    } catch (error) { faults.push(`cut ${cut}: ${(error as Error).message}`); }
    finally { await run("umount", [after]); }
  }
  await rm(place, { recursive: true });
  return { told: `${cuts} power cuts of an ext4 image, ${acknowledged} acknowledged writes`, faults };
}
