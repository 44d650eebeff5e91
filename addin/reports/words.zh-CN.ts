import type { Words } from "./words.en.ts";

/** What the pipeline and its figures say, in Chinese. */
export const zhCN: Words = {
  title: "销售管道", tabs: { board: "看板", forecast: "预测", age: "时长", results: "结果" }, whose: "谁的商机", mine: "我的", everybodys: "全部",
  deals: n => `${n} 个商机`, noStage: "尚无阶段", emptyStage: "此阶段没有商机。", more: n => `还有 ${n} 个`, noDeals: "没有未结束的商机。授予潜在顾客资格或新建商机后会显示在这里。",
  move: deal => `移动“${deal}”`, moveTo: stage => `移到“${stage}”`, moved: (deal, stage) => `“${deal}”现处于“${stage}”阶段`, keys: "按左、右箭头键可将商机移到上一或下一阶段。",
  weighted: "按概率加权", total: "合计", ofTotal: (part, all) => `${part} / ${all}`, overdue: "已过期", later: "更晚", noDay: "未填日期", forecastAbout: "未结束的商机按预计结束月份统计；深色部分为按概率加权的金额。",
  ageAbout: "未结束的商机按创建至今的时间统计。", days: (from, to) => to ? `${from}–${to} 天` : `${from} 天以上`,
  period: "时间段", periods: { quarter: "本季度", year: "今年", twelve: "最近 12 个月" }, won: "赢单", lost: "输单", winRate: percent => `赢单率 ${percent}%`, noneClosed: "此时间段内没有结束的商机。", why: "结束原因", lostTo: "输给", noCompetitor: "未注明对手",
  goal: { title: "进度", never: "尚未统计。点击“重新计算”立即统计，之后每天自动统计。", reached: "已完成", coming: "期内可能还会完成", ahead: "超过截至今日的计划", behind: "落后于截至今日的计划", when: at => `统计时间：${at}` },
  funnel: "漏斗", funnelAbout: "此时间段内新建的记录及其结果。", leads: "新建潜在顾客", qualified: "其中已授予资格", made: "新建商机", ofMadeWon: "其中赢单", open: (what, n) => `${what}：查看 ${n} 条记录`,
};
