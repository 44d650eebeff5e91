export type Language = "en-US" | "zh-CN";

/** What the page says, in Outlook's two languages here. */
export const words = {
  "en-US": {
    mail: "Mail", inbox: "Inbox", focused: "Focused", search: "Search", noneTitle: "Select an item to read", noneText: "Nothing is selected", severalTitle: (n: number) => `${n} messages selected`, to: "To", cc: "Cc", bcc: "Bcc", today: "Today", yesterday: "Yesterday", earlier: "Earlier", tomorrow: "Tomorrow", later: "Later",
    reply: "Reply", replyAll: "Reply all", forward: "Forward", archive: "Archive", remove: "Delete", attachments: "Attachments", pin: "Pin", unpin: "Unpin", close: "Close", as: "Signed in as", width: "Pane width", language: "Language", theme: "Theme", light: "Light", dark: "Dark",
    ribbon: "Commands", list: "Messages", reading: "Reading pane", folders: "Folders", unread: "Unread", from: "From", send: "Send", discard: "Discard", keep: "Save draft", draft: "New message", simulated: "A simulated mailbox with invented people", sent: "Sent Items", drafts: "Drafts",
    newMail: "New mail", newMeeting: "New meeting", resize: "Resize the add-in's pane", settings: "Demo settings", attached: "has attachments", calendar: "Calendar", subject: "Add a subject", title: "Add a title", body: "Message", attach: "Attach file", removeFile: "Remove", removePerson: "Remove", required: "Required", optional: "Optional", starts: "Start", ends: "End", location: "Location",
    dontSend: "Don't send", sendAnyway: "Send anyway", alert: "Before you send", working: (name: string) => `${name} is taking longer than expected…`, late: (name: string) => `${name} did not answer in time. You can send without it.`, checking: (name: string) => `${name} is checking this message…`, sentNow: "Sent", empty: "Nothing is here", windows: "Open windows", noTitle: "(no subject)", organizer: "Organizer", accept: "Accept", decline: "Decline",
  },
  "zh-CN": {
    mail: "邮件", inbox: "收件箱", focused: "重点", search: "搜索", noneTitle: "选择要阅读的邮件", noneText: "未选择任何内容", severalTitle: (n: number) => `已选择 ${n} 封邮件`, to: "收件人", cc: "抄送", bcc: "密件抄送", today: "今天", yesterday: "昨天", earlier: "更早", tomorrow: "明天", later: "以后",
    reply: "答复", replyAll: "全部答复", forward: "转发", archive: "存档", remove: "删除", attachments: "附件", pin: "固定", unpin: "取消固定", close: "关闭", as: "登录身份", width: "窗格宽度", language: "语言", theme: "主题", light: "浅色", dark: "深色",
    ribbon: "命令", list: "邮件列表", reading: "阅读窗格", folders: "文件夹", unread: "未读", from: "发件人", send: "发送", discard: "放弃", keep: "保存草稿", draft: "新邮件", simulated: "模拟邮箱，人物均为虚构", sent: "已发送邮件", drafts: "草稿",
    newMail: "新邮件", newMeeting: "新建会议", resize: "调整加载项窗格的宽度", settings: "演示设置", attached: "有附件", calendar: "日历", subject: "添加主题", title: "添加标题", body: "正文", attach: "附加文件", removeFile: "删除", removePerson: "移除", required: "必需", optional: "可选", starts: "开始", ends: "结束", location: "地点",
    dontSend: "不发送", sendAnyway: "仍要发送", alert: "发送之前", working: (name: string) => `${name}的处理时间比预期要长…`, late: (name: string) => `${name}没有及时响应，可以直接发送。`, checking: (name: string) => `${name}正在检查此邮件…`, sentNow: "已发送", empty: "此处没有内容", windows: "打开的窗口", noTitle: "（无主题）", organizer: "组织者", accept: "接受", decline: "拒绝",
  },
} satisfies Record<Language, Record<string, string | ((of: never) => string)>>;
export type Words = typeof words["en-US"];
