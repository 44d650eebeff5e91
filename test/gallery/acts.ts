import { contact, customer, deal, fails, known, never, stranger, unknown, withFiles } from "./cast.ts";
import type { State } from "./state.tsx";

const lead = (more: Partial<State> = {}): State => ({ mail: stranger, begin: { at: "lead-from-mail", address: stranger.from.address }, shows: ".foot .ms-Button--primary", ...more, api: { known: async () => unknown(), duplicates: async () => ({ duplicates: [] }), ...more.api } });
const save = [".foot .ms-Button--primary"];
const logTo = (more: Partial<State> = {}): State => ({ mail: withFiles, begin: { at: "log-to" }, shows: ".pick", ...more, api: { known: async () => known(), ...more.api } });
const hits = { hits: [deal, contact], total: 2 };

/** What a rep does with a message: a lead of it, or where it belongs. */
export const acts: Record<string, State> = {
  "lead prefilled": lead(),
  "lead, shown in the message": lead({ does: [".hintLine .textButton"], shows: "mark" }),
  "lead, maybe there already": lead({ api: { duplicates: async () => ({ duplicates: [{ record: { ...contact, title: "Jamie Fenwick" }, why: "email" }, { record: { ...deal, type: "lead", title: "Desks" }, why: "company" }] }) }, shows: ".duplicates .line" }),
  "lead with wrong fields": lead({ does: [".field.topic input <- ", ".field.lastName input <- ", ".field.email input <- not an address", ...save], shows: ".foot .error" }),
  "lead being saved": lead({ api: { leadFromMail: never }, does: save, shows: ".foot [aria-busy=true]" }),
  "lead while signed out": lead({ api: { leadFromMail: fails("unauthorised") }, does: save, shows: ".foot .problem" }),
  "lead saved": lead({ api: { leadFromMail: async () => ({ commit: "c", records: [] }) }, does: save, shows: ".truth" }),
  "lead begun": lead({ begin: undefined, does: [".doing .button.primary", ".field.topic input <- Desks", ".iconButton"], shows: ".doing .button.primary" }),
  "log to": logTo(),
  "log to, found": logTo({ does: [".ms-SearchBox-field <- brake"], api: { search: async () => hits }, shows: ".section .end" }),
  "log to, nothing found": logTo({ does: [".ms-SearchBox-field <- zzz"], api: { search: async () => ({ hits: [], total: 0 }) }, shows: ".section .none" }),
  "log to, search fails": logTo({ does: [".ms-SearchBox-field <- brake"], api: { search: fails("offline") }, shows: ".problem" }),
  "log to several, with files": logTo({ does: [".files .ms-Checkbox input", ".pick .ms-Checkbox input", ".pick:nth-of-type(2) .ms-Checkbox input"], shows: ".foot .ms-Button--primary" }),
  "file being sent": logTo({ does: [".files .ms-Checkbox input", ".pick .ms-Checkbox input", ".foot .ms-Button--primary"], api: { upload: (_: File, tell: (part: number) => void) => { tell(.4); return never(); } }, shows: ".page > [role=status]" }),
  "search, at first": { mail: customer, begin: { at: "search" }, api: { known: async () => known(), shelf: async () => ({ pinned: [deal], recent: [contact] }) }, shows: ".pin" },
  "search, found": { begin: { at: "search", text: "brake" }, api: { search: async () => hits }, shows: ".rows" },
  "search, nothing found": { begin: { at: "search", text: "zzz" }, api: { search: async () => ({ hits: [], total: 0 }) }, shows: ".nothing" },
  "search fails": { begin: { at: "search", text: "brake" }, api: { search: fails("unavailable") }, shows: ".problem" },
  "search under way": { begin: { at: "search", text: "brake" }, api: { search: never }, shows: "h1" },
};
