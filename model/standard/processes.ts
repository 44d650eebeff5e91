import { create } from "../change.ts";
import type { ProcessStep } from "../process.ts";
import { process } from "../records/process.ts";

const fields = (...names: string[]): ProcessStep[] => names.map(field => ({ field }));
const task = (task: string, en: string, zh: string): ProcessStep => ({ task, label: { en, "zh-CN": zh } });

/** The lead-to-opportunity process as Dynamics ships it: nothing in it is required until an administrator says so. */
export const processes = [
  create(process, {
    name: "Lead to opportunity", order: 100, description: "Qualify the lead, develop the need, propose, close.",
    stages: [
      { key: "qualify-lead", on: "lead", label: { en: "Qualify", "zh-CN": "资格确认" }, steps: fields("contact", "account", "timeframe", "budget", "purchaseProcess", "decisionMaker", "description") },
      { key: "qualify", on: "opportunity", stage: "qualify", probability: 20, label: { en: "Qualify", "zh-CN": "资格确认" }, steps: fields("contact", "account", "timeframe", "budget", "purchaseProcess", "decisionMaker", "description") },
      { key: "develop", on: "opportunity", stage: "develop", probability: 40, label: { en: "Develop", "zh-CN": "方案制定" }, steps: [...fields("customerNeed", "proposedSolution"), task("stakeholders", "Identify stakeholders", "确定干系人"), ...fields("competitors")] },
      { key: "propose", on: "opportunity", stage: "propose", probability: 60, label: { en: "Propose", "zh-CN": "提案" }, steps: [task("team", "Identify the sales team", "确定销售团队"), task("proposal", "Develop the proposal", "编制方案"), task("review", "Complete the internal review", "完成内部评审"), task("present", "Present the proposal", "讲解方案")] },
      { key: "close", on: "opportunity", stage: "close", probability: 80, label: { en: "Close", "zh-CN": "成交" }, steps: [task("final", "Complete the final proposal", "完成最终方案"), task("presentFinal", "Present the final proposal", "讲解最终方案"), ...fields("closeDate"), task("thanks", "Send a thank-you", "发送感谢信"), task("debrief", "File the de-brief", "归档总结")] },
    ],
  }, "process-lead-to-opportunity"),
];
