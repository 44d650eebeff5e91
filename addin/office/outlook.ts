import { Problem } from "../../model/problem.ts";
import type { Dialogs } from "../session/handover.ts";
import { callOffice, fetchFromOffice } from "./call.ts";
import { openOrCopy } from "./clipboard.ts";
import { watchLag } from "./lag.ts";
import { limits } from "./limits.ts";
import { marks, markMessage } from "./mark.ts";
import type { Item, Mailbox } from "./mailbox.ts";
import { dialogs } from "./outlookDialogs.ts";
import { has, hearWritten, meetingOf, openDraft, openSettings, type Written } from "./outlookDraft.ts";
import { behalfOf, confirming, describe, isWritten, surfaceOf, textOf, type ReadItem } from "./outlookItem.ts";
import { watchLook } from "./outlookLook.ts";
import { openSeveral } from "./outlookSeveral.ts";
import { ready } from "./outlookReady.ts";
import { keepTab } from "./tab.ts";
import { bytesOf, chop } from "./text.ts";
import { watchItem } from "./watch.ts";

/** Outlook itself; only this file and its neighbours of the same name say Office. Rejects with `outlook` where the library did not load, did not settle in `within` ms, or is not in Outlook. */
export async function openOutlook(within = 10_000): Promise<Mailbox & { dialogs: Dialogs }> {
  await ready(within);
  keepTab();
  const box = Office.context.mailbox;
  const showing = () => box.item as ReadItem | null | undefined;
  const current = () => describe(showing());
  const watch = watchItem(current), confirm = confirming();
  const lag = watchLag(() => current().key, async () => { const shown = showing(); if (shown) await confirm(current(), shown); });
  const at = <T>(item: Item, work: (shown: ReadItem) => Promise<T>) => whileShowing(item, current, () => work(showing()!)).catch((error: Problem) => { if (error.code === "changed-item") lag.now(); throw error; });
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
    several: openSeveral(box),
    onLag: lag.hear,
    renew: () => location.reload(),
    body: item => at(item, async shown => {
      const read = textOf(shown), [text, html] = await Promise.all([read, callOffice<string>("body as html", done => shown.body.getAsync(Office.CoercionType.Html, done)).catch(() => undefined)])
        .finally(async () => confirm(item, shown, await read.catch(() => undefined)));
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
    behalf: item => at(item, behalfOf),
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
    write: ({ to, bcc, subject, html }) => openOrCopy(html, limits.form, htmlBody => {
      const form = { toRecipients: to, ...bcc && { bccRecipients: bcc }, subject, htmlBody };
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

/** A call that has no callback. */
async function told(what: string, call: () => void): Promise<void> {
  try { call(); } catch (cause) { throw new Problem("outlook", { detail: `${what}: ${(cause as Error).message}`, cause }); }
}
