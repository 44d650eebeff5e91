import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Facts, Plain } from "../../model/expression.ts";
import { isDone, leaving, missingIn, move, processFor, stages, stagesOf, type Process } from "../../model/process.ts";
import { processes as shipped } from "../../model/standard/processes.ts";

const now = "2026-11-24T10:00:00.000Z";
const process: Process = { id: "p", name: "P", stages: [
  { key: "meet", on: "lead", label: { en: "Meet" }, steps: [{ field: "email", required: true }] },
  { key: "need", on: "opportunity", stage: "qualify", probability: 10, label: { en: "Need" }, steps: [{ field: "customerNeed", required: true }, { field: "budget" }] },
  { key: "offer", on: "opportunity", stage: "propose", probability: 50, label: { en: "Offer" }, steps: [{ task: "review", label: { en: "Review" }, required: true }], gate: { field: "budget", is: "more", than: 0 }, say: { en: "No offer without a budget" } },
  { key: "end", on: "opportunity", stage: "close", probability: 90, label: { en: "End" }, steps: [] },
] };
const facts = (record: Plain, was?: Plain): Facts => ({ now, on: was ? "update" : "create", record, was });
const at = (stage: string, more: Plain = {}) => ({ process: "p", processStage: stage, ...more });

describe("a sales process", () => {
  it("begins a record at its first stage, with the stage's probability and sales stage", () => expect(move([process], "opportunity", facts({}))).toEqual({ problems: [], values: { process: "p", processStage: "need", stageSince: now, stage: "qualify", probability: 10 } }));
  it("goes on when what is required is there, and names every missing field of every stage that would be skipped", () => {
    const was = at("need");
    expect(move([process], "opportunity", facts(at("offer", { customerNeed: "x" }), was))).toMatchObject({ problems: [], values: { processStage: "offer", stage: "propose", probability: 50, stageSince: now } });
    expect(move([process], "opportunity", facts(at("end"), was)).problems.map(one => [one.field, one.code])).toEqual([["customerNeed", "stage-needs"], ["stepsDone", "stage-needs"], ["", "refused"]]);
    expect(move([process], "opportunity", facts(at("end", { customerNeed: "x", stepsDone: ["review"], budget: 5 }), was)).problems).toEqual([]);
  });
  it("goes back freely, and takes a change of the sales stage for what it means", () => {
    expect(move([process], "opportunity", facts(at("need"), at("end")))).toMatchObject({ problems: [], values: { processStage: "need", stage: "qualify" } });
    expect(move([process], "opportunity", facts({ ...at("need"), stage: "close" }, { ...at("need"), stage: "qualify" })).problems).toHaveLength(3);
  });
  it("keeps a probability that was given, and leaves a stage alone that is not in it", () => {
    expect(move([process], "opportunity", facts(at("offer", { customerNeed: "x", probability: 77 }), at("need", { probability: 10 }))).values).not.toHaveProperty("probability");
    expect(move([process], "opportunity", facts(at("nowhere"), at("need"))).problems[0]).toMatchObject({ field: "processStage", code: "not-a-choice" });
    expect(move([process], "contact", facts({}))).toEqual({ values: {}, problems: [] });
  });
  it("is chosen by its condition and order, or by hand; an inactive one only where it is chosen already", () => {
    const big: Process = { ...process, id: "big", order: 1, when: { field: "estimatedValue", is: "atLeast", than: 100_000 } }, off: Process = { ...process, id: "off", status: "inactive", order: 0 };
    const chosen = (record: Plain) => processFor([process, big, off], "opportunity", facts(record))?.id;
    expect([chosen({}), chosen({ estimatedValue: 200_000 }), chosen({ process: "off" }), chosen({ process: "gone" })]).toEqual(["p", "big", "off", "p"]);
    expect(move([process, big], "opportunity", facts({ process: "big", processStage: "end" }, at("end"))).values).toMatchObject({ process: "big", processStage: "need" });
  });
  it("ends only when its last stages are finished", () => {
    expect(leaving([process], "opportunity", facts(at("offer"))).map(one => one.code)).toEqual(["stage-needs", "refused"]);
    expect(leaving([process], "lead", facts(at("meet", { email: "a@b.example" })))).toEqual([]);
  });
  it("never lets a record stand behind a stage whose requirements it lacks, whatever is tried", () => {
    const seed = Number(globalThis.process.env.SEED ?? Date.now() % 1e9);
    globalThis.process.stdout.write(`processes, SEED=${seed}\n`);
    const change = fc.record({ processStage: fc.constantFrom("need", "offer", "end", "x"), stage: fc.constantFrom("qualify", "propose", "close"), customerNeed: fc.constantFrom("", "yes"), budget: fc.constantFrom(0, 5), stepsDone: fc.constantFrom([], ["review"]) }, { requiredKeys: [] });
    fc.assert(fc.property(fc.array(change, { maxLength: 12 }), changes => {
      let record: Plain = move([process], "opportunity", facts({})).values;
      for (const given of changes) {
        const after = { ...record, ...given }, moved = move([process], "opportunity", facts(after, record)), wasAt = stagesOf(process, "opportunity").findIndex(one => one.key === record.processStage);
        if (moved.problems.length) continue;
        const next = { ...after, ...moved.values }, nowAt = stagesOf(process, "opportunity").findIndex(one => one.key === next.processStage);
        for (const stage of stagesOf(process, "opportunity").slice(wasAt, nowAt)) expect(missingIn(stage, facts(next))).toEqual([]);
        record = next;
      }
    }), { seed, numRuns: 300 });
  });
  it("ships with the steps that Dynamics has, none of them required, each a field that exists or something to tick", async () => {
    const { recordType } = await import("../../model/records.ts");
    const list = (shipped[0]!.values as { stages: Process["stages"] }).stages;
    expect(stages.safeParse(list).success).toBe(true);
    expect(list.map(stage => `${stage.on} ${stage.label.en}`)).toEqual(["lead Lead", "opportunity Qualify", "opportunity Develop", "opportunity Propose", "opportunity Close"]);
    for (const stage of list) for (const step of stage.steps) { expect(step.required ?? false).toBe(false); if ("field" in step) expect(Object.keys(recordType(stage.on)!.fields)).toContain(step.field); }
    expect(isDone({ field: "decisionMaker" }, { decisionMaker: false })).toBe(false);
  });
});
