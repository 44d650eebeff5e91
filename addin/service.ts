import { Problem } from "../model/problem.ts";
import { askConfiguration, connect, type Api, type Written } from "./api.ts";
import type { Dialogs } from "./session/handover.ts";
import type { Session } from "./session/session.ts";

export interface DemoUser { id: string; name: string; role: string }
/** The service and the way into it, as one of the demo's people or as oneself. */
export interface Service extends Pick<Session, "signIn" | "signOut"> {
  api: Api;
  /** Whom one may be in the demo; nobody elsewhere. */
  users(): Promise<DemoUser[]>;
}

/** `me` is the name that Outlook gives: in the demo one is, unless one chooses otherwise, whoever Outlook says. How to sign in is in the page, or else asked for when it is first needed, and again after a failure, so that the pane is drawn before. */
export function openService(user?: string, dialogs?: Dialogs, me?: string, keep?: (written: Written) => Promise<boolean>): Service {
  let asked: ReturnType<typeof ask> | undefined;
  const entered = () => asked ??= ask().catch((error: unknown) => { asked = undefined; throw error; });
  const ask = async () => {
    const [{ openSession, readConfiguration }, answer] = await Promise.all([arrive(import(/* webpackChunkName: "session" */ "./session/session.ts")), inPage().catch(() => askConfiguration())]);
    const as = readConfiguration(answer);
    return { as, session: openSession(as, { user: user ?? (as.kind === "demo" ? as.users.find(({ name }) => name === me)?.id : undefined), dialogs }) };
  };
  return {
    api: connect("", async () => (await entered()).session.authorization(), undefined, keep),
    signIn: async () => (await entered()).session.signIn(),
    signOut: async () => (await entered()).session.signOut(),
    users: async () => { const { as } = await entered(); return as.kind === "demo" ? as.users : []; },
  };
}

/** What the service wrote into the page that it served; rejects where somebody else serves it. */
async function inPage(): Promise<unknown> {
  return JSON.parse(document.querySelector<HTMLMetaElement>("meta[name=session]")!.content);
}

/** Code that does not arrive is a service that cannot be reached. */
const arrive = <T>(code: Promise<T>): Promise<T> => code.catch((cause: unknown) => { throw new Problem("offline", { cause }); });
