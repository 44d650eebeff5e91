import type { Readable } from "node:stream";
import { createHash } from "node:crypto";
import { Problem } from "../../model/problem.ts";
import { look } from "./fileLook.ts";

/** What is known of a stored file; its name belongs to the record that refers to it. */
export interface FileFacts { hash: string; size: number; type: string }

/** Files by the SHA-256 of their content. Every kind passes test/server/files.contract.ts. */
export interface Files {
  /** Streams a file in. Refuses with too-large, wrong-type (the content is not what `type` says) or disk-full (the quota), and then keeps nothing. Resolves when it would survive a power cut. */
  put(content: AsyncIterable<Buffer>, type: string, by?: string): Promise<FileFacts>;
  facts(hash: string): Promise<FileFacts | undefined>;
  /** The bytes, or those from one place to another, both included. */
  read(hash: string, range?: { from: number; to: number }): Promise<Readable | undefined>;
  /** Whether it is here; if so, it is safe from the sweep for one more grace, so that a record may come to refer to it. */
  keep(hash: string): Promise<boolean>;
  /** Whether this user has put it here. */
  isFrom(hash: string, by: string): Promise<boolean>;
  /** Bytes in all. */
  used(): Promise<number>;
  all(): AsyncIterable<FileFacts>;
  /** Removes what nothing refers to and what was neither put nor kept within the grace; `referred` says which of some are referred to. Returns how many went. */
  sweep(referred: (hashes: string[]) => Promise<ReadonlySet<string>>): Promise<number>;
}

export interface FileLimits { /** Bytes of one file. */ size: number; /** Bytes of all. */ quota: number; /** Milliseconds that a file may wait to be referred to. */ grace: number }
export const usualLimits: FileLimits = { size: 25 << 20, quota: 10 * 2 ** 30, grace: 24 * 3600_000 };

export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
/** So many files at a time are asked about. */
export const batch = 200;

/** Hands pieces of at most 256 kB on while it counts, hashes, and looks at both ends; `room` is how many bytes are left for files now. */
export async function checked(content: AsyncIterable<Buffer>, type: string, room: () => number, { size: max }: FileLimits, take: (bytes: Buffer) => Promise<void>): Promise<FileFacts> {
  const hash = createHash("sha256"), seen = look(type);
  let size = 0;
  for await (const chunk of content) for (let at = 0; at < chunk.length; at += 256 << 10) {
    const bytes = chunk.subarray(at, at + (256 << 10));
    size += bytes.length;
    if (size > max) throw new Problem("too-large", { detail: `A file may have at most ${Math.floor(max / 2 ** 20)} MB` });
    if (bytes.length > room()) throw new Problem("disk-full", { detail: "The room for files is used up" });
    await seen.at(bytes);
    hash.update(bytes);
    await take(bytes);
  }
  await seen.end();
  return { hash: hash.digest("hex"), size, type };
}
