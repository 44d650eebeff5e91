import type { Words } from "./words.en.ts";

/** What taking records in and handing them out says, in Chinese. */
export const zhCN: Words = {
  import: "导入", export: "导出", title: types => `导入${types}`, exportAs: { csv: "CSV 文件", xlsx: "Excel 工作簿" }, exporting: "正在生成文件…",
  file: "选择文件", another: "选择其他文件", kinds: "Excel 工作簿（.xlsx）或 CSV 文件。第一行为列名：可用界面上的名称或 Dynamics 架构名称。",
  reading: "正在检查各行…", far: (done, of) => `已检查 ${done} / ${of} 行`, writing: "正在保存…",
  policy: "已有的记录", policies: { skip: "保持不变", update: "更新", create: "另建一条" },
  columns: "列", leaveOut: "不导入", sample: text => `例如“${text}”`, unmapped: n => `有 ${n} 列无法识别：请选择其含义，否则不导入`,
  report: "将会发生", counts: { create: n => `新建 ${n}`, update: n => `更新 ${n}`, skip: n => `不变 ${n}`, refuse: n => `拒绝 ${n}` },
  does: { create: "新建", update: "更新", skip: "保持不变", refuse: "拒绝" }, row: n => `第 ${n} 行`, like: n => `与第 ${n} 行相同`, show: "显示", all: "所有行", more: n => `再显示 ${n} 行`,
  do: n => `导入 ${n} 条记录`, nothing: "没有可导入的记录", done: n => `已导入 ${n} 条记录`, refusedLeft: n => `${n} 行被拒绝，未导入`, toList: "显示列表", cancel: "取消",
};
