import type { Frame, Locator } from "playwright-core";
import type { Service } from "../../server/service.kit.ts";
import type { Faults } from "../../outlook/faults.ts";
import { withCompany } from "../service.ts";
import { openStage, type Stage } from "../stage.ts";

/** A rep's work in an Outlook that is wrong in some ways; throws what went wrong with it. */
export type Journey<Place> = (at: Place, faults: Faults) => Promise<void>;
/** An Outlook beside the service with the demo company. */
export interface Company { stage: Stage; service: Service }
export const front = ".workspace:not([hidden])", camille = { name: "Camille Gagnon", address: "camille.gagnon@kestrelbaywater.example" };
export const button = (pane: Frame, name: string | RegExp): Locator => pane.getByRole("button", { name });

let count = 0;
/** A number that no other journey has. */
export const next = (): number => ++count;

/** One service for several Outlooks. */
export async function openCompany(): Promise<{ enter(): Promise<Company>; close(): Promise<void> }> {
  const { service, addin } = await withCompany();
  return { close: () => service.close(), enter: async () => ({ service, stage: await openPlace({ addin, pane: "/taskpane.html" }) }) };
}
/** A stage whose time can be let pass. */
export async function openPlace(wanted: Parameters<typeof openStage>[0]): Promise<Stage> {
  const stage = await openStage({ mailbox: "1.14", ...wanted, prepare: async context => { await context.clock.install(); await wanted?.prepare?.(context); } });
  stage.page.setDefaultTimeout(25_000);
  return stage;
}

/** Waits for what is to be seen, while the browser's time passes in leaps: for what comes only after a time-out. */
export async function leapTo({ context }: Stage, seen: Locator, step = 10_000): Promise<void> {
  for (let n = 0; n < 30 && !await seen.first().isVisible(); n++) {
    await context.clock.fastForward(step);
    await seen.first().waitFor({ timeout: 300 }).catch(() => undefined);
  }
  await seen.first().waitFor({ timeout: 1_000 });
}

/** The pane that was just opened. Where the library does not start, the pane has to say so and what to do; once the trouble is over, that helps. */
export async function paneOpened(stage: Stage, faults: Faults): Promise<Frame> {
  const pane = await stage.pane();
  if (!faults.dead) return pane;
  await leapTo(stage, pane.getByRole("heading", { name: "Outlook did not answer" }));
  faults.dead = false;
  await stage.fault({ dead: false });
  await button(pane, "Try again").click();
  return pane;
}

/** Lets pieces of work that need something that there is only one of go one after the other. */
export function turns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return work => { const mine = last.then(work, work); last = mine.catch(() => undefined); return mine; };
}

/** Numbers from 0 to 1 that a seed repeats. */
export const dice = (seed: number) => () => { seed = (seed + 0x6d2b79f5) | 0; let t = Math.imul(seed ^ (seed >>> 15), 1 | seed); t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t; return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296; };
