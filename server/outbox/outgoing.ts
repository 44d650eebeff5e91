import type { Write } from "../store/store.ts";

/** What must leave the house. It is written in the commit that wants it, and sent afterwards, at least once. */
export interface Outgoing {
  kind: "mail" | "webhook"; to: string[]; subject: string; text: string; on?: string;
  /** A link that lets this user decide this approval is put below the text when it is sent, and never kept. */
  pass?: { approval: string; user: string };
}
export interface Kept extends Outgoing { at: string; due: string; tries: number; status: "waiting" | "sent" | "dead"; error?: string; sentAt?: string }

export const outgoing = (what: Outgoing, now: string, id: string = crypto.randomUUID()): Write => outgoingRow(id, { ...what, at: now, due: now, tries: 0, status: "waiting" }, null);
export const outgoingRow = (id: string, kept: Kept, was: number | null): Write =>
  ({ type: "outgoing", id, was, now: { type: "outgoing", id, version: (was ?? 0) + 1, data: { ...kept }, keys: { status: kept.status, due: kept.due, at: kept.at, to: kept.to.map(one => one.toLowerCase().slice(0, 400)), ...kept.on && { on: kept.on.toLowerCase() } }, text: "" } });
