import type { Hello, Question, Reply } from "../../addin/office/demo.ts";
import { isLoopback } from "../../addin/office/demo.ts";
import type { Item } from "../../addin/office/mailbox.ts";
import type { ProblemCode } from "../../model/problem.ts";
import { masterCategories, textOf, type Desk, type Message, type Party } from "./items.ts";
import type { Faults } from "./faults.ts";

/** Answers the pane of the demo out of the same desk that serves Microsoft's library. Without a window (a unit test) it is just questions in, replies out. */
export class DemoDoor {
  private told = "";

  constructor(readonly desk: Desk, readonly as: { me: Party; user: string; language: string; dark: boolean }, readonly faults: Faults, private readonly send: (reply: Reply) => void) {
    desk.onChange(what => { if (what === "selection") this.tellSelection(); });
  }

  async hear(question: Question): Promise<void> {
    const { id, name } = question, { slow, latency, silent, errors } = this.faults;
    const wait = slow[name] ?? latency;
    if (wait) await new Promise(next => setTimeout(next, wait));
    if (this.faults.dead || silent.includes(name)) return;
    try {
      if (errors[name]) throw new Refused("outlook", `Error ${errors[name]}`);
      this.send({ dealwright: "answer", id, answers: this.answer(question) });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.send({ dealwright: "answer", id, problem: { code: error.code, detail: error.message } });
    }
  }
  paint(dark: boolean): void { this.as.dark = dark; this.send({ dealwright: "look", look: { dark } }); }

  private answer(question: Question): unknown {
    const { desk } = this;
    switch (question.name) {
      case "hello": this.told = itemOf(desk.selected).key; return { me: this.as.me, user: this.as.user, language: this.as.language, look: { dark: this.as.dark }, item: itemOf(desk.selected) } satisfies Hello;
      case "body": { const { html } = this.shown(question.asks.key); return { text: textOf(html), html }; }
      case "attachment": {
        const file = this.shown(question.asks.key).attachments.find(one => one.id === question.asks.id);
        if (!file) throw new Refused("outlook", "There is no such attachment");
        return { base64: file.base64 };
      }
      case "mark": {
        const { key, logged, words } = question.asks, message = this.shown(key);
        if (logged) desk.notify(message, { key: "dealwright", kind: "informationalMessage", text: words }); else desk.hush(message, "dealwright");
        const known = masterCategories.some(one => one.name === "Dealwright");
        if (known) desk.categorise(message, ["Dealwright"], logged);
        message.properties = logged ? { dealwright: "logged" } : {};
        return known ? [] : ["category Dealwright"];
      }
      case "reply": this.shown(question.asks.key); desk.open({ kind: "reply", to: [], subject: "", html: question.asks.html }); return null;
      case "write": desk.open({ kind: "new", ...question.asks }); return null;
      case "browse": desk.browsed.push(question.asks.address); if (/^https?:/.test(question.asks.address)) window.open(question.asks.address, "_blank", "noopener"); return null;
    }
  }
  private shown(key: string): Message {
    const { selected } = this.desk;
    if (!selected || itemOf(selected).key !== key) throw new Refused("changed-item", "Another message is selected");
    return selected;
  }
  private tellSelection(): void {
    const { itemChanged, lateBy, frozen } = this.faults;
    if (frozen || itemChanged === "missing") return;
    const tell = (message: Message | undefined) => {
      const item = itemOf(message);
      if (item.key !== this.told) this.send({ dealwright: "item", item });
      this.told = item.key;
    };
    if (itemChanged === "null first") tell(undefined);
    if (itemChanged === "prompt") tell(this.desk.selected); else setTimeout(() => tell(this.desk.selected), lateBy);
  }
}

/** Joins a door to the pane in a frame: only that window, on our own origin, on this very machine, is heard. */
export function demoFrame(frame: HTMLIFrameElement, open: (send: (reply: Reply) => void) => DemoDoor): DemoDoor {
  const door = open(reply => frame.contentWindow?.postMessage(reply, location.origin));
  window.addEventListener("message", ({ source, origin, data }: MessageEvent) => {
    const trusted = source === frame.contentWindow && origin === location.origin && isLoopback(location.hostname);
    if (trusted && (data as Question | null)?.dealwright === "ask") void door.hear(data as Question);
  });
  return door;
}

class Refused extends Error { constructor(readonly code: ProblemCode, detail: string) { super(detail); } }

const itemOf = (message: Message | undefined): Item => message ? {
  key: message.id, surface: "read",
  mail: {
    internetMessageId: message.internetMessageId, conversationId: message.conversationId, subject: message.subject, from: message.from, to: message.to, cc: message.cc,
    sentAt: message.sentAt.toISOString(), attachments: message.attachments.map(({ id, name, size, contentType, inline }) => ({ id, name, size, contentType, inline })),
  },
} : { key: "", surface: "none" };
