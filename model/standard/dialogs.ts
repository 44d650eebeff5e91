import { create } from "../change.ts";
import type { DialogStep, Option } from "../dialog.ts";
import { dialog } from "../records/dialog.ts";

const option = (value: string, points: number, en: string, zh: string): Option => ({ value, points, label: { en, "zh-CN": zh } });
const add = (...keys: string[]): DialogStep => ({ set: "score", to: { plus: [{ var: "score" }, ...keys.map(key => ({ var: `${key}.points` }))] } });

/** First call with a lead: weighs the answers as the course's manual does, and ends in a qualified lead, a disqualified one, or a follow-up. */
const firstCall = create(dialog, {
  name: "First call with a lead", on: "lead", description: "Four weighted questions. From 60 points the lead may be qualified, below 20 it is disqualified, and between them a follow-up is planned.",
  variables: { score: 0 },
  steps: [
    { page: "reached", title: { en: "The call", "zh-CN": "通话" }, prompts: [
      { key: "reached", kind: "radio", required: true, say: { en: "Did you reach the prospect?", "zh-CN": "是否联系到对方？" }, options: [option("yes", 0, "Yes", "是"), option("no", 0, "No", "否")] },
      { key: "said", kind: "lines", say: { en: "What did they say?", "zh-CN": "对方说了什么？" }, tip: { en: "In their own words.", "zh-CN": "请记录原话。" } },
    ] },
    { if: { var: "reached", is: "is", than: "no" }, then: [
      { act: { do: "create", type: "activity", values: { kind: "task", subject: { join: ["Call again:", { field: "company" }], with: " " }, regarding: { self: true }, due: { now: { workingDays: 1 } }, owner: { field: "owner" } } } },
      { stop: "completed", say: { en: "A task to call again is planned for the next working day.", "zh-CN": "已安排下一个工作日再次致电。" } },
    ] },
    { page: "need", title: { en: "Need and money", "zh-CN": "需求与预算" }, prompts: [
      { key: "need", kind: "radio", required: true, say: { en: "How much do they need it?", "zh-CN": "需求程度如何？" }, options: [option("must", 30, "Must have", "必须有"), option("should", 20, "Should have", "应该有"), option("good", 10, "Good to have", "最好有"), option("none", 0, "No need", "无需求")] },
      { key: "budgetStatus", kind: "pick", required: true, say: { en: "Is there a budget?", "zh-CN": "是否有预算？" }, options: [option("willBuy", 30, "Will buy", "决定购买"), option("canBuy", 20, "Can buy", "有能力购买"), option("mayBuy", 10, "May buy", "可能购买"), option("none", 0, "No committed budget", "预算未落实")] },
      { key: "budget", kind: "line", as: "decimal", say: { en: "How much?", "zh-CN": "金额？" } },
    ] },
    add("need", "budgetStatus"),
    { page: "when", title: { en: "Time and people", "zh-CN": "时间与决策人" }, prompts: [
      { key: "timeframe", kind: "radio", required: true, say: { en: "When do they want to buy?", "zh-CN": "计划何时采购？" }, options: [option("immediate", 25, "Immediately", "立即"), option("thisQuarter", 20, "This quarter", "本季度"), option("nextQuarter", 10, "Next quarter", "下季度"), option("thisYear", 5, "This year", "今年"), option("unknown", 0, "Unknown", "未知")] },
      { key: "decides", kind: "radio", required: true, say: { en: "Do you speak with the decision maker?", "zh-CN": "对方是决策人吗？" }, options: [option("yes", 15, "Yes", "是"), option("no", 0, "No", "否")] },
      { key: "next", kind: "date", say: { en: "When do you speak again?", "zh-CN": "下次何时联系？" } },
    ] },
    add("timeframe", "decides"),
    { act: { do: "update", values: { need: { var: "need" }, budgetStatus: { var: "budgetStatus" }, timeframe: { var: "timeframe" }, budget: { first: [{ var: "budget" }, { field: "budget" }] }, initialContact: "contacted", qualificationComments: { first: [{ var: "said" }, { field: "qualificationComments" }] } } } },
    { if: { var: "score", is: "atLeast", than: 60 }, then: [
      { page: "qualify", title: { en: "A good lead", "zh-CN": "优质潜在顾客" }, prompts: [{ key: "qualify", kind: "radio", required: true, say: { en: "Qualify this lead now?", "zh-CN": "现在授予资格吗？" }, options: [option("yes", 0, "Yes", "是"), option("no", 0, "Not yet", "暂不")] }] },
      { if: { var: "qualify", is: "is", than: "yes" }, then: [{ act: { do: "act", verb: "qualify" } }, { stop: "completed", say: { en: "The lead is qualified.", "zh-CN": "已授予资格。" } }] },
    ] },
    { if: { var: "score", is: "less", than: 20 }, then: [{ act: { do: "act", verb: "disqualify", answers: { reason: "noInterest" } } }, { stop: "completed", say: { en: "The lead is disqualified: no longer interested.", "zh-CN": "已取消资格：不再感兴趣。" } }] },
    { act: { do: "create", type: "activity", values: { kind: "task", subject: { join: ["Follow up:", { field: "company" }], with: " " }, regarding: { self: true }, due: { first: [{ var: "next" }, { now: { workingDays: 5 } }] }, owner: { field: "owner" } } } },
    { stop: "completed", say: { en: "A follow-up is planned.", "zh-CN": "已安排跟进。" } },
  ],
}, "dialog-first-call");

/** What was learnt, before a deal is closed. */
const review = create(dialog, {
  name: "Closing review", on: "opportunity", description: "Why the deal ends as it does, kept as a note, with the competitor and a task for what is left.",
  steps: [
    { query: "rivals", type: "competitor", where: {}, take: 50 },
    { page: "how", title: { en: "How it ends", "zh-CN": "结束情况" }, prompts: [
      { key: "outcome", kind: "radio", required: true, say: { en: "How does it end?", "zh-CN": "结果如何？" }, options: [option("won", 0, "We win", "我方赢单"), option("lost", 0, "We lose", "我方输单"), option("open", 0, "It stays open", "继续跟进")] },
      { key: "rival", kind: "pick", query: "rivals", say: { en: "Against whom?", "zh-CN": "竞争对手？" } },
      { key: "why", kind: "lines", required: true, say: { en: "What decided it?", "zh-CN": "决定性因素是什么？" } },
      { key: "frank", kind: "lines", log: false, say: { en: "Notes for yourself; they are not kept", "zh-CN": "仅供自己参考，不会保存" } },
    ] },
    { act: { do: "create", type: "note", values: { subject: "Closing review", text: { var: "why" }, regarding: { self: true } } } },
    { if: { var: "outcome", is: "is", than: "won" }, then: [{ act: { do: "act", verb: "win" } }, { stop: "completed", say: { en: "Closed as won, or sent for approval.", "zh-CN": "已以赢单结束，或已提交审批。" } }] },
    { if: { var: "outcome", is: "is", than: "lost" }, then: [{ act: { do: "act", verb: "lose", answers: { reason: "outSold", competitor: { var: "rival" }, description: { var: "why" } } } }, { stop: "completed", say: { en: "Closed as lost.", "zh-CN": "已以输单结束。" } }] },
    { page: "next", title: { en: "The next step", "zh-CN": "下一步" }, prompts: [{ key: "what", kind: "line", required: true, say: { en: "What is the next step?", "zh-CN": "下一步做什么？" } }, { key: "until", kind: "date", required: true, say: { en: "Until when?", "zh-CN": "截止日期？" } }] },
    { act: { do: "create", type: "activity", values: { kind: "task", subject: { var: "what" }, due: { var: "until" }, regarding: { self: true }, owner: { field: "owner" } } } },
  ],
}, "dialog-closing-review");

const yesNo = (points: number): Option[] => [option("yes", points, "Yes", "是"), option("no", 0, "No", "否")];
/** Whether to answer a request for proposal. The questions of fit are a dialog of their own, asked in the middle. */
const fit = create(dialog, {
  name: "RFP: fit", on: "opportunity", child: true, variables: { result: 0 },
  steps: [
    { page: "fit", title: { en: "Fit", "zh-CN": "匹配度" }, prompts: [
      { key: "skills", kind: "radio", required: true, say: { en: "Do we have the skills?", "zh-CN": "我们具备所需能力吗？" }, options: yesNo(30) },
      { key: "capacity", kind: "radio", required: true, say: { en: "Do we have the people in time?", "zh-CN": "届时有足够人手吗？" }, options: yesNo(20) },
    ] },
    { set: "result", to: { plus: [{ var: "skills.points" }, { var: "capacity.points" }] } },
  ],
}, "dialog-rfp-fit");
const rfp = create(dialog, {
  name: "RFP: go or no-go", on: "opportunity", description: "From 60 points it is a go.",
  steps: [
    { page: "rfp", title: { en: "The request", "zh-CN": "招标要求" }, prompts: [{ key: "due", kind: "moment", required: true, say: { en: "When is the response due?", "zh-CN": "何时提交？" } }, { key: "known", kind: "radio", required: true, say: { en: "Did we know of it before it came?", "zh-CN": "此前是否知情？" }, options: yesNo(30) }] },
    { child: "dialog-rfp-fit", as: "fit" },
    { page: "worth", title: { en: "Worth", "zh-CN": "价值" }, prompts: [{ key: "profit", kind: "radio", required: true, say: { en: "Will it earn its cost?", "zh-CN": "能否盈利？" }, options: yesNo(20) }, { key: "sponsor", kind: "lookup", to: "contact", say: { en: "Who speaks for us there?", "zh-CN": "客户内部支持者？" } }] },
    { set: "score", to: { plus: [{ var: "known.points" }, { var: "fit" }, { var: "profit.points" }] } },
    { if: { var: "score", is: "atLeast", than: 60 },
      then: [{ act: { do: "create", type: "activity", values: { kind: "task", subject: "Write the response", due: { days: -2, after: { var: "due" } }, regarding: { self: true }, owner: { field: "owner" }, priority: "high" } } }, { stop: "completed", say: { en: "Go: the response is planned two days before it is due.", "zh-CN": "参与投标：已安排在截止前两天完成标书。" } }],
      else: [{ act: { do: "act", verb: "lose", answers: { reason: "canceled", description: "RFP: no-go" } } }, { stop: "completed", say: { en: "No-go: the opportunity is closed as canceled.", "zh-CN": "不参与投标：商机已取消。" } }] },
  ],
}, "dialog-rfp-go");

export const dialogs = [firstCall, review, fit, rfp];
