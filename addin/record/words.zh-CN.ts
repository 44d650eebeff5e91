import type { Words } from "./words.en.ts";

/** What the record panes say, in Chinese. */
export const zhCN: Words = {
  save: "保存", saving: "正在保存…", cancel: "取消", edit: "编辑", remove: "删除", undo: "撤销", undone: "已撤销", again: "重试", close: "关闭", showMore: "显示更多", loading: "正在加载…", clear: "清除", yes: "是", no: "否",
  saveRecord: type => `保存${type}`, newRecord: type => `新建${type}`, saved: "已保存", created: what => `已创建${what}`, removed: what => `已删除${what}`,
  removeAsk: what => `删除“${what}”？删除后可立即撤销。`, emptyFields: n => `显示 ${n} 个空字段`, fewer: "收起", details: "详细信息", suggested: "从邮件中推测，请核对", required: "必填",
  wrongFields: n => `有 ${n} 个字段需要修改`, choose: "请选择…", none: "无", noneFound: "没有找到记录", searching: "正在搜索…", createNamed: name => `新建“${name}”`, typeToSearch: "输入名称搜索", pick: "搜索结果", addLine: "添加一行", removeLine: "删除此行", lineUp: n => `上移第 ${n} 行`, lineDown: n => `下移第 ${n} 行`, lineRemoved: "已删除此行", removeNamed: what => `移除${what}`,
  newBranch: "新建主题", newBranchTitle: "新主题的名称", below: title => `位于“${title}”之下`,
  prevMonth: "上个月", nextMonth: "下个月", prevYear: "上一年", nextYear: "下一年", today: "今天",
  wrong: {
    required: p => said(p) ?? "此项必填", "stage-needs": p => `“${chinese(p.stage)}”阶段须先完成${p.step ? `“${chinese(p.step)}”` : "此项"}`, stray: p => `没有名为“${String(p.name)}”的${({ field: "字段", choice: "选项", button: "操作", type: "记录类型", variable: "回答或变量", user: "用户", dialog: "对话", stage: "阶段" } as Record<string, string>)[String(p.what)]}`, refused: p => said(p) ?? "公司的业务规则不允许这样做", "own-approval": () => "不能由申请人自己审批", unknown: () => "没有这个字段", "wrong-kind": p => p.expected === "number" ? "请输入数字" : "此处不能填写这类内容", "too-long": p => `最多 ${String(p.max)} 个字符`, "too-big": p => `不能大于 ${String(p.max)}`, "too-small": p => `不能小于 ${String(p.min)}`,
    "not-a-choice": () => "请从列表中选择", "wrong-format": () => "格式不正确", "too-precise": p => p.decimals ? `最多 ${String(p.decimals)} 位小数` : "只能填整数", "not-a-phone": () => "电话号码至少三位数字", "no-such-record": () => "该记录已不存在", "no-such-file": () => "此文件已不存在，请重新添加",
    locked: () => "已不能修改", computed: () => "由系统计算", "one-of-needed": () => "至少填写其中一项", "needs-customer": () => "商机需要客户或联系人", wrong: () => "内容不正确",
    overlaps: () => "与另一行的数量区间重叠", "other-currency": () => "价目表与本单据的币种不同", "not-priced": () => "尚无有效价格", "no-lines": () => "请先至少添加一行明细", "last-quote": () => "该商机还有其他未结束的报价单，请先结束它们",
    "more-than-ordered": () => "超过了订购数量", "only-bundles": () => "只有产品组合才能包含其他产品", "no-such-place": p => `没有可插入的字段“${String(p.name)}”`,
    "no-such-type": () => "没有这种记录类型", "no-such-field": () => "没有这个字段", "not-to-merge-with": () => "不能与这条记录合并", "too-many-cells": () => "这一行的单元格多于表头的列数",
  },
  recommended: "建议", take: value => value ? `采用“${value}”` : "采用",
  conflict: { title: "其他人先保存了修改", about: "以下字段双方都修改过，请选择保留哪个值。", theirs: "对方的值", yours: "您的值", empty: "（空）", keep: "按所选保存", none: "对方修改的是其他字段，您的修改可以一并保存。" },
  hidden: "（您无权查看）", owner: name => `负责人：${name}`, you: "您", stageOf: (stage, n, all) => `${stage}，第 ${n} 阶段，共 ${all} 个阶段`, readOnly: "已关闭的记录不能编辑。", changedStage: stage => `阶段已改为${stage}`,
  add: "添加", task: "任务", phoneCall: "电话", appointment: "约会", note: "注释", addTask: "添加任务", addCall: "添加电话", addAppointment: "添加约会", addNote: "添加注释", taskAdded: "已添加任务", phoneCallAdded: "已添加电话", appointmentAdded: "已添加约会", noteAdded: "已添加注释",
  subject: "主题", due: "截止日期", start: "开始时间", minutes: "时长（分钟）", what: "通话内容", place: "地点", text: "说明",
  more: "更多", startHere: "新建：", openAll: (types, n) => `查看全部 ${n} 条${types}`, draftKept: "您之前填写的内容仍在这里。", discard: "放弃",
  files: "文件", addFile: "添加文件", sendingFile: name => `正在上传 ${name}…`,
  timeline: "时间线", allEntries: "全部", entries: { mail: "邮件", meeting: "会议和电话", task: "任务", note: "注释", change: "变更", close: "结束记录" }, emptied: "空", allChanges: n => `显示全部 ${n} 项变更`, nothingYet: "这里还没有任何动态。", noEntries: "没有此类动态。", by: name => `${name}`, changedFields: fields => `修改了${fields}`, createdEntry: "已创建", undoneEntry: "已撤销", unloggedEntry: mail => `已取消在此记录：${mail}`, addedEntry: "已更新",
  qualify: { title: "授予此潜在顾客资格", create: name => `新建“${name}”`, use: name => `使用“${name}”`, other: "使用其他记录", skip: "不创建", deal: name => `创建商机“${name}”`, preview: "将会发生", makes: (type, name) => `创建${type}“${name}”`, links: (type, name) => `使用${type}“${name}”`, moves: n => `${n} 条活动和注释也显示在新记录上`, closes: "潜在顾客变为已授予资格", looking: "正在查找可能已有的记录…", chooseOther: "选择要使用的记录" },
  why: { email: "邮箱相同", name: "姓名相同", company: "公司相同", phone: "电话相同" },
  awaits: (verb, names) => `${verb}：尚未完成，等待${names}审批`,
  did: verb => `已完成：${verb}`, openIt: what => `打开${what}`,
  all: "全部", views: { mine: "我的", open: "未结束", closing: "本月结束", overdue: "已过期", today: "今天到期", week: "未来 7 天", fresh: "新建", all: "全部" }, view: "视图", sort: "排序", mergedInto: "已合并到", recent: "最近修改", name: "名称", searchIn: types => `搜索${types}`, shown: (n, all) => `${n} / ${all}`, total: n => `${n} 条记录`,
  emptyList: types => `这里还没有${types}。`, noMatch: text => `没有与“${text}”匹配的记录。`, pinnedRecords: "已固定", recentRecords: "最近打开", pin: title => `固定${title}`, pinned: title => `已固定${title}`, unpinned: title => `已取消固定${title}`, searchAll: "搜索所有记录", searchHint: "按姓名、公司、邮箱、电话或主题搜索。",
  day: { title: "我的一天", overdue: "已过期", due: "今天到期", appointments: "今天的约会", leads: "尚未联系的新潜在顾客", deals: "需要跟进的商机", noNext: "没有下一步", closes: day => `${day}结束`, late: day => `结束日期已过：${day}`, clear: "目前没有待办事项。", clearAbout: "过期任务、今天的约会、新的潜在顾客和需要推进的商机会显示在这里。", complete: what => `完成${what}`, completed: what => `已完成“${what}”`, allDay: "全天" },
  merge: { title: type => `合并此${type}`, alike: "可能相同的记录", another: "或选择其他记录", which: "与哪条记录合并", itself: "这就是当前记录，请选择另一条。", stays: "保留哪一条", thisOne: "当前记录", theOther: "另一条记录", closes: name => `“${name}”将关闭，并指向保留的记录`, moves: name => `其所有关联内容将移至“${name}”`, undoable: "合并后可以立即撤销", fills: fields => `将补充：${fields.join("、")}`, do: "合并", cancel: "取消", done: (name, n) => n ? `已合并到“${name}”，移动了 ${n} 条记录` : `已合并到“${name}”` },
  share: { title: "共享", list: "已共享给", do: "共享", changes: "可修改", looks: "可查看", end: "停止", endFor: name => `停止与${name}共享`, count: n => `已共享给 ${n} 方` },
  duplicates: "可能已有此记录", heldBack: "尚未保存。请使用其中一条，或仍按原样保存。", useThis: "使用此记录", useNamed: title => `使用此记录：${title}`, saveAnyway: "仍然保存",
};
const said = ({ say }: Record<string, unknown>) => { const { en, "zh-CN": zh } = (say ?? {}) as { en?: string; "zh-CN"?: string }; return zh ?? en; };
const chinese = (of: unknown) => (of as { en: string; "zh-CN"?: string })["zh-CN"] ?? (of as { en: string }).en;
