import { createHmac, timingSafeEqual } from "node:crypto";
import type { Request } from "express";
import type { Caller } from "../model/may.ts";
import { Problem } from "../model/problem.ts";
import { fromThisMachine } from "./identity/demo.ts";
import { secretOf } from "./secret.ts";
import type { Store } from "./store/store.ts";

/** How long a ticket serves, in ms: the pane renews it whenever it is opened. */
const life = 7 * 86_400_000;
/** All that whoever holds a ticket may ask. */
const may = new Set(["POST /mail/sent", "POST /mail/unsent", "POST /guard", "POST /guard/missed"]);

/** A narrow pass for what runs in Outlook while no pane is open and nobody can sign in: it hands over one person's sent mail and asks the guards, nothing else. */
export async function issueTicket(store: Store, { id }: Caller, now: Date): Promise<{ ticket: string; expires: string }> {
  const expires = new Date(now.getTime() + life).toISOString(), said = Buffer.from(JSON.stringify([id, expires])).toString("base64url");
  return { ticket: `${said}.${signed(await secretOf(store, "tickets"), said)}`, expires };
}

export const bearsTicket = (request: Request): boolean => /^Ticket /.test(request.headers.authorization ?? "");

/** Who holds the ticket, if it is ours, has not run out, and is shown where it serves; somebody who was switched off since is refused. */
export async function holderOf(store: Store, request: Request, { now, demo }: { now: Date; demo: boolean }): Promise<Caller> {
  const [, said = "", sign = ""] = /^Ticket ([\w-]{1,400})\.([\w-]{43})$/.exec(request.headers.authorization ?? "") ?? [];
  const refuse = (): never => { throw new Problem("unauthorised"); };
  if (!may.has(`${request.method} ${request.path}`) || (demo && !fromThisMachine(request)) || !same(sign, signed(await secretOf(store, "tickets"), said))) refuse();
  const [id, expires] = JSON.parse(Buffer.from(said, "base64url").toString()) as [string, string];
  const row = expires > now.toISOString() ? await store.get("user", id) : undefined;
  if (!row || row.data.disabled) return refuse();
  const { name, email, role, team } = row.data as unknown as Caller;
  return { id, name, email, role, team };
}

const signed = (key: string, said: string) => createHmac("sha256", key).update(said).digest("base64url");
const same = (one: string, other: string) => one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
