import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { randomUUID } from "node:crypto";
import { Stale, type Key, type Query, type Row, type Store, type Write } from "../../server/store/store.ts";
import { agreesWithModel } from "./store.model.ts";

/** What any store must do. No options: a store that cannot keep one of these promises is not a store. `open` is called again to see what has lasted. */
export function storeContract(name: string, open: () => Promise<Store>, again?: (store: Store) => Promise<Store>) {
  describe(`the store in ${name}`, () => {
    let store: Store, type = "";
    beforeAll(async () => { store = await open(); });
    afterAll(() => store?.close());
    beforeEach(() => { type = `t${randomUUID()}`; });

    const row = (keys: Row["keys"] = {}, more: Partial<Row> = {}): Row => ({ type, id: randomUUID(), version: 1, data: { ...keys }, keys, text: Object.values(keys).flat().join(" "), ...more });
    const born = (r: Row): Write => ({ type: r.type, id: r.id, was: null, now: r });
    const next = (r: Row, keys: Row["keys"], was = r.version): Write => ({ type: r.type, id: r.id, was, now: { ...r, version: was + 1, keys, data: { ...keys } } });
    const gone = (r: Row, was = r.version): Write => ({ type: r.type, id: r.id, was, now: null });
    const made = async (...each: Row["keys"][]) => { const rows = each.map(keys => row(keys)); await store.commit(rows.map(born)); return rows; };
    const ids = async (query: Query) => (await store.find(type, query)).rows.map(r => r.id);
    const order = async (by: string, down = false) => (await store.find(type, { order: by, down })).rows.map(r => r.keys[by]);

    it("finds nothing in nothing", async () => {
      expect(await store.find(type)).toEqual({ rows: [], total: 0 });
      expect(await store.get(type, randomUUID())).toBeUndefined();
      await store.ready();
    });
    it("gives back what it was given", async () => {
      const r = row({ name: "Ada", tags: ["a", "b"], n: 1.5 }, { data: { name: "Ada", nested: [{ a: 1, b: null }], big: 9007199254740991, small: 5e-324, odd: "\0 \ud800 'x' \"y\" \\ 王芳 😀\n\t", __proto__x: 1, "": 0 } });
      await store.commit([born(r)]);
      expect(await store.get(type, r.id)).toEqual(r);
      expect((await store.find(type)).rows).toEqual([r]);
    });
    it("keeps the order of fields", async () => {
      const r = row({}, { data: { z: 1, a: 2, m: { y: 1, b: 2 } } });
      await store.commit([born(r)]);
      expect(JSON.stringify((await store.get(type, r.id))!.data)).toBe('{"z":1,"a":2,"m":{"y":1,"b":2}}');
    });
    it("hands out copies and keeps its own", async () => {
      const r = row({ a: 1, many: ["x"] }, { data: { deep: { a: 1 } } });
      await store.commit([born(r)]);
      (r.data.deep as { a: number }).a = 2; (r.keys.many as string[]).push("mine");
      const copy = (await store.get(type, r.id))!;
      (copy.data.deep as { a: number }).a = 3; (copy.keys.many as string[]).push("yours"); copy.keys.a = 9;
      expect(await store.get(type, r.id)).toMatchObject({ data: { deep: { a: 1 } }, keys: { a: 1, many: ["x"] } });
    });
    it("does nothing when asked for nothing", async () => { await store.commit([]); });
    it("refuses a second birth", async () => {
      const [r] = await made({ a: 1 });
      await expect(store.commit([born(r!)])).rejects.toBeInstanceOf(Stale);
    });
    it("refuses a stale write and changes nothing", async () => {
      const [a, b] = await made({ n: 1 }, { n: 2 });
      await expect(store.commit([next(a!, { n: 9 }), born(row({ n: 5 })), next(b!, { n: 9 }, 7)])).rejects.toBeInstanceOf(Stale);
      expect(await order("n")).toEqual([1, 2]);
    });
    it("refuses to remove what has changed, or is not there", async () => {
      const [r] = await made({ n: 1 });
      await expect(store.commit([gone(r!, 2)])).rejects.toBeInstanceOf(Stale);
      await expect(store.commit([gone(row())])).rejects.toBeInstanceOf(Stale);
      expect(await order("n")).toEqual([1]);
    });
    it("goes on after a refusal", async () => {
      await expect(store.commit([gone(row(), 3)])).rejects.toBeInstanceOf(Stale);
      await made({ a: 1 });
      expect((await store.find(type)).total).toBe(1);
    });
    it("writes one record twice in one commit, in order", async () => {
      const r = row({ n: 1 });
      await store.commit([born(r), next(r, { n: 2 })]);
      expect(await store.get(type, r.id)).toMatchObject({ version: 2, keys: { n: 2 } });
      await expect(store.commit([next(r, { n: 3 }, 2), next(r, { n: 4 }, 2)])).rejects.toBeInstanceOf(Stale);
      expect(await store.get(type, r.id)).toMatchObject({ version: 2, keys: { n: 2 } });
    });
    it("lets one of many rivals win", async () => {
      const [r] = await made({ n: 0 });
      const ends = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => store.commit([next(r!, { n: i + 1 })])));
      expect(ends.filter(e => e.status === "fulfilled")).toHaveLength(1);
      for (const end of ends) if (end.status === "rejected") expect(end.reason).toBeInstanceOf(Stale);
      expect((await store.get(type, r!.id))!.keys.n).toBe(ends.findIndex(e => e.status === "fulfilled") + 1);
    });
    it("neither loses an update nor stops where commits cross each other", async () => {
      const rows = await made({ n: 0 }, { n: 0 }, { n: 0 });
      const add = async (one: Row, other: Row): Promise<void> => {
        for (;;) {
          const [a, b] = await Promise.all([store.get(type, one.id), store.get(type, other.id)]);
          try { return await store.commit([next(a!, { n: (a!.keys.n as number) + 1 }), next(b!, { n: (b!.keys.n as number) + 1 })]); }
          catch (error) { if (!(error instanceof Stale)) throw error; }
        }
      };
      await Promise.all(Array.from({ length: 24 }, (_, i) => add(rows[i % 3]!, rows[(i + 1 + (i % 2)) % 3]!)));
      expect((await order("n") as number[]).reduce((sum, n) => sum + n, 0)).toBe(48);
    });
    it("forgets what is removed", async () => {
      const [r] = await made({ a: "word" });
      await store.commit([gone(r!)]);
      expect(await store.get(type, r!.id)).toBeUndefined();
      expect((await store.find(type, { where: { a: "word" } })).total + (await store.find(type, { text: "word" })).total).toBe(0);
      await store.commit([born(r!)]);
      expect((await store.find(type, { text: "word" })).total).toBe(1);
    });
    it("finds a record by its new values only", async () => {
      const [r] = await made({ s: "before" });
      expect(await ids({ where: { s: "before" }, order: "s" })).toEqual([r!.id]);
      await store.commit([{ ...next(r!, { s: "after" }), now: { ...r!, version: 2, keys: { s: "after" }, text: "after" } }]);
      expect([await ids({ where: { s: "before" } }), await ids({ text: "before" })]).toEqual([[], []]);
      expect([await ids({ where: { s: "after" } }), await ids({ text: "after" })]).toEqual([[r!.id], [r!.id]]);
    });

    it("sorts numbers as numbers", async () => {
      await made(...[10, 9, 100, -1, 0.5, -1e9, 1e21, 0].map(n => ({ n })));
      expect(await order("n")).toEqual([-1e9, -1, 0, 0.5, 9, 10, 100, 1e21]);
      expect(await order("n", true)).toEqual([1e21, 100, 10, 9, 0.5, 0, -1, -1e9]);
    });
    it("sorts text by code point, whatever the locale", async () => {
      const sorted = ["", "A", "a", "a b", "ab", "b", "z", "ä", "王", "\uff21", "😀"];
      await made(...[...sorted].reverse().map(n => ({ n })));
      expect(await order("n")).toEqual(sorted);
      expect(await order("n", true)).toEqual([...sorted].reverse());
    });
    it("sorts numbers before text, and several values by the first", async () => {
      await made({ n: "1" }, { n: 2 }, { n: [3, 0] }, { n: [] });
      expect((await store.find(type, { order: "n" })).rows.map(r => r.keys.n)).toEqual([2, [3, 0], "1", undefined]);
    });
    it("puts what is missing last, both ways", async () => {
      await made({ n: 2 }, {}, { n: 1 });
      expect(await order("n")).toEqual([1, 2, undefined]);
      expect(await order("n", true)).toEqual([2, 1, undefined]);
    });
    it("sorts equals by id, both ways, and everything by id where no key is named", async () => {
      const rows = await made(...Array.from({ length: 12 }, () => ({ n: 7 })));
      const sorted = rows.map(r => r.id).sort();
      expect([await ids({ order: "n" }), await ids({ order: "n", down: true }), await ids({})]).toEqual([sorted, sorted, sorted]);
      expect(await ids({ down: true })).toEqual([...sorted].reverse());
    });

    it("filters by exact value: kind, case and length count", async () => {
      await made({ s: "open" }, { s: "opened" }, { s: "Open" }, { s: 1 }, { s: "1" });
      for (const s of ["open", 1, "1"]) expect((await store.find(type, { where: { s } })).rows.map(r => r.keys.s)).toEqual([s]);
    });
    it("filters by one of several, by overlap, by range and by absence", async () => {
      await made({ name: "a", n: 1, tags: ["x", "y"] }, { name: "b", n: 5, tags: ["y", "z"] }, { name: "c", n: 9 }, { name: "d", tags: [] });
      const names = async (where: Query["where"]) => (await store.find(type, { where: where!, order: "name" })).rows.map(r => r.keys.name).join("");
      expect(await names({ name: ["a", "c", "q"] })).toBe("ac");
      expect(await names({ name: [] })).toBe("");
      expect(await names({ tags: "y" })).toBe("ab");
      expect(await names({ tags: ["x", "z"] })).toBe("ab");
      expect(await names({ tags: ["x", "y"], n: { to: 1 } })).toBe("a");
      expect(await names({ n: { from: 1, to: 5 } })).toBe("ab");
      expect(await names({ n: { from: 5 } })).toBe("bc");
      expect(await names({ n: { to: 5 } })).toBe("ab");
      expect(await names({ name: { from: "b", to: "c" } })).toBe("bc");
      expect(await names({ n: {} })).toBe("abc");
      expect(await names({ n: null })).toBe("d");
      expect(await names({ tags: null })).toBe("cd");
      expect(await names({ nothing: "x" })).toBe("");
    });
    it("keeps numbers and text apart in ranges", async () => {
      await made({ n: 5 }, { n: "5" }, { n: "a" });
      expect((await store.find(type, { where: { n: { from: 0 } } })).total).toBe(1);
      expect((await store.find(type, { where: { n: { to: "9" } } })).total).toBe(1);
    });
    it("filters by id like by a key", async () => {
      const rows = await made({}, {}, {});
      expect(await ids({ where: { id: [rows[0]!.id, rows[2]!.id, "none"] } })).toEqual([rows[0]!.id, rows[2]!.id].sort());
      expect(await ids({ where: { id: rows[1]!.id } })).toEqual([rows[1]!.id]);
    });
    it("narrows by alternatives, and to nothing where there are none", async () => {
      await made({ name: "a", owner: "u1", s: 1 }, { name: "b", owner: "u2", team: ["t1"], s: 1 }, { name: "c", owner: "u3", s: 1 }, { name: "d", owner: "u1", s: 2 });
      const names = async (query: Query) => (await store.find(type, { order: "name", ...query })).rows.map(r => r.keys.name).join("");
      expect(await names({ where: { s: 1 }, or: [{ owner: "u1" }, { team: ["t1", "t9"] }] })).toBe("ab");
      expect(await names({ or: [{ owner: "u1", s: 2 }, { owner: "u3" }] })).toBe("cd");
      expect(await names({ or: [{ owner: "u1" }, { s: 1 }] })).toBe("abcd");
      expect(await names({ or: [] })).toBe("");
      expect(await names({ or: [{}] })).toBe("abcd");
    });

    it("searches text literally", async () => {
      await made({ s: "50% off" }, { s: "50 cents" }, { s: "a_b\\c" }, { s: "axb" });
      const found = async (text: string) => (await store.find(type, { text })).total;
      expect([await found("0%"), await found("_"), await found("\\"), await found("50"), await found("'"), await found("  ")]).toEqual([1, 1, 1, 2, 0, 4]);
    });
    it("finds every word anywhere in the text, in any script, from one character on", async () => {
      await made({ s: "上海明远贸易有限公司 wang fang" }, { s: "上海远明" }, { s: "wang li" }, { s: "😀 ok" });
      const found = async (text: string) => (await store.find(type, { text })).total;
      expect([await found("明远"), await found("远"), await found("贸易 fang"), await found("fang 明远 上海"), await found("wa"), await found("w"), await found("wang 远明"), await found("😀")]).toEqual([1, 2, 1, 1, 2, 2, 0, 1]);
      expect([await found("远 "), await found("明贸")]).toEqual([2, 0]);
    });
    it("pages, and counts them all", async () => {
      await made(...[1, 2, 3, 4, 5].map(n => ({ n, s: "x" })));
      const queries: Query[] = [{}, { where: { s: "x" } }, { text: "x" }, { or: [{ s: "x" }, { n: 3 }] }];
      for (const query of queries) {
        const { rows, total } = await store.find(type, { order: "n", skip: 2, take: 2, ...query });
        expect([rows.map(r => r.keys.n), total]).toEqual([[3, 4], 5]);
        expect(await store.find(type, { skip: 7, ...query })).toEqual({ rows: [], total: 5 });
        expect(await store.find(type, { take: 0, ...query })).toEqual({ rows: [], total: 5 });
      }
    });
    it("takes fifty unless told", async () => {
      await made(...Array.from({ length: 60 }, (_, n) => ({ n })));
      const { rows, total } = await store.find(type, { order: "n" });
      expect([rows.length, total]).toEqual([50, 60]);
    });
    it("finds rows of several types in one order", async () => {
      const other = `${type}b`;
      await store.commit([born(row({ n: 1 })), born({ ...row({ n: 2 }), type: other }), born(row({ n: 3 })), born({ ...row({}), type: other })]);
      const { rows, total } = await store.find([type, other, "none"], { order: "n", skip: 1, take: 3 });
      expect([rows.map(r => r.keys.n), rows.map(r => r.type), total]).toEqual([[2, 3, undefined], [other, type, other], 4]);
      expect(await store.find([])).toEqual({ rows: [], total: 0 });
    });
    it("tells those who listen what has changed, and no more once they have stopped", async () => {
      const heard: string[] = [];
      const stop = store.heard(changed => { for (const c of changed) if (c.type === type) heard.push(c.id); });
      const stopBad = store.heard(() => { throw new Error("a bad listener"); });
      const [r] = await made({ n: 1 });
      await store.commit([next(r!, { n: 2 })]);
      await store.commit([gone(r!, 1)]).catch(() => {});
      expect(heard).toEqual([r!.id, r!.id]);
      stop(); stopBad();
      await made({ n: 1 });
      expect(heard).toHaveLength(2);
    });
    it("forgets the past at any time, among commits too, and loses nothing of now", async () => {
      const [r] = await made({ n: 1 });
      await Promise.all([store.commit([next(r!, { n: 2 })]), store.forget(), made({ n: 3 }), store.forget(), made({ n: 4 })]);
      await store.forget();
      expect(await order("n")).toEqual([2, 3, 4]);
      await made({ n: 5 });
      expect(await order("n")).toEqual([2, 3, 4, 5]);
    });
    it("refuses a key that cannot be compared", async () => {
      await expect(store.commit([born(row({ n: NaN as Key }))])).rejects.toThrow(TypeError);
      expect((await store.find(type)).total).toBe(0);
    });
    it("agrees with a plain model under random commits and queries", () => agreesWithModel(() => store), Math.max(120_000, Number(process.env.RUNS ?? 60) * 1000));
    if (again) it("has everything after it was closed and opened again", async () => {
      const rows = await made({ n: 1, s: "王芳" }, { n: 2 }, { n: 3 });
      await store.commit([gone(rows[1]!), next(rows[2]!, { n: 4 })]);
      const before = await store.find(type, { order: "n" });
      await store.forget();
      store = await again(store);
      expect(await store.find(type, { order: "n" })).toEqual(before);
      expect(await ids({ text: "王芳" })).toEqual([rows[0]!.id]);
      await expect(store.commit([next(rows[2]!, { n: 5 }, 1)])).rejects.toBeInstanceOf(Stale);
    });
  });
}
