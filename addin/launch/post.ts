import type { Ask, Answer } from "./handOver.ts";

/** Where no pane runs: the send event's runtime has a bare `fetch`, no signal that ends it, and no time. */
export const post: Ask = async <T>({ service, ticket }: { service: string; ticket: string }, path: string, body: object, within: number): Promise<Answer<T>> => {
  const late = new Promise<Answer<T>>(end => { setTimeout(() => end({ ok: false, why: "late" }), within); });
  const asked = fetch(`${service}/api${path}`, { method: "POST", headers: { authorization: `Ticket ${ticket}`, "content-type": "application/json", accept: "application/json" }, body: JSON.stringify(body) })
    .then(async (answer): Promise<Answer<T>> => answer.ok ? { ok: true, value: await answer.json() as T } : { ok: false, why: "failed", status: answer.status }, (): Answer<T> => ({ ok: false, why: "failed" }))
    .catch((): Answer<T> => ({ ok: false, why: "failed" }));
  return Promise.race([asked, late]);
};
