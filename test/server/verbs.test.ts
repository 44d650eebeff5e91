import { beforeAll, describe, expect, it } from "@jest/globals";
import { commonVerbs } from "../../model/common.ts";
import { act, update, type Change } from "../../model/change.ts";
import type { Field, Fields } from "../../model/field.ts";
import { Problem } from "../../model/problem.ts";
import { editable, type AnyRecord, type AnyRow } from "../../model/record.ts";
import { standard } from "../../model/standard/standard.ts";
import { house } from "../../server/settle.ts";
import { rowOf, seen } from "../../server/row.ts";
import { memoryStore } from "../../server/store/lowdb.ts";
import type { Store } from "../../server/store/store.ts";
import { work } from "../../server/work.ts";
import { dice, types, valuesOf } from "./samples.kit.ts";

const who = house("2026-11-24T09:00:00.000Z"), me = who.id, idOf = (type: string) => type === "user" ? me : `some-${type}`;
const lines = [{ position: 1, writeIn: "Travel", quantity: 2, price: 80 }];
/** What a type needs beyond its declaration to be a plausible record, and the variants on which its verbs depend. */
const facts: Record<string, object> = {
  quote: { lines, revision: 0 }, order: { lines }, invoice: { lines, linesTotal: 160, total: 160 }, approval: { verb: "deactivate", answers: {}, asOf: 1, asker: me, approvers: [me], on: `account/${idOf("account")}` },
  dialogSession: { title: "First call", session: {} }, product: { structure: "product" }, goal: { from: "2026-01-01", to: "2026-12-31" },
};
const answered: Record<string, object> = { "approval.delegate": { to: "colleague" } };
const variants: Record<string, object[]> = {
  opportunity: [{}, { lines, stage: "propose" }], quote: [{}, { opportunity: idOf("opportunity") }], order: [{}, { pricesLocked: true }], invoice: [{}, { pricesLocked: true }],
  dialogSession: [{}, { outcome: "completed" }], activity: ["task", "phoneCall", "appointment", "email", "quoteClose"].map(kind => ({ kind })),
};

/** Required references name a record that is there; what is asked is answered in the shortest way. */
const filled = (fields: Fields, seed: number): Record<string, unknown> => ({ ...valuesOf(fields, dice(seed), 0), ...Object.fromEntries(Object.entries(fields).filter(([, { kind, required }]) => required && (kind === "ref" || kind === "refs")).map(([name, field]) => [name, refTo(field)])) });
function refTo({ kind, to }: Field) { const one = to!.length > 1 ? `${to![0]}/${idOf(to![0]!)}` : idOf(to![0]!); return kind === "refs" ? [one] : one; }

const base = (type: AnyRecord, n: number): Record<string, unknown> => ({ ...filled(type.fields, n), ...Object.fromEntries((type.anyOf ?? []).map(([one]) => [one, refTo((type.fields as Fields)[one!]!)])), ...(standard.find(change => change.type === type.name && change.do === "create") as { values?: object } | undefined)?.values, ...facts[type.name] });
/** Every status with every reason of it, in every variant. */
const standings = (type: AnyRecord) => Object.entries(type.statuses as AnyRecord["statuses"]).flatMap(([status, { reasons }]) => (reasons ? Object.keys(reasons) : [undefined]).flatMap(reason => (variants[type.name] ?? [{}]).map(variant => ({ status, reason, variant }))));

let store: Store, count = 0;
async function open() {
  store = await memoryStore();
  const user = types.find(({ name }) => name === "user")!;
  // The company's ways are switched off: here the declarations alone decide.
  await store.commit([...types.map(type => [type, idOf(type.name)] as const), [user, "colleague"] as const].map(([type, id]) => ({ type: type.name, id, was: null, now: rowOf(type, stamped(type, id, { status: Object.keys(type.statuses).at(type.configuration ? -1 : 0)! }), 1) })));
}
const stamped = (type: AnyRecord, id: string, more: object) => ({ ...base(type, ++count), id, ...!type.shared && { owner: me }, createdAt: who.now, createdBy: me, updatedAt: who.now, updatedBy: me, ...more });
async function put(type: AnyRecord, { status, reason, variant }: { status: string; reason?: string; variant: object }): Promise<AnyRow> {
  const id = `${type.name}-${++count}`, row = rowOf(type, Object.fromEntries(Object.entries(stamped(type, id, { ...variant, status, reason, ...type.numbered && { [type.numbered.field]: `N-${count}` } })).filter(([, value]) => value !== undefined)), 1);
  // An approval lets something happen to a record that is still as it was.
  if (type.name === "approval") { const on = types.find(one => one.name === "account")!, target = `account-${count}`; row.data.on = `account/${target}`; await store.commit([{ type: "account", id: target, was: null, now: rowOf(on, stamped(on, target, { status: "active" }), 1) }]); }
  await store.commit([{ type: type.name, id, was: null, now: row }]);
  return seen(row) as AnyRow;
}
const tried = async (change: Change) => { try { await work(store, who, [change]); } catch (error) { if (error instanceof Problem) return error; throw error; } };
const now = async (type: AnyRecord, row: AnyRow) => seen((await store.get(type.name, row.id))!) as AnyRow;
const told = (error: Problem | undefined) => error && [error.code, error.detail, ...error.fields.map(one => `${one.field}: ${one.code}`)].join(" ");

describe.each(types.filter(type => Object.keys(type.verbs).length).map(type => [type.name, type] as const))("the verbs of %s", (name, type) => {
  beforeAll(open);
  it.each(Object.keys(type.verbs))("%s: moves to the declared status where it may, and is refused everywhere else with its reason and without a trace", async word => {
    const verb = type.verbs[word]!, answers = { ...filled(verb.asks ?? {}, 7), ...answered[`${name}.${word}`] };
    let heard = 0;
    for (const at of standings(type)) {
      const row = await put(type, at), may = verb.from.includes(at.status) && (verb.when?.(row) ?? true), where = `${name}.${word} of ${JSON.stringify(at)}`;
      const error = await tried(act(name, row.id, word, answers)), after = await now(type, row);
      if (!may) {
        expect([where, error?.code, error?.detail]).toEqual([where, "wrong-status", `${type.buttons[word]} is not possible while this is ${type.statuses[at.status]!.label.toLowerCase()}`]);
        expect(after).toEqual(row);
        continue;
      }
      heard++;
      expect([where, told(error)]).toEqual([where, undefined]);
      expect([where, after.status]).toEqual([where, verb.to ?? at.status]);
      const reasons = Object.keys(type.statuses[after.status]!.reasons ?? {});
      if (reasons.length) expect(reasons).toContain(after.reason); else expect(after.reason ?? at.reason).toBe(at.reason);
    }
    expect(heard).toBeGreaterThan(0);
  });
});

const common = types.flatMap(type => Object.keys(commonVerbs(type)).map(word => [`${word} of ${type.name}`, type, word] as const));
describe("the verbs that every type hears", () => {
  beforeAll(open);
  it("are those of sharing wherever there are owners, and of merging for whom it is declared", () => {
    for (const type of types) expect([type.name, Object.keys(commonVerbs(type))]).toEqual([type.name, [...type.shared ? [] : ["assign", "share", "unshare"], ...type.merges ? ["mergeInto"] : []]]);
  });
  it.each(common)("%s is heard in every status, moves only as it is declared, and only once where it ends a record", async (_of, type, word) => {
    for (const at of standings(type)) {
      const row = await put(type, at), other = word === "mergeInto" ? await put(type, standings(type)[0]!) : undefined, ask = { assign: { owner: "colleague" }, share: { with: "user/colleague" }, unshare: { with: "user/colleague" }, mergeInto: { into: other?.id } }[word]!;
      const error = await tried(act(type.name, row.id, word, ask)), after = await now(type, row);
      expect([at, told(error), after.status]).toEqual([at, undefined, word === "mergeInto" ? type.merges!.to : at.status]);
      if (other) expect([at, (await tried(act(type.name, row.id, word, { into: (await put(type, standings(type)[0]!)).id })))?.code]).toEqual([at, "wrong-status"]);
    }
  });
});

describe.each(types.map(type => [type.name, type] as const))("the status of %s", (name, type) => {
  beforeAll(open);
  it("is changed by no write of fields, in no status", async () => {
    for (const at of standings(type)) {
      const row = await put(type, at);
      for (const values of [{ status: Object.keys(type.statuses).at(-1) }, { reason: "won" }, { mergedInto: "some" }]) expect([at, (await tried(update(name, row.id, values)))?.code]).toEqual([at, expect.stringMatching(/^(invalid|wrong-status)$/)]);
      expect(await now(type, row)).toEqual(row);
    }
  });
  it("closes the record to changes, unless it is one of the company's own ways", () => {
    const open = Object.keys(type.statuses).filter(status => editable(type, status));
    if (Object.keys(type.statuses).length > 1 && open.length === Object.keys(type.statuses).length) expect([name, type.configuration || !probe(type)]).toEqual([name, true]);
    else expect(open.length).toBeGreaterThan(0);
  });
});

const probe = (type: AnyRecord) => Object.entries(type.fields as Record<string, Field>).find(([, { kind, computed }]) => !computed && (kind === "text" || kind === "prose"))?.[0];
describe.each(types.filter(probe).map(type => [type.name, type] as const))("the fields of %s", (name, type) => {
  beforeAll(open);
  it("can be changed in the declared statuses and are read-only in all others", async () => {
    for (const at of standings(type)) {
      const row = await put(type, at), field = probe(type)!, error = await tried(update(name, row.id, { [field]: "Changed" })), after = await now(type, row);
      expect([at, told(error)]).toEqual([at, editable(type, at.status) ? undefined : expect.stringMatching(/^wrong-status/)]);
      expect(after[field]).toBe(editable(type, at.status) ? "Changed" : row[field]);
    }
  });
});
