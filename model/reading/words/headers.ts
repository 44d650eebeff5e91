/** How mail clients in many languages name the lines above a quoted message. Keys are in lookup form (see keyOf). */
import { keyOf } from "../page.ts";

export type HeaderRole = "from" | "sent" | "to" | "cc" | "subject" | "other";

const table: Record<HeaderRole, string> = {
  from: "from|von|de|da|van|od|от|от кого|отправитель|від|发件人|发件者|發件人|寄件者|寄件人|差出人|送信者|差出人名|보낸 사람|보낸사람|보낸이|발신|من|المرسل|fra|från|lähettäjä|kimden|gönderen|feladó|expéditeur|remitente|mittente|absender|nadawca|afzender|odesílatel|odosielateľ|από|מאת|de la|gửi từ|từ|dari",
  sent: "sent|date|gesendet|gesendet am|datum|envoyé|envoyé le|date d'envoi|enviado|enviado el|enviado em|enviada em|enviada|fecha|inviato|inviato il|data|verzonden|wysłano|data wysłania|отправлено|дата|дата отправки|надіслано|发送时间|发送日期|发件日期|發送時間|寄件日期|傳送日期|日期|时间|時間|已发送|送信日時|日時|日付|送信日|보낸 날짜|날짜|보낸 시간|작성일|발송일|التاريخ|تاريخ|تم الإرسال|تاريخ الإرسال|أرسلت|sendt|dato|skickat|lähetetty|päivämäärä|gönderildi|tarih|odesláno|elküldve|trimis|ημερομηνία|στάλθηκε|נשלח|תאריך|ngày|tanggal|dikirim",
  to: "to|an|à|para|per|aan|do|кому|кому:|получатель|收件人|收件者|發送至|宛先|받는 사람|받는사람|받는이|수신|إلى|til|till|vastaanottaja|kime|alıcı|komu|címzett|către|pour|destinataire|destinatario|empfänger|adresat|προς|אל|đến|kepada",
  cc: "cc|kopie|kopie (cc)|copie|copie à|copia|copie carbone|抄送|抄送人|副本|ccに|копия|dw|udw|do wiadomości|참조|نسخة|نسخة إلى|kopi|kopia|bilgi|kopio|másolat|bcc|密送",
  subject: "subject|betreff|objet|asunto|oggetto|onderwerp|temat|тема|主题|主旨|标题|主題|件名|제목|الموضوع|موضوع|emne|ämne|aihe|konu|předmět|tárgy|subiect|assunto|θέμα|נושא|chủ đề|subjek|sujet",
  other: "reply-to|antwort an|importance|wichtigkeit|attachments|anlagen|anhänge|附件|重要性|importancia|priority|répondre à",
};

/** Label in lookup form -> what it introduces. */
export const headerRole: ReadonlyMap<string, HeaderRole> = new Map(
  (Object.entries(table) as [HeaderRole, string][]).flatMap(([role, labels]) => keyOf(labels).split("|").map((label): [string, HeaderRole] => [label, role])));

/** What stands between dashes above an older message. */
export const originalMarkers = "original message|original mail|original email|message d'origine|message original|message initial|ursprüngliche nachricht|originalnachricht|original-nachricht|original nachricht|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|origineel bericht|wiadomość oryginalna|oryginalna wiadomość|исходное сообщение|исходное письмо|оригинальное сообщение|пересылаемое сообщение|原始邮件|原始郵件|原邮件|回复的原邮件|原始信息|原件|original|元のメッセージ|元のメール|원본 메시지|원본 메일|الرسالة الأصلية|ursprungligt meddelande|original meddelelse|oprindelig meddelelse|opprinnelig melding|alkuperäinen viesti|původní zpráva|eredeti üzenet|orijinal mesaj|reply message|replied message|reply above this line|please type your reply above this line|původní e-mail".split("|").map(keyOf);

/** The same for forwarded mail; also Apple's sentences, which stand without dashes. */
export const forwardMarkers = "forwarded message|forwarded mail|forwarded by|begin forwarded message|start of forwarded message|weitergeleitete nachricht|weitergeleitet von|anfang der weitergeleiteten nachricht|beginn der weitergeleiteten nachricht|message transféré|début du message transféré|début du message réexpédié|message transmis|mensaje reenviado|inicio del mensaje reenviado|mensagem encaminhada|mensagem reencaminhada|início da mensagem encaminhada|início da mensagem reencaminhada|messaggio inoltrato|inizio messaggio inoltrato|doorgestuurd bericht|begin doorgestuurd bericht|wiadomość przekazana dalej|przekazana wiadomość|treść przekazanej wiadomości|początek przekazanej wiadomości|пересылаемое сообщение|пересланное сообщение|начало переадресованного сообщения|начало пересылаемого сообщения|перенаправленное сообщение|转发的邮件|转发邮件|转发邮件信息|转发的消息|转发的信息|开始转发的邮件|下面是被转发的邮件|以下是转发的邮件|轉寄的郵件|轉寄郵件|轉寄訊息|開始轉寄郵件|転送されたメッセージ|転送メッセージ|転送されたメール|전달된 메시지|전달된 메일|원본 전달|رسالة معاد توجيهها|الرسالة المعاد توجيهها|رسالة محولة|بداية الرسالة المعاد توجيهها|vidarebefordrat meddelande|vidarebefordrat brev|videresendt meddelelse|videresendt melding|välitetty viesti|iletilmiş mesaj|iletilen ileti|přeposlaná zpráva|továbbított üzenet|mesaj redirecționat|thư đã chuyển tiếp|fwd".split("|").map(keyOf);

/** Verbs of "On ... somebody wrote:". */
export const wroteVerbs = "wrote|said|says|writes|schrieb|geschrieben|a écrit|ecrit|écrivait|escribió|escribe|escreveu|ha scritto|scrive|schreef|heeft geschreven|napisał|napisała|napisał(a)|pisze|написал|написала|написал(а)|пишет|пише|写道|寫道|写到|写信说|님이 작성|작성|작성함|님이 쓴 글|كتب|كتبت|كتب/كتبت|skrev|följande|kirjoitti|yazdı|şunu yazdı|napsal|napsal(a)|napsala|írta|írta:|a scris|έγραψε|כתב|כתב/ה|đã viết|menulis|のメール|さんは書きました|の書き込み|meddelade".split("|").map(keyOf);

/** The first word of such a line. */
export const wroteOpeners = new Set("on|le|am|el|il|em|op|at|w|dnia|dne|den|pe|в|у|في|בתאריך|vào|pada|tarihinde|a|på|om|στις|mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mie|jue|vie|sab|dom|seg|ter|qua|qui|sex|pon|wt|sr|czw|pt|nd|пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|ma|wo|vr|za|zo|monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo|quoting|citando|zitat|quote|jan|feb|apr|may|jun|jul|aug|sep|oct|nov|dec".split("|").map(keyOf));

/** Subject prefixes of replies and forwards, in lookup form, without the colon. */
export const replyPrefixes = new Set("re|aw|antw|antwort|sv|vs|ref|rif|r|res|odp|回复|回覆|答复|答覆|回信|返信|رد|ynt|vá|αντ|отв|отв.|ответ|השב|תגובה|bls|atb|odpowiedź|rép|回复:|답장|회신|re:|trả lời|balas".split("|").map(keyOf));
export const forwardPrefixes = new Set("fw|fwd|wg|wtr|tr|rv|enc|i|inoltra|doorst|pd|转发|轉寄|轉發|転送|إعادة توجيه|ilt|vb|vl|továbbítás|пересл|fs|הועבר|trs|전달|fwd:|przekaż|chuyển tiếp|переслать|reenv".split("|").map(keyOf));
