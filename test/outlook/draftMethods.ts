import { limits, sizeOf } from "../../addin/office/limits.ts";
import { atCursor } from "../../addin/office/paper.ts";
import { isDraft, type Draft, type Item, type Party } from "./items.ts";
import type { OfficeHost } from "./host.ts";
import { HostError } from "./hostError.ts";
import { enclosed } from "./wire.ts";

interface Method { name: string; flat: boolean; run(asked: any, item: Item | undefined, host: OfficeHost): unknown }
const method = (name: string, run: (asked: any, draft: Draft, host: OfficeHost) => unknown): Method => ({ name, flat: false, run: (asked, item, host) => {
  if (!isDraft(item)) throw new HostError(9020);
  return run(asked, item, host);
} });

const asHtml = (data: string, coercionType: number) => coercionType === 3 ? data : data.replace(/[&<>]/g, letter => `&#${letter.charCodeAt(0)};`).replace(/\n/g, "<br>");
const fields = ["to", "cc", "bcc"] as const;
const party = ({ address, name }: Party): Party => ({ name: name === address ? "" : name ?? "", address });
const people = (add: boolean) => ({ recipientField, recipientArray }: { recipientField: number; recipientArray: Party[] }, draft: Draft, { desk }: OfficeHost) => {
  if (recipientArray.length > limits.recipients) throw new HostError(9014);
  const field = fields[recipientField]!;
  draft[field] = [...add ? draft[field] : [], ...recipientArray.map(party)];
  desk.changed("people", draft);
};
const write = (draft: Draft, html: string, { desk }: OfficeHost) => { draft.html = html; desk.changed("text", draft); };
const typeOf = (name: string) => ({ pdf: "application/pdf", png: "image/png", jpg: "image/jpeg", txt: "text/plain", docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" })[name.split(".").at(-1) ?? ""] ?? "application/octet-stream";
let count = 0;
/** When the people of a draft were first asked for. */
const asked = new WeakMap<Draft, number>();
const isEarly = (draft: Draft) => { const since = asked.get(draft) ?? Date.now(); asked.set(draft, since); return Date.now() - since < 800; };

/** What Outlook does to a draft, by the library's numbers. */
export const draftMethods: Record<number, Method> = {
  13: method("body.setSelected", ({ data, coercionType }, draft, host) => write(draft, atCursor(draft.html, asHtml(data, coercionType)), host)),
  29: method("setSelected", ({ data, coercionType }, draft, host) => write(draft, atCursor(draft.html, asHtml(data, coercionType)), host)),
  23: method("body.prepend", ({ data, coercionType }, draft, host) => write(draft, asHtml(data, coercionType) + draft.html, host)),
  38: method("body.set", ({ data, coercionType }, draft, host) => write(draft, asHtml(data, coercionType), host)),
  15: method("recipients.get", ({ recipientField }, draft, { faults }) => faults.lateRecipients && isEarly(draft) ? [] : draft[fields[recipientField as number]!].map(one => ({ ...one, name: one.name || one.address, recipientType: 3 }))),
  21: method("recipients.set", people(false)),
  22: method("recipients.add", people(true)),
  107: method("from.get", (_, { from }) => ({ ...from, recipientType: 2 })),
  18: method("subject.get", (_, { subject }) => subject),
  17: method("subject.set", ({ subject }, draft, { desk }) => { if (subject.length > limits.subject) throw new HostError(9013); draft.subject = subject; desk.changed("text", draft); }),
  148: method("addFileAttachmentFromBase64", ({ base64String, name, isInline }, draft, { desk, faults }) => {
    if (base64String.length > limits.attachment) throw new HostError(9005);
    try { atob(base64String); } catch { throw new HostError(9002); }
    const id = `AAMkAFile${++count}`;
    if (!faults.phantomFiles) { draft.files = [...draft.files, { id, name, size: sizeOf(base64String), contentType: typeOf(name), inline: Boolean(isInline), base64: base64String }]; desk.changed("files", draft); }
    return id;
  }),
  20: method("removeAttachment", ({ attachmentIndex }, draft, { desk }) => {
    const id = String(attachmentIndex).replace(/-addinId\d+$/, "");
    if (!draft.files.some(file => file.id === id)) throw new HostError(9008);
    draft.files = draft.files.filter(file => file.id !== id);
    desk.changed("files", draft);
  }),
  149: method("getAttachments", (_, { files }, { faults }) => files.map(enclosed).map(file => faults.temporaryIds ? { ...file, id: `${file.id}-addinId${++count}` } : file)),
  32: method("save", (_, draft, { desk }) => { draft.saved = true; desk.changed("message", draft); return draft.id; }),
  164: method("getItemId", (_, { saved, id }) => { if (!saved) throw new HostError(9046); return id; }),
  174: method("getComposeType", (_, { kind }) => ({ composeType: { new: "newMail", reply: "reply", forward: "forward" }[kind], coercionType: "html" })),
  175: method("isClientSignatureEnabled", () => true),
  185: method("sessionData.set", ({ name, value }, draft) => { if (JSON.stringify({ ...draft.told, [name]: value }).length > limits["session data"]) throw new HostError(9051); draft.told = { ...draft.told, [name]: value }; }),
  186: method("sessionData.get", ({ name }, { told }) => { if (!(name in told)) throw new HostError(9050); return told[name]; }),
  187: method("sessionData.getAll", (_, { told }) => told),
  188: method("sessionData.clear", (_, draft) => { draft.told = {}; }),
  189: method("sessionData.remove", ({ name }, draft) => { if (!(name in draft.told)) throw new HostError(9050); const { [name]: _, ...rest } = draft.told; draft.told = rest; }),
  24: method("time.get", ({ TimeProperty }, { meeting }) => Date.parse(TimeProperty === 1 ? meeting!.start : meeting!.end)),
  25: method("time.set", ({ TimeProperty, time }, draft, { desk }) => {
    const { start, end } = draft.meeting!, length = Date.parse(end) - Date.parse(start);
    if (TimeProperty === 2 && time < Date.parse(start)) throw new HostError(9010);
    Object.assign(draft.meeting!, TimeProperty === 1 ? { start: new Date(time).toISOString(), end: new Date(time + length).toISOString() } : { end: new Date(time).toISOString() });
    desk.changed("times", draft);
  }),
  26: method("location.get", (_, { meeting }) => meeting!.location),
  27: method("location.set", ({ location }, draft, { desk }) => { draft.meeting!.location = location; desk.changed("times", draft); }),
};
