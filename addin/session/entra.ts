import { Problem } from "../../model/problem.ts";
import { readHandover, readRefusal, type Dialogs } from "./handover.ts";
import { Declined, type Nested, type Pass } from "./nested.ts";
import { recall, remember, type Remembered } from "./remembered.ts";
import type { Directory, Session } from "./session.ts";

interface Doors {
  /** Asked for until it once resolves. */
  nested: () => Promise<Nested>;
  dialogs: Dialogs;
  /** Our own sign-in page. */
  page: URL;
  now?: () => number;
}

/** A token is renewed this long before its end; Outlook may think so long, without and with a person; a click so much later is no double click (ms). */
const early = 5 * 60_000, quick = 10_000, patient = 5 * 60_000, again = 2_000;

/** Microsoft Entra: with Outlook's own account where it lends it (nested app authentication), else through a window of our own; what failed once is not tried again in the same session. */
export function openEntra({ client }: Directory, { nested, dialogs, page, now = Date.now }: Doors): Session {
  let known = recall(client), held: Pass | undefined = known.pass, signOuts = 0;
  let opened: Promise<Nested> | undefined, insist: (() => void) | undefined;
  const outlook = () => opened ??= inTime(nested(), quick).catch((error: unknown) => { opened = undefined; throw error; });
  const note = (news: Partial<Remembered>) => remember(known = { ...known, ...news });
  const lasts = (ms: number) => held !== undefined && held.expires - now() > ms;

  const enter = oneAtATime(async () => {
    const before = signOuts, fresh = await throughOutlook() ?? await throughWindow();
    if (before !== signOuts) throw new Problem("unauthorised");
    held = fresh;
    note({ signedOut: undefined, pass: known.ownWindow ? fresh : undefined });
  });

  return {
    authorization: oneAtATime(async () => {
      if (!known.signedOut && !lasts(early)) await renew();
      if (!lasts(0)) throw new Problem("unauthorised");
      return `Bearer ${held!.token}`;
    }),
    signIn: () => { insist?.(); return enter(); },
    async signOut() {
      signOuts++;
      held = undefined;
      note({ signedOut: true, pass: undefined });
      await opened?.then(way => way.forget()).catch(() => undefined);
    },
  };

  /** What our own window brought cannot be renewed without a person and serves to its end. */
  async function renew(): Promise<void> {
    if (known.ownWindow) return;
    const before = signOuts;
    try {
      const fresh = await inTime((await outlook()).silently(), quick);
      if (before === signOuts) held = fresh;
    } catch (error) {
      const why = whyOf(error);
      if (why === "broken") note({ ownWindow: true });
      if (why === "offline" && !lasts(0)) throw new Problem("offline", { cause: error });
    }
  }
  /** Undefined where the window has to do, in the same click: where Outlook fails, or has not answered when the rep asks once more. */
  async function throughOutlook(): Promise<Pass | undefined> {
    if (known.ownWindow) return undefined;
    try {
      const began = now(), asked = outlook().then(way => way.asking());
      const insisted = new Promise<never>((_, reject) => { insist = () => { if (now() - began >= again) reject(new Declined("broken", "asked again")); }; });
      return await inTime(Promise.race([asked, insisted]), patient);
    } catch (error) {
      const why = whyOf(error);
      if (why === "cancelled") throw new Problem("unauthorised", { cause: error });
      if (why === "consent") throw new Problem("consent", { cause: error });
      if (why !== "offline") note({ ownWindow: true });
      return undefined;
    } finally { insist = undefined; }
  }
  async function throughWindow(): Promise<Pass> {
    const state = crypto.randomUUID(), address = new URL(page);
    address.searchParams.set("state", state);
    if (known.signedOut) address.searchParams.set("choose", "1");
    let got: Pass | undefined, refused = false;
    await dialogs.open(address.href, (message, from) => {
      got ??= readHandover(message, from, { origin: page.origin, state, now: now() });
      refused ||= readRefusal(message, from, { origin: page.origin, state });
      return got !== undefined || refused;
    });
    if (refused && !got) throw new Problem("consent");
    if (!got) throw new Problem("unauthorised");
    return got;
  }
}

/** Whoever asks while the answer is on its way gets the same answer. */
function oneAtATime<T>(work: () => Promise<T>): () => Promise<T> {
  let flight: Promise<T> | undefined;
  return () => flight ??= work().finally(() => { flight = undefined; });
}

async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new Declined("broken", "no answer")), ms); });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function whyOf(error: unknown): Declined["why"] {
  if (error instanceof Declined) return error.why;
  return error instanceof Problem && error.code === "offline" ? "offline" : "broken";
}
