import { afterEach, describe, expect, it, jest } from "@jest/globals";
import { createStore } from "idb-keyval";
import "fake-indexeddb/auto";
import { deserialize, serialize } from "node:v8";
import { connect, type Written } from "../../addin/api.ts";
import { openQueue, type Queue } from "../../addin/queue/queue.ts";
import { Problem } from "../../model/problem.ts";

globalThis.structuredClone ??= (value => deserialize(serialize(value))) as typeof structuredClone; // jsdom has none, and the database copies by it
const lead: Written = { method: "POST", path: "mail/lead", key: "k1", body: { values: { lastName: "Fenwick" } } };
const change = (body: object, version = 3): Written => ({ method: "PATCH", path: "contact/c1", version, body, before: { jobTitle: "Buyer" } });
const open: Queue[] = [];
afterEach(() => { jest.restoreAllMocks(); for (const queue of open.splice(0)) queue.close(); });

/** A queue over a service that answers what `answer` says; what was sent, and what got through. */
async function queueOver(answer: (written: Written) => unknown, name: string, of = "robin@house.example") {
  const went: Written[] = [], through: string[] = [];
  const queue = await openQueue(of, { again: async written => { went.push(written); return answer(written); }, sent: entry => through.push(entry.path), changed: () => undefined, store: createStore(name, "waiting") });
  open.push(queue);
  return { queue, went, through };
}
const away = () => { throw new Problem("offline"); };

describe("writes that wait for the service", () => {
  it("outlive the pane and are sent once, under the key that they were made with", async () => {
    const before = await queueOver(away, "outlive");
    expect(await before.queue.keep(lead)).toBe(true);
    await before.queue.send();
    expect(before.queue.lasting()).toBe(true);
    before.queue.close();
    const after = await queueOver(() => ({ commit: "c" }), "outlive");
    await after.queue.send();
    await after.queue.send();
    expect(after.went.map(({ path, key }) => [path, key])).toEqual([["mail/lead", "k1"]]);
    expect(after.through).toEqual(["mail/lead"]);
    expect(after.queue.all()).toEqual([]);
    expect((await queueOver(away, "outlive")).queue.all()).toEqual([]);
  });
  it("are one, when the same button is pressed again", async () => {
    const { queue } = await queueOver(away, "again");
    await queue.keep(lead);
    await queue.keep({ ...lead, key: "k2" });
    await queue.keep(change({ jobTitle: "Head" }));
    await queue.keep(change({ phone: "+1 617 555 0142" }));
    expect(queue.all().map(({ key, body }) => [key, body])).toEqual([["k1", lead.body], [undefined, { jobTitle: "Head", phone: "+1 617 555 0142" }]]);
  });
  it("belong to one mailbox and are never sent as another", async () => {
    const mine = await queueOver(away, "whose");
    await mine.queue.keep(lead);
    const theirs = await queueOver(() => ({}), "whose", "ana@house.example");
    await theirs.queue.send();
    expect(theirs.went).toEqual([]);
  });
  it("wait for the rep where somebody else was faster, and hold up nothing else", async () => {
    const current = { id: "c1", version: 5, jobTitle: "Director" };
    const { queue, through } = await queueOver(({ method, version }) => { if (method === "PATCH" && version === 3) throw new Problem("stale", { current }); return {}; }, "stale");
    await queue.keep(change({ jobTitle: "Head" }));
    await queue.keep(lead);
    await queue.send();
    expect(through).toEqual(["mail/lead"]);
    expect(queue.all()[0]).toMatchObject({ path: "contact/c1", before: { jobTitle: "Buyer" }, refused: { code: "stale", current } });
    await queue.change(queue.all()[0]!.id, { version: 5 });
    expect(queue.all()).toEqual([]);
  });
  it("wait for the rep one by one: a message, or a record, that the service refuses holds up no other", async () => {
    const log = (message: string): Written => ({ method: "POST", path: "mail/log", key: message, body: { mail: { internetMessageId: message }, on: [{ type: "account", id: "gone" }] } });
    const { queue, through } = await queueOver(({ key }) => { if (key === "<1>") throw new Problem("not-found"); return {}; }, "one by one");
    for (const written of [log("<1>"), log("<2>"), { ...lead, key: "k3" }]) await queue.keep(written);
    await queue.send();
    expect(through).toEqual(["mail/log", "mail/lead"]);
    expect(queue.all()).toMatchObject([{ key: "<1>", refused: { code: "not-found" } }]);
  });
  it("count as saved where only the answer was lost", async () => {
    const { queue, through } = await queueOver(() => { throw new Problem("stale", { current: { id: "c1", version: 4, jobTitle: "Head" } }); }, "lost");
    await queue.keep(change({ jobTitle: "Head" }));
    await queue.send();
    expect([queue.all(), through]).toEqual([[], ["contact/c1"]]);
  });
  it("go by the version that the one before has made", async () => {
    jest.spyOn(Date, "now").mockReturnValue(1_000_000); // both made within one millisecond
    const { queue, went } = await queueOver(({ method }) => ({ id: "c1", version: method === "PATCH" ? 4 : 5 }), "chain");
    await queue.keep(change({ jobTitle: "Head" }));
    await queue.keep({ method: "POST", path: "contact/c1/deactivate", key: "k", version: 3, body: {} });
    await queue.send();
    expect(went.map(({ version }) => version)).toEqual([3, 4]);
  });
  it("say so where the browser keeps nothing, and are sent all the same while the pane lives", async () => {
    const blocked = jest.fn(() => Promise.reject(new DOMException("denied", "SecurityError")));
    let here = false;
    const queue = await openQueue("me", { again: async () => { if (!here) away(); return {}; }, sent: () => undefined, changed: () => undefined, store: blocked as never });
    open.push(queue);
    await queue.keep(lead);
    expect([queue.all().length, queue.lasting()]).toEqual([1, false]);
    here = true;
    await queue.send();
    expect(queue.all()).toEqual([]);
  });
  it("are not what only makes sense now", async () => {
    const { queue } = await queueOver(away, "now");
    for (const path of ["undo/c1", "mail/known", "duplicates/lead", "dialogs/start", "dialogs/s1/answer", "contact/c1/dance", "nothing"]) expect(await queue.keep({ method: "POST", path, body: {} })).toBe(false);
  });
});

it("keeps a write that did not reach the service, and says that it is not saved yet", async () => {
  const kept: Written[] = [];
  const api = connect("", async () => "Demo rep", () => Promise.reject(new TypeError("no network")), async written => { kept.push(written); return true; });
  await expect(api.create("lead", { lastName: "Fenwick", topic: "t" }, "k9")).rejects.toMatchObject({ code: "queued" });
  await expect(api.list("lead")).rejects.toMatchObject({ code: "offline" });
  await expect(api.prefer({ stop: "c1" })).rejects.toMatchObject({ code: "queued" });
  await expect(api.prefer({ saw: "lead/l1" })).rejects.toMatchObject({ code: "offline" }); // which is of no use later
  expect(kept).toMatchObject([{ method: "POST", path: "lead", key: "k9" }, { method: "POST", path: "preferences", body: { stop: "c1" } }]);
});

it("sends again under the same key what was not answered, and what is another wish under another", async () => {
  const keys: (string | undefined)[] = [], cut = [0, 3];
  const api = connect("", async () => "Demo rep", async (_, init) => { keys.push((init!.headers as Record<string, string>)["idempotency-key"]); if (cut.includes(keys.length - 1)) throw new TypeError("cut off"); return { ok: true, json: async () => ({}) } as Response; });
  const link = (days: number, version?: number) => api.call("POST", "library/a/link", { body: { days }, version }).catch(() => undefined);
  for (const [days, version] of [[30], [30], [30], [30, 1], [30, 2], [30, 1]] as const) await link(days, version);
  const [lost, again, anew, late, other, lateAgain] = keys;
  expect([again, lateAgain]).toEqual([lost, late]);
  expect(new Set([lost, anew, late, other]).size).toBe(4);
});
