/** What ships with the product goes by its English name; here is how it is called in Chinese. Whatever an administrator has named otherwise stays as it is. */
const chineseNames: Record<string, string> = {
  "First call with a lead": "潜在顾客首次通话", "Four weighted questions. From 60 points the lead may be qualified, below 20 it is disqualified, and between them a follow-up is planned.": "四个加权问题：60 分以上可授予资格，20 分以下取消资格，其余安排跟进。",
  "Closing review": "结束评审", "Why the deal ends as it does, kept as a note, with the competitor and a task for what is left.": "记录商机结束的原因与竞争对手，并为未尽事项安排任务。",
  "RFP: fit": "招标：匹配度", "RFP: go or no-go": "招标：是否参与", "From 60 points it is a go.": "60 分以上即参与投标。",
  "Lead to opportunity": "潜在顾客到商机", "Qualify the lead, develop the need, propose, close.": "确认资格、制定方案、提案、成交。",
  "A lead has an e-mail address and a source": "潜在顾客必须有电子邮件地址和来源", "A manager approves before an opportunity is won": "商机赢单前须经经理批准",
  "First contact with a new lead": "首次联系新的潜在顾客", "Tell the sales team of a won deal": "向销售团队通报赢单", "Tell who asked how an approval ended": "将审批结果告知申请人",
  "Car parts: contact to quote": "汽车零件：接洽到报价", "Contact, meetings, quote, accepted or refused.": "接洽、会谈、报价、接受或拒绝。", "Car parts: which parts": "汽车零件：零件类型", "Car parts: arrange the first meeting": "汽车零件：安排首次会面", "Car parts: send the quote": "汽车零件：发出报价",
  "RFP: found to decision": "招标：从发现到决定", "RFP found, response written, approved and sent, accepted or refused.": "发现招标、编写标书、审批提交、接受或拒绝。", "RFP: a response is approved before it is sent": "招标：标书提交前须审批", "RFP: write the response": "招标：编写标书",
  "Score and health": "评分与健康度",
};

/** A way's name or description in the reader's language. */
export const sayWay = (words: string, chinese: boolean): string => chinese ? chineseNames[words] ?? words : words;
/** The same for “way – record”. */
export function sayTitle(title: string, chinese: boolean): string {
  const at = title.indexOf(" – ");
  return at < 0 ? sayWay(title, chinese) : sayWay(title.slice(0, at), chinese) + title.slice(at);
}
