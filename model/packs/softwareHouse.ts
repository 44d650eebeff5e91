import { create } from "../change.ts";
import { automation } from "../records/automation.ts";
import { process } from "../records/process.ts";
import { rule } from "../records/rule.ts";

const pack = "software-house";
/** The course's software house: an RFP is found, the response is written elsewhere and approved before it is sent, then accepted or refused. */
export const softwareHouse = [
  create(process, {
    name: "RFP: found to decision", order: 10, pack, description: "RFP found, response written, approved and sent, accepted or refused.",
    stages: [
      { key: "found", on: "opportunity", stage: "qualify", probability: 10, label: { en: "RFP found", "zh-CN": "发现招标" }, steps: [{ field: "closeDate", required: true }, { field: "customerNeed", required: true }] },
      { key: "response", on: "opportunity", stage: "develop", probability: 25, label: { en: "Response", "zh-CN": "编写标书" }, steps: [{ task: "written", label: { en: "Response written", "zh-CN": "标书已完成" }, required: true }] },
      { key: "sending", on: "opportunity", stage: "propose", probability: 40, label: { en: "Approve and send", "zh-CN": "审批并提交" }, steps: [{ field: "presentedOn", required: true }] },
      { key: "decision", on: "opportunity", stage: "close", probability: 60, label: { en: "Decision", "zh-CN": "客户决定" }, steps: [] },
    ],
  }, "software-house-process"),
  create(rule, { name: "RFP: a response is approved before it is sent", on: "opportunity", order: 20, at: ["present"], pack, when: { all: [] }, then: [{ do: "approve", who: { manager: true }, say: { en: "A manager approves the response before it is sent", "zh-CN": "标书提交前须经经理批准" } }] }, "software-house-approval"),
  create(automation, { name: "RFP: write the response", on: "opportunity", pack, trigger: { on: "stage", to: ["response"] }, steps: [{ do: "create", type: "activity", values: { kind: "task", subject: { join: ["Write the response:", { field: "name" }], with: " " }, regarding: { self: true }, due: { first: [{ days: -5, after: { field: "closeDate" } }, { now: { workingDays: 10 } }] }, step: "written", priority: "high", owner: { field: "owner" } } }] }, "software-house-response"),
];
