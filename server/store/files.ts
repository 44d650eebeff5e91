import type { Readable } from "node:stream";
import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { Problem } from "../../model/problem.ts";

/** What is known of a stored file; its name belongs to the record that refers to it. */
export interface FileFacts { hash: string; size: number; type: string }

/** Files by the SHA-256 of their content. Every kind passes test/server/files.contract.ts. */
export interface Files {
  /** Streams a file in. Refuses with too-large, wrong-type (the content is not what `type` says) or disk-full (the quota), and then keeps nothing. Resolves when it would survive a power cut. */
  put(content: AsyncIterable<Buffer>, type: string): Promise<FileFacts>;
  facts(hash: string): Promise<FileFacts | undefined>;
  /** The bytes, or those from one place to another, both included. */
  read(hash: string, range?: { from: number; to: number }): Promise<Readable | undefined>;
  /** Bytes in all. */
  used(): Promise<number>;
  all(): AsyncIterable<FileFacts>;
  /** Removes what nothing refers to and what has been here longer than the grace of an upload; returns how many. */
  sweep(referred: ReadonlySet<string>): Promise<number>;
}

export interface FileLimits { /** Bytes of one file. */ size: number; /** Bytes of all. */ quota: number; /** Milliseconds that a new file may wait to be referred to. */ grace: number }
export const usualLimits: FileLimits = { size: 25 << 20, quota: 10 * 2 ** 30, grace: 24 * 3600_000 };

export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** Hands pieces of at most 256 kB on while it counts, hashes and looks at the beginning. */
export async function checked(content: AsyncIterable<Buffer>, type: string, room: number, { size: max }: FileLimits, take: (bytes: Buffer) => Promise<void>): Promise<FileFacts> {
  const hash = createHash("sha256"), beginning: Buffer[] = [];
  let size = 0, known = false;
  const look = async () => { known = true; await mustBe(type, Buffer.concat(beginning)); };
  for await (const chunk of content) for (let at = 0; at < chunk.length; at += 256 << 10) {
    const bytes = chunk.subarray(at, at + (256 << 10));
    size += bytes.length;
    if (size > max) throw new Problem("too-large", { detail: `A file may have at most ${max >> 20} MB` });
    if (size > room) throw new Problem("disk-full", { detail: "The room for files is used up" });
    if (!known) { beginning.push(Buffer.from(bytes)); if (size >= 64 << 10) await look(); }
    hash.update(bytes);
    await take(bytes);
  }
  if (!known) await look();
  return { hash: hash.digest("hex"), size, type };
}

/** Refuses content that shows itself as another type than was said, or that says it is text and is not. */
async function mustBe(said: string, beginning: Buffer) {
  const type = said.split(";")[0]!.trim().toLowerCase();
  const found = (await fileTypeFromBuffer(beginning).catch(() => undefined))?.mime as string | undefined;
  const isText = /^text\/(plain|csv|markdown|calendar|vcard)$|^application\/json$/.test(type);
  const fits = found ? found === type || (family[found] ?? []).includes(type) : isText ? !beginning.includes(0) : type === "application/octet-stream";
  if (!fits || !isText && !found && type !== "application/octet-stream") throw new Problem("wrong-type", { detail: `The content is not ${type}` });
}

/** Containers that cannot be told from their content at the beginning. */
const family: Record<string, string[]> = {
  "application/zip": ["docx", "xlsx", "pptx"].map(x => `application/vnd.openxmlformats-officedocument.${{ docx: "wordprocessingml.document", xlsx: "spreadsheetml.sheet", pptx: "presentationml.presentation" }[x]}`),
  "application/x-cfb": ["application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint", "application/vnd.ms-outlook"],
};
