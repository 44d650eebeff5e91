import type { Mail } from "../../model/mail.ts";
import type { Drafting, Item, Meeting, Settings } from "../office/mailbox.ts";
import { handOn, keepWaiting, passIn, type Alerts, type Ask, type AttachedFile, type HandOver, type Path } from "./handOver.ts";
import { alertText } from "./words.ts";

/** What an event handler has: one draft, and little time. */
export interface Runtime { item: Item; draft: Drafting; settings: Settings; language: string; text(): Promise<string>; meeting(): Promise<Meeting>; ask: Ask; now(): number }
/** How a handler ends; nothing said is “go on”. */
export type Outcome = { allowEvent: boolean; errorMessage?: string } | void;

/** A draft has begun: it gets a name for the service, the pane can tell that events reach us, and what waits is handed on. */
export async function begun(run: Runtime): Promise<void> {
  const events = passIn(run.settings, run.now()) ? "here" : undefined; // without a pass nothing could be done at sending
  await Promise.all([nameOf(run), events && run.draft.tell(run.item, "events", events).catch(() => undefined), passOn(run)]);
}

/** People or files have changed, so it is still a draft: what was handed over with a warning did not go out. */
export async function changed(run: Runtime): Promise<void> {
  if (await run.draft.told(run.item, "events").catch(() => undefined) !== "handed") return;
  const pass = passIn(run.settings, run.now()), draft = await run.draft.told(run.item, "draft");
  if (pass && draft) await run.ask(pass, "/mail/unsent", { draft }, 1_000);
  await run.draft.tell(run.item, "events", "here");
}

/** A mail goes out. The guards get one second, the hand-over one more; whatever fails, it goes. With something to look at, Outlook asks the rep and does not ask us again, so it is handed over all the same, and taken back if it turns out not to have gone. */
export async function sent(run: Runtime): Promise<Outcome> {
  const pass = passIn(run.settings, run.now());
  if (!pass) return { allowEvent: true };
  const one = await handOverOf(run);
  const { from, to, cc, bcc = [], conversationId } = one.mail;
  const guarded = await run.ask<Alerts>(pass, "/guard", { from, people: [...to, ...cc, ...bcc], on: one.on, conversationId, files: one.mail.attachments.map(({ name, size }) => ({ size, ...one.files.find(file => file.name === name) ?? { name } })) }, 1_000);
  const alerts = guarded.ok ? guarded.value.alerts : [];
  const log = await run.draft.told(run.item, "log").catch(() => undefined);
  if (log !== "no") await hand(run, pass, { ...one, warned: alerts.length > 0, guard: guarded.ok ? "asked" : guarded.why });
  else if (!guarded.ok) await run.ask(pass, "/guard/missed", { why: guarded.why }, 900); // nothing of the mail, which is not to be logged
  if (!alerts.length) return { allowEvent: true };
  await run.draft.tell(run.item, "events", "handed").catch(() => undefined);
  return { allowEvent: false, errorMessage: alertText(alerts, run.language) };
}

async function hand({ ask, settings }: Runtime, pass: NonNullable<ReturnType<typeof passIn>>, one: HandOver): Promise<void> {
  const answer = await ask(pass, "/mail/sent", one, 900);
  if (!answer.ok && !isRefusal(answer.status)) await keepWaiting(settings, one).catch(() => undefined);
}

/** What could not be handed over before. */
async function passOn({ ask, settings, now }: Runtime): Promise<void> {
  const pass = passIn(settings, now());
  if (pass) await handOn(settings, async one => { const answer = await ask(pass, "/mail/sent", one, 2_000); return answer.ok ? "taken" : isRefusal(answer.status) ? "refused" : "later"; }).catch(() => 0);
}
/** An answer that will not change: the mail is not kept for another try. Signing in can still help, and so can time. */
const isRefusal = (status: number | undefined): boolean => status !== undefined && status >= 400 && status < 500 && ![401, 403, 408, 429].includes(status);

/** The draft as it is now, with what the pane has told of it. */
export async function handOverOf(run: Pick<Runtime, "item" | "draft" | "text" | "meeting" | "now">, how: HandOver["how"] = "sent"): Promise<HandOver> {
  const { item, draft: door } = run, or = <T>(promise: Promise<T>, other: T) => promise.catch(() => other), when = item.surface === "meeting-compose" ? run.meeting() : undefined;
  const [draft, { from, to, cc, bcc }, subject, text, attachments, regarding, attached] = await Promise.all([
    nameOf(run), door.people(item), or(door.subject(item), ""), or(run.text(), ""), or(door.attachments(item), []), or(door.told(item, "regarding"), undefined), or(door.told(item, "attached"), undefined),
  ]);
  const mail: Omit<Mail, "html" | "internetMessageId"> = { conversationId: item.conversationId ?? "", subject, from, to, cc, bcc, sentAt: new Date(run.now()).toISOString(), text: text.slice(0, 100_000), attachments };
  const { start, end, location } = await when ?? {};
  return { draft, mail, ...start && end && { meeting: { start, end, location: location ?? "" } }, on: read<Path[]>(regarding) ?? [], files: read<AttachedFile[]>(attached) ?? [], how, warned: false, guard: "off" };
}

/** The draft's name for the service; kept with it, so that its sending twice is one. */
async function nameOf({ item, draft, now }: Pick<Runtime, "item" | "draft" | "now">): Promise<string> {
  const known = await draft.told(item, "draft").catch(() => undefined);
  if (known) return known;
  const name = `${now().toString(36)}-${Math.random().toString(36).slice(2)}${Math.random().toString(36).slice(2)}`;
  await draft.tell(item, "draft", name).catch(() => undefined);
  return name;
}

function read<T>(text: string | undefined): T | undefined {
  try { return text ? JSON.parse(text) as T : undefined; } catch { return undefined; }
}

/** The handlers by the names that the manifest calls them with. */
export const handlers: Record<string, (run: Runtime) => Promise<Outcome>> = { onNewMessageCompose: begun, onMessageRecipientsChanged: changed, onMessageAttachmentsChanged: changed, onMessageSend: sent, onNewAppointmentOrganizer: begun, onAppointmentAttendeesChanged: changed, onAppointmentAttachmentsChanged: changed, onAppointmentSend: sent };
