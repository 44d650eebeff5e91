import { create } from "../change.ts";
import { automation } from "../records/automation.ts";

/** The automations that every company begins with: both are the sales course's own. */
export const automations = [
  create(automation, {
    name: "First contact with a new lead", on: "lead", trigger: { on: "created" }, when: { field: "status", is: "is", than: "open" },
    description: "The owner of a new lead finds the first step among their tasks: to contact the prospect by the next working day.",
    steps: [{ do: "create", type: "activity", values: { kind: "task", subject: { join: ["Contact the prospect:", { first: [{ field: "company" }, { field: "topic" }] }], with: " " }, regarding: { self: true }, due: { now: { workingDays: 1 } }, priority: "high", owner: { field: "owner" } } }],
  }, "automation-first-contact"),
  create(automation, {
    name: "Tell the sales team of a won deal", on: "opportunity", trigger: { on: "status", to: ["won"] },
    description: "Everybody in the owner's team gets one e-mail that names the customer and the value.",
    steps: [{ do: "mail", to: [{ team: true }],
      subject: { en: "Won: {{opportunity.name}}", "zh-CN": "赢单：{{opportunity.name}}" },
      text: { en: "{{user.name}} has won “{{opportunity.name}}”.\n\nCustomer: {{opportunity.account, opportunity.contact}}\nValue: {{opportunity.actualValue, opportunity.estimatedValue | not stated}}\nClosed on: {{opportunity.actualCloseDate}}\n",
        "zh-CN": "{{user.name}}赢得了“{{opportunity.name}}”。\n\n客户：{{opportunity.account, opportunity.contact}}\n金额：{{opportunity.actualValue, opportunity.estimatedValue | 未填写}}\n结束日期：{{opportunity.actualCloseDate}}\n" } }],
  }, "automation-won-announcement"),
  create(automation, {
    name: "Tell who asked how an approval ended", on: "approval", trigger: { on: "status", to: ["approved", "refused"] },
    steps: [{ do: "if", when: { field: "status", is: "is", than: "approved" },
      then: [{ do: "mail", to: [{ address: { field: "asker.email" } }], subject: { en: "Approved: {{approval.title}}", "zh-CN": "已批准：{{approval.title}}" }, text: { en: "“{{approval.title}}” is approved and done.", "zh-CN": "“{{approval.title}}”已批准并完成。" } }],
      otherwise: [{ do: "mail", to: [{ address: { field: "asker.email" } }], subject: { en: "Refused: {{approval.title}}", "zh-CN": "已拒绝：{{approval.title}}" }, text: { en: "“{{approval.title}}” is refused. The comment stands in the record's history.", "zh-CN": "“{{approval.title}}”被拒绝，意见见记录的历史。" } }] }],
  }, "automation-approval-ended"),
];
