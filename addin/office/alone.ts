import { Problem } from "../../model/problem.ts";
import { onSystemLook, systemLook } from "./look.ts";
import type { Drafting, Mailbox } from "./mailbox.ts";
import { settingsOn } from "./paper.ts";

/** A window of our own over Outlook, which has no item: what it shows and who looks at it stand in its address. */
export function openAlone(asked: URLSearchParams): Mailbox & { user?: string; at: string } {
  const refuse = async (): Promise<never> => { throw new Problem("outlook", { detail: "There is no message in this window" }); };
  return {
    at: asked.get("at")!, user: asked.get("demo") ?? undefined, me: { name: asked.get("me") ?? "", address: asked.get("mail") ?? "" }, language: asked.get("language") ?? navigator.language,
    look: systemLook, onLook: hear => onSystemLook(() => hear(systemLook())), current: () => ({ key: "", surface: "none" }), onItem: () => () => undefined, onDraft: () => () => undefined, launches: false,
    body: refuse, attachment: refuse, mark: refuse, reply: refuse, write: refuse, meeting: refuse, notify: refuse, openWindow: refuse, draft: new Proxy({} as Drafting, { get: () => refuse }), settings: settingsOn({}),
    browse: address => { window.open(address, "_blank", "noopener"); },
  };
}
