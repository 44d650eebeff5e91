import type { MailKind, ReadableMail } from "../../../../model/reading/reading.ts";
const rep = { name: "Sam Ortiz", address: "sam.ortiz@dealwright.example" };
const from = (name: string, address: string, subject: string, text: string): ReadableMail => ({ from: { name, address }, receivedFor: rep, subject, text, defaultRegion: "US" });

/** Mail that machines write about nobody: no person may be read in it. */
export const machineMails: [says: string, kind: MailKind, mail: ReadableMail][] = [
  ["an English newsletter signed by a person", "newsletter", from("Dana at Ledgerlight", "dana@ledgerlight.example", "5 ways to close the quarter faster", "Hi there,\n\nHere are five ideas.\n\nhttps://ledgerlight.example/a\nhttps://ledgerlight.example/b\nhttps://ledgerlight.example/c\n\nDana Whitlock\nCEO, Ledgerlight Inc.\n\nYou are receiving this because you signed up. Unsubscribe | Update preferences\n12 Dock St, Boston, MA 02110")],
  ["a German newsletter", "newsletter", from("Werkstattbrief", "info@werkstattbrief.example", "Neues aus der Werkstatt", "Guten Tag,\n\nunsere Themen:\nhttps://werkstattbrief.example/1\n\nIhr Jan Möller\nChefredakteur\nTel. 030 5550122\n\nNicht mehr interessiert? Hier abmelden: https://werkstattbrief.example/ab")],
  ["a French newsletter", "newsletter", from("La Lettre du Bois", "lettre@lettredubois.example", "Les nouveautés de mai", "Voir la version en ligne\n\nDécouvrez nos nouveautés\nhttps://lettredubois.example/mai\n\nSe désinscrire")],
  ["a Chinese newsletter", "newsletter", from("工业周刊", "weekly@gongye.example", "工业周刊第18期", "本期要点\nhttps://gongye.example/18\n编辑：王晓\n如不想再收到此邮件，请点击退订")],
  ["a Japanese newsletter", "newsletter", from("機械通信", "mm@kikai.example", "【機械通信】5月号", "今月の話題\nhttps://kikai.example/5\n\n配信停止はこちら\nhttps://kikai.example/stop")],
  ["a Spanish offer", "newsletter", from("Ofertas Ferretero", "ofertas@ferretero.example", "30 % de descuento solo hoy", "¡Aproveche!\nhttps://ferretero.example/oferta\n\nSi no desea recibir más correos, puede darse de baja aquí.")],
  ["a bounce of Exchange", "bounce", from("Microsoft Outlook", "MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@dealwright.example", "Undeliverable: Offer", "Delivery has failed to these recipients or groups:\n\nAna Kohl (ana@kohlbrick.example)\nThe email address couldn't be found.")],
  ["a German bounce", "bounce", from("Mail Delivery System", "MAILER-DAEMON@mx.example", "Unzustellbar: Angebot", "Ihre Nachricht konnte nicht zugestellt werden.\nAna Kohl <ana@kohlbrick.example>: Empfänger unbekannt")],
  ["a Chinese bounce", "bounce", from("Postmaster", "postmaster@163.com", "系统退信", "抱歉，您的邮件被退回来了……\n收件人：王磊 <wl@gongye.example>")],
  ["a French bounce", "bounce", from("Mail Delivery Subsystem", "mailer-daemon@mx.example", "Échec de la remise : Devis", "Votre message n'a pas pu être remis à Paul Durand.")],
  ["a shipping notice", "notification", from("Parcelway", "no-reply@parcelway.example", "Your parcel has shipped", "Hello Sam,\nYour order 118-220 has shipped.\nDriver: Mike Stone\nQuestions? Call (800) 555-0100")],
  ["a build notice", "notification", from("CI", "builds@ci.example", "Build failed: main #88", "Job deploy failed after 3 minutes.\nCommit by Ann Lee\nhttps://ci.example/88")],
  ["an invoice notice", "notification", from("Billing", "billing@cloudbarn.example", "Your invoice is available", "Your invoice for May is available.\nThis is an automated message, please do not reply.\nCloudbarn Inc.")],
  ["a calendar answer", "notification", from("Calendar", "calendar-notification@cal.example", "Accepted: Demo @ Mon May 6", "Ana Kohl has accepted this invitation.")],
  ["a security code", "notification", from("Account Team", "account@signin.example", "Your verification code", "Your code is 483920. It expires in 10 minutes.")],
  ["a Chinese notice", "notification", from("系统通知", "noreply@yun.example", "您的订单已发货", "尊敬的客户，您的订单已发货。\n快递员：刘强 13800138000\n系统自动发送，请勿回复")],
  ["a network's digest", "notification", from("Linkwell", "notifications@linkwell.example", "Ana Kohl viewed your profile", "See who else viewed your profile\nAna Kohl\nBuyer at Kohl Brick\nhttps://linkwell.example/x")],
];

/** Answers of an absent person's mailbox. */
export const autoReplies: [says: string, mail: ReadableMail, first: string, last: string][] = [
  ["English", from("Ana Kohl", "ana@kohlbrick.example", "Automatic reply: Offer", "I am out of the office until May 13. In urgent cases call Ben Fry at (414) 555-0133.\n\nAna Kohl\nBuyer"), "Ana", "Kohl"],
  ["German", from("Kohl, Ana", "ana@kohlbrick.example", "Abwesenheitsnotiz: Angebot", "Ich bin bis zum 13.05. nicht im Büro.\n\nMit freundlichen Grüßen\nAna Kohl"), "Ana", "Kohl"],
  ["French", from("Paul Durand", "paul@durandbois.example", "Réponse automatique : Devis", "Je suis absent jusqu'au 13 mai.\n\nCordialement,\nPaul Durand"), "Paul", "Durand"],
  ["Chinese", from("陆思远", "lusiyuan@hanhai-fm.example", "自动回复: 报价", "您好，我正在休假，5月13日回来。\n\n陆思远"), "思远", "陆"],
  ["Japanese", from("大西 航", "onishi@minato-denki.example", "自動応答: 見積", "5月13日まで不在にしております。\n\n大西 航"), "航", "大西"],
];
