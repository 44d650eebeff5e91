import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Row } from "../../server/store/store.ts";
import type { Operation } from "./checker.ts";
import { journalStorage } from "./storage.kit.ts";

export interface Killed { history: Operation[]; end: Row[]; kills: number; acknowledged: number }

/** Starts a process that writes into a folder, kills it (SIGKILL) some milliseconds after its first answer, and so on; at last opens the folder and gives all that was told and all that is there. `after` happens at each death. */
export async function killAgainAndAgain(folder: string, kills: number, seed: number, after = async () => {}): Promise<Killed> {
  const history: Operation[] = [];
  for (let kill = 0; kill < kills; kill++) {
    history.push(...await oneLife(folder, `${seed}.${kill}`, 5 + (seed + kill * 7919) % 60));
    await after();
  }
  const storage = await journalStorage(folder), end = await storage.all();
  await storage.close();
  return { history, end, kills, acknowledged: history.filter(one => one.op === "write" && one.result === "ok").length };
}

/** The operations of one process, from its start to its violent end. */
export async function oneLife(folder: string, name: string, milliseconds: number, die?: (send: (signal: NodeJS.Signals) => void) => Promise<void>): Promise<Operation[]> {
  const child = spawn(process.execPath, ["--import", "tsx", fileURLToPath(new URL("writer.child.ts", import.meta.url)), folder, name], { stdio: ["ignore", "pipe", "pipe"] });
  let text = "", said = "", timer: NodeJS.Timeout | undefined, dying: Promise<void> | undefined;
  const send = (signal: NodeJS.Signals) => { child.kill(signal); };
  child.stdout.setEncoding("utf8").on("data", (part: string) => {
    text += part;
    if (!timer && text.includes('"result":"ok"')) timer = setTimeout(() => { if (die) dying = die(send); else send("SIGKILL"); }, milliseconds);
  });
  child.stderr.setEncoding("utf8").on("data", (part: string) => { said += part; });
  const signal = await new Promise(done => child.once("close", (_, by) => done(by)));
  await dying;
  if (signal !== "SIGKILL") throw new Error(`The writer ended by itself: ${said}`);
  const operations = new Map<number, Operation>();
  for (const line of text.split("\n").slice(1, -1)) { const [number, operation] = JSON.parse(line) as [number, Operation]; operations.set(number, operation); }
  return [...operations.values()];
}
