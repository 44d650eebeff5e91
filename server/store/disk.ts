import { constants } from "node:fs";
import { mkdir, open, readdir, rename, rm, type FileHandle } from "node:fs/promises";
import { Problem } from "../../model/problem.ts";

/** The file system's door: what the embedded store asks of a disk. Its other side, in tests, fails where it is told to. */
export interface Disk {
  /** The names in a folder, which is made where it is missing. */
  list(folder: string): Promise<string[]>;
  /** To read; to write anew from nothing; or to write further. */
  open(path: string, how: "read" | "new" | "on"): Promise<DiskFile>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Makes names that came or went survive a power cut. */
  syncFolder(folder: string): Promise<void>;
}

export interface DiskFile {
  /** How many bytes were read, 0 at the end. */
  read(into: Buffer, at: number): Promise<number>;
  /** All of the bytes, or an error. */
  write(bytes: Buffer, at: number): Promise<void>;
  /** Resolves when what was written would survive a power cut. */
  sync(): Promise<void>;
  truncate(size: number): Promise<void>;
  size(): Promise<number>;
  close(): Promise<void>;
}

export const realDisk: Disk = {
  async list(folder) { await mkdir(folder, { recursive: true, mode: 0o700 }); return readdir(folder); },
  async open(path, how) { return real(await open(path, flags[how], 0o600)); },
  rename,
  remove: path => rm(path, { force: true }),
  async syncFolder(folder) {
    if (process.platform === "win32") return;
    const handle = await open(folder, "r");
    try { await handle.sync(); } finally { await handle.close(); }
  },
};

const { O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_TRUNC } = constants;
const flags = { read: O_RDONLY, new: O_WRONLY | O_CREAT | O_TRUNC, on: O_RDWR };

const real = (handle: FileHandle): DiskFile => ({
  async read(into, at) { return (await handle.read(into, 0, into.length, at)).bytesRead; },
  async write(bytes, at) {
    for (let done = 0; done < bytes.length;) done += (await handle.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
  },
  sync: () => handle.datasync(),
  truncate: size => handle.truncate(size),
  async size() { return (await handle.stat()).size; },
  close: () => handle.close(),
});

/** Why the disk did not do it, for the caller: full, or not able to just now. */
export function refusal(error: unknown): Error {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOSPC" || code === "EDQUOT") return new Problem("disk-full", { cause: error });
  return error instanceof Problem ? error : new Problem("unavailable", { detail: `The disk refused the write (${reasonOf(error)}): nothing was saved`, seconds: 5, cause: error });
}
export const reasonOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);
