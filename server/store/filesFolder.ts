import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { realDisk } from "./disk.ts";
import { checked, isHash, usualLimits, type FileFacts, type FileLimits, type Files } from "./files.ts";

/** Files in a folder: the content under its hash, its type beside it. */
export async function folderFiles(folder: string, limits: FileLimits = usualLimits): Promise<Files> {
  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) if (name.startsWith("new-")) await rm(join(folder, name), { force: true });
  let used = 0;

  async function facts(hash: string): Promise<FileFacts | undefined> {
    if (!isHash(hash)) return undefined;
    try { return { hash, size: (await stat(pathOf(hash))).size, type: await readFile(`${pathOf(hash)}.type`, "utf8") }; }
    catch (error) { if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined; throw error; }
  }
  async function* all() {
    for (const part of await readdir(folder)) if (/^[0-9a-f]{2}$/.test(part)) for (const name of await readdir(join(folder, part))) { const found = await facts(name); if (found) yield found; }
  }
  const write = async (path: string, fill: (file: Awaited<ReturnType<typeof open>>) => Promise<void>) => {
    const file = await open(path, "wx", 0o600);
    try { await fill(file); await file.sync(); } finally { await file.close(); }
  };
  for await (const { size } of all()) used += size;

  return {
    facts, all,
    async put(content, type) {
      const draft = join(folder, `new-${randomUUID()}`);
      let reserved = 0;
      try {
        let made!: FileFacts;
        await write(draft, async file => {
          made = await checked(content, type, limits.quota - used, limits, async bytes => { await file.writeFile(bytes); });
        });
        const there = await facts(made.hash);
        if (there) { const now = new Date(); await utimes(pathOf(made.hash), now, now); return there; }
        used += reserved = made.size;
        const path = pathOf(made.hash);
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await write(`${draft}.type`, file => file.writeFile(type));
        await rename(`${draft}.type`, `${path}.type`);
        await rename(draft, path);
        await realDisk.syncFolder(dirname(path));
        await realDisk.syncFolder(folder);
        reserved = 0;
        return made;
      } finally { used -= reserved; await rm(draft, { force: true }); await rm(`${draft}.type`, { force: true }); }
    },
    async read(hash, range) { return await facts(hash) ? createReadStream(pathOf(hash), range ? { start: range.from, end: range.to } : {}) : undefined; },
    async used() { return used; },
    async sweep(referred) {
      let count = 0;
      for await (const { hash, size } of all()) {
        if (referred.has(hash) || Date.now() - (await stat(pathOf(hash))).mtimeMs < limits.grace) continue;
        await rm(pathOf(hash)); await rm(`${pathOf(hash)}.type`, { force: true });
        used -= size; count++;
      }
      return count;
    },
  };
}
