import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { fileTypeOf } from "../../model/fileType.ts";
import { recordType } from "../../model/records.ts";
import { filesOf, rowOf } from "../row.ts";
import type { Store } from "../store/store.ts";

const folder = path.join(import.meta.dirname, "files");

/** Puts the demo's papers (server/demo/files, made by test/setup/demoFiles.ts) on its literature; what has files already keeps them. */
export async function stockLibrary(store: Store): Promise<void> {
  for (const file of (await readdir(folder)).sort()) {
    const ending = path.extname(file), type = fileTypeOf(file), row = await store.get("literature", `literature-${path.basename(file, ending)}`);
    if (!row || !type || filesOf(row.data).length) continue;
    const facts = await store.files.put(createReadStream(path.join(folder, file)), type, "admin");
    const data = { ...row.data, files: [{ ...facts, name: `${String(row.data.title).replace(/[\\/:*?"<>|]/g, " ")}${ending}` }] };
    await store.commit([{ type: "literature", id: row.id, was: row.version, now: rowOf(recordType("literature")!, data, row.version + 1) }]);
  }
}
