import { emptyPaper } from "../../addin/office/paper.ts";
import { account, ana, contact, customer, deal, fails, known, never, person } from "./cast.ts";
import type { State } from "./state.tsx";

const from = { name: ana.name, address: ana.email }, liWei = { ...person(customer, { is: "known", matches: [contact], account, accounts: [account], deals: [deal] }), as: "to" as const };
const offers = [
  { id: "o1", title: "Ceramic pads, data sheet", kind: "datasheet", fitness: "fit", reasons: [], files: [{ name: "pads.pdf", size: 420_000, hash: "h1", type: "application/pdf" }] },
  { id: "o2", title: "How we win against Ergonova", kind: "battleCard", fitness: "internal", reasons: [], files: [{ name: "ergonova.pptx", size: 90_000, hash: "h2" }] },
  { id: "o3", title: "Price list 2025", kind: "priceList", expires: "2025-12-31", fitness: "expired", reasons: [], files: [{ name: "prices.pdf", size: 120_000, hash: "h3" }] },
];
const template = [{ id: "tp1", name: "After a call", language: "en", about: "anyone", subject: "Our call", body: "Dear {contact.firstName},\n\nthank you for your time." }, { id: "tp2", name: "通话之后", language: "zh", about: "anyone", body: "您好，感谢来电。" }];
const call = (_: string, path: string) => path.startsWith("library") ? Promise.resolve({ offers }) : path.startsWith("quote") ? Promise.resolve({ records: [{ id: "q1", name: "Brake pads 2027", number: "Q-00017", revision: 1, total: 101_400, status: "active" }, { id: "q0", name: "Brake pads 2027", number: "Q-00017", total: 99_000, status: "closed", reason: "revised" }] }) : undefined;
const writing = (more: Partial<State> = {}): State => ({ paper: emptyPaper({ from, to: [customer.from], subject: "Re: brake pads" }), rows: { template }, shows: "[role=tabpanel], .tabs, [role=tab]", ...more, api: { known: async () => known([liWei]), call, ...more.api } });

const meeting = (start: string) => ({ subject: "Review of the trial batch", organizer: customer.from, required: [from], optional: [], start, end: start.replace("T09", "T10"), location: "Gate 3" });
const briefing = { record: deal, tasks: [{ type: "activity", id: "t2", version: 1, title: "Call Li Wei", status: "open", kind: "task", when: "2026-11-28" }], mails: [], notes: [{ at: "2026-11-20T08:00:00Z", text: "Prefers to be called after four." }], competitors: [{ id: "ergonova", title: "Ergonova" }], need: "A second source before the summer peak." };
const asked = (_: string, path: string) => path === "meeting/known" ? Promise.resolve({ logged: [] }) : path.startsWith("briefing") ? Promise.resolve(briefing) : undefined;
const meet = (start: string, more: Partial<State> = {}): State => ({ mail: { ...customer, internetMessageId: "<meeting>", subject: "Review of the trial batch" }, meeting: meeting(start), shows: ".meeting .button, .meeting [role=tab]", ...more, api: { known: async () => known(), call: asked, ...more.api } });

/** Beside what is being written, and beside meetings. */
export const drafts: Record<string, State> = {
  "draft to nobody yet": writing({ paper: emptyPaper({ from }) }),
  "draft with literature": writing({ shows: ".page .button, .page input[type=checkbox]" }),
  "draft, library away": writing({ api: { call: (_: string, path: string) => path.startsWith("library") ? fails("offline")() : undefined }, shows: ".problem" }),
  "draft, library loading": writing({ api: { call: (_: string, path: string) => path.startsWith("library") ? never() : undefined }, shows: ".skeleton" }),
  "draft with templates": writing({ does: ["[role=tab]:nth-of-type(2)"], shows: ".template" }),
  "draft with quotes": writing({ does: ["[role=tab]:nth-of-type(3)"], shows: ".template" }),
  "draft with a warning": writing({ paper: emptyPaper({ from, to: [customer.from], files: [{ id: "f1", name: "ergonova.pptx", size: 9_000, contentType: "file", inline: false, base64: "AAAA" }] }), api: { call: (_: string, path: string) => path === "guard" ? Promise.resolve({ alerts: [{ code: "battle-card", file: "ergonova.pptx", person: "Li Wei" }] }) : call(_, path) } }),
  "meeting ahead": meet("2027-06-01T09:00:00Z", { shows: ".meeting .section" }),
  "meeting past": meet("2026-06-01T09:00:00Z", { shows: ".meeting textarea" }),
  "meeting, service away": meet("2027-06-01T09:00:00Z", { api: { known: fails("offline"), call: fails("offline") }, shows: ".problem" }),
  "meeting of one's own": { paper: emptyPaper({ from, to: [customer.from], subject: "Review", meeting: { start: "2027-06-01T09:00:00Z", end: "2027-06-01T10:00:00Z", location: "" } }), rows: { template: template.map(one => ({ ...one, purpose: "agenda" })) }, api: { known: async () => known([liWei]), call: asked }, does: ["[role=tab]:nth-of-type(2)"], shows: ".template" },
};
