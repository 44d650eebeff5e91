import { create } from "../change.ts";
import type { ProcessStep } from "../process.ts";
import { process } from "../records/process.ts";

const fields = (...names: string[]): ProcessStep[] => names.map(field => ({ field }));

/** The lead-to-opportunity process as Dynamics ships it: nothing in it is required until an administrator says so. */
export const processes = [
  create(process, {
    name: "Lead to opportunity", order: 100, description: "Qualify the lead, develop the need, propose, close.",
    stages: [
      { key: "qualify-lead", on: "lead", label: { en: "Lead", "zh-CN": "潜在顾客" }, steps: fields("contact", "account", "timeframe", "budget", "purchaseProcess", "decisionMaker", "description") },
      { key: "qualify", on: "opportunity", stage: "qualify", probability: 20, label: { en: "Qualify", "zh-CN": "资格确认" }, steps: fields("contact", "account", "timeframe", "budget", "purchaseProcess", "decisionMaker", "description") },
      { key: "develop", on: "opportunity", stage: "develop", probability: 40, label: { en: "Develop", "zh-CN": "方案制定" }, steps: fields("customerNeed", "proposedSolution", "contactsIdentified", "competitorsIdentified") },
      { key: "propose", on: "opportunity", stage: "propose", probability: 60, label: { en: "Propose", "zh-CN": "提案" }, steps: fields("teamIdentified", "proposalDeveloped", "reviewCompleted", "proposalPresented") },
      { key: "close", on: "opportunity", stage: "close", probability: 80, label: { en: "Close", "zh-CN": "成交" }, steps: fields("finalProposalReady", "finalProposalPresented", "finalDecision", "thanksSent", "debriefFiled") },
    ],
  }, "process-lead-to-opportunity"),
];
