import * as z from "zod/mini";
import { Problem } from "../../model/problem.ts";
import { openDemo } from "./demo.ts";
import { openEntra } from "./entra.ts";
import type { Dialogs } from "./handover.ts";
import { windowDialogs } from "./window.ts";

/** Sign-in, as the pane sees it. */
export interface Session {
  /** The whole header, for one call of the service. Shows nothing to anybody: rejects with `unauthorised` where a person has to do something first, with `offline` where trying again may help. */
  authorization(): Promise<string>;
  /** To be called from a click, as it may open a window. Rejects with `unauthorised` when the person gave up, with `outlook` when no window could be opened. */
  signIn(): Promise<void>;
  /** From now on nobody is signed in here, until somebody signs in again. */
  signOut(): Promise<void>;
}

const configuration = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("demo"), users: z.array(z.object({ id: z.string(), name: z.string(), role: z.string() })) }),
  z.object({ kind: z.literal("entra"), client: z.string(), authority: z.url({ protocol: /^https$/ }), scope: z.string() }),
]);
/** What the service says about signing in, before anybody is. */
export type Configuration = z.infer<typeof configuration>;
export type Directory = Extract<Configuration, { kind: "entra" }>;

/** Checks what `GET /api/session/config` answered. */
export function readConfiguration(answer: unknown): Configuration {
  const read = configuration.safeParse(answer);
  if (!read.success) throw new Problem("unexpected", { cause: read.error });
  return read.data;
}

/** Opens the one way of signing in that the service has. `user` is whom the demo's Outlook chose; `dialogs` are Outlook's own windows, where there is an Outlook. */
export function openSession(as: Configuration, { user, dialogs = windowDialogs }: { user?: string; dialogs?: Dialogs } = {}): Session {
  if (as.kind === "demo") return openDemo(user ?? as.users[0]?.id ?? "rep");
  const loaded = () => import("./msal.ts").catch((cause: unknown) => { throw new Problem("offline", { cause }); });
  return openEntra(as, { dialogs, page: new URL("signin.html", document.baseURI), nested: async () => (await loaded()).openNested(as) });
}
