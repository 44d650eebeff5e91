import { Agent, request } from "node:http";

/** An answer; nothing where the line was cut before it was read to its end. */
export type Answer = { status: number; body: string } | undefined;

/** Sends once and reads the answer; `cut` breaks the line: with the question on its way, or at the first byte of the answer. */
export const send = (agent: Agent, port: string, method: string, path: string, { body, headers = {}, cut }: { body?: object; headers?: Record<string, string>; cut?: "asking" | "answering" } = {}) => new Promise<Answer>(done => {
  const bytes = body && Buffer.from(JSON.stringify(body));
  const asked = request({ agent: cut ? undefined : agent, port, host: "127.0.0.1", method, path, headers: { authorization: "Demo rep", ...headers, ...bytes && { "content-type": "application/json", "content-length": bytes.length } } }, answer => {
    if (cut) { answer.destroy(); asked.destroy(); done(undefined); return; }
    const parts: Buffer[] = [];
    answer.on("data", part => parts.push(part as Buffer)).on("end", () => done({ status: answer.statusCode!, body: Buffer.concat(parts).toString() })).on("error", () => done(undefined));
  }).on("error", () => done(undefined));
  if (cut === "asking") asked.end(bytes, () => setImmediate(() => { asked.destroy(); done(undefined); })); else asked.end(bytes);
});

/** Random numbers that a seed repeats. */
function randomly(seed: number): (below: number) => number {
  let random = seed >>> 0;
  return below => { random = Math.imul(random, 1664525) + 1013904223 >>> 0; return Math.floor(random / 2 ** 32 * below); };
}

export interface Told { intents: number; sent: number; cuts: number; differing: string[]; refused: string[]; keys: Map<string, string> }

/** So many intents to make a lead, each sent until it is answered: a third of them again later, a tenth twice at once, many with the line cut. Each goes to any of the instances. */
export async function makeOnce(ports: readonly string[], intents: number, seed: number): Promise<Told> {
  const below = randomly(seed), agent = new Agent({ keepAlive: true, maxSockets: 16 }), told: Told = { intents, sent: 0, cuts: 0, differing: [], refused: [], keys: new Map() };
  let next = 0;
  const post = async (n: number, cut?: "asking" | "answering"): Promise<void> => {
    const key = `intent-${seed}-${n}`;
    told.sent++; if (cut) told.cuts++;
    const answer = await send(agent, ports[below(ports.length)]!, "POST", "/api/lead", { body: { topic: `Intent ${n}`, lastName: "Once", email: `once${n}@x.example`, source: "web" }, headers: { "idempotency-key": key }, cut });
    if (!answer || answer.status === 503 || answer.status === 429) return;
    if (answer.status !== 201) { told.refused.push(`${key}: ${answer.status} ${answer.body}`); return; }
    const before = told.keys.get(key);
    if (before !== undefined && before !== answer.body) told.differing.push(key);
    told.keys.set(key, answer.body);
  };
  await Promise.all(Array.from({ length: 16 }, async () => {
    while (next < intents) {
      const n = next++;
      if (below(5) === 0) await post(n, below(2) ? "asking" : "answering");
      if (below(10) === 0) await Promise.all([post(n), post(n)]);
      while (!told.keys.has(`intent-${seed}-${n}`) && !told.refused.length) await post(n);
      if (below(3) === 0) await post(below(n + 1));
    }
  }));
  agent.destroy();
  return told;
}

/** So many editors who each add one to any of the records, so often: whoever was too late reads again and adds to that. Returns how many additions were acknowledged and how many came too late. */
export async function addUp(ports: readonly string[], ids: readonly string[], editors: number, each: number, seed: number): Promise<{ added: number; late: number; wrong: string[] }> {
  const below = randomly(seed), agent = new Agent({ keepAlive: true, maxSockets: 16 }), made = { added: 0, late: 0, wrong: [] as string[] };
  await Promise.all(Array.from({ length: editors }, async () => {
    for (let i = 0; i < each; i++) {
      const id = ids[below(ids.length)]!;
      for (;;) {
        const there = await send(agent, ports[below(ports.length)]!, "GET", `/api/lead/${id}`);
        if (!there) continue; // a line that was cut while reading tells nothing
        const row = JSON.parse(there.body) as { version: number; budget?: number };
        const answer = await send(agent, ports[below(ports.length)]!, "PATCH", `/api/lead/${id}`, { body: { budget: (row.budget ?? 0) + 1 }, headers: { "if-match": `"${row.version}"` } });
        if (answer?.status === 200) { made.added++; break; }
        if (answer?.status !== 412) { made.wrong.push(`${answer?.status} ${answer?.body}`); break; }
        if (!((JSON.parse(answer.body) as { current?: { version: number } }).current === undefined || (JSON.parse(answer.body) as { current: { version: number } }).current.version > row.version)) made.wrong.push("a refusal that shows an older record");
        made.late++;
      }
    }
  }));
  agent.destroy();
  return made;
}
