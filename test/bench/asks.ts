import type { Ask } from "./load.ts";
import { contact, lead } from "./records.ts";
import { pick } from "./sample.ts";

export const acts = ["look-up for a message", "search", "list", "create lead", "log a mail"] as const;

const words = ["dvorak", "harbour pumps", "company77", "控制", "明远", "bianchi", "lindenfeld", "华光"];
const somebody = (size: number, n: number) => n % 3 ? lead(n * 7919 % size).email : contact(n * 7919 % (size / 5)).email;
let born = 0;
const fresh = () => { const { id: _, n: __, ...values } = lead(1e7 + born++); return values; };
const mail = (from: string) => ({ internetMessageId: `<${born++}@bench>`, conversationId: "c1", from: { name: "Ada", address: from }, to: [{ name: "Robin Sommer", address: "robin.sommer@lindenfeld.example" }], cc: [], subject: "Your offer", sentAt: "2026-11-24T10:00:00Z", text: "Thank you for the offer. ".repeat(20), attachments: [] });
const headers = { authorization: "Demo rep" };

/** The same five questions, as each of them is asked. */
export const asks: Record<string, (act: (typeof acts)[number], size: number) => (n: number) => Ask> = {
  ours: (act, size) => ({
    "look-up for a message": (n: number) => { const { text: _, attachments: __, sentAt: ___, ...query } = mail(somebody(size, n)); return { method: "POST", path: "/api/mail/known", body: query, headers }; },
    "search": (n: number) => ({ path: `/api/search?text=${encodeURIComponent(pick(words, n))}`, headers }),
    "list": (n: number) => ({ path: `/api/lead?rating=${pick(["hot", "warm", "cold"], n)}&status=open&order=updatedAt&down=true&take=50`, headers }),
    "create lead": (n: number) => ({ method: "POST", path: "/api/lead", body: fresh(), headers: { ...headers, "idempotency-key": `${process.pid}-${born}-${n}` } }),
    "log a mail": (n: number) => ({ method: "POST", path: "/api/mail/log", body: { mail: mail(somebody(size, n)), on: [{ type: "lead", id: `l${n * 7919 % size}` }] }, headers }),
  })[act],
  peers: (act, size) => ({
    "look-up for a message": (n: number) => ({ path: `/known?email=${somebody(size, n)}` }),
    "search": (n: number) => ({ path: `/search?text=${encodeURIComponent(pick(words, n))}` }),
    "list": (n: number) => ({ path: `/leads?rating=${pick(["hot", "warm", "cold"], n)}` }),
    "create lead": () => ({ method: "POST", path: "/leads", body: fresh() }),
    "log a mail": (n: number) => ({ method: "POST", path: "/activities", body: { ...mail(somebody(size, n)), regarding: `l${n * 7919 % size}` } }),
  })[act],
  "json-server": (act, size) => ({
    "look-up for a message": (n: number) => ({ path: `/leads?email=${somebody(size, n)}` }),
    "search": (n: number) => ({ path: `/leads?q=${encodeURIComponent(pick(words, n))}&_limit=30` }),
    "list": (n: number) => ({ path: `/leads?rating=${pick(["hot", "warm", "cold"], n)}&_sort=n&_order=desc&_limit=50` }),
    "create lead": () => ({ method: "POST", path: "/leads", body: fresh() }),
    "log a mail": (n: number) => ({ method: "POST", path: "/activities", body: { ...mail(somebody(size, n)), regarding: `l${n * 7919 % size}` } }),
  })[act],
  bare: act => act === "create lead" || act === "log a mail" ? () => ({ method: "POST", path: "/bare", body: fresh() }) : () => ({ path: "/bare" }),
};
