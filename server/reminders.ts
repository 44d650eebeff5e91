import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { update } from "../model/change.ts";
import { fold } from "../model/fold.ts";
import { Problem } from "../model/problem.ts";
import { heirsOf, reminderAfter, inPlaceOf } from "./approvals.ts";
import { companyOf } from "./company.ts";
import { outgoing } from "./outbox/outgoing.ts";
import { house } from "./settle.ts";
import { all, type Row, type Store, type Write } from "./store/store.ts";
import { work } from "./work.ts";

/** Whoever has to allow something is asked by e-mail, and again each working day; a deputy joins as soon as an approver is away. */
export async function remind(store: Store, now: string): Promise<void> {
  const { rows } = await store.find("approval", { where: { status: "pending", remindAt: { to: fold(now) } }, take: all });
  for (const row of rows) {
    const { approvers, asker, history = [] } = row.data as { approvers: string[]; asker: string; history?: object[] };
    const heirs = await heirsOf(store, approvers, row.data.on as string), present = [...await inPlaceOf(store, approvers, now.slice(0, 10), asker), ...heirs.map(user => ({ user, instead: approvers[0] }))], asked = [...new Set([...approvers, ...present.map(one => one.user)])];
    const lines = [{ at: now, by: "service", what: "mailed" }, ...present.flatMap(({ user, instead }) => instead && !approvers.includes(user) ? [{ at: now, by: instead, what: "standsIn", to: user }] : [])];
    const change = update("approval", row.id, { approvers: asked, remindAt: reminderAfter(now), history: [...history, ...lines] });
    await work(store, house(now), [change], { inside: true, also: await mailsFor(store, row, [...new Set(present.map(one => one.user))], now) }).catch((error: unknown) => { if (!(error instanceof Problem && error.code === "stale")) throw error; });
  }
}

async function mailsFor(store: Store, { id, data }: Row, users: readonly string[], now: string): Promise<Write[]> {
  const chinese = (await companyOf(store)).one("company", "company")?.language === "zh-CN", asker = (await store.get("user", data.asker as string))?.data.name as string | undefined ?? "?";
  const title = data.title as string;
  const mails = await Promise.all(users.map(async user => {
    const person = (await store.get("user", user))?.data;
    return person?.email && !person.disabled ? [outgoing({ kind: "mail", to: [person.email as string], on: data.on as string, pass: { approval: id, user }, subject: chinese ? `请审批：${title}` : `Your approval is needed: ${title}`,
      text: chinese ? `${asker}请您批准“${title}”。\n${data.why as string ?? ""}\n您可以在 Outlook 的 Dealwright 窗格中处理，或使用下面的链接（七天内有效，仅供您使用一次）。` : `${asker} asks you to approve “${title}”.\n${data.why as string ?? ""}\nDecide in Dealwright's pane in Outlook, or with the link below, which is yours alone, works once, and ends after seven days.` }, now)] : [];
  }));
  return mails.flat();
}

export interface Pass { approval: string; user: string; until: number }
/** A link's token: it lets one user decide one approval until a day, and nothing else. It is made when the mail is sent and kept nowhere. */
export async function passFor(store: Store, { approval, user }: { approval: string; user: string }, now: Date): Promise<string> {
  const said = Buffer.from(JSON.stringify([approval, user, now.getTime() + 7 * 86_400_000])).toString("base64url");
  return `${said}.${createHmac("sha256", await keyOf(store, now.toISOString())).update(said).digest("base64url")}`;
}
export async function readPass(store: Store, token: string, now: Date): Promise<Pass | undefined> {
  const [said = "", signature = "", ...more] = token.split(".");
  const right = createHmac("sha256", await keyOf(store, now.toISOString())).update(said).digest(), given = Buffer.from(signature, "base64url");
  if (more.length || given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const [approval, user, until] = JSON.parse(Buffer.from(said, "base64url").toString()) as [string, string, number];
  return until > now.getTime() ? { approval, user, until } : undefined;
}

/** The key of all links, made by whichever instance needs it first. */
async function keyOf(store: Store, now: string): Promise<string> {
  const kept = await store.get("key", "links");
  if (kept) return kept.data.key as string;
  await work(store, house(now), [], { also: [{ type: "key", id: "links", was: null, now: { type: "key", id: "links", version: 1, data: { key: randomBytes(32).toString("base64url") }, keys: {}, text: "" } }] }).catch((error: unknown) => { if (!(error instanceof Problem && error.code === "stale")) throw error; });
  return keyOf(store, now);
}
