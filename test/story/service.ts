import { seed } from "../../server/demo/seed.ts";
import { memoryStore } from "../../server/store/lowdb.ts";
import { openService, type Service } from "../server/service.kit.ts";

/** The real service with the demo company in memory, in the shape that a stage asks for. */
export async function withCompany(): Promise<{ service: Service; addin: () => Promise<{ origin: string; close(): Promise<void> }> }> {
  const store = await memoryStore();
  await seed(store, new Date().toISOString());
  const service = await openService({ store });
  return { service, addin: async () => ({ origin: service.base, close: async () => {} }) };
}
