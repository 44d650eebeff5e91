import { randomUUID } from "node:crypto";
import { createReadStream, readdirSync, rmSync, statSync } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { realDisk, refusal } from "./disk.ts";
import { batch, checked, isHash, usualLimits, type FileFacts, type FileLimits, type Files } from "./files.ts";

/** Files in a folder: the content under its hash, beside it its type and an empty file for each who put it. `alone`: nobody else has an upload under way there, so what a crash left is cleared away. */
export async function folderFiles(folder: string, limits: FileLimits = usualLimits, { alone = false } = {}): Promise<Files> {
  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash), byOf = (hash: string, by: string) => `${pathOf(hash)}.by-${by}`;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (alone) for (const name of await readdir(folder)) if (name.startsWith("new-")) await rm(join(folder, name), { force: true });
  /** Files that were put or kept since the start, and when. Set before the disk is asked whether they are there: so the sweep never takes one that was promised. */
  const promised = new Map<string, number>();
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
    const file = await open(path, "w", 0o600);
    try { await fill(file); await file.sync(); } finally { await file.close(); }
  };
  async function keep(hash: string) {
    if (!isHash(hash)) return false;
    const now = new Date(), mine = now.getTime();
    promised.set(hash, mine);
    return utimes(pathOf(hash), now, now).then(() => true, () => { if (promised.get(hash) === mine) promised.delete(hash); return false; });
  }
  const isOld = (hash: string) => Date.now() - Math.max(promised.get(hash) ?? 0, statSync(pathOf(hash), { throwIfNoEntry: false })?.mtimeMs ?? Infinity) > limits.grace;
  /** All that belongs to it, in one breath with the look at its age: nobody can come between. */
  function remove(hash: string) {
    const beside = dirname(pathOf(hash));
    for (const name of readdirSync(beside)) if (name.startsWith(hash)) rmSync(join(beside, name));
  }
  for await (const { size } of all()) used += size;

  return {
    facts, all, keep,
    async put(content, type, by) {
      const draft = join(folder, `new-${randomUUID()}`);
      let taken = 0;
      try {
        let made!: FileFacts;
        await write(draft, async file => {
          made = await checked(content, type, () => limits.quota - used, limits, async bytes => { used += bytes.length; taken += bytes.length; await file.writeFile(bytes); });
        });
        const path = pathOf(made.hash);
        promised.set(made.hash, Date.now());
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        if (by) await write(byOf(made.hash, by), async () => {});
        if (await keep(made.hash)) return (await facts(made.hash))!;
        await write(`${draft}.type`, file => file.writeFile(type));
        await rename(`${draft}.type`, `${path}.type`);
        await rename(draft, path);
        await realDisk.syncFolder(dirname(path));
        await realDisk.syncFolder(folder);
        taken = 0;
        return made;
      } catch (error) { throw /^(ENOSPC|EDQUOT|EIO|EROFS|EMFILE|ENFILE|EACCES|EPERM)$/.test((error as NodeJS.ErrnoException).code ?? "") ? refusal(error) : error; }
      finally { used -= taken; await rm(draft, { force: true }); await rm(`${draft}.type`, { force: true }); }
    },
    async read(hash, range) { return await facts(hash) ? createReadStream(pathOf(hash), range ? { start: range.from, end: range.to } : {}) : undefined; },
    async isFrom(hash, by) { return isHash(hash) && stat(byOf(hash, by)).then(() => true, () => false); },
    async used() { return used; },
    async sweep(referred) {
      const old: FileFacts[] = [];
      let gone = 0;
      for await (const one of all()) if (isOld(one.hash)) old.push(one);
      for (let i = 0; i < old.length; i += batch) {
        const some = old.slice(i, i + batch), kept = await referred(some.map(({ hash }) => hash));
        for (const { hash, size } of some) if (!kept.has(hash) && isOld(hash)) { remove(hash); used -= size; gone++; }
      }
      for (const [hash, at] of promised) if (Date.now() - at > limits.grace) promised.delete(hash);
      return gone;
    },
  };
}
