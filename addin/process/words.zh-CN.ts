import type { Words } from "./words.en.ts";

/** What stages, approvals and guided dialogs say, in Chinese. */
export const zhCN: Words = {
  stages: "阶段", process: "销售流程", otherProcess: "更换流程", chooseProcess: "此记录按哪个流程进行？", keepProcess: "保持不变", processIs: name => `流程已改为“${name}”`,
  stageOf: (stage, n, all) => `${stage}，第 ${n} 阶段，共 ${all} 个阶段`, past: "已完成", now: "当前", ahead: "未到", probability: n => `${n}%`, daysIn: n => n === 0 ? "今天进入此阶段" : `在此阶段 ${n} 天`, doneOf: (n, all) => `已完成 ${n}/${all}`,
  next: stage => `下一步：${stage}`, backTo: stage => `返回${stage}`, moveTo: stage => `转到${stage}`, moved: stage => `阶段已改为${stage}`, needed: "必须", done: "已完成", open: "未完成", fill: step => `填写${step}`, tick: step => `完成：${step}`, ticked: step => `已完成：${step}`, unticked: step => `重新打开：${step}`, asTask: "建为任务", taskMade: step => `已建任务：${step}`,
  missing: "进入下一阶段前还缺少：", noSteps: "此阶段没有需要完成的步骤。", elsewhere: type => `此阶段属于${type}。`,
  approvals: "审批", waitsFor: names => `等待${names}审批`, waits: (verb, names) => `${verb}：等待${names}审批`, askedBy: (name, when) => `${name}于${when}提交`, approve: "批准", refuse: "拒绝", delegate: "转交", withdraw: "撤回", word: "意见", wordNeeded: "拒绝时请说明原因", to: "转交给谁？", you: "您",
  approved: "已批准", refused: "已拒绝", delegated: "已转交", withdrawn: "已撤回", history: "审批记录", waitingForYou: "等待您审批", changedSince: "提交审批后记录已被修改，请重新查看；批准将以记录的当前内容为准。", approveAnyway: "已查看，批准",
  steps: { asked: "提交申请", standsIn: "代为审批", mailed: "收到邮件提醒", delegated: "转交", approved: "批准", refused: "拒绝", withdrawn: "撤回" }, forWhom: name => `给${name}`,
  dialogs: "流程对话", start: "开始", resume: "继续", answered: n => n ? `已回答 ${n} 页` : "尚未开始", begunBy: name => `由${name}开始`, continueDialogs: "待继续的对话", nextPage: "下一步", back: "上一步", leave: "暂时离开", left: "已保存，可在此处或其他设备上继续。", finish: "完成", comments: "备注", saveComments: "保存备注", commentsKept: "备注已保存", notKept: "此回答不会保存", ended: { completed: "已完成", canceled: "已取消" }, summary: "摘要", answeredBy: (name, when) => `${name}，${when}`, tip: "提示", cancelDialog: "取消此对话", canceled: "对话已取消", page: n => `第 ${n} 页`, result: "结果", score: n => `得分 ${n}`, openRecord: name => `打开${name}`, yes: "是", no: "否",
  scoreTitle: "评分", scoreIs: n => `${n} 分`, because: "原因", noReasons: "目前没有影响评分的信息。", whatScores: "填写评分信息",
  health: "健康状况", well: "一切正常：已有下一步计划，进展顺利。", ailments: { noNextStep: () => "没有下一步计划", silent: n => `已 ${n} 天没有联系`, late: n => `结束日期已过 ${n} 天`, moved: n => `结束日期已推迟 ${n} 次`, oneContact: n => n ? "只认识一位联系人" : "还没有联系人", stageTooLong: n => `停留在同一阶段 ${n} 天` },
  mends: { addTask: "安排任务", call: "记录电话", setCloseDate: "修改结束日期", addContact: "添加联系人", moveStage: "查看阶段" },
  automations: "自动化", ran: { done: "已完成", waiting: "等待中", skipped: "已跳过", failed: "失败", stopped: "已停止" }, until: when => `至${when}`, nothingRan: "此记录上没有运行过自动化。",
};
