import { Problem } from "../../model/problem.ts";
import type { Api } from "../api.ts";
import type { Mailbox } from "../office/mailbox.ts";
import { handOn, kept, passIn } from "./handOver.ts";

/** A pass is renewed when it would not serve for so long any more, in ms: half of its life. */
const early = 3.5 * 86_400_000;

/** While a pane is open: gives what runs without it its pass, and hands on to the service what it could not. */
export async function attend({ settings, launches }: Pick<Mailbox, "settings" | "launches">, api: Pick<Api, "ticket" | "sent">, me: string, { service = location.origin, now = Date.now() } = {}): Promise<void> {
  if (!launches) return;
  const pass = passIn(settings, now + early);
  if (pass?.of !== me || pass.service !== service) await settings.set({ [kept.pass]: JSON.stringify({ of: me, service, ...await api.ticket() }) });
  await handOn(settings, one => api.sent(one).then(() => "taken" as const, (error: unknown) => error instanceof Problem && ["invalid", "malformed", "forbidden"].includes(error.code) ? "refused" as const : "later" as const));
}
