import type { Alert } from "../../model/guard.ts";

const en = {
  before: "Please look at this before you send:",
  expired: (of: { file: string; person: string; since: string }) => `“${of.file}” expired on ${of.since}. ${of.person} should get the present version: remove it and attach that one.`,
  internal: (of: { file: string; person: string }) => `“${of.file}” is for our own people, and ${of.person} is not one of them. Remove the file or the person.`,
  "battle-card": (of: { file: string; person: string }) => `“${of.file}” is a battle card: it tells how we win against a competitor, and ${of.person} is outside. Remove it.`,
  "old-version": (of: { file: string; person: string; since: string }) => `“${of.file}” is an older version; since ${of.since} there is a newer one. ${of.person} should get that one: remove this and attach it.`,
  "draft-quote": (of: { file: string; person: string }) => `“${of.file}” is a draft of a quote. Activate the quote and attach it again before it goes to ${of.person}.`,
  "old-quote": (of: { file: string; person: string; revision: number }) => `“${of.file}” was replaced: revision ${of.revision} is the present one, and ${of.person} should get that. Remove this and attach it.`,
  "closed-quote": (of: { file: string; person: string }) => `“${of.file}” is a quote that was closed. Remove it, or revise the quote for ${of.person}.`,
  "do-not-email": (of: { person: string }) => `${of.person} does not want to be e-mailed. Call, or remove them.`,
  "other-company": (of: { person: string; company: string; deal: string }) => `${of.person} is of ${of.company}, but this mail is about “${of.deal}”. Is it the right person?`,
  "unknown-person": (of: { person: string; deal: string }) => `Nobody here knows ${of.person}, and this mail is about “${of.deal}”. Check the address.`,
  logged: (title: string) => `Logged to ${title}`, already: (title: string) => `Already logged to ${title}`, nobody: "Nobody on this message is known yet. Open Dealwright to make a lead, or to choose where it belongs.", noDeal: "There is no open deal with anybody on this message.",
  keptOut: { internal: "Only colleagues are on this, so it was not logged.", never: (rule: string) => `Your company does not log mail with ${rule}.` }, stopped: "Nothing is suggested for this conversation any more. Open Dealwright to choose where it belongs.", bare: (title: string) => `Logged to ${title}. Outlook did not give the message's text, so it was logged without it.`,
  opened: (title: string) => `Opened ${title}`, signIn: "Open Dealwright and sign in first.", offline: "Dealwright cannot be reached. Nothing was logged; try again.", failed: "This did not work. Open Dealwright to try again.",
};
const zh: typeof en = {
  before: "发送前请检查：",
  expired: of => `“${of.file}”已于 ${of.since} 过期，请移除后为${of.person}附上现行版本。`,
  internal: of => `“${of.file}”仅限内部使用，而${of.person}是外部人员。请移除该文件或该收件人。`,
  "battle-card": of => `“${of.file}”是竞争卡，写明如何胜过竞争对手，而${of.person}是外部人员。请移除该文件。`,
  "old-version": of => `“${of.file}”是旧版本，${of.since} 起已有新版本。请移除后为${of.person}附上新版本。`,
  "draft-quote": of => `“${of.file}”是报价单草稿。请激活该报价单并重新附加后再发给${of.person}。`,
  "old-quote": of => `“${of.file}”已被取代，现行版本为第 ${of.revision} 版。请移除后为${of.person}附上现行版本。`,
  "closed-quote": of => `“${of.file}”对应的报价单已关闭。请移除，或为${of.person}修订该报价单。`,
  "do-not-email": of => `${of.person}不接收电子邮件。请改用电话联系，或移除该收件人。`,
  "other-company": of => `${of.person}属于${of.company}，而此邮件涉及“${of.deal}”。收件人是否正确？`,
  "unknown-person": of => `系统中没有${of.person}，而此邮件涉及“${of.deal}”。请核对地址。`,
  logged: title => `已归入${title}`, already: title => `此前已归入${title}`, nobody: "邮件中没有已知的联系人。请打开商匠创建潜在客户，或选择要归入的记录。", noDeal: "此邮件中的联系人没有进行中的商机。",
  keptOut: { internal: "仅有同事参与，因此未作记录。", never: rule => `贵公司规定不记录与 ${rule} 的邮件。` }, stopped: "此会话不再提供建议。请打开商匠选择要归入的记录。", bare: title => `已归入${title}。Outlook 未提供邮件正文，因此记录中不含正文。`,
  opened: title => `已打开${title}`, signIn: "请先打开商匠并登录。", offline: "无法连接商匠，邮件尚未归入，请重试。", failed: "操作未成功。请打开商匠重试。",
};
export type LaunchWords = typeof en;
/** Words for Outlook's own bars and questions. */
export const wordsFor = (language: string): LaunchWords => /^zh/i.test(language) ? zh : en;

/** One thing to look at, in the writer's language. */
export const sayAlert = (alert: Alert, language: string): string => (wordsFor(language)[alert.code] as (of: Alert) => string)(alert);

/** What Outlook asks before it sends: each thing to look at, with the file, the person, and what to do. Outlook shows no more than 500 characters. */
export function alertText(alerts: readonly Alert[], language: string): string {
  const words = wordsFor(language), lines = alerts.map(alert => sayAlert(alert, language));
  let text = words.before;
  for (const [n, line] of lines.entries()) {
    const rest = lines.length - n, more = rest > 1 ? `\n… +${rest}` : "";
    if (text.length + line.length + 3 + more.length > 500) return n ? `${text}\n… +${rest}` : `${text}\n• ${line}`.slice(0, 500);
    text += `\n• ${line}`;
  }
  return text;
}
