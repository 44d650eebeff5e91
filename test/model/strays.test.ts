import { describe, expect, it } from "@jest/globals";
import type { FieldProblem } from "../../model/problem.ts";
import { packs } from "../../model/packs/packs.ts";
import { recordType } from "../../model/records.ts";
import { automations } from "../../model/standard/automations.ts";
import { dialogs } from "../../model/standard/dialogs.ts";
import { processes } from "../../model/standard/processes.ts";
import { rules } from "../../model/standard/rules.ts";
import { straysInAutomation, straysInDialog, straysInProcess, straysInRule } from "../../model/strays.ts";

const told = (of: FieldProblem[]) => of.map(({ field, params }) => `${field}: ${String(params!.what)} ${String(params!.name)}`);
describe("a way that names what does not exist", () => {
  it("is told so by name in a rule: fields, neighbours' fields, choices and buttons, each once", () => {
    expect(told(straysInRule({ id: "r", name: "r", on: "lead", at: ["update", "fly"], when: { all: [{ field: "budgte", is: "filled" }, { field: "account.industy", is: "filled" }, { field: "account.industry", is: "filled" }, { field: "rating", is: "in", than: ["hot", "tepid"] }, { field: "status", is: "is", than: "opne" }, { changed: ["budgte", "owner"] }] },
      then: [{ do: "require", fields: ["emial"] }, { do: "set", field: "rating", to: { first: [{ field: "rated" }, "hot"] } }] }, recordType))).toEqual(["at: button fly", "when: field budgte", "when: field account.industy", "when: choice tepid", "when: choice opne", "then: field emial", "then: field rated"]);
  });
  it("is told so in a process: record types, sales stages, steps and gates", () => {
    expect(told(straysInProcess({ when: { all: [{ field: "source", is: "filled" }, { field: "sauce", is: "filled" }] }, stages: [{ key: "a", label: { en: "A" }, on: "opportunity", stage: "qualfy", steps: [{ field: "customerNeed" }, { field: "need2" }, { task: "x", label: { en: "X" } }], gate: { field: "gone", is: "filled" } }, { key: "b", label: { en: "B" }, on: "competitor", steps: [] }, { key: "c", label: { en: "C" }, on: "lead", steps: [] }] }, recordType)))
      .toEqual(["when: field sauce", "stages: choice qualfy", "stages: field need2", "stages: field gone", "stages: type competitor"]);
  });
  it("is told so in an automation, in branches and in what it makes", () => {
    expect(told(straysInAutomation({ on: "opportunity", trigger: { on: "overdue", field: "closingDay" }, when: { field: "owner.email", is: "filled" }, steps: [{ do: "if", when: { field: "won", is: "is", than: true }, then: [{ do: "create", type: "activity", values: { subjcet: "x", kind: "tsak", regarding: { self: true }, owner: { field: "owner" } } }], otherwise: [{ do: "act", verb: "lose", answers: { reasn: "x" } }, { do: "create", type: "thing", values: {} }] }] }, recordType)))
      .toEqual(["trigger: field closingDay", "steps: field won", "steps: field subjcet", "steps: choice tsak", "steps: field reasn", "steps: type thing"]);
  });
  it("is told so in a dialog, of answers and variables that nothing gives", () => {
    expect(told(straysInDialog({ on: "lead", variables: { score: 0 }, steps: [{ page: "p", title: { en: "P" }, prompts: [{ key: "need", say: { en: "?" }, kind: "pick", query: "rivals" }] }, { set: "score", to: { plus: [{ var: "score" }, { var: "need.points" }, { var: "ned.points" }] } }, { if: { var: "sore", is: "more", than: 1 }, then: [{ act: { do: "act", verb: "qualfy" } }] }] }, recordType)))
      .toEqual(["steps: variable rivals", "steps: variable ned.points", "steps: variable sore", "steps: button qualfy"]);
  });
  it("is none of those that ship", () => {
    const all = [...rules, ...processes, ...dialogs, ...automations, ...Object.values(packs).flat()];
    expect(all.length).toBeGreaterThan(15);
    expect(all.flatMap(one => recordType(one.type)!.proves!(one.values, recordType).map(wrong => `${one.id} ${told([wrong])[0]!}`))).toEqual([]);
  });
});
