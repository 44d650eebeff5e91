import type { Words } from "./words.en.ts";

/** What is said of a mail's own words, in Chinese. */
export const zhCN: Words = {
  title: "邮件内容提示",
  competitor: name => `提到竞争对手：${name}`, product: name => `提到产品：${name}`,
  due: day => `希望在 ${day} 前答复`, amount: amount => `提到金额：${amount}`,
  refusal: "对方表示拒绝", acceptance: quote => `接受报价单 ${quote}`, order: n => `询购 ${n} 项产品`,
  unmatched: code => `产品目录中没有 ${code}`, quantity: (n, name) => `${n} × ${name}`,
  linkTo: deal => `关联到“${deal}”`, linked: (name, deal) => `已将${name}关联到“${deal}”`,
  makeTask: day => `创建任务，${day} 到期`, madeTask: day => `已创建 ${day} 到期的任务`, taskSubject: subject => `答复：${subject}`,
  disqualify: lead => `取消“${lead}”的资格`, disqualified: lead => `已取消“${lead}”的资格`,
  addLines: deal => `添加到“${deal}”的明细`, addedLines: (n, deal) => `已向“${deal}”添加 ${n} 行明细`,
  openQuote: "打开报价单", openDeal: deal => `打开“${deal}”`,
  complete: task => `完成任务：${task}`, completed: "任务已完成", openTask: task => `仍有未完成的任务：${task}`,
  undone: "已撤销", show: "在邮件中显示", hide: "隐藏",
};
