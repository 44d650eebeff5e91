import { create } from "../change.ts";
import { automation } from "../records/automation.ts";
import { process } from "../records/process.ts";
import { rule } from "../records/rule.ts";

const pack = "car-parts";
/** The course's supplier of car parts: a customer calls, meetings follow, then a quote, which is accepted or refused. */
export const carParts = [
  create(process, {
    name: "Car parts: contact to quote", order: 10, pack, description: "Contact, meetings, quote, accepted or refused.",
    stages: [
      { key: "contact", on: "lead", label: { en: "Contact", "zh-CN": "接洽" }, steps: [{ field: "phone", required: true }, { field: "description", required: true }, { field: "estimatedValue", required: true }] },
      { key: "meetings", on: "opportunity", stage: "develop", probability: 30, label: { en: "Meetings", "zh-CN": "会谈" }, steps: [{ field: "customerNeed", required: true }, { task: "met", label: { en: "Met the customer", "zh-CN": "已会见客户" }, required: true }] },
      { key: "quote", on: "opportunity", stage: "propose", probability: 60, label: { en: "Quote", "zh-CN": "报价" }, steps: [{ task: "quoted", label: { en: "Quote sent", "zh-CN": "报价已发出" }, required: true }, { field: "closeDate", required: true }] },
      { key: "decision", on: "opportunity", stage: "close", probability: 80, label: { en: "Decision", "zh-CN": "客户决定" }, steps: [] },
    ],
  }, "car-parts-process"),
  create(rule, { name: "Car parts: which parts", on: "lead", order: 50, pack, when: { field: "description", is: "empty" }, then: [{ do: "recommend", field: "description", to: "Type of parts: ", say: { en: "Write down which parts are wanted", "zh-CN": "请记录所需零件类型" } }] }, "car-parts-parts"),
  create(automation, { name: "Car parts: arrange the first meeting", on: "opportunity", pack, trigger: { on: "created" }, steps: [{ do: "create", type: "activity", values: { kind: "task", subject: { join: ["Arrange a meeting:", { field: "name" }], with: " " }, regarding: { self: true }, due: { now: { workingDays: 2 } }, step: "met", owner: { field: "owner" } } }] }, "car-parts-meeting"),
  create(automation, { name: "Car parts: send the quote", on: "opportunity", pack, trigger: { on: "stage", to: ["quote"] }, steps: [{ do: "create", type: "activity", values: { kind: "task", subject: { join: ["Send the quote:", { field: "name" }], with: " " }, regarding: { self: true }, due: { now: { workingDays: 3 } }, step: "quoted", priority: "high", owner: { field: "owner" } } }] }, "car-parts-quote"),
];
