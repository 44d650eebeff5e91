import type { Outcome, Runtime } from "../launch/events.ts";
import { callOffice } from "./call.ts";
import type { Item } from "./mailbox.ts";
import { meetingOf, openDraft, openSettings, type Written } from "./outlookDraft.ts";

/** Outlook ends a handler after five minutes and grumbles after five seconds; ours give up before. */
const patience = 4_500;

/** Answers Outlook's events with our handlers. Whatever happens to one, the event is completed and nothing is held up. */
export function hearEvents(handlers: Record<string, (run: Runtime) => Promise<Outcome>>, ask: Runtime["ask"]): void {
  begin();
  for (const name of Object.keys(handlers)) Office.actions.associate(name, (event: { completed(outcome?: object): void }) => {
    const late = new Promise<Outcome>(end => { setTimeout(() => end({ allowEvent: true }), patience); });
    Promise.race([Promise.resolve().then(() => handlers[name]!(runtime(ask))), late]).catch((): Outcome => ({ allowEvent: true })).then(outcome => event.completed(outcome ?? undefined), () => event.completed());
  });
}

/** Without this the library gives up on a page. */
export function begin(): void { Promise.resolve(Office.onReady()).catch(() => undefined); }

function runtime(ask: Runtime["ask"]): Runtime {
  const shown = Office.context.mailbox.item as unknown as Written, meeting = String(shown.itemType) === "appointment";
  const item: Item = { key: "draft", surface: meeting ? "meeting-compose" : "compose", ...shown.conversationId && { conversationId: shown.conversationId } };
  return {
    item, draft: openDraft((_, work) => work(shown)), settings: openSettings(), language: Office.context.displayLanguage || "en-US", ask, now: () => Date.now(),
    text: () => callOffice<string>("body", done => shown.body.getAsync(Office.CoercionType.Text, done), 1_000),
    meeting: () => meetingOf(shown),
  };
}
