/** Words of the company's own ways: rules, approvals, processes, dialogs, automations. */
export const process = {
  "Business rule": "业务规则", "Business rules": "业务规则", "Record type": "记录类型", "Quote": "报价单", "Order": "订单", "Invoice": "发票", "When it is asked": "触发时机", "Condition": "条件", "Then": "则", "Otherwise": "否则", "Effects": "效果", "Pack": "方案包",
  "Approval": "审批", "Approvals": "审批", "Action": "操作", "Answers": "所填内容", "As of version": "申请时的版本", "Asked by": "申请人", "Approvers": "审批人", "Cleared": "已通过的规则", "Next reminder": "下次提醒", "History": "历史记录",
  "By": "操作人", "Comment": "意见", "Asked": "已申请", "Stands in": "代为审批", "Asked by e-mail": "已发邮件请求审批", "Delegated": "已转交", "Approved": "已批准", "Refused": "已拒绝", "Withdrawn": "已撤回", "Pending": "待审批",
  "Approve": "批准", "Refuse": "拒绝", "Delegate": "转交", "Withdraw": "撤回", "Version seen": "所见版本", "Deputy": "代理人", "Away until": "离开至", "Absence": "外出", "rule.order": "顺序", "process.order": "顺序",
  "Automation": "自动化", "Automations": "自动化", "Trigger": "触发条件", "Steps": "步骤", "Language of e-mails": "邮件语言", "English": "英文", "Chinese": "中文",
  "Sales process": "销售流程", "Sales processes": "销售流程", "Stages": "阶段", "Process stage": "流程阶段", "In this stage since": "进入本阶段时间", "Steps done": "已完成步骤", "Step of the process": "流程步骤",
  "Dialog": "对话", "Dialogs": "对话", "Input arguments": "输入参数", "Variables": "变量", "Dialog session": "对话记录", "Dialog sessions": "对话记录", "Summary": "摘要", "Score and health": "评分与健康度", "Weights": "权重", "Limits": "界限", "Presented on": "提交日期", "Present the proposal": "提交方案", "Comments": "备注", "Result": "结论", "Only within another dialog": "仅在其他对话中使用",
} as const;
