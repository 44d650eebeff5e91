import { realDisk, type Disk, type DiskFile } from "../../server/store/disk.ts";

/** A real disk that fails when told to: each act is counted, and `fails` decides. A failing write leaves half of its bytes. */
export function faultyDisk(fails: (count: number, act: string) => string | undefined): Disk & { count: () => number } {
  let count = 0;
  const attempt = async (act: string, half?: () => Promise<void>) => {
    const code = fails(++count, act);
    if (!code) return;
    await half?.();
    throw Object.assign(new Error(`${code}: ${act}`), { code });
  };
  const file = (real: DiskFile): DiskFile => ({
    ...real,
    async write(bytes, at) { await attempt("write", () => real.write(bytes.subarray(0, bytes.length >> 1), at)); await real.write(bytes, at); },
    async sync() { await attempt("sync"); await real.sync(); },
    async truncate(size) { await attempt("truncate"); await real.truncate(size); },
  });
  return {
    count: () => count,
    list: realDisk.list,
    async open(path, how) { if (how !== "read") await attempt("open"); return file(await realDisk.open(path, how)); },
    async rename(from, to) { await attempt("rename"); await realDisk.rename(from, to); },
    async remove(path) { await attempt("remove"); await realDisk.remove(path); },
    async syncFolder(folder) { await attempt("syncFolder"); await realDisk.syncFolder(folder); },
  };
}
