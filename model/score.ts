import * as z from "zod/mini";
import { condition, holds, type Condition } from "./condition.ts";
import { daysBetween } from "./day.ts";
import { say, type Facts, type Plain, type Say } from "./expression.ts";

/** One reason that a lead is worth more or less. */
export interface Weight { say: Say; when: Condition; points: number }
export const weights: z.ZodMiniType<Weight[]> = z.array(z.strictObject({ say, when: condition, points: z.int().check(z.gte(-100), z.lte(100)) })).check(z.maxLength(60)) as never;
export interface Score { score: number; because: { say: Say; points: number }[] }

/** A lead's score is the sum of the weights that hold, and of nothing else; `vars` may carry what is known of its mails. */
export function scoreOf(weights: readonly Weight[], facts: Facts): Score {
  const because = weights.filter(one => holds(one.when, facts)).map(({ say, points }) => ({ say, points }));
  return { score: because.reduce((sum, one) => sum + one.points, 0), because };
}

/** From when on a deal is unwell. */
export interface Limits { silentDays: number; moves: number; stageDays: number }
export const limits: z.ZodMiniType<Limits> = z.strictObject({ silentDays: z.int().check(z.gte(1)), moves: z.int().check(z.gte(1)), stageDays: z.int().check(z.gte(1)) }) as never;
export type Ailment = "noNextStep" | "silent" | "late" | "moved" | "oneContact" | "stageTooLong";
/** What is wrong with a deal, in figures, and the act that mends it. */
export interface Complaint { what: Ailment; n?: number; mend: "addTask" | "call" | "setCloseDate" | "addContact" | "moveStage" }
/** What is known beside the deal: its activities, the values of its close date in their order, and how many people are known. */
export interface Beside { activities: readonly Plain[]; closeDates: readonly string[]; contacts: number }

export function healthOf(deal: Plain, { activities, closeDates, contacts }: Beside, { silentDays, moves, stageDays }: Limits, now: string): Complaint[] {
  if (deal.status !== "open") return [];
  const complaints: Complaint[] = [], ahead = activities.some(one => ["open", "scheduled"].includes(String(one.status)));
  const last = activities.map(one => one.happened).filter((one): one is string => typeof one === "string" && one <= now).sort().at(-1) ?? String(deal.createdAt);
  const silent = daysBetween(last, now), moved = Math.max(0, closeDates.length - 1), since = typeof deal.stageSince === "string" ? daysBetween(deal.stageSince, now) : 0;
  if (!ahead) complaints.push({ what: "noNextStep", mend: "addTask" });
  if (silent >= silentDays) complaints.push({ what: "silent", n: silent, mend: "call" });
  if (typeof deal.closeDate === "string" && deal.closeDate < now.slice(0, 10)) complaints.push({ what: "late", n: daysBetween(deal.closeDate, now), mend: "setCloseDate" });
  if (moved >= moves) complaints.push({ what: "moved", n: moved, mend: "setCloseDate" });
  if (contacts <= 1) complaints.push({ what: "oneContact", n: contacts, mend: "addContact" });
  if (since >= stageDays) complaints.push({ what: "stageTooLong", n: since, mend: "moveStage" });
  return complaints;
}
