import { afterAll, beforeAll } from "@jest/globals";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { memoryFiles } from "../../server/store/filesMemory.ts";
import { folderFiles } from "../../server/store/filesFolder.ts";
import { postgresFiles } from "../../server/store/filesPostgres.ts";
import { postgresStore } from "../../server/store/postgres.ts";
import { startPostgres, type Postgres } from "../setup/postgres.ts";
import { filesContract } from "./files.contract.ts";

let postgres: Postgres, folder = "", store: Awaited<ReturnType<typeof postgresStore>>;
beforeAll(async () => { postgres = await startPostgres(); store = await postgresStore(await postgres.database()); folder = await mkdtemp(join(tmpdir(), "dealwright-")); }, 60_000);
afterAll(async () => { await store?.close(); await postgres?.stop(); });

const held = new Map();
filesContract("memory", async limits => memoryFiles(limits, held));
filesContract("a folder", limits => folderFiles(folder, limits));
filesContract("PostgreSQL", async limits => postgresFiles(store.pool, limits));
