import { killUnderLoad } from "../server/postgresKill.kit.ts";
import { startPostgres } from "../setup/postgres.ts";
import type { Found } from "./all.ts";

/** Kills the whole database 30 times (KILLS) while four writers go on. */
export async function postgresKills(): Promise<Found> {
  const postgres = await startPostgres({ fsync: "on" }), kills = Number(process.env.KILLS ?? 30);
  try {
    const { acknowledged, refused, faults } = await killUnderLoad(postgres, kills);
    return { told: `${kills} kills of PostgreSQL, ${acknowledged} acknowledged writes, ${refused} refused`, faults };
  } finally { await postgres.stop(); }
}
