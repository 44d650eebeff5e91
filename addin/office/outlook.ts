import type { Attachment, Envelope } from "../../model/mail.ts";
import { Problem } from "../../model/problem.ts";
import type { Dialogs, TellParent } from "../session/handover.ts";
import { callOffice, fetchFromOffice } from "./call.ts";
import { openOrCopy } from "./clipboard.ts";
import { limits } from "./limits.ts";
import { isDark, onSystemLook, systemLook } from "./look.ts";
import { marks, markMessage } from "./mark.ts";
import type { Item, Look, Mailbox, Surface } from "./mailbox.ts";
import { has, hearWritten, meetingOf, openDraft, openSettings, personOf as person, type Written } from "./outlookDraft.ts";
import { bytesOf, chop } from "./text.ts";
import { watchItem } from "./watch.ts";

type ReadItem = Office.MessageRead & Office.AppointmentRead;

/** Outlook itself; the only file that says Office. Rejects with `outlook` where the library did not load, did not settle in `within` ms, or is not in Outlook. */
export async function openOutlook(within = 10_000): Promise<Mailbox & { dialogs: Dialogs }> {
  await ready(within);
  const box = Office.context.mailbox;
  const showing = () => box.item as ReadItem | null | undefined;
  const current = () => describe(showing());
  const watch = watchItem(current);
  const at = <T>(item: Item, work: (shown: ReadItem) => Promise<T>) => whileShowing(item, current, () => work(showing()!));
  await hearItemChanged(box, () => [0, 50, 200, 1000].forEach(ms => setTimeout(watch.now, ms)));
  const theme = await watchLook(box);

  return {
    dialogs,
    me: { name: box.userProfile.displayName, address: box.userProfile.emailAddress },
    language: Office.context.displayLanguage || "en-US",
    look: theme.look,
    onLook: theme.hear,
    current,
    onItem: watch.hear,
    body: item => at(item, async shown => {
      const ask = (kind: Office.CoercionType) => callOffice<string>(`body as ${kind}`, done => shown.body.getAsync(kind, done));
      const [text, html] = await Promise.all([ask(Office.CoercionType.Text), ask(Office.CoercionType.Html).catch(() => undefined)]);
      await confirm(item, shown);
      return html === undefined ? { text } : { text, html };
    }),
    attachment: (item, of) => at(item, async shown => {
      if (!has("1.8")) throw new Problem("outlook", { detail: "This Outlook does not hand out attachments" });
      const got = await fetchFromOffice<Office.AttachmentContent>("attachment", done => shown.getAttachmentContentAsync(of.id, done));
      await confirm(item, shown);
      if (got.format === Office.MailboxEnums.AttachmentContentFormat.Base64) return bytesOf(got.content);
      if (got.format === Office.MailboxEnums.AttachmentContentFormat.Url) throw new Problem("outlook", { detail: "This attachment is a link to a file elsewhere" });
      return new TextEncoder().encode(got.content);
    }),
    mark: (item, as) => at(item, async shown => {
      await confirm(item, shown);
      return markMessage(shown, as, { may: has, stillThere: () => current().key === item.key });
    }),
    async reply(item, { html, all = false }) {
      const shown = showing()!;
      await at(item, () => confirm(item, shown));
      return openOrCopy(html, limits.form, htmlBody => {
        if (has("1.9")) return callOffice<void>("reply", done => all ? shown.displayReplyAllFormAsync({ htmlBody }, done) : shown.displayReplyFormAsync({ htmlBody }, done));
        return told("reply", () => { if (all) shown.displayReplyAllForm({ htmlBody }); else shown.displayReplyForm({ htmlBody }); });
      });
    },
    write: ({ to, subject, html }) => openOrCopy(html, limits.form, htmlBody => {
      const form = { toRecipients: to, subject, htmlBody };
      if (!has("1.6")) return Promise.reject(new Problem("outlook", { detail: "This Outlook opens no new messages for add-ins" }));
      return has("1.9") ? callOffice<void>("new message", done => box.displayNewMessageFormAsync(form, done)) : told("new message", () => box.displayNewMessageForm(form));
    }),
    draft: openDraft((item, work) => at(item, shown => work(shown as unknown as Written))),
    onDraft: hearDrafts(showing, watch.hear),
    meeting: item => at(item, shown => meetingOf(shown)),
    settings: openSettings(),
    launches: has("1.12"),
    notify: (item, words) => at(item, shown => callOffice<void>("notice", done => shown.notificationMessages.replaceAsync(marks.key, { type: "informationalMessage" as Office.MailboxEnums.ItemNotificationMessageType, icon: marks.icon, message: chop(words, limits.notice), persistent: false }, done))),
    async openWindow(path) {
      const address = new URL("taskpane.html", document.baseURI);
      address.search = String(new URLSearchParams({ at: path, me: box.userProfile.displayName, mail: box.userProfile.emailAddress, language: Office.context.displayLanguage }));
      const dialog = await callOffice<Office.Dialog>("window", done => Office.context.ui.displayDialogAsync(address.href, { width: 40, height: 80, displayInIframe: true }, done), 60_000);
      await new Promise<void>(shut => dialog.addEventHandler(Office.EventType.DialogEventReceived, () => shut()));
    },
    browse(address) {
      if (Office.context.requirements.isSetSupported("OpenBrowserWindowApi", "1.1") && Office.context.ui.openBrowserWindow) Office.context.ui.openBrowserWindow(address);
      else window.open(address, "_blank", "noopener");
    },
  };
}

/** Outlook's own windows; one more than the one that may be open, or one that the browser holds back, is `outlook`. Where Outlook cannot tell a message's origin, it lets only ours through. */
const dialogs: Dialogs = {
  async open(address, hear) {
    const dialog = await callOffice<Office.Dialog>("window", done => Office.context.ui.displayDialogAsync(address, { width: 30, height: 60, promptBeforeOpen: false }, done), 60_000);
    const unknown = Office.context.requirements.isSetSupported("DialogOrigin", "1.1") ? undefined : location.origin;
    return new Promise((resolve, reject) => {
      dialog.addEventHandler(Office.EventType.DialogMessageReceived, told => {
        if (!("message" in told) || !hear(told.message, told.origin ?? unknown)) return;
        dialog.close();
        resolve(true);
      });
      dialog.addEventHandler(Office.EventType.DialogEventReceived, told => {
        if ("error" in told && told.error === 12006) return resolve(false);
        dialog.close();
        reject(new Problem("outlook", { detail: `The window's page could not be shown (${"error" in told ? told.error : "?"})` }));
      });
    });
  },
};

/** For a page inside such a window. */
export const tellParent: TellParent = async (message, targetOrigin) => {
  await ready(10_000);
  Office.context.ui.messageParent(message, { targetOrigin });
};

async function ready(within: number): Promise<void> {
  if (typeof Office === "undefined") throw new Problem("outlook", { detail: "Outlook's own library could not be loaded" });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new Problem("outlook", { detail: "Outlook's own library did not start" })), within); });
  const { host } = await Promise.race([Office.onReady(), late]).finally(() => clearTimeout(timer));
  if (host !== Office.HostType.Outlook) throw new Problem("outlook", { detail: "This page works inside Outlook" });
}

/** Where Outlook cannot tell (before Mailbox 1.5, or it refuses), looking every now and then has to do. */
const hearItemChanged = (box: Office.Mailbox, changed: () => void): Promise<void> => !has("1.5") ? Promise.resolve()
  : callOffice<void>("item changes", done => box.addHandlerAsync(Office.EventType.ItemChanged, changed, done)).catch(() => undefined);

/** A draft's events are asked for once it is shown, since the next one is another object to Outlook. */
function hearDrafts(showing: () => ReadItem | null | undefined, hearItem: (hear: () => void) => () => void): (hear: () => void) => () => void {
  const hearers = new Set<() => void>(), changed = () => { for (const hear of hearers) hear(); };
  let of: object | undefined, told = false, looked = 0;
  const begin = () => {
    const shown = showing();
    if (!shown || shown === of || !isWritten(surfaceOf(shown))) return;
    of = shown;
    told = false;
    void hearWritten(shown as unknown as Written, changed).then(heard => { told = heard; });
  };
  hearItem(begin);
  setInterval(() => { if (hearers.size && of === showing() && document.visibilityState === "visible" && ++looked % (told ? 5 : 1) === 0) changed(); }, 2_000);
  return hear => { hearers.add(hear); begin(); return () => hearers.delete(hear); };
}

async function whileShowing<T>(item: Item, current: () => Item, work: () => Promise<T>): Promise<T> {
  const check = () => { if (current().key !== item.key) throw new Problem("changed-item"); };
  check();
  if (item.surface === "none") throw new Problem("outlook", { detail: "No message is selected" });
  return work().then(value => { check(); return value; }, (error: unknown) => { check(); throw error; });
}

/** The library's own idea of the item lags behind where the event is late or lost, while its calls reach the message that is truly selected. The headers come from there, so they tell the two apart; without them (before 1.8, meetings, drafts) the library is believed. */
async function confirm(item: Item, shown: ReadItem): Promise<void> {
  const id = item.mail?.internetMessageId;
  if (item.surface !== "read" || !id || !has("1.8")) return;
  const headers = await callOffice<string>("headers", done => shown.getAllInternetHeadersAsync(done)).catch(() => "");
  const real = /^message-id:[ \t]*(\S+)/im.exec(headers.replace(/\r?\n[ \t]+/g, " "))?.[1];
  if (real && real !== id) throw new Problem("changed-item");
}

/** A call that has no callback. */
async function told(what: string, call: () => void): Promise<void> {
  try { call(); } catch (cause) { throw new Problem("outlook", { detail: `${what}: ${(cause as Error).message}`, cause }); }
}

function describe(shown: ReadItem | null | undefined): Item {
  if (!shown) return { key: "", surface: "none" };
  const surface = surfaceOf(shown);
  if (isWritten(surface)) return { key: `draft ${numberOf(shown)}`, surface, ...shown.conversationId && { conversationId: shown.conversationId } };
  const mail = envelope(shown);
  return { key: [shown.itemId, mail.internetMessageId, mail.conversationId].join(" "), surface, mail };
}

const isWritten = (surface: Surface) => surface === "compose" || surface === "meeting-compose";
function surfaceOf(shown: ReadItem): Surface {
  const meeting = String(shown.itemType) === "appointment";
  if (typeof shown.subject === "object") return meeting ? "meeting-compose" : "compose";
  if (/^IPM\.Note\.(rpmsg|SMIME$)/i.test(shown.itemClass)) return "unsupported";
  return meeting || isInvitation(shown) ? "meeting" : "read";
}

/** A message that invites to a meeting carries the meeting with it. */
const isInvitation = ({ itemClass, start }: ReadItem) => /^IPM\.Schedule\.Meeting\.Request$/i.test(itemClass) && start instanceof Date;

function envelope(shown: ReadItem): Envelope {
  const meeting = String(shown.itemType) === "appointment";
  return {
    internetMessageId: shown.internetMessageId ?? "", conversationId: shown.conversationId ?? "", subject: shown.subject ?? "",
    from: person((meeting ? shown.organizer : shown.from) ?? {}),
    to: ((meeting ? shown.requiredAttendees : shown.to) ?? []).map(person),
    cc: ((meeting ? shown.optionalAttendees : shown.cc) ?? []).map(person),
    sentAt: (shown.dateTimeCreated ?? new Date(0)).toISOString(),
    attachments: (shown.attachments ?? []).map(file),
  };
}

const file = ({ id, name, size, contentType, isInline }: Office.AttachmentDetails): Attachment => ({ id, name, size, contentType, inline: isInline });

/** A draft has no name of its own before it is saved; the library makes a new object for each. */
const numbers = new WeakMap<object, number>();
let drafts = 0;
function numberOf(shown: object): number {
  const known = numbers.get(shown) ?? ++drafts;
  numbers.set(shown, known);
  return known;
}

type Theme = Partial<Office.OfficeTheme>;
const lookOf = (theme: Theme | undefined): Look => ({ dark: isDark(theme?.bodyBackgroundColor) ?? systemLook().dark });

/** The event may carry the theme before last, and the property may be that of the start, so the property is read again after it and the later word counts. */
async function watchLook(box: Office.Mailbox): Promise<{ look: () => Look; hear: (hear: (look: Look) => void) => () => void }> {
  const hearers = new Set<(look: Look) => void>();
  const property = (): Theme | undefined => Office.context.officeTheme as Theme | undefined;
  let told: Theme | undefined, now = lookOf(property());
  const settle = () => {
    const next = lookOf(told ?? property());
    if (next.dark === now.dark) return;
    now = next;
    for (const hear of hearers) hear(now);
  };
  onSystemLook(settle);
  const changed = (event: { officeTheme?: Theme }) => {
    told = event.officeTheme;
    settle();
    for (const ms of [0, 250, 1000]) setTimeout(() => { told = property() ?? told; settle(); }, ms);
  };
  if (has("1.14")) await callOffice<void>("theme changes", done => box.addHandlerAsync(Office.EventType.OfficeThemeChanged, changed, done)).catch(() => undefined);
  return { look: () => now, hear: hear => { hearers.add(hear); return () => hearers.delete(hear); } };
}
