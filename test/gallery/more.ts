import { Problem, problem } from "../../model/problem.ts";
import type { Script, Standing, Told } from "../../model/dialog.ts";
import { dialogs } from "../../model/standard/dialogs.ts";
import { fails, never } from "./cast.ts";
import type { State } from "./state.tsx";

type Call = (method: string, path: string) => Promise<unknown> | undefined;
const place = (begin: State["begin"], shows: string, more: Partial<State> = {}): State => ({ begin, shows, ...more });
const answering = (part: string, with_: () => Promise<unknown>): { call: Call } => ({ call: (_, path) => path.startsWith(part) ? with_() : path === "uses/literature" ? Promise.resolve({ uses: [] }) : undefined });

const pieces = [
  { id: "o1", title: "Ceramic pads, data sheet", kind: "datasheet", fitness: "fit", reasons: [], files: [{ name: "pads.pdf", size: 420_000, hash: "h1", type: "application/pdf" }] },
  { id: "o2", title: "How we win against Ergonova", kind: "battleCard", fitness: "internal", reasons: [], files: [{ name: "ergonova.pptx", size: 90_000, hash: "h2" }] },
  { id: "o3", title: "Price list 2025, for all dealers of the northern and eastern regions", kind: "priceList", expires: "2025-12-31", fitness: "expired", reasons: [], files: [{ name: "prices.pdf", size: 120_000, hash: "h3" }] },
];
const library = (answer: () => Promise<unknown>, shows: string, more: Partial<State> = {}) => place({ at: "library" }, shows, { api: answering("library", answer), ...more });

const { values: shipped } = dialogs[0] as unknown as { values: Pick<Script, "name" | "steps"> }, [first] = shipped.steps.flatMap(step => "page" in step ? [step] : []);
const session = { id: "s1", version: 1, owner: "ana", status: "open", dialog: "call", name: shipped.name, title: shipped.name, on: "lead/jamie", answered: 0 };
const summary: Told[] = [{ page: "call", say: { en: "Did you reach them?", "zh-CN": "联系上了吗？" }, answer: "yes", label: { en: "Yes", "zh-CN": "是" }, kind: "radio", by: "ana", at: "2026-11-24T08:00:00Z" }];
const page: Standing = { at: "page", n: 0, page: { ...first!, key: "first" }, kept: {}, given: {}, back: true, vars: {} }, over: Standing = { at: "end", outcome: "completed", vars: {} };
const dialog = (standing: Standing, more: Partial<State> & { answer?: () => Promise<unknown> } = {}): State => {
  const { answer, ...rest } = more;
  return place({ at: "dialog", id: "s1" }, "h1", { api: { call: (_: string, path: string) => !path.startsWith("dialogs/") ? undefined : path.endsWith("/answer") && answer ? answer() : Promise.resolve({ session: { ...session, ...standing.at === "end" && { status: "completed", summary } }, standing, secrets: {} }) }, ...rest });
};

/** The places that one is seldom at: the library, guided conversations, reports, the company's ways, imports, and what a record's menu asks. */
export const more: Record<string, State> = {
  "library": library(async () => ({ offers: pieces, total: 3 }), ".shelf li"),
  "library, nothing yet": library(async () => ({ offers: [], total: 0 }), ".library .quiet, .library .nothing, .library p"),
  "library loading": library(never, ".skeleton"),
  "library unread": library(fails("offline"), ".problem"),
  "library of a manager": library(async () => ({ offers: pieces, total: 3 }), ".drop", { me: { role: "manager" } }),
  "dialog": dialog(page, { shows: "form .ms-Button--primary" }),
  "dialog, answer missing": dialog(page, { answer: async () => { throw new Problem("invalid", { fields: first!.prompts.filter(({ kind }) => kind !== "none").map(({ key }) => problem(key, "required")) }); }, does: ["form textarea <- They call back", "form .ms-Button--primary"], shows: "[role=alert]" }),
  "dialog, service away": dialog(page, { answer: fails("offline"), does: [".prompt input", "form .ms-Button--primary"], shows: "[role=alert]" }),
  "dialog over": dialog(over, { shows: ".acts .ms-Button" }),
  "dialog unread": place({ at: "dialog", id: "s1" }, ".problem", { api: answering("dialogs/", fails("unavailable")) }),
  "forecast": place({ at: "pipeline" }, "main [role=tabpanel] li, main [role=tabpanel] .bars", { does: ["[role=tab]:nth-of-type(2)"] }),
  "age of deals": place({ at: "pipeline" }, "main section, main ul, main p.quiet", { does: ["[role=tab]:nth-of-type(3)"] }),
  "results": place({ at: "pipeline" }, "main section, main p", { does: ["[role=tab]:nth-of-type(4)"] }),
  "pipeline unread": place({ at: "pipeline" }, ".problem", { api: { list: fails("offline"), call: (_: string, path: string) => path.startsWith("sums/") ? fails("offline")() : undefined } }),
  "company's ways": place({ at: "ways" }, "main section, main ul", { me: { role: "administrator" } }),
  "import": place({ at: "import", type: "lead" }, "input[type=file], .ms-Button", { me: { role: "manager" } }),
  "assign": place({ at: "record", type: "account", id: "northgate" }, ".panel", { does: ["article .acts .ms-Button[aria-haspopup]", ".ms-ContextualMenu-item:first-of-type button"] }),
  "share": place({ at: "record", type: "opportunity", id: "won" }, ".panel", { does: ["article .acts .ms-Button[aria-haspopup]", ".ms-ContextualMenu-item:last-of-type button"] }),
  "filter of a list": place({ at: "list", type: "lead" }, ".ms-Dropdown, .panel", { does: [".links [aria-expanded]"] }),
};
