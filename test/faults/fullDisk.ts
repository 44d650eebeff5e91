import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Problem } from "../../model/problem.ts";
import { lowdbStore } from "../../server/store/lowdb.ts";
import type { Found } from "./all.ts";

const run = promisify(execFile);

/** Fills a small disk until writes are refused, makes room, goes on without a restart, three times; then opens the folder anew. Nothing that was refused may be there, nothing acknowledged may be missing. */
export async function fullDisk(): Promise<Found> {
  const disk = await mkdtemp(join(tmpdir(), "full-")), faults: string[] = [], saved: string[] = [], ballast = join(disk, "ballast");
  try { await run("mount", ["-t", "tmpfs", "-o", "size=6m", "tmpfs", disk]); } catch (error) {
    await rm(disk, { recursive: true });
    return { told: `not tried, for a small disk cannot be mounted here (${(error as Error).message.trim().split("\n").pop()})`, faults };
  }
  let refused = 0, n = 0;
  try {
    let store = await lowdbStore(join(disk, "data"), { compactAt: 300_000 });
    const ids = async () => (await store.find("thing", { take: 1e6 })).rows.map(row => row.id);
    const write = async () => {
      const id = `t${String(n++).padStart(6, "0")}`, text = "words ".repeat(100);
      try { await store.commit([{ type: "thing", id, was: null, now: { type: "thing", id, version: 1, data: { text }, keys: { n }, text: "" } }]); saved.push(id); return true; }
      catch (error) { refused++; if (!(error instanceof Problem) || ![507, 503].includes(error.status)) faults.push(`refused with ${String(error)}`); return false; }
    };
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 300; i++) await write();
      await writeFile(ballast, Buffer.alloc(6 << 20)).catch(() => {});
      for (let i = 0, left = 40; left && i < 5000; i++) if (!await write()) left--;
      if ((await ids()).join() !== saved.join()) faults.push(`round ${round} shows other rows than were acknowledged`);
      await rm(ballast);
      await store.ready().catch((error: unknown) => faults.push(`not ready when there was room again: ${String(error)}`));
      if (!await write()) faults.push(`round ${round} did not go on when there was room again`);
    }
    await store.close();
    store = await lowdbStore(join(disk, "data"));
    if ((await ids()).join() !== saved.join()) faults.push("opened again it has other rows than were acknowledged");
    await store.close();
    if (!refused) faults.push("it never was full");
  } finally { await run("umount", [disk]); await rm(disk, { recursive: true }); }
  return { told: `a disk of 6 MB filled three times, ${refused} writes refused, ${saved.length} acknowledged`, faults };
}
