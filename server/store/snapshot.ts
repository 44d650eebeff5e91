import { dirname } from "node:path";
import { headOf, pathOf } from "./bookFiles.ts";
import type { Disk } from "./disk.ts";
import { bodyOf, type Kept, type Placing } from "./kept.ts";
import { lineOf } from "./line.ts";
import type { Shape } from "./shape.ts";

/** Writes all rows as they are and closes with their number; it takes its name only when it is whole and on disk. Commits may go on meanwhile. Returns its size. */
export async function writeSnapshot(disk: Disk, folder: string, number: number, rows: Iterable<Map<string, Kept>>, shape: Shape): Promise<number> {
  const path = pathOf(folder, "snapshot", number), draft = `${path}.new`, file = await disk.open(draft, "new");
  let end = 0, unsynced = 0, count = 0, waiting: Buffer[] = [], size = 0;
  const flush = async () => {
    const bytes = Buffer.concat(waiting);
    await file.write(bytes, end);
    end += bytes.length; unsynced += bytes.length; waiting = []; size = 0;
    if (unsynced > 4 << 20) { await file.sync(); unsynced = 0; }
  };
  try {
    waiting.push(lineOf(headOf("snapshot", number, shape)));
    let group: Placing[] = [], weight = 0;
    const add = () => { const line = lineOf(bodyOf(group)); waiting.push(line); size += line.length; group = []; weight = 0; };
    for (const table of rows) for (const now of table.values()) {
      group.push({ type: now.type, id: now.id, now }); count++;
      if ((weight += now.data.length + now.text.length) > 16_384) add();
      if (size > 256 << 10) await flush();
    }
    if (group.length) add();
    waiting.push(lineOf(JSON.stringify({ rows: count })));
    await flush();
    await file.sync();
  } catch (error) { await file.close().catch(() => {}); await disk.remove(draft).catch(() => {}); throw error; }
  await file.close();
  await disk.rename(draft, path);
  await disk.syncFolder(dirname(path));
  return end;
}
