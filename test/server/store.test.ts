import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lowdbStore, memoryStore } from "../../server/store/lowdb.ts";
import { storeContract } from "./store.contract.ts";

storeContract("memory", memoryStore);

let folder = "";
storeContract("lowdb in a folder", async () => lowdbStore(folder = await mkdtemp(join(tmpdir(), "dealwright-"))), async store => { await store.close(); return lowdbStore(folder); });

storeContract("lowdb in a folder, with a snapshot every few commits", async () => lowdbStore(folder = await mkdtemp(join(tmpdir(), "dealwright-")), { compactAt: 2000 }), async store => { await store.close(); return lowdbStore(folder, { compactAt: 2000 }); });
