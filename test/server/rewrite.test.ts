import { expect, it } from "@jest/globals";
import { memoryStore } from "../../server/store/lowdb.ts";
import { rewriteForGood } from "../../server/store/rewrite.ts";
import { Stale, type Row, type Store } from "../../server/store/store.ts";

const row = (id: string, said: string, version = 1): Row => ({ type: "note", id, version, data: { said }, keys: {}, text: said });
const anew = async ({ data, text, ...rest }: Row): Promise<Row> => ({ ...rest, data: { said: String(data.said).replace("Ann", "-") }, text: text.replace("Ann", "-") });
const open = async () => { const store = await memoryStore(); await store.commit(["a", "b"].map(id => ({ type: "note", id, was: null, now: row(id, `Ann ${id}`) }))); return store; };
/** The store as one finds it who is always a moment behind: `then` happens after each reading. */
const behind = (store: Store, then: () => Promise<void>): Store => ({ ...store, async find(...asked) { const found = await store.find(...asked); await then(); return found; } });

it("lets nobody write back what they had read before", async () => {
  const store = await open(), read = (await store.get("note", "a"))!;
  expect(await rewriteForGood(store, ["note"], anew)).toBe(2);
  await expect(store.commit([{ type: "note", id: "a", was: read.version, now: { ...read, version: read.version + 1 } }])).rejects.toBeInstanceOf(Stale);
  expect((await store.find("note")).rows.map(one => [one.data.said, one.text])).toEqual([["- a", "- a"], ["- b", "- b"]]);
});
it("comes again for what was changed meanwhile", async () => {
  const store = await open();
  let left = 2;
  const written = await rewriteForGood(behind(store, async () => { if (left-- > 0) { const { version } = (await store.get("note", "a"))!; await store.commit([{ type: "note", id: "a", was: version, now: row("a", `Ann ${left}`, version + 1) }]); } }), ["note"], anew);
  expect([written, (await store.find("note")).rows.map(one => one.data.said)]).toEqual([2, ["- 0", "- b"]]);
});
it("does not say that it is done while somebody is always faster", async () => {
  const store = await open();
  await expect(rewriteForGood(behind(store, async () => { const { version } = (await store.get("note", "a"))!; await store.commit([{ type: "note", id: "a", was: version, now: row("a", "Ann", version + 1) }]); }), ["note"], anew)).rejects.toMatchObject({ code: "unavailable" });
});
it("takes what is kept otherwise than it was given for done", async () => {
  const store = await open();
  expect(await rewriteForGood(store, ["note"], async one => ({ ...one, keys: { who: ["x", "x"] }, text: "a\0b" }))).toBe(2);
});
