import type { Faults } from "./faults.ts";
import type { AddinPage, Frames } from "./frames.ts";
import { isDraft, type Desk, type Draft } from "./items.ts";
import type { Declared } from "./manifest.ts";

/** How sending may end: the add-in agrees, or has something to say; or it did not answer in time. */
export type Verdict = { may: true } | { may: false; message: string; late?: boolean };
interface Given { desk: Desk; frames: Frames; declared: Declared; faults: Faults; place: HTMLElement }

/** Tells the add-in what happens, with no pane open: each draft has a hidden page of its own for as long as it is there, in which one handler runs after the other. */
export class LaunchEvents {
  /** What was run, in order, for whoever wants to know. */
  readonly ran: { event: string; outcome: unknown }[] = [];
  private readonly pages = new Map<string, { page: AddinPage; turn: Promise<unknown> }>();

  constructor(private readonly given: Given) {
    given.desk.onChange((what, item) => {
      if (!isDraft(item)) return;
      const meeting = Boolean(item.meeting);
      if (what === "windows" && given.desk.windows.includes(item) && !this.pages.has(item.id)) void this.tell(item, meeting ? "OnNewAppointmentOrganizer" : "OnNewMessageCompose");
      if (what === "people") void this.tell(item, meeting ? "OnAppointmentAttendeesChanged" : "OnMessageRecipientsChanged");
      if (what === "files") void this.tell(item, meeting ? "OnAppointmentAttachmentsChanged" : "OnMessageAttachmentsChanged");
      if (what === "windows" && !given.desk.windows.includes(item)) this.forget(item);
    });
  }

  /** Asks the add-in before a draft goes out. `slow` is called when it takes longer than Outlook likes. */
  async ask(draft: Draft, slow: () => void): Promise<Verdict> {
    const { sendNotice, sendLimit, sendForgets } = this.given.faults, name = draft.meeting ? "OnAppointmentSend" : "OnMessageSend";
    if (!this.declares(name)) return { may: true };
    const notice = setTimeout(slow, sendNotice);
    let limit: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<"late">(end => { limit = setTimeout(() => end("late"), sendForgets ? Math.min(sendLimit, sendNotice) : sendLimit); });
    const outcome = await Promise.race([sendForgets ? new Promise<never>(() => undefined) : this.tell(draft, name), late]);
    clearTimeout(notice);
    clearTimeout(limit);
    if (outcome === "late") return { may: false, late: true, message: "" };
    const { allowEvent = true, errorMessage = "" } = ((outcome ?? {}) as { completedContext?: { allowEvent?: boolean; errorMessage?: string } }).completedContext ?? {};
    return allowEvent ? { may: true } : { may: false, message: errorMessage };
  }

  private declares(name: string) { return this.given.faults.noEvents || !this.given.declared.functions ? undefined : this.given.declared.events.find(one => one.name === name); }
  private async tell(draft: Draft, name: string): Promise<unknown> {
    const event = this.declares(name);
    if (!event) return undefined;
    const open = this.pages.get(draft.id) ?? this.begin(draft);
    const done = open.turn.then(() => open.page.run(event.run, { type: `olk${name}` })).then(outcome => { this.ran.push({ event: name, outcome }); return outcome; });
    open.turn = done.catch(() => undefined);
    return done;
  }
  private begin(draft: Draft) {
    const { frames, declared, place } = this.given;
    const open = { page: frames.open(declared.functions!, { kind: "commands", title: declared.name, place, item: () => draft }), turn: Promise.resolve() as Promise<unknown> };
    this.pages.set(draft.id, open);
    return open;
  }
  private forget(draft: Draft): void {
    const open = this.pages.get(draft.id);
    this.pages.delete(draft.id);
    void open?.turn.then(() => open.page.close());
  }
}
