import type { Words } from "./words.en.ts";

/** What stages and approvals say, in Chinese. */
export const zhCN: Words = {
  stages: "阶段", otherProcess: "更换流程", chooseProcess: "此记录按哪个流程进行？", keepProcess: "保持不变", processIs: name => `流程已改为“${name}”`,
  stageOf: (stage, n, all) => `${stage}，第 ${n} 阶段，共 ${all} 个阶段`, past: "已完成", now: "当前", ahead: "未到", probability: n => `${n}%`, daysIn: n => n === 0 ? "今天进入此阶段" : `在此阶段 ${n} 天`, doneOf: (n, all) => `已完成 ${n}/${all}`,
  next: stage => `下一步：${stage}`, backTo: stage => `返回${stage}`, moveTo: stage => `转到${stage}`, moved: stage => `阶段已改为${stage}`, needed: "必须", done: "已完成", open: "未完成", fill: step => `填写${step}`, ticked: step => `已完成：${step}`, unticked: step => `重新打开：${step}`,
  planned: days => days === 0 ? "当天的任务" : `${days} 个工作日内的任务`, missing: "进入下一阶段前还缺少：", noSteps: "此阶段没有需要完成的步骤。", elsewhere: type => `此阶段属于${type}。`,
  approvals: "审批", waitsFor: names => `等待${names}审批`, askedBy: (name, when) => `${name}于${when}提交`, approve: "批准", refuse: "拒绝", delegate: "转交", withdraw: "撤回", you: "您",
  approved: "已批准", refused: "已拒绝", delegated: "已转交", withdrawn: "已撤回", history: "审批记录", waitingForYou: "等待您审批", changedSince: "提交审批后记录已被修改，请重新查看；批准将以记录的当前内容为准。", approveAnyway: "已查看，批准",
  score: "评分", points: n => `${n} 分`, noReasons: "目前没有加分或减分的理由。", weights: "更改评分权重",
  health: "需要关注", ails: {
    noNextStep: () => "没有安排下一步", silent: n => `已 ${n} 天没有联系`, late: n => `预计结束日期已过 ${n} 天`, moved: n => `结束日期已改动 ${n} 次`,
    oneContact: n => n ? "客户方只认识一个人" : "客户方没有认识的人", stageTooLong: n => `在此阶段已 ${n} 天`,
  }, mends: { addTask: "安排任务", call: "记录通话", setCloseDate: "设置结束日期", addContact: "添加联系人", moveStage: "查看阶段" },
  runs: "自动化", showRuns: n => `查看 ${n} 次自动化的结果`, hideRuns: "收起", outcomes: { done: "已完成", waiting: "等待中", skipped: "未执行", failed: "失败", stopped: "已停止" }, until: when => `${when}继续`,
  did: { create: what => `已创建${what}`, update: what => `已更改：${what}`, assign: who => `已分派给${who}`, mail: n => `已向 ${n} 人发送邮件`, noMail: "未发送邮件：没有收件人", webhook: host => `已通知 ${host}`, dialog: "已开始对话", act: what => `${what}：已完成` }, why: { loop: "它会再次触发自己", gone: "记录已不存在" },
  steps: { asked: "提交申请", standsIn: "代为审批", mailed: "收到邮件提醒", delegated: "转交", approved: "批准", refused: "拒绝", withdrawn: "撤回" }, forWhom: name => `给${name}`,
};
