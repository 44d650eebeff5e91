import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Pool } from "pg";
import { realDisk } from "./disk.ts";
import type { FileFacts, Files } from "./files.ts";
import { copyOf, eachLine, newer } from "./bookFiles.ts";
import { bodyOf, handOut, keep, placingsOf, type Placing } from "./kept.ts";
import { lineOf } from "./line.ts";
import { formatOf, plainShape, shaped, type Shape } from "./shape.ts";

/** Where a backup comes from: rows in order (the last to speak of one is right), of one format, and files. */
export interface Source { rows(take: (placings: Placing[]) => Promise<void>): Promise<{ format: number }>; files: Files }
/** Where it goes: all of it or nothing, into what was empty. */
export interface Target { place(placings: Placing[]): Promise<void>; files: Files; done(): Promise<void>; undo(): Promise<void> }
export interface Counts { rows: number; files: number; format: number }

export const folderSource = (folder: string, files: Files, shape: Shape = plainShape): Source => ({
  files,
  /** A snapshot may take the place of its journals just now: then the files are looked for once more. */
  async rows(take) {
    for (let attempt = 1; ; attempt++) {
      let begun = false;
      try { return await copyOf(realDisk, folder, formatOf(shape.migrations), placings => { begun = true; return take(placings); }); }
      catch (error) { if (begun || attempt > 5 || (error as NodeJS.ErrnoException).code !== "ENOENT") throw error; }
    }
  },
});

export const postgresSource = (pool: Pool, files: Files): Source => ({
  files,
  async rows(take) {
    const client = (await pool.connect()).on("error", () => {});
    try {
      await client.query("begin isolation level repeatable read read only; set local statement_timeout = 0; declare everything cursor for select type, id, version::int, data, keys::json as keys, text from rows");
      for (;;) {
        const { rows } = await client.query<NonNullable<Placing["now"]>>("fetch 500 from everything");
        if (!rows.length) break;
        await take(rows.map(now => ({ type: now.type, id: now.id, now })));
      }
      const { rows: [has] } = await client.query<{ shape: string | null }>("select to_regclass('shape')::text as shape");
      const { rows: [at] } = has!.shape ? await client.query<{ format: number }>("select format from shape") : { rows: [] };
      await client.query("commit");
      client.release();
      return { format: at?.format ?? 1 };
    } catch (error) { client.release(true); throw error; }
  },
});

/** Writes a backup while the service runs: lines with checksums, closed by one over everything. It takes its name only when it is whole. */
export async function backUp(source: Source, path: string, now: string): Promise<Counts> {
  const draft = `${path}.new`, file = await realDisk.open(draft, "new"), sum = createHash("sha256"), counts: Counts = { rows: 0, files: 0, format: 1 };
  let end = 0;
  const add = async (kind: string, body: string | Buffer) => { const line = lineOf(Buffer.concat([Buffer.from(kind), Buffer.from(body)])); sum.update(line); await file.write(line, end); end += line.length; };
  try {
    await add("H", JSON.stringify({ backup: "dealwright", format: 1, at: now }));
    counts.format = (await source.rows(async placings => { counts.rows += placings.length; await add("R", bodyOf(placings)); })).format;
    for await (const facts of source.files.all()) {
      const content = await source.files.read(facts.hash);
      if (!content) continue;
      await add("F", JSON.stringify(facts));
      for await (const bytes of content) await add("C", bytes as Buffer);
      counts.files++;
    }
    await add("E", JSON.stringify({ ...counts, sha256: sum.copy().digest("hex") }));
    await file.sync();
  } catch (error) { await file.close(); await realDisk.remove(draft); throw error; }
  await file.close();
  await realDisk.rename(draft, path);
  await realDisk.syncFolder(dirname(path));
  return counts;
}

/** Reads all of a backup and refuses it if a single byte is wrong. */
export async function verify(path: string): Promise<Counts> {
  let counts: Counts = { rows: 0, files: 0, format: 1 };
  await eachPart(path, async () => {}, found => { counts = found; });
  return counts;
}

/** A backup beside the store, before its rows are made anew in another format. */
export async function keepCopy(source: Source, folder: string, format: number): Promise<string> {
  const now = new Date().toISOString(), path = join(folder, `format-${format}-${now.replace(/\W/g, "")}.backup`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await backUp(source, path, now);
  } catch (cause) { throw new Error(`The store must be brought to a new format, but the backup before that could not be written to ${folder} (${(cause as NodeJS.ErrnoException).code ?? (cause as Error).message}). Nothing was changed.`, { cause }); }
  return path;
}

/** Verifies, then fills an empty store of either kind; rows of an older format come in as they are today. */
export async function restore(path: string, target: Target, shape: Shape = plainShape): Promise<Counts> {
  try {
    const counts = await verify(path), format = counts.format ?? 1;
    if (format > formatOf(shape.migrations)) throw newer(`The backup ${path}`, format, formatOf(shape.migrations));
    const today = ({ type, id, now }: Placing): Placing => { const row = now && shaped(shape, handOut(now), format); return { type, id, now: row && keep(row) }; };
    const upload = uploads(target.files);
    await eachPart(path, async (kind, body) => {
      if (kind === "R") await target.place(placingsOf(body).map(today));
      if (kind === "F") await upload.begin(JSON.parse(body.toString()) as FileFacts);
      if (kind === "C") await upload.add(Buffer.from(body));
    });
    await upload.end();
    await target.done();
    return counts;
  } catch (error) { await target.undo(); throw error; }
}

async function eachPart(path: string, take: (kind: string, body: Buffer) => Promise<void>, end?: (counts: Counts) => void) {
  const wrong = () => new Error(`The backup ${path} is damaged or incomplete: nothing was restored.`);
  const file = await realDisk.open(path, "read").catch(error => { throw new Error(`The backup ${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`); });
  const sum = createHash("sha256");
  let closed = false, headed = false;
  try {
    const { rest } = await eachLine(file, async body => {
      const kind = String.fromCharCode(body[0]!), part = body.subarray(1);
      if (closed || (kind === "H") === headed) throw wrong();
      if (kind === "H") {
        const { format } = JSON.parse(part.toString()) as { format: number };
        if (format > 1) throw new Error(`The backup ${path} was written by a newer version of this program.`);
        headed = true;
      }
      if (kind === "E") {
        const { sha256, ...counts } = JSON.parse(part.toString()) as Counts & { sha256: string };
        if (sha256 !== sum.digest("hex")) throw wrong();
        closed = true; end?.(counts);
        return;
      }
      sum.update(lineOf(body));
      await take(kind, part);
    });
    if (rest || !closed) throw wrong();
  } finally { await file.close(); }
}

/** Turns parts that are pushed into the stream that a file is put from. */
function uploads(files: Files) {
  let into: TransformStreamDefaultController<Buffer> | undefined, stream: TransformStream<Buffer, Buffer>, writer: WritableStreamDefaultWriter<Buffer> | undefined, put: Promise<unknown> | undefined;
  const end = async () => { if (writer) { await writer.close(); await put; writer = undefined; } };
  return {
    end,
    async begin({ type, hash }: FileFacts) {
      await end();
      stream = new TransformStream<Buffer, Buffer>({ start(controller) { into = controller; } });
      writer = stream.writable.getWriter();
      put = files.put(stream.readable as unknown as AsyncIterable<Buffer>, type).then(made => { if (made.hash !== hash) throw new Error("A file in the backup is not what its name says."); });
      put.catch(error => into?.error(error));
    },
    async add(bytes: Buffer) { await writer!.write(bytes); },
  };
}
