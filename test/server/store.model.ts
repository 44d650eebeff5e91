import fc from "fast-check";
import { expect } from "@jest/globals";
import { randomUUID } from "node:crypto";
import { Stale, type Key, type Query, type Row, type Store, type Test, type Where, type Write } from "../../server/store/store.ts";

/** Commits and queries at random against the store and against arrays and loops. The seed of a failure is printed; REPLAY=seed:path runs it again. */
export async function agreesWithModel(open: () => Store) {
  const [seed, path] = process.env.REPLAY?.split(":") ?? [];
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async steps => {
    const type = `m${randomUUID()}`, store = open(), model = new Map<string, Row>();
    for (const { commit, query } of steps) {
      const writes = commit.map(({ id, off, now }): Write => {
        const was = model.get(id)?.version ?? null;
        return { type, id, was: off ? (was ?? 0) + 1 : was, now: now && { type, id, version: (was ?? 0) + 1, data: { now }, keys: now.keys, text: now.text } };
      });
      const expected = tried(model, writes);
      const done = await store.commit(writes).then(() => true, error => { if (!(error instanceof Stale)) throw error; return false; });
      expect(done).toBe(expected !== undefined);
      if (expected) { model.clear(); for (const [id, row] of expected) model.set(id, row); }
      const { rows, total } = await store.find(type, query);
      expect({ ids: rows.map(r => r.id), total }).toEqual(picked([...model.values()], query));
      for (const row of rows) expect(row).toEqual(model.get(row.id));
    }
  }), { numRuns: Number(process.env.RUNS ?? 60), ...(seed ? { seed: Number(seed), path: path ?? "" } : {}), endOnFailure: false });
}

const letter = fc.constantFrom("a", "b", "ab", "ä", "王", "明远", "\u{1f600}", "\uff21", "", "%", "a b");
const value: fc.Arbitrary<Key> = fc.oneof(fc.constantFrom(0, 1, 2, -1, 1.5, 1e10), letter);
const values: fc.Arbitrary<Key | Key[]> = fc.oneof({ weight: 3, arbitrary: value }, { weight: 1, arbitrary: fc.uniqueArray(value, { minLength: 1, maxLength: 3 }) });
const name = fc.constantFrom("k", "updatedAt", "constructor");
const keys = fc.dictionary(name, values, { maxKeys: 2, noNullPrototype: true });
const text = fc.array(letter, { maxLength: 4 }).map(words => words.join(" "));
const id = fc.constantFrom("a", "B", "c-1", "c_2", "d", "e");
const change = fc.record({ id, off: fc.integer({ min: 0, max: 9 }).map(n => n === 0), now: fc.option(fc.record({ keys, text }), { freq: 5 }) });
const bound = fc.record({ from: value, to: value }, { requiredKeys: [] });
const test: fc.Arbitrary<Test> = fc.oneof(value, fc.constant(null), fc.array(value, { maxLength: 3 }), bound);
const where: fc.Arbitrary<Where> = fc.dictionary(fc.constantFrom("k", "updatedAt", "constructor"), test, { maxKeys: 2, noNullPrototype: true });
const query: fc.Arbitrary<Query> = fc.record({ where, or: fc.array(where, { maxLength: 3 }), text, order: name, down: fc.boolean(), skip: fc.nat(4), take: fc.nat(6) }, { requiredKeys: [] });
const step = fc.record({ commit: fc.array(change, { maxLength: 4 }), query });

function tried(model: Map<string, Row>, writes: Write[]): Map<string, Row> | undefined {
  const after = new Map(model);
  for (const { id, was, now } of writes) {
    if ((after.get(id)?.version ?? null) !== was) return undefined;
    if (now) after.set(id, now); else after.delete(id);
  }
  return after;
}

function picked(rows: Row[], { where = {}, or, text = "", order, down = false, skip = 0, take = 50 }: Query) {
  const of = (row: Row, key: string): Key[] => Object.keys(row.keys).includes(key) ? [row.keys[key]!].flat() : [];
  const points = (s: string) => [...s].map(c => c.codePointAt(0)!);
  const compare = (a: Key, b: Key): number => {
    if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
    if (typeof a === "number") return a - (b as number);
    const x = points(a), y = points(b as string), at = x.findIndex((c, i) => c !== y[i]);
    return at < 0 ? x.length - y.length : y[at] === undefined ? 1 : x[at]! - y[at]!;
  };
  const holds = (v: Key, test: { from?: Key; to?: Key }) =>
    (test.from === undefined || typeof v === typeof test.from && compare(v, test.from) >= 0) && (test.to === undefined || typeof v === typeof test.to && compare(v, test.to) <= 0);
  const all = (row: Row, tests: Where) => Object.entries(tests).every(([key, test]) => {
    const have = of(row, key);
    if (test === null) return have.length === 0;
    if (typeof test !== "object") return have.some(v => v === test);
    if (Array.isArray(test)) return have.some(v => test.some(t => t === v));
    return have.some(v => holds(v, test as { from?: Key; to?: Key }));
  });
  const found = rows.filter(row => all(row, where) && (!or || or.some(branch => all(row, branch))) && text.split(" ").every(word => row.text.includes(word)));
  found.sort((a, b) => {
    const x = order === undefined ? a.id : of(a, order)[0], y = order === undefined ? b.id : of(b, order)[0];
    const by = x === undefined && y === undefined ? 0 : x === undefined ? 1 : y === undefined ? -1 : compare(x, y) * (down ? -1 : 1);
    return by || compare(a.id, b.id);
  });
  return { ids: found.slice(skip, skip + take).map(row => row.id), total: found.length };
}
