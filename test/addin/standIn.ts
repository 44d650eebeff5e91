import { jest } from "@jest/globals";
import { textOf, type Desk, type Message } from "../outlook/items.ts";

type Done = (answer: { status: string; value?: unknown; error?: { message: string } }) => void;

/** A stand-in for Microsoft's global, over the same desk as the page. It shows how our door treats an Outlook that behaves badly; what the true library does is the stories' to show. `silent` methods never answer, `failing` ones fail. */
export function standIn(desk: Desk, { sets = "1.12", host = "Outlook", events = true } = {}) {
  const silent = new Set<string>(), failing = new Set<string>(), listeners = new Map<string, (event: any) => void>(), asked: string[] = [], running = { now: 0, most: 0 };
  let theme: { bodyBackgroundColor: string } | undefined, shown: object | null = null, shownFor: Message | undefined;
  const call = (name: string, done: Done, work: () => unknown) => {
    asked.push(name);
    running.most = Math.max(running.most, ++running.now);
    if (silent.has(name)) return;
    setTimeout(() => {
      running.now--;
      if (failing.has(name)) return done({ status: "failed", error: { message: "refused" } });
      done({ status: "succeeded", value: work() });
    }, 1);
  };
  const itemFor = (message: Message) => ({
    itemType: "message", itemClass: message.itemClass, itemId: message.id, internetMessageId: message.internetMessageId, conversationId: message.conversationId, subject: message.subject,
    from: named(message.from), to: message.to.map(named), cc: message.cc.map(named), dateTimeCreated: message.sentAt,
    attachments: message.attachments.map(({ id, name, size, contentType, inline }) => ({ id, name, size, contentType, isInline: inline })),
    body: { getAsync: (kind: string, done: Done) => call("body", done, () => kind === "html" ? message.html : textOf(message.html)) },
    getAllInternetHeadersAsync: (done: Done) => call("headers", done, () => Object.entries(desk.selected?.headers ?? {}).map(pair => pair.join(": ")).join("\r\n")),
    getAttachmentContentAsync(id: string, done: Done) {
      const file = message.attachments.find(one => one.id === id);
      if (file) call("attachment", done, () => ({ content: file.base64, format: "base64" })); else done({ status: "failed", error: { message: "no such attachment" } });
    },
    loadCustomPropertiesAsync: (done: Done) => call("properties", done, () => ({ set: (key: string, value: unknown) => { message.properties[key] = value; }, remove: (key: string) => { delete message.properties[key]; }, saveAsync: (saved: Done) => call("save", saved, () => undefined) })),
    notificationMessages: {
      replaceAsync: (key: string, { message: text }: { message: string }, done: Done) => call("notice", done, () => desk.notify(message, { key, kind: "informationalMessage", text })),
      removeAsync: (key: string, done: Done) => call("notice", done, () => desk.hush(message, key)),
    },
    categories: {
      getAsync: (done: Done) => call("categories", done, () => message.categories.map(displayName => ({ displayName }))),
      addAsync: (names: string[], done: Done) => call("categorise", done, () => desk.categorise(message, names, true)),
      removeAsync: (names: string[], done: Done) => call("categorise", done, () => desk.categorise(message, names, false)),
    },
    displayReplyFormAsync: ({ htmlBody }: { htmlBody: string }, done: Done) => call("reply", done, () => desk.open({ kind: "reply", to: [], subject: "", html: htmlBody })),
  });
  const office = {
    onReady: async () => host === "never" ? new Promise(() => undefined) : { host },
    HostType: { Outlook: "Outlook" }, CoercionType: { Text: "text", Html: "html" }, EventType: { ItemChanged: "item", OfficeThemeChanged: "theme" }, MailboxEnums: { AttachmentContentFormat: { Base64: "base64", Url: "url" } },
    context: {
      displayLanguage: "en-US", ui: {},
      get officeTheme() { return theme; },
      requirements: { isSetSupported: (set: string, version: string) => set === "Mailbox" && Number(version.split(".")[1]) <= Number(sets.split(".")[1]) },
      mailbox: {
        get item() {
          if (shownFor !== desk.selected || !desk.selected) { shownFor = desk.selected; shown = shownFor ? itemFor(shownFor) : null; }
          return shown;
        },
        userProfile: { displayName: "Robin Sommer", emailAddress: "robin.sommer@lindenfeld.example" },
        addHandlerAsync: (event: string, hear: (event: any) => void, done: Done) => { listeners.set(event, hear); done({ status: "succeeded" }); },
        displayNewMessageFormAsync: ({ toRecipients, subject, htmlBody }: { toRecipients: string[]; subject: string; htmlBody: string }, done: Done) => call("write", done, () => desk.open({ kind: "new", to: toRecipients, subject, html: htmlBody })),
      },
    },
  };
  if (events) desk.onChange(what => { if (what === "selection") listeners.get("item")?.({}); });
  (globalThis as any).Office = office;
  return {
    silent, failing, asked, running,
    paint(now: string, told = now) { theme = { bodyBackgroundColor: now }; listeners.get("theme")?.({ officeTheme: { bodyBackgroundColor: told } }); },
    remove: () => { delete (globalThis as any).Office; jest.useRealTimers(); },
  };
}
const named = ({ name, address }: { name: string; address: string }) => ({ displayName: name || address, emailAddress: address });
