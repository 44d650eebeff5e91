import type { Words } from "./words.en.ts";

/** What is said of a mail's own words, in Chinese. */
export const zhCN: Words = {
  title: "邮件内容提示",
  competitor: name => `提到竞争对手：${name}`, product: name => `提到产品：${name}`,
  due: day => `希望在 ${day} 前答复`, amount: amount => `提到金额：${amount}`,
  refusal: "对方似乎婉拒", acceptance: quote => quote ? `接受报价单 ${quote}` : "接受我方报价", order: n => `询购 ${n} 项产品`,
  unmatched: code => `产品目录中没有 ${code}`, quantity: (n, name) => `${n} × ${name}`, quantityOf: name => `${name}的数量`,
  isOn: deal => `已在“${deal}”中`, linkTo: deal => `关联到“${deal}”`, linked: (name, deal) => `已将${name}关联到“${deal}”`,
  makeTask: day => `创建任务，${day} 到期`, madeTask: day => `已创建 ${day} 到期的任务`, taskSubject: subject => `答复：${subject}`,
  disqualify: lead => `取消“${lead}”的资格…`, disqualified: lead => `已取消“${lead}”的资格`, lose: deal => `将“${deal}”作为丢单结束…`, lost: deal => `“${deal}”已作为丢单结束`, saveReason: "按此原因保存",
  addLines: deal => `添加到“${deal}”的明细…`, addNow: n => `添加 ${n} 行`, addedLines: (n, deal) => `已向“${deal}”添加 ${n} 行明细`,
  newQuote: "用这些明细新建报价单…", quoteNow: n => `保存报价单（${n} 行）`, quoted: n => `已建立报价单草稿（${n} 行）`,
  orderFrom: quote => `由 ${quote} 生成订单…`, makeOrder: "生成订单", ordered: quote => `已由 ${quote} 生成订单，并以此邮件为凭据`,
  estimate: (deal, amount) => `将“${deal}”的预计收入设为 ${amount}…`, saveEstimate: "保存预计收入", estimated: deal => `已保存“${deal}”的预计收入`,
  open: title => `打开“${title}”`,
  complete: task => `完成任务：${task}`, completed: "任务已完成", openTask: task => `仍有未完成的任务：${task}`,
  undone: "已撤销", show: "在邮件中显示", hide: "隐藏",
};
