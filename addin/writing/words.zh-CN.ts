import type { Words } from "./words.en.ts";

/** What is said beside a mail that is being written, in Chinese. */
export const zhCN: Words = {
  title: "撰写", nobody: "添加收件人后，这里会显示对方是谁、适合发送什么。", to: "收件人", noEmail: "不接收电子邮件", outside: "不在我们的记录中", more: n => `另有 ${n} 人`,
  regarding: "关于", none: "尚未选择", choose: "选择", change: "更改", proposed: "建议", forget: "移除",
  tabs: { literature: "宣传资料", templates: "模板", quotes: "报价单" },
  search: "搜索标题和文件内容", nothing: "资料库中没有包含这些字词的资料。", emptyLibrary: "资料库为空，可请经理添加资料。", offline: "无法连接资料库。",
  attach: "附加", attachThese: n => `附加 ${n} 个文件`, link: "插入链接", preview: "预览", closePreview: "关闭预览", attaching: (n, all, name) => all > 1 ? `正在附加第 ${n}/${all} 个：${name}` : `正在附加 ${name}`, attached: names => `已附加 ${names}`, linked: (name, day) => `已插入 ${name} 的链接，有效期至 ${day}`, linkWorks: "链接有效期", days: n => `${n} 天`, stopped: "链接已失效，请从邮件中删除相应文字。", wholeLibrary: "打开资料库", undo: "撤销", removed: names => `已移除 ${names}`,
  already: "已附加", tooLarge: (size, limit) => `共 ${size}，一封邮件最多 ${limit}。请少选几个，或改为插入链接。`, sum: (size, limit) => `${size}，上限 ${limit}`, choosePiece: title => `选择${title}`, pages: n => `${n} 页`,
  fitness: { fine: "", expiring: "即将过期", expired: "已过期", internal: "仅限内部" },
  until: day => `有效期至 ${day}`, cannot: { expired: day => `已于 ${day} 过期，不能再发送。`, internal: person => `仅限内部使用，而${person}是外部人员。` },
  why: { product: of => `介绍${of}`, competitor: of => `针对${of}`, campaign: of => `来自${of}`, title: of => `名称含“${of}”`, inside: () => "文件内容中", stage: () => "适合当前阶段", often: () => "经常发送" },
  polite: { write: "撰写礼貌回复", opened: "已在 Outlook 中打开回复", copied: "Outlook 未能打开回复，内容已复制到剪贴板。" },
  opening: { empty: "打开后没有内容？", copy: "复制正文", copied: "正文已复制到剪贴板，请粘贴到邮件中。" },
  template: { search: "搜索模板", noMatch: "没有模板包含这些字词。", none: "没有合适的模板，可请经理在“模板”中编写。", insert: "插入", preview: "预览", missing: names => `缺少并已省略：${names}`, inserted: name => `已插入${name}`, other: "其他语言", subjectToo: "同时使用其主题" },
  quote: { make: "创建报价单", made: number => `已根据商机创建报价单 ${number}`, activate: "激活", activated: number => `报价单 ${number} 已激活`, waits: "审批通过后即会激活。", lines: "商机尚无已定价的产品，请打开报价单添加。", none: "此商机没有已激活的报价单。", noDeal: "请先在“关于”中选择商机，即可看到其报价单。", attach: "附加 PDF", draft: "草稿：请先激活", superseded: "已被新版本取代", rev: n => `第 ${n} 版`, open: "打开报价单" },
  whenSent: {
    title: "发送时归入记录", logged: "发送时会连同附件一起归入记录，关闭此窗格也不受影响。", notLogged: "发送时不归入记录。", to: title => `归入“${title}”`, nobody: "收件人中没有已知的联系人；选定记录后才会归入。", stopped: "此会话不再提供建议；选定记录后才会归入。",
    noEvents: "此处的 Outlook 不会告知邮件何时发出。", logNow: "按当前内容归入", logging: "正在归入…", loggedNow: "已在发送前归入", completed: "发送后，在打开此窗格的情况下查看一次“已发送邮件”中的这封邮件，记录会更新为实际发出的内容。",
  },
  guards: "发送前请注意", opened: "打开", retry: "重试", working: "请稍候…",
};
