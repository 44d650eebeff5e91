import { useLanguage } from "../language.ts";

const en = {
  title: "Not saved yet", about: "These are sent by themselves, in this order, when the service is back.", volatile: "This browser keeps nothing for the pane. Leave it open until everything is saved, or it is lost.", none: "Everything is saved.", now: "Try now", drop: "Discard", dropNamed: (what: string) => `Discard: ${what}`, waits: "Waiting for the service", refused: "The service refused this",
  log: (subject: string) => `Log “${subject}”`, unlog: "Log a message no longer", choice: "A choice to remember", lead: (name: string) => `New lead: ${name}`, create: (type: string) => `New ${type.toLowerCase()}`, change: (type: string) => `Change of a ${type.toLowerCase()}`, remove: (type: string) => `Delete a ${type.toLowerCase()}`, several: (n: number) => `${n} changes`, openIt: "Open the record",
};
const zh: typeof en = {
  title: "尚未保存", about: "服务恢复后，将按以下顺序自动发送。", volatile: "此浏览器不为本窗格保留数据。请在全部保存之前不要关闭窗格，否则会丢失。", none: "全部已保存。", now: "立即重试", drop: "放弃", dropNamed: what => `放弃：${what}`, waits: "等待服务恢复", refused: "服务拒绝了此更改",
  log: subject => `记录邮件“${subject}”`, unlog: "取消一封邮件的记录", choice: "记住一项选择", lead: name => `新建潜在顾客：${name}`, create: type => `新建${type}`, change: type => `更改${type}`, remove: type => `删除${type}`, several: n => `${n} 项更改`, openIt: "打开记录",
};
/** What the pane of waiting writes says. */
export const useQueueWords = () => useLanguage().chinese ? zh : en;
export type QueueWords = typeof en;
