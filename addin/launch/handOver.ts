import type { Alert } from "../../model/guard.ts";
import type { Mail } from "../../model/mail.ts";
import type { Meeting, Settings } from "../office/mailbox.ts";

/** What we attached to a draft from the pane: the file as Outlook names it, and the literature and content that it is. */
export interface AttachedFile { name: string; literature?: string; hash?: string; /** The quote that the file is a print of. */ quote?: string }
export interface Path { type: string; id: string }
/** A mail as it goes out, for the service to keep. `guard` says whether the guards could look at it. */
export interface HandOver { draft: string; mail: Omit<Mail, "html" | "internetMessageId">; /** Where it is no mail but a meeting of one's own: `to` are required, `cc` optional. */ meeting?: Pick<Meeting, "start" | "end" | "location">; on: Path[]; files: AttachedFile[]; how: "sent" | "draft"; warned: boolean; guard: "asked" | "late" | "failed" | "off" }
export interface Guarding { from: Mail["from"]; people: Mail["to"]; files: (AttachedFile & { size?: number })[]; on: Path[]; conversationId?: string }

/** The pane's pass for whatever runs without it: where the service is, and a ticket that serves until `expires`. */
export interface Pass { /** Whose it is. */ of: string; service: string; ticket: string; expires: string }

/** Names of what is kept in the mailbox's settings. */
export const kept = { pass: "dealwright.pass", waiting: "dealwright.waiting" };

/** A pass that is still good, if there is one. */
export function passIn(settings: Settings, now: number): Pass | undefined {
  const pass = read<Pass>(settings.get(kept.pass));
  return pass && Date.parse(pass.expires) > now ? pass : undefined;
}

/** Hand-overs that the service has not taken yet, oldest first. */
export const waitingIn = (settings: Settings): HandOver[] => read<HandOver[]>(settings.get(kept.waiting)) ?? [];

/** Keeps a hand-over for later; one draft waits once. Settings are small, so the text is cut, and where that is not enough the oldest goes. */
export async function keepWaiting(settings: Settings, one: HandOver): Promise<void> {
  const short = { ...one, mail: { ...one.mail, text: one.mail.text.slice(0, 2_000) } };
  const all = [...waitingIn(settings).filter(other => other.draft !== one.draft), short];
  while (all.length > 1 && JSON.stringify(all).length > room) all.shift();
  if (JSON.stringify(all).length > room) all[0] = { ...all[0]!, mail: { ...all[0]!.mail, text: "", attachments: all[0]!.mail.attachments.slice(0, 20), to: all[0]!.mail.to.slice(0, 50), cc: all[0]!.mail.cc.slice(0, 50), bcc: all[0]!.mail.bcc?.slice(0, 50) } };
  await settings.set({ [kept.waiting]: JSON.stringify(all) });
}
/** Of the 32 KB of all settings. */
const room = 24_000;

/** Hands on what waits, and forgets what the service took or will never take. */
export async function handOn(settings: Settings, hand: (one: HandOver) => Promise<"taken" | "refused" | "later">): Promise<number> {
  const left: HandOver[] = [], all = waitingIn(settings);
  for (const one of all) if (await hand(one) === "later") left.push(one);
  if (all.length > left.length) await settings.set({ [kept.waiting]: left.length ? JSON.stringify(left) : undefined });
  return all.length - left.length;
}

export type Answer<T> = { ok: true; value: T } | { ok: false; why: "late" | "failed"; status?: number };
/** Asks the service something in so many ms. Never rejects. */
export type Ask = <T>(pass: Pass, path: string, body: object, within: number) => Promise<Answer<T>>;

export type Alerts = { alerts: Alert[] };

function read<T>(text: string | undefined): T | undefined {
  try { return text ? JSON.parse(text) as T : undefined; } catch { return undefined; }
}
