import type { Mail, Person } from "../../model/mail.ts";
import { Problem, type ProblemCode } from "../../model/problem.ts";
import type { Drafting, Item, Look, Mailbox, Meeting, Opened, Picked } from "./mailbox.ts";
import { settingsOn } from "./paper.ts";
import { bytesOf } from "./text.ts";
import { watchItem } from "./watch.ts";

/** What the demo's page says about itself when the pane opens. */
export interface Hello { me: Person; user: string; language: string; look: Look; item: Item; settings: Record<string, string> }

/** The pane's questions to the demo's page, by name: what is asked, what is answered. */
export interface Questions {
  hello: { asks: null; answers: Hello };
  body: { asks: { key: string }; answers: { text: string; html?: string } };
  /** One of several selected messages, whole. */
  load: { asks: { id: string }; answers: Mail };
  attachment: { asks: { key: string; id: string }; answers: { base64: string } };
  mark: { asks: { key: string; logged: boolean; words: string; ifWrong?: boolean }; answers: string[] };
  reply: { asks: { key: string; html: string; all?: boolean }; answers: Opened };
  write: { asks: { to: string[]; bcc?: string[]; subject: string; html: string }; answers: Opened };
  /** Anything that is done to a draft, by its name in the door. */
  draft: { asks: { key: string; call: keyof Drafting; with: unknown[] }; answers: unknown };
  meeting: { asks: { key: string }; answers: Meeting };
  settings: { asks: Record<string, string>; answers: null };
  /** A handler that the page had run is done. */
  completed: { asks: { run: string; outcome: unknown }; answers: null };
  notify: { asks: { key: string; words: string }; answers: null };
  openWindow: { asks: { path: string }; answers: null };
  browse: { asks: { address: string }; answers: null };
}
export type Question = { [Name in keyof Questions]: { dealwright: "ask"; id: number; name: Name; asks: Questions[Name]["asks"] } }[keyof Questions];
export type Reply =
  | { dealwright: "answer"; id: number; answers: unknown }
  | { dealwright: "answer"; id: number; problem: { code: ProblemCode; detail?: string } }
  | { dealwright: "item"; item: Item }
  | { dealwright: "several"; picked: Picked[] }
  | { dealwright: "draft" }
  | { dealwright: "run"; run: string; name: string }
  | { dealwright: "look"; look: Look };

/** The way to the demo's page and back. */
export interface Wire { post(question: Question): void; hear(reply: (reply: Reply) => void): void }

/** The simulated mailbox of the demo, which runs on one machine without a network. Rejects with `outlook` where no such page answers in `within` ms. */
export async function openDemo(wire: Wire = windowWire(), within = 10_000): Promise<Mailbox & { user: string; onRun(work: (name: string, done: (outcome?: object) => void) => void): void }> {
  const waiting = new Map<number, { resolve: (value: any) => void; reject: (problem: Problem) => void; timer: ReturnType<typeof setTimeout> }>();
  const lookers = new Set<(look: Look) => void>(), writers = new Set<() => void>(), pickers = new Set<() => void>();
  let picked: readonly Picked[] = [];
  const early: (() => void)[] = [];
  let run: ((name: string, done: (outcome?: object) => void) => void) | undefined;
  let item: Item = { key: "", surface: "none" }, look: Look = { dark: false }, count = 0;
  const watch = watchItem(() => item);
  const ask = <Name extends keyof Questions>(name: Name, asks: Questions[Name]["asks"]) => new Promise<Questions[Name]["answers"]>((resolve, reject) => {
    const id = ++count;
    const timer = setTimeout(() => { waiting.delete(id); reject(new Problem("outlook", { detail: `The mailbox did not answer (${name})` })); }, within);
    waiting.set(id, { resolve, reject, timer });
    wire.post({ dealwright: "ask", id, name, asks } as Question);
  });
  const at = async <T>(on: Item, work: () => Promise<T>) => {
    const check = () => { if (on.key !== item.key) throw new Problem("changed-item"); };
    check();
    if (on.surface === "none") throw new Problem("outlook", { detail: "No message is selected" });
    const value = await work();
    check();
    return value;
  };
  wire.hear(reply => {
    if (reply.dealwright === "item") { item = reply.item; watch.now(); return; }
    if (reply.dealwright === "several") { picked = reply.picked; for (const hear of pickers) hear(); return; }
    if (reply.dealwright === "draft") { for (const hear of writers) hear(); return; }
    if (reply.dealwright === "run") {
      const begin = () => run!(reply.name, outcome => { void ask("completed", { run: reply.run, outcome: outcome ?? null }).catch(() => undefined); });
      if (run) begin(); else early.push(begin);
      return;
    }
    if (reply.dealwright === "look") { look = reply.look; lookers.forEach(hear => hear(look)); return; }
    const asked = waiting.get(reply.id);
    if (!asked) return;
    waiting.delete(reply.id);
    clearTimeout(asked.timer);
    if ("problem" in reply) asked.reject(new Problem(reply.problem.code, { detail: reply.problem.detail })); else asked.resolve(reply.answers);
  });

  const hello = await ask("hello", null);
  ({ item, look } = hello);
  watch.now();
  return {
    me: hello.me, user: hello.user, language: hello.language,
    look: () => look,
    onLook: hear => { lookers.add(hear); return () => lookers.delete(hear); },
    current: () => item,
    onItem: watch.hear,
    several: { now: () => picked, hear: hear => { pickers.add(hear); return () => pickers.delete(hear); }, read: ({ id }) => ask("load", { id }) },
    body: on => at(on, () => ask("body", { key: on.key })),
    attachment: (on, { id }) => at(on, async () => bytesOf((await ask("attachment", { key: on.key, id })).base64)),
    mark: (on, { logged, words, ifWrong }) => at(on, () => ask("mark", { key: on.key, logged, words, ...ifWrong && { ifWrong } })),
    reply: (on, { html, all }) => at(on, () => ask("reply", { key: on.key, html, all })),
    write: ({ to, bcc, subject, html }) => ask("write", { to, ...bcc && { bcc }, subject, html }),
    draft: Object.fromEntries(draftCalls.map(call => [call, (on: Item, ...given: unknown[]) => at(on, () => ask("draft", { key: on.key, call, with: given }))])) as unknown as Drafting,
    onDraft: hear => { writers.add(hear); return () => writers.delete(hear); },
    meeting: on => at(on, () => ask("meeting", { key: on.key })),
    settings: settingsOn(hello.settings, () => { void ask("settings", hello.settings).catch(() => undefined); }),
    launches: true,
    onRun: work => { run = work; early.splice(0).forEach(begin => begin()); },
    notify: (on, words) => at(on, async () => { await ask("notify", { key: on.key, words }); }),
    async openWindow(path) { await ask("openWindow", { path }); },
    browse: address => { void ask("browse", { address }).catch(() => undefined); },
  };
}

const draftCalls: (keyof Drafting)[] = ["people", "address", "subject", "setSubject", "insert", "replace", "attachments", "attach", "detach", "kind", "saved", "tell", "told"];

/** The page that holds this one in a frame, if it is on this very machine and on our own origin: a stranger who frames the pane is neither asked nor heard. */
function windowWire(): Wire {
  const { parent, location } = window;
  if (parent === window || !isLoopback(location.hostname)) throw new Problem("outlook", { detail: "The demo's mailbox is there only inside the demo's page" });
  return {
    post: question => parent.postMessage(question, location.origin),
    hear: reply => window.addEventListener("message", ({ source, origin, data }: MessageEvent) => {
      if (source === parent && origin === location.origin && typeof (data as Reply | null)?.dealwright === "string") reply(data as Reply);
    }),
  };
}
/** Whether a host name is this very machine. */
export const isLoopback = (host: string): boolean => ["localhost", "127.0.0.1", "[::1]"].includes(host);
