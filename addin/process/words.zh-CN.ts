import type { Words } from "./words.en.ts";

/** What stages and approvals say, in Chinese. */
export const zhCN: Words = {
  stages: "阶段", otherProcess: "更换流程", chooseProcess: "此记录按哪个流程进行？", keepProcess: "保持不变", processIs: name => `流程已改为“${name}”`,
  stageOf: (stage, n, all) => `${stage}，第 ${n} 阶段，共 ${all} 个阶段`, past: "已完成", now: "当前", ahead: "未到", probability: n => `${n}%`, daysIn: n => n === 0 ? "今天进入此阶段" : `在此阶段 ${n} 天`, doneOf: (n, all) => `已完成 ${n}/${all}`,
  next: stage => `下一步：${stage}`, backTo: stage => `返回${stage}`, moveTo: stage => `转到${stage}`, moved: stage => `阶段已改为${stage}`, needed: "必须", done: "已完成", open: "未完成", fill: step => `填写${step}`, ticked: step => `已完成：${step}`, unticked: step => `重新打开：${step}`,
  missing: "进入下一阶段前还缺少：", noSteps: "此阶段没有需要完成的步骤。", elsewhere: type => `此阶段属于${type}。`,
  approvals: "审批", waitsFor: names => `等待${names}审批`, askedBy: (name, when) => `${name}于${when}提交`, approve: "批准", refuse: "拒绝", delegate: "转交", withdraw: "撤回", you: "您",
  approved: "已批准", refused: "已拒绝", delegated: "已转交", withdrawn: "已撤回", history: "审批记录", waitingForYou: "等待您审批", changedSince: "提交审批后记录已被修改，请重新查看；批准将以记录的当前内容为准。", approveAnyway: "已查看，批准",
  steps: { asked: "提交申请", standsIn: "代为审批", mailed: "收到邮件提醒", delegated: "转交", approved: "批准", refused: "拒绝", withdrawn: "撤回" }, forWhom: name => `给${name}`,
};
