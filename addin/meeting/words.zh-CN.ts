import type { Words } from "./words.en.ts";

/** What is said beside a meeting, in Chinese. */
export const zhCN: Words = {
  title: "会议", nobody: "邀请与会者后，这里会显示对方是谁、有哪些进行中的商机。", more: n => `另有 ${n} 人`, loggedTo: title => `已归入${title}`, noDeal: "请先在“关于”中选择此会议涉及的记录。",
  brief: "会前简报", agenda: "议程", outcome: "会议结果", print: "打印",
  deal: "关于", situation: "现状：", need: "需求：", planned: "计划中", nothingPlanned: "没有计划中的事项。", mails: "最近的邮件", noMails: "还没有归入的邮件。", notes: "备注", against: "竞争对手", card: "竞争卡", quote: "报价单", revision: n => `第 ${n} 版`, notActive: "未激活",
  decided: "达成的决定", next: "后续步骤", task: n => `后续步骤 ${n}`, taskHint: "由谁做什么", due: n => `步骤 ${n} 的截止日期`, remove: n => `移除步骤 ${n}`, addTask: "添加步骤", stage: "商机当前阶段", save: "保存会议结果", saving: "正在保存…", saved: "已保存会议结果：备注、任务和阶段", held: "此会议已有结果记录，所写内容将作为补充。",
};
