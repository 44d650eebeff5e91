import { Router, type Request, type Response } from "express";
import { pipeline } from "node:stream/promises";
import { fileTypeOf, nameOfFile, safeFileName } from "../../model/fileType.ts";
import { Problem, problem } from "../../model/problem.ts";
import { splitPath } from "../../model/record.ts";
import type { Doors } from "../app.ts";
import { allFilesOf } from "../row.ts";
import { usualLimits } from "../store/files.ts";
import type { Store } from "../store/store.ts";
import { work } from "../work.ts";
import { onceOf, sightOf, whoOf } from "./asked.ts";

/** Files in, by their content, and out again, through a record that refers to them. */
export function files({ store, largestFile = usualLimits.size }: Doors): Router {
  return Router()
    .post("/files", async (request, response) => {
      const name = safeFileName(typeof request.query.name === "string" ? request.query.name : ""), type = fileTypeOf(name);
      if (!name) throw new Problem("invalid", { fields: [problem("name", "required")] });
      if (!type) throw new Problem("wrong-type", { detail: `Files such as “${name.slice(-40)}” are not taken` });
      if (Number(request.headers["content-length"]) > largestFile) { letBy(request, largestFile); throw new Problem("too-large", { detail: `A file may have at most ${Math.floor(largestFile / 2 ** 20)} MB` }); }
      try {
        const who = whoOf(request), once = onceOf(request), kept = await store.files.put(request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>, type, who.id);
        if (once) await work(store, who, [], { once: { ...once, asked: [once.asked, kept.hash] } });
        response.status(201).json({ ...kept, name });
      } catch (error) {
        if (!request.complete && request.destroyed) throw new Problem("malformed", { detail: "The file was cut off on its way", cause: error });
        letBy(request, largestFile);
        throw error;
      }
    })

    .get("/files/:hash", async (request, response) => {
      const { hash } = request.params;
      await sendFile(store, request, response, hash, (await lineOn(request, hash)).name ?? "");
    });

  /** The line of the record named by `on` that refers to the file; no such record, not theirs to read and not on it are answered alike. */
  async function lineOn(request: Request, hash: string): Promise<{ name?: string }> {
    const [name, id] = splitPath(typeof request.query.on === "string" ? request.query.on : "");
    const row = /^[\w-]{1,64}$/.test(id) ? await sightOf(store, request).get(name, id) : undefined;
    if (!row || !allFilesOf(row.data).includes(hash)) throw new Problem("not-found");
    return [row.data.files ?? [], row.data.earlier ?? []].flat().find(file => (file as { hash?: string }).hash === hash) as { name?: string };
  }
}

/** Streams a file out, or the range of it that was asked for, as something to keep and never to run. */
export async function sendFile(store: Store, request: Request, response: Response, hash: string, name: string): Promise<void> {
  const found = await store.files.facts(hash);
  if (!found) throw new Problem("not-found");
  const { size, type } = found, tag = `"${hash}"`;
  response.attachment(nameOfFile(name, type)).type(type.startsWith("text/") ? `${type}; charset=utf-8` : type)
    .set({ "accept-ranges": "bytes", etag: tag, "content-security-policy": "default-src 'none'; sandbox", "content-length": String(size) });
  const range = request.header("if-range") === undefined || request.header("if-range") === tag ? request.range(size) : undefined;
  if (range === -1) { response.status(416).set({ "content-range": `bytes */${size}`, "content-length": "0" }).end(); return; }
  const part = Array.isArray(range) && range.type === "bytes" && range.length === 1 ? { from: range[0]!.start, to: range[0]!.end } : undefined;
  if (part) response.status(206).set({ "content-range": `bytes ${part.from}-${part.to}/${size}`, "content-length": String(part.to - part.from + 1) });
  if (request.method === "HEAD") { response.end(); return; }
  const content = await store.files.read(hash, part);
  if (!content) throw new Problem("not-found");
  await pipeline(content, response).catch(error => { if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error; }); // who asked has left
}

/** What is still on its way is let by, up to four times what is allowed, so that the refusal is heard and not lost in a broken connection. */
function letBy(request: Request, most: number): void {
  let bytes = 0;
  request.on("data", (chunk: Buffer) => { if ((bytes += chunk.length) > 4 * most) request.destroy(); }).resume();
}
