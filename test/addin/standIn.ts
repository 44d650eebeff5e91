import { jest } from "@jest/globals";
import { draftMethods } from "../outlook/draftMethods.ts";
import { noFaults } from "../outlook/faults.ts";
import { isDraft, textOf, type Desk, type Draft, type Item, type Message } from "../outlook/items.ts";

type Done = (answer: { status: string; value?: unknown; error?: { message: string } }) => void;

/** A stand-in for Microsoft's global, over the same desk as the page. It shows how our door treats an Outlook that behaves badly; what the true library does is the stories' to show. `silent` methods never answer, `failing` ones fail. */
export function standIn(desk: Desk, { sets = "1.12", host = "Outlook", events = true, sharedBy = "" } = {}) {
  const silent = new Set<string>(), failing = new Set<string>(), once = new Set<string>(), listeners = new Map<string, (event: any) => void>(), asked: string[] = [], running = { now: 0, most: 0 };
  let theme: { bodyBackgroundColor: string } | undefined, shown: object | null = null, shownFor: Item | undefined;
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
  const roaming: Record<string, string> = {}, noTrouble = noFaults();
  /** A call of the draft's, by the library's number and with the host's own method behind it. */
  const onDraft = (draft: Draft, id: number, asked: object, done: Done, of: (value: any) => unknown = value => value) => {
    const { name, run } = draftMethods[id]!;
    if (once.delete(name)) { setTimeout(() => done({ status: "failed", error: { message: "not at first" } }), 1); return; }
    if (failing.has(name)) return call(name, done, () => undefined);
    let value: unknown;
    try { value = of(run(asked, draft, { desk, faults: noTrouble } as never)); } catch (error) { return done({ status: "failed", error: { message: (error as Error).message } }); }
    call(name, done, () => value);
  };
  const people = (draft: Draft, recipientField: number) => ({
    getAsync: (done: Done) => onDraft(draft, 15, { recipientField }, done, some => some.map(named)),
    addAsync: (some: { displayName: string; emailAddress: string }[], done: Done) => onDraft(draft, 22, { recipientField, recipientArray: some.map(one => ({ name: one.displayName, address: one.emailAddress })) }, done),
  });
  const draftFor = (draft: Draft) => {
    const coercionType = 3, kept = (id: number, asked: object, done: Done) => onDraft(draft, id, asked, done), [to, cc, bcc] = [0, 1, 2].map(n => people(draft, n));
    return {
      itemType: draft.meeting ? "appointment" : "message", conversationId: draft.conversationId, ...draft.meeting ? { requiredAttendees: to, optionalAttendees: cc } : { to, cc, bcc },
      subject: { getAsync: (done: Done) => kept(18, {}, done), setAsync: (subject: string, done: Done) => kept(17, { subject }, done) },
      [draft.meeting ? "organizer" : "from"]: { getAsync: (done: Done) => onDraft(draft, 107, {}, done, named) },
      body: {
        getTypeAsync: (done: Done) => done({ status: "succeeded", value: "html" }), getAsync: (kind: string, done: Done) => call("body", done, () => kind === "html" ? draft.html : textOf(draft.html)),
        prependAsync: (data: string, _: object, done: Done) => kept(23, { data, coercionType }, done), setSelectedDataAsync: (data: string, _: object, done: Done) => kept(13, { data, coercionType }, done), setAsync: (data: string, _: object, done: Done) => kept(38, { data, coercionType }, done),
      },
      getAttachmentsAsync: (done: Done) => kept(149, {}, done), removeAttachmentAsync: (attachmentIndex: string, done: Done) => kept(20, { attachmentIndex }, done),
      addFileAttachmentFromBase64Async: (base64String: string, name: string, _: object, done: Done) => kept(148, { base64String, name }, done),
      getComposeTypeAsync: (done: Done) => kept(174, {}, done), getItemIdAsync: (done: Done) => kept(164, {}, done),
      sessionData: { setAsync: (name: string, value: string, done: Done) => kept(185, { name, value }, done), getAsync: (name: string, done: Done) => kept(186, { name }, done), removeAsync: (name: string, done: Done) => kept(189, { name }, done) },
      start: { getAsync: (done: Done) => onDraft(draft, 24, { TimeProperty: 1 }, done, ms => new Date(ms)) }, end: { getAsync: (done: Done) => onDraft(draft, 24, { TimeProperty: 2 }, done, ms => new Date(ms)) }, location: { getAsync: (done: Done) => kept(26, {}, done) },
      loadCustomPropertiesAsync: (done: Done) => call("properties", done, () => ({ get: (key: string) => draft.properties[key], set: (key: string, value: unknown) => { draft.properties[key] = value; }, remove: (key: string) => { delete draft.properties[key]; }, saveAsync: (saved: Done) => call("save", saved, () => undefined) })),
      addHandlerAsync: (event: string, hear: (event: any) => void, done: Done) => { listeners.set(`${draft.id} ${event}`, hear); done({ status: "succeeded" }); },
    };
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
    ...sharedBy && { getSharedPropertiesAsync: (done: Done) => call("shared", done, () => ({ targetMailbox: sharedBy, owner: sharedBy })) },
    loadCustomPropertiesAsync: (done: Done) => call("properties", done, () => ({ get: (key: string) => message.properties[key], set: (key: string, value: unknown) => { message.properties[key] = value; }, remove: (key: string) => { delete message.properties[key]; }, saveAsync: (saved: Done) => call("save", saved, () => undefined) })),
    notificationMessages: {
      replaceAsync: (key: string, { message: text }: { message: string }, done: Done) => call("notice", done, () => desk.notify(message, { key, kind: "informationalMessage", text })),
      removeAsync: (key: string, done: Done) => call("notice", done, () => desk.hush(message, key)),
    },
    categories: {
      getAsync: (done: Done) => call("categories", done, () => message.categories.map(displayName => ({ displayName }))),
      addAsync: (names: string[], done: Done) => call("categorise", done, () => desk.categorise(message, names, true)),
      removeAsync: (names: string[], done: Done) => call("categorise", done, () => desk.categorise(message, names, false)),
    },
    displayReplyFormAsync: ({ htmlBody }: { htmlBody: string }, done: Done) => call("reply", done, () => desk.answer(message, "reply", htmlBody)),
  });
  /** Several messages at once, which the library on the package registry knows nothing of yet: Outlook's own takes these two calls, one loaded message at a time. */
  let loaded: Message | undefined;
  const load = (id: string, done: Done) => {
    const message = desk.messages.find(one => one.id === id);
    if (loaded || !message) return done({ status: "failed", error: { message: loaded ? "another message is loaded" : "no such message" } });
    loaded = message;
    call("load", done, () => ({ ...itemFor(message), unloadAsync: (let_: Done) => call("unload", let_, () => { loaded = undefined; }) }));
  };
  const handlers: Record<string, (event: { completed(outcome?: object): void }) => void> = {};
  const office = {
    actions: { associate: (name: string, run: (event: { completed(outcome?: object): void }) => void) => { handlers[name] = run; } },
    onReady: async () => host === "never" ? new Promise(() => undefined) : { host },
    HostType: { Outlook: "Outlook" }, CoercionType: { Text: "text", Html: "html" }, EventType: { ItemChanged: "item", SelectedItemsChanged: "several", OfficeThemeChanged: "theme", RecipientsChanged: "people", AttachmentsChanged: "files", AppointmentTimeChanged: "times", EnhancedLocationsChanged: "places" }, MailboxEnums: { AttachmentContentFormat: { Base64: "base64", Url: "url" } },
    context: {
      displayLanguage: "en-US", ui: {}, roamingSettings: { get: (name: string) => roaming[name], set: (name: string, value: string) => { roaming[name] = value; }, remove: (name: string) => { delete roaming[name]; }, saveAsync: (done: Done) => call("settings", done, () => undefined) },
      get officeTheme() { return theme; },
      requirements: { isSetSupported: (set: string, version: string) => set === "Mailbox" && Number(version.split(".")[1]) <= Number(sets.split(".")[1]) },
      mailbox: {
        get item() {
          const now = desk.front ?? desk.selected;
          if (shownFor !== now || !now) { shownFor = now; shown = !now ? null : isDraft(now) ? draftFor(now) : itemFor(now); }
          return shown;
        },
        userProfile: { displayName: "Robin Sommer", emailAddress: "robin.sommer@lindenfeld.example" },
        addHandlerAsync: (event: string, hear: (event: any) => void, done: Done) => { listeners.set(event, hear); done({ status: "succeeded" }); },
        getSelectedItemsAsync: (done: Done) => call("selected", done, () => desk.several.map(({ id, subject, conversationId }) => ({ itemId: id, subject, conversationId, itemType: "Message", itemMode: "Read" }))),
        loadItemByIdAsync: load,
        displayNewMessageFormAsync: ({ toRecipients, bccRecipients = [], subject, htmlBody }: { toRecipients: string[]; bccRecipients?: string[]; subject: string; htmlBody: string }, done: Done) => call("write", done, () => desk.write({ to: toRecipients.map(address => ({ name: "", address })), bcc: bccRecipients.map(address => ({ name: "", address })), subject, html: htmlBody })),
      },
    },
  };
  if (events) desk.onChange((what, item) => {
    if (what === "selection" || what === "windows") listeners.get("item")?.({});
    if (what === "several") listeners.get("several")?.({});
    if (item) listeners.get(`${item.id} ${what}`)?.({});
  });
  (globalThis as any).Office = office;
  return {
    silent, failing, once, asked, running, trouble: noTrouble, roaming, handlers,
    /** Runs one of the add-in's handlers as Outlook does; resolves with what it completed with. */
    run: (name: string) => new Promise<any>(completed => handlers[name]!({ completed })),
    paint(now: string, told = now) { theme = { bodyBackgroundColor: now }; listeners.get("theme")?.({ officeTheme: { bodyBackgroundColor: told } }); },
    remove: () => { delete (globalThis as any).Office; jest.useRealTimers(); },
  };
}
const named = ({ name, address }: { name: string; address: string }) => ({ displayName: name || address, emailAddress: address });
