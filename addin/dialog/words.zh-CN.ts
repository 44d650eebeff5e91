import type { Words } from "./words.en.ts";

/** What guided conversations say, in Chinese. */
export const zhCN: Words = {
  title: "流程对话", start: name => `开始：${name}`, resume: "继续", resumeIt: name => `继续：${name}`, begun: (when, pages) => pages ? `${when}开始，已回答 ${pages} 页` : `${when}开始`,
  ended: { completed: "已完成", canceled: "已停止", open: "进行中" }, byWhom: (name, when) => `${name}，${when}`, earlier: n => `以前的对话（${n}）`,
  page: n => `第 ${n} 页`, next: "下一页", back: "上一页", later: "稍后继续", stop: "停止", stopIt: name => `停止：${name}`, stopped: "对话已停止。",
  tip: "提示", notKept: "此回答仅在当前使用，不会保存。", comments: "备注", addComment: "+ 备注", commentKept: "备注已保存", open: what => `打开${what}`, visit: host => `打开 ${host}`,
  elsewhere: "此对话已在其他地方继续，现显示最新进度。", needed: n => `有 ${n} 个回答需要修改`, record: "该记录目前还不允许这样做：",
  done: "对话已完成。", wasStopped: "对话已停止。", summary: "回答摘要", nothing: "没有回答任何问题。", masked: "未保存", answered: (name, when) => `${name}于${when}回答`, backTo: "返回", goOn: "待继续的对话",
};
