import express, { Router, type RequestHandler, type Response } from "express";
import { act } from "../model/change.ts";
import { said } from "../model/expression.ts";
import { escapeHtml } from "../model/html.ts";
import { say as words } from "../model/label.ts";
import { zhCN } from "../model/labels/zh-CN.ts";
import type { Caller } from "../model/may.ts";
import { Problem } from "../model/problem.ts";
import { splitPath } from "../model/record.ts";
import { recordType } from "../model/records.ts";
import type { Doors } from "./app.ts";
import { companyOf } from "./company.ts";
import { readPass } from "./reminders.ts";
import type { Row, Store } from "./store/store.ts";
import { work } from "./work.ts";

/** The page behind the link in a mail that asks for an approval: looking at it does nothing, its buttons decide, once. */
export function decide({ store, now }: Doors): Router {
  const read: RequestHandler = async (request, response, next) => {
    const pass = await readPass(store, String(request.params.token), now()), user = pass && await store.get("user", pass.user), row = pass && await store.get("approval", pass.approval);
    response.locals.chinese = (await companyOf(store)).one("company", "company")?.language === "zh-CN";
    response.set({ "cache-control": "no-store", "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'" });
    if (!pass || !user || user.data.disabled || !row || !(row.data.approvers as string[]).includes(user.id)) { page(response.status(404), say(response, "This link is not valid any more.", "此链接已失效。")); return; }
    Object.assign(response.locals, { user, row });
    next();
  };
  return Router()
    .get("/decide/:token", read, async (_request, response) => {
      const row = response.locals.row as Row, [type, id] = splitPath(row.data.on as string), target = await store.get(type, id);
      if (row.data.status !== "pending" || !target) { ended(response, row); return; }
      const asker = (await store.get("user", row.data.asker as string))?.data.name as string | undefined, amount = await amountOf(store, { ...target.data, ...row.data.answers as object }, response.locals.chinese as boolean);
      const verb = recordType(type)!.buttons[row.data.verb as string] as string | undefined, doing = response.locals.chinese ? words(zhCN, verb ?? "", `${type}.${row.data.verb as string}`) : verb;
      page(response, String(row.data.title), `<p>${escapeHtml(`${asker ?? "?"} → ${doing ?? ""}`)}</p>${row.data.why ? `<p>${escapeHtml(await whyOf(store, row, response.locals.chinese as boolean))}</p>` : ""}${amount ? `<p>${say(response, "Value: ", "金额：")}<b>${escapeHtml(amount)}</b></p>` : ""}${await saidBefore(store, row)}
<form method="post"><input type="hidden" name="seen" value="${target.version}"><label>${say(response, "Comment (needed to refuse)", "意见（拒绝时必填）")}<textarea name="word" rows="3" maxlength="2000"></textarea></label>
<button name="do" value="allow" class="first">${say(response, "Approve", "批准")}</button> <button name="do" value="refuse">${say(response, "Refuse", "拒绝")}</button></form>`);
    })
    .post("/decide/:token", express.urlencoded({ extended: false, limit: "10kb" }), read, async (request, response) => {
      const user = response.locals.user as Row, row = response.locals.row as Row, { do: verb, word = "", seen } = (request.body ?? {}) as Record<string, string>;
      if (verb !== "allow" && verb !== "refuse") throw new Problem("malformed");
      const who = { ...user.data, id: user.id, now: now().toISOString() } as Caller & { now: string };
      const answers = { ...word.trim() && { word: word.trim().slice(0, 2000) }, ...verb === "allow" && { seen: Number(seen) } };
      try { await work(store, who, [act("approval", row.id, verb, answers)]); }
      catch (error) {
        if (!(error instanceof Problem)) throw error;
        const detail = error.code === "invalid" ? say(response, "A comment is needed to refuse.", "拒绝时必须填写意见。") : error.code === "stale" ? say(response, "The record has changed meanwhile. Open the link again.", "记录已被修改，请重新打开链接。") : error.detail ?? error.title;
        page(response.status(error.status), say(response, "This was not done", "操作未完成"), `<p>${escapeHtml(detail)}</p><p><a href="">${say(response, "Back", "返回")}</a></p>`); return;
      }
      ended(response, (await store.get("approval", row.id))!);
    });
}

/** What it is about in money, in the currency of the record, else the company's own. */
async function amountOf(store: Store, values: Record<string, unknown>, chinese: boolean): Promise<string | undefined> {
  const value = values.actualValue ?? values.estimatedValue ?? values.total, locale = chinese ? "zh-CN" : "en";
  if (typeof value !== "number") return undefined;
  const code = typeof values.currency === "string" ? (await store.get("currency", values.currency))?.data.code : (await companyOf(store)).one("company", "company")?.currency;
  return new Intl.NumberFormat(locale, typeof code === "string" && /^[A-Z]{3}$/.test(code) ? { style: "currency", currency: code, trailingZeroDisplay: "stripIfInteger" } : { maximumFractionDigits: 4 }).format(value);
}
/** The rule's own words, in the company's language. */
async function whyOf(store: Store, { data }: Row, chinese: boolean): Promise<string> {
  const effect = (await companyOf(store)).one("rule", data.rule as string)?.then.find(one => one.do === "approve");
  return effect?.do === "approve" && effect.say ? said(effect.say, chinese) : String(data.why);
}
/** The words of those who had it before. */
async function saidBefore(store: Store, { data }: Row): Promise<string> {
  const lines = ((data.history ?? []) as { by: string; word?: string }[]).filter(line => line.word), names = await Promise.all(lines.map(async ({ by }) => (await store.get("user", by))?.data.name as string | undefined ?? "?"));
  return lines.map((line, n) => `<blockquote><b>${escapeHtml(names[n]!)}</b><br>${escapeHtml(line.word!)}</blockquote>`).join("");
}

const say = (response: Response, en: string, zh: string) => response.locals.chinese ? zh : en;
function ended(response: Response, { data }: Row): void {
  const how: Record<string, [string, string]> = { approved: ["This is approved.", "已批准。"], refused: ["This is refused.", "已拒绝。"], withdrawn: ["This was taken back by whoever asked.", "申请人已撤回。"] };
  page(response, String(data.title), `<p>${say(response, ...how[data.status as string] ?? ["This link is not valid any more.", "此链接已失效。"])}</p>`);
}
const page = (response: Response, title: string, body = ""): void => void response.type("html").send(`<!doctype html><html lang="${say(response, "en", "zh-CN")}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>Dealwright</title>
<style>:root{color-scheme:light dark}body{font:16px/1.5 "Segoe UI",system-ui,sans-serif;max-width:32rem;margin:3rem auto;padding:0 1.25rem}h1{font-size:1.3rem}label{display:block;margin:1rem 0}blockquote{margin:1rem 0;padding-left:.75rem;border-left:3px solid #707070;white-space:pre-line}textarea{width:100%;font:inherit;margin-top:.25rem;box-sizing:border-box}button{font:inherit;padding:.5rem 1.2rem;min-height:44px;border:1px solid #707070;border-radius:4px;background:none;color:inherit}.first{background:#0f6cbd;border-color:#0f6cbd;color:#fff}</style>
<main><h1>${escapeHtml(title)}</h1>${body}</main></html>`);
