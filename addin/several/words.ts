import { useLanguage } from "../language.ts";

const many = (n: number) => `${n} ${n === 1 ? "message" : "messages"}`;
const en = {
  selected: (n: number) => `${many(n)} selected`, reading: (n: number, of: number) => `Reading ${n} of ${of}…`, log: (n: number) => `Log ${many(n)}`, nothing: "None of them has a record to be logged to yet. Choose one for all.",
  toOne: "Log all to…", toOneTitle: "Log all of them to…", close: "Close", logging: (n: number, of: number) => `Logging ${n} of ${of}…`, stop: "Stop", done: (n: number) => `${many(n)} logged`, undone: (n: number) => `${many(n)} no longer logged`, notUndone: (n: number) => `${many(n)} could not be taken back`,
  will: (title: string) => `will be logged to ${title}`, logged: (title: string) => `logged to ${title}`, already: (title: string) => `already logged to ${title}`, nobody: "nobody here is on record", busy: "being logged…", unread: "being read…", waits: "not saved yet; it is sent when the service is back", retry: "Try again", retryOne: (subject: string) => `Try again: ${subject}`,
  keptOut: { internal: "only colleagues, so it is not logged", never: (rule: string) => `your company does not log mail with ${rule}` }, stopped: "nothing is suggested for this conversation",
};
const zh: typeof en = {
  selected: n => `已选择 ${n} 封邮件`, reading: (n, of) => `正在读取第 ${n} 封，共 ${of} 封…`, log: n => `记录 ${n} 封邮件`, nothing: "这些邮件都还没有可记录到的对象。请为全部邮件选择一个。",
  toOne: "全部记录到…", toOneTitle: "将全部邮件记录到…", close: "关闭", logging: (n, of) => `正在记录第 ${n} 封，共 ${of} 封…`, stop: "停止", done: n => `已记录 ${n} 封邮件`, undone: n => `已撤销 ${n} 封邮件的记录`, notUndone: n => `${n} 封邮件无法撤销`,
  will: title => `将记录到“${title}”`, logged: title => `已记录到“${title}”`, already: title => `先前已记录到“${title}”`, nobody: "系统中没有相关人员", busy: "正在记录…", unread: "正在读取…", waits: "尚未保存，服务恢复后会自动发送", retry: "重试", retryOne: subject => `重试：${subject}`,
  keptOut: { internal: "仅有同事，因此不记录", never: rule => `贵公司不记录含 ${rule} 的邮件` }, stopped: "此会话不再给出建议",
};
/** What is said of several messages at once. */
export const useSeveralWords = () => useLanguage().chinese ? zh : en;
export type SeveralWords = typeof en;
