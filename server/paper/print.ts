import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Problem } from "../../model/problem.ts";
import type { Sheet } from "./sheet.ts";

interface Job { done(made: Uint8Array): void; failed(why: unknown): void; timer: NodeJS.Timeout }
interface Answer { job: number; made?: Uint8Array; failed?: string }

const printer = fileURLToPath(new URL("./printer.child.ts", import.meta.url)), longest = 60_000;
let child: ChildProcess | undefined, jobs = new Map<number, Job>(), count = 0;

/** The sheet as a PDF, or its first page as a picture, set in a process of its own, so that nobody else waits for it; the process stays for the next one, with its fonts read. */
export function print(sheet: Sheet, as: "pdf" | "png" = "pdf"): Promise<Uint8Array> {
  child ??= start();
  const job = ++count, mine = child;
  mine.ref(); mine.channel?.ref();
  return new Promise((done, failed) => {
    jobs.set(job, { done, failed, timer: setTimeout(() => mine.kill("SIGKILL"), longest) });
    mine.send({ job, sheet, as });
  });
}

function start(): ChildProcess {
  const made = fork(printer, { execArgv: ["--import", "tsx", "--max-old-space-size=512"], serialization: "advanced", stdio: ["ignore", "ignore", "ignore", "ipc"], env: {} });
  made.on("message", message => {
    const { job, made: paper, failed } = message as Answer, waiting = jobs.get(job);
    if (!waiting) return;
    clearTimeout(waiting.timer); jobs.delete(job);
    if (!jobs.size) { made.unref(); made.channel?.unref(); } // an idle printer keeps nobody from leaving
    if (paper) waiting.done(paper); else waiting.failed(new Problem("unexpected", { cause: failed }));
  });
  const gone = () => {
    if (child !== made) return;
    const lost = jobs; child = undefined; jobs = new Map();
    for (const { failed, timer } of lost.values()) { clearTimeout(timer); failed(new Problem("unavailable", { seconds: 5 })); }
  };
  made.once("exit", gone).once("error", gone);
  return made;
}
