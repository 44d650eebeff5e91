import { create } from "../change.ts";
import { rule } from "../records/rule.ts";

/** The rules that every company begins with: both are the sales course's own. */
export const rules = [
  create(rule, {
    name: "A lead has an e-mail address and a source", on: "lead", order: 10, when: { all: [] },
    description: "Nobody can follow up a lead that cannot be reached, and nobody can say which campaigns pay without the source.",
    then: [
      { do: "require", fields: ["email"], say: { en: "A lead needs an e-mail address", "zh-CN": "潜在顾客必须有电子邮件地址" } },
      { do: "require", fields: ["source"], say: { en: "A lead needs its source", "zh-CN": "请选择潜在顾客的来源" } },
    ],
  }, "rule-lead-reachable"),
  create(rule, {
    name: "A manager approves before an opportunity is won", on: "opportunity", order: 10, at: ["win"], when: { all: [] },
    description: "Whoever may approve wins directly. Add a condition on the estimated revenue to ask only from a certain amount.",
    then: [{ do: "approve", who: { manager: true }, say: { en: "A manager approves before an opportunity is won", "zh-CN": "商机赢单前须经销售经理批准" } }],
  }, "rule-win-approved"),
];
