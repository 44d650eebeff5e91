import { hasLead, type Form } from "./form.ts";
import { keyOf, type Line } from "./page.ts";
import type { MailKind, ReadableMail } from "./reading.ts";
import { sitesOf } from "./sites.ts";
import type { Topic } from "./topic.ts";
import { autoreplyBodies, autoreplySubjects, bounceSenders, bounceSubjects, leadHints, newsletterHints, notificationHints, unreadSenders } from "./words/machine.ts";

export interface Clues { mail: ReadableMail; topic: Topic; own: Line[]; below: Line[]; form: Form; personal: boolean; history: boolean }

/** Whether a person or a machine wrote, and how. */
export function kindOf({ mail, topic, own, below, form, personal, history }: Clues): MailKind {
  const sender = keyOf(`${mail.from.name} ${mail.from.address}`.slice(0, 400)), subject = keyOf(mail.subject.slice(0, 400));
  const head = keyOf(own.slice(0, 12).map(line => line.text.slice(0, 300)).join(" "));
  const all = keyOf([...own.slice(0, 120), ...own.slice(-30), ...below.slice(0, 30)].map(line => line.text.slice(0, 300)).join("\n"));
  const any = (list: string[], text: string) => list.some(phrase => text.includes(phrase));
  const unread = any(unreadSenders, sender);
  if (any(bounceSenders, sender) && !/no-?reply/.test(sender) || any(bounceSubjects, subject) && !personal) return "bounce";
  if (any(autoreplySubjects, subject) && (!topic.prefixes.length || any(autoreplyBodies, head))) return "autoreply";
  if (any(autoreplyBodies, head) && own.filter(line => line.text).length < 24) return "autoreply";
  const announced = any(leadHints, subject) || any(leadHints, head);
  if (hasLead(form) && (unread || !personal && form.size > 2 || announced && form.size > 2)) return "webform";
  if (/(?:\bvia\b|通过|durch|\btramite\b)/.test(sender) && unread) return "webform";
  if (unread && announced && (form.size > 0 || /\bsent you|shared|wrote you|hat ihnen|来自/.test(head + subject))) return "webform";
  const urls = own.slice(0, 150).reduce((count, line) => count + sitesOf(line).length, 0);
  if (any(newsletterHints, all) && (!personal || /news|letter|digest|marketing|promo|offers/.test(sender)) && (urls > 0 || any(newsletterHints, subject) || unread || own.length > 5)) return "newsletter";
  if (/newsletter|digest\b|メルマガ|뉴스레터/.test(subject + sender)) return "newsletter";
  if (unread) return "notification";
  if (!personal && any(notificationHints, `${subject} ${head}`) && !history) return "notification";
  return topic.prefixes[0] === "reply" || history ? "reply" : "direct";
}
