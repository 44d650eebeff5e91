import type { Words } from "./words.en.ts";

/** What lists say beyond their rows, in Chinese. */
export const zhCN: Words = {
  allTypes: "全部记录类型", kinds: { sell: "销售", customers: "客户", work: "工作", offer: "产品与价格", market: "市场与资料", company: "公司与设置" },
  chosenRows: "记录", chosenCount: n => `已选 ${n} 条`, filter: "筛选", filtering: n => `筛选（${n}）`, status: "状态", owner: "负责人", you: "您", clear: "全部清除", drop: what => `移除筛选条件“${what}”`, is: (field, value) => `${field}：${value}`, nothing: "空", between: (from, to) => from && to ? from === to ? from : `${from}至${to}` : from ? `${from}起` : `截至${to}`,
  when: field => `${field}（时间）`, any: "任何时间", overdue: "今天之前", week: "未来 7 天", month: "本月", nextMonth: "下月", noDay: "未填日期",
  up: "改为降序", down: "改为升序", records: n => `${n} 条记录`, noMatch: "没有符合筛选条件的记录。", dropAll: "显示全部",
  select: "选择", stop: "完成", selectAll: "全选已显示的记录", beside: title => `已在列表旁显示“${title}”`, selectOne: title => `选择“${title}”`, selected: n => `已选 ${n} 条`, none: "请选择要处理的记录。",
  verb: (verb, n) => `${verb}（${n}）`, working: (n, all) => `${n} / ${all}…`, stopWork: "停止",
  done: (what, n) => `${what}：已处理 ${n} 条记录`, refused: n => `${n} 条被拒绝，仍保持选中`, undoing: "正在撤销…", undone: n => `已撤销 ${n} 条记录`, notUndone: n => `${n} 条之后又有变更，无法撤销`,
  eachOwn: "为每个潜在顾客分别创建客户、联系人和商机；若已有电子邮件或公司相同的记录，则使用现有记录。",
};
