import { fails, never } from "./cast.ts";
import type { State } from "./state.tsx";
import { problem } from "../../model/problem.ts";

const of = (type: string, id: string, more: Partial<State> = {}): State => ({ begin: { at: "record", type: type as "lead", id }, shows: "article section", ...more });
const edit = (more: Partial<State> = {}): State => of("lead", "jamie", { begin: { at: "record", type: "lead", id: "jamie", edit: "topic" }, shows: "form .ms-Button--primary", ...more });
const approval = { id: "ap1", title: "Brake pads 2027", on: "opportunity/brakes", verb: "win", answers: {}, asOf: 1, asker: "ben", approvers: ["ana"], why: "Discounts above 15 % need a word.", status: "pending", history: [{ at: "2026-11-24T08:00:00Z", by: "ben", what: "asked" }, { at: "2026-11-24T09:00:00Z", by: "ana", to: "ana", what: "mailed" }] };
const quote = { id: "q1", name: "Brake pads 2027", number: "Q-00017", revision: 1, status: "draft", opportunity: "brakes", account: "hanfeng", lines: [{ id: "l1", product: "p1", description: "Brake pad set, ceramic", quantity: 1_200, price: 84.5, extended: 101_400 }], linesTotal: 101_400, lessFreight: 101_400, total: 101_400 };

/** A record as a page, and what one does there. */
export const records: Record<string, State> = {
  "record loading": of("lead", "jamie", { api: { read: never }, shows: "main div" }),
  "lead": of("lead", "jamie"),
  "lead read-only": of("lead", "mei"),
  "lead merged": of("lead", "jamie", { rows: { lead: [{ id: "old", topic: "Desks", lastName: "Fenwick", company: "Northgate", status: "disqualified", reason: "canceled", mergedInto: "jamie" }] }, begin: { at: "record", type: "lead", id: "old" } }),
  "deal with stages": of("opportunity", "brakes"),
  "deal won": of("opportunity", "won"),
  "account": of("account", "northgate"),
  "contact in Chinese": of("contact", "liwei"),
  "activity": of("activity", "e1"),
  "quote": of("quote", "q1", { rows: { quote: [quote] } }),
  "record of a reader": of("lead", "jamie", { me: { role: "reader" } }),
  "record gone": of("lead", "gone", { shows: ".problem" }),
  "record forbidden": of("lead", "jamie", { api: { read: fails("forbidden") }, shows: ".problem" }),
  "record unread": of("lead", "jamie", { api: { read: fails("offline") }, shows: ".problem button" }),
  "parts of a record missing": of("lead", "jamie", { api: { timeline: fails("unavailable") }, shows: ".problem" }),
  "edit": edit(),
  "edit, wrong fields": edit({ api: { update: fails("invalid", { fields: [problem("topic", "required"), problem("email", "wrong-format")] }) }, does: ["form input <- ", "form .ms-Button--primary"], shows: "[role=alert]" }),
  "edit, somebody was faster": edit({ does: ["form input <- Desks for two floors", "form .ms-Button--primary"], api: { update: fails("stale", { current: { id: "jamie", version: 2, status: "open", reason: "new", topic: "Desks for three floors", lastName: "Fenwick", company: "Northgate Analytics" } }) }, shows: ".ms-ChoiceField" }),
  "edit, not allowed": edit({ does: ["form input <- Desks", "form .ms-Button--primary"], api: { update: fails("forbidden") }, shows: ".problem, [role=alert]" }),
  "edit, waits for the service": edit({ does: ["form input <- Desks", "form .ms-Button--primary"], api: { update: fails("queued") }, shows: ".truth" }),
  "edit saved": edit({ does: ["form input <- Desks", "form .ms-Button--primary"], shows: "[role=status] button, .truth button, p button" }),
  "questions of a button": of("opportunity", "brakes", { does: ["article .acts .ms-Button"], shows: "form .ms-Button--primary" }),
  "qualify": of("lead", "jamie", { does: ["article .acts .ms-Button--primary"], shows: ".panel .preview li" }),
  "quick note": of("lead", "jamie", { does: ["article .links button"], shows: "form .ms-Button--primary" }),
  "remove": of("lead", "jamie", { does: ["section .end button:last-child"], shows: ".stay .ms-Button--primary" }),
  "removed": of("lead", "jamie", { does: ["section .end button:last-child", ".stay .ms-Button--primary"], shows: "main button" }),
  "approval to give": of("approval", "ap1", { rows: { approval: [approval] }, shows: ".approval .ms-Button" }),
  "approval asked": of("approval", "ap1", { rows: { approval: [{ ...approval, asker: "ana", approvers: ["ben"] }] }, shows: ".approval .ms-Button" }),
  "approval refused": of("approval", "ap1", { rows: { approval: [{ ...approval, status: "refused" }] }, shows: ".approval" }),
  "approval being given": of("approval", "ap1", { rows: { approval: [approval] }, does: [".approval .ms-Button--primary"], shows: ".approval form" }),
  "new record": { begin: { at: "new", type: "account" }, shows: "form .ms-Button--primary" },
  "new, maybe there already": { begin: { at: "new", type: "account", values: { name: "Northgate Analytics" } }, does: ["form .ms-Button--primary"], shows: "form .panel li" },
};
