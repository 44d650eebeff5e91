import { afterAll, beforeAll } from "@jest/globals";
import { postgresStore } from "../../server/store/postgres.ts";
import { startPostgres, type Postgres } from "../setup/postgres.ts";
import { storeContract } from "./store.contract.ts";

let postgres: Postgres;
beforeAll(async () => { postgres = await startPostgres(); }, 60_000);
afterAll(() => postgres?.stop());

let url = "";
const indexes = [{ type: "any", key: "n" }];
storeContract("PostgreSQL", async () => postgresStore(url = await postgres.database(), { indexes }), async store => { await store.close(); return postgresStore(url, { indexes }); });
