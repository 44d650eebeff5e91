import type { Hello, Question, Reply } from "../../addin/office/demo.ts";
import { isLoopback } from "../../addin/office/demo.ts";
import type { Item } from "../../addin/office/mailbox.ts";
import { meetingOn, writeOn } from "../../addin/office/paper.ts";
import { Problem } from "../../model/problem.ts";
import { isDraft, masterCategories, textOf, type Desk, type Draft, type Item as Shown, type Message, type Party } from "./items.ts";
import type { Faults } from "./faults.ts";
import { drawDialog, h } from "./dom.ts";
import { bodyOf, oddly } from "./methods.ts";

/** Answers the pane of the demo out of the same desk that serves Microsoft's library. Without a window (a unit test) it is just questions in, replies out. */
export class DemoDoor {
  private told = "";
  private readonly runs = new Map<string, (outcome: unknown) => void>();
  private readonly drafting = writeOn(async item => this.written(item.key), (paper, what) => this.desk.changed(what, paper as Draft));

  constructor(readonly desk: Desk, readonly as: { me: Party; user: string; language: string; dark: boolean }, readonly faults: Faults, private readonly send: (reply: Reply) => void, readonly item: () => Shown | undefined = () => desk.selected) {
    desk.onChange(what => { if (what === "several") this.send({ dealwright: "several", picked: desk.several.map(({ id, subject }) => ({ id, subject })) }); });
    desk.onChange((what, of) => { if (["people", "files", "times"].includes(what) && of && of.id === this.item()?.id && this.faults.draftEvents === "prompt") this.send({ dealwright: "draft" }); });
  }

  async hear(question: Question): Promise<void> {
    const { id } = question, name = question.name === "draft" ? question.asks.call : question.name, { slow, latency, silent, errors } = this.faults;
    const wait = slow[name] ?? latency;
    if (wait) await new Promise(next => setTimeout(next, wait));
    if (this.faults.dead || silent.includes(name)) return;
    try {
      if (errors[name]) throw refused("outlook", `Error ${errors[name]}`);
      const answers = await this.answer(question);
      if (!this.faults.mute.includes(name)) this.send({ dealwright: "answer", id, answers });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.send({ dealwright: "answer", id, problem: { code: error.code, detail: error.message } });
    }
  }
  paint(dark: boolean): void { this.as.dark = dark; this.send({ dealwright: "look", look: { dark } }); }

  /** Runs a handler of the page in the frame; resolves with what it completed with. */
  run(name: string): Promise<unknown> {
    const run = crypto.randomUUID();
    return new Promise(done => { this.runs.set(run, done); this.send({ dealwright: "run", run, name }); });
  }
  /** Tells the pane that another item is shown where it is. */
  tellItem(): void {
    const { itemChanged, lateBy, frozen } = this.faults;
    if (frozen || itemChanged === "missing") return;
    const tell = (shown: Shown | undefined) => {
      const item = itemOf(shown);
      if (item.key !== this.told) this.send({ dealwright: "item", item });
      this.told = item.key;
    };
    if (itemChanged === "null first") tell(undefined);
    if (itemChanged === "prompt") tell(this.item()); else setTimeout(() => tell(this.item()), lateBy);
  }

  private answer(question: Question): unknown {
    const { desk, faults } = this;
    switch (question.name) {
      case "hello": { const item = itemOf(this.item()); this.told = item.key; return { me: this.as.me, user: this.as.user, language: this.as.language, look: { dark: this.as.dark }, item, settings: settingsOf(desk.roaming) } satisfies Hello; }
      case "body": { const html = bodyOf(this.shown(question.asks.key).html, faults.body); return { text: faults.body === "odd" ? oddly(textOf(html)) : textOf(html), html }; }
      case "load": {
        const found = desk.messages.find(one => one.id === question.asks.id);
        if (!found) throw refused("outlook", "There is no such message");
        return { ...itemOf(found).mail!, text: textOf(found.html), html: found.html };
      }
      case "attachment": {
        const shown = this.shown(question.asks.key), file = (isDraft(shown) ? shown.files : shown.attachments).find(one => one.id === question.asks.id);
        if (!file) throw refused("outlook", "There is no such attachment");
        return { base64: file.base64 };
      }
      case "mark": {
        const { key, logged, words, ifWrong } = question.asks, item = this.shown(key);
        if (ifWrong && (item.properties.dealwright === "logged") === logged) return [];
        if (logged) desk.notify(item, { key: "dealwright", kind: "informationalMessage", text: words }); else desk.hush(item, "dealwright");
        const known = masterCategories.some(one => one.name === "Dealwright");
        if (known) desk.categorise(item, ["Dealwright"], logged);
        item.properties = logged ? { dealwright: "logged" } : {};
        return known ? [] : ["category Dealwright"];
      }
      case "reply": { const { key, html, all } = question.asks; later(() => desk.answer(this.read(key), all ? "replyAll" : "reply", faults.formsWithoutText ? "" : html)); this.read(key); return "opened"; }
      case "write": { const { to, bcc = [], subject, html } = question.asks; later(() => desk.write({ to: to.map(address => ({ name: "", address })), bcc: bcc.map(address => ({ name: "", address })), subject, html: faults.formsWithoutText ? "" : html })); return "opened"; }
      case "draft": { const { key, call, with: given } = question.asks; return (this.drafting[call] as (item: Item, ...given: unknown[]) => unknown)(itemOf(this.written(key)), ...given); }
      case "meeting": {
        const shown = this.shown(question.asks.key);
        if (isDraft(shown)) return meetingOn(shown);
        if (!shown.meeting) throw refused("outlook", "This is no meeting");
        const { subject, from, to, cc, meeting: { start, end, location } } = shown;
        return { subject, organizer: from, required: to, optional: cc, start: start.toISOString(), end: end.toISOString(), location };
      }
      case "settings": if (!faults.settingsLost) desk.roaming = Object.fromEntries(Object.entries(question.asks).map(([name, value]) => [name, JSON.stringify(value)])); return null;
      case "completed": this.runs.get(question.asks.run)?.(question.asks.outcome && { completedContext: question.asks.outcome }); return null;
      case "notify": desk.notify(this.shown(question.asks.key), { key: "dealwright", kind: "informationalMessage", text: question.asks.words }); return null;
      case "openWindow": drawDialog(h("iframe", { class: "addin dialog", title: "Dealwright", src: `/demo.html?${new URLSearchParams({ demo: this.as.user, at: question.asks.path, me: this.as.me.name, mail: this.as.me.address, language: this.as.language })}` })); return null;
      case "browse": desk.browsed.push(question.asks.address); if (/^https?:/.test(question.asks.address)) window.open(question.asks.address, "_blank", "noopener"); return null;
    }
  }
  private shown(key: string): Shown {
    const item = this.item();
    if (!item || itemOf(item).key !== key) throw refused("changed-item", "Another message is selected");
    return item;
  }
  private read(key: string): Message {
    const item = this.shown(key);
    if (isDraft(item)) throw refused("outlook", "A draft cannot be answered");
    return item;
  }
  private written(key: string): Draft {
    const item = this.shown(key);
    if (!isDraft(item)) throw refused("outlook", "Nothing is being written");
    return item;
  }
}

/** Joins a door to the pane in a frame: only that window, on our own origin, on this very machine, is heard. */
export function demoFrame(frame: HTMLIFrameElement, open: (send: (reply: Reply) => void) => DemoDoor): { door: DemoDoor; leave: () => void } {
  const door = open(reply => frame.contentWindow?.postMessage(reply, location.origin));
  const hear = ({ source, origin, data }: MessageEvent) => {
    const trusted = source === frame.contentWindow && origin === location.origin && isLoopback(location.hostname);
    if (trusted && (data as Question | null)?.dealwright === "ask") void door.hear(data as Question);
  };
  window.addEventListener("message", hear);
  return { door, leave: () => window.removeEventListener("message", hear) };
}

const refused = (code: "outlook" | "changed-item", detail: string) => new Problem(code, { detail });
/** Opened after the answer is on its way, as a window takes its time. */
const later = (work: () => void) => { setTimeout(work); };
const settingsOf = (roaming: Record<string, string>) => Object.fromEntries(Object.entries(roaming).map(([name, json]) => [name, JSON.parse(json) as string]));

const itemOf = (item: Shown | undefined): Item => {
  if (!item) return { key: "", surface: "none" };
  if (isDraft(item)) return { key: item.id, surface: item.meeting ? "meeting-compose" : "compose", conversationId: item.conversationId };
  return {
    key: item.id, surface: item.meeting ? "meeting" : "read",
    mail: {
      internetMessageId: item.internetMessageId, conversationId: item.conversationId, subject: item.subject, from: item.from, to: item.to, cc: item.cc,
      sentAt: item.sentAt.toISOString(), attachments: item.attachments.map(({ id, name, size, contentType, inline }) => ({ id, name, size, contentType, inline })),
    },
  };
};
