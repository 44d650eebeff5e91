import type { Words } from "./words.en.ts";

/** What is said beside a draft, in Chinese. */
export const zhCN: Words = {
  whenSent: "发送时归入记录", logged: "发送时会连同附件一起归入记录，关闭此窗格也不受影响。", notLogged: "发送时不归入记录。", to: title => `归入“${title}”`, nobody: "收件人中没有已知的联系人；选定记录后才会归入。",
  noEvents: "此处的 Outlook 不会告知邮件何时发出。", logNow: "按当前内容归入", logging: "正在归入…", loggedNow: "已在发送前归入", completed: "发送后，在打开此窗格的情况下查看一次“已发送邮件”中的这封邮件，记录会更新为实际发出的内容。",
};
