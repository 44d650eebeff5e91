import * as z from "zod/mini";
import type { Brief } from "./known.ts";

/** What the service keeps for one user alone: nobody else reads it, and it leaves no trace in any timeline. */
export interface Preferences {
  /** Records by `type/id`, newest first. */
  pinned: string[]; recent: string[];
  /** By e-mail address, or by `@domain`: the one of several records that is meant. */
  chosen: Record<string, string>;
  /** Conversations for which nothing is suggested any more. */
  stopped: string[];
}
export const noPreferences: Preferences = { pinned: [], recent: [], chosen: {}, stopped: [] };

/** Pinned and recent records as they are now, for whoever may read them. */
export interface Shelf { pinned: Brief[]; recent: Brief[] }

const line = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
const path = z.string().check(z.regex(/^\w{1,40}\/[\w-]{1,64}$/));
/** One thing that a user wants remembered, or no more. */
export const wish = z.union([
  z.strictObject({ saw: path }), z.strictObject({ pin: path }), z.strictObject({ unpin: path }),
  z.strictObject({ choose: path, for: line(500) }), z.strictObject({ stop: line(1000) }), z.strictObject({ resume: line(1000) }),
]);
export type Wish = z.output<typeof wish>;

/** The preferences after a wish; the same object where nothing changes. What was used last stays when a list is full. */
export function preferring(now: Preferences, asked: Wish): Preferences {
  if ("saw" in asked) return now.recent[0] === asked.saw ? now : { ...now, recent: first(now.recent, asked.saw, 20) };
  if ("pin" in asked) return now.pinned.includes(asked.pin) ? now : { ...now, pinned: first(now.pinned, asked.pin, 50) };
  if ("unpin" in asked) return without(now, "pinned", asked.unpin);
  if ("stop" in asked) return now.stopped.includes(asked.stop) ? now : { ...now, stopped: first(now.stopped, asked.stop, 200) };
  if ("resume" in asked) return without(now, "stopped", asked.resume);
  const whom = asked.for.toLowerCase(), { [whom]: was, ...others } = now.chosen;
  return was === asked.choose ? now : { ...now, chosen: Object.fromEntries([...Object.entries(others).slice(-499), [whom, asked.choose]]) };
}

const first = (list: readonly string[], one: string, most: number) => [one, ...list.filter(other => other !== one)].slice(0, most);
const without = (now: Preferences, list: "pinned" | "stopped", one: string) => now[list].includes(one) ? { ...now, [list]: now[list].filter(other => other !== one) } : now;
