import { domainOf } from "./fold.ts";
import type { Person } from "./mail.ts";

/** What decides whether a message may be kept at all: whose domains are our own, and who is never written down. */
export interface House { ours: readonly string[]; never: readonly string[] }
/** Why a message is not kept. */
export type KeptOut = { why: "internal" } | { why: "never-log"; rule: string };

/** Mail among ourselves is nobody's business record, and whoever the company names is left out wherever they stand on a message. */
export function keptOut({ from, to, cc }: { from: Person; to: readonly Person[]; cc: readonly Person[] }, { ours, never }: House): KeptOut | undefined {
  const all = [from, ...to, ...cc].map(({ address }) => address.trim().toLowerCase()).filter(Boolean);
  const rule = never.map(one => one.trim().toLowerCase().replace(/^@/, "")).find(one => one && all.some(address => one.includes("@") ? address === one : within(domainOf(address), one)));
  if (rule) return { why: "never-log", rule };
  return all.length > 0 && all.every(address => isOurs(address, ours)) ? { why: "internal" } : undefined;
}

export const isOurs = (address: string, ours: readonly string[]): boolean => ours.some(domain => within(domainOf(address), domain.toLowerCase()));
/** A domain and everything under it. */
const within = (domain: string, of: string): boolean => domain === of || domain.endsWith(`.${of}`);
