import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lowdbStore } from "../../server/store/lowdb.ts";
import type { Row } from "../../server/store/store.ts";
import { faultyDisk } from "./disk.faults.ts";

/** What a disk that fails did to a store: how many places it was let fail at, how many writes it refused, and what is wrong. */
interface Swept { places: number; refused: number; faults: string[] }

/** Lets the disk fail at its first act, its second and so on (or each `every`th) until none is left, `span` acts long each time, under 24 writes with snapshots between them. What was refused may never be seen, what was acknowledged must be there, also for the next process. */
export async function sweepDisk(code: "EIO" | "ENOSPC", span: number, every: number): Promise<Swept> {
  const made: Swept = { places: 0, refused: 0, faults: [] };
  for (let nth = 1, hit = true; hit; nth += every, made.places++) {
    const folder = await mkdtemp(join(tmpdir(), "sweep-")), disk = faultyDisk(count => count >= nth && count < nth + span ? code : undefined), saved: string[] = [];
    const wrong = (what: string) => made.faults.push(`${code} at act ${nth}: ${what}`);
    const look = async (store: Awaited<ReturnType<typeof lowdbStore>>, when: string) => { const there = (await store.find("thing", { take: 1000 })).rows.map(row => row.id).join(); if (there !== saved.join()) wrong(`${when} ${there} is there, ${saved.join()} was acknowledged`); };
    const store = await lowdbStore(folder, { disk, compactAt: 1500 }).catch((error: NodeJS.ErrnoException) => { if (error.code !== code) wrong(String(error)); });
    if (store) {
      for (let i = 0; i < 24; i++) {
        const id = `r${String(i).padStart(2, "0")}`, now: Row = { type: "thing", id, version: 1, data: { i, words: "some words of it" }, keys: { i }, text: "some words of it" };
        await store.commit([{ type: "thing", id, was: null, now }]).then(() => saved.push(id), (error: { status?: number }) => { made.refused++; if (error.status !== (code === "ENOSPC" ? 507 : 503)) wrong(`refused with ${String(error)}`); });
        await look(store, `after ${i + 1} writes`);
      }
      if (saved.length < 24 - span) wrong(`only ${saved.length} of 24 writes were taken`);
      for (let left = span; left && !await store.ready().then(() => true, () => false); left--);
      await store.close();
    }
    hit = disk.count() >= nth;
    const after = await lowdbStore(folder);
    await look(after, "opened again");
    await after.close();
    await rm(folder, { recursive: true });
  }
  return made;
}
