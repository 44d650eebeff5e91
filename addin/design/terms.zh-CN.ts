import type { Term } from "./terms.en.ts";

/** The same in Chinese; a word that is missing does not compile. */
export const terms: Record<Term, string> = {
  kind_: "种类", due: "生成任务，几个工作日内完成", and: "且", or: "或", always: "始终", never: "从不", field: "字段", var: "回答或变量", is: "比较", than: "值", fields: "字段", say: "提示信息", to: "值", who: "审批人", role: "角色", user: "用户编号", label: "名称", key: "标识", on: "记录类型", stage: "销售阶段", probability: "可能性（%）", steps: "步骤", gate: "离开此阶段的条件", required: "必须完成", task: "标识",
  type: "记录类型", values: "值", verb: "操作", answers: "操作的参数", subject: "主题", text: "正文", days: "天数", workingDays: "工作日", hours: "小时", until: "直到", when: "条件", then: "则", otherwise: "否则", else: "否则", dialog: "对话", url: "地址", direction: "方向", moment: "包含时间", now: "从今天起",
  title: "标题", page: "标识", prompts: "问题", set: "变量", if: "条件", query: "查询结果保存为", where: "查询条件", take: "最多", child: "对话", inputs: "输入参数", as: "结果保存为", act: "执行内容", stop: "结果", kind: "回答方式", options: "选项", tip: "提示", log: "保存回答", value: "标识", points: "分数", changed: "字段", with: "连接符", after: "之后", was: "字段", address: "地址", all: "全部满足", any: "满足任一", not: "不满足",
  plus: "相加", minus: "相减", times: "相乘", per: "相除", first: "第一个非空值", join: "文本连接", silentDays: "多少天没有联系", moves: "结束日期改动次数", stageDays: "在同一阶段的天数", en: "英文", "zh-CN": "中文",
  literal: "固定值", status: "状态", putIn: "+ 插入值", fieldValue: "字段", wasValue: "字段原来的值", varValue: "回答或变量", today: "今天或若干天后", workdays: "若干工作日后", me: "当前操作者", self: "此记录", fieldIs: "字段", varIs: "回答或变量", teamManager: "团队经理", ofRole: "某一角色的所有人", oneUser: "指定用户", owner: "负责人", team: "负责人的团队",
  require: "必须填写", refuse: "拒绝并提示", clear: "清空", show: "显示", hide: "隐藏", lock: "锁定", recommend: "推荐", approve: "要求审批", fieldStep: "填写字段", taskStep: "勾选事项", create: "创建记录", update: "更改记录", assign: "轮流分派", mail: "发送邮件", notify: "通知", webhook: "调用网址", wait: "等待",
  "on.created": "记录创建时", "on.changed": "字段更改时", "on.status": "进入某一状态时", "on.stage": "进入某一阶段时", "on.overdue": "日期已过时", "on.mail": "记录了邮件时", pageStep: "提问页面", branch: "分支", findRecords: "查询记录", childDialog: "进入另一个对话", beginDialog: "开始对话", stopHere: "到此为止", setVar: "设置变量", deed: "执行操作", end: "结束对话",
  isNot: "不等于", in: "是其中之一", notIn: "不是其中任何一个", more: "大于", less: "小于", atLeast: "不小于", atMost: "不大于", contains: "包含", begins: "开头是", empty: "为空", filled: "已填写", equals: "等于",
  none: "无需回答，仅显示", line: "单行", radio: "单选", pick: "列表选择", lines: "多行", dateTime: "日期和时间", date: "日期", lookup: "其他记录", integer: "整数", decimal: "小数", completed: "完成", canceled: "停止", incoming: "收到", outgoing: "发出", rep: "销售人员", manager: "销售经理", administrator: "管理员",
  lead: "潜在顾客", opportunity: "商机", quote: "报价单", qualify: "资格确认", develop: "方案制定", propose: "提案", close: "成交", yes: "是", no: "否", weights: "权重", limits: "界限", save: "创建或更改时",
};
