import { describe, expect, it } from "@jest/globals";
import { answer, back, dialogSteps, standing, summaryOf, type Answer, type DialogStep, type Prompt, type Session } from "../../model/dialog.ts";
import { speakerOf } from "../../model/dialogWords.ts";
import type { Facts } from "../../model/expression.ts";
import { recordType } from "../../model/records.ts";
import { dialogs as shipped } from "../../model/standard/dialogs.ts";

const facts: Facts = { now: "2026-11-24T10:00:00.000Z", on: "dialog", record: { company: "Halden" } }, by = { user: "rep", now: facts.now };
const page = (key: string, ...prompts: (Partial<Prompt> & { key: string })[]): DialogStep => ({ page: key, title: { en: key }, prompts: prompts.map(one => ({ kind: "line", say: { en: one.key }, ...one })) });
const session = (steps: DialogStep[], more: Partial<Session> & { children?: Record<string, DialogStep[]> } = {}): Session => {
  const { children = {}, ...rest } = more;
  for (const one of [steps, ...Object.values(children)]) expect(dialogSteps.safeParse(one).success).toBe(true);
  return { root: "d", scripts: { d: { id: "d", name: "D", steps }, ...Object.fromEntries(Object.entries(children).map(([id, of]) => [id, { id, name: id, variables: { result: 0 }, steps: of }])) }, inputs: {}, answers: [], results: [], ...rest };
};
const said = (key: string, values: object): Answer => ({ page: key, values: values as never, by: "rep", at: facts.now });
const at = (of: Session, secrets = {}) => { const where = standing(of, facts, secrets); return where.at === "page" ? `${where.at} ${where.n} ${where.page.key}` : where.at === "end" ? `end ${where.outcome}` : where.at; };

describe("a dialog", () => {
  it("goes from page to page, counts, branches and ends; the same answers always lead to the same place", () => {
    const steps: DialogStep[] = [page("one", { key: "a", as: "integer" }), { set: "score", to: { plus: [{ var: "score" }, { times: [{ var: "a" }, 2] }] } }, { if: { var: "score", is: "atLeast", than: 10 }, then: [page("high")], else: [page("low"), { stop: "canceled" }] }];
    expect([at(session(steps)), at(session(steps, { answers: [said("one", { a: 5 })] })), at(session(steps, { answers: [said("one", { a: 4 })] })), at(session(steps, { answers: [said("one", { a: 5 }), said("high", {})] })), at(session(steps, { answers: [said("one", { a: 1 }), said("low", {})] }))])
      .toEqual(["page 0 one", "page 1 high", "page 1 low", "end completed", "end canceled"]);
  });
  it("runs a child in its middle, step 2 of 5, with variables of its own, and takes its result", () => {
    const steps: DialogStep[] = [page("1"), { child: "c", as: "fit", inputs: {} }, page("3"), { set: "sum", to: { plus: [{ var: "fit" }, 1] } }, page("5")];
    const of = (answers: Answer[]) => session(steps, { answers, children: { c: [page("inner", { key: "x", as: "integer" }), { set: "result", to: { var: "x" } }] } });
    expect([at(of([said("1", {})])), at(of([said("1", {}), said("inner", { x: 41 })]))]).toEqual(["page 1 inner", "page 2 3"]);
    const end = standing(of([said("1", {}), said("inner", { x: 41 }), said("3", {}), said("5", {})]), facts);
    expect(end).toMatchObject({ at: "end", vars: { fit: 41, sum: 42 } });
    expect((end as { vars: object }).vars).not.toHaveProperty("x");
  });
  it("asks the service for what it needs to know or do, once each, and offers what was found as choices", () => {
    const steps: DialogStep[] = [{ query: "rivals", type: "competitor", where: { name: { field: "company" } } }, page("pick", { key: "rival", kind: "pick", query: "rivals" }), { act: { do: "update", values: { rating: "hot" } } }, page("end")];
    const first = standing(session(steps), facts);
    expect(first).toMatchObject({ at: "query", query: { type: "competitor", where: { name: "Halden" } } });
    const asked = session(steps, { results: [{ after: 0, act: false, value: [{ id: "v", title: "Vantor" }] }] }), where = standing(asked, facts);
    expect(where).toMatchObject({ at: "page", page: { prompts: [{ options: [{ value: "v", label: { en: "Vantor" } }] }] } });
    expect(answer(asked, where as never, { rival: "nobody" }, by).wrong.map(one => one.code)).toEqual(["not-a-choice"]);
    expect(at(answer(asked, where as never, { rival: "v" }, by).session)).toBe("act");
  });
  it("keeps nothing of an answer that is not to be kept, and asks it again where it is not at hand", () => {
    const steps: DialogStep[] = [page("p", { key: "open" }, { key: "secret", log: false, required: true }), { if: { var: "secret", is: "is", than: "x" }, then: [page("yes")], else: [page("no")] }];
    const begun = session(steps), { session: next, secrets } = answer(begun, standing(begun, facts) as never, { open: "a", secret: "x" }, by);
    expect(next.answers[0]!.values).toEqual({ open: "a" });
    expect([at(next, secrets), at(next)]).toEqual(["page 1 yes", "page 0 p"]);
    expect(summaryOf(next).map(({ say: { en }, answer: given, masked }) => [en, given, masked])).toEqual([["open", "a", undefined], ["secret", undefined, true]]);
  });
  it("goes back to a page with what was answered, but not past what was done", () => {
    const steps: DialogStep[] = [page("1", { key: "a" }), page("2"), { act: { do: "update", values: { rating: "hot" } } }, page("3"), page("4")];
    const at2 = session(steps, { answers: [said("1", { a: "x" })] }), gone = back(at2, 1);
    expect([standing(at2, facts), standing(gone, facts)]).toMatchObject([{ back: true }, { n: 0, page: { key: "1" }, given: { a: "x" } }]);
    expect(standing(back(session(steps, { answers: [said("other", { a: "x" })] }), 1), facts)).toMatchObject({ n: 0, given: {} }); // an answer to another page is none
    const at3 = session(steps, { answers: [said("1", {}), said("2", {})], results: [{ after: 2, act: true, value: null }] });
    expect(standing(at3, facts)).toMatchObject({ n: 2, back: false });
    expect(standing({ ...at3, answers: [...at3.answers, said("3", {})] }, facts)).toMatchObject({ n: 3, back: true });
  });
  it("checks each of the eight kinds of response", () => {
    const kinds: [Partial<Prompt>, unknown[], unknown[]][] = [
      [{ kind: "none" }, [undefined], ["x"]], [{ kind: "line" }, ["x"], [5, "a\nb"]], [{ kind: "line", as: "integer" }, [5], [5.5, "5"]], [{ kind: "line", as: "decimal" }, [5.5], ["5"]], [{ kind: "radio", options: [{ value: "a", label: { en: "A" } }] }, ["a"], ["b"]],
      [{ kind: "pick", options: [{ value: "a", label: { en: "A" } }] }, ["a"], [1]], [{ kind: "lines" }, ["a\nb"], [1]], [{ kind: "moment" }, ["2026-11-24T10:00:00.000Z"], ["2026-11-24"]], [{ kind: "date" }, ["2026-11-24"], ["tomorrow"]], [{ kind: "lookup", to: "contact" }, ["c-1"], ["../x"]],
    ];
    for (const [more, good, bad] of kinds) {
      const of = session([page("p", { key: "k", ...more })]), where = standing(of, facts) as never;
      for (const value of good) expect([more.kind, value, answer(of, where, { k: value }, by).wrong]).toEqual([more.kind, value, []]);
      for (const value of bad) expect([more.kind, value, answer(of, where, { k: value }, by).wrong.length]).toEqual([more.kind, value, 1]);
    }
  });
  describe("puts values into what it says", () => {
    const told = { find: recordType, records: { lead: { company: "Halden", status: "open" } as never }, titles: {} }, speaker = speakerOf(told, { "contact/c-1": "Li Wei" });
    const steps: DialogStep[] = [
      page("one", { key: "need", kind: "radio", options: [{ value: "must", label: { en: "Must have", "zh-CN": "必须有" }, points: 30 }] }, { key: "who", kind: "lookup", to: "contact" }, { key: "until", kind: "date" }, { key: "frank", log: false }),
      { set: "score", to: { plus: [{ var: "need.points" }, 1000.5] } }, { set: "mood", to: { join: [{ var: "frank" }, "!"] } },
      { page: "two", title: { en: "{{lead.company}}: {{score}}" }, prompts: [{ key: "sure", kind: "line", say: { en: "{{who | nobody}} says “{{need}}” until {{until}}. {{mood | Quiet}} {{lead.topic | No topic}}", "zh-CN": "{{who}}：{{need}}，{{until}}" }, tip: { en: "From {{need.points}} points" } }] },
      { stop: "completed", say: { en: "{{need}}, {{frank | not said}}" } },
    ];
    const one = said("one", { need: "must", who: "c-1", until: "2027-01-15" }), secrets = { "0.frank": "hush" }, of = session(steps, { answers: [{ ...one, hidden: ["frank"] }] });
    it("answers by their words, names, numbers and days as they are written, fields of the record, and other words where there is nothing", () => {
      const where = standing(of, facts, secrets, speaker);
      expect(where).toMatchObject({ at: "page", page: { title: { en: "Halden: 1,030.5" }, prompts: [{ say: { en: "Li Wei says “Must have” until January 15, 2027. hush! No topic", "zh-CN": "Li Wei：必须有，2027年1月15日" }, tip: { en: "From 30 points" } }] } });
      expect(standing(session(steps, { answers: [{ ...said("one", {}), hidden: ["frank"] }] }), facts, { "0.frank": null }, speaker)).toMatchObject({ page: { prompts: [{ say: { en: "nobody says “” until . ! No topic" } }] } });
    });
    it("and keeps what was asked for the summary, but nothing of an answer that is kept nowhere, nor of what was made of it", () => {
      const { session: next } = answer(of, standing(of, facts, secrets, speaker) as never, { sure: "yes" }, by), end = standing(next, facts, secrets, speaker);
      expect(summaryOf(next).at(-1)!.say.en).toBe("Li Wei says “Must have” until January 15, 2027. Quiet No topic");
      expect(end).toMatchObject({ at: "end", say: { en: "Must have, hush" }, kept: { en: "Must have, not said" } });
      expect(JSON.stringify(next)).not.toContain("hush");
    });
    it("also within a dialog that another calls, whose result is as secret as what it comes from", () => {
      const outer: DialogStep[] = [page("p", { key: "frank", log: false }), { child: "c", inputs: { place: { var: "frank" } }, as: "got" }, { stop: "completed", say: { en: "{{got | nothing}}" } }];
      const run: Session = { root: "d", scripts: { d: { id: "d", name: "D", steps: outer }, c: { id: "c", name: "C", inputs: { place: "?" }, steps: [{ set: "result", to: { var: "place" } }] } }, inputs: {}, answers: [{ ...said("p", {}), hidden: ["frank"] }], results: [] };
      expect(standing(run, facts, secrets, speaker)).toMatchObject({ say: { en: "hush" }, kept: { en: "nothing" } });
    });
  });
  it("ships in both languages", () => {
    for (const { values } of shipped) { const { steps } = values as never as { steps: DialogStep[] }; expect(dialogSteps.safeParse(steps).success).toBe(true); expect((JSON.stringify(steps).match(/"en":/g) ?? []).length).toBe((JSON.stringify(steps).match(/"zh-CN":/g) ?? []).length); }
  });
});
