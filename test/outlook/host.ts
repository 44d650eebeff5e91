import type { Faults } from "./faults.ts";
import type { Desk, Message } from "./items.ts";
import { HostError, methods } from "./methods.ts";
import { appContext, initialData, type Settings } from "./wire.ts";

/** A message of the library's protocol, as far as the host reads it. */
interface Packet { _messageType: number; _actionName: string; _actionType?: number; _conversationId?: string; _correlationId: number; _data: any }
interface Frame { element: HTMLIFrameElement; kind: "pane" | "dialog" | "commands"; id: string; conversation: string; origin: string; listeners: Map<string, Packet>; opener?: Frame }

/** Plays Outlook on the web to Microsoft's own library: opens pages of the add-in in frames, answers their calls from the desk, tells them of changes. Knows frames by their window and origin; nobody else is heard. */
export class OfficeHost {
  readonly calls: string[] = [];
  readonly frames = new Set<Frame>();
  /** Answers a request of nested app authentication; a test sets it, together with the bridge in the pane's frame. Rejecting with `{status, ...}` is an error of the bridge. */
  nestedAuth: ((request: any) => Promise<object>) | undefined;
  onClose: () => void = () => undefined;
  private first: Message | undefined;
  private readonly invocations = new Map<string, (event: unknown) => void>();

  constructor(readonly desk: Desk, readonly settings: Settings, readonly faults: Faults, private readonly place: HTMLElement) {
    window.addEventListener("message", event => { void this.receive(event); });
    desk.onChange(what => { if (what === "selection") this.tellSelection(); });
    this.first = desk.selected;
  }

  /** What the add-in's library is served from: the selected message, or for ever the first one while that fault is on. */
  get served(): Message | undefined { return this.faults.frozen ? this.first : this.desk.selected; }

  open(address: string, kind: Frame["kind"] = "pane", opener?: Frame): Frame {
    const url = new URL(address, location.href), id = kind === "pane" ? this.settings.addinId : `${this.settings.addinId}-${kind}-${crypto.randomUUID()}`;
    const conversation = crypto.randomUUID(), correlation = crypto.randomUUID();
    const info = (mark: string) => ["Outlook", "Web", "16.01", this.settings.language, correlation, kind === "dialog" ? "isDialog" : "", "disableLogging", "16"].join(mark);
    const element = document.createElement("iframe");
    element.name = JSON.stringify({ baseFrameName: `_xdm_${id}`, hostInfo: info("|"), xdmInfo: `${conversation}|${id}|${location.href}`, serializerVersion: "1", flights: "[]" });
    element.title = kind === "pane" ? this.settings.addinName : kind;
    element.className = `addin ${kind}`;
    element.hidden = kind === "commands";
    element.setAttribute("sandbox", "allow-scripts allow-forms allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals");
    element.src = `${url.origin}${url.pathname}${url.search ? `${url.search}&` : "?"}_host_Info=${info("$")}${url.hash}`;
    const frame: Frame = { element, kind, id, conversation, origin: url.origin, listeners: new Map(), opener };
    if (kind === "pane") this.first = this.desk.selected;
    this.frames.add(frame);
    (kind === "pane" ? this.place : document.body).append(element);
    return frame;
  }
  close(frame: Frame): void {
    this.frames.delete(frame);
    frame.element.remove();
    if (frame.kind === "pane") this.onClose();
    if (frame.kind === "dialog" && frame.opener) this.fire(frame.opener, "dialogMessageReceived", { messageType: 12006 });
  }

  paint(theme: Record<string, number>): void { for (const frame of this.frames) this.fire(frame, "officeThemeChanged", [JSON.stringify(theme)]); }

  /** Runs a function of the add-in's command page or event handler; resolves with what it completed with. */
  async invoke(frame: Frame, name: string, event: object = {}): Promise<unknown> {
    const id = crypto.randomUUID();
    while (!frame.listeners.has("appCommandInvoked")) await new Promise(next => setTimeout(next, 20));
    const done = new Promise(resolve => this.invocations.set(id, resolve));
    this.fire(frame, "appCommandInvoked", [id, name, JSON.stringify(event)]);
    return done;
  }

  private tellSelection(): void {
    const { itemChanged, lateBy, frozen } = this.faults;
    if (frozen || itemChanged === "missing") return;
    const tell = (item: Message | undefined) => { for (const frame of this.frames) if (frame.kind === "pane") this.fire(frame, "olkItemSelectedChanged", item ? initialData(this.settings, item) : ""); };
    if (itemChanged === "null first") tell(undefined);
    if (itemChanged === "prompt") tell(this.desk.selected); else setTimeout(() => tell(this.desk.selected), lateBy);
  }

  private async receive({ source, origin, data }: MessageEvent): Promise<void> {
    const frame = [...this.frames].find(one => one.element.contentWindow === source && one.origin === origin);
    const packet = frame && parsed(data);
    if (!frame || !packet || this.faults.dead) return;
    if (packet.messageType === "NestedAppAuthRequest") return this.answerAuth(frame, packet);
    if (packet._messageType !== 0 || packet._conversationId?.replace(/_ntf$/, "") !== frame.conversation) return;
    if (packet._actionType === 1) return this.listen(frame, packet);
    if (packet._actionType === 2) { frame.listeners.delete(packet._actionName); return this.reply(frame, packet, { Error: 0 }); }
    if (packet._actionName === "ContextActivationManager_getAppContextAsync") return this.reply(frame, packet, appContext(this.settings, frame));
    if (packet._actionName === "GetInitialData") return this.reply(frame, packet, initialData(this.settings, this.served));
    if (packet._actionName === "ExecuteMethod") return this.execute(frame, packet);
    if (packet._actionName === "executeMethod") return this.executeCommon(frame, packet);
    this.reply(frame, packet, null);
  }

  private listen(frame: Frame, packet: Packet): void {
    frame.listeners.set(packet._actionName, packet);
    this.reply(frame, packet, { Error: 0 });
    if (packet._actionName === "dialogMessageReceived") this.open((JSON.parse(packet._data.targetId) as { url: string }).url, "dialog", frame);
  }

  private async execute(frame: Frame, packet: Packet): Promise<void> {
    const { ApiParams, MethodData: { DispatchId } } = packet._data as { ApiParams: any; MethodData: { DispatchId: number } };
    const method = methods[DispatchId], name = method?.name ?? String(DispatchId);
    this.calls.push(name);
    const wait = this.faults.slow[name] ?? this.faults.latency;
    if (wait) await new Promise(next => setTimeout(next, wait));
    if (this.faults.silent.includes(name)) return;
    try {
      const code = this.faults.errors[name];
      if (code) throw new HostError(code);
      if (!method) throw new HostError(5000);
      const value = method.run(ApiParams ?? {}, this.served, this);
      this.reply(frame, packet, method.flat ? value : { error: false, data: value });
    } catch (error) {
      const errorCode = error instanceof HostError ? error.code : 9020;
      if (!(error instanceof HostError)) console.error(`Simulated Outlook, ${name}:`, error);
      this.reply(frame, packet, { error: true, errorCode, wasSuccessful: false, errorName: name, errorMessage: `Error ${errorCode}` });
    }
  }

  /** The layer under Outlook's: completed events, closing, dialogs. */
  private executeCommon(frame: Frame, packet: Packet): void {
    const data = packet._data, answer = (error = 0) => this.reply(frame, packet, { Version: 1, Error: error });
    switch (data.DdaMethod.DispatchId) {
      case 94: answer(); this.invocations.get(data[0])?.(data[2] ? JSON.parse(data[2]) : null); return;
      case 97: answer(); this.close(frame); return;
      case 98: answer(13012); return;
      case 144: answer(); if (frame.opener) this.fire(frame.opener, "dialogMessageReceived", { messageType: 0, messageContent: data.messageToParent, messageOrigin: frame.origin }); return;
      case 145: answer(); for (const dialog of this.frames) if (dialog.opener === frame) this.fire(dialog, "dialogParentMessageReceived", { messageType: 0, messageContent: data.messageContent, messageOrigin: frame.origin }); return;
      default: answer(5000);
    }
  }

  private async answerAuth(frame: Frame, request: { requestId: string }): Promise<void> {
    const outcome = this.nestedAuth ? await this.nestedAuth(request).catch((error: object) => ({ error })) : { error: { status: "DISABLED" } };
    frame.element.contentWindow?.postMessage(JSON.stringify({ messageType: "NestedAppAuthResponse", requestId: request.requestId, success: !("error" in outcome), ...outcome }), frame.origin);
  }

  private fire(frame: Frame, event: string, payload: unknown): void {
    const listener = frame.listeners.get(event);
    if (listener) this.post(frame, { _messageType: 1, _responseType: 1, _actionName: event, _correlationId: listener._correlationId, _errorCode: 0, _data: payload });
  }
  private reply(frame: Frame, to: Packet, data: unknown): void {
    this.post(frame, { _messageType: 1, _responseType: 0, _actionName: to._actionName, _correlationId: to._correlationId, _errorCode: 0, _data: data });
  }
  private post(frame: Frame, packet: object): void {
    frame.element.contentWindow?.postMessage(JSON.stringify({ _conversationId: frame.conversation, _origin: location.origin, _serializerVersion: 1, ...packet }), frame.origin);
  }
}

function parsed(data: unknown): any {
  try { return typeof data === "string" ? JSON.parse(data) : undefined; } catch { return undefined; }
}
