import * as z from "zod/mini";
import type { Pass } from "./nested.ts";

/** A window beside the pane, for pages of our own. */
export interface Dialogs {
  /** Tells `hear` every message of that page with the origin it came from, until `hear` takes one; then closes the window and resolves to true. Resolves to false when the person closed it; rejects with `outlook` when it could not be opened. */
  open(address: string, hear: (message: string, origin: string | undefined) => boolean): Promise<boolean>;
}
/** The other end: hands a message to the page that opened this one, if that is of `origin`. */
export type TellParent = (message: string, origin: string) => Promise<void>;

/** What becomes a header must look like a token and nothing else. */
export const pass = z.strictObject({ token: z.string().check(z.maxLength(16_384), z.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/)), expires: z.int() });
const handover = z.extend(pass, { dealwright: z.literal("signed-in"), state: z.string() });
const refusal = z.strictObject({ dealwright: z.literal("consent"), state: z.string() });
const longest = 20_000, day = 86_400_000;

export const writeHandover = (state: string, { token, expires }: Pass): string => JSON.stringify({ dealwright: "signed-in", state, token, expires });

/** What the sign-in page says where an administrator has to allow us first. */
export const writeRefusal = (state: string): string => JSON.stringify({ dealwright: "consent", state });
/** Whether a message says so, from our own origin and for the very window that was opened for it. */
export const readRefusal = (message: unknown, from: string | undefined, { origin, state }: { origin: string; state: string }): boolean =>
  from === origin && typeof message === "string" && message.length <= longest && refusal.safeParse(parsed(message)).data?.state === state;

/** The token in a message of the sign-in page, if the message is what it should be: from our own origin, of the known shape, for the very window that was opened for it, and not yet over. */
export function readHandover(message: unknown, from: string | undefined, { origin, state, now }: { origin: string; state: string; now: number }): Pass | undefined {
  if (from !== origin || typeof message !== "string" || message.length > longest) return undefined;
  const read = handover.safeParse(parsed(message)).data;
  if (!read || read.state !== state || read.expires <= now || read.expires > now + day) return undefined;
  return { token: read.token, expires: read.expires };
}

function parsed(text: string): unknown {
  try { return JSON.parse(text); } catch { return undefined; }
}
