import { draftMethods } from "./draftMethods.ts";
import type { Faults } from "./faults.ts";
import { HostError } from "./hostError.ts";
import { isDraft, masterCategories, textOf, type Item, type Notice } from "./items.ts";
import type { OfficeHost } from "./host.ts";

interface Method { name: string; flat?: boolean; run(asked: any, item: Item, host: OfficeHost): unknown }
const needed = (item: Item | undefined): Item => { if (!item) throw new HostError(9020); return item; };
const method = (name: string, run: Method["run"] = () => undefined, flat = false): { name: string; flat: boolean; run(asked: any, item: Item | undefined, host: OfficeHost): unknown } =>
  ({ name, flat, run: (asked, item, host) => run(asked, needed(item), host) });
/** A method that is about no item. */
const anywhere = (name: string, run: (asked: any, host: OfficeHost) => unknown = () => undefined, flat = false) => ({ name, flat, run: (asked: any, _item: Item | undefined, host: OfficeHost) => run(asked, host) });

const kinds: Notice["kind"][] = ["informationalMessage", "progressIndicator", "errorMessage", "insightMessage"];
/** Opened after the answer is on its way, as a window takes its time. */
const later = (work: () => void) => { setTimeout(work); };
const words = (asked: any, { faults }: OfficeHost) => faults.formsWithoutText ? "" : String(asked.htmlBody ?? "");
const answer = (kind: "reply" | "replyAll"): Method["run"] => (asked, item, host) => later(() => { if (!isDraft(item)) host.desk.answer(item, kind, words(asked, host)); });
const compose = (asked: any, host: OfficeHost) => later(() => { const party = (one: unknown) => ({ name: "", address: addressOf(one) }); host.desk.write({ to: (asked.toRecipients ?? []).map(party), bcc: (asked.bccRecipients ?? []).map(party), subject: String(asked.subject ?? ""), html: words(asked, host) }); });
const addressOf = (party: unknown) => typeof party === "string" ? party : String((party as { address?: string; emailAddress?: string }).address ?? (party as { emailAddress?: string }).emailAddress ?? "");
const notice = ({ key, type, message }: any, item: Item, { desk }: OfficeHost) => desk.notify(item, { key, kind: kinds[type] ?? "informationalMessage", text: message });
const addNotice: Method["run"] = (asked, item, host) => {
  if (item.notices.some(one => one.key === asked.key)) throw new HostError(9023);
  if (item.notices.length >= 5) throw new HostError(9025);
  notice(asked, item, host);
};
const wear = (wears: boolean): Method["run"] => ({ categories }, item, { desk }) => {
  if (wears && (categories as string[]).some(name => !masterCategories.some(one => one.name === name))) throw new HostError(9044);
  desk.categorise(item, categories, wears);
};

/** Plain text as some Outlooks give it: their own line ends, spaces that do not break, marks that nobody sees. */
export const oddly = (text: string) => `\ufeff${text.replace(/\n/g, "\r\n").replace(/ (?=[A-Z])/g, "\u00a0")}\u200b\r\n`;
/** A body with what this Outlook does to it. */
export const bodyOf = (html: string, how: Faults["body"]): string => {
  if (how === "own") return html.replace(/<hr>[\s\S]*$|<blockquote>[\s\S]*$/, "");
  if (how === "document") return `<html><head><meta charset="utf-8"><style>p{margin:0}</style></head><body dir="ltr">${html}</body></html>`;
  if (how === "cut") return html.slice(0, 200);
  return how === "rewritten" ? html.replaceAll("<p>", '<div class="x_p" style="margin:0">').replaceAll("</p>", "</div>") : html;
};

/** Outlook's methods by the number that the library calls them with; the names are those of the faults. */
const readMethods: Record<number, ReturnType<typeof method>> = {
  2: anywhere("getUserIdentityToken", () => ({ wasSuccessful: false, errorCode: 9018, errorMessage: "Legacy tokens are off", errorName: "GenericTokenError" }), true),
  12: anywhere("getCallbackToken", () => ({ wasSuccessful: false, errorCode: 9018, errorMessage: "Legacy tokens are off", errorName: "GenericTokenError" }), true),
  3: method("loadCustomProperties", (_, item) => ({ wasSuccessful: true, customProperties: JSON.stringify(item.properties) }), true),
  4: method("saveCustomProperties", ({ customProperties }, item, { faults }) => { if (!faults.propertiesLost) item.properties = structuredClone(customProperties); }),
  404: anywhere("saveRoamingSettings", (asked, { desk, faults }) => { if (!faults.settingsLost) desk.roaming = { ...asked[0] }; }),
  8: anywhere("displayMessageForm"), 179: anywhere("displayMessageForm"),
  10: method("displayReplyForm", answer("reply")), 30: method("displayReplyForm", answer("reply")), 181: method("displayReplyForm", answer("reply")), 183: method("displayReplyForm", answer("reply")),
  11: method("displayReplyAllForm", answer("replyAll")), 31: method("displayReplyAllForm", answer("replyAll")), 182: method("displayReplyAllForm", answer("replyAll")), 184: method("displayReplyAllForm", answer("replyAll")),
  44: anywhere("displayNewMessageForm", compose), 178: anywhere("displayNewMessageForm", compose),
  14: method("body.getType", () => "html"),
  37: method("body.get", ({ coercionType }, item, { faults }) => { const html = bodyOf(item.html, faults.body); return coercionType === 3 ? html : faults.body === "odd" ? oddly(textOf(html)) : textOf(html); }),
  108: method("getSharedProperties", (_, __, { faults }) => ({ owner: faults.sharedMailbox, targetMailbox: faults.sharedMailbox, targetRestUrl: "", targetRestVersion: "", delegatePermissions: 31 })),
  150: method("getAttachmentContent", ({ id }, item) => {
    const found = (isDraft(item) ? item.files : item.attachments).find(one => one.id === id);
    if (!found) throw new HostError(9003);
    return { content: found.base64, format: "base64" };
  }),
  33: method("notices.add", addNotice),
  34: method("notices.getAll", (_, { notices }) => notices.map(({ key, kind, text }) => ({ key, type: kind, message: text }))),
  35: method("notices.replace", notice),
  36: method("notices.remove", ({ key }, item, { desk }) => { if (!item.notices.some(one => one.key === key)) throw new HostError(9024); desk.hush(item, key); }),
  157: method("categories.get", (_, { categories }) => categories.length ? masterCategories.filter(one => categories.includes(one.name)).map(({ name, color }) => ({ displayName: name, color })) : null),
  158: method("categories.add", wear(true)),
  159: method("categories.remove", wear(false)),
  160: anywhere("masterCategories.get", () => masterCategories.map(({ name, color }) => ({ displayName: name, color }))),
  168: method("getAllInternetHeaders", (_, { headers }) => Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join("")),
  99: method("getInitializationContext", () => ""),
  40: anywhere("telemetry"), 163: anywhere("telemetry"), 193: anywhere("telemetry"), 400: anywhere("consent"), 401: anywhere("consent"), 402: anywhere("consent"),
};

/** All of them, by their number. */
export const methods: Record<number, ReturnType<typeof method>> = { ...readMethods, ...draftMethods };
