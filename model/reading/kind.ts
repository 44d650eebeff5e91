import { hasLead, type Form } from "./form.ts";
import { keyOf, keysOf, type Line } from "./page.ts";
import type { MailKind, ReadableMail } from "./reading.ts";
import { isClosing, isProse } from "./signature.ts";
import { domainOf, nameOfDomain, sitesOf } from "./sites.ts";
import type { Topic } from "./topic.ts";
import { autoreplyBodies, autoreplySubjects, bounceSenders, bounceSubjects, leadHints, newsletterHints, notificationHints, unreadSenders } from "./words/machine.ts";

interface Clues { mail: ReadableMail; topic: Topic; own: Line[]; below: Line[]; form: Form; labelled: boolean; personal: boolean; history: boolean }

/** Whether a person or a machine wrote, and how. */
export function kindOf({ mail, topic, own, below, form, labelled, personal, history }: Clues): MailKind {
  const sender = keyOf(`${mail.from.name} ${mail.from.address}`.slice(0, 400)), subject = keyOf(mail.subject.slice(0, 400));
  const head = keyOf(own.slice(0, 12).map(line => line.text.slice(0, 300)).join(" "));
  const all = keyOf([...own.slice(0, 120), ...own.slice(-30), ...below.slice(0, 30)].map(line => line.text.slice(0, 300)).join("\n"));
  const any = (list: string[], text: string) => list.some(phrase => text.includes(phrase));
  const unread = unreadSenders.some(phrase => beginsWord(sender, phrase));
  if (any(bounceSenders, sender) && !/no-?reply/.test(sender) || any(bounceSubjects, subject) && !personal) return "bounce";
  if (any(autoreplySubjects, subject) && (!topic.prefixes.length || any(autoreplyBodies, head))) return "autoreply";
  if (any(autoreplyBodies, head) && own.filter(line => line.text).length < 24) return "autoreply";
  if (!topic.prefixes.length && answersInvitation.test(subject)) return "notification";
  const announced = any(leadHints, subject) || any(leadHints, head);
  if (hasLead(form) && (unread || !personal && form.size > 2 && !labelled || announced && form.size > 2)) return "webform";
  if (/(?:\bvia\b|通过|durch|\btramite\b)/.test(sender) && unread) return "webform";
  if (unread && announced && (form.size > 0 || /\bsent you|shared|wrote you|hat ihnen|来自/.test(head + subject))) return "webform";
  if (!topic.prefixes.length && !history && !/^\[/.test(mail.subject.trim()) && optsOut([...own.slice(-30), ...below.slice(0, 30)])) return "newsletter";
  if (unread && /#\d{1,7}\b/.test(subject)) return "notification";
  const urls = own.slice(0, 150).reduce((count, line) => count + sitesOf(line).length, 0);
  if (any(newsletterHints, all) && !(topic.prefixes.length || history) && (!personal || /news|letter|digest|marketing|promo|offers|ofertas|angebote|offres|offerte|deals|boletin|bulletin|rundbrief|lettre|weekly|gazette/.test(sender)) && (urls > 0 || any(newsletterHints, subject) || unread || own.length > 5)) return "newsletter";
  const parts = /^.{1,40}?\s(?:at|from|von|de|chez|bei|@)\s.{2,60}$/.test(mail.from.name) && urls > 0 ? 1 : 0;
  const told = newsletterHints.filter(phrase => all.includes(phrase)).length;
  const evidence = Math.min(told, 3) + Math.min(urls, 3) / 2 + parts + (/\s(?:at|from|von|de|chez|bei)\s/.test(keyOf(mail.from.name)) ? 0.5 : 0) + (signsBelow(own, mail) ? -1 : 0.5) + (personal ? -0.5 : 0.5) + (loginIsNamed(mail) ? -0.5 : 0.5);
  if (told > 0 && evidence >= 2 && !topic.prefixes.length && !history && !/^\[/.test(mail.subject.trim())) return "newsletter";
  if (/newsletter|boletin|digest\b|メルマガ|뉴스레터/.test(subject + sender)) return "newsletter";
  if (unread || /\[bot\]|\bbot\b/.test(sender)) return "notification";
  if (!personal && any(notificationHints, `${subject} ${head}`) && !history) return "notification";
  return topic.prefixes[0] === "reply" || history ? "reply" : "direct";
}

/** Whether a phrase stands at the start of a word: "im@" is a machine, "joachim@" is not. "noreply" may stand anywhere. */
const beginsWord = (text: string, phrase: string): boolean => { const at = text.indexOf(phrase); return at >= 0 && (phrase.endsWith("reply") || !/\p{L}/u.test(text.charAt(at - 1)) || beginsWord(text.slice(at + 1), phrase)); };

/** How calendars answer for people, at the start of a subject of at most 400 characters. */
const answersInvitation = /^(?:accepted|declined|tentative|tentatively accepted|cancell?ed|invitation|updated invitation|angenommen|abgelehnt|mit vorbehalt|zugesagt|abgesagt|einladung|accepte|refuse|invitation|aceptad[oa]|rechazad[oa]|accettato|rifiutato|aceito|recusado|geaccepteerd|zaakceptowano|принято|отклонено|已接受|已拒绝|暂定|已取消|承諾|辞退|仮承諾|수락|거절)(?: event)?\s?[::]/;

/** Where the first labelled value stands. */
export const firstLabelOf = (form: Form): number => Math.min(...[...form.values()].map(line => line.from));

/** A letter whose signature has labels: something was said before them, and none of them holds a message. */
export const labelsItself = (own: Line[], form: Form): boolean => {
  const first = firstLabelOf(form), said = own.filter(line => line.text && line.to < first);
  return !form.has("message") && form.size > 2 && said.some(line => isProse(line.text)) && said.length > 1;
};

/** Whether the foot offers a link for leaving, as only mailings do; a discussion list says that it is a list. */
const optsOut = (foot: Line[]): boolean => {
  const keys = foot.map(line => keyOf(line.text.slice(0, 300)));
  if (keys.some(key => /mailing list|listinfo|mailman|listserv|yahoogroups|\blist:|-request@|mailing-list/.test(key))) return false;
  return keys.some((key, index) => leaving.some(phrase => key.includes(phrase)) && foot.slice(index, index + 2).some(line => address.test(line.text.slice(0, 300))));
};
const address = /https?:\/\//;
const leaving = newsletterHints.filter(phrase => !/^(?:newsletter|subscription|訂閱|メルマガ|뉴스레터|view |im browser|voir |ver |visualizza|bekijk|在浏览器|ブラウザ)/.test(phrase));

/** Whether the display name speaks in the address, as a person's own does. */
const loginIsNamed = ({ from }: ReadableMail): boolean => { const login = keyOf(from.address.split("@")[0] ?? ""), label = nameOfDomain(domainOf(from.address)); return keysOf(from.name).some(key => key.length > 2 && login.includes(key) && !label.includes(key)); };

/** Whether a letter closes with regards, as people do and machines seldom. */
const signsBelow = (own: Line[], { from }: ReadableMail): boolean => own.slice(-20).some(line => isClosing(line.text)) && keysOf(from.name).length > 1;
