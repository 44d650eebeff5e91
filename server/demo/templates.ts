import type { Clock, Sample } from "./demo.ts";

type Words = [key: string, name: string, language: string, about: string, purpose: string, subject: string | undefined, body: string];
const words: Words[] = [
  ["first-answer", "First answer to an enquiry", "en", "anyone", "mail", "Your enquiry: {{lead.topic, opportunity.name | instruments}}",
    "Dear {{contact.firstName, lead.firstName | colleague}},\n\nthank you for writing to us about {{lead.topic, opportunity.name | your plant}}. I have attached what fits your application. To make you a firm offer I need three things:\n\n- medium, temperature and pressure\n- pipe size and material\n- when you need the instruments on site\n\nShall we go through it on the phone this week?\n\nKind regards\n{{user.name}}"],
  ["follow-up", "Follow-up after the quote", "en", "opportunity", "mail", "{{opportunity.name}}: any questions?",
    "Dear {{contact.firstName | colleague}},\n\nyou have our offer for {{opportunity.name}} over {{opportunity.estimatedValue}}. Is anything open on your side before {{opportunity.closeDate | the end of the month}}? I am glad to explain it to whoever decides with you.\n\nKind regards\n{{user.name}}"],
  ["thanks", "Thank you for the order", "en", "opportunity", "mail", undefined,
    "Dear {{contact.firstName | colleague}},\n\nthank you for your order for {{opportunity.name}}. You will have our confirmation with the delivery date within two working days.\n\nKind regards\n{{user.name}}"],
  ["first-answer-zh", "首次回复询价", "zh", "anyone", "mail", "关于您的询价：{{lead.topic, opportunity.name | 仪表选型}}",
    "{{contact.lastName, lead.lastName | 尊敬的客户}}{{contact.salutation, lead.salutation |}}，您好：\n\n感谢您就{{lead.topic, opportunity.name | 贵司项目}}与我们联系。随信附上相关资料。为便于报价，请告知：\n\n- 介质、温度和压力\n- 管径和材质\n- 期望的到货时间\n\n此致\n敬礼\n{{user.name}}"],
  ["first-answer-de", "Erste Antwort auf eine Anfrage", "de", "anyone", "mail", "Ihre Anfrage: {{lead.topic, opportunity.name | Messtechnik}}",
    "Guten Tag {{contact.firstName, lead.firstName |}} {{contact.lastName, lead.lastName |}},\n\nvielen Dank für Ihre Anfrage. Anbei finden Sie passende Unterlagen. Für ein Angebot brauche ich noch Medium, Temperatur, Druck, Nennweite und Wunschtermin.\n\nMit freundlichen Grüßen\n{{user.name}}"],
  ["quote-sent", "Our quote", "en", "quote", "mail", "Our quote {{quote.number}} for {{opportunity.name, quote.name}}",
    "Dear {{contact.firstName | colleague}},\n\nplease find attached our quote {{quote.number}}, {{quote.total}} in all. It is valid until {{quote.until | the end of next month}}. To order, answer with “I accept quote {{quote.number}}”.\n\nKind regards\n{{user.name}}"],
  ["polite", "Thank you all the same", "en", "anyone", "refusal", undefined,
    "Dear {{contact.firstName, lead.firstName | colleague}},\n\nthank you for letting me know, and for the time that you gave us. I will not press you. May I ask you for one word on what decided it? And should {{opportunity.name, lead.topic | the matter}} come up again, I am a mail away.\n\nKind regards\n{{user.name}}"],
  ["polite-zh", "婉拒后的致谢", "zh", "anyone", "refusal", undefined,
    "{{contact.lastName, lead.lastName | 尊敬的客户}}{{contact.salutation, lead.salutation |}}，您好：\n\n感谢您及时告知，也感谢您抽时间了解我们的产品。我们尊重您的决定。今后如有流量、液位等测量需求，欢迎随时联系我。\n\n此致\n敬礼\n{{user.name}}"],
  ["agenda", "Agenda of a first meeting", "en", "anyone", "agenda", "{{opportunity.name | Our meeting}}",
    "**Agenda**\n\n- where {{account.name | your company}} stands today\n- what {{opportunity.name | the new plant}} has to do, and by when\n- what we propose, and what it costs\n- who decides, and the next step"],
];

/** What Lindenfeld's reps write again and again. */
export const templates = ({ at }: Clock): Sample[] => words.map(([key, name, language, about, purpose, subject, body]) => ({ type: "template", id: `template-${key}`, createdAt: at(-500), values: { name, language, about, purpose, ...subject && { subject }, body } }));
