import { journalStorage, work } from "./storage.kit.ts";

/** A process that is there to be killed: writes into a folder and tells each operation on stdout, a line each, when it begins and when it is answered. What it found at its start comes first. */
const [folder, seed] = process.argv.slice(2) as [string, string];
const tell = (message: unknown) => process.stdout.write(`${JSON.stringify(message)}\n`);
const storage = await journalStorage(folder);
tell({ rows: await storage.all() });
await work(storage, seed, (number, operation) => tell([number, operation]), () => true);
