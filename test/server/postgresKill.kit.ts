import { Problem } from "../../model/problem.ts";
import { postgresStore } from "../../server/store/postgres.ts";
import type { Postgres } from "../setup/postgres.ts";
import { until } from "./until.kit.ts";

/** Four writers go on while all processes of the database are killed and started again, so often; the store is never opened anew. Says how much was acknowledged and refused, and what is wrong. */
export async function killUnderLoad(postgres: Postgres, kills: number): Promise<{ acknowledged: number; refused: number; faults: string[] }> {
  const store = await postgresStore(await postgres.database(), { patience: 1000 }), acknowledged: string[] = [], faults: string[] = [];
  let go = true, n = 0, refused = 0, gaps = 0;
  store.heard(changed => { if (!changed.length) gaps++; });
  const writers = Promise.all([1, 2, 3, 4].map(async () => {
    while (go) {
      const id = String(n++), now = { type: "lead", id, version: 1, data: { id }, keys: { id }, text: id };
      await store.commit([{ type: "lead", id, was: null, now }]).then(() => acknowledged.push(id), (error: unknown) => { refused++; if (!(error instanceof Problem) || error.status !== 503) faults.push(`refused with ${String(error)}`); });
    }
  }));
  for (let kill = 0; kill < kills; kill++) {
    const before = acknowledged.length;
    await until("fifty writes more are acknowledged", () => acknowledged.length > before + 50);
    await postgres.kill();
    await postgres.start();
  }
  const before = acknowledged.length;
  await until("twenty writes more are acknowledged", () => acknowledged.length > before + 20);
  go = false;
  await writers;
  const there = new Set((await store.find("lead", { take: 1e6 })).rows.map(row => row.id));
  for (const id of acknowledged) if (!there.has(id)) faults.push(`${id} was acknowledged and is not there`);
  await until("a gap is heard of", () => gaps > 0).catch(() => faults.push("nobody heard that changes may have been missed"));
  await store.close();
  return { acknowledged: acknowledged.length, refused, faults };
}
