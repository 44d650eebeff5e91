import { cpus, loadavg } from "node:os";
import { fullDisk } from "./fullDisk.ts";
import { kills } from "./kills.ts";
import { model } from "./model.ts";
import { editors, intents } from "./service.ts";
import { postgresKills } from "./postgresKills.ts";
import { powerCuts } from "./powerCuts.ts";
import { keepResult } from "./results.ts";
import { sweep } from "./sweep.ts";

/** What one part of the fault tests did, and which promises were broken; nothing where this machine does not allow it. */
export interface Found { told: string; faults: string[] }

/** `npm run test:faults`, about 14 minutes on a quiet machine, or `npm run test:faults -- kills sweep` for some of its parts: the long form of the fault tests. SEED replays. Each part keeps what it found in results/faults.md; ends with 1 where a promise was broken. */
const parts: Record<string, (seed: number) => Promise<Found>> = { kills, powerCuts, fullDisk, sweep, model, postgresKills, intents, editors };
const asked = process.argv.slice(2), seed = Number(process.env.SEED ?? Date.now() % 1e6);
for (const name of asked) if (!parts[name]) throw new Error(`There is no part ${name}; there are ${Object.keys(parts).join(", ")}.`);
const on = `${cpus().length} cores, Node ${process.version}`;
for (const [name, part] of Object.entries(parts)) {
  if (asked.length && !asked.includes(name)) continue;
  const begun = Date.now(), { told, faults } = await part(seed).catch((error: unknown): Found => ({ told: "broke off", faults: [String(error)] })), seconds = Math.round((Date.now() - begun) / 1000);
  process.stdout.write(`${name}: ${told}; seed ${seed}, ${seconds} s, ${faults.length} faults\n${faults.slice(0, 20).map(fault => `  ${fault.slice(0, 500)}\n`).join("")}`);
  await keepResult({ name, told, faults: faults.length, seed, seconds, on: `${on}, load ${loadavg()[0]!.toFixed(1)}` });
  if (faults.length) process.exitCode = 1;
}
process.exit();
