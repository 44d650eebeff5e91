import { crowd, customer, deal, contact, everybody, fails, known, loggedBy, never, person, stranger, twins, unknown, viaForm, withFiles } from "./cast.ts";
import type { State } from "./state.tsx";

const beside = (answer: unknown, more: Partial<State> = {}): State => ({ mail: customer, api: { known: async () => answer, ...more.api }, shows: ".doing .button", ...more, ...more.api && { api: { known: async () => answer, ...more.api } } });
/** Logged, until it is taken off. */
const afterwards = (first: unknown, then: unknown) => { let off = false; return { known: async () => { const now = off ? then : first; off = false; return now; }, unlog: async () => { off = true; return { commit: "c", records: [] }; } }; };
/** Of several messages, each its own answer. */
const crowdOf = (more: Partial<State> = {}): State => ({
  several: [customer, stranger, withFiles, { ...crowd, internetMessageId: "<inner>" }, viaForm], shows: ".severals .kind", ...more,
  api: { known: async ({ internetMessageId: id }: { internetMessageId: string }) => id === customer.internetMessageId ? known(undefined, { suggested: [{ record: deal, why: "conversation" }] }) : id === withFiles.internetMessageId ? known() : id === "<inner>" ? known([], { suggested: [], keptOut: { why: "internal" } }) : unknown(), ...more.api },
});
const waiting = [{ method: "POST", path: "mail/log", body: { mail: customer, on: [{ type: "opportunity", id: "brakes" }] }, key: "k" } as const];
const trouble = (code: Parameters<typeof fails>[0], more: object = {}): State => beside(known(), { api: { log: fails(code, more) }, does: [".doing .button.primary"], shows: ".doing .problem" });

/** The message and who wrote it, in all that can be. */
export const message: Record<string, State> = {
  "first run": { mail: stranger, api: { me: fails("unauthorised"), known: fails("unauthorised") }, shows: ".stop .button" },
  "signing in": { mail: stranger, api: { me: fails("unauthorised") }, signIn: never, does: [".stop .button"], shows: ".stop [role=status]" },
  "sign-in offline": { mail: stranger, api: { me: fails("unauthorised") }, signIn: fails("offline"), does: [".stop .button"], shows: ".stop .problem" },
  "administrator has to consent": { mail: stranger, api: { me: fails("unauthorised") }, signIn: fails("consent"), does: [".stop .button"], shows: ".stop .problem" },
  "not of this house": { mail: stranger, api: { me: fails("forbidden"), known: fails("forbidden") }, shows: ".stop .problem" },
  "signed out while working": { mail: customer, api: { known: fails("unauthorised") }, shows: ".doing .problem .button" },
  "service away": { mail: customer, api: { me: fails("offline"), known: fails("offline") }, shows: ".noService" },
  "service busy": { mail: customer, api: { known: fails("unavailable") }, shows: ".doing .problem" },
  "Outlook did not answer": { dead: true, shows: ".stop .button" },
  "page broken": { mail: customer, api: { known: async () => ({}) }, shows: ".stop button" },
  "loading": { mail: customer, api: { known: never }, shows: ".skeleton" },
  "nobody knows them": { ...beside(unknown()), mail: stranger, shows: ".signal" },
  "one match": beside(known()),
  "several matches": beside(twins, { shows: ".line .textButton" }),
  "many people": { ...beside(everybody), mail: crowd },
  "one of many people, unfolded": { ...beside(everybody), mail: crowd, does: [".section .line .textButton[aria-expanded]"], shows: ".aboutOther .section" },
  "a form speaks for somebody": { mail: viaForm, api: { known: async (of: { from: { address: string; name: string } }) => ({ ...unknown(), people: [person({ ...viaForm, from: of.from })] }) }, shows: ".actions .button" },
  "logged by me": beside(loggedBy("ana", "Ana Ruiz")),
  "logged by a colleague": beside(loggedBy("ben", "Ben Okafor")),
  "logged to several": beside(loggedBy("ana", "Ana Ruiz", [deal, contact])),
  "logging": beside(known(), { api: { log: never }, does: [".doing .button.primary"], shows: ".doing [aria-busy=true]" }),
  "saved": beside(known(), { api: { log: async () => ({ commit: "c", records: [], known: loggedBy("ana", "Ana Ruiz") }) }, does: [".doing .button.primary"], shows: ".truth" }),
  "no longer logged": beside(undefined, { api: afterwards(loggedBy("ana", "Ana Ruiz"), known()), does: [".truth > .textButton:last-child"], shows: ".doing .truth" }),
  "waits for the service": beside(known(), { blocked: [...waiting], api: { again: fails("offline") }, shows: ".truth" }),
  "logging not allowed": trouble("forbidden"),
  "rate-limited": trouble("too-many", { seconds: 40 }),
  "logging fails": trouble("unexpected"),
  "disk full": trouble("disk-full"),
  "conversation remembered": beside(known(undefined, { suggested: [{ record: deal, why: "conversation" }] })),
  "conversation stopped": beside(known(undefined, { stopped: true, suggested: [] })),
  "only colleagues": beside(known([], { suggested: [], keptOut: { why: "internal" } }), { shows: ".doing .quiet" }),
  "never logged": beside(known(undefined, { suggested: [], keptOut: { why: "never-log", rule: "@hanfeng.example" } }), { shows: ".doing .quiet" }),
  "reader": beside(known(), { me: { role: "reader" }, shows: ".section" }),
  "Outlook moved on": beside(known(), { api: { log: fails("changed-item") }, does: [".doing .button.primary"], shows: ".doing .problem" }),
  "shared mailbox": { mail: { ...customer, internetMessageId: "<shared>", to: [{ name: "Sales", address: "sales@ourfirm.example" }] }, api: { known: async () => known([known().people[0]!, person({ from: { name: "Sales", address: "sales@ourfirm.example" } } as never, { as: "to", is: "colleague" })]) }, shows: ".doing .button" },
  "storage blocked": beside(known(), { blocked: [...waiting], api: { again: fails("offline") }, shows: ".other" }),
  "storage blocked, what waits": beside(known(), { blocked: [...waiting], begin: { at: "waiting" }, api: { again: fails("offline") }, shows: ".rows.waiting li, .rows.waiting" }),
  "several messages": crowdOf({ shows: ".doing .button.primary" }),
  "several, being read": crowdOf({ api: { known: never }, shows: ".doing [role=status]" }),
  "several, logged but one": crowdOf({ api: { log: (of: { internetMessageId: string }) => of.internetMessageId === "<files>" ? fails("unavailable")() : Promise.resolve({ commit: "c", records: [], known: known() }) }, does: [".doing .button.primary"], shows: ".severals .textButton" }),
  "several, to one record": crowdOf({ api: { search: async () => ({ hits: [deal, contact], total: 2 }) }, does: [".doing .button:last-child", ".ms-SearchBox-field <- brake"], shows: ".section .line .open" }),
  "item not supported": { unsupported: true, shows: ".empty" },
};
