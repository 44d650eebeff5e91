import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Problem } from "../../model/problem.ts";
import { lowdbStore } from "../../server/store/lowdb.ts";

const run = promisify(execFile);

/** Fills a small disk until writes are refused, makes room, goes on without a restart, three times; then opens the folder anew. Nothing that was refused may be there, nothing acknowledged may be missing. */
export async function fullDisk(): Promise<string[]> {
  const disk = await mkdtemp(join(tmpdir(), "full-")), faults: string[] = [], saved: string[] = [], ballast = join(disk, "ballast");
  try { await run("mount", ["-t", "tmpfs", "-o", "size=6m", "tmpfs", disk]); } catch (error) {
    process.stdout.write(`full disk: not tried, for a small one cannot be mounted here (${(error as Error).message.trim().split("\n").pop()})\n`);
    await rm(disk, { recursive: true });
    return [];
  }
  let refused = 0, n = 0;
  try {
    let store = await lowdbStore(join(disk, "data"), { compactAt: 300_000 });
    const ids = async () => (await store.find("thing", { take: 1e6 })).rows.map(row => row.id);
    const write = async () => {
      const id = `t${String(n++).padStart(6, "0")}`, text = "words ".repeat(100);
      try { await store.commit([{ type: "thing", id, was: null, now: { type: "thing", id, version: 1, data: { text }, keys: { n }, text: "" } }]); saved.push(id); return true; }
      catch (error) { refused++; if (!(error instanceof Problem) || ![507, 503].includes(error.status)) faults.push(`full disk: refused with ${String(error)}`); return false; }
    };
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 300; i++) await write();
      await writeFile(ballast, Buffer.alloc(6 << 20)).catch(() => {});
      for (let i = 0, left = 40; left && i < 5000; i++) if (!await write()) left--;
      if ((await ids()).join() !== saved.join()) faults.push(`full disk: round ${round} shows other rows than were acknowledged`);
      await rm(ballast);
      await store.ready().catch((error: unknown) => faults.push(`full disk: not ready when there was room again: ${String(error)}`));
      if (!await write()) faults.push(`full disk: round ${round} did not go on when there was room again`);
    }
    await store.close();
    store = await lowdbStore(join(disk, "data"));
    if ((await ids()).join() !== saved.join()) faults.push("full disk: opened again it has other rows than were acknowledged");
    await store.close();
    if (!refused) faults.push("full disk: it never was full");
  } finally { await run("umount", [disk]); await rm(disk, { recursive: true }); }
  process.stdout.write(`full disk: ${refused} writes refused, ${saved.length} acknowledged, ${faults.length} faults\n`);
  return faults;
}
