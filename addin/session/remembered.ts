import * as z from "zod/mini";
import { pass } from "./handover.ts";

/** What outlives the pane, which Outlook opens anew for every message: until the window of Outlook closes. */
const remembered = z.strictObject({
  client: z.string(),
  /** Outlook's own account does not work here, so do not try again. */
  ownWindow: z.optional(z.boolean()),
  /** Somebody signed out on purpose. */
  signedOut: z.optional(z.boolean()),
  /** What our own sign-in window brought. */
  pass: z.optional(pass),
});
export type Remembered = z.infer<typeof remembered>;

const key = "dealwright.session";

/** What was written for this client; nothing where it is damaged or where the browser gives embedded pages no storage. */
export function recall(client: string): Remembered {
  try {
    const read = remembered.safeParse(JSON.parse(sessionStorage.getItem(key) ?? "null")).data;
    if (read?.client === client) return read;
  } catch { /* as good as nothing */ }
  return { client };
}

export function remember(what: Remembered): void {
  try { sessionStorage.setItem(key, JSON.stringify(what)); } catch { /* it lives as long as this page, then */ }
}
