import type { Words } from "./words.en.ts";

/** What the library says, in Chinese. */
export const zhCN: Words = {
  title: "资料库", search: "搜索标题和文件内容", nothing: "资料库中没有包含这些字词的资料。", noneSuch: "此处没有这一类资料。", empty: "资料库为空。", show: "显示",
  which: { all: "全部", customers: "可供客户", internal: "仅限内部", ending: "已过期或即将过期" }, more: "显示更多",
  sent: (n, behind) => behind ? `已发给 ${n} 人，其中 ${behind} 人持有旧版本` : `已发给 ${n} 人`, deals: (won, lost, open) => `商机：赢单 ${won} · 输单 ${lost} · 进行中 ${open}`,
  drop: "将文件拖到此处即可添加", choose: "选择文件…", newVersion: "新版本", newVersionOf: title => `上传${title}的新版本`, dropVersion: title => `松开即成为${title}的新版本`,
  sending: (name, percent) => `${name}：${percent}%`, renewed: title => `${title}已有新版本`, seeWho: n => `${n} 人持有旧版本`,
  name: "标题", subject: "主题", kind: "类型", forCustomers: "可供客户", forCustomersHint: "否则仅限内部使用", expires: "可发送至", add: "加入资料库", cancel: "不添加", added: title => `已添加${title}`, undone: "已撤销",
  files: "文件", download: "下载", downloadNamed: name => `下载${name}`, earlier: n => `${n} 个历史版本`, until: day => `使用至 ${day}`, hide: "收起历史版本",
  who: "发送对象", nobody: "尚未发给任何人。", hasOlder: "旧版本", hasCurrent: "最新版本", takenOff: "已从资料库移除", noEmail: "不接收电子邮件", received: (file, day) => `${file} · ${day}`,
  sendTo: n => `将新版本发给 ${n} 人`, sendAgain: "部分收件人持有的版本已有更新。", opened: "已在 Outlook 中打开，请检查后发送。", copied: "Outlook 未能打开新邮件，内容已复制到剪贴板。", chooseNamed: name => `发给${name}`,
  links: "有效链接", linkUntil: (day, by) => `有效期至 ${day} · 创建者：${by}`, stop: "停用", stopNamed: name => `停用 ${name} 的链接`, stopped: name => `已停用 ${name} 的链接`, you: "您",
};
