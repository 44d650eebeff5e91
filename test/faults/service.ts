import type { Postgres } from "../setup/postgres.ts";
import { startPostgres } from "../setup/postgres.ts";
import { eachOnce, kinds, noneLost, type Counted } from "../server/instances.kit.ts";
import { killAll } from "../server/process.kit.ts";
import type { Found } from "./all.ts";

/** 10,000 intents (POSTS) to make a lead at one process on a folder, and at two on one database: a third sent again, many cut off. */
export const intents = (seed: number): Promise<Found> => onEach(ports => eachOnce(ports, Number(process.env.POSTS ?? 10_000), seed));
/** 32 editors who each add to 50 records 50 times (EDITS). */
export const editors = (seed: number): Promise<Found> => onEach(ports => noneLost(ports, Number(process.env.EDITS ?? 50), seed));

async function onEach(act: (ports: string[]) => Promise<Counted>): Promise<Found> {
  const postgres: Postgres = await startPostgres({ fsync: "on" }), made: Found[] = [];
  try {
    for (const [name, open] of kinds) { const { told, faults } = await act(await open(postgres)); made.push({ told: `${name}: ${told}`, faults: faults.map(fault => `${name}: ${fault}`) }); killAll(); }
  } finally { killAll(); await postgres.stop(); }
  return { told: made.map(({ told }) => told).join("; "), faults: made.flatMap(({ faults }) => faults) };
}
