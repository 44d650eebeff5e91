import { masterCategories, textOf, type Message, type Notice } from "./items.ts";
import type { OfficeHost } from "./host.ts";

/** An error by Microsoft's number (9000 to 9055); the library puts the words to it. */
export class HostError extends Error { constructor(readonly code: number) { super(`Error ${code}`); } }

interface Method { name: string; flat?: boolean; run(asked: any, item: Message, host: OfficeHost): unknown }
const needed = (item: Message | undefined): Message => { if (!item) throw new HostError(9020); return item; };
const method = (name: string, run: Method["run"] = () => undefined, flat = false): { name: string; flat: boolean; run(asked: any, item: Message | undefined, host: OfficeHost): unknown } =>
  ({ name, flat, run: (asked, item, host) => run(asked, needed(item), host) });
/** A method that is about no item. */
const anywhere = (name: string, run: (asked: any, host: OfficeHost) => unknown = () => undefined, flat = false) => ({ name, flat, run: (asked: any, _item: Message | undefined, host: OfficeHost) => run(asked, host) });

const kinds: Notice["kind"][] = ["informationalMessage", "progressIndicator", "errorMessage", "insightMessage"];
const reply = (asked: any, _item: Message, { desk }: OfficeHost) => desk.open({ kind: "reply", to: [], subject: "", html: String(asked.htmlBody ?? "") });
const compose = (asked: any, { desk }: OfficeHost) => desk.open({ kind: "new", to: (asked.toRecipients ?? []).map(addressOf), subject: String(asked.subject ?? ""), html: String(asked.htmlBody ?? "") });
const addressOf = (party: unknown) => typeof party === "string" ? party : String((party as { address?: string; emailAddress?: string }).address ?? (party as { emailAddress?: string }).emailAddress ?? "");
const notice = ({ key, type, message }: any, item: Message, { desk }: OfficeHost) => desk.notify(item, { key, kind: kinds[type] ?? "informationalMessage", text: message });
const addNotice: Method["run"] = (asked, item, host) => {
  if (item.notices.some(one => one.key === asked.key)) throw new HostError(9023);
  if (item.notices.length >= 5) throw new HostError(9025);
  notice(asked, item, host);
};
const wear = (wears: boolean): Method["run"] => ({ categories }, item, { desk }) => {
  if (wears && (categories as string[]).some(name => !masterCategories.some(one => one.name === name))) throw new HostError(9044);
  desk.categorise(item, categories, wears);
};

/** Outlook's methods by the number that the library calls them with; the names are those of the faults. A new surface (drafts, meetings) adds rows. */
export const methods: Record<number, ReturnType<typeof method>> = {
  2: anywhere("getUserIdentityToken", () => ({ wasSuccessful: false, errorCode: 9018, errorMessage: "Legacy tokens are off", errorName: "GenericTokenError" }), true),
  12: anywhere("getCallbackToken", () => ({ wasSuccessful: false, errorCode: 9018, errorMessage: "Legacy tokens are off", errorName: "GenericTokenError" }), true),
  3: method("loadCustomProperties", (_, item) => ({ wasSuccessful: true, customProperties: JSON.stringify(item.properties) }), true),
  4: method("saveCustomProperties", ({ customProperties }, item) => { item.properties = structuredClone(customProperties); }),
  404: anywhere("saveRoamingSettings"),
  8: anywhere("displayMessageForm"), 179: anywhere("displayMessageForm"),
  10: method("displayReplyForm", reply), 30: method("displayReplyForm", reply), 181: method("displayReplyForm", reply), 183: method("displayReplyForm", reply),
  11: method("displayReplyAllForm", reply), 31: method("displayReplyAllForm", reply), 182: method("displayReplyAllForm", reply), 184: method("displayReplyAllForm", reply),
  44: anywhere("displayNewMessageForm", compose), 178: anywhere("displayNewMessageForm", compose),
  14: method("body.getType", () => "html"),
  37: method("body.get", ({ coercionType }, item) => coercionType === 3 ? item.html : textOf(item.html)),
  149: method("getAttachments", (_, { attachments }) => attachments.map(({ id, name, size, contentType, inline }) => ({ id, name, attachmentType: 0, size, contentType, isInline: inline }))),
  150: method("getAttachmentContent", ({ id }, { attachments }) => {
    const found = attachments.find(one => one.id === id);
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
