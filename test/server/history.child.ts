import { mkdtemp, rename } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { faultsOf, type Operation } from "./checker.ts";
import { faultyDisk } from "./disk.faults.ts";
import { journalStorage, plainStorage, work, type Storage } from "./storage.kit.ts";

/** Works, goes on while the disk is broken, and works again. Then what a new process would find is held against what was told. */
async function historyOf(storage: Storage, reopen: () => Promise<Storage>, broken: (is: boolean) => Promise<void>) {
  const told = new Map<number, Operation>();
  const failed = () => [...told.values()].filter(one => one.result === "fail").length;
  const run = (seed: string, goOn: () => boolean) => work(storage, seed, (number, operation) => told.set(Number(`${seed}${String(number).padStart(6, "0")}`), operation), goOn);
  const acknowledged = (seed: string) => [...told].filter(([number, one]) => String(number).startsWith(seed) && one.op === "write" && one.result === "ok").length;
  await run("1", () => acknowledged("1") < 150);
  await broken(true);
  await run("2", () => failed() < 40);
  await broken(false);
  await run("3", () => acknowledged("3") < 50);
  await storage.close();
  const again = await reopen(), end = await again.all();
  await again.close();
  return { faults: faultsOf([...told.values()], end), failed: failed() };
}

/** `plain` or `ours`: prints what the checker finds. In a process of its own, for steno knows errors by their class, which differs inside jest. */
const folder = await mkdtemp(join(tmpdir(), "dealwright-"));
let isBroken = false;
const disk = faultyDisk((_, act) => isBroken && act !== "open" ? "EIO" : undefined);
const found = process.argv[2] === "plain"
  ? await historyOf(await plainStorage(folder), () => plainStorage(folder), is => is ? rename(folder, `${folder}.away`) : rename(`${folder}.away`, folder))
  : await historyOf(await journalStorage(folder, disk), () => journalStorage(folder), async is => { isBroken = is; });
process.stdout.write(JSON.stringify(found));
