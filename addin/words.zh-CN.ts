import type { Words } from "./words.en.ts";

/** 面板的中文用语。 */
export const zh: Words = {
  product: "Dealwright",
  search: "搜索记录", back: "返回", myDay: "今日", menu: "菜单", home: "当前邮件", settings: "设置", close: "关闭", clear: "清除", again: "重试", undo: "撤销", undone: "已撤销", save: "保存", saving: "正在保存…", cancel: "取消", more: "更多", loading: "正在加载…",
  leads: "潜在顾客", opportunities: "商机", contacts: "联系人", accounts: "客户", activities: "活动", pipeline: "销售管道", allRecords: "全部记录类型", newRecord: "新建…",

  firstRun: { title: "销售工作，就在邮件旁边", about: "看清来信人是谁、有过哪些往来，一键建立潜在顾客。", signIn: "登录", signingIn: "正在登录…", popUp: "登录窗口即将打开。如未出现，请允许本页弹出窗口后重试。", privacy: "只有记录邮件或据此建立潜在顾客时，才会保存邮件内容。" },
  noService: { title: "无法连接 Dealwright", about: "您的邮件不受影响；恢复连接之前，这里的内容不会保存。我们会继续尝试。" },
  noOutlook: { title: "Outlook 没有响应", about: "请关闭此面板，再从功能区重新打开。如仍无效，请重启 Outlook。" },
  crashed: { title: "此页面出错了", about: "已保存的内容不会丢失。请返回，或重新加载面板。", reload: "重新加载" },
  newMessage: subject => `Outlook 已切换到“${subject}”`, show: "查看", nowShowing: subject => `当前邮件：${subject}`, noSubject: "（无主题）",
  notSaved: n => `有 ${n} 项更改尚未保存。`, notLasting: "此浏览器不为本窗格保留数据，请在保存完成前不要关闭。", savedNow: "等待中的更改已保存", keptForLater: "尚未保存，服务恢复后会自动发送",
  unsupported: { title: "此邮件无法在这里读取", about: "邮件已加密，或 Outlook 不向加载项提供此类邮件。您仍可搜索记录。" },

  unnamed: "无姓名", isNew: "新", colleague: "同事", you: "您", owner: name => `负责人：${name}`, yours: "由您负责",
  via: name => `来自${name}`, alsoHere: "邮件中的其他人", openDeals: "进行中的商机", recent: "最近活动", noActivities: "还没有往来记录。", records: "已有记录", call: number => `拨打 ${number}`,
  noNextStep: "没有下一步安排", closes: day => `预计 ${day} 成交`, overdue: day => `已过预计成交日：${day}`,
  lastContact: (what, when, by) => `${when}${what}${by ? `（${by}）` : ""}`, byYou: "您", fromThem: "对方", lastSaid: "对方最近说", colleagues: "同事", useThis: "使用此项", useThisFor: title => `使用此项：${title}`,
  sameConversation: title => `与“${title}”属于同一会话`, stopHere: "不再建议", stopped: "此会话不再提供建议。", resume: "恢复建议", keptOut: { internal: "此邮件只有同事参与，因此不作记录。", never: rule => `贵公司规定不记录与 ${rule} 的邮件。` },
  attachments: "要保存的附件", logToSeveral: n => `记录到 ${n} 条记录`, uploading: (name, part) => `${name}：${Math.round(part * 100)}%`, choose: title => `选择${title}`,
  alsoKnown: n => `另有 ${n} 条记录`, showAll: "全部显示", showLess: "收起",

  createLead: "新建潜在顾客", continueLead: "继续填写潜在顾客", logTo: title => `记录到“${title}”`, logToOther: "记录到…", logging: "正在记录…", open: title => `打开“${title}”`,
  logged: (who, when) => `${who} 于 ${when} 记录到`, loggedNow: title => `已记录到“${title}”`, unlog: "撤销", unlogged: "已取消记录", leadCreated: "潜在顾客已建立",
  logTitle: "将此邮件记录到…", suggested: "建议", found: "搜索结果", nothingFound: text => `没有与“${text}”相符的记录。`, typeToSearch: "搜索潜在顾客、联系人、客户和商机", why: { conversation: "同一会话", deal: "进行中的商机", person: "此人" },
  loggedMark: title => `已记录到“${title}”`.slice(0, 150),
  changedItem: "Outlook 已切换到另一封邮件，因此没有执行。请回到原邮件继续，您填写的内容仍然保留。",
  markFailed: "已记录，但 Outlook 未能在邮件上显示标记。",

  leadTitle: "新建潜在顾客", fromSignature: "以下内容由邮件识别", showWords: "查看出处", hideWords: "收起", inTheMessage: "邮件原文", suggestionMark: "由邮件识别，请核对", reading: "正在读取邮件…", readFailed: "无法读取邮件正文。姓名和地址来自 Outlook。",
  saveLead: "保存潜在顾客", needsOne: n => `有 ${n} 个字段需要修改`, fieldWrong: { required: "请填写", "too-long": "内容过长", "wrong-format": "格式不正确", "not-a-phone": "不是有效的电话号码", other: "内容不正确" },
  duplicates: "可能已有此人", sameBy: { email: "邮箱相同", name: "姓名相同", company: "公司相同", phone: "电话相同" }, openIt: "打开", useExisting: "使用已有记录",

  theme: "颜色", themeAuto: "跟随 Outlook", themeLight: "浅色", themeDark: "深色", language: "语言", languageAuto: "跟随 Outlook", signedInAs: "当前用户", actAs: "体验身份", roles: { rep: "销售代表", manager: "销售经理", administrator: "管理员", reader: "只读用户" }, signOut: "退出登录",

  problems: {
    malformed: "服务无法理解此请求，请反馈给我们。", unauthorised: "登录已过期。请重新登录，您填写的内容仍然保留。", forbidden: "您没有权限执行此操作。请联系记录负责人或管理员。",
    "not-found": "此记录已不存在，可能已被删除或合并。", "no-such-method": "服务不支持此操作，请反馈给我们。", "wrong-status": "记录的当前状态不允许此操作。请重新加载后查看。",
    duplicate: "已有相同的记录。", "in-use": "仍有其他记录引用它。", numbered: "已有编号的记录不能删除，请改为取消。", "in-flight": "同一操作正在保存，请稍候。", "awaits-approval": "正在等待审批。", touched: "此后内容已有变动，无法再撤销。",
    stale: "其他人刚刚修改了此记录。请重新加载后再修改。", "too-large": "内容过大，无法保存。", "wrong-type": "不支持此类文件。", invalid: "有字段需要修改。",
    "key-reused": "此前已提交过不同的内容，请重新加载。", "needs-version": "请重新加载记录后再修改。", "too-many": "请求过多，请稍候再试。",
    unexpected: "服务出现问题，请稍后再试。", unavailable: "服务繁忙或正在更新，请稍后再试。", "disk-full": "服务的存储空间已满，未保存任何内容。请告知管理员。",
    "kept-out": "贵公司规定不保留此类邮件。", queued: "尚未保存，已暂存于此，服务恢复后会自动发送。", offline: "无法连接服务。请检查网络后重试。", outlook: "Outlook 没有响应，请重试。", "changed-item": "Outlook 已切换到另一封邮件。",
  },
};
