import { writeSync } from "node:fs";
import { journalStorage, work } from "./storage.kit.ts";

/** A process that is there to be killed: writes into a folder and tells each operation on stdout, a line each, when it begins and when it is answered. What it found at its start comes first. */
const [folder, seed] = process.argv.slice(2) as [string, string];
/** Waits while the pipe is full: what was not told before the kill would look as if nobody had written it. */
const tell = (message: unknown) => {
  const line = Buffer.from(`${JSON.stringify(message)}\n`);
  for (let at = 0; at < line.length;) try { at += writeSync(1, line, at); } catch (error) { if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error; Atomics.wait(nothing, 0, 0, 1); }
};
const nothing = new Int32Array(new SharedArrayBuffer(4));
const storage = await journalStorage(folder);
tell({ rows: await storage.all() });
await work(storage, seed, (number, operation) => tell([number, operation]), () => true);
