/** What can be wrong with Outlook, each a known trouble of the real one. Set at any time through `window.outlook.faults`, or in the address (`?faults={json}`). */
export interface Faults {
  /** How the event of a changed selection arrives: at once, never, late by `lateBy` ms, or as "no item" first and the item `lateBy` ms after; or Outlook loads the pane anew instead. */
  itemChanged: "prompt" | "missing" | "late" | "null first" | "reload";
  lateBy: number;
  /** The library is told of the first message for ever, and is served from it. */
  frozen: boolean;
  /** Methods (by name, see methods.ts) whose callback is never called. */
  silent: string[];
  /** Methods that do their work, and whose callback is never called. */
  mute: string[];
  /** Methods that fail, with the number of the error; `once`: only the first time on each item. */
  errors: Record<string, number>;
  once: Record<string, number>;
  /** How long each call takes, in ms; `slow` for the methods in it only. */
  latency: number;
  slow: Record<string, number>;
  /** Nothing is answered at all, not even the first greeting: the library never becomes ready (a file that it needs is blocked). */
  dead: boolean;
  /** What one gets of a body: all of it, only one's own words without what is quoted, a whole HTML document, the first 200 characters, the HTML as the client has rewritten it, or plain text with oddities. */
  body: "whole" | "own" | "document" | "cut" | "rewritten" | "odd";
  /** An item has another id each time that it is shown, as after a move. */
  wanderingIds: boolean;
  /** The conversation of a draft is not that of the message which it answers, and a message names another each time that it is shown. */
  strayConversation: boolean;
  /** Outlook says that a file is attached, and it is not. */
  phantomFiles: boolean;
  /** An attachment's id is for the moment only: a list asked for later has others. */
  temporaryIds: boolean;
  /** What is saved is not there the next time. */
  propertiesLost: boolean;
  settingsLost: boolean;
  /** A form opens without the text that it was given. */
  formsWithoutText: boolean;
  /** How nested app authentication ends, if not well: with this status, with a code of the client's own and none, with an error that says nothing, or never. */
  signIn: "" | "DISABLED" | "PERSISTENT_ERROR" | "ACCOUNT_UNAVAILABLE" | "NO_NETWORK" | "USER_CANCEL" | "executor" | "empty" | "silent";
  /** The first of its steps that ends so. Where that is its window, a person is asked for before. */
  signInFrom: "GetInitContext" | "GetToken" | "GetTokenPopup";
  /** No event tells of people, files or times that change on a draft. */
  draftEvents: "prompt" | "missing";
  /** At the start a draft's people are not told (a mailto link). */
  lateRecipients: boolean;
  /** A message being read names no more people than this, as a collapsed list does. */
  recipientsShown: number;
  /** After which time (ms) Outlook says that the add-in is slow, and after which it asks whether to send without it. */
  sendNotice: number;
  sendLimit: number;
  /** A change of the people while the send event runs ends its handler without a trace. */
  sendForgets: boolean;
  /** Events do not reach the add-in: Outlook is too old, or the administrator has switched them off. */
  noEvents: boolean;
  /** The colours that an event tells are those of the change before. */
  themeBehind: boolean;
  /** What is read lies in this mailbox, which is not one's own; none, if empty. */
  sharedMailbox: string;
  /** A draft opens in the reading pane, and a pinned pane goes over to it. */
  writesInPlace: boolean;
}
export const noFaults = (): Faults => ({
  itemChanged: "prompt", lateBy: 400, frozen: false, silent: [], mute: [], errors: {}, once: {}, latency: 0, slow: {}, dead: false, body: "whole", wanderingIds: false, strayConversation: false, phantomFiles: false, temporaryIds: false,
  propertiesLost: false, settingsLost: false, formsWithoutText: false, signIn: "", signInFrom: "GetInitContext", draftEvents: "prompt", lateRecipients: false, recipientsShown: 500, sendNotice: 5_000, sendLimit: 300_000, sendForgets: false, noEvents: false, themeBehind: false, sharedMailbox: "", writesInPlace: false,
});

/** Each trouble that real Outlooks are known for, by a name, as the switches that make it. A journey has to end well with any of them, and with any few together. */
export const troubles: Record<string, Partial<Faults>> = {
  "no event of another message": { itemChanged: "missing" },
  "a late event of another message": { itemChanged: "late" },
  "no item at first": { itemChanged: "null first" },
  "the pane is loaded anew": { itemChanged: "reload" },
  "frozen on the first message": { frozen: true },
  "attachments are never handed out": { silent: ["getAttachmentContent"] },
  "attaching is never answered": { mute: ["addFileAttachmentFromBase64"] },
  "files that are not attached": { phantomFiles: true },
  "ids of files that change": { temporaryIds: true },
  "only one's own words of a body": { body: "own" },
  "a body as a whole document": { body: "document" },
  "a body cut short": { body: "cut" },
  "a body rewritten": { body: "rewritten" },
  "plain text with oddities": { body: "odd" },
  "no body": { errors: { "body.get": 9020 } },
  "ids that change": { wanderingIds: true },
  "conversations that change": { strayConversation: true },
  "custom properties fail at first": { once: { saveCustomProperties: 9020, "sessionData.set": 9020 } },
  "custom properties are lost": { propertiesLost: true },
  "settings are lost": { settingsLost: true },
  "settings cannot be saved": { errors: { saveRoamingSettings: 9019 } },
  "reply forms fail": { errors: { displayReplyForm: 9020, displayReplyAllForm: 9020 } },
  "forms without their text": { formsWithoutText: true },
  "nested sign-in is switched off": { signIn: "DISABLED" },
  "nested sign-in fails": { signIn: "PERSISTENT_ERROR" },
  "nested sign-in fails without a word": { signIn: "empty" },
  "nested sign-in is never answered": { signIn: "silent" },
  "nested sign-in hands out nothing": { signIn: "PERSISTENT_ERROR", signInFrom: "GetToken" },
  "nested sign-in's executor fails": { signIn: "executor", signInFrom: "GetToken" },
  "nested sign-in has no account": { signIn: "ACCOUNT_UNAVAILABLE", signInFrom: "GetToken" },
  "nested sign-in has no network": { signIn: "NO_NETWORK", signInFrom: "GetToken" },
  "nested sign-in wants a click": { signInFrom: "GetTokenPopup" },
  "nested sign-in's window is closed": { signIn: "USER_CANCEL", signInFrom: "GetTokenPopup" },
  "nested sign-in's window never answers": { signIn: "silent", signInFrom: "GetTokenPopup" },
  "the library never starts": { dead: true },
  "a send event that is forgotten": { sendForgets: true, sendNotice: 300 },
  "no events of drafts": { draftEvents: "missing" },
  "no recipients at first": { lateRecipients: true },
  "few of many recipients": { recipientsShown: 20 },
  "no launch events": { noEvents: true },
  "colours of the change before": { themeBehind: true },
  "a shared mailbox that is not told of": { sharedMailbox: "sales@lindenfeld.example", errors: { getSharedProperties: 9020 } },
  "a draft in the reading pane": { writesInPlace: true },
  "notices fail": { errors: { "notices.replace": 9020, "notices.add": 9020 } },
  "categories fail": { errors: { "categories.add": 9044, "categories.get": 9020 } },
  "headers fail": { errors: { getAllInternetHeaders: 9020 } },
  "marks are never answered": { silent: ["notices.replace", "saveCustomProperties"] },
  "a send event that is cut off": { sendNotice: 50, sendLimit: 200 },
  "slow": { latency: 400 },
};

/** Several troubles at once: a later one wins where two set the same switch, lists and tables are joined. */
export function together(names: readonly string[]): Faults {
  const all = noFaults();
  for (const name of names) {
    const { silent = [], mute = [], errors, once, ...rest } = troubles[name]!;
    Object.assign(all, rest, { silent: [...all.silent, ...silent], mute: [...all.mute, ...mute], errors: { ...all.errors, ...errors }, once: { ...all.once, ...once } });
  }
  return all;
}
