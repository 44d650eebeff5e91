import { Agent, request } from "node:http";

export interface Ask { method?: string; path: string; body?: object; headers?: Record<string, string> }
export interface Load { perSecond: number; p50: number; p95: number; failed: number }

/** So many clients who each ask again as soon as they were answered, for so many milliseconds after a run-up of a quarter of that. `ask` makes the n-th question. */
export async function load(port: number, clients: number, milliseconds: number, ask: (n: number) => Ask): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients }), took: number[] = [];
  let n = 0, failed = 0;
  const begun = performance.now(), from = begun + milliseconds / 4, until = from + milliseconds;
  await Promise.all(Array.from({ length: clients }, async () => {
    while (performance.now() < until) {
      const asked = performance.now(), status = await send(agent, port, ask(n++)), answered = performance.now();
      if (status >= 400) failed++;
      if (asked >= from || answered >= until) took.push(answered - asked);
    }
  }));
  const over = performance.now() - from;
  agent.destroy();
  took.sort((a, b) => a - b);
  const at = (part: number) => took[Math.min(took.length - 1, Math.floor(took.length * part))] ?? NaN;
  return { perSecond: took.length / over * 1000, p50: at(0.5), p95: at(0.95), failed };
}

/** The status of an answer that was read to its end. */
export const send = (agent: Agent | undefined, port: number, { method = "GET", path, body, headers }: Ask) => new Promise<number>((done, fail) => {
  const bytes = body && Buffer.from(JSON.stringify(body));
  request({ agent, port, host: "127.0.0.1", method, path, headers: { ...headers, ...bytes && { "content-type": "application/json", "content-length": bytes.length } } }, answer => {
    answer.resume().on("end", () => done(answer.statusCode!)).on("error", fail);
  }).on("error", fail).end(bytes);
});
