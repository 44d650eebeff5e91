import { escapeHtml } from "../../model/html.ts";
import { languageOf } from "../../model/languageOf.ts";
import type { Api } from "../api.ts";
import { formats } from "../format.ts";
import { makeLink, type Recipient } from "./ask.ts";

const words = {
  en: { tag: "en-GB", subject: (title: string) => `New version: ${title}`, dear: (name: string) => name ? `Dear ${name},` : "Hello,", text: (title: string, day: string) => `you have “${title}” from us. There is a newer version, which takes its place. You can download it here until ${day}:`, end: "Kind regards" },
  zh: { tag: "zh-CN", subject: (title: string) => `新版本：${title}`, dear: (name: string) => name ? `${name}，您好：` : "您好：", text: (title: string, day: string) => `您此前收到过我们的“${title}”，现已有新版本，请以新版本为准。${day}前可由此下载：`, end: "此致\n敬礼" },
};

/** A mail that brings the newer version to those who have an older one: to one person by name, to several blind, so that none learns of another; in Chinese where all of them read it. The address of the link is what is read, so that the ledger knows it again when the mail goes out. */
export async function newVersionMail(api: Api, { id, title }: { id: string; title: string }, people: readonly Recipient[], me: string): Promise<{ to: string[]; bcc?: string[]; subject: string; html: string }> {
  const { tag, subject, dear, text, end } = words[people.every(({ name, to }) => languageOf({ name, address: to }) === "zh") ? "zh" : "en"];
  const links = await Promise.all([...new Set(people.flatMap(({ newer }) => newer?.hash ?? []))].map(hash => makeLink(api, id, hash))), [alone] = people.length === 1 ? people : [];
  const until = formats(tag).day(links.map(one => one.until).sort()[0]!);
  const lines = [dear(alone?.name ?? ""), text(title, until), ...links.map(({ url }) => url), `${end}\n${me}`];
  const html = lines.map(line => `<p>${links.some(({ url }) => url === line) ? `<a href="${escapeHtml(line)}">${escapeHtml(line)}</a>` : line.split("\n").map(escapeHtml).join("<br>")}</p>`).join("");
  return { ...alone ? { to: [alone.to] } : { to: [], bcc: people.map(({ to }) => to) }, subject: subject(title).slice(0, 255), html };
}
