import { join } from "node:path";
import { parseArgs } from "node:util";
import { shape } from "./shape.ts";
import { backUp, folderSource, postgresSource, restore, verify } from "./store/backup.ts";
import { folderTarget, postgresTarget } from "./store/backupTarget.ts";
import { folderFiles } from "./store/filesFolder.ts";
import { postgresFiles } from "./store/filesPostgres.ts";
import { postgresStore } from "./store/postgres.ts";

/** `npm run backup -- --to FILE`, `npm run restore -- --from FILE`, `npm run backup -- --verify FILE`: of DATABASE_URL where it is set, else of the folder DATA (data). */
async function main() {
  const { values: { to, from, verify: file } } = parseArgs({ options: { to: { type: "string" }, from: { type: "string" }, verify: { type: "string" } } });
  const url = process.env.DATABASE_URL, folder = process.env.DATA ?? "data";
  if ([to, from, file].filter(Boolean).length !== 1) throw new Error("Say one of --to FILE, --from FILE, --verify FILE.");
  const store = url && !file ? await postgresStore(url, { shape, backups: join(folder, "backups") }) : undefined;
  try {
    const source = async () => store ? postgresSource(store.pool, postgresFiles(store.pool)) : folderSource(folder, await folderFiles(join(folder, "files")), shape);
    const { rows, files } = to ? await backUp(await source(), to, new Date().toISOString()) : from ? await restore(from, store ? await postgresTarget(store.pool) : await folderTarget(folder, shape), shape) : await verify(file!);
    process.stdout.write(`${to ? "Backed up to" : from ? "Restored from" : "Sound:"} ${to ?? from ?? file}, ${rows} entries and ${files} files.\n`);
  } finally { await store?.close(); }
}

main().catch((error: unknown) => { process.stderr.write(`${(error as Error).message}\n`); process.exitCode = 1; });
