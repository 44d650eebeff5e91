import { describe, expect, it } from "@jest/globals";
import { compare, condition, holds, type Condition } from "../../model/condition.ts";
import { addWorkingDays } from "../../model/day.ts";
import { expression, fitting, valueOf, type Expression, type Facts } from "../../model/expression.ts";
import { lead } from "../../model/records/lead.ts";
import { applyRules, effects, problemsOf, rulesFor, type Rule } from "../../model/rule.ts";

const facts: Facts = {
  now: "2026-11-24T10:00:00.000Z", on: "update", user: "rep", role: "rep", vars: { score: 40 },
  record: { topic: "Flow meters", budget: 1000.1, closeDate: "2026-12-01", competitors: ["vantor"], status: "open" }, was: { topic: "Flow meters", budget: 500, closeDate: "2026-11-01" },
  near: { account: { name: "Halden Water", industry: "utility" } },
};
const value = (of: Expression) => { expect(expression.safeParse(of).success).toBe(true); return valueOf(of, facts); };
const yes = (of: Condition) => { expect(condition.safeParse(of).success).toBe(true); return holds(of, facts); };

describe("an expression", () => {
  it("reads fields, what they were, neighbours, variables and the caller", () => {
    expect([value({ field: "topic" }), value({ was: "budget" }), value({ field: "account.name" }), value({ var: "score" }), value({ me: true }), value({ field: "nothing" })]).toEqual(["Flow meters", 500, "Halden Water", 40, "rep", undefined]);
  });
  it("counts exactly, from left to right, and gives nothing rather than a wrong figure", () => {
    expect([value({ plus: [0.1, 0.2] }), value({ minus: [1, 0.9, 0.05] }), value({ times: [{ field: "budget" }, 3] }), value({ per: [1, 8] }), value({ plus: [{ var: "score" }, { field: "nothing" }, 2] })]).toEqual([0.3, 0.05, 3000.3, 0.125, 42]);
    expect([value({ per: [1, 0] }), value({ times: [{ field: "nothing" }, 2] }), value({ minus: ["a", 1] })]).toEqual([undefined, undefined, undefined]);
  });
  it("knows days from now, working days, instants, and days after a field", () => {
    expect([value({ now: {} }), value({ now: { days: 7 } }), value({ now: { workingDays: 4 } }), value({ now: { hours: 2, moment: true } }), value({ days: -3, after: { field: "closeDate" } })]).toEqual(["2026-11-24", "2026-12-01", "2026-11-30", "2026-11-24T12:00:00.000Z", "2026-11-28"]);
    expect([addWorkingDays("2026-11-28", 0), addWorkingDays("2026-11-27", 1), addWorkingDays("2026-11-30", -1)]).toEqual(["2026-11-30", "2026-11-30", "2026-11-27"]);
  });
  it("joins texts, falls back in order", () => {
    expect([value({ join: [{ field: "topic" }, "–", { field: "nothing" }], with: " " }), value({ first: [{ field: "nothing" }, { field: "account.name" }, "?"] })]).toEqual(["Flow meters –", "Halden Water"]);
  });
  it("is fitted to the field that takes it", () => expect([fitting(10.005, { kind: "money", decimals: 2 }), fitting("2026-11-24T10:00:00Z", { kind: "date" })]).toEqual([10.01, "2026-11-24"]));
  it("is refused where its shape is unknown", () => { for (const bad of [{ eval: "1" }, { field: "" }, { plus: [] }, { now: { days: 1e9 } }, { field: "a", was: "b" }]) expect(expression.safeParse(bad).success).toBe(false); });
});

describe("a condition", () => {
  it("compares figures, days, choices, texts, lists and emptiness", () => {
    const held: Condition[] = [
      { field: "budget", is: "more", than: 1000 }, { field: "budget", is: "atMost", than: 1000.1 }, { field: "closeDate", is: "less", than: { now: { days: 14 } } }, { field: "status", is: "in", than: ["open", "won"] },
      { field: "topic", is: "contains", than: "FLÖW" }, { field: "topic", is: "begins", than: "flow" }, { field: "competitors", is: "contains", than: "vantor" }, { field: "nothing", is: "empty" }, { field: "topic", is: "filled" }, { var: "score", is: "atLeast", than: 40 },
      { changed: ["budget"] }, { role: ["rep", "manager"] }, { on: ["update"] }, { field: "account.industry", is: "is", than: "utility" }, { field: "decisionMaker", is: "is", than: false },
    ];
    expect(held.filter(one => !yes(one))).toEqual([]);
    expect(held.filter(one => yes({ not: one }))).toEqual([]);
    expect([yes({ changed: ["topic"] }), yes({ field: "nothing", is: "less", than: 5 }), yes({ field: "budget", is: "more", than: "100" })]).toEqual([false, false, false]);
  });
  it("combines with and, or, not", () => expect([yes({ all: [] }), yes({ any: [] }), yes({ any: [{ role: ["manager"] }, { all: [{ role: ["rep"] }, { not: { on: ["create"] } }] }] })]).toEqual([true, false, true]));
  it("compares a moment with a day by its day", () => expect([compare("2026-11-24T23:00:00Z", "atMost", "2026-11-24"), compare("2026-11-25", "more", "2026-11-24T23:00:00Z")]).toEqual([true, true]));
});

const rule = (id: string, more: Partial<Rule>): Rule => ({ id, name: id, on: "lead", when: { all: [] }, then: [], ...more });

describe("rules", () => {
  it("apply in their order, each seeing what those before it have set", () => {
    const verdict = applyRules(rulesFor([
      rule("second", { order: 20, when: { field: "rating", is: "is", than: "hot" }, then: [{ do: "set", field: "estimatedValue", to: { times: [{ field: "budget" }, 1.005] } }, { do: "clear", fields: ["description"] }] }),
      rule("first", { order: 10, then: [{ do: "set", field: "rating", to: "hot" }] }), rule("other", { on: "contact", then: [{ do: "set", field: "rating", to: "cold" }] }), rule("atWin", { at: ["qualify"], then: [{ do: "clear", fields: ["topic"] }] }),
    ], "lead", "update"), { ...facts, record: { ...facts.record, description: "x" } }, lead.fields);
    expect(verdict.values).toEqual({ rating: "hot", estimatedValue: 1005.1, description: null });
  });
  it("require, hide, lock, refuse, recommend and ask for approval; a later show takes a hide back", () => {
    const verdict = applyRules([
      rule("a", { then: [{ do: "require", fields: ["email", "phone"], say: { en: "How do we reach them?" } }, { do: "hide", fields: ["phone", "fax"] }, { do: "lock", fields: ["topic", "budget"] }] }),
      rule("b", { when: { role: ["manager"] }, then: [{ do: "hide", fields: ["email"] }], otherwise: [{ do: "show", fields: ["fax"] }, { do: "refuse", field: "budget", say: { en: "No budget", "zh-CN": "没有预算" } }, { do: "recommend", field: "rating", to: "warm" }, { do: "approve", who: { manager: true } }] }),
    ], facts, lead.fields);
    expect([[...verdict.hidden], verdict.recommended.map(one => one.value), verdict.approvals.map(one => one.id)]).toEqual([["phone"], ["warm"], ["b"]]);
    expect(problemsOf(verdict, facts, { budget: 1000.1, topic: "Flow meters" }).map(one => [one.field, one.code, one.message])).toEqual([["email", "required", "How do we reach them?"], ["budget", "locked", "This cannot be changed any more"], ["budget", "refused", "No budget"]]);
  });
  it("are refused where an effect is misspelt", () => { for (const bad of [[{ do: "explode" }], [{ do: "set", field: "a" }], [{ do: "refuse", say: {} }], [{ do: "approve", who: {} }], [{ do: "require", fields: [] }]]) expect(effects.safeParse(bad).success).toBe(false); });
});
