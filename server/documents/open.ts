import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Opened } from "./reader.child.ts";

/** What a file says (at most a million characters), how many pages it has where that means something, and a picture of its first page (PNG), where one can be made. */
export type Document = Opened;

/** Opens a file in a process of its own with limits of time and memory: whoever sends a bomb gets an empty document, and nobody waits for it. */
export function openDocument(bytes: Uint8Array, type: string, { milliseconds = 60_000, megabytes = 512 } = {}): Promise<Document> {
  return queue = queue.then(() => open(bytes, type, milliseconds, megabytes));
}
/** One at a time: reading documents shall not take the processor from those who wait for an answer. */
let queue: Promise<Document> = Promise.resolve({ text: "" });

const reader = fileURLToPath(new URL("./reader.child.ts", import.meta.url));

function open(bytes: Uint8Array, type: string, milliseconds: number, megabytes: number): Promise<Document> {
  return new Promise(done => {
    const child = fork(reader, { execArgv: ["--import", "tsx", `--max-old-space-size=${megabytes}`], serialization: "advanced", stdio: ["ignore", "ignore", "ignore", "ipc"], env: {} });
    const end = (document: Document) => { clearTimeout(timer); child.kill("SIGKILL"); done(document); };
    const timer = setTimeout(() => end({ text: "", failed: "too slow" }), milliseconds);
    child.once("message", message => end(message as Document)).once("error", () => end({ text: "", failed: "unreadable" })).once("exit", () => end({ text: "", failed: "unreadable" }));
    child.send({ bytes, type });
  });
}
